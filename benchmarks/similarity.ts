/**
 * Pairs of texts for the measures of likeness: 10,000 pairs of 2 kB, unrelated, which is the slowest that
 * pairs can be.
 */
import { SIMILARITY_METRICS } from '../src/api/requests.ts';
import { similarity } from '../src/evaluation/similarity/similarity.ts';

const PAIRS = 10_000;
const LENGTH = 2_000;

function textsOf(count: number): string[] {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  const word = () =>
    Array.from({ length: 2 + Math.floor(random() * 8) }, () => 'etaoinshrdlucmfw'[Math.floor(random() * 16)]).join('');
  const words = Array.from({ length: 3_000 }, word);
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < LENGTH) text += `${words[Math.floor(random() ** 2 * words.length)]}${random() < 0.1 ? ', ' : ' '}`;
    return text.slice(0, LENGTH);
  });
}

/** Compares the pairs by one measure; only the comparing is timed, after a start that loads the code. */
function compare(metric: (typeof SIMILARITY_METRICS)[number]) {
  const texts = textsOf(1_000);
  const one = (pair: number) => similarity(metric, texts[pair % 1_000] ?? '', texts[(pair * 7 + 1) % 1_000] ?? '') ?? 0;
  for (let pair = 0; pair < 300; pair += 1) one(pair);
  const begun = performance.now();
  let sum = 0;
  for (let pair = 0; pair < PAIRS; pair += 1) sum += one(pair);
  return { milliseconds: performance.now() - begun, mean: sum / PAIRS };
}

/** One measurement for each measure, by its name. */
export const SIMILARITY_RUNS = Object.fromEntries(
  SIMILARITY_METRICS.map((metric) => [metric, async () => compare(metric)] as const),
);
