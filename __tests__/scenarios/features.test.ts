/** The table of docs/platforms.md, cell by cell: what works is done, what is refused is refused by name and asks for nothing. */
import { describe, expect, test } from '@jest/globals';
import { CELLS } from '../support/platforms/feature-proofs.ts';
import { STAGED } from '../support/platforms/staged.ts';

describe.each(STAGED.map(({ provider }) => provider))('%s', (provider) => {
  const own = CELLS.filter((cell) => cell.provider === provider);
  test.each(own.map((cell) => [cell.feature, cell.standing.kind, cell] as const))('%s: %s', async (_, _kind, cell) => {
    expect(await cell.prove()).toBeUndefined();
  });
});
