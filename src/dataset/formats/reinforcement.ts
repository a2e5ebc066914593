/**
 * Reinforcement fine-tuning: a prompt; every key but `messages` and `tools` is what the grader sees as
 * `item`.
 */
import { faultsOf } from '../rules/found.ts';
import { REINFORCEMENT_RULES } from '../rules/reinforcement.ts';
import { reinforcementTokens } from '../tokens/row-tokens.ts';
import { CHAT_KEYS, unansweredBy, unansweredByAny } from './chat.ts';
import { format } from './format.ts';
import { messages, tools } from './messages.ts';
import { objectOf, type ShapeOf } from './shape.ts';
import { faultsOfTalk } from './talk-faults.ts';

const reinforcementRow = objectOf({ messages, tools });
export type ReinforcementRow = ShapeOf<typeof reinforcementRow>;

export const reinforcement = format({
  name: 'reinforcement',
  method: 'reinforcement',
  is: (value, method) => 'messages' in value && method === 'reinforcement',
  /** A prompt without an answer, with fields that only a grader reads. */
  isMeant(value) {
    const all: readonly unknown[] = Array.isArray(value.messages) ? value.messages : [];
    const roles = all.map((message) =>
      typeof message === 'object' && message !== null ? Reflect.get(message, 'role') : undefined,
    );
    return roles.at(-1) === 'user' && !roles.includes('assistant') && Object.keys(value).some((key) => !CHAT_KEYS.has(key));
  },
  // Other fields are what a grader reads, and may be of any length.
  lists: ({ messages: all, tools: given, functions }) => ({ messages: all, tools: given, functions }),
  shape: reinforcementRow,
  check: (row, settings) => [
    ...faultsOf(REINFORCEMENT_RULES, row, settings),
    // Whatever else the row has is what the grader sees.
    ...faultsOfTalk({ messages: row.messages, tools: row.tools }, settings),
  ],
  // What the grader sees belongs to the row: the same question may be asked with other answers.
  saidBy: unansweredBy,
  saidByAny: (value) => (Array.isArray(value.messages) ? unansweredByAny(value.messages, value) : undefined),
  messages: (row) => row.messages,
  turns: (row) => row.messages.filter(({ role }) => role === 'user').length,
  answer: () => undefined,
  lesson: (row) => row.messages,
  tokens: reinforcementTokens,
});
