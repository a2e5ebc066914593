import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { get_encoding } from 'tiktoken';
import { formatOf } from '../src/dataset/formats/formats.ts';
import { modelFacts } from '../src/dataset/tokens/models.ts';
import { type Encoding, loadCounter } from '../src/dataset/vocabularies.ts';
import { runs } from './support/runs.ts';

const ENCODINGS: Encoding[] = ['o200k_base', 'cl100k_base'];
const shared = path.resolve('..', 'shared', 'data');

/** A generator that gives the same numbers every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const ODD = [
  ' ',
  '  ',
  '\n',
  '\r\n',
  '\t',
  '\u0085',
  '\ufeff',
  '\u00a0',
  '\u3000',
  '\u2028',
  "'s",
  "'S",
  "'ll",
  "'LL",
  "'Re",
  "'\u017f",
  '’t',
  '<|endoftext|>',
  '<|im_start|>',
  'a',
  'Z',
  'ß',
  'ǅ',
  'ʰ',
  'é',
  'e\u0301',
  '中',
  '文',
  '\u{20000}',
  'ไทย',
  'العربية',
  'हिन्दी',
  '한국어',
  'ひらがな',
  '0',
  '12',
  '345',
  '٣',
  '½',
  '²',
  '.',
  '/',
  '//',
  '!?',
  '—',
  '🙂',
  '👩‍👩‍👧',
  '\u200d',
  '\ud800',
  '\udc00',
  'Hello',
  'world',
  'CamelCase',
  'snake_case',
  'https://x.y/z?a=1',
  '{"k":[1,2]}',
  'def f(x):\n    return x',
  '\u0000',
  '\u001b[31m',
  'aaaa',
  'zzzzzzzz',
];

/** Scripts that Unicode 17 has and tiktoken's tables do not know yet: Sidetic, Tai Yo, Sharada's supplement, Tolong Siki, Beria Erfe, ideographs J. */
const TOO_NEW =
  /[\u{10940}-\u{1095f}\u{1e6c0}-\u{1e6ff}\u{11b60}-\u{11b7f}\u{11db0}-\u{11def}\u{16ea0}-\u{16edf}\u{323b0}-\u{3347f}]/gu;

describe.each(ENCODINGS)('%s', (encoding) => {
  test('counts as tiktoken counts, on 20,000 odd texts', async () => {
    const reference = get_encoding(encoding);
    const counter = await loadCounter(encoding);
    const random = numbers(7);
    const wrong: string[] = [];
    const pick = () => ODD[Math.floor(random() * ODD.length)] ?? '';
    for (let round = 0; round < runs(20_000); round += 1) {
      let text = '';
      for (let part = Math.floor(random() * 14); part >= 0; part -= 1) {
        text += random() < 0.85 ? pick() : String.fromCodePoint(Math.floor(random() * 0x2ffff)).replace(TOO_NEW, '');
      }
      if (counter.count(text) !== reference.encode_ordinary(text.toWellFormed()).length) wrong.push(JSON.stringify(text));
    }
    reference.free();
    expect(wrong).toEqual([]);
  });

  test('long pieces are merged alike', async () => {
    const reference = get_encoding(encoding);
    const counter = await loadCounter(encoding);
    const random = numbers(3);
    const letters = Array.from({ length: 3000 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
    for (const text of [
      'a'.repeat(5000),
      'ab'.repeat(400),
      letters,
      '中文字'.repeat(700),
      ' '.repeat(3000),
      '='.repeat(999),
      '\n'.repeat(500),
    ]) {
      for (const length of [95, 96, 97, 98, 200, text.length]) {
        const piece = text.slice(0, length);
        expect([piece.slice(0, 8), length, counter.count(piece)]).toEqual([
          piece.slice(0, 8),
          length,
          reference.encode_ordinary(piece).length,
        ]);
      }
    }
    reference.free();
  });
});

test('a million equal letters, spaces or ideographs are no trouble', async () => {
  const { count } = await loadCounter('o200k_base');
  const letters = runs(1_000_000);
  expect(count('a'.repeat(letters))).toBe(letters / 8);
  expect(count(' '.repeat(runs(300_000)))).toBeGreaterThan(100);
  expect(count('中'.repeat(runs(300_000)))).toBeGreaterThan(1000);
});

describe('the shared data', () => {
  test('where a tokenizer is not shipped, o200k_base is within 9 % of others on the shared data, as is said', async () => {
    if (!existsSync(shared)) return console.log('The shared data is not here; the stand-in was not measured.');
    const own = await loadCounter('o200k_base');
    for (const encoding of ['cl100k_base', 'p50k_base', 'r50k_base'] as const) {
      const other = get_encoding(encoding);
      for (const name of readdirSync(shared).filter((file) => file.endsWith('.jsonl'))) {
        const texts = readFileSync(path.join(shared, name), 'utf8').split('\n').flatMap(textsOf);
        const sum = (count: (text: string) => number) => texts.reduce((total, text) => total + count(text), 0);
        const ratio = sum(own.count) / sum((text) => other.encode_ordinary(text).length);
        expect([encoding, name, Math.abs(ratio - 1) <= 0.1]).toEqual([encoding, name, true]);
      }
      other.free();
    }
  });

  test.each(['o200k_base', 'cl100k_base'] as const)(
    'the texts of the shared data count as tiktoken counts them (%s)',
    async (encoding) => {
      if (!existsSync(shared)) return console.log('The shared data is not here; its texts were not counted.');
      const reference = get_encoding(encoding);
      const counter = await loadCounter(encoding);
      for (const name of readdirSync(shared).filter((file) => file.endsWith('.jsonl'))) {
        const text = readFileSync(path.join(shared, name), 'utf8');
        expect([name, counter.count(text)]).toEqual([name, reference.encode_ordinary(text).length]);
        const row: unknown = JSON.parse(text.split('\n', 1)[0] ?? '');
        expect(
          typeof row === 'object' && row !== null && formatOf({ ...row }, name.includes('rft') ? 'reinforcement' : 'supervised'),
        ).toBeTruthy();
      }
      reference.free();
    },
  );
});

/** All texts of content in a line of JSON. */
function textsOf(line: string): string[] {
  const inside = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, inner]) =>
          name === 'content' && typeof inner === 'string' ? [inner] : inside(inner),
        );
  return line === '' ? [] : inside(JSON.parse(line));
}

test.each([
  ['gpt-4.1-mini-2025-04-14', 'o200k_base', 65_536, true],
  ['gpt-4o-2024-08-06', 'o200k_base', 65_536, true],
  ['ft:gpt-4o-mini-2024-07-18:org:suffix:id', 'o200k_base', 65_536, true],
  ['gpt-4.1-2025-04-14.ft-0123abcd', 'o200k_base', 65_536, true],
  ['o4-mini-2025-04-16', 'o200k_base', undefined, false],
  ['openai/gpt-oss-20b', 'o200k_base', undefined, false],
  ['gpt-3.5-turbo-0125', 'cl100k_base', 16_385, true],
  ['gpt-35-turbo-0613', 'cl100k_base', 16_385, true],
  ['gpt-4-0613', 'cl100k_base', 8192, true],
  ['babbage-002', 'cl100k_base', undefined, true],
  ['meta-llama/Llama-3.1-8B', undefined, undefined, false],
  ['ft:', undefined, undefined, false],
])('%s: %s, %s, bills known: %s', (model, encoding, rowLimit, billed) => {
  expect(modelFacts(model)).toEqual({ encoding, rowLimit, billed });
});
