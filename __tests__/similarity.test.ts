import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SIMILARITY_METRICS } from '../src/api/requests.ts';
import { commonLength } from '../src/evaluation/similarity/common.ts';
import { similarity } from '../src/evaluation/similarity/similarity.ts';
import { stem } from '../src/evaluation/similarity/stem.ts';
import { wordTokens } from '../src/evaluation/similarity/word-tokens.ts';
import { runs } from './support/runs.ts';

/** What NLTK gave for texts made by chance: the stems of its PorterStemmer, its word tokens, and BLEU with smoothing method 4, GLEU and METEOR of pairs. */
interface Nltk {
  readonly stems: readonly (readonly [string, string])[];
  readonly tokens: readonly (readonly [string, readonly string[]])[];
  readonly scores: readonly (readonly [string, string, number, number, number])[];
}
const nltk: Nltk = JSON.parse(readFileSync(path.join('__tests__', 'support', 'nltk.json'), 'utf8'));

const PAIRS = {
  V1: ['fuzzy wuzzy was a bear', 'fuzzy wuzzy had no hair'],
  V2: ['The quick brown dog jumps on the log.', 'The quick brown fox jumps over the lazy dog'],
  V3: [
    'It is a guide to action which ensures that the military always obeys the commands of the party',
    'It is a guide to action that ensures that the military will forever heed Party commands',
  ],
  V4: ['Tokyo is the capital of Japan.', 'The capital of Japan is Tokyo.'],
  V5: ['the the the the the the the', 'the cat is on the mat'],
  V6: ['Paris', 'The answer is Paris.'],
  V7: ['café Zürich', 'Cafe Zurich'],
} as const;

describe('the values of RapidFuzz, NLTK and rouge_score', () => {
  const columns = ['fuzzy_match', 'bleu', 'gleu', 'meteor', 'rouge_1', 'rouge_2', 'rouge_3', 'rouge_l'] as const;
  test.each<[keyof typeof PAIRS, ...number[]]>([
    ['V1', 0.755556, 0.121211, 0.214286, 0.375, 0.4, 0.25, 0, 0.4],
    ['V2', 0.825, 0.171838, 0.3, 0.567901, 0.705882, 0.266667, 0.153846, 0.588235],
    ['V3', 0.751381, 0.411804, 0.439394, 0.694444, 0.705882, 0.5, 0.4, 0.647059],
    ['V4', 0.7, 0.229618, 0.409091, 0.906706, 1, 0.6, 0.5, 0.666667],
    ['V5', 0.541667, 0.038482, 0.090909, 0.163934, 0.307692, 0, 0, 0.307692],
    ['V6', 0.4, 0.018316, 0.071429, 0.108696, 0.4, 0, 0, 0.4],
    ['V7', 0.727273, 0, 0, 0, 0, 0, 0, 0],
  ])('%s', (name, ...values) => {
    const [output, reference] = PAIRS[name];
    const scores = columns.map((metric) => Number(similarity(metric, output, reference)?.toFixed(6)));
    expect(scores).toEqual(values);
  });

  test('rouge of four and five words', () => {
    expect(similarity('rouge_4', ...PAIRS.V3)).toBeCloseTo(0.285714, 6);
    expect(similarity('rouge_5', ...PAIRS.V3)).toBeCloseTo(0.153846, 6);
  });

  test.each(SIMILARITY_METRICS)('%s of nothing and nothing, and of something and nothing', (metric) => {
    expect(similarity(metric, '', '')).toBe(metric === 'fuzzy_match' ? 1 : 0);
    expect(similarity(metric, 'one two', '')).toBe(0);
    expect(similarity(metric, '', 'one two')).toBe(0);
  });

  test('words of other scripts count in rouge, where rouge_score gives 0', () => {
    expect(similarity('rouge_1', 'Москва столица', 'столица Москва')).toBe(1);
    expect(similarity('rouge_1', 'snake_case', 'snake case')).toBe(1);
  });
});

describe('as NLTK does', () => {
  test('tokens', () => {
    for (const [text, tokens] of nltk.tokens) expect([text, wordTokens(text)]).toEqual([text, tokens]);
  });
  test.each([
    ["They'll say it's 3.5 (or 1,000).", "They 'll say it 's 3.5 ( or 1,000 ) ."],
    ['"Yes," she said -- "it isn\'t."', "`` Yes , '' she said -- `` it is n't . ''"],
    ["'Tis here; you cannot gonna wanna go", "'T is here ; you can not gon na wan na go"],
    ["dogs' d'a ``x`` ,, 12:30 a:b x.. 'a", "dogs ' d ' a `` x `` , , 12:30 a : b x .. ' a"],
    ['a\u00a0b\u0085c\u2003d\u2028e\u202ff\u3000g\u001ch\u1680i\u205fj', 'a b c d e f g h i j'],
    ["it'll's", "it 'll 's"],
    ["x'' y", "x '' y"],
    ['a,,\n', 'a , ,'],
    ['a,\u0661', 'a,\u0661'],
    ["dog's' x", "dog 's ' x"],
  ])('%j', (text, tokens) => {
    expect(wordTokens(text).join(' ')).toBe(tokens);
  });
  test('stems', () => {
    for (const [word, expected] of nltk.stems) expect([word, stem(word)]).toEqual([word, expected]);
  });
  test('scores', () => {
    for (const [output, reference, ...expected] of nltk.scores) {
      for (const [index, metric] of (['bleu', 'gleu', 'meteor'] as const).entries())
        expect(similarity(metric, output, reference)).toBeCloseTo(expected[index] ?? -1, 8);
    }
  });
});

/** The textbook's table. */
function plainCommonLength(left: readonly number[], right: readonly number[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const one of left) {
    const next = [0];
    for (const [index, other] of right.entries())
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** METEOR as NLTK's source reads: pairs are taken from the last word back, first equal words, then equal stems. */
function plainMeteor(output: string, reference: string): number {
  const numbered = (text: string) => [
    ...wordTokens(text)
      .map((word) => word.toLowerCase())
      .entries(),
  ];
  const [left, right] = [numbered(output), numbered(reference)];
  const [words, wanted] = [left.length, right.length];
  const pairs: [number, number][] = [];
  for (const form of [(word: string) => word, stem]) {
    for (let at = left.length - 1; at >= 0; at -= 1) {
      const [place, word] = left[at] ?? [0, ''];
      const found = right.findLastIndex(([, other]) => form(other) === form(word));
      if (found < 0) continue;
      pairs.push([place, right[found]?.[0] ?? 0]);
      left.splice(at, 1);
      right.splice(found, 1);
    }
  }
  if (pairs.length === 0) return 0;
  pairs.sort(([one], [other]) => one - other);
  const chunks = pairs.filter(([a, b], at) => pairs[at - 1]?.[0] !== a - 1 || pairs[at - 1]?.[1] !== b - 1).length;
  const [precision, recall] = [pairs.length / words, pairs.length / wanted];
  const mean = (precision * recall) / (0.9 * precision + 0.1 * recall);
  return (1 - 0.5 * (chunks / pairs.length) ** 3) * mean;
}

describe('what always holds', () => {
  const word = fc.constantFrom(
    'Run',
    'run',
    'runs',
    'running',
    'RUNS',
    'the',
    'The',
    'city',
    'cities',
    'İ',
    'ß',
    'SS',
    "it's",
    '.',
  );
  const sentence = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
  test('meteor over numbers is meteor over words', () => {
    fc.assert(
      fc.property(sentence, sentence, (output, reference) => {
        expect(similarity('meteor', output, reference)).toBeCloseTo(plainMeteor(output, reference), 12);
      }),
      { numRuns: 300 },
    );
  });

  test('what was counted before makes no difference, however many words it had', () => {
    const [output, reference] = ['The cities ran to the Running tap.', 'a city runs to the run'];
    const before = similarity('meteor', output, reference);
    for (let at = 0; at < 3; at += 1) {
      const many = Array.from({ length: 12_000 }, (_, index) => `W${at}x${index}`).join(' ');
      expect(similarity('meteor', many, many)).toBeGreaterThan(0.9);
      expect(similarity('meteor', output, reference)).toBe(before);
    }
    expect(before).toBeCloseTo(plainMeteor(output, reference), 12);
  });

  const sequence = fc.oneof(
    fc.array(fc.nat(3), { maxLength: 400 }),
    fc.array(fc.nat(60), { maxLength: 400 }),
    fc.array(fc.constant(1), { maxLength: 300 }),
  );
  test('the bit-parallel length is the length of the textbook', () => {
    fc.assert(
      fc.property(sequence, sequence, (left, right) => {
        expect(commonLength(Int32Array.from(left), Int32Array.from(right))).toBe(plainCommonLength(left, right));
      }),
      { numRuns: 100 },
    );
  });

  const sign = fc.constantFrom('a', 'b', 'cat', 'cats', 'the', ' ', ' ', ',', '.', "'", '"', 'é', '😀', '\ud83d', '1', 'sitting');
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(sign, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  test.each(SIMILARITY_METRICS)('%s is from 0 to 1, and nothing is more like a text than itself', (metric) => {
    fc.assert(
      fc.property(anyText, anyText, (output, reference) => {
        const score = similarity(metric, output, reference) ?? -1;
        const best = similarity(metric, reference, reference) ?? -1;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        // A text of fewer than four words has no four in a row: there BLEU's smoothing may favour a shorter one.
        if (metric !== 'bleu' || best === 1) expect(score).toBeLessThanOrEqual(best + 1e-12);
      }),
      { numRuns: 100 },
    );
  });
  test.each(SIMILARITY_METRICS.filter((metric) => metric !== 'bleu' && metric !== 'meteor'))(
    '%s is the same both ways',
    (metric) => {
      fc.assert(
        fc.property(anyText, anyText, (left, right) => {
          expect(similarity(metric, left, right)).toBe(similarity(metric, right, left));
        }),
      );
    },
  );
});

// Were anything here quadratic, it would take hours.
describe('hostile texts', () => {
  const MEGABYTE = runs(1_000_000);
  const words = (size: number) =>
    Array.from({ length: size / 5 }, (_, index) => `${(index * 7919) % 9973}`.padEnd(4, 'x')).join(' ');
  const texts: Readonly<Record<string, string>> = {
    'equal letters': 'a'.repeat(MEGABYTE),
    'y alone': 'y'.repeat(MEGABYTE),
    spaces: `a.${' '.repeat(MEGABYTE)}b`,
    quotes: `a.${'\'"'.repeat(MEGABYTE / 2)}b`,
    commas: ',:'.repeat(MEGABYTE / 2),
    'lone surrogates': '\ud800'.repeat(MEGABYTE),
    words: words(MEGABYTE),
  };
  test.each(Object.keys(texts))('a megabyte of %s against a sentence, and against itself and one more', (name) => {
    const text = texts[name] ?? '';
    for (const metric of ['fuzzy_match', 'bleu', 'meteor', 'rouge_5', 'rouge_l'] as const) {
      expect(similarity(metric, text, 'The answer is Paris.')).toBeLessThan(0.1);
      expect(similarity(metric, text, `${text} z`)).toBeDefined();
    }
  });
  test('two long texts with nothing at their ends in common are not compared', () => {
    const text = words(1_000_000);
    expect(similarity('fuzzy_match', text, `z${text.slice(1, -1)}z`)).toBeUndefined();
    expect(similarity('rouge_l', `z ${text} z`, `${text.replaceAll('x', 'y')} q`)).toBeUndefined();
  });
  test('half a pair stands for itself', () => {
    expect(similarity('fuzzy_match', '\ud83d', '😀')).toBe(0);
    expect(similarity('fuzzy_match', 'a\ud83d', 'b\ud83d')).toBe(0.5);
  });
});
