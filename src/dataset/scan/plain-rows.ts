/**
 * Most rows are sound, and plain. This tells such rows at a glance, so that the careful checks look at the others only: what passes here breaks no rule, which
 * the tests prove against those checks.
 */
import type { MethodType, Row } from '../formats.ts';

type PlainMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };
type PlainChat = { messages: PlainMessage[] };
type PlainCompletion = { prompt: string; completion: string };

/** A row without any fault, how many keys its objects have, and how long it is as compact JSON without escapes. */
export interface PlainRow {
  readonly row: Row;
  readonly keys: number;
  readonly size: number;
}

/** How many keys an object has of its own. */
function keysOf(value: object): number {
  let count = 0;
  for (const _ in value) count += 1;
  return count;
}

function isPlainMessage(value: unknown): value is PlainMessage {
  if (typeof value !== 'object' || value === null || !('role' in value) || !('content' in value)) return false;
  const { role, content } = value;
  return (role === 'user' || role === 'assistant' || role === 'system') && typeof content === 'string' && keysOf(value) === 2;
}

/** More than white space. */
const isAnswer = (text: string) => /\S/.test(text);

function isPlainChat(value: object): value is PlainChat {
  if (!('messages' in value) || !Array.isArray(value.messages)) return false;
  const messages: readonly unknown[] = value.messages;
  let asked = false;
  let answered = false;
  for (let index = 0; index < messages.length; index += 1) {
    const message = messages[index];
    if (!isPlainMessage(message)) return false;
    answered = message.role === 'assistant';
    asked ||= message.role === 'user';
    if (answered ? !isAnswer(message.content) : message.content === '') return false;
  }
  return asked && answered;
}

function isPlainCompletion(value: object): value is PlainCompletion {
  if (!('prompt' in value) || !('completion' in value)) return false;
  return typeof value.prompt === 'string' && typeof value.completion === 'string' && isAnswer(value.completion);
}

const CHAT = '{"messages":[]}'.length;
const MESSAGE = '{"role":"","content":""},'.length;
const COMPLETION = '{"prompt":"","completion":""}'.length;

/** The row, when it is plain and structurally without fault; undefined when it has to be looked at. */
export function plainRow(value: unknown, method: MethodType): PlainRow | undefined {
  if (method !== 'supervised' || typeof value !== 'object' || value === null) return undefined;
  const keys = keysOf(value);
  if (keys === 1 && isPlainChat(value)) {
    const { messages } = value;
    let size = CHAT + MESSAGE * messages.length - 1;
    for (const { role, content } of messages) size += role.length + content.length;
    return { row: { format: 'chat', row: value }, keys: 1 + 2 * messages.length, size };
  }
  if (keys === 2 && isPlainCompletion(value))
    return { row: { format: 'completion', row: value }, keys, size: COMPLETION + value.prompt.length + value.completion.length };
  return undefined;
}

/** Whether no key of a plain row stands twice in its text: it is as long as it must be, or has as many keys as it must have. */
export function hasNoKeyTwice({ keys, size }: PlainRow, text: string): boolean {
  return (text.length === size && !text.includes('\\')) || keyMarks(text) === keys;
}

/** How often a quotation mark is followed by a colon: once for each key of compact JSON, where no key stands twice and no text holds the same. */
function keyMarks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

/** Whether the text itself may hold something that the careful checks have a word on: a special token, an escape. */
export function isPlainText(text: string): boolean {
  return !text.includes('<|') && (!text.includes('\\') || !text.includes('\\u'));
}
