/**
 * What of a row counts as tokens, by the recipe of OpenAI's cookbook (`num_tokens_from_messages`,
 * examples/Chat_finetuning_data_prep.ipynb): 3 for each message, the tokens of its role, content and name, 1 for a name, 3 for each
 * example. The recipe is silent on the rest, so it is carried on in its spirit: names and arguments of tool calls, IDs of tool answers
 * and refusals count as their text, definitions of tools as their compact JSON, a text part as its text, an image as 85 tokens.
 */
import type { Message } from '../formats/messages.ts';
import type { Counter } from './tokenizer/counter.ts';

/** Tokens of a row, and how many of them are learned. */
export interface RowTokens {
  readonly total: number;
  readonly trained: number;
}

/** An image costs about this in its low detail; no one publishes what training charges for one. */
const IMAGE_TOKENS = 85;
const PER_MESSAGE = 3;
const PER_NAME = 1;
export const PER_EXAMPLE = 3;

function contentTokens(content: Message['content'], { count }: Counter): number {
  if (content === null || content === undefined) return 0;
  if (typeof content === 'string') return count(content);
  return content.reduce((sum, { text, refusal }) => {
    const written = text ?? refusal;
    return sum + (written === undefined ? IMAGE_TOKENS : count(written));
  }, 0);
}

function messageTokens(message: Message, counter: Counter): number {
  const { count } = counter;
  const calls = (message.tool_calls ?? []).map(({ function: called }) => count(called.name) + count(called.arguments));
  if (message.function_call) calls.push(count(message.function_call.name) + count(message.function_call.arguments));
  return (
    PER_MESSAGE +
    count(message.role) +
    contentTokens(message.content, counter) +
    (message.name ? count(message.name) + PER_NAME : 0) +
    (message.refusal ? count(message.refusal) : 0) +
    (message.tool_call_id ? count(message.tool_call_id) : 0) +
    calls.reduce((sum, tokens) => sum + tokens, 0)
  );
}

export function conversationTokens(messages: readonly Message[], counter: Counter): number {
  return messages.reduce((sum, message) => sum + messageTokens(message, counter), 0);
}

/** Definitions of tools count as the compact JSON in which they were written. */
export function toolTokens(tools: unknown, { count }: Counter): number {
  return Array.isArray(tools) && tools.length > 0 ? count(JSON.stringify(tools)) : 0;
}

/** The messages that are learned. */
export function learned(messages: readonly Message[]): Message[] {
  return messages.filter(({ role, weight }) => role === 'assistant' && weight !== 0);
}
