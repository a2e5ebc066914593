/** Measures of how alike two texts are, from 0 to 1. Plain forms of the published ones, over lower-case words. */

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function grams(items: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + size <= items.length; at += 1) {
    const gram = items.slice(at, at + size).join(' ');
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);

function shared(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  return [...left].reduce((sum, [gram, count]) => sum + Math.min(count, right.get(gram) ?? 0), 0);
}

const harmonic = (precision: number, recall: number) =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

/** ROUGE-N, the F1 of shared n-grams (Lin, 2004). */
function rouge(left: string, right: string, size: number): number {
  const a = grams(words(left), size);
  const b = grams(words(right), size);
  const both = shared(a, b);
  return both === 0 ? 0 : harmonic(both / total(a), both / total(b));
}

function longestCommon(left: readonly string[], right: readonly string[]): number {
  let row = new Array<number>(right.length + 1).fill(0);
  for (const word of left) {
    const next = [0];
    for (const [index, other] of right.entries())
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** BLEU with add-one smoothing over one to four words and the brevity penalty (Papineni et al., 2002); `gleu` takes the lesser of precision and recall. */
function bleu(output: string, reference: string): number {
  const a = words(output);
  const b = words(reference);
  if (a.length === 0 || b.length === 0) return a.length === b.length ? 1 : 0;
  const logs = [1, 2, 3, 4].map((size) => {
    const found = grams(a, size);
    const both = shared(found, grams(b, size));
    return Math.log(size === 1 ? Math.max(both, 1e-9) / total(found) : (both + 1) / (total(found) + 1));
  });
  return Math.min(1, Math.exp(1 - b.length / a.length)) * Math.exp(logs.reduce((sum, log) => sum + log, 0) / 4);
}

function gleu(output: string, reference: string): number {
  const counts = [output, reference].map((text) => [1, 2, 3, 4].map((size) => grams(words(text), size)));
  const [a = [], b = []] = counts;
  const both = a.reduce((sum, found, index) => sum + shared(found, b[index] ?? new Map()), 0);
  const most = Math.max(...[a, b].map((all) => all.reduce((sum, found) => sum + total(found), 0)));
  return most === 0 ? 1 : both / most;
}

/** METEOR's weighted mean of precision and recall, on exact words (Banerjee and Lavie, 2005). */
function meteor(output: string, reference: string): number {
  const a = grams(words(output), 1);
  const b = grams(words(reference), 1);
  const both = shared(a, b);
  if (both === 0) return 0;
  const precision = both / total(a);
  const recall = both / total(b);
  return (10 * precision * recall) / (recall + 9 * precision);
}

function cosine(left: string, right: string): number {
  const a = grams(words(left), 1);
  const b = grams(words(right), 1);
  const length = (counts: ReadonlyMap<string, number>) =>
    Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0));
  const product = [...a].reduce((sum, [word, count]) => sum + count * (b.get(word) ?? 0), 0);
  return product === 0 ? 0 : product / (length(a) * length(b));
}

/** One less the share of characters to change (Levenshtein). */
function fuzzy(left: string, right: string): number {
  const a = [...left].slice(0, 2000);
  const b = [...right].slice(0, 2000);
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [above, character] of a.entries()) {
    const next = [above + 1];
    for (const [index, other] of b.entries())
      next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (character === other ? 0 : 1)));
    row = next;
  }
  const most = Math.max(a.length, b.length);
  return most === 0 ? 1 : 1 - (row.at(-1) ?? 0) / most;
}

/** The similarity of an output to a reference by one of the API's `evaluation_metric`s. */
export function similarity(metric: string, output: string, reference: string): number {
  const gramSize = /^rouge_([1-5])$/.exec(metric)?.[1];
  if (gramSize !== undefined) return rouge(output, reference, Number(gramSize));
  switch (metric) {
    case 'rouge_l': {
      const a = words(output);
      const b = words(reference);
      const both = longestCommon(a, b);
      return both === 0 ? 0 : harmonic(both / a.length, both / b.length);
    }
    case 'bleu':
      return bleu(output, reference);
    case 'gleu':
      return gleu(output, reference);
    case 'meteor':
      return meteor(output, reference);
    case 'cosine':
      return cosine(output, reference);
    default:
      return fuzzy(output, reference);
  }
}
