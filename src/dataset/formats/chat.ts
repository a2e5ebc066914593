/** Supervised fine-tuning on conversations: the assistant's messages are what is learned. */
import * as z from 'zod/mini';
import { canonicalJson } from '../../canonical.ts';
import { CHAT_RULES } from '../rules/chat.ts';
import { CONTENT_RULES } from '../rules/content.ts';
import { faultsOf } from '../rules/found.ts';
import { TOOL_CALL_RULES, TOOL_DEFINITION_RULES } from '../rules/tools.ts';
import { conversationTokens, learned, PER_EXAMPLE, toolTokens } from '../tokens/recipe.ts';
import { type Fields, filled, format, hasWords, keysOf, type Plain, type Said } from './format.ts';
import { functions, type Message, messages, parallel_tool_calls, tools } from './messages.ts';

export const ChatRow = z.looseObject({ messages, tools, parallel_tool_calls, functions });
export type ChatRow = z.infer<typeof ChatRow>;

export const CHAT_KEYS: ReadonlySet<string> = new Set(['messages', 'tools', 'parallel_tool_calls', 'functions']);

/** A conversation that ends without an answer: what stands beside its messages is what an answer is held against, and nothing contradicts it. */
export function unanswered<Part>(all: readonly Part[], row: Fields): Said<Part | Message> {
  const { messages: _, ...rest } = row;
  const beside = { role: 'user', content: canonicalJson(rest) } as const;
  return { messages: [...all, beside], asked: all.length, given: undefined, contradictedBy: 'nothing' };
}

function said<Part>(all: readonly Part[], isAnswered: boolean, row: Fields): Said<Part | Message> {
  if (!isAnswered) return unanswered(all, row);
  return { messages: all, asked: all.length - 1, given: filled(row.tools ?? row.functions), contradictedBy: 'answer' };
}

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
  for (let index = 0; index < all.length; index += 1) {
    const message = all[index];
    if (!isPlainMessage(message)) return false;
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
  // A row with messages alone cannot say whether it is a conversation to learn or a prompt to answer: the method decides.
  is: (value, method) => 'messages' in value && method !== 'reinforcement',
  lists: ({ messages: all, tools: given, functions: old }) => ({ messages: all, tools: given, functions: old }),
  schema: ChatRow,
  keys: { known: CHAT_KEYS, taken: 'a chat row takes messages, tools and parallel_tool_calls' },
  check: (row, settings) => [
    ...faultsOf(CHAT_RULES, row, settings),
    ...faultsOf(TOOL_DEFINITION_RULES, row.tools, settings),
    ...faultsOf(TOOL_CALL_RULES, row, settings),
    ...faultsOf(CONTENT_RULES, row.messages, settings),
  ],
  saidBy: (row) => said(row.messages, row.messages.at(-1)?.role === 'assistant', row),
  saidByAny(value) {
    if (!Array.isArray(value.messages)) return undefined;
    const last: unknown = value.messages.at(-1);
    return said(value.messages, typeof last === 'object' && last !== null && Reflect.get(last, 'role') === 'assistant', value);
  },
  messages: (row) => row.messages,
  turns: (row) => row.messages.filter(({ role }) => role === 'user').length,
  answer: (row) => row.messages.findLast(({ role }) => role === 'assistant'),
  lesson: (row) => row.messages,
  tokens: (row, counter) => ({
    total: conversationTokens(row.messages, counter) + toolTokens(row.tools ?? row.functions, counter) + PER_EXAMPLE,
    trained: conversationTokens(learned(row.messages), counter),
  }),
  plain,
});
