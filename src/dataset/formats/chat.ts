/** Supervised fine-tuning on conversations: the assistant's messages are what is learned. */
import { CHAT_RULES } from '../rules/chat.ts';
import { faultsOf } from '../rules/found.ts';
import { chatTokens } from '../tokens/row-tokens.ts';
import { type Fields, filled, format, hasWords, keysOf, type Plain, type Said } from './format.ts';
import { functions, type Message, messages, parallel_tool_calls, tools } from './messages.ts';
import { objectOf, type ShapeOf } from './shape.ts';
import { faultsOfTalk } from './talk-faults.ts';

const chatRow = objectOf({ messages, tools, parallel_tool_calls, functions });
export type ChatRow = ShapeOf<typeof chatRow>;

export const CHAT_KEYS: ReadonlySet<string> = new Set(['messages', 'tools', 'parallel_tool_calls', 'functions']);

/**
 * A conversation that ends without an answer: what stands beside its messages is what an answer is held
 * against, and nothing contradicts it.
 */
function unanswered<Part>(all: readonly Part[], beside: Part): Said<Part> {
  return { messages: [...all, beside], asked: all.length, given: undefined, contradictedBy: 'nothing' };
}

const besideMessages = ({ messages: _, ...rest }: Fields) => rest;

/** The same of a row that has its shape. */
export const unansweredBy = (row: ChatRow): Said<Message> =>
  unanswered(row.messages, { role: 'user', content: JSON.stringify(besideMessages(row)) });

/** The same of any row with a list of messages. */
export const unansweredByAny = (all: readonly unknown[], row: Fields): Said<unknown> => unanswered(all, besideMessages(row));

/** The last message is what the others ask for, with the tools that are given. */
function answered<Part>(all: readonly Part[], { tools: given, functions: old }: Fields): Said<Part> {
  return { messages: all, asked: all.length - 1, given: filled(given ?? old), contradictedBy: 'answer' };
}

const isAnswer = (message: unknown) =>
  typeof message === 'object' && message !== null && 'role' in message && message.role === 'assistant';

type PlainMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

function isPlainMessage(value: unknown): value is PlainMessage {
  if (typeof value !== 'object' || value === null || !('role' in value) || !('content' in value)) return false;
  const { role, content } = value;
  return (role === 'user' || role === 'assistant' || role === 'system') && typeof content === 'string' && keysOf(value) === 2;
}

function isPlainChat(value: object): value is { messages: PlainMessage[] } {
  if (!('messages' in value) || !Array.isArray(value.messages)) return false;
  const all: readonly unknown[] = value.messages;
  let asked = false;
  let answered = false;
  let before = '';
  for (let index = 0; index < all.length; index += 1) {
    const message = all[index];
    if (!isPlainMessage(message) || message.role === before || (index > 0 && message.role === 'system')) return false;
    before = message.role;
    answered = message.role === 'assistant';
    asked ||= message.role === 'user';
    if (answered ? !hasWords(message.content) : message.content === '') return false;
  }
  return asked && answered;
}

const ROW_SIZE = '{"messages":[]}'.length;
const MESSAGE_SIZE = '{"role":"","content":""},'.length;

function plain(value: object, keys: number): Plain<{ readonly format: 'chat'; readonly row: ChatRow }> | undefined {
  if (keys !== 1 || !isPlainChat(value)) return undefined;
  let size = ROW_SIZE + MESSAGE_SIZE * value.messages.length - 1;
  for (const { role, content } of value.messages) size += role.length + content.length;
  return { row: { format: 'chat', row: value }, keys: 1 + 2 * value.messages.length, size };
}

export const chat = format({
  name: 'chat',
  method: 'supervised',
  // A row with messages alone cannot say whether it is a conversation to learn or a prompt to answer: the
  // method decides.
  is: (value, method) => 'messages' in value && method !== 'reinforcement',
  lists: ({ messages: all, tools: given, functions: old }) => ({ messages: all, tools: given, functions: old }),
  shape: chatRow,
  keys: { known: CHAT_KEYS, taken: 'a chat row takes messages, tools and parallel_tool_calls' },
  check: (row, settings) => [...faultsOf(CHAT_RULES, row, settings), ...faultsOfTalk(row, settings)],
  saidBy: (row) => (isAnswer(row.messages.at(-1)) ? answered(row.messages, row) : unansweredBy(row)),
  saidByAny(value) {
    if (!Array.isArray(value.messages)) return undefined;
    const all: readonly unknown[] = value.messages;
    return isAnswer(all.at(-1)) ? answered(all, value) : unansweredByAny(all, value);
  },
  messages: (row) => row.messages,
  turns: (row) => row.messages.filter(({ role }) => role === 'user').length,
  answer: (row) => row.messages.findLast(({ role }) => role === 'assistant'),
  lesson: (row) => row.messages,
  tokens: chatTokens,
  plain,
});
