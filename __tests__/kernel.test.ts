/** What counts tokens, the kernel and the reference that it is held against: both as tiktoken counts. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { get_encoding, type Tiktoken } from 'tiktoken';
import { writeKernel } from '../scripts/kernel.ts';
import { withKernel } from '../src/dataset/tokens/kernel-counter.ts';
import { ASCII, LOWER, NEWLINE, NUMBER, OTHER, SPACE, UPPER } from '../src/dataset/tokens/tokenizer/classes.ts';
import { type Counter, counterOf, type Encoding } from '../src/dataset/tokens/tokenizer/counter.ts';
import { loadCounter } from '../src/dataset/vocabularies.ts';
import { randomOf } from '../src/sandbox/trainer/random.ts';
import { newFolder } from './support/action.ts';
import { HOSTILE } from './support/hostile.ts';
import { oddText, unicodeText } from './support/odd-texts.ts';
import { runs } from './support/runs.ts';

const ENCODINGS: Encoding[] = ['o200k_base', 'cl100k_base'];
const shared = path.resolve('..', 'shared', 'data');
const wasm = path.join(newFolder(), 'kernel.wasm');
const packedOf = (encoding: Encoding) => readFileSync(path.join('dist', `${encoding}.tokens`));
const vocabularyOf = (encoding: Encoding) => {
  const packed = packedOf(encoding);
  return { size: packed.length, writeTo: async (room: Uint8Array) => room.set(packed) };
};

// Of the sources as they are, not as they were when dist/ was built.
beforeAll(() => writeKernel(wasm));

describe.each(ENCODINGS)('%s, by the kernel and by its reference', (encoding) => {
  let truth: Tiktoken;
  let reference: Counter;
  let kernel: Counter;
  beforeAll(async () => {
    truth = get_encoding(encoding);
    reference = counterOf(encoding, packedOf(encoding));
    const running = await withKernel(encoding, readFileSync(wasm), vocabularyOf(encoding));
    if (running === undefined) throw new Error('This engine does not run the kernel.');
    kernel = running;
  });
  afterAll(() => truth.free());

  /** The texts that one of the two counts otherwise than tiktoken does. */
  const miscounted = (texts: Iterable<string>) =>
    [...texts].flatMap((text) => {
      const tokens = truth.encode_ordinary(text.toWellFormed()).length;
      const counted = [kernel.count(text), reference.count(text)];
      return counted.every((count) => count === tokens)
        ? []
        : [{ text: text.slice(0, 60), length: text.length, tokens, counted }];
    });

  test('odd texts', () => {
    const random = randomOf(7);
    expect(miscounted(Array.from({ length: runs(20_000) }, () => oddText(random)))).toEqual([]);
  });

  test('the texts that the fuzz sends', () => {
    // tiktoken takes minutes for a long piece; those are counted below.
    const texts = HOSTILE.map((text) => text.slice(0, 1000));
    expect(miscounted(texts.flatMap((one) => texts.map((other) => `${one} ${other}`)))).toEqual([]);
  });

  test('random Unicode', () => {
    const random = randomOf(11);
    expect(miscounted(Array.from({ length: runs(100_000) }, () => unicodeText(random)))).toEqual([]);
  });

  test('every size of a word, in every place of sixteen bytes', () => {
    const letters = 'antidisestablishmentarianism'.repeat(4);
    const texts = Array.from({ length: 80 }, (_, size) =>
      Array.from(
        { length: 17 },
        (__, before) => `${'.'.repeat(before)} ${letters.slice(0, size)}${size % 3 === 0 ? '' : "'s NaN"}`,
      ),
    );
    expect(miscounted(texts.flat())).toEqual([]);
  });

  test('long pieces, about where another way of merging begins', () => {
    const random = randomOf(3);
    const letters = Array.from({ length: 3000 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
    const pieces = [
      'a'.repeat(5000),
      'ab'.repeat(400),
      letters,
      '中文字'.repeat(700),
      ' '.repeat(3000),
      '='.repeat(999),
      '\n'.repeat(500),
    ];
    const texts = pieces.flatMap((piece) => [61, 62, 63, 95, 96, 97, 98, 200, piece.length].map((size) => piece.slice(0, size)));
    expect(miscounted(texts)).toEqual([]);
  });

  test('the shared data', () => {
    if (!existsSync(shared)) return console.log('The shared data is not here; its texts were not counted.');
    const names = readdirSync(shared).filter((name) => name.endsWith('.jsonl'));
    expect(miscounted(names.map((name) => readFileSync(path.join(shared, name), 'utf8')))).toEqual([]);
  });

  test('a million equal letters, and long pieces of all kinds', () => {
    const [million, size] = [runs(1_000_000), runs(100_000)];
    const random = randomOf(5);
    const letters = Array.from({ length: size }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
    const texts = ['a'.repeat(size), ' '.repeat(size), '中'.repeat(size), 'ab'.repeat(size), letters];
    expect(texts.map(kernel.count)).toEqual(texts.map(reference.count));
    expect([kernel, reference].map(({ count }) => count('a'.repeat(million)))).toEqual([million / 8, million / 8]);
  });

  test('every letter, mark and number of Unicode, between letters, numbers and signs', () => {
    const known = Array.from({ length: 0x110000 }, (_, codePoint) => String.fromCodePoint(codePoint)).filter((character) =>
      /[\p{L}\p{M}\p{N}\p{White_Space}]/u.test(character),
    );
    const some = known.filter((_, index) => index % Math.round(20_000 / runs(20_000)) === 0);
    expect(miscounted(some.map((one) => `!${one}!a${one}a1${one}1A${one}A 'll${one}'ll`))).toEqual([]);
  });

  test('a text may come after a longer one, and after a shorter', () => {
    const texts = ['word '.repeat(300_000), 'word', '', 'äö '.repeat(240_000), 'wo', 'wo\0', 'wo\0\0'];
    expect(texts.map(kernel.count)).toEqual(texts.map(reference.count));
  });

  test('a piece that would take much memory is counted in parts of a megabyte', () => {
    const part = 1024 * 1024;
    const letters = 'ab'.repeat(part);
    for (const { count } of [kernel, reference]) expect(count(letters)).toBe(2 * count(letters.slice(0, part)));
  });
});

test('where the engine does not run the kernel, the reference counts', async () => {
  expect(await withKernel('o200k_base', Buffer.from('no module'), vocabularyOf('o200k_base'))).toBeUndefined();
  const engine: unknown = Reflect.get(globalThis, 'WebAssembly');
  Reflect.deleteProperty(globalThis, 'WebAssembly');
  try {
    const { count } = await loadCounter('cl100k_base');
    expect(count('How are you? 你好')).toBe(counterOf('cl100k_base', packedOf('cl100k_base')).count('How are you? 你好'));
  } finally {
    Reflect.set(globalThis, 'WebAssembly', engine);
  }
});

test('the classes of ASCII are those of Unicode', () => {
  const kinds = [
    [NEWLINE, /[\r\n]/],
    [SPACE, /\p{White_Space}/u],
    [UPPER, /[\p{Lu}\p{Lt}]/u],
    [LOWER, /\p{Ll}/u],
    [NUMBER, /\p{N}/u],
    [OTHER, /\P{L}/u],
  ] as const;
  for (const [codePoint, kind] of ASCII.entries())
    expect([codePoint, kind]).toEqual([codePoint, kinds.find(([, those]) => those.test(String.fromCodePoint(codePoint)))?.[0]]);
});
