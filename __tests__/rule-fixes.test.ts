/** Commands that rules print as their fix, run on files that break the rule. Those for files and rows of other kinds stand with their kinds. */
import { describe, expect, test } from '@jest/globals';
import { completion, fine, other } from '../src/dataset/rules/examples.ts';
import type { Content, Example } from '../src/dataset/rules/rule.ts';
import { RULES, UNREAD } from '../src/dataset/rules/rules.ts';
import { commandIn, needsProgram, runFix } from './support/commands.ts';
import { checked, judge } from './support/judge.ts';

const contentOf = (example: Example): Content =>
  typeof example === 'string' || example instanceof Uint8Array ? example : example.content;

const COMMANDS = RULES.flatMap(({ id, fix, breaks }) => {
  const command = commandIn(fix);
  if (command === undefined || UNREAD.has(id)) return [];
  return breaks().map((example, index) => ({ name: `${id} ${index}`, id, command, content: contentOf(example) }));
});

/** The rules that a file breaks under the model and the platform of the cases. */
const broken = async (content: Content) => (await judge({ 'a.jsonl': content })).map(({ rule }) => rule);

describe('what a rule prints as its fix, fixes it', () => {
  test('there are some', () => expect(new Set(COMMANDS.map(({ id }) => id)).size).toBeGreaterThanOrEqual(5));
  test.each(COMMANDS)('$name', async ({ id, command, content }) => {
    expect(await broken(content)).toContain(id);
    if (!needsProgram(command.split(' ')[0] ?? '')) return;
    expect(await broken(runFix(command, content))).not.toContain(id);
  });

  test.each([
    ['gpt-4.1-mini-2025-04-14', `${JSON.stringify(completion)}\n`],
    ['davinci-002', `${fine}\n${other}\n`],
  ])('rows that %s does not take are converted', async (model, content) => {
    const told = (await judge({ 'a.jsonl': content }, { model })).find(({ rule }) => rule === 'file/format-for-model');
    const command = commandIn(told?.message ?? '') ?? '';
    if (!needsProgram('jq')) return;
    const { dataset } = await checked({ 'a.jsonl': runFix(command, content) }, { model });
    expect(dataset.counts.map(({ rule }) => rule)).toEqual(['file/too-few-rows']);
  });
});
