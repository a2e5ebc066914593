/** `metrics.csv`: every number of the training, one line a step. Pure. */
import type { Findings, MetricPoint } from './findings.ts';
import { metricNames, resultPoints } from './metrics.ts';
import { inertLine } from './text.ts';

/**
 * A cell as RFC 4180 wants it. A name that a spreadsheet would take for a formula gets the apostrophe that
 * makes it text.
 */
function cell(value: string | number | undefined): string {
  const text = typeof value === 'string' ? inertLine(value, 200).replace(/^(?=[=+\-@])/, "'") : String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Points of the events, completed by the result files. */
function pointsOf({ metrics, resultFiles }: Findings): readonly MetricPoint[] {
  return [...resultPoints(resultFiles.map(({ text }) => text)).points, ...metrics];
}

/** Their values by step, of these names. */
function bySteps(points: readonly MetricPoint[], names: ReadonlySet<string>): Map<number, Map<string, number>> {
  const steps = new Map<number, Map<string, number>>();
  for (const { step, values } of points) {
    const all = steps.get(step) ?? new Map<string, number>();
    for (const [name, value] of Object.entries(values)) if (names.has(name)) all.set(name, value);
    steps.set(step, all);
  }
  return steps;
}

/** The table; empty when nothing was measured. Columns are the provider's own names, the first 64 of them. */
export function renderMetricsCsv(findings: Findings): string {
  const points = pointsOf(findings);
  const names = metricNames(points);
  if (names.size === 0) return '';
  const lines = [...bySteps(points, names)]
    .sort(([left], [right]) => left - right)
    .map(([step, values]) => [step, ...[...names].map((name) => values.get(name))].map(cell).join(','));
  return `${[['step', ...names].map(cell).join(','), ...lines].join('\n')}\n`;
}
