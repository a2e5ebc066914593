/**
 * METEOR of one sentence, as NLTK's `meteor_score` computes it with its own α .9, β 3, γ .5 (Banerjee and
 * Lavie, 2005; Lavie and Agarwal, 2007): equal words are matched first, then equal stems. NLTK's third stage,
 * synonyms, needs the WordNet data, and is left out.
 */
import { cell } from './cells.ts';
import { numbered } from './grams.ts';
import { stem } from './stem.ts';
import { wordTokens } from './word-tokens.ts';

/** Stems that were computed before; emptied when it is full. Words of a language come again and again. */
const stems = new Map<string, string>();
const MOST_STEMS = 20_000;
const LONGEST_KEPT = 40;

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const result = stem(word);
  if (stems.size >= MOST_STEMS) stems.clear();
  if (word.length <= LONGEST_KEPT) stems.set(word, result);
  return result;
}

/** Words of a text, and the place of each there. */
interface Placed {
  readonly words: readonly string[];
  readonly places: Int32Array;
}

/** The stems of the words that are not taken, in order. */
function stemsOf({ words, places }: Placed, taken: Uint8Array): Placed {
  const kept = words.flatMap((_, index) => (taken[index] === 0 ? [index] : []));
  return {
    words: kept.map((index) => stemOf(words[index] ?? '')),
    places: Int32Array.from(kept, (index) => cell(places, index)),
  };
}

/**
 * Matches equal words, from the last back, each with the last of the reference that is free.
 * @param partners takes, for each place of the output, one more than the place of the reference
 * @returns which words of each are taken
 */
function match(output: Placed, reference: Placed, partners: Int32Array): [Uint8Array, Uint8Array] {
  const [words, others] = numbered(output.words, reference.words);
  // For each word, one more than the last free index in the reference; for each index, the same of the one
  // before it.
  const last = new Int32Array(words.length + others.length);
  const before = new Int32Array(others.length);
  for (let index = 0; index < others.length; index += 1) {
    const word = cell(others, index);
    before[index] = cell(last, word);
    last[word] = index + 1;
  }
  const matched = new Uint8Array(words.length);
  const taken = new Uint8Array(others.length);
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = cell(words, index);
    const found = cell(last, word) - 1;
    if (found < 0) continue;
    partners[cell(output.places, index)] = cell(reference.places, found) + 1;
    matched[index] = 1;
    taken[found] = 1;
    last[word] = cell(before, found);
  }
  return [matched, taken];
}

function placed(text: string): Placed {
  const words = wordTokens(text).map((word) => word.toLowerCase());
  return { words, places: Int32Array.from(words.keys()) };
}

/** The score, from 0 to just under 1. */
export function meteor(text: string, reference: string): number {
  const output = placed(text);
  const wanted = placed(reference);
  const partners = new Int32Array(output.words.length);
  const [matched, taken] = match(output, wanted, partners);
  match(stemsOf(output, matched), stemsOf(wanted, taken), partners);
  let matches = 0;
  let chunks = 0;
  let before = 0;
  for (const partner of partners) {
    if (partner > 0) matches += 1;
    if (partner > 0 && (before === 0 || partner !== before + 1)) chunks += 1;
    before = partner;
  }
  if (matches === 0) return 0;
  const precision = matches / output.words.length;
  const recall = matches / wanted.words.length;
  const mean = (precision * recall) / (0.9 * precision + 0.1 * recall);
  return (1 - 0.5 * (chunks / matches) ** 3) * mean;
}
