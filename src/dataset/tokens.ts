/** Tokens of rows: which encoding a model has, and what of a row counts. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CompletionRow, Message, Row } from './formats.ts';
import type { Counter, Encoding } from './tokenizer/counter.ts';

export type { Counter, Encoding } from './tokenizer/counter.ts';

/** The vocabularies are in dist/, beside the bundle; whoever runs from the sources reads them there. */
const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, 'dist');

const loaded = new Map<Encoding, Promise<Counter>>();

async function load(encoding: Encoding): Promise<Counter> {
  const { counterOf } = await import('./tokenizer/counter.ts');
  return counterOf(encoding, await readFile(path.join(FOLDER, `${encoding}.tokens`)));
}

/** The counter of an encoding; its vocabulary is loaded at the first call. */
export function loadCounter(encoding: Encoding): Promise<Counter> {
  const counter = loaded.get(encoding) ?? load(encoding);
  loaded.set(encoding, counter);
  return counter;
}

export interface ModelFacts {
  /** Undefined when the model's tokenizer is not shipped. */
  readonly encoding: Encoding | undefined;
  /** A row of more tokens is cut from its end. Undefined when not known. */
  readonly rowLimit: number | undefined;
}

/** Families by the beginning of the name; the first that fits counts. Limits: OpenAI's fine-tuning best practices, 2026. */
const FAMILIES: readonly (readonly [name: RegExp, facts: ModelFacts])[] = [
  [/^gpt-(4\.1|4o)(-|$)/, { encoding: 'o200k_base', rowLimit: 65_536 }],
  [/^(gpt-5|gpt-oss|chatgpt-4o|o[1-9])/, { encoding: 'o200k_base', rowLimit: undefined }],
  [/^(openai\/)?gpt-oss/, { encoding: 'o200k_base', rowLimit: undefined }],
  [/^gpt-(3\.5|35)-turbo/, { encoding: 'cl100k_base', rowLimit: 16_385 }],
  [/^gpt-4(-|$)/, { encoding: 'cl100k_base', rowLimit: 8192 }],
  [/^(babbage|davinci)-002/, { encoding: 'cl100k_base', rowLimit: undefined }],
];
const UNKNOWN: ModelFacts = { encoding: undefined, rowLimit: undefined };

/** What is known of a model. A fine-tuned name (`ft:base:…`, Azure's `base.ft-…`) means its base. */
export function modelFacts(model: string): ModelFacts {
  const base = model.replace(/^ft:([^:]*).*$/, '$1');
  return FAMILIES.find(([name]) => name.test(base.toLowerCase()))?.[1] ?? UNKNOWN;
}

/** An image costs about this in its low detail; no one publishes what training charges for one. */
const IMAGE_TOKENS = 85;
const PER_MESSAGE = 3;
const PER_NAME = 1;
const PER_EXAMPLE = 3;

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

function conversationTokens(messages: readonly Message[], counter: Counter): number {
  return messages.reduce((sum, message) => sum + messageTokens(message, counter), 0);
}

/** Definitions of tools count as the compact JSON in which they were written. */
function toolTokens(tools: unknown, { count }: Counter): number {
  return Array.isArray(tools) && tools.length > 0 ? count(JSON.stringify(tools)) : 0;
}

function learned(messages: readonly Message[]): Message[] {
  return messages.filter(({ role, weight }) => role === 'assistant' && weight !== 0);
}

/** Tokens of a row, and how many of them are learned. */
export interface RowTokens {
  readonly total: number;
  readonly trained: number;
}

/**
 * The tokens of one row, by the recipe of OpenAI's cookbook (`num_tokens_from_messages`, examples/Chat_finetuning_data_prep.ipynb): 3 for each message, the
 * tokens of its role, content and name, 1 for a name, 3 for each example. The recipe is silent on the rest, so it is carried on in its spirit: names and
 * arguments of tool calls, IDs of tool answers and refusals count as their text, definitions of tools as their compact JSON, a text part as its text, an
 * image as 85 tokens. A preference row is its input with both answers; a reinforcement row is its prompt, since the answers are sampled.
 */
export function rowTokens({ format, row }: Row, counter: Counter): RowTokens {
  switch (format) {
    case 'chat': {
      const total = conversationTokens(row.messages, counter) + toolTokens(row.tools ?? row.functions, counter) + PER_EXAMPLE;
      return { total, trained: conversationTokens(learned(row.messages), counter) };
    }
    case 'completion':
      return completionTokens(row, counter);
    case 'preference': {
      const answers = conversationTokens(row.preferred_output, counter) + conversationTokens(row.non_preferred_output, counter);
      const prompt = conversationTokens(row.input.messages, counter) + toolTokens(row.input.tools, counter);
      return { total: prompt + answers + PER_EXAMPLE, trained: answers };
    }
    case 'reinforcement':
      return { total: conversationTokens(row.messages, counter) + toolTokens(row.tools, counter) + PER_EXAMPLE, trained: 0 };
  }
}

function completionTokens(row: CompletionRow, { count }: Counter): RowTokens {
  const trained = count(row.completion);
  return { total: count(row.prompt) + trained, trained };
}
