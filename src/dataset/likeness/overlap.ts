/** Training data against validation data. */
import { ours, words } from '../../words.ts';
import type { Problem } from '../dataset.ts';
import { ruleOf } from '../rules/rules.ts';
import { contentHash, type KnownRows, sameRows } from './repeats.ts';

/**
 * What stands in both, as problems on the lines of the validation data, in their order.
 * @throws whatever reading the rows again throws
 */
export async function overlap(training: KnownRows, validation: KnownRows): Promise<Problem[]> {
  const { severity, fix } = ruleOf('pair/overlap');
  const problems: Problem[] = [];
  // Of training rows with one key the first is found by it, and the others by their hashes, which were taken when they met.
  for (let row = 0; row < validation.rows.count; row += 1) {
    const first = training.rows.withKey(validation.rows.key(row));
    if (first >= 0) await Promise.all([contentHash(training, first), contentHash(validation, row)]);
  }
  for (let row = 0; row < validation.rows.count; row += 1) {
    const hash = validation.rows.hash(row);
    const twin = hash === undefined ? -1 : training.rows.withContent(hash.whole);
    if (twin < 0 || !(await sameRows(validation, row, training, twin))) continue;
    const place = validation.rows.place(row);
    const there = training.rows.place(twin);
    const message = words`The row stands in the training data too (${ours(there.path)}:${there.line}). ${ours(fix)}`;
    problems.push({ rule: 'pair/overlap', severity, message, path: place.path, line: place.line, column: undefined });
  }
  return problems;
}
