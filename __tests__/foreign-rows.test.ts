import { describe, expect, test } from '@jest/globals';
import { conversionOf, foreignForm, foreignForms } from '../src/dataset/foreign/foreign.ts';
import type { DataFormat } from '../src/dataset/formats/formats.ts';
import type { MethodType } from '../src/dataset/formats/messages.ts';
import { severityOf } from '../src/dataset/rules/rules.ts';
import { checkRow } from '../src/dataset/scan/check-row.ts';
import { newFolder } from './support/action.ts';
import { commandIn, needsProgram, runFix } from './support/commands.ts';
import { chatRow, completionRow, jsonl, preferenceRow, reinforcementRow, write } from './support/rows.ts';

/** The method of rows that are for another one than supervised. */
const METHODS: Readonly<Partial<Record<DataFormat, MethodType>>> = { preference: 'dpo', reinforcement: 'reinforcement' };
const profile = { minimumRows: 1, bom: 'error', imagesPerRow: 10, developerRole: true } as const;

/** What is wrong with rows, in the format that they were made in. */
const faults = (text: string, format: DataFormat) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => checkRow(JSON.parse(line), { method: METHODS[format] ?? 'supervised', profile, graderItems: [] }).found)
    .filter(({ rule }) => severityOf(rule, profile, false) === 'error');

/** Files that a command reads besides, by their placeholders. */
function places(): Record<string, string> {
  const folder = newFolder();
  const examples = (mark: string) => foreignForms().find(({ name }) => name.startsWith(mark))?.examples ?? [];
  write(folder, 'requests', jsonl(examples('batch requests (custom_id, method, url and body)')));
  write(folder, 'output', jsonl(examples('the output of a batch')));
  return { OUTPUT: `'${folder}/output'`, REQUESTS: `'${folder}/requests'` };
}

describe('rows of other tools', () => {
  test.each(foreignForms().map((form) => [form.name, form] as const))('%s: known by its rows, and converted', (_, form) => {
    for (const example of form.examples) expect(foreignForm(example)).toBe(form);
    const fix = conversionOf(form);
    expect(fix.length).toBeLessThan(860);
    const command = commandIn(fix) ?? '';
    expect(command.split("'")).toHaveLength(3);
    if (!needsProgram('jq')) return;
    const made = runFix(command, jsonl(form.examples), places());
    expect(made.split('\n').length).toBeGreaterThan(1);
    expect(faults(made, form.makes)).toEqual([]);
  });

  test('a name is said once, and none of them is empty', () => {
    const names = foreignForms().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => name === '')).toEqual([]);
  });

  test('what a conversion says is what the rows said', () => {
    if (!needsProgram('jq')) return;
    const converted = (row: object) => {
      const form = foreignForm({ ...row });
      return form === undefined ? undefined : JSON.parse(runFix(commandIn(conversionOf(form)) ?? '', jsonl([row]), places()));
    };
    const spoken = [
      { role: 'user', content: 'Say "it\'s".' },
      { role: 'assistant', content: "It's\nso: ü 🎈" },
    ];
    const [user, assistant] = spoken.map(({ content }) => content);
    expect(
      converted({
        conversations: [
          { from: 'human', value: user },
          { from: 'gpt', value: assistant },
        ],
      }),
    ).toEqual({ messages: spoken });
    expect(converted({ instruction: 'Say', input: '"it\'s".', output: assistant })).toEqual({
      messages: [{ role: 'user', content: 'Say\n\n"it\'s".' }, spoken[1]],
    });
    expect(converted({ messages: JSON.stringify(spoken) })).toEqual({ messages: spoken });
    expect(
      converted({
        contents: [
          { role: 'user', parts: [{ text: user }] },
          { role: 'model', parts: [{ text: assistant }] },
        ],
      }),
    ).toEqual({ messages: spoken });
    expect(converted({ prompt: user, chosen: assistant, rejected: 'No.' })).toEqual({
      input: { messages: [spoken[0]] },
      preferred_output: [spoken[1]],
      non_preferred_output: [{ role: 'assistant', content: 'No.' }],
    });
    expect(
      converted({ chosen: `\n\nHuman: ${user}\n\nAssistant: ${assistant}`, rejected: `\n\nHuman: ${user}\n\nAssistant: No.` }),
    ).toEqual({
      input: { messages: [spoken[0]] },
      preferred_output: [spoken[1]],
      non_preferred_output: [{ role: 'assistant', content: 'No.' }],
    });
    const calls = {
      messages: [
        { role: 'user', content: 'Weather?' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'w', input: { city: 'Oslo' } }] },
        {
          role: 'user',
          content: [
            { type: 'tool_result', tool_use_id: 't1', content: 'Rain' },
            { type: 'text', text: 'And?' },
          ],
        },
        { role: 'assistant', content: 'It rains.' },
      ],
      tools: [{ name: 'w', description: 'd', input_schema: { type: 'object' } }],
    };
    expect(converted(calls)).toEqual({
      messages: [
        { role: 'user', content: 'Weather?' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 't1', type: 'function', function: { name: 'w', arguments: '{"city":"Oslo"}' } }],
        },
        { role: 'tool', tool_call_id: 't1', content: 'Rain' },
        { role: 'user', content: 'And?' },
        { role: 'assistant', content: 'It rains.' },
      ],
      tools: [{ type: 'function', function: { name: 'w', description: 'd', parameters: { type: 'object' } } }],
    });
    expect(
      converted({ custom_id: 'r1', method: 'POST', url: '/v1/chat/completions', body: { model: 'm', messages: [spoken[0]] } }),
    ).toEqual({
      messages: [spoken[0], { role: 'assistant', content: 'Helium.' }],
    });
  });

  test.each([
    ['a chat row', chatRow(1)],
    ['a chat row with tools', chatRow(1, { tools: [] })],
    ['a chat row with a key too many', chatRow(1, { id: 1 })],
    ['a chat row with its history', chatRow(1, { history: [{ role: 'user', content: 'x' }], text: 'y' })],
    ['a completion', completionRow(1)],
    ['a completion with columns', { ...completionRow(1), text: 'x', question: 'y', answer: 'z' }],
    ['a preference', preferenceRow(1)],
    ['a prompt for a grader', reinforcementRow(1)],
    ['nothing', {}],
    ['numbers', { a: 1, b: 2 }],
    ['a label', { text: 'x', label: 1 }],
    ['roles that nobody knows', { messages: [{ role: 'wizard', content: 'x' }] }],
    ['empty lists', { messages: [], conversations: [], data: [] }],
    ['conversations of numbers', { conversations: [1, 2] }],
  ])('%s is none of them', (_, row) => expect(foreignForm({ ...row })).toBeUndefined());
});
