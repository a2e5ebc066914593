import path from 'node:path';
import { expect, test } from '@jest/globals';
import { cellsOfPlatform, inTurns, matrixTable } from '../support/matrix.ts';
import { MARKED } from '../support/platforms/staged.ts';

const entry = path.resolve('dist', 'index.js');

// OpenAI's own wire has the whole matrix to itself.
test.each(MARKED.filter(({ provider }) => provider !== 'openai').map((staged) => [staged.provider, staged] as const))(
  '%s: however its mark travels, no crash, fault or race makes a second paid job',
  async (_, staged) => {
    const cells = await inTurns(cellsOfPlatform({ entry, staged }));
    process.stdout.write(`${matrixTable(cells)}\n`);
    expect(cells.filter(({ complaint }) => complaint !== undefined)).toEqual([]);
    expect(Math.max(...cells.map(({ paid }) => paid))).toBe(1);
  },
  3_600_000,
);
