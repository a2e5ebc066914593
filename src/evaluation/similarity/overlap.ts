/** The measures that count shared n-grams: BLEU and GLEU over words and signs, ROUGE over words alone. */
import { commonLength } from './common.ts';
import { gramCounts, numbered } from './grams.ts';
import { wordTokens } from './word-tokens.ts';

/** The constant of smoothing method 4, as NLTK has it. */
const K = 5;

/**
 * BLEU of one sentence over one to four words with the brevity penalty (Papineni et al., 2002), as NLTK's
 * `sentence_bleu` computes it with smoothing method 4 (Chen and Cherry, 2014): an order without a match
 * counts as 1 / (2ⁱ · 5 / ln length), i counting such orders.
 */
export function bleu(output: string, reference: string): number {
  const counts = gramCounts(wordTokens(output), wordTokens(reference), 4);
  const [{ left: length, right: wanted, both }] = [counts[0] ?? { left: 0, right: 0, both: 0 }];
  if (both === 0) return 0;
  let missing = 0;
  let logs = 0;
  for (const count of counts) {
    const total = Math.max(1, count.left);
    if (count.both > 0) logs += Math.log(count.both / total);
    else if (length > 1) {
      missing += 1;
      logs += Math.log(Math.log(length) / (2 ** missing * K) / total);
    }
  }
  return Math.exp(Math.min(0, 1 - wanted / length) + logs / 4);
}

/** Google's BLEU (Wu et al., 2016): of all grams of one to four words, the lesser of precision and recall. */
export function gleu(output: string, reference: string): number {
  const counts = gramCounts(wordTokens(output), wordTokens(reference), 4);
  const sum = (pick: 'left' | 'right' | 'both') => counts.reduce((total, count) => total + count[pick], 0);
  const most = Math.max(sum('left'), sum('right'));
  return most === 0 ? 0 : sum('both') / most;
}

const onlyAscii = (text: string) => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
};

/**
 * Words of lower-case letters and digits. rouge_score knows those of ASCII alone and so gives 0 to every
 * other script; here all scripts count.
 */
function words(text: string): readonly string[] {
  const lower = text.toLowerCase();
  return lower.match(onlyAscii(lower) ? /[a-z0-9]+/g : /[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** F1 of precision and recall. */
const balanced = (both: number, left: number, right: number) => (both === 0 ? 0 : (2 * both) / (left + right));

/** ROUGE-N (Lin, 2004): F1 of shared grams of `size` words, without stems. */
export function rouge(output: string, reference: string, size: number): number {
  const count = gramCounts(words(output), words(reference), size)[size - 1];
  return count === undefined ? 0 : balanced(count.both, count.left, count.right);
}

/**
 * ROUGE-L (Lin, 2004): F1 by the longest common subsequence of words. Undefined for texts that are too long
 * to be compared.
 */
export function rougeL(output: string, reference: string): number | undefined {
  const [a, b] = numbered(words(output), words(reference));
  const both = commonLength(a, b);
  return both === undefined ? undefined : balanced(both, a.length, b.length);
}
