import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ChangedTokens, tokensBefore } from '../src/dataset/diff/changed-tokens.ts';
import { diffData, type Version } from '../src/dataset/diff/diff.ts';
import { type RowFinder, rowFinderOf } from '../src/dataset/diff/row-finder.ts';
import { DRAWN } from '../src/dataset/rules/examples.ts';
import { checkDataset } from '../src/dataset/scan/check.ts';
import { loadModule } from '../src/dataset/web-assembly.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow } from './support/rows.ts';
import { runs } from './support/runs.ts';

/** Files in memory, in pieces of so many bytes. */
function version(files: Readonly<Record<string, string | Uint8Array>>, piece = 7, tokens?: ChangedTokens): Version {
  const bytes = new Map(Object.entries(files).map(([path, content]) => [path, Buffer.from(content)]));
  const of = (path: string) => bytes.get(path) ?? Buffer.alloc(0);
  return {
    paths: Object.keys(files),
    async *read(path) {
      for (let from = 0; from < of(path).length; from += piece) yield new Uint8Array(of(path).subarray(from, from + piece));
    },
    readRange: async (path, offset, length) => of(path).subarray(offset, offset + length),
    tokens,
  };
}

const rows = many(20, chatRow);
const lines = (items: readonly object[]) => jsonl(items);
const diff = (before: string | Uint8Array, after: string | Uint8Array) =>
  diffData(version(before.length === 0 ? {} : { old: before }), version({ new: after }));
async function counts(before: string | Uint8Array, after: string | Uint8Array) {
  const { examples, ...numbers } = await diff(before, after);
  return numbers;
}
const none = { added: 0, removed: 0, changed: 0, moved: 0, kept: 0 };
const answer = (row: ReturnType<typeof chatRow>, content: string) => ({
  messages: [...row.messages.slice(0, 1), { role: 'assistant', content }],
});
const label = (question: string, content: string) => ({
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content },
  ],
});

test('a new file, a removed one, an equal one', async () => {
  expect(await counts('', lines(rows))).toEqual({ ...none, added: 20 });
  expect(await counts(lines(rows), '')).toEqual({ ...none, removed: 20 });
  expect(await counts(lines(rows), lines(rows))).toEqual({ ...none, kept: 20 });
});

test('spaces, the order of keys, line ends, blank lines and a byte order mark change nothing', async () => {
  const odd = rows.map(({ messages }) =>
    JSON.stringify({ messages: messages.map(({ role, content }) => ({ content, role })) }, null, 1).replaceAll('\n', ' '),
  );
  expect(await counts(lines(rows), `\r\n${odd.join('\r\n\r\n')}`)).toEqual({ ...none, kept: 20 });
  expect(await counts(lines(rows), `\uFEFF${rows.map((row) => `\t${JSON.stringify(row)} `).join('\r\n')}`)).toEqual({
    ...none,
    kept: 20,
  });
});

test('a row put first leaves the others where they are; one that moves is said to move', async () => {
  expect(await counts(lines(rows), lines([chatRow(99), ...rows]))).toEqual({ ...none, added: 1, kept: 20 });
  expect(await counts(lines(rows), lines([...rows.slice(1), ...rows.slice(0, 1)]))).toEqual({ ...none, moved: 1, kept: 19 });
  expect(await counts(lines(rows), lines(rows.toReversed()))).toEqual({ ...none, moved: 19, kept: 1 });
});

test('rows stay where they are, wherever others came, went or changed', async () => {
  const all = many(2000, chatRow);
  const after = all.flatMap((row, number) => {
    if (number % 40 === 7) return [];
    // More than are followed past in one place.
    if (number === 1000) return [...many(30, (other) => chatRow(20_000 + other)), row];
    return number % 53 === 11 ? [row, chatRow(10_000 + number)] : [number % 61 === 5 ? answer(row, 'Changed.') : row];
  });
  const numbers = [...all.keys()];
  const removed = numbers.filter((number) => number % 40 === 7).length;
  const left = numbers.filter((number) => number % 40 !== 7 && number !== 1000);
  const added = left.filter((number) => number % 53 === 11).length + 30;
  const changed = left.filter((number) => number % 53 !== 11 && number % 61 === 5).length;
  const kept = all.length - removed - changed;
  expect(await counts(lines(all), lines(after))).toEqual({ ...none, added, removed, changed, kept });
});

test('of copies the one that is gone is the one that moves nothing', async () => {
  const [first = {}, second = {}] = rows;
  expect(await counts(lines([first, second, first]), lines([second, first]))).toEqual({ ...none, removed: 1, kept: 2 });
});

describe('a change', () => {
  test('is the same question with another answer, with both versions and the place of now', async () => {
    const after = rows.with(4, answer(chatRow(5), 'Ten, of course.'));
    const { examples, ...numbers } = await diff(lines(rows), `\n${lines(after)}`);
    expect(numbers).toEqual({ ...none, changed: 1, kept: 19 });
    expect(examples).toEqual([{ before: JSON.stringify(rows[4]), after: JSON.stringify(after[4]), path: 'new', line: 6 }]);
  });

  test('or the same answer to another question, in each format', async () => {
    expect(await counts('{"prompt":"a","completion":"x"}', '{"prompt":"b","completion":"x"}')).toEqual({ ...none, changed: 1 });
    expect(await counts(lines([preferenceRow(2)]), lines([{ ...preferenceRow(2), non_preferred_output: [] }]))).toEqual({
      ...none,
      changed: 1,
    });
    expect(
      await counts(
        '{"messages":[{"role":"user","content":"q"}],"answer":"1"}',
        '{"messages":[{"role":"user","content":"q"}],"answer":"2"}',
      ),
    ).toEqual({ ...none, changed: 1 });
    expect(await counts(lines([completionRow(3)]), lines([completionRow(4)]))).toEqual({ ...none, added: 1, removed: 1 });
  });

  test('with labels for answers only where it stands in the same place', async () => {
    const letters = many(8, (number) => label(`letter ${number}`, number % 2 === 0 ? 'spam' : 'ham'));
    const mended = letters.with(1, label('letter two', 'spam')).with(5, label('letter six', 'spam'));
    const { examples, ...numbers } = await diff(lines(letters), lines(mended));
    expect(numbers).toEqual({ ...none, changed: 2, kept: 6 });
    expect(examples.map(({ before, after }) => [before, after])).toEqual([
      [JSON.stringify(letters[1]), JSON.stringify(mended[1])],
      [JSON.stringify(letters[5]), JSON.stringify(mended[5])],
    ]);
    const others = [
      ...letters.filter((_, index) => index !== 1 && index !== 3),
      label('other', 'spam'),
      label('another', 'spam'),
    ];
    expect(await counts(lines(letters), lines(others))).toEqual({ ...none, added: 2, removed: 2, kept: 6 });
  });

  test('of long rows shows where they differ', async () => {
    const long = label('x'.repeat(3000), 'before');
    const { examples } = await diff(lines([long]), lines([answer({ messages: long.messages }, 'after')]));
    expect(examples[0]?.before).toMatch(/^…x+.*"content":"before"}]}$/);
    expect(examples[0]?.after).toMatch(/^…x+.*"content":"after"}]}$/);
    const early = await diff(
      lines([{ prompt: 'a', completion: 'y'.repeat(3000) }]),
      lines([{ prompt: 'b', completion: 'y'.repeat(3000) }]),
    );
    expect(early.examples[0]?.after).toMatch(/^{"prompt":"b".*y…$/);
  });
});

test.each([
  ['as it is', (key: string) => key],
  ['behind escapes', (key: string) => key.replace('A', '\\u0041')],
])('a changed row with a credential is not quoted, %s', async (_, written) => {
  const secret = `AKIA${DRAWN.toUpperCase().slice(0, 16)}`;
  const changed = lines([label('key?', secret)]).replace(secret, written(secret));
  const { examples, ...numbers } = await diff(lines([label('key?', 'none')]), changed);
  expect(numbers).toEqual({ ...none, changed: 1 });
  expect(JSON.stringify(examples)).not.toContain(secret.slice(4));
  expect(examples[0]?.after).toContain('not quoted');
});

test('rows that stand several times are counted as often', async () => {
  expect(await counts(lines([rows[0] ?? {}]), lines(many(3, () => rows[0] ?? {})))).toEqual({ ...none, added: 2, kept: 1 });
});

test('rows that are no JSON, none of the known forms, or nested too deep are compared as they are', async () => {
  expect(await counts('{broken\n7\n[1]\n{"x":1}', '{broken\n8\n[1]\n{"x":1}')).toEqual({
    ...none,
    added: 1,
    removed: 1,
    kept: 3,
  });
  const deep = (inner: string) => `${'['.repeat(20_000)}${inner}${']'.repeat(20_000)}`;
  expect(await counts(`${deep('1')}\n${deep('2')}\n7`, `${deep('3')}\n7\n${deep('2')}`)).toEqual({
    ...none,
    added: 1,
    removed: 1,
    moved: 1,
    kept: 1,
  });
});

test('what is not UTF-8 keeps its differences', async () => {
  const row = (byte: number) => Buffer.from([0x22, byte, 0x22, 0x0a]);
  expect(await counts(Buffer.concat([row(0xfe), row(0xff)]), Buffer.concat([row(0xfe), row(0xfd)]))).toEqual({
    ...none,
    added: 1,
    removed: 1,
    kept: 1,
  });
});

test('a line of 40 MB is no row', async () => {
  const line = (end: string) => Buffer.concat([Buffer.alloc(40_000_000, 'a'), Buffer.from(`${end}\n`)]);
  const both = (before: Uint8Array, after: Uint8Array) =>
    diffData(version({ a: before }, 1 << 20), version({ b: after }, 1_000_003));
  expect(await both(line('x'), line('y'))).toMatchObject(none);
  expect(await both(line('x'), Buffer.concat([Buffer.from('{}\n'), line('y'), Buffer.from('\n[]')]))).toMatchObject({
    ...none,
    added: 2,
  });
});

test('several files are joined; the place of a row is in its own file', async () => {
  const before = version({ a: lines(rows.slice(0, 10)).trimEnd(), b: lines(rows.slice(10)) });
  const changed = rows.with(14, answer(chatRow(15), 'Thirty, what else?'));
  const { examples, ...numbers } = await diffData(
    before,
    version({ x: lines(changed.slice(0, 12)), y: lines(changed.slice(12)) }),
  );
  expect(numbers).toEqual({ ...none, changed: 1, kept: 19 });
  expect(examples[0]).toMatchObject({ path: 'y', line: 3 });
});

test('whatever the change: each row is told once on each side, and what is equal is not told', async () => {
  const row = fc.record({ prompt: fc.constantFrom('a', 'b', 'c'), completion: fc.constantFrom('x', 'y', 'z') });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), fc.array(row, { maxLength: 12 }), async (before, after) => {
      const { added, removed, changed, moved, kept } = await diff(lines(before), lines(after));
      expect([kept + moved + changed + removed, kept + moved + changed + added]).toEqual([before.length, after.length]);
      const common = new Map<string, number>();
      for (const one of before) common.set(JSON.stringify(one), (common.get(JSON.stringify(one)) ?? 0) + 1);
      const shared = after.filter((one) => {
        const left = common.get(JSON.stringify(one)) ?? 0;
        common.set(JSON.stringify(one), left - 1);
        return left > 0;
      });
      expect(kept + moved).toBe(shared.length);
    }),
    { numRuns: runs(2000), seed: 3 },
  );
});

test('more rows than fit at first, shuffled', async () => {
  const all = many(5000, chatRow);
  const shuffled = all.toSorted((left, right) => JSON.stringify(left).length - JSON.stringify(right).length).toReversed();
  const { added, removed, changed, moved, kept } = await diffData(
    version({ a: lines(all) }, 65_536),
    version({ b: lines(shuffled) }, 65_536),
  );
  expect([added, removed, changed, moved + kept]).toEqual([0, 0, 0, 5000]);
});

describe('the rows in lines', () => {
  /** Each row as line, place, length and hash. */
  const found = (finder: RowFinder, lines: Uint8Array) => {
    const rows: number[][] = [];
    const count = finder.rows(lines, (...row) => rows.push(row));
    return { count, rows };
  };
  const places = (finder: RowFinder, lines: Uint8Array) => {
    const { count, rows } = found(finder, lines);
    return { count, rows: rows.map((row) => row.slice(0, 3)) };
  };
  const hex = ({ low, high }: RowFinder) => {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32LE(low, 0);
    bytes.writeInt32LE(high, 4);
    return bytes.toString('hex');
  };
  const kernel = async (key?: Buffer) => rowFinderOf(await loadModule('rows.wasm'), key);

  test('the kernel hashes by SipHash-2-4, by its published vectors', async () => {
    const finder = await kernel(Buffer.from(Array.from({ length: 16 }, (_, index) => index)));
    const hashes = [0, 1, 2, 7, 8, 15].map((length) => {
      finder.text(String.fromCharCode(...Array.from({ length }, (_, index) => index)));
      return hex(finder);
    });
    expect(hashes).toEqual([
      '310e0edd47db6f72',
      'fd67dc93c539f874',
      '5a4fa9d909806c0d',
      '37d1018bf50002ab',
      '6224939a79f5f593',
      'e545be4961ca29a1',
    ]);
  });

  test.each([true, false])('hashes differ from run to run, and texts of any length have one (kernel: %s)', async (isKernel) => {
    const module = isKernel ? await loadModule('rows.wasm') : undefined;
    const [one, other] = [rowFinderOf(module), rowFinderOf(module)];
    for (const finder of [one, other]) finder.text('ä'.repeat(2_000_000));
    expect(hex(one)).not.toBe(hex(other));
  });

  test('the kernel finds the rows that the reference finds, and takes the same ones for equal', async () => {
    const [fast, plain] = [await kernel(), rowFinderOf(undefined)];
    const line = fc.constantFrom('', ' ', '\r', '\t{} \r', '{"a":1}', 'x'.repeat(40), '\u00e4\u00a0', ' \v\f', '\0');
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 50 })), { maxLength: 60 }), (all) => {
        const lines = Buffer.from(all.join('\n'));
        expect(places(fast, lines)).toEqual(places(plain, lines));
        const [left, right] = [fast, plain].map((finder) =>
          found(finder, lines).rows.map(([, , , low, high]) => `${low} ${high}`),
        );
        const firsts = (hashes: readonly string[] = []) => hashes.map((hash) => hashes.indexOf(hash));
        expect(firsts(left)).toEqual(firsts(right));
      }),
      { numRuns: runs(300) },
    );
  });

  test('more rows than the kernel has room for are found in several turns', async () => {
    const lines = Buffer.from(`${Array.from({ length: 50_000 }, (_, row) => `${row}`).join('\n\n')}\n`);
    const { count, rows } = places(await kernel(), lines);
    expect([count, rows.length]).toEqual([99_999, 50_000]);
    expect(rows.at(-1)).toEqual([99_998, lines.length - 6, 5]);
  });
});

describe('tokens before', () => {
  const model = 'gpt-3.5-turbo';
  async function tokensOf(text: string, exactTokensUpTo = Number.POSITIVE_INFINITY, of = model) {
    const { read, readRange } = version({ f: text }, 65_536);
    const { dataset } = await checkDataset({
      role: 'training_file',
      paths: ['f'],
      method: 'supervised',
      model: of,
      read,
      readRange,
      rules: { minimumRows: 1, bom: 'warning', imagesPerRow: 1, developerRole: true },
      allowSecrets: false,
      countTokens: true,
      exactTokensUpTo,
    });
    return dataset;
  }
  const long = label('why? '.repeat(20_000), 'Because.');
  const odd = [
    { ...chatRow(3), tools: [{ type: 'function', function: { name: 'f' } }] },
    { ...chatRow(4), functions: [{ name: 'g' }], more: 1 },
    long,
  ];
  const before = `${lines([...rows, ...odd, { tools: [{ type: 'function', function: { zebra_word: 1, name: 'f' } }], ...chatRow(9) }])}{"messages":[{"role":"user","role":"user","content":"x"}]}\n{broken\n"\\ud800"\n`;
  const after = lines([
    ...rows.slice(3).toReversed(),
    chatRow(77),
    answer(chatRow(2), 'Four.'),
    long,
    long,
    {
      ...chatRow(9),
      tools: [{ function: { name: 'f', zebra_word: 1 }, type: 'function' }],
    },
  ]);

  test.each([
    ['estimated, for its tools', model, Number.POSITIVE_INFINITY],
    ['estimated, for its model', 'a-model-of-theirs', Number.POSITIVE_INFINITY],
  ])('are those that a check counts: %s', async (_why, of, upTo) => {
    const [old, now] = [await tokensOf(before, upTo, of), await tokensOf(after, upTo, of)];
    const tokens = { before: await ChangedTokens.for(of, 'supervised'), after: await ChangedTokens.for(of, 'supervised') };
    await diffData(version({ f: before }, 65_536, tokens.before), version({ f: after }, 65_536, tokens.after));
    if (now.tokens === undefined || old.tokens === undefined) throw new Error('no tokens were counted');
    const count = tokensBefore(now.tokens, tokens.after.finish(), tokens.before.finish());
    expect(count).toMatchObject({ kind: 'estimated', tokens: old.tokens.tokens, basis: now.tokens.basis });
    expect(Math.abs(count.low - old.tokens.low)).toBeLessThanOrEqual(1);
    expect(Math.abs(count.high - old.tokens.high)).toBeLessThanOrEqual(1);
    const tooLong = (counts: typeof old.counts) => counts.find(({ rule }) => rule === 'row/over-limit')?.count ?? 0;
    expect(tokens.after.overLimit - tokens.before.overLimit).toBe(tooLong(now.counts) - tooLong(old.counts));
  });

  test('of a sampled count keep its interval', async () => {
    const count = { kind: 'sampled', tokens: 1000, low: 900, high: 1100, basis: 'b' } as const;
    const exact = (tokens: number) => ({ kind: 'exact', tokens, low: tokens, high: tokens, basis: 'b' }) as const;
    expect(tokensBefore(count, exact(50), exact(20))).toEqual({ ...count, tokens: 970, low: 870, high: 1070 });
    expect(tokensBefore(count, exact(5000), exact(0)).tokens).toBe(0);
  });

  test('are exact where all rows are, and no surer than the rows that are gone', async () => {
    const exact = (tokens: number) => ({ kind: 'exact', tokens, low: tokens, high: tokens, basis: 'b' }) as const;
    const estimated = { kind: 'estimated', tokens: 20, low: 19, high: 21, basis: 'tools' } as const;
    expect(tokensBefore(exact(100), exact(50), exact(20))).toEqual(exact(70));
    expect(tokensBefore(exact(100), exact(50), estimated)).toEqual({ ...estimated, tokens: 70, low: 69, high: 71 });
  });
});
