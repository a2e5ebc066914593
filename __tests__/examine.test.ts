import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localFiles } from '../src/adapters/files.ts';
import { normalised } from '../src/dataset/likeness/difference.ts';
import { hashContent, keysOfRow } from '../src/dataset/likeness/row-hash.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { type CheckRequest, checkDataset } from '../src/dataset/scan/check.ts';
import { checkRow } from '../src/dataset/scan/check-row.ts';
import { parseLine } from '../src/dataset/scan/json-line.ts';
import { hasNoKeyTwice, isPlainText, plainRow } from '../src/dataset/scan/plain-rows.ts';
import { RangeReader } from '../src/dataset/scan/range-reader.ts';
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
        content: `The beginning and ${(Math.imul(number, 0x9e3779b1) >>> 0).toString(36).repeat(3)} the end.`,
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
    readRange: (name, offset, length) => files.readRange(name, offset, length),
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

test('ranges are read by blocks, of which the last ones are kept', async () => {
  const bytes = Buffer.alloc(6_000_000, 'abcdefg');
  const asked: number[] = [];
  const reader = new RangeReader(async (_, offset, length) => {
    asked.push(offset);
    return bytes.subarray(offset, offset + length);
  });
  const block = 64 * 1024;
  expect((await reader.read('a', 10, 7)).equals(bytes.subarray(10, 17))).toBe(true);
  expect((await reader.read('a', block - 3, 2 * block)).equals(bytes.subarray(block - 3, 3 * block - 3))).toBe(true);
  expect((await reader.read('a', bytes.length - 5, 100)).equals(bytes.subarray(-5))).toBe(true);
  expect(asked).toEqual([0, block, 2 * block, 91 * block]);
  for (let at = 3; at < 90; at += 1) await reader.read('a', at * block, 1);
  await reader.read('a', 89 * block, 1);
  await reader.read('b', 0, 1);
  await reader.read('a', 0, 1);
  expect(asked.slice(-3)).toEqual([89 * block, 0, 0]);
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
