/** The format of validation data against that of training data. Pure. */
import { ours, words } from '../../words.ts';
import type { Dataset, Problem } from '../dataset.ts';
import { ruleOf } from '../rules/rules.ts';

/** Validation data in another format than the training data, as a problem of the validation data. */
export function formatFault(training: Dataset, validation: Dataset): Problem | undefined {
  if (training.format === undefined || validation.format === undefined || training.format === validation.format) return undefined;
  const { severity, fix } = ruleOf('pair/format');
  const message = words`The validation data is in the ${ours(validation.format)} format, the training data in ${ours(training.format)}. ${ours(fix)}`;
  return { rule: 'pair/format', severity, message, path: validation.paths[0] ?? '', line: undefined, column: undefined };
}
