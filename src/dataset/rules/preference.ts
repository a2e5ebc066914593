/** Preferences: of two outputs, which one is wanted. */
import { ours, words } from '../../words.ts';
import type { Conversation, Message } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { assistant, image, line, preference, user } from './examples.ts';
import { DPO, example, rule } from './rule.ts';

interface Preference {
  readonly input: Conversation;
  readonly preferred_output: readonly Message[];
  readonly non_preferred_output: readonly Message[];
}

const outputsOf = ({ preferred_output, non_preferred_output }: Preference) =>
  [
    ['preferred_output', preferred_output],
    ['non_preferred_output', non_preferred_output],
  ] as const;

/** What must hold in a row of direct preference optimisation. */
export const PREFERENCE_RULES = [
  rule({
    id: 'preference/output-role',
    severity: 'error',
    summary: 'An output has a message that is not by the assistant',
    fix: 'Keep the message of the assistant only.',
    source: DPO,
    breaks: () => [
      example(line({ ...preference(1), preferred_output: [user] }), { method: 'dpo' }, [
        'preference/output-role@1',
        'preference/output-role@1',
      ]),
    ],
    keeps: () => [example(line(preference(1)), { method: 'dpo' })],
    check(pair: Preference, report) {
      for (const [name, messages] of outputsOf(pair)) {
        const foreign = messages.find(({ role }) => role !== 'assistant' && role !== 'tool');
        if (foreign !== undefined) report(words`${ours(name)} has a message by ${quote(foreign.role)}.`);
        if (!messages.some(({ role }) => role === 'assistant')) report(words`${ours(name)} has no message by the assistant.`);
      }
    },
  }),
  rule({
    id: 'preference/output-count',
    severity: 'warning',
    summary: 'An output has more than one message',
    fix: 'Keep one message in each output.',
    source: DPO,
    once: 'warning',
    breaks: () => [example(line({ ...preference(1), preferred_output: [assistant, assistant] }), { method: 'dpo' })],
    keeps: () => [example(line(preference(1)), { method: 'dpo' })],
    check(pair: Preference, report) {
      for (const [name, messages] of outputsOf(pair))
        if (messages.length > 1) report(words`${ours(name)} has ${messages.length} messages.`);
    },
  }),
  rule({
    id: 'preference/not-text',
    severity: 'error',
    summary: 'The row holds something other than text',
    fix: 'Write text only.',
    source: DPO,
    breaks: () => [
      example(line({ ...preference(1), preferred_output: [{ role: 'assistant', content: [image('https://x.y/z')] }] }), {
        method: 'dpo',
      }),
      example(line({ ...preference(1), input: { messages: [{ role: 'user', content: [image('https://x.y/z')] }] } }), {
        method: 'dpo',
      }),
    ],
    keeps: () => [
      example(line({ ...preference(1), preferred_output: [{ role: 'assistant', content: [{ type: 'text', text: 'x y' }] }] }), {
        method: 'dpo',
      }),
      example(line({ ...preference(1), input: { messages: [{ role: 'user', content: [{ type: 'text', text: 'x' }] }] } }), {
        method: 'dpo',
      }),
    ],
    check(pair: Preference, report) {
      for (const [name, messages] of [['input', pair.input.messages] as const, ...outputsOf(pair)])
        if (messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type !== 'text')))
          report(words`${ours(name)} holds a part that is not text.`);
    },
  }),
  rule({
    id: 'preference/identical',
    severity: 'warning',
    summary: 'Both outputs are the same, so there is nothing to prefer',
    fix: 'Change one of them, or remove the row.',
    source: DPO,
    breaks: () => [example(line({ ...preference(1), preferred_output: preference(1).non_preferred_output }), { method: 'dpo' })],
    keeps: () => [example(line(preference(1)), { method: 'dpo' })],
    check({ preferred_output, non_preferred_output }: Preference, report) {
      if (JSON.stringify(preferred_output) === JSON.stringify(non_preferred_output)) report(words`Both outputs are the same.`);
    },
  }),
  rule({
    id: 'preference/last-assistant',
    severity: 'warning',
    summary: 'The last message of the input is by the assistant',
    fix: 'End the input with the question.',
    source: DPO,
    once: 'warning',
    breaks: () => [example(line({ ...preference(1), input: { messages: [assistant] } }), { method: 'dpo' })],
    keeps: () => [example(line(preference(1)), { method: 'dpo' })],
    check({ input }: Preference, report) {
      if (input.messages.at(-1)?.role === 'assistant') report(words`The input ends with a message by the assistant.`);
    },
  }),
] as const;
