import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inTurns, matrixTable } from '../support/matrix.ts';
import { pairs } from '../support/matrix-pairs.ts';
import { STAGED } from '../support/platforms/staged.ts';

const entry = path.resolve('dist', 'index.js');

// One platform on which metadata carry the mark, and one on which the file's name does.
test.each(
  STAGED.filter(({ provider }) => ['openai', 'llmariner'].includes(provider)).map((staged) => [staged.provider, staged] as const),
)(
  '%s: what is borne alone is borne together: at most one job is left to be paid for',
  async (_, staged) => {
    const cells = await inTurns(pairs({ entry, staged }));
    process.stdout.write(`${matrixTable(cells)}\n`);
    expect(cells.length).toBeGreaterThanOrEqual(staged.mark === 'metadata' ? 36 : 13);
    expect(cells.filter(({ complaint }) => complaint !== undefined)).toEqual([]);
    expect(Math.max(...cells.map(({ paid }) => paid))).toBe(1);
  },
  3_600_000,
);
