/**
 * METEOR of one sentence, as NLTK's `meteor_score` computes it with its own α .9, β 3, γ .5 (Banerjee and
 * Lavie, 2005; Lavie and Agarwal, 2007): equal words are matched first, then equal stems. NLTK's third stage,
 * synonyms, needs the WordNet data, and is left out.
 */
import { cell } from './cells.ts';
import { forgetMany, numberOf, stemNumberOf, vocabularySize } from './vocabulary.ts';
import { wordTokens } from './word-tokens.ts';

/** Words of a text as numbers, and the place of each there. */
interface Placed {
  readonly words: Int32Array;
  readonly places: Int32Array;
}

/** The stems of the words that are not taken, in order. */
function stemsOf({ words, places }: Placed, taken: Uint8Array): Placed {
  const stems = new Int32Array(words.length);
  const kept = new Int32Array(words.length);
  let count = 0;
  for (let index = 0; index < words.length; index += 1) {
    if (taken[index] === 1) continue;
    stems[count] = stemNumberOf(cell(words, index));
    kept[count] = cell(places, index);
    count += 1;
  }
  return { words: stems.subarray(0, count), places: kept.subarray(0, count) };
}

/** For each word, one more than the last free index in the reference; all 0 between two comparisons. */
let last = new Int32Array(0);

/**
 * Matches equal words, from the last back, each with the last of the reference that is free.
 * @param partners takes, for each place of the output, one more than the place of the reference
 * @returns which words of each are taken
 */
function match(output: Placed, reference: Placed, partners: Int32Array): [Uint8Array, Uint8Array] {
  const { words } = output;
  const others = reference.words;
  if (last.length < vocabularySize()) last = new Int32Array(2 * vocabularySize());
  // For each index of the reference, one more than the index before it where the same word stands.
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
  for (let index = 0; index < others.length; index += 1) last[cell(others, index)] = 0;
  return [matched, taken];
}

function placed(text: string): Placed {
  const tokens = wordTokens(text);
  const words = new Int32Array(tokens.length);
  const places = new Int32Array(tokens.length);
  let at = 0;
  for (const token of tokens) {
    words[at] = numberOf(token);
    places[at] = at;
    at += 1;
  }
  return { words, places };
}

/** The score, from 0 to just under 1. */
export function meteor(text: string, reference: string): number {
  forgetMany();
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
