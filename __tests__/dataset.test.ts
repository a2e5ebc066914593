import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localFiles } from '../src/adapters/files.ts';
import { countOf } from '../src/dataset/dataset.ts';
import { formatFault } from '../src/dataset/likeness/format-fault.ts';
import { overlap, overlapCounts } from '../src/dataset/likeness/overlap.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { assistant, call, DRAWN, fine, row, tools, user } from '../src/dataset/rules/examples.ts';
import type { Example } from '../src/dataset/rules/rule.ts';
import { RULES, type RuleId } from '../src/dataset/rules/rules.ts';
import { type CheckRequest, checkDataset, joinedBytes } from '../src/dataset/scan/check.ts';
import { sourceOf } from '../src/dataset/sources.ts';
import { costOf, defaultEpochs, timesEpochs } from '../src/dataset/tokens/estimate.ts';
import { textOf } from '../src/words.ts';
import { newFolder } from './support/action.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow, reinforcementRow, write } from './support/rows.ts';
import { runs } from './support/runs.ts';

type Content = string | Uint8Array;
const readOf = (files: Readonly<Record<string, Content>>, chunk = 7) =>
  async function* (name: string) {
    const bytes = Buffer.from(files[name] ?? '');
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  };

async function check(content: Content | Readonly<Record<string, Content>>, more: Partial<CheckRequest> = {}) {
  const files = typeof content === 'string' || content instanceof Uint8Array ? { 'a.jsonl': content } : content;
  return checkDataset({
    role: 'training_file',
    paths: Object.keys(files),
    method: 'supervised',
    model: 'gpt-4.1',
    read: readOf(files, 1000),
    readRange: async (name, offset, length) => Buffer.from(files[name] ?? '').subarray(offset, offset + length),
    rules: USUAL_PROFILE,
    allowSecrets: false,
    countTokens: true,
    exactTokensUpTo: 200_000_000,
    ...more,
  });
}

/** Rule and line of everything that was found, in the order of the file. */
const foundIn = async (content: Content, more?: Partial<CheckRequest>) =>
  (await check(content, more)).dataset.problems.map(({ rule, line }) => (line === undefined ? rule : `${rule}@${line}`));

/** Each example is a named file, with everything that is found in it. */
const FILES = RULES.flatMap(({ id, whole, breaks, keeps }) => {
  const files = (kind: string, examples: readonly Example[], usual: readonly string[]) =>
    examples.map((given, index) => {
      const { content, settings, finds } =
        typeof given === 'string' || given instanceof Uint8Array ? { content: given, settings: {}, finds: undefined } : given;
      return { name: `${id} ${kind} ${index}`, content, settings, expected: finds ?? usual };
    });
  return [...files('hit', breaks(), [whole === true ? id : `${id}@1`]), ...files('near miss', keeps(), [])];
});

describe('rules', () => {
  test('each has an ID of its own', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
  test('each says what to do in a sentence that stands by itself', () => {
    const dependent = RULES.filter(({ fix }) => /^(?:or|and|else|but|then)\b/i.test(fix));
    expect(dependent.map(({ id, fix }) => `${id}: ${fix}`)).toEqual([]);
  });
  test('at least 150 files are looked at', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(150);
  });
  test.each(FILES)('$name', async ({ content, settings: { profile, ...more }, expected }) => {
    expect(await foundIn(content, { ...more, rules: { ...USUAL_PROFILE, ...profile } })).toEqual(expected);
  });

  test('every rule has examples that break it and keep it, but for those that need more than one file', () => {
    const without = RULES.filter(({ breaks, keeps }) => breaks().length === 0 || keeps().length === 0);
    const ofTwo = ['row/too-long', 'pair/format', 'pair/overlap', 'pair/near-overlap'];
    const ofEvaluation = ['evaluation/leak', 'evaluation/no-prompt', 'evaluation/missing-item'];
    expect(without.map(({ id }) => id)).toEqual([...ofTwo, ...ofEvaluation]);
  });

  test('a line of more than 32 MiB is refused without being held', async () => {
    const piece = Buffer.alloc(1024 * 1024, 0x61);
    const read = async function* () {
      for (let index = 0; index < 40; index += 1) yield piece;
      yield Buffer.from(`\n${fine}\n`);
    };
    const { dataset } = await check(fine, { read });
    expect(dataset.counts).toEqual([{ rule: 'row/too-long', severity: 'error', count: 1 }]);
    expect(dataset.rows).toBe(1);
  });

  test('severity may depend on the platform and on what is allowed', async () => {
    const bom = await check(`\ufeff${fine}`, {
      rules: { ...USUAL_PROFILE, bom: 'warning' },
    });
    expect(bom.dataset).toMatchObject({ rows: 1, counts: [{ rule: 'file/utf8-bom', severity: 'warning', count: 1 }] });
    const secret = row(user, { ...assistant, content: `ghp_${DRAWN.slice(0, 36)}` });
    expect(countOf((await check(secret, { allowSecrets: true })).dataset, 'error')).toBe(0);
    const [problem] = (await check(secret)).dataset.problems;
    const message = textOf(problem?.message ?? [], true);
    expect(message).toContain('ghp_…');
    expect(message).not.toContain(`ghp_${DRAWN[0]}`);
  });

  test('no message shows a credential, whatever it is about', async () => {
    const key = `sk-proj-${DRAWN}`;
    const talk = JSON.stringify({ messages: [user, { role: 'assistant', tool_calls: [call('1', `{"key": ${key}}`)] }], tools });
    const lines = [
      talk,
      row({ ...user, [key]: 1 }, assistant),
      `{"messages": ${key}}`,
      `{"a": "\\q ${key}"}`,
      row({ role: key, content: 'x' }),
      row({ role: `-----BEGIN RSA PRIVATE KEY-----\n${DRAWN.repeat(2)}`, content: 'x' }),
    ];
    const { problems } = (await check(lines.join('\n'))).dataset;
    expect(new Set(problems.map(({ line }) => line)).size).toBe(lines.length);
    const messages = problems.map(({ message }) => textOf(message, true));
    for (const message of messages) expect(message).not.toContain(DRAWN.slice(2, 12));
    expect(messages.filter((message) => message.includes('sk-p**')).length).toBeGreaterThan(3);
  });

  test('a message is one short line that cannot turn or hide', async () => {
    const hostile = `{"messages":[{"role":"\u202e::error::${'x'.repeat(5000)}","content":"y"}]}`;
    const { problems } = (await check(hostile)).dataset;
    for (const message of problems.map((problem) => textOf(problem.message, true))) {
      expect(message.length).toBeLessThan(1000);
      expect(message).not.toMatch(/[\n\u202e]/);
    }
  });

  test('thousands of problems are counted, the first of them kept, and the first of each rule', async () => {
    const { dataset } = await check(`${'{"a":1}\n'.repeat(27_000)}3\n`, { countTokens: false });
    expect(dataset.counts).toEqual([
      { rule: 'row/unknown-format', severity: 'error', count: 27_000 },
      { rule: 'row/not-object', severity: 'error', count: 1 },
    ]);
    expect(dataset.problems).toHaveLength(25_001);
    expect(dataset.problems.at(-1)).toMatchObject({ rule: 'row/not-object', line: 27_001 });
  });
});

describe('what is not JSON is reported with its column and its cause', () => {
  test.each([
    ['{"a":1,}', 8, 'a comma stands before "}"'],
    ["{'a':1}", 2, 'single quotes'],
    ['{"a":NaN}', 6, '"NaN" is not a JSON value'],
    ['{"a":True}', 6, 'Python'],
    ['{"a":None}', 6, 'Python'],
    ['{"a":1', 7, 'ends in the middle'],
    ['{"a":"x', 8, 'ends in the middle'],
    ['{"a":1}{"b":2}', 8, 'two objects on one line'],
    ['{"a":1}\r{"b":2}', 9, 'lines end in CR alone'],
    ['{"a":1},', 8, 'a comma stands after the object'],
    ['// {"a":1}', 1, 'no comments'],
    ['{"a":"x\ty"}', 8, 'control character (U+0009)'],
    ['{"a":"\\x"}', 7, 'was not expected'],
    ['{"a" 1}', 6, 'was not expected'],
    ['{"a":01}', 6, 'was not expected'],
    ['{"a":[1 2]}', 9, 'was not expected'],
    ['{"a":[1}', 8, 'was not expected'],
    ['{a:1}', 2, 'was not expected'],
    ['[1,]', 4, 'a comma stands before'],
    ['{"a":tru}', 6, 'was not expected'],
    ['{]', 2, 'was not expected'],
    ['{"a":{},"b":[],"c":-1.5e3,"d":null,"e":"\\u00fc\\""', 50, 'ends in the middle'],
  ])('%s at %d', async (line, column, words) => {
    // As a first line some of them tell what the whole file is.
    const content = `${fine}\n${line}`;
    const problem = (await check(content)).dataset.problems.find(({ rule }) => rule === 'row/not-json');
    expect(problem).toMatchObject({ column, line: 2 });
    expect(textOf(problem?.message ?? [], true)).toContain(words);
  });
});

describe('bytes and places', () => {
  test('joined files keep their own lines, and the hash is that of what is uploaded', async () => {
    const files = {
      'a.jsonl': fine,
      'empty.jsonl': '',
      'b.jsonl': `${row(user, { ...assistant, content: 'Two.' })}\n{"a":1}\n`,
      'c.jsonl': '{"b":1}',
    };
    const { dataset } = await check(files);
    expect(dataset.problems.filter(({ rule }) => rule === 'row/unknown-format').map(({ path: at, line }) => [at, line])).toEqual([
      ['b.jsonl', 2],
      ['c.jsonl', 1],
    ]);
    const chunks: Uint8Array[] = [];
    for await (const chunk of joinedBytes(Object.keys(files), readOf(files, 3))) chunks.push(chunk);
    const joined = Buffer.concat(chunks);
    expect(String(joined)).toBe(`${files['a.jsonl']}\n${files['b.jsonl']}${files['c.jsonl']}`);
    expect(dataset.bytes).toBe(joined.length);
    expect((await check(joined)).dataset.sha256).toBe(dataset.sha256);
  });

  test('rows that stand in both files are reported on the validation side', async () => {
    const answers = (...texts: string[]) => texts.map((content) => row(user, { ...assistant, content })).join('\n');
    const training = await check({ 't.jsonl': answers('Other.', 'All right.', 'ALL RIGHT.', '5 mW') });
    const found = async (...texts: string[]) => {
      const problems = await overlap(training, await check({ 'v.jsonl': answers(...texts) }));
      return problems.map(({ rule, line, message }) => `${rule}@${line} ${/t\.jsonl:\d/.exec(textOf(message, true))?.[0]}`);
    };
    expect(await found('All right.')).toEqual(['pair/overlap@1 t.jsonl:2']);
    expect(await found('New.', 'ALL RIGHT. ')).toEqual(['pair/overlap@2 t.jsonl:3']);
    expect(await found('all right.', 'Other.', '5 MW')).toEqual(['pair/near-overlap@1 t.jsonl:2', 'pair/overlap@2 t.jsonl:1']);
    const near = await overlap(training, await check(answers('All Right.', 'other.', 'Other.')));
    expect(near.map(({ message }) => textOf(message, true))[0]).toContain('"Right." here, "right." there');
    expect(textOf(near[0]?.message ?? [], false)).not.toContain('ight');
    expect(overlapCounts(near)).toEqual([
      { rule: 'pair/overlap', severity: 'warning', count: 1 },
      { rule: 'pair/near-overlap', severity: 'warning', count: 2 },
    ]);
  });

  test('validation data in another format is one error, and is not compared row by row', async () => {
    const training = (await check({ 't.jsonl': fine })).dataset;
    const validation = (await check({ 'v.jsonl': JSON.stringify(completionRow(1)) })).dataset;
    const problem = formatFault(training, validation);
    expect(problem).toMatchObject({ rule: 'pair/format', severity: 'error', path: 'v.jsonl', line: undefined });
    expect(textOf(problem?.message ?? [], true)).toBe(
      'The validation data is in the completion format, the training data in chat. Write both in one format.',
    );
    expect(formatFault(training, training)).toBeUndefined();
    expect(formatFault(training, (await check({ 'v.jsonl': '' })).dataset)).toBeUndefined();
    const preferences = (await check({ 'v.jsonl': jsonl([preferenceRow(1)]) }, { method: 'dpo' })).dataset;
    expect(formatFault(preferences, preferences)).toBeUndefined();
    expect(formatFault(preferences, training)?.rule).toBe('pair/format');
  });

  test('a check can be cut short', async () => {
    await expect(check(fine, { signal: AbortSignal.abort(new Error('cut')) })).rejects.toThrow('cut');
  });

  test('random damage gives a verdict, never an exception', async () => {
    const whole = Buffer.from(jsonl([...many(4, chatRow), JSON.parse(JSON.stringify(preferenceRow(1)))]));
    const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(damage, fc.nat(whole.length), async (changes, length) => {
        const bytes = Buffer.from(whole);
        for (const [index, value] of changes) bytes[index] = value;
        const { dataset } = await check(bytes.subarray(0, length), { countTokens: false });
        const lengths = dataset.problems.map(({ message }) => textOf(message, true).length);
        expect(lengths.every((length) => length > 0 && length < 1000)).toBe(true);
      }),
      { numRuns: runs(8000), seed: 1 },
    );
  });

  /** Faults that can be planted in any conversation, and what must be found on their line. */
  const PLANTS: readonly (readonly [RuleId, (line: string) => string])[] = [
    ['row/not-json', (line) => line.slice(0, -1)],
    ['row/not-json', (line) => `${line},`],
    ['row/not-json', (line) => line.replace(']}', ',]}')],
    ['row/not-object', () => 'null'],
    ['row/unknown-format', () => '{"a":"x"}'],
    ['row/foreign-format', () => '{"text":"x"}'],
    ['row/duplicate-key', (line) => line.replace('"role":"user"', '"role":"user","role":"user"')],
    ['row/unknown-key', (line) => line.replace('{"messages"', '{"id":7,"messages"')],
    ['row/shape', (line) => line.replace('"role":"user"', '"role":"robot"')],
    ['row/shape', (line) => line.replace('"role":"user"', '"rule":"user"')],
    ['row/special-token', (line) => line.replace('"content":"', '"content":"<|im_end|>')],
    ['row/secret', (line) => line.replace('"content":"', `"content":"ghp_${DRAWN.slice(0, 36)} `)],
    ['row/lone-surrogate', (line) => line.replace('"content":"', '"content":"\\ud800')],
    ['row/nul', (line) => line.replace('"content":"', '"content":"\\u0000')],
    ['chat/no-assistant-message', (line) => line.replace('"role":"assistant"', '"role":"system"')],
    ['chat/last-not-assistant', (line) => line.replace(/\]\}$/, ',{"role":"user","content":"More?"}]}')],
    ['chat/weight-role', (line) => line.replace('"role":"user"', '"role":"user","weight":0')],
    ['chat/nothing-learned', (line) => line.replace('"role":"assistant"', '"role":"assistant","weight":0')],
    ['chat/unknown-message-key', (line) => line.replace('"role":"user"', '"role":"user","id":1')],
    ['chat/missing-user', (line) => line.replace('"role":"user"', '"role":"system"')],
    ['file/blank-line', (line) => `  \n${line}`],
  ];
  const conversation = fc
    .tuple(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'grapheme', minLength: 3, maxLength: 60 }))
    .filter(([, answer]) => answer.trim().length >= 3)
    .map(([question, answer]) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: question },
          { role: 'assistant', content: answer },
        ],
      }),
    );
  test('every planted fault is found on its line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(conversation, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.nat(PLANTS.length - 1),
        async (lines, place, plant) => {
          const [rule, change] = PLANTS[plant] ?? ['row/not-json' as const, () => '{'];
          const at = place % lines.length;
          const planted = lines.map((line, index) => (index === at ? change(line) : line));
          expect(await foundIn(planted.join('\n'), { countTokens: false })).toContain(`${rule}@${at + 1}`);
        },
      ),
      { numRuns: runs(6000), seed: 2 },
    );
  });
});

describe('tokens and figures', () => {
  test('an unknown model is estimated, and says so', async () => {
    const { tokens } = (await check(fine, { model: 'llama' })).dataset;
    expect(tokens).toMatchObject({ kind: 'estimated', basis: expect.stringContaining('the tokenizer of llama is not at hand') });
    expect(tokens?.low).toBeLessThan(tokens?.tokens ?? 0);
    expect((await check(fine, { model: '' })).dataset.tokens?.basis).toContain('of the model is not');
    expect((await check(fine, { countTokens: false })).dataset).toMatchObject({ tokens: undefined, statistics: undefined });
  });

  test('rows are cut at the limit of the model', async () => {
    const long = row(user, { ...assistant, content: 'word '.repeat(9000) });
    expect((await check(long, { model: 'gpt-4-0613' })).dataset.tokens?.tokens).toBe(8192);
  });

  test('above a size a sample is counted, with an interval that holds the truth', async () => {
    const longer = (number: number) => [
      { role: 'user', content: `Why ${number}?` },
      { role: 'assistant', content: `${number}: ${'word '.repeat(60)}` },
    ];
    const content = jsonl(many(4000, (number) => chatRow(number, number % 3 === 0 ? { messages: longer(number) } : {})));
    const exact = (await check(content)).dataset.tokens;
    // One in twenty intervals of 95 % does not hold it.
    let held = 0;
    for (let from = 0; from < 20; from += 1) {
      const sampled = (await check(content, { exactTokensUpTo: 20_000 * from })).dataset.tokens;
      expect(sampled?.kind).toBe('sampled');
      const [low = 0, high = 0, truth = 0] = [sampled?.low, sampled?.high, exact?.tokens];
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(16);
    const tiny = (await check(jsonl(many(30, chatRow)), { exactTokensUpTo: 0 })).dataset.tokens;
    expect(tiny?.kind).toBe('sampled');
    const withTools = jsonl(many(60, (number) => chatRow(number, { tools })));
    const both = (await check(withTools, { exactTokensUpTo: 5000 })).dataset;
    expect(both.tokens).toMatchObject({ kind: 'sampled', basis: expect.stringContaining('; estimated: definitions and calls') });
    const { rows = 0, leftOut = 0 } = both.statistics ?? {};
    expect([rows + leftOut, leftOut > 0, rows > 0]).toEqual([60, true, true]);
  });

  test.each<[string, 'exact' | 'estimated', object, string]>([
    ['plain rows', 'exact', {}, 'gpt-4.1'],
    [
      'a system message and a weight',
      'exact',
      { messages: [{ role: 'system', content: 'Be kind.' }, user, { ...assistant, weight: 1 }] },
      'gpt-4.1',
    ],
    ['no list of tools', 'exact', { tools: [] }, 'gpt-4.1'],
    ['an older family', 'exact', {}, 'gpt-3.5-turbo-0125'],
    ['tools', 'estimated', { tools }, 'gpt-4.1'],
    ['a name', 'estimated', { messages: [{ ...user, name: 'Ann' }, assistant] }, 'gpt-4.1'],
    ['parts', 'estimated', { messages: [{ role: 'user', content: [{ type: 'text', text: 'a' }] }, assistant] }, 'gpt-4.1'],
    ['a family whose bills are not known', 'estimated', {}, 'gpt-oss-20b'],
  ])('%s: %s', async (_what, kind, more, model) => {
    const { tokens } = (await check(jsonl(many(12, (number) => chatRow(number, more))), { model })).dataset;
    expect(tokens?.kind).toBe(kind);
    if (tokens === undefined || kind === 'estimated') return expect(tokens?.basis).toMatch(/; (estimated|assumed): /);
    expect([tokens.low, tokens.high]).toEqual([tokens.tokens, tokens.tokens]);
  });

  test('pictures: an interval, and as text where they seem to be billed so', async () => {
    const url = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000000d49484452000002800000028008060000', 'hex').toString('base64')}${'A'.repeat(4000)}`;
    const asking = (image: object) =>
      jsonl(
        many(12, (number) =>
          chatRow(number, { messages: [{ role: 'user', content: [{ type: 'image_url', image_url: image }] }, assistant] }),
        ),
      );
    const model = 'gpt-4o-2024-08-06';
    const of = async (image: object, rules = USUAL_PROFILE) => (await check(asking(image), { model, rules })).dataset.tokens;
    const [remote, embedded, low] = [
      await of({ url: 'https://x.example/a.png' }),
      await of({ url }),
      await of({ url, detail: 'low' }),
    ];
    expect([(remote?.high ?? 0) - (remote?.low ?? 0), (embedded?.high ?? 0) - (embedded?.low ?? 0)]).toEqual([12 * 1360, 0]);
    expect((embedded?.tokens ?? 0) - (low?.tokens ?? 0)).toBe(12 * 680);
    expect([remote?.kind, embedded?.kind, low?.kind]).toEqual(['estimated', 'estimated', 'estimated']);
    const text = await of({ url }, { ...USUAL_PROFILE, picturesAsText: true });
    expect(text).toMatchObject({
      kind: 'estimated',
      low: embedded?.low,
      basis: expect.stringContaining('billed there as their base64 text'),
    });
    expect(text?.high).toBeGreaterThan(12 * 2800);
  });

  test('the shared cases of tokens', async () => {
    const folder = path.resolve('..', 'shared', 'cases', 'data');
    if (!existsSync(folder)) return console.log('The shared cases are not here; their tokens were not counted.');
    const of = async (name: string, model: string) =>
      (await check(readFileSync(path.join(folder, name)), { model })).dataset.tokens ?? { kind: '', tokens: 0, low: 0, high: 0 };
    const [plain, calls, images] = [
      await of('01-tokens-per-row.jsonl', 'gpt-4.1-mini-2025-04-14'),
      await of('02-tokens-tools.jsonl', 'gpt-4.1-mini-2025-04-14'),
      await of('03-tokens-images.jsonl', 'gpt-4o-2024-08-06'),
    ];
    expect(plain).toMatchObject({ kind: 'exact', tokens: 211 });
    expect(calls.kind).toBe('estimated');
    expect(Math.abs(calls.tokens / 1440 - 1)).toBeLessThan(0.02);
    expect(images.kind).toBe('estimated');
    expect(images.high * 3).toBeGreaterThan(28_000);
  });

  test('figures', async () => {
    const talk = JSON.stringify({
      messages: [
        user,
        { role: 'assistant', tool_calls: [call('1')] },
        { role: 'tool', tool_call_id: '1', content: 'x' },
        assistant,
        user,
        { role: 'assistant', content: 'A' },
      ],
      tools,
    });
    const { statistics } = (await check(`${fine}\n${talk}\n`)).dataset;
    expect(statistics).toMatchObject({
      turns: { median: 1, max: 2 },
      roles: { user: 3, assistant: 4, tool: 1 },
      tools: { get: 1 },
      nearEmptyAnswers: 1,
    });
    expect(statistics?.longest[0]).toMatchObject({ line: 2 });
    expect(statistics?.histogram.reduce((sum, bin) => sum + bin.rows, 0)).toBe(2);
    expect(statistics?.trainedShare).toBeGreaterThan(0);
    const completions = (await check(jsonl(many(20, completionRow)))).dataset.statistics;
    expect(completions).toMatchObject({ roles: {}, turns: { median: 1 } });
    expect(completions?.longest).toHaveLength(5);
    expect((await check(jsonl(many(3, preferenceRow)), { method: 'dpo' })).dataset.statistics?.roles).toEqual({
      user: 3,
      assistant: 6,
    });
    expect((await check(jsonl(many(3, reinforcementRow)), { method: 'reinforcement' })).dataset.statistics).toMatchObject({
      trainedShare: 0,
      nearEmptyAnswers: 0,
    });
  });

  test.each([
    [0, 1],
    [1, 25],
    [10, 10],
    [33, 3],
    [34, 3],
    [1000, 3],
    [8333, 3],
    [8334, 2],
    [30_000, 1],
  ])('%d rows are usually trained for %d epochs', (rows, epochs) => {
    expect(defaultEpochs(rows)).toBe(epochs);
  });

  test('epochs multiply tokens, a price makes them money', () => {
    expect(timesEpochs({ kind: 'exact', tokens: 10, low: 9, high: 11, basis: '' }, 3)).toMatchObject({
      tokens: 30,
      low: 27,
      high: 33,
    });
    expect(costOf(2_000_000, 3)).toBe(6);
  });
});

describe('what the lines of an input name', () => {
  test('paths, globs and IDs', async () => {
    const workspace = newFolder();
    for (const name of ['b.jsonl', 'a.jsonl', 'd/c.jsonl', 'file-abc']) write(workspace, name, 'x');
    const files = localFiles({ workspace, temp: workspace, allowPaths: [], fork: false, redact: (text) => text });
    const source = (...lines: string[]) => sourceOf('training_file', lines, files);
    expect(await source()).toBeUndefined();
    expect(await source('*.jsonl', 'a.jsonl', 'd/c.jsonl')).toEqual({
      kind: 'paths',
      paths: ['a.jsonl', 'b.jsonl', 'd/c.jsonl'],
    });
    expect(await source('file-abc')).toEqual({ kind: 'paths', paths: ['file-abc'] });
    expect(await source('file-xyz')).toEqual({ kind: 'id', id: 'file-xyz' });
    await expect(source('file-xyz', 'file-uvw')).rejects.toThrow('one file');
    await expect(source('a.jsonl', 'file-uvw')).rejects.toThrow('mixes');
    await expect(source('d')).rejects.toThrow('d is a folder. Give its files, for example d/*.jsonl.');
    await expect(source('none/*.jsonl')).rejects.toThrow('no file matches');
    await expect(source('none.jsonl')).rejects.toThrow('there is no file none.jsonl');
    await expect(source('d\\c.jsonl')).rejects.toThrow('Paths are written with / on every system: d/c.jsonl.');
    await expect(source('e\\*.jsonl')).rejects.toThrow('Paths are written with / on every system: e/*.jsonl');
    await expect(source('e\\c.jsonl')).rejects.toThrow('e/c.jsonl (which is not there either)');
    await expect(source('A.jsonl')).rejects.toThrow('Did you mean a.jsonl? Capital and small letters differ.');
    await expect(source('a.jsonl, b.jsonl')).rejects.toThrow('Give one path a line: a.jsonl and b.jsonl each on its own.');
  });
});

test('the shared data has no problems', async () => {
  const shared = path.resolve('..', 'shared', 'data');
  if (!existsSync(shared)) return console.log('The shared data is not here; it was not checked.');
  for (const name of readdirSync(shared).filter((file) => file.endsWith('.jsonl'))) {
    const method = name.includes('dpo') ? 'dpo' : name.includes('rft') ? 'reinforcement' : 'supervised';
    const { dataset } = await check(name, {
      paths: [path.join(shared, name)],
      method,
      read: (file) => createReadStream(file),
      rules: { ...USUAL_PROFILE, minimumRows: 10 },
    });
    expect([name, dataset.counts]).toEqual([name, []]);
  }
});
