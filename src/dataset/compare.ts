/** Training data against validation data. */
import type { Problem } from './dataset.ts';
import { RULES } from './rules.ts';
import { contentHashes, type KnownRows, sameRows } from './suspicions.ts';

/**
 * What stands in both, as problems on the lines of the validation data, in their order.
 * @throws whatever reading the rows again throws
 */
export async function overlap(training: KnownRows, validation: KnownRows): Promise<Problem[]> {
  const { severity, mend } = RULES['pair/overlap'];
  const problems: Problem[] = [];
  const trained = new Map<number, number>();
  // Of rows with the same key the first is found by it, and the others by their hashes, which were taken when they met.
  for (const [row, { whole }] of training.rows.hashed()) trained.set(whole, row);
  for (let row = 0; row < validation.rows.count; row += 1) {
    const first = training.rows.withKey(validation.rows.key(row));
    if (first < 0) continue;
    trained.set((await contentHashes(training, first)).whole, first);
    const twin = trained.get((await contentHashes(validation, row)).whole);
    if (twin === undefined || !(await sameRows(validation, row, training, twin))) continue;
    const place = validation.rows.place(row);
    const there = training.rows.place(twin);
    const message = `The row stands in the training data too (${there.path}:${there.line}). ${mend}`;
    problems.push({ rule: 'pair/overlap', severity, message, path: place.path, line: place.line, column: undefined });
  }
  return problems;
}
