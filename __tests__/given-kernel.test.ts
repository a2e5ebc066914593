/** A tokenizer that is given, counted by the kernel: as the library counts, and left to it where the kernel may not know. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeKernel } from '../scripts/kernel.ts';
import { givenWithKernel } from '../src/dataset/tokens/given-kernel.ts';
import { givenCount } from '../src/dataset/tokens/given-tokenizer.ts';
import { classOf, OTHER } from '../src/dataset/tokens/tokenizer/classes.ts';
import { randomOf } from '../src/sandbox/trainer/random.ts';
import { newFolder } from './support/action.ts';
import { describedTokenizer, SPECIAL, SPLITS } from './support/given-tokenizers.ts';
import { oddText } from './support/odd-texts.ts';
import { runs } from './support/runs.ts';

const wasm = path.join(newFolder(), 'kernel.wasm');
beforeAll(() => writeKernel(wasm));

/** Where the engine's `\s`, by which the library cuts, is not what Unicode calls white space. */
const OTHER_WHITE = /[\u0085\ufeff]/g;
/** A letter, mark or number of the engine's Unicode, by which the library cuts, that tiktoken's does not know yet. */
const isNewer = (sign: string) => /[\p{L}\p{M}\p{N}]/u.test(sign) && classOf(sign.codePointAt(0) ?? 0) === OTHER;
const withoutNewer = (text: string) => [...text].filter((sign) => !isNewer(sign)).join('');

interface Both {
  readonly library: (text: string) => number;
  readonly kernel: (text: string) => number;
  /** The texts that the kernel left. */
  readonly left: string[];
}

function bothOf(described: object): Both {
  const json = JSON.stringify(described);
  const library = givenCount({ path: 'tokenizer.json', json });
  const left: string[] = [];
  const kernel = givenWithKernel(
    (text) => {
      left.push(text);
      return library(text);
    },
    json,
    readFileSync(wasm),
  );
  return { library, kernel, left };
}

function texts(): string[] {
  const random = randomOf(13);
  const letters = Array.from({ length: 400 }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
  const odd = Array.from({ length: runs(4000) }, () =>
    withoutNewer(oddText(random).replace(OTHER_WHITE, '').replaceAll('<|endoftext|>', '')),
  );
  return [
    ...odd,
    '',
    ' ',
    'a',
    letters,
    'ab'.repeat(200),
    "It's 12345 o'clock. We'LL  see!\n\n  \t\nÉcole e\u0301 12",
    ' '.repeat(200),
  ];
}

describe.each(Object.keys(SPLITS))('cut as by %s', (split) => {
  test.each([
    ['pairs alone', {}, {}],
    ['tokens before pairs', { ignore_merges: true }, {}],
    ['in normal form', {}, { normalizer: { type: 'NFC' } }],
  ])('%s', (_, model, more) => {
    const { library, kernel, left } = bothOf({ ...describedTokenizer(split, model), ...more });
    const all = texts();
    expect(all.filter((text) => kernel(text) !== library(text))).toEqual([]);
    expect(left).toEqual([]);
  });
});

test('a letter that came with Unicode 17 is cut off, as tiktoken does it', () => {
  const { library, kernel, left } = bothOf(describedTokenizer('gpt2', {}));
  const sign = '\u{18dd5}';
  expect(isNewer(sign)).toBe(true);
  expect(kernel(`ab${sign}ab`)).toBe(library('ab') + library(sign) + library('ab'));
  expect(left).toEqual([]);
});

test('a text with a special token is left to the library', () => {
  const { library, kernel, left } = bothOf(describedTokenizer('gpt2', {}));
  const text = `hello${SPECIAL}hello`;
  expect(kernel(text)).toBe(library(text));
  expect(kernel('hello <hello')).toBe(library('hello <hello'));
  expect(left).toEqual([text]);
});

describe('left to the library', () => {
  const plain = describedTokenizer('gpt2', {});
  const { vocab, merges } = plain.model;
  test.each([
    ['another normal form', { ...plain, normalizer: { type: 'NFKC' } }],
    ['another way of cutting', { ...plain, pre_tokenizer: { type: 'Whitespace' } }],
    ['an expression that is not known', describedTokenizer('\\w+|\\W+', {})],
    ['a blank before each text', { ...plain, pre_tokenizer: { type: 'ByteLevel', add_prefix_space: true, use_regex: true } }],
    ['no cutting at all', { ...plain, pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, use_regex: false } }],
    ['marks at the end of words', describedTokenizer('gpt2', { end_of_word_suffix: '</w>' })],
    ['bytes by their numbers', describedTokenizer('gpt2', { byte_fallback: true })],
    ['a byte that is no token', describedTokenizer('gpt2', { vocab: { ...vocab, a: undefined } })],
    ['a pair of what is no token', describedTokenizer('gpt2', { merges: [...merges, ['q', 'qqq']] })],
    ['a token beyond the tables', describedTokenizer('gpt2', { vocab: { ...vocab, zzzz: 1 << 18 } })],
    ['a very long token', describedTokenizer('gpt2', { ignore_merges: true, vocab: { ...vocab, ['z'.repeat(256)]: 9999 } })],
  ])('%s', (_, described) => {
    const { kernel, left } = bothOf(described);
    kernel('hello world');
    expect(left).toEqual(['hello world']);
  });
});

test('where the engine does not run the kernel, the library counts', () => {
  const count = () => 7;
  expect(givenWithKernel(count, JSON.stringify(describedTokenizer('gpt2', {})), Buffer.from('no module'))).toBe(count);
});
