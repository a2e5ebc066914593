/**
 * Messages that follow each other, in whatever format, and what rules look for in them: calls, parts, images.
 * Looked for once, for all rules.
 */
import { ours, type Words } from '../../words.ts';
import type { Conversation, Message } from '../formats/messages.ts';
import { type Break, breaksIn, type FunctionBreak, functionBreaksIn } from './tool-order.ts';

export type Part = Exclude<Message['content'], string | null | undefined>[number];

export interface Placed {
  /** Of the message that holds it. */
  readonly index: number;
  readonly role: Message['role'];
}

export interface PlacedPart extends Placed {
  /** Its place in the content. */
  readonly at: number;
  readonly part: Part;
}

export interface Image extends PlacedPart {
  /** Undefined where it has none. */
  readonly url: string | undefined;
  readonly detail: unknown;
  /** Where it is inside the row: what its URL promises, what follows in base64, and its size in bytes. */
  readonly embedded: { readonly type: string; readonly data: string; readonly size: number } | undefined;
}

export interface Call {
  /** Of the message that makes it. */
  readonly index: number;
  /** What an answer refers to; undefined in the deprecated form, whose answers give the name. */
  readonly id: string | undefined;
  readonly name: string;
  readonly args: string;
  /** Where it stands in its message. */
  readonly at: string;
}

/** One list of messages, with what may be called in it. */
export interface Talk extends Conversation {
  /** What the list is called in the row. */
  readonly list: string;
  /** What is said before it, in a list that is looked at by itself. */
  readonly before: readonly Message[];
  readonly calls: readonly Call[];
  readonly parts: readonly PlacedPart[];
  readonly images: readonly Image[];
  /** Where calls and answers are out of order. */
  readonly breaks: readonly Break[];
  readonly functionBreaks: readonly FunctionBreak[];
}

const EMBEDDED = /^data:image\/(?<type>jpe?g|png|webp);base64,/i;

function embeddedIn(url: string): Image['embedded'] {
  const type = EMBEDDED.exec(url.slice(0, 40))?.groups?.type?.toLowerCase();
  if (type === undefined) return undefined;
  const data = url.slice(url.indexOf(',') + 1);
  return { type, data, size: Math.floor((data.length * 3) / 4) };
}

function imageOf(placed: PlacedPart): Image {
  const given = placed.part.image_url;
  const held = typeof given === 'object' && given !== null;
  const url: unknown = held ? Reflect.get(given, 'url') : undefined;
  const detail: unknown = held ? Reflect.get(given, 'detail') : undefined;
  return typeof url === 'string'
    ? { ...placed, url, detail, embedded: embeddedIn(url) }
    : { ...placed, url: undefined, detail, embedded: undefined };
}

/** The calls of one message, in both forms. */
function* callsOf({ tool_calls, function_call }: Message, index: number): Generator<Call> {
  for (const [at, { id, function: called }] of (tool_calls ?? []).entries())
    yield { index, id, name: called.name, args: called.arguments, at: `tool_calls[${at}].function` };
  if (function_call != null)
    yield { index, id: undefined, name: function_call.name, args: function_call.arguments, at: 'function_call' };
}

/**
 * A list of messages as rules look at it.
 * @param list what it is called in the row
 * @param before what is said before it, in another list
 */
export function talkOf(conversation: Conversation, list = 'messages', before: readonly Message[] = []): Talk {
  const calls: Call[] = [];
  const parts: PlacedPart[] = [];
  for (const [index, message] of conversation.messages.entries()) {
    for (const call of callsOf(message, index)) calls.push(call);
    const { role, content } = message;
    if (Array.isArray(content)) for (const [at, part] of content.entries()) parts.push({ index, role, at, part });
  }
  const images = parts.filter(({ part }) => part.type === 'image_url').map(imageOf);
  // Most rows call nothing.
  const hasAnswers = conversation.messages.some(({ role }) => role === 'tool' || role === 'function');
  const isOrdered = calls.length === 0 && !hasAnswers && !before.some(isCall);
  const breaks = isOrdered ? [] : [...breaksIn(before, conversation.messages)];
  const functionBreaks = isOrdered ? [] : [...functionBreaksIn(before, conversation.messages)];
  return { ...conversation, list, before, calls, parts, images, breaks, functionBreaks };
}

/** The place of a message in the row, and of what is in it. */
export const placeIn = ({ list }: Talk, index: number, inside = ''): Words =>
  ours(`${list}[${index}]${inside === '' ? '' : `.${inside}`}`);

export const isAnswer = ({ role }: Message) => role === 'assistant';
export const isCall = ({ tool_calls, function_call }: Message) => (tool_calls?.length ?? 0) > 0 || function_call != null;
