/** Training data against validation data. */
import type { Problem } from './dataset.ts';
import type { RowIndex } from './row-index.ts';
import { RULES } from './rules.ts';

/** What stands in both, as problems on the lines of the validation data, in their order. */
export function overlap(training: RowIndex, validation: RowIndex): Problem[] {
  const { severity, mend } = RULES['pair/overlap'];
  return [...validation.normalised].flatMap(([key, { path, line }]) => {
    const twin = training.normalised.get(key);
    if (twin === undefined) return [];
    return [
      {
        rule: 'pair/overlap',
        severity,
        message: `The row stands in the training data too (${twin.path}:${twin.line}). ${mend}`,
        path,
        line,
        column: undefined,
      },
    ];
  });
}
