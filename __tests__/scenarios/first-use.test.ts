/** What a newcomer writes first: data of other tools, paths as one types them, a method that the rows ask for. */
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

function workspaceWith(files: Readonly<Record<string, string>>): string {
  const workspace = newFolder();
  for (const [name, content] of Object.entries(files)) write(workspace, name, content);
  return workspace;
}
const validate = (files: Readonly<Record<string, string>>, inputs: Run['inputs']): Promise<Outcome> =>
  runAction({
    workspace: workspaceWith(files),
    inputs: { operation: 'validate', provider: 'openai', model: 'gpt-4.1-mini-2025-04-14', ...inputs },
  });
const good = jsonl(many(12, chatRow));
const graded = jsonl(
  many(12, (number) => ({ messages: [{ role: 'user', content: `Double ${number}.` }], answer: `${number * 2}` })),
);

describe('data in the form of something else is named, once, with the way over', () => {
  test.each<[string, string, Run['inputs'], readonly string[]]>([
    [
      'CSV',
      `prompt,completion\n${many(12, (number) => `q${number},a${number}`).join('\n')}`,
      {},
      ['The file is a CSV table. Convert it: python3'],
    ],
    [
      'ShareGPT',
      jsonl(
        many(12, (number) => ({
          conversations: [
            { from: 'human', value: `q${number}` },
            { from: 'gpt', value: `a${number}` },
          ],
        })),
      ),
      {},
      ['The row is in the form of ShareGPT', 'It is so on 12 lines. Convert it: jq'],
    ],
    ['rows of another method', good, { method: 'dpo' }, ['It fits method: supervised. It is so on 12 lines.']],
  ])('%s', async (_, content, inputs, words) => {
    const { exitCode, errors } = await validate({ 'train.jsonl': content }, { training_file: 'train.jsonl', ...inputs });
    expect(exitCode).toBe(1);
    // One annotation, and the verdict that quotes it.
    expect(errors).toHaveLength(2);
    for (const text of words) expect(errors[0]).toContain(text);
  });

  test('rows for reinforcement: what the message says to write is enough', async () => {
    const first = await validate({ 'train.jsonl': graded }, { training_file: 'train.jsonl' });
    const method = /It fits method: (\{.*?\})\. It is so/.exec(first.errors[0] ?? '')?.[1];
    expect(first.errors[0]).toContain('It needs a validation_file, too.');
    const second = await validate(
      { 'train.jsonl': graded, 'valid.jsonl': graded.replaceAll('Double', 'Twice') },
      { training_file: 'train.jsonl', validation_file: 'valid.jsonl', method, model: 'my-model', provider: 'sandbox' },
    );
    expect(second.errors).toEqual([]);
  });
});

describe('paths as one types them', () => {
  test.each([
    ['several on a line', 'a.jsonl, b.jsonl', 'Give one path a line: a.jsonl and b.jsonl each on its own.'],
    ['in other letters', 'data/Chat.jsonl', 'Did you mean data/chat.jsonl? Capital and small letters differ.'],
  ])('%s', async (_, training_file, words) => {
    const { exitCode, errors } = await validate({ 'a.jsonl': good, 'b.jsonl': good, 'data/chat.jsonl': good }, { training_file });
    expect([exitCode, errors]).toEqual([1, [expect.stringContaining(words)]]);
  });
});

describe('an error is of the case that it is in', () => {
  const base = { model: 'm-1', training_file: 'train.jsonl', base_url: 'http://127.0.0.1:9/v1', api_key: 'k' };
  const jobs = { ...base, model: undefined, training_file: undefined };
  test.each<[string, Run['inputs'], RegExp, RegExp | undefined]>([
    [
      'a grader that is missing, with a grader for an example',
      { ...base, method: '{type: reinforcement, reinforcement: {}}' },
      /grader.*string_check/,
      /type: supervised/,
    ],
    [
      'all that is wrong and missing, in one run',
      { ...base, model: undefined, training_file: undefined, seed: 'x', strict: 'perhaps' },
      /4 inputs are wrong:.*model.*training_file/,
      undefined,
    ],
    [
      'a map within metadata, without the insides of a library',
      { ...base, metadata: '{"a":{"b":1}}' },
      /metadata\.a/,
      /items|flow|range/,
    ],
    [
      'YAML that cannot be read is not missing',
      { ...base, metadata: 'branch: feature/x: y' },
      /metadata.*cannot be read/,
      /is missing/,
    ],
    ['a tab in YAML likewise', { ...base, method: 'type: supervised\n\tsupervised: {}' }, /method.*cannot be read/, /is missing/],
    ['a word for a method', { ...base, method: 'sft' }, /method is "sft"; it must be supervised, dpo/, /is missing/],
    [
      'a word that is no status, in a list',
      { ...jobs, operation: 'list', status: 'done' },
      /status.*"done".*succeeded/,
      /fingerprint/,
    ],
    [
      'nor does a slip make a release empty',
      { ...base, operation: 'retrieve', status: 'success!', if_not_found: 'empty' },
      /status is "success!"/,
      undefined,
    ],
    [
      'plain http to a public name, with what is allowed',
      { ...base, base_url: 'http://vllm.internal.example.com:8000/v1', allow_http: 'true' },
      /private addresses.*names without a dot.*svc\.cluster\.local/,
      /on loopback only/,
    ],
    [
      'a limit of costs without a price, with what helps',
      { ...base, max_cost_usd: '50' },
      /Give price_per_million_tokens\./,
      /fewer epochs|higher max_cost/,
    ],
  ])('%s', async (_, inputs, words, never) => {
    const workspace = newFolder();
    write(workspace, 'train.jsonl', good);
    const { exitCode, errors, outputs } = await runAction({ workspace, inputs: { ...inputs, artifact_name: '' } });
    expect(exitCode).toBe(1);
    expect(errors.join()).toMatch(words);
    if (never !== undefined) expect(errors.join()).not.toMatch(never);
    expect(outputs.error_code).not.toBe('data');
  });

  test('data that is too expensive has passed all the same', async () => {
    const workspace = newFolder();
    write(workspace, 'train.jsonl', good);
    const inputs = { ...base, price_per_million_tokens: '5', max_cost_usd: '0.000001', artifact_name: '' };
    const { outputs } = await runAction({ workspace, inputs });
    expect(outputs).toMatchObject({ valid: 'true' });
    expect(outputs.error_code).not.toBe('data');
  });
});
