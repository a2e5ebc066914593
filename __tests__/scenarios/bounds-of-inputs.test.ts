/** Inputs and data that were made to be large, deep or many: one line says so, memory stays flat, and a cancel is heard. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { randomOf } from '../../src/sandbox/trainer/random.ts';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { peakOf } from '../support/peak.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

/** No attack may take more. In MB. */
const MOST = 400;
const MB = 1024 * 1024;

async function validated(workspace: string, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> {
  let peak = () => 0;
  const outcome = await runAction({
    workspace,
    ...more,
    inputs: {
      ...{ operation: 'validate', model: 'gpt-4.1-mini', provider: 'compatible', base_url: 'http://127.0.0.1:9/v1' },
      ...{ training_file: 'train.jsonl', artifact_name: '', show_rows: 'false', ...inputs },
    },
    onStart: (child) => {
      peak = peakOf(child);
      more.onStart?.(child);
    },
  });
  expect(outcome.log).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(outcome.log).not.toMatch(/failed unexpectedly/);
  expect(peak()).toBeLessThan(MOST);
  return outcome;
}

function withData(content: string | Uint8Array): string {
  const workspace = newFolder();
  write(workspace, 'train.jsonl', content);
  return workspace;
}

const GOOD = JSON.stringify(chatRow(1));

// So many that ten to forty bytes kept of each would go beyond the bound.
describe('lines of a few bytes in their millions', () => {
  test.each<[string, () => string | Uint8Array, number, RegExp]>([
    ['newlines', () => Buffer.alloc(30 * MB, '\n'), 1, /There are no rows/],
    ['CR LF', () => Buffer.alloc(60 * MB, '\r\n'), 1, /There are no rows/],
    ['a digit after a row', () => `${GOOD}\n${'1\n'.repeat(15 * MB)}`, 1, /The data has 15,728,641 errors|15,728,640 errors/],
    [
      'a byte that is no UTF-8',
      () => Buffer.concat([Buffer.from(`${GOOD}\n`), Buffer.alloc(20 * MB, Buffer.from([0xff, 0x0a]))]),
      1,
      /It is so on 10485760 lines/,
    ],
    ['JSON that breaks off', () => '{"a\n'.repeat(5 * MB), 1, /5,242,880 errors/],
    ['an object that is no row', () => '{}\n'.repeat(5 * MB), 1, /The data has 1 error;|5,242,880 errors/],
    ['byte order marks', () => '\ufeff\n'.repeat(5 * MB), 1, /5,242,8\d\d errors/],
    ['blanks', () => Buffer.alloc(100 * MB, ' \n'), 1, /There are no rows/],
    ['newlines after a row', () => Buffer.concat([Buffer.from(`${GOOD}\n`.repeat(12)), Buffer.alloc(200 * MB, '\n')]), 0, /^$/],
    ['rows and blank lines', () => `${GOOD}\n\n`.repeat(400_000), 0, /^$/],
  ])('%s', async (_, content, exitCode, error) => {
    const outcome = await validated(withData(content()));
    expect(outcome.exitCode).toBe(exitCode);
    expect(outcome.errors.at(-1) ?? '').toMatch(error);
  });

  test('each is counted, whatever is kept of it', async () => {
    const outcome = await validated(
      withData(`${GOOD}\n${'x y\n'.repeat(60_000)}${'\n'.repeat(60_000)}${GOOD}\n${'\n'.repeat(9)}`),
    );
    expect(outcome.errors.at(-1)).toMatch(/^The data has 60,000 errors/);
  });
});

describe('of one kind as many as there is room for', () => {
  const lines = (count: number, line: (number: number) => string) => `${many(count, line).join('\n')}\n`;
  const with_ = (more: (number: number) => object) => (number: number) => JSON.stringify(chatRow(number, more(number)));
  const role = (number: number) =>
    JSON.stringify({
      messages: [
        { role: `r${number}`, content: 'q' },
        { role: 'assistant', content: 'a' },
      ],
    });
  const call = (number: number) => ({ id: 'c', type: 'function', function: { name: `f_${number}`, arguments: '{}' } });
  const tool = (number: number) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: `${number}` },
        { role: 'assistant', tool_calls: [call(number)] },
      ],
    });

  test.each<[string, () => string, number, RegExp]>([
    ['roles', () => lines(300_000, role), 1, /The data has 300,000 errors/],
    [
      'keys that nobody knows',
      () =>
        lines(
          200_000,
          with_((number) => ({ [`key_${number}`]: 1 })),
        ),
      0,
      /^$/,
    ],
    ['tools', () => lines(100_000, tool), 0, /^$/],
    ['names', () => lines(200_000, (number) => role(1).replace('r1', `user","name":"n${number}`)), 0, /^$/],
  ])('%s', async (_, content, exitCode, error) => {
    const outcome = await validated(withData(content()));
    expect([outcome.exitCode, outcome.errors.at(-1) ?? '']).toEqual([exitCode, expect.stringMatching(error)]);
  });
});

describe('a row of more values than anybody writes is one problem on its line', () => {
  const inside = (more: string) => `${jsonl(many(12, chatRow))}${GOOD.slice(0, -1)},"more":${more}}\n${GOOD}\n`;
  const deep = (value: string) => `[${`${value},`.repeat(4 * MB)}1]`;
  test.each<[string, () => string]>([
    ['keys', () => inside(`{${many(1_000_000, (key) => `"k${key}":${key}`).join(',')}}`)],
    ['objects', () => inside(deep('{}'))],
    ['lists', () => inside(deep('[]'))],
    ['numbers', () => inside(deep('1'))],
    ['texts', () => inside(deep('""'))],
    ['keys, and no JSON', () => inside(`{${many(1_000_000, (key) => `"k${key}":${key}`).join(',')}`)],
  ])('%s', async (_, content) => {
    const outcome = await validated(withData(content()));
    expect(outcome.errors).toContainEqual(expect.stringContaining('train.jsonl:13: The row holds more than 200000 values.'));
    expect(outcome.errors.at(-1)).toMatch(/^The data has 1 error; nothing was uploaded/);
  });

  test('in rows to be asked as well', async () => {
    const workspace = withData(inside(deep('{}')));
    const inputs = { operation: 'evaluate', baseline: 'old', evaluation_file: 'train.jsonl', training_file: '', grader: 'eq' };
    const outcome = await validated(workspace, { ...inputs, api_key: 'none', min_rows: '5' });
    expect(outcome.errors.at(-1)).toMatch(/^The data has 1 error/);
  });
});

describe('a text that was made to be slow or large', () => {
  const said = (content: string, answer = 'a') =>
    JSON.stringify({
      messages: [
        { role: 'user', content },
        { role: 'assistant', content: answer },
      ],
    });
  const crowd = (count: number) => '\u0301\u0323'.repeat(count);
  test.each<[string, () => string[]]>([
    ['rows of marks that are alike', () => many(2000, () => said(`${crowd(5000)}same`))],
    ['rows of half a million marks', () => many(20, () => said(`q${crowd(250_000)}`, `y${crowd(50_000)}`))],
    ['a word of thirty megabytes', () => [said('qwertyuiopasdfghjklzxcvbnm'.repeat(1_200_000))]],
    ['a word of ten million letters that are no ASCII', () => [said('\u4e2d\u6587'.repeat(5 * MB))]],
  ])('%s', async (_, rows) => {
    const workspace = withData(`${rows().join('\n')}\n${jsonl(many(12, chatRow))}`);
    expect((await validated(workspace)).outputs.valid).toBe('true');
  });
});

test('rows without words are counted in little memory', async () => {
  const random = randomOf(7);
  const signs = () => String.fromCharCode(33 + Math.floor(random() * 90)).repeat(1 + Math.floor(random() * 3));
  const nonsense = () => many(40, signs).join('');
  const rows = many(95_000, (number) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: `${nonsense().repeat(9)}${number}` },
        { role: 'assistant', content: nonsense() },
      ],
    }),
  );
  const outcome = await validated(withData(`${rows.join('\n')}\n`), { model: 'gpt-4.1-mini-2025-04-14' });
  expect([outcome.exitCode, Number(outcome.outputs.estimated_tokens) > 10_000_000]).toEqual([0, true]);
});

/** Cancels as the runner does, once so many bytes were read. */
function cancelAfter(bytes: number): (child: ChildProcess) => void {
  return (child) => {
    const look = setInterval(() => {
      const read = /^rchar: (\d+)$/m.exec(readFileSync(`/proc/${child.pid}/io`, 'utf8'))?.[1];
      if (Number(read) < bytes) return;
      clearInterval(look);
      child.kill('SIGINT');
    }, 20);
    child.on('close', () => clearInterval(look));
  };
}

test('a cancel is heard within a line that has no end', async () => {
  const workspace = withData('x');
  // So much is not read in the time that a test has.
  truncateSync(path.join(workspace, 'train.jsonl'), 8 * 1024 * 1024 * MB);
  const outcome = await validated(workspace, {}, { onStart: cancelAfter(200 * MB) });
  expect(outcome.exitCode).toBe(1);
  expect(outcome.errors).toEqual([expect.stringContaining('was cancelled while the data was being checked')]);
});

describe('a structured input', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const bomb = [
    'a0: &a0 [x, x, x, x, x, x, x, x, x]',
    ...many(8, (level) => `a${level}: &a${level} [${many(9, () => `*a${level - 1}`).join(', ')}]`),
  ];
  test.each<[string, string, RegExp]>([
    ['that holds itself', 'a: &a [*a]', /stands inside what it names/],
    ['that holds itself below', 'a: &a {b: {c: *a}}', /stands inside what it names/],
    ['of aliases of aliases', bomb.join('\n'), /[Ee]xcessive alias count|more than 50000 values/],
    ['that is deep', deep(20_000), /more than 64 deep/],
    ['that is deep in blocks', `a:\n${many(200, (level) => `${' '.repeat(level + 1)}a:`).join('\n')} 1`, /more than 64 deep/],
    ['of keys that are there twice', '{a: 1, b: {c: 1, "c": 2}}', /Map keys must be unique/],
  ])('%s: one line', async (_, text, message) => {
    for (const name of ['extra_body', 'metadata', 'method', 'integrations']) {
      const outcome = await validated(withData(jsonl(many(12, chatRow))), { [name]: text });
      expect(outcome.exitCode).toBe(1);
      expect(outcome.errors).toEqual([expect.stringMatching(new RegExp(`^Input ${name} .*(${message.source})`))]);
    }
  });

  test.each<[string, string, RegExp]>([
    ['of a hundred thousand keys', many(40_000, (key) => `k${key}: ${key}`).join('\n'), /method.type is missing/],
    ['of more keys than are read', many(60_000, (key) => `k${key}: ${key}`).join('\n'), /more than 50000 values/],
    ['of more bytes than are read', `a: ${'x'.repeat(2 * MB)}`, /is larger than 1 MiB/],
  ])('in a file %s', async (_, text, message) => {
    const workspace = withData(jsonl(many(12, chatRow)));
    write(workspace, 'method.yaml', text);
    const outcome = await validated(workspace, { method: 'method.yaml' });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors.join()).toMatch(message);
  });

  test('in a file without end', async () => {
    const workspace = withData(jsonl(many(12, chatRow)));
    write(workspace, 'method.yaml', 'x');
    truncateSync(path.join(workspace, 'method.yaml'), 3 * 1024 * MB);
    const outcome = await validated(workspace, { method: 'method.yaml' });
    expect(outcome.errors).toEqual([expect.stringMatching(/^Input method names a file .*method\.yaml is larger than 1 MiB/)]);
  });
});

test.each([
  '{a,b}'.repeat(30),
  '{1..9999999}.jsonl',
  `${'{'.repeat(25)}a${',b}'.repeat(25)}${'{x,y}'.repeat(20)}`,
  'a{b,c}'.repeat(700),
])('a glob that stands for countless patterns is one line: %s', async (glob) => {
  const outcome = await validated(withData(GOOD), { training_file: glob });
  expect(outcome.exitCode).toBe(1);
  expect(outcome.errors).toEqual([expect.stringMatching(/^The glob .* patterns; at most 1000 are looked for/)]);
});

test('a glob with a few braces is one as ever', async () => {
  const workspace = withData(jsonl(many(12, chatRow)));
  const outcome = await validated(workspace, { training_file: '{train,{other,more}}.{jsonl,json}' });
  expect([outcome.exitCode, outcome.errors]).toEqual([0, []]);
});

test.each([
  ['of many stars', `${'*a'.repeat(60)}*b`],
  ['of many sets', `data/${'[ab]*'.repeat(100)}c`],
  ['of many folders', `${'**/a*/'.repeat(30)}b`],
])('a glob %s is compared with names that were made for it, in time', async (_, glob) => {
  const workspace = withData(jsonl(many(12, chatRow)));
  for (const length of many(20, (number) => 200 + number)) {
    write(workspace, 'a'.repeat(length), '');
    write(workspace, `data/${'a'.repeat(length)}`, '');
  }
  write(workspace, `${'a/'.repeat(60)}x`, '');
  const { errors } = await validated(workspace, { training_file: glob });
  expect(errors).toEqual([expect.stringContaining('no file matches the glob')]);
});

describe('a tokenizer that somebody made', () => {
  const made = (more: object) =>
    JSON.stringify({
      ...{ version: '1.0', added_tokens: [], normalizer: null, post_processor: null, decoder: null },
      pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      model: { type: 'BPE', vocab: { a: 0, b: 1 }, merges: [] },
      ...more,
    });
  const split = (Regex: string) => ({
    pre_tokenizer: { type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false },
  });
  const replace = (Regex: string, content: string) => ({ type: 'Replace', pattern: { Regex }, content });
  const row = (number: number) => chatRow(number, { note: 'a'.repeat(40) });
  const words = (number: number) => ({
    messages: [
      { role: 'user', content: `${'a'.repeat(40)}b ${number} ${'word '.repeat(40)}` },
      { role: 'assistant', content: 'x' },
    ],
  });

  test.each<[string, object, RegExp]>([
    ['whose pattern goes back and forth', split('(a+)+$'), /took longer than 5 s for \d+ bytes/],
    [
      'whose pattern does so over the name of a role',
      split('(\\w|\\w|[a-z]|[a-s]|[a-t]|[a-u]|[a-v]|[a-w]|[a-x]|[a-y])*!'),
      /took longer than 5 s for a few words/,
    ],
    ['whose normalizer does', { normalizer: replace('(\\w+\\s?)+!', 'x') }, /took longer/],
    [
      'that makes much of little',
      { normalizer: { type: 'Sequence', normalizers: many(40, () => replace('.', 'aa')) } },
      /up to 1099511627776 times longer/,
    ],
    [
      'that does so inside',
      { normalizer: { type: 'Sequence', normalizers: [{ type: 'Sequence', normalizers: [replace('.', 'a'.repeat(65))] }] } },
      /65 times longer/,
    ],
  ])('%s: refused in a line', async (_, more, message) => {
    const workspace = withData(jsonl([...many(12, words), ...many(2, row)]));
    write(workspace, 'tokenizer.json', made(more));
    const { exitCode, errors } = await validated(workspace, { model: 'some/model', tokenizer: 'tokenizer.json' });
    expect(exitCode).toBe(1);
    expect(errors.join()).toMatch(message);
    expect(errors.join()).toMatch(/nothing was uploaded/);
  });
});
