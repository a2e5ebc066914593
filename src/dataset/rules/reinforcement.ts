/** Reinforcement: a prompt, and what the grader reads. */
import { ours, words } from '../../words.ts';
import type { Conversation } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { assistant, line, row, user } from './examples.ts';
import { example, RFT, rule } from './rule.ts';

/** What must hold in a row of reinforcement fine-tuning. */
export const REINFORCEMENT_RULES = [
  rule({
    id: 'reinforcement/missing-item',
    severity: 'error',
    summary: 'The grader uses a field that the row does not have',
    fix: 'Add the field to the row, or take it out of the grader.',
    source: RFT,
    breaks: () => [example(row(user), { method: 'reinforcement', graderItems: ['answer'] })],
    keeps: () => [example(line({ messages: [user], answer: 1 }), { method: 'reinforcement', graderItems: ['answer'] })],
    check(given: object, report, { graderItems }) {
      for (const name of graderItems)
        if (!(name in given)) report(words`The grader uses item.${ours(name)}, which the row does not have.`);
    },
  }),
  rule({
    id: 'reinforcement/system-role',
    severity: 'warning',
    summary: 'The API describes no role system for reinforcement',
    fix: 'Write developer.',
    source: RFT,
    breaks: () => [
      example(row({ role: 'system', content: 'x' }, user), { method: 'reinforcement', profile: { developerRole: true } }),
      example(row(user, { role: 'system', content: 'x' }, user), { method: 'reinforcement', profile: { developerRole: true } }),
    ],
    keeps: () => [
      example(row({ role: 'developer', content: 'x' }, user), { method: 'reinforcement', profile: { developerRole: true } }),
      example(row(user, assistant, user), { method: 'reinforcement', profile: { developerRole: true } }),
    ],
    check({ messages }: Conversation, report, { profile: { developerRole } }) {
      const system = messages.findIndex(({ role }) => role === 'system');
      // Where there is no role developer, system is what it is called.
      if (system >= 0 && developerRole) report(words`messages[${system}] is by ${quote('system')}.`);
    },
  }),
  rule({
    id: 'reinforcement/last-not-user',
    severity: 'error',
    summary: 'The last message is not by the user',
    fix: 'End the prompt with the message of the user.',
    source: RFT,
    breaks: () => [example(row(user, assistant), { method: 'reinforcement' })],
    keeps: () => [
      example(line({ messages: [user], nums: Array.from({ length: 12_000 }, (_, index) => index) }), { method: 'reinforcement' }),
      example(row(user), { method: 'reinforcement' }),
    ],
    check({ messages }: Conversation, report) {
      const role = messages.at(-1)?.role ?? '';
      if (role !== 'user') report(words`The last message is by ${quote(role)}.`);
    },
  }),
] as const;
