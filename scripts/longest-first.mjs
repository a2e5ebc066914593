/**
 * The order of the tests: what takes longest begins first, so that at the end no worker waits for one suite.
 * Where Jest has run before, it knows that by itself. In a fresh clone it goes by the size of the files, and
 * what tries every fault in a few lines would begin last.
 */
import { existsSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

/** Suites of half a minute and more, the longest first. */
const LONGEST = [
  'scenarios/faults',
  'scenarios/bounds-of-inputs',
  'scenarios/faults-of-platforms',
  'scenarios/hostile',
  'scenarios/features',
  'scenarios/platforms',
  'scenarios/evaluate-kills',
  'scenarios/examples',
  'kernel',
  'dataset',
  'scenarios/comment',
  'scenarios/operations',
  'scenarios/faults-by-pairs',
].map((name) => `__tests__/${name}.test.ts`);
for (const file of LONGEST) if (!existsSync(file)) throw new Error(`The order of the tests names ${file}, which is not there.`);

/** Where a suite stands: the longest by name, then all that run the built action, then the rest. */
function rankOf({ path }) {
  const known = LONGEST.findIndex((file) => path.endsWith(file));
  if (known >= 0) return known;
  return path.includes('scenarios') ? LONGEST.length : LONGEST.length + 1;
}

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isKnown = sorted.some(({ duration }) => duration !== undefined);
    return isKnown ? sorted : sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}
