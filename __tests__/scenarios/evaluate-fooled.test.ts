/** Rows, answers and kept files that were made to fool a verdict, or to take the step's memory and time. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { type Asked, type ModelServer, modelServer, questions, said } from '../support/models.ts';
import { peakOf } from '../support/peak.ts';
import { jsonl, many, write } from '../support/rows.ts';

/** No attack may take more. In MB. */
const MOST = 400;
const ANSWERS = '.answers';
const KEY = 'sk-test-5Zq8Xr7vLp2TnWb4Kd9m';

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** The new model is always right, the old one never. */
const better = (asked: Asked) => said(asked.model === 'new' ? asked.prompt.replace('q', 'a').trim() : '?');

async function evaluated(
  rows: readonly object[],
  {
    inputs = {},
    answer = better,
    workspace = newFolder(),
  }: {
    inputs?: Record<string, string>;
    answer?: (asked: Asked) => ReturnType<typeof said>;
    workspace?: string;
  } = {},
) {
  const server = await modelServer(answer);
  servers.push(server);
  write(workspace, 'eval.jsonl', jsonl(rows));
  let peak = () => 0;
  const outcome = await runAction({
    workspace,
    inputs: {
      ...{ operation: 'evaluate', model: 'new', baseline: 'old', base_url: server.url, api_key: KEY },
      ...{ evaluation_file: 'eval.jsonl', grader: 'eq', artifact_name: '', ...inputs },
    },
    onStart: (child) => {
      peak = peakOf(child);
    },
  });
  expect(outcome.log).not.toMatch(/failed unexpectedly/);
  expect(peak()).toBeLessThan(MOST);
  return { ...outcome, server, workspace };
}

const [one] = questions(1);
const row = (content: string, reference: string, more: object = {}) => ({
  messages: [
    { role: 'user', content },
    { role: 'assistant', content: reference },
  ],
  ...more,
});

describe('rows that prove nothing more', () => {
  test.each<[string, readonly object[]]>([
    ['one row forty times', many(40, () => one ?? {})],
    ['with other fields', many(40, (number) => ({ ...one, id: number }))],
    ['with other blanks around it', many(40, (number) => row(`q1${' '.repeat(number)}`, 'a1'))],
  ])('%s is one row, of which min_rows says that it is too few', async (_, rows) => {
    const { exitCode, outputs, errors, server } = await evaluated(rows);
    expect([exitCode, outputs.verdict ?? '', server.asked.length]).toEqual([1, '', 0]);
    expect(errors.join()).toContain('Of the 40 rows of evaluation_file 1 differs in what is asked or graded');
  });

  test('rows among others that stand there twice are asked once, and count once', async () => {
    const { outputs, warnings, server } = await evaluated([...questions(60), ...questions(40)]);
    expect(server.asked.length).toBe(120);
    expect([outputs.wins, outputs.losses, outputs.ties]).toEqual(['60', '0', '0']);
    expect(warnings.join()).toContain('40 rows of evaluation_file ask and are graded as an earlier one');
  });

  test('one prompt with forty references is one piece of evidence', async () => {
    const rows = many(40, (number) => row('q1', `${number} a1`));
    const { exitCode, outputs, warnings } = await evaluated(rows, { inputs: { grader: 'fuzzy_match' } });
    expect([exitCode, outputs.verdict]).toEqual([1, 'inconclusive']);
    expect(warnings.join()).toContain('rows of one prompt are taken for belonging together');
  });

  test.each([1, 2])('%d conversations prove no gain, however many rows they have', async (talks) => {
    const rows = questions(60).map((given, index) => ({ ...given, talk: index % talks }));
    const { exitCode, outputs } = await evaluated(rows, { inputs: { cluster_by: 'talk' } });
    expect([exitCode, outputs.verdict]).toEqual([1, 'inconclusive']);
  });
});

describe('answers without end', () => {
  test('of five megabytes each: they are graded, and not held', async () => {
    const long = 'x'.repeat(5_000_000);
    const { outputs } = await evaluated(questions(40), { answer: () => said(long), inputs: { answers_path: ANSWERS } });
    expect(outputs.verdict).toBe('inconclusive');
  });

  test('with a key in them: it is not kept', async () => {
    const { workspace } = await evaluated(questions(40), {
      answer: () => said(`Your key is ${KEY}.`),
      inputs: { answers_path: ANSWERS },
    });
    const folder = path.join(workspace, ANSWERS);
    const kept = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
    expect(kept.join()).toContain('Your key is ***.');
    expect(kept.join()).not.toContain(KEY);
  });
});

describe('kept answers that somebody made', () => {
  const withKept = (put: (folder: string) => void) => {
    const workspace = newFolder();
    mkdirSync(path.join(workspace, ANSWERS));
    put(path.join(workspace, ANSWERS));
    return evaluated(questions(40), { workspace, inputs: { answers_path: ANSWERS } });
  };
  const line = (question: string) => `{"question":"${question}","by":"x","v":1}\n`;

  test.each<[string, (folder: string) => void]>([
    ['a line of 150 MB', (folder) => writeFileSync(path.join(folder, '1-1.answers.jsonl'), Buffer.alloc(150_000_000, 0x61))],
    [
      'a line of 150 MB before others',
      (folder) =>
        writeFileSync(
          path.join(folder, '1-1.answers.jsonl'),
          Buffer.concat([Buffer.alloc(150_000_000, 0x61), Buffer.from(`\n${line('a'.repeat(64))}`)]),
        ),
    ],
    [
      'one question 300,000 times',
      (folder) => writeFileSync(path.join(folder, '1-1.answers.jsonl'), line('b'.repeat(64)).repeat(300_000)),
    ],
    ['a link that leads nowhere', (folder) => symlinkSync('/nowhere', path.join(folder, '1-1.answers.jsonl'))],
    ['a link that leads to what never ends', (folder) => symlinkSync('/dev/zero', path.join(folder, '1-1.answers.jsonl'))],
    ['a folder of the name', (folder) => mkdirSync(path.join(folder, '1-1.answers.jsonl'))],
  ])('%s: the rows are asked', async (_, put) => {
    const { exitCode, outputs, server } = await withKept(put);
    expect([exitCode, outputs.verdict, server.asked.length]).toEqual([0, 'pass', 80]);
  });
});
