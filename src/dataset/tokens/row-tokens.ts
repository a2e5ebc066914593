/** Tokens of rows, format by format. */
import type { Message } from '../formats/messages.ts';
import { addMessages } from './message-tokens.ts';
import { around, type RowTokens, Tally } from './tally.ts';
import type { TokenRules } from './token-rules.ts';

const PER_ROW = 1;
/** Where the form of a conversation was not held against a bill: more for each message, and a preamble. */
const UNBILLED = { message: 2, row: 70 };

interface Tools {
  readonly tools?: readonly unknown[] | null | undefined;
  readonly functions?: readonly unknown[] | null | undefined;
}

/** Adds what stands before the answer: the messages and the tools that they may call. */
function addConversation(messages: readonly Message[], row: Tools, rules: TokenRules, tally: Tally): void {
  addMessages(messages, rules, tally);
  const tools = row.tools ?? row.functions;
  if (tools && tools.length > 0) tally.estimate(row.tools ? 'tools' : 'functions', rules.tools.count(tools));
  tally.add(PER_ROW);
  if (!rules.billed) tally.estimate('conversation', around(0, 0, UNBILLED.row + UNBILLED.message * messages.length));
}

/** A conversation to learn. */
export function chatTokens(row: Tools & { readonly messages: readonly Message[] }, rules: TokenRules): RowTokens {
  const tally = new Tally();
  addConversation(row.messages, row, rules, tally);
  return tally.finish();
}

/** A prompt and its completion: their text, and perhaps a mark at the end of each. */
export function completionTokens(row: { readonly prompt: string; readonly completion: string }, rules: TokenRules): RowTokens {
  const tally = new Tally();
  tally.trained = rules.count(row.completion);
  tally.estimate('completion', around(rules.count(row.prompt) + tally.trained, 0, 2));
  return tally.finish();
}

/** A text alone, and perhaps a mark at its end. */
export function textTokens(row: { readonly text: string }, rules: TokenRules): RowTokens {
  const tally = new Tally();
  tally.trained = rules.count(row.text);
  tally.estimate('text', around(tally.trained, 0, 2));
  return tally.finish();
}

/**
 * Two answers to one input; each answer may be billed with the input, since each is learned from after it.
 */
export function preferenceTokens(
  row: {
    readonly input: Tools & { readonly messages: readonly Message[] };
    readonly preferred_output: readonly Message[];
    readonly non_preferred_output: readonly Message[];
  },
  rules: TokenRules,
): RowTokens {
  const tally = new Tally();
  addConversation(row.input.messages, row.input, rules, tally);
  const { high } = tally.finish();
  tally.trained = 0;
  tally.estimate('preference', around(0, 0, high));
  addMessages([...row.preferred_output, ...row.non_preferred_output], rules, tally);
  return tally.finish();
}

/** A prompt alone: the answers are sampled while training. */
export function reinforcementTokens(row: Tools & { readonly messages: readonly Message[] }, rules: TokenRules): RowTokens {
  const tally = new Tally();
  addConversation(row.messages, { tools: row.tools }, rules, tally);
  tally.trained = 0;
  tally.estimate('reinforcement', around(0, 0, 0));
  return tally.finish();
}
