/**
 * METEOR of one sentence, as NLTK's `meteor_score` computes it with its own α .9, β 3, γ .5 (Banerjee and Lavie, 2005; Lavie and Agarwal, 2007): equal words are
 * matched first, then equal stems. NLTK's third stage, synonyms, needs the WordNet data, and is left out.
 */
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

/** A word of a text with its place there. */
interface Placed {
  readonly word: string;
  readonly place: number;
}

/**
 * Matches equal words, from the last back, each with the last of the reference that is free.
 * @param partners takes, for each place of the output, the place of the reference
 * @returns what is left of both, in order
 */
function match(output: readonly Placed[], reference: readonly Placed[], partners: Int32Array): [Placed[], Placed[]] {
  const [words, others] = numbered(
    output.map(({ word }) => word),
    reference.map(({ word }) => word),
  );
  // For each word, the last free index in the reference; for each index, the one before it of the same word.
  const last = new Int32Array(words.length + others.length).fill(-1);
  const before = new Int32Array(others.length);
  for (const [index, word] of others.entries()) {
    before[index] = last[word] ?? -1;
    last[word] = index;
  }
  const taken = new Uint8Array(others.length);
  const left: Placed[] = [];
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const one = output[index];
    const word = words[index] ?? 0;
    const found = last[word] ?? -1;
    if (one === undefined) continue;
    if (found < 0) {
      left.push(one);
      continue;
    }
    partners[one.place] = reference[found]?.place ?? -1;
    taken[found] = 1;
    last[word] = before[found] ?? -1;
  }
  return [left.reverse(), reference.filter((_, index) => taken[index] === 0)];
}

const placed = (text: string): Placed[] => wordTokens(text).map((word, place) => ({ word: word.toLowerCase(), place }));
const stemmed = (words: readonly Placed[]): Placed[] => words.map(({ word, place }) => ({ word: stemOf(word), place }));

/** The score, from 0 to just under 1. */
export function meteor(text: string, reference: string): number {
  const output = placed(text);
  const wanted = placed(reference);
  const partners = new Int32Array(output.length).fill(-1);
  const [left, others] = match(output, wanted, partners);
  match(stemmed(left), stemmed(others), partners);
  let matches = 0;
  let chunks = 0;
  let [place, partner] = [-2, -2];
  for (const [index, found] of partners.entries()) {
    if (found < 0) continue;
    matches += 1;
    if (index !== place + 1 || found !== partner + 1) chunks += 1;
    [place, partner] = [index, found];
  }
  if (matches === 0) return 0;
  const precision = matches / output.length;
  const recall = matches / wanted.length;
  const mean = (precision * recall) / (0.9 * precision + 0.1 * recall);
  return (1 - 0.5 * (chunks / matches) ** 3) * mean;
}
