/** `metrics.csv`: every number of the training, one line a step. Pure. */
import type { Findings, MetricPoint } from './findings.ts';
import { parseResultCsv } from './metrics.ts';
import { inertLine } from './text.ts';

/**
 * A cell as RFC 4180 wants it. A name that a spreadsheet would take for a formula gets the apostrophe that
 * makes it text.
 */
function cell(value: string | number | undefined): string {
  const text = typeof value === 'string' ? inertLine(value, 200).replace(/^(?=[=+\-@])/, "'") : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Points of the events, completed by the result files, by step. */
function bySteps({ metrics, resultFiles }: Findings): Map<number, Record<string, number>> {
  const points: readonly MetricPoint[] = [...resultFiles.flatMap(({ text }) => parseResultCsv(text)), ...metrics];
  const steps = new Map<number, Record<string, number>>();
  for (const { step, values } of points) steps.set(step, { ...steps.get(step), ...values });
  return steps;
}

/** The table; empty when nothing was measured. Columns are the provider's own names. */
export function renderMetricsCsv(findings: Findings): string {
  const steps = bySteps(findings);
  const names = [...new Set([...steps.values()].flatMap((values) => Object.keys(values)))];
  if (names.length === 0) return '';
  const lines = [...steps]
    .sort(([left], [right]) => left - right)
    .map(([step, values]) => [step, ...names.map((name) => values[name])].map(cell).join(','));
  return `${[['step', ...names].map(cell).join(','), ...lines].join('\n')}\n`;
}
