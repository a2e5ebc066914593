/** Lines of the log about the data and the stages, as people like to follow them. Pure. */
import { countOf, type Dataset } from '../dataset/dataset.ts';
import type { Estimate } from './findings.ts';
import { estimatedPrice, looksPaid } from './price.ts';
import { bytes, counted, duration, inertLine, whole } from './text.ts';

/** What was found in one dataset. */
export function datasetLine(dataset: Dataset): string {
  const { role, paths, rows, tokens, format, sha256 } = dataset;
  const name = inertLine(paths.length === 1 ? (paths[0] ?? '') : `${paths[0]} and ${counted(paths.length - 1, 'more file')}`);
  const size = tokens === undefined ? '' : `, ${tokens.kind === 'exact' ? '' : 'about '}${whole(tokens.tokens)} tokens`;
  const errors = countOf(dataset, 'error');
  const warnings = countOf(dataset, 'warning');
  const verdict = [errors > 0 ? counted(errors, 'error') : '', warnings > 0 ? counted(warnings, 'warning') : '']
    .filter((part) => part !== '')
    .join(', ');
  return `${role}: ${name}: ${counted(rows, `${format ?? ''} row`.trim())}${size}, ${bytes(dataset.bytes)}, sha256 ${sha256.slice(0, 12)}: ${verdict || 'no problems'}`;
}

/** What the training will take, before it is asked for. */
export function estimateLine({ epochs, epochsAsked, tokens, looks, ...price }: Estimate): string {
  const range =
    tokens.kind === 'exact' ? '' : ` (${whole(tokens.low)} to ${whole(tokens.high)}; ${inertLine(tokens.basis, 600)})`;
  const of = `${counted(epochs, 'epoch')}${epochsAsked ? '' : ', the default'}`;
  return `Expected: ${whole(tokens.tokens)} tokens over ${of}${range}${looksPaid(looks)}; ${estimatedPrice(price, inertLine)}.`;
}

/** The end of a stage. */
export function stageLine(title: string, done: boolean, milliseconds: number): string {
  return `${title}: ${done ? 'done in' : 'stopped after'} ${duration(milliseconds)}.`;
}
