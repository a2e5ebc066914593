/** The CSV that a job leaves: one line a step, blank cells where nothing was measured. */

/** Names that the result file of supervised training has for the events' metrics. */
const COLUMN: Readonly<Record<string, string>> = { train_mean_token_accuracy: 'train_accuracy' };
const SUPERVISED = ['train_loss', 'train_mean_token_accuracy', 'valid_loss', 'valid_mean_token_accuracy'];

/**
 * The CSV of all steps. Supervised runs have the columns that OpenAI's files have, other methods their own
 * metrics.
 */
export function resultCsv(steps: readonly Readonly<Record<string, number>>[]): string {
  const found = [...new Set(steps.flatMap((step) => Object.keys(step)))].filter((name) => name !== 'step');
  const names = found.includes('train_mean_token_accuracy') ? SUPERVISED : found;
  const cell = (value: number | undefined) => (value === undefined ? '' : String(Number(value.toFixed(5))));
  const rows = steps.map((step) => [String(step.step ?? ''), ...names.map((name) => cell(step[name]))].join(','));
  return `${[['step', ...names.map((name) => COLUMN[name] ?? name)].join(','), ...rows].join('\n')}\n`;
}
