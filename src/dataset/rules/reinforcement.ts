/** Reinforcement: a prompt, and what the grader reads. */
import { ours, words } from '../../words.ts';
import type { Conversation } from '../formats/messages.ts';
import { quote } from '../quote.ts';
import { assistant, line, row, user } from './examples.ts';
import { example, type ItemRead, RFT, rule } from './rule.ts';

const isIndex = (step: string) => /^\d+$/.test(step);
const named = (path: readonly string[]) =>
  path.reduce((text, step) => (isIndex(step) ? `${text}[${step}]` : `${text}.${step}`), 'item');

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** Why a path leads to nothing in a row; undefined when it leads to something. */
function gapIn(row: object, { path, printed }: ItemRead): string | undefined {
  let value: unknown = row;
  for (const [index, step] of path.entries()) {
    const before = named(path.slice(0, index));
    if (typeof value !== 'object' || value === null) return `${before} is ${kindOf(value)}`;
    if (!Object.hasOwn(value, step) || (Array.isArray(value) && !isIndex(step)))
      return index === 0 ? '' : `${before} has no ${step}`;
    value = Reflect.get(value, step);
  }
  return printed === true && (value === null || value === undefined) ? `${named(path)} is null` : undefined;
}

/** What the grader reads and the row does not have. */
function* gapsIn(row: object, reads: readonly ItemRead[], optional: boolean): Generator<string> {
  for (const read of reads) {
    if ((read.optional === true) !== optional) continue;
    const gap = gapIn(row, read);
    if (gap !== undefined)
      yield `The grader uses ${named(read.path)}, which the row does not have${gap === '' ? '' : `: ${gap}`}.`;
  }
}

const needs = (graderItems: readonly ItemRead[]) => ({ method: 'reinforcement', graderItems }) as const;
const ANSWER = needs([{ path: ['answer'], printed: true }]);
const NESTED = needs([{ path: ['reference', 'answer'], printed: true }]);
const IN_LIST = needs([{ path: ['answers', '0', 'text'] }]);

/** What must hold in a row of reinforcement fine-tuning. */
export const REINFORCEMENT_RULES = [
  rule({
    id: 'reinforcement/missing-item',
    severity: 'error',
    summary: 'The grader uses a field that the row does not have',
    fix: 'Add the field to the row, or take it out of the grader.',
    source: RFT,
    breaks: () => [
      example(row(user), ANSWER),
      example(line({ messages: [user], answer: null }), ANSWER),
      example(line({ messages: [user], reference: { solution: '4' } }), NESTED),
      example(line({ messages: [user], reference: null }), NESTED),
      example(line({ messages: [user], reference: '4' }), NESTED),
      example(line({ messages: [user], answers: [] }), IN_LIST),
      example(line({ messages: [user], answers: ['4'] }), IN_LIST),
    ],
    keeps: () => [
      example(line({ messages: [user], answer: 1 }), ANSWER),
      example(line({ messages: [user], answer: '' }), ANSWER),
      example(line({ messages: [user], reference: { answer: false } }), NESTED),
      example(line({ messages: [user], answers: [{ text: null }] }), IN_LIST),
    ],
    check(given: object, report, { graderItems }) {
      for (const gap of gapsIn(given, graderItems, false)) report(ours(gap));
    },
  }),
  rule({
    id: 'reinforcement/absent-item',
    severity: 'warning',
    summary: 'The grader asks for a field that rows do not have, and goes on without it',
    fix: 'Add the field to the rows, if the grader is to see it.',
    source: RFT,
    once: 'warning',
    breaks: () => [example(row(user), needs([{ path: ['answer'], optional: true }]))],
    keeps: () => [example(line({ messages: [user], answer: null }), needs([{ path: ['answer'], optional: true }]))],
    check(given: object, report, { graderItems }) {
      for (const gap of gapsIn(given, graderItems, true)) report(ours(gap));
    },
  }),
  rule({
    id: 'reinforcement/system-role',
    severity: 'warning',
    summary: 'The API describes no role system for reinforcement',
    fix: 'Write developer.',
    source: RFT,
    once: 'warning',
    breaks: () => [
      example(row({ role: 'system', content: 'x' }, user), { method: 'reinforcement', profile: { developerRole: true } }),
      example(row(user, { role: 'system', content: 'x' }, user), { method: 'reinforcement', profile: { developerRole: true } }),
    ],
    keeps: () => [
      example(row({ role: 'developer', content: 'x' }, user), { method: 'reinforcement', profile: { developerRole: true } }),
      example(row(user, assistant, user), { method: 'reinforcement', profile: { developerRole: true } }),
    ],
    check({ messages }: Conversation, report, { profile: { developerRole } }) {
      // Where there is no role developer, system is what it is called.
      if (developerRole && messages.some(({ role }) => role === 'system')) report(words`A message is by ${quote('system')}.`);
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
