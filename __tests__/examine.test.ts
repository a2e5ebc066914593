import { mkdtempSync, readdirSync, readlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localFiles } from '../src/adapters/files.ts';
import { normalised } from '../src/dataset/likeness/normal-form.ts';
import { hashContent, keysOfRow } from '../src/dataset/likeness/row-hash.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { type CheckRequest, checkDataset, isWorthAThread } from '../src/dataset/scan/check.ts';
import { checkRow } from '../src/dataset/scan/check-row.ts';
import { parseLine } from '../src/dataset/scan/json-line.ts';
import { hasNoKeyTwice, isPlainText, plainRow } from '../src/dataset/scan/plain-rows.ts';
import { RangeReader } from '../src/dataset/scan/range-reader.ts';
import { textOf } from '../src/words.ts';
import { chatRow, jsonl, many, write } from './support/rows.ts';
import { runs } from './support/runs.ts';

const rules = {
  method: 'supervised',
  profile: USUAL_PROFILE,
  graderItems: [],
} as const;
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('', ' ', 'ab', 'abc', '  a ', 'x":1', '\\', '"', '":'),
);
const message = fc.record(
  {
    role: fc.constantFrom<unknown>('user', 'assistant', 'system', 'tool', 'developer', 'robot', 3, null),
    content: fc.oneof(text, text, text, fc.constant<unknown>(null), fc.constant([])),
    weight: fc.constantFrom(0, 1),
    tool_calls: fc.constant([]),
    name: text,
  },
  { requiredKeys: [] },
);
const usual = fc.record({ role: fc.constantFrom('user', 'assistant', 'system'), content: text });
const row = fc.oneof(
  fc.record({ messages: fc.array(fc.oneof(usual, usual, usual, message), { maxLength: 5 }) }),
  fc.record(
    { messages: fc.array(usual, { minLength: 1, maxLength: 4 }), tools: fc.constant([]) },
    { requiredKeys: ['messages'] },
  ),
  fc.record({ prompt: fc.oneof(text, fc.constant(3)), completion: text }),
  fc.object({ maxDepth: 2 }),
);

describe('a glance', () => {
  test('what it passes has no fault for those who look closely', () => {
    let passed = 0;
    fc.assert(
      fc.property(row, fc.boolean(), (value, twice) => {
        const compact = JSON.stringify(value);
        const line = twice ? compact.replace('"role":"user"', '"role":"","role":"user"') : compact;
        const plain = isPlainText(line) ? plainRow(JSON.parse(line), 'supervised') : undefined;
        if (plain === undefined || !hasNoKeyTwice(plain, line)) return;
        passed += 1;
        const parsed = parseLine(line);
        expect('value' in parsed ? checkRow(parsed.value, rules).found : parsed.found).toEqual([]);
      }),
      { numRuns: runs(20_000), seed: 3 },
    );
    expect(passed).toBeGreaterThan(runs(500));
  });
  test('other methods and other values are looked at closely', () => {
    expect(plainRow(chatRow(1), 'dpo')).toBeUndefined();
    expect(plainRow([], 'supervised')).toBeUndefined();
    expect(plainRow(null, 'supervised')).toBeUndefined();
  });
});

describe('rows that say the same', () => {
  const VARIANTS: readonly ((text: string) => string)[] = [
    (given) => given.toUpperCase(),
    (given) => ` ${given}\n`,
    (given) => given.replaceAll(' ', ' \t '),
    (given) => given.normalize('NFD'),
    (given) => given.replaceAll('fi', 'ﬁ'),
    (given) => given.replaceAll(' ', '\u00a0'),
  ];
  test.each(VARIANTS.map((change, index) => [index, change] as const))('have the same keys and hashes (%d)', (_, change) => {
    const words = 'Grün: the first five fine files, naïve café, and a long tail of words that goes on and on until its very end';
    const build = (content: string) => ({
      format: 'chat' as const,
      row: {
        messages: [
          { role: 'user' as const, content },
          { role: 'assistant' as const, content: `${content} indeed` },
        ],
      },
    });
    const [one, other] = [build(words), build(change(words))];
    expect(normalised(change(words))).toBe(normalised(words));
    expect(keysOfRow(other)).toEqual(keysOfRow(one));
    expect(hashContent(other, false)).toEqual(hashContent(one, false));
  });
  test('of plain text they are the same whether or not it is known to be plain', () => {
    const plain = { format: 'completion' as const, row: { prompt: 'One  two', completion: 'Three FOUR.' } };
    expect(hashContent(plain, true)).toEqual(hashContent(plain, false));
  });
});

/** Two conversations that begin and end alike and have one hash, but say something else. */
function collision(): readonly [object, object] {
  const seen = new Map<number, number>();
  const build = (number: number) => ({
    messages: [
      { role: 'user' as const, content: 'What is the same?' },
      {
        role: 'assistant' as const,
        content: `So begins what is to be told: ${(Math.imul(number, 0x9e3779b1) >>> 0).toString(36).repeat(3)}; and it ends as it always did end.`,
      },
    ],
  });
  for (let number = 0; ; number += 1) {
    const { whole } = hashContent({ format: 'chat', row: build(number) }, true);
    const other = seen.get(whole);
    if (other !== undefined) return [build(other), build(number)];
    seen.set(whole, number);
  }
}

/** A check of real files in a folder. */
function requestOf(folder: string, paths: readonly string[]): CheckRequest {
  const files = localFiles({ workspace: folder, temp: folder, allowPaths: [], fork: false, redact: (text) => text });
  return {
    role: 'training_file',
    paths,
    method: 'supervised',
    model: 'gpt-4.1',
    read: (name, take) => files.scan(name, take),
    readRange: files.ranges(),
    rules: rules.profile,
    allowSecrets: false,
    countTokens: true,
    exactTokensUpTo: 3_000_000,
  };
}

test('rows that meet in a hash alone are not called alike', async () => {
  const [one, other] = collision();
  expect(other).not.toEqual(one);
  const folder = mkdtempSync(path.join(tmpdir(), 'collision-'));
  const { dataset } = await checkDataset(requestOf(folder, [write(folder, 'a.jsonl', jsonl([one, other, one]))]));
  // The prompt is the same, so the second row contradicts the first; it is no copy of it.
  expect(dataset.problems.map(({ rule, line }) => [rule, line])).toEqual([
    ['row/contradiction', 2],
    ['row/duplicate', 3],
  ]);
});

test('lines are read again by blocks, of which the last ones are kept', async () => {
  const block = 64 * 1024;
  const bytes = Buffer.alloc(6_000_000, 'abcdefg');
  for (const [at, end] of [
    [10, '\n'],
    [17, '\r\n'],
    [3 * block - 3, '\n'],
  ] as const)
    bytes.write(end, at);
  for (let at = 3; at < 91; at += 1) bytes.write('\n', at * block + 100);
  const asked: number[] = [];
  const closed: string[] = [];
  const readRange = async (_: string, offset: number, length: number) => {
    asked.push(offset);
    return bytes.subarray(offset, offset + length);
  };
  const reader = new RangeReader(Object.assign(readRange, { close: async () => void closed.push('closed') }));
  expect(reader.kept('a', 11)).toBeUndefined();
  expect((await reader.line('a', 11)).equals(bytes.subarray(11, 17))).toBe(true);
  expect(reader.kept('a', 0)?.equals(bytes.subarray(0, 10))).toBe(true);
  expect((await reader.line('a', block - 3)).equals(bytes.subarray(block - 3, 3 * block - 3))).toBe(true);
  expect((await reader.line('a', bytes.length - 5)).equals(bytes.subarray(-5))).toBe(true);
  expect(asked).toEqual([0, block, 2 * block, 91 * block]);
  for (let at = 3; at < 90; at += 1) await reader.line('a', at * block);
  await reader.line('a', 89 * block);
  await reader.line('b', 0);
  await reader.line('a', 0);
  expect(asked.slice(-3)).toEqual([89 * block, 0, 0]);
  await reader.close();
  expect(reader.kept('a', 0)).toBeUndefined();
  expect(closed).toEqual(['closed']);
});

/** Words of a small vocabulary, one after the other, none twice in the same order. */
function* smallTalk(rows: number): Generator<string> {
  const words = many(60, (number) => `${'bcdfghklmnpr'[number % 12]}${'aeiou'[number % 5]}${'lnrstz'[number % 6]}`);
  let state = 1;
  const text = (length: number) =>
    many(length, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
      return words[(state >>> 8) % words.length] ?? '';
    }).join(' ');
  for (let row = 0; row < rows; row += 1)
    yield `${JSON.stringify({
      messages: [
        { role: 'user', content: text(40) },
        { role: 'assistant', content: text(40) },
      ],
    })}\n`;
}

test('of distinct rows none is read again, whatever few words they are made of', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-'));
  const request = requestOf(folder, [write(folder, 'a.jsonl', [...smallTalk(100_000)].join(''))]);
  const asked: number[] = [];
  const readRange = async (_: string, offset: number) => {
    asked.push(offset);
    return new Uint8Array();
  };
  const { dataset } = await checkDataset({ ...request, readRange, countTokens: false });
  expect(dataset.counts).toEqual([]);
  expect(asked).toEqual([]);
});

test('a file that is a copy of itself is read once more, and no row of it is parsed again', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'copy-'));
  const half = [...smallTalk(10_000)];
  const text = half.join('').repeat(2);
  const request = requestOf(folder, [write(folder, 'a.jsonl', text)]);
  let again = 0;
  const readRange = async (name: string, offset: number, length: number) => {
    again += length;
    return request.readRange(name, offset, length);
  };
  const { dataset, rows } = await checkDataset({ ...request, readRange, countTokens: false });
  await request.readRange.close?.();
  expect(dataset.counts).toEqual([{ rule: 'row/duplicate', severity: 'warning', count: 10_000 }]);
  expect(textOf(dataset.problems[7]?.message ?? [], true)).toMatch(/the same as a\.jsonl:8\./);
  expect(dataset.problems[7]?.line).toBe(10_008);
  expect(again).toBeLessThan(text.length + 300_000);
  expect([rows.original(10_007), rows.hash(7)]).toEqual([7, undefined]);
});

test('blank lines by the thousand are counted, those at the end of all left out', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'blank-'));
  const [first, second] = [...smallTalk(2)];
  const blank = ' \n'.repeat(30_000);
  const request = requestOf(folder, [write(folder, 'a.jsonl', `${first}${blank}${second}${blank}{}\r\n${blank}`)]);
  const { dataset } = await checkDataset({ ...request, countTokens: false });
  await request.readRange.close?.();
  expect(dataset.counts.find(({ rule }) => rule === 'file/blank-line')?.count).toBe(60_000);
  expect(dataset.rows).toBe(3);
  expect(dataset.problems.some(({ message }) => textOf(message, true).includes('has no keys'))).toBe(true);
});

test('a second thread is worth its start for large data, and sooner where its tokens are counted', () => {
  const worth = (megabytes: number, countTokens: boolean, exactTokensUpTo = Number.POSITIVE_INFINITY) =>
    isWorthAThread(megabytes * 1e6, { countTokens, exactTokensUpTo });
  expect([worth(1, true), worth(10, true), worth(10, false), worth(10, true, 1e6), worth(1000, false)]).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
});

/** What a descriptor of this process leads to; one may be closed meanwhile. */
function readsFrom(descriptor: string): string | undefined {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch {
    return undefined;
  }
}

test('what is read again of a file is read of one that was opened once, and is closed', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'again-'));
  const file = write(folder, 'a.jsonl', jsonl(many(9_000, (number) => chatRow(number % 3_000))));
  const request = requestOf(folder, [file]);
  const open = () => readdirSync('/proc/self/fd').filter((name) => readsFrom(name) === path.join(folder, file)).length;
  let opened = 0;
  const readRange = async (name: string, offset: number, length: number) => {
    const bytes = await request.readRange(name, offset, length);
    opened = Math.max(opened, open());
    return bytes;
  };
  const close = async () => request.readRange.close?.();
  const { dataset } = await checkDataset({ ...request, readRange: Object.assign(readRange, { close }) });
  expect(dataset.counts).toEqual([{ rule: 'row/duplicate', severity: 'warning', count: 6_000 }]);
  expect([opened, open()]).toEqual([1, 0]);
});

test('a second thread finds the same, in the same order', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'threads-'));
  const lines = jsonl(many(60_000, (number) => chatRow(number % 59_000))).split('\n');
  for (const at of [10, 20_000, 41_000, 59_999]) lines[at] = '{"messages":';
  const request = requestOf(folder, [
    write(folder, 'a.jsonl', lines.join('\n')),
    write(folder, 'b.jsonl', jsonl(many(500, chatRow))),
  ]);
  const alone = await checkDataset(request);
  const together = await checkDataset({ ...request, entry: path.resolve('src', 'index.ts') });
  expect(together.dataset).toEqual(alone.dataset);
  expect(alone.dataset.counts).toEqual([
    { rule: 'row/not-json', severity: 'error', count: 4 },
    { rule: 'row/duplicate', severity: 'warning', count: 1498 },
  ]);
  expect(alone.dataset.problems.filter(({ rule }) => rule === 'row/not-json').map(({ line }) => line)).toEqual([
    11, 20_001, 41_001, 60_000,
  ]);
});
