import path from 'node:path';
import { expect, test } from '@jest/globals';
import { allCells, inTurns, matrixTable } from '../support/matrix.ts';

test('no crash, fault, race or re-run makes a second paid job, or loses one', async () => {
  const cells = await inTurns(allCells({ entry: path.resolve('dist', 'index.js') }));
  process.stdout.write(`${matrixTable(cells)}\n`);
  expect(cells.length).toBeGreaterThanOrEqual(200);
  expect(cells.filter(({ complaint }) => complaint !== undefined)).toEqual([]);
  expect(Math.max(...cells.map(({ paid }) => paid))).toBe(1);
}, 3_600_000);
