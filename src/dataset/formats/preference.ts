/** Direct preference optimisation: of two answers to one input, which one is wanted. */
import { faultsOf } from '../rules/found.ts';
import { PREFERENCE_RULES } from '../rules/preference.ts';
import { preferenceTokens } from '../tokens/row-tokens.ts';
import { filled, format, type Said } from './format.ts';
import { type Message, messages, parallel_tool_calls, tools } from './messages.ts';
import { objectOf, type ShapeOf } from './shape.ts';
import { faultsOfTexts } from './talk-faults.ts';

const preferenceRow = objectOf({
  input: objectOf({ messages, tools, parallel_tool_calls }),
  preferred_output: messages,
  non_preferred_output: messages,
});
export type PreferenceRow = ShapeOf<typeof preferenceRow>;

/** The input with its two outputs, the wanted one first. */
function said<Part>(input: readonly Part[], given: unknown, outputs: readonly Part[]): Said<Part> {
  return { messages: [...input, ...outputs], asked: input.length, given: filled(given), contradictedBy: 'order' };
}

const output = (all: readonly Message[]): Message => ({ role: 'assistant', content: JSON.stringify(all) });

const allMessages = (row: PreferenceRow) => [...row.input.messages, ...row.preferred_output, ...row.non_preferred_output];

export const preference = format({
  name: 'preference',
  method: 'dpo',
  is: (value) => 'input' in value && ('preferred_output' in value || 'non_preferred_output' in value),
  lists: ({ input, preferred_output, non_preferred_output }) => ({ preferred_output, non_preferred_output, ...Object(input) }),
  shape: preferenceRow,
  keys: {
    known: new Set(['input', 'preferred_output', 'non_preferred_output']),
    taken: 'it takes input, preferred_output, non_preferred_output',
  },
  check: (row, settings) => [
    ...faultsOf(PREFERENCE_RULES, row, settings),
    ...faultsOfTexts(row.input, settings, 'input.messages', []),
    ...faultsOfTexts({ ...row.input, messages: row.preferred_output }, settings, 'preferred_output', row.input.messages),
    ...faultsOfTexts({ ...row.input, messages: row.non_preferred_output }, settings, 'non_preferred_output', row.input.messages),
  ],
  saidBy: ({ input, preferred_output, non_preferred_output }) =>
    said(input.messages, input.tools, [output(preferred_output), output(non_preferred_output)]),
  saidByAny({ input, preferred_output, non_preferred_output }) {
    const { messages: all, tools: given }: Record<string, unknown> = Object(input);
    const asked: readonly unknown[] = Array.isArray(all) ? all : [input];
    return said(asked, given, [preferred_output, non_preferred_output]);
  },
  messages: allMessages,
  turns: (row) => allMessages(row).filter(({ role }) => role === 'user').length,
  answer: (row) => allMessages(row).findLast(({ role }) => role === 'assistant'),
  lesson: (row) => [...row.input.messages, ...row.preferred_output],
  tokens: preferenceTokens,
});
