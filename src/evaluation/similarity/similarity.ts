/**
 * The measures of likeness that the API's `text_similarity` names, from 0 to 1, each as the library computes
 * it that the platform's own grader image holds: RapidFuzz, NLTK, rouge_score. `cosine` is not among them: it
 * compares the embeddings of a model.
 */
import type { SIMILARITY_METRICS } from '../../api/requests.ts';
import { commonLength } from './common.ts';
import { meteor } from './meteor.ts';
import { bleu, gleu, rouge, rougeL } from './overlap.ts';

export type SimilarityMetric = (typeof SIMILARITY_METRICS)[number];

/**
 * A text's characters as Python counts them: one for each code point, half of a pair that stands alone
 * included.
 */
function charactersOf(text: string): Int32Array {
  const codes = new Int32Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; length += 1) {
    const unit = text.charCodeAt(at);
    const code = unit < 0xd800 || unit > 0xdbff ? unit : (text.codePointAt(at) ?? 0);
    codes[length] = code;
    at += code > 0xffff ? 2 : 1;
  }
  return codes.subarray(0, length);
}

/** RapidFuzz's `ratio`: one less the share of characters to insert and delete. */
function fuzzyMatch(output: string, reference: string): number | undefined {
  const a = charactersOf(output);
  const b = charactersOf(reference);
  const all = a.length + b.length;
  const both = commonLength(a, b);
  if (both === undefined) return undefined;
  return all === 0 ? 1 : (2 * both) / all;
}

const MEASURES: Readonly<Record<SimilarityMetric, (output: string, reference: string) => number | undefined>> = {
  fuzzy_match: fuzzyMatch,
  bleu,
  gleu,
  meteor,
  rouge_1: (output, reference) => rouge(output, reference, 1),
  rouge_2: (output, reference) => rouge(output, reference, 2),
  rouge_3: (output, reference) => rouge(output, reference, 3),
  rouge_4: (output, reference) => rouge(output, reference, 4),
  rouge_5: (output, reference) => rouge(output, reference, 5),
  rouge_l: rougeL,
};

/**
 * How alike an output is to a reference, from 0 to 1; undefined when both are so long that comparing them
 * would take minutes.
 */
export function similarity(metric: SimilarityMetric, output: string, reference: string): number | undefined {
  return MEASURES[metric](output, reference);
}
