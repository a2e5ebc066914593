/** What must hold in a conversation: roles, weights, keys, answers. Pure. */
import type { ChatRow, Message } from '../formats.ts';
import { checkParts } from './parts.ts';
import { type DataProfile, type Found, quoted } from './rules.ts';
import { checkToolCalls, checkToolDefinitions } from './tool-calls.ts';

const MESSAGE_KEYS = new Set([
  'role',
  'content',
  'name',
  'weight',
  'refusal',
  'tool_calls',
  'tool_call_id',
  'function_call',
  'audio',
]);
/** The keys of a chat row. */
export const CHAT_KEYS: ReadonlySet<string> = new Set(['messages', 'tools', 'parallel_tool_calls', 'functions']);

/** The text of a message; the parts of other kinds left out. */
export function plainText(content: Message['content']): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (typeof part.text === 'string' ? part.text : '')).join('');
}

/** White space and nothing else. */
function isBlank(content: Message['content']): boolean {
  return typeof content === 'string'
    ? content.trim() === ''
    : (content ?? []).every(({ type, text }) => type === 'text' && typeof text === 'string' && text.trim() === '');
}

const at = (index: number) => `messages[${index}]`;

/** A chat row of supervised fine-tuning. */
export function checkChat(row: ChatRow, profile: DataProfile): Found[] {
  const { messages } = row;
  const found: Found[] = Object.keys(row)
    .filter((key) => !CHAT_KEYS.has(key))
    .map((key) => ({
      rule: 'row/unknown-key',
      detail: `The row has the key ${quoted(key)}; a chat row takes messages, tools and parallel_tool_calls.`,
    }));
  const answers = messages.filter(({ role }) => role === 'assistant');
  const last = messages.at(-1);
  if (answers.length === 0) found.push({ rule: 'chat/no-assistant-message', detail: 'No message is by the assistant.' });
  else if (last?.role !== 'assistant')
    found.push({ rule: 'chat/last-not-assistant', detail: `The last message is by ${quoted(last?.role ?? '')}.` });
  if (answers.length > 0 && answers.every(({ weight }) => weight === 0))
    found.push({ rule: 'chat/nothing-learned', detail: 'Every answer has weight 0.' });
  if (!messages.some(({ role }) => role === 'user'))
    found.push({ rule: 'chat/missing-user', detail: 'No message is by a user.' });
  if (row.functions != null || messages.some(({ function_call, role }) => function_call != null || role === 'function')) {
    found.push({ rule: 'chat/deprecated-functions', detail: 'The row uses functions, function_call or the role function.' });
  }
  for (const [index, message] of messages.entries()) for (const fault of checkMessage(message, index)) found.push(fault);
  return [...found, ...checkToolDefinitions(row.tools), ...checkToolCalls(row), ...checkParts(messages, profile)];
}

function checkMessage(message: Message, index: number): Found[] {
  const found: Found[] = Object.keys(message)
    .filter((key) => !MESSAGE_KEYS.has(key))
    .map((key) => ({ rule: 'chat/unknown-message-key', detail: `${at(index)} has the key ${quoted(key)}.` }));
  if (message.role !== 'assistant') {
    if (message.weight != null)
      found.push({ rule: 'chat/weight-role', detail: `${at(index)} is by ${quoted(message.role)} and has a weight.` });
    return found;
  }
  const calls = (message.tool_calls?.length ?? 0) > 0 || message.function_call != null;
  const empty = message.content == null || message.content.length === 0;
  if (empty && !calls && message.refusal == null)
    found.push({ rule: 'chat/empty-answer', detail: `${at(index)} has neither content nor tool calls.` });
  else if (!empty && !calls && isBlank(message.content))
    found.push({ rule: 'chat/blank-answer', detail: `${at(index)} answers ${quoted(plainText(message.content))}.` });
  return found;
}
