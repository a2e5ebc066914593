/** Numbers that a training run leaves: in events, in checkpoints, in result files. Read leniently, because every method and provider names its own. */
import type { Checkpoint, JobEvent } from '../api/objects.ts';
import type { MetricPoint } from './findings.ts';

const NOT_METRICS = new Set(['step', 'total_steps', 'epoch']);

function numbersOf(data: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      typeof value === 'number' && Number.isFinite(value) && !NOT_METRICS.has(name) ? [[name, value] as const] : [],
    ),
  );
}

/** The numbers of a `metrics` event; undefined for an event without any. */
export function metricPoint(event: JobEvent): MetricPoint | undefined {
  const { data } = event;
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = { ...data };
  const step: unknown = Reflect.get(fields, 'step');
  const total: unknown = Reflect.get(fields, 'total_steps');
  if (typeof step !== 'number') return undefined;
  const values = numbersOf(fields);
  if (Object.keys(values).length === 0) return undefined;
  return { step, totalSteps: typeof total === 'number' && total > 0 ? total : undefined, values };
}

/** The last value of each metric, in the order in which they first came. */
export function lastMetrics(points: readonly MetricPoint[]): Record<string, number> {
  return Object.assign({}, ...points.map(({ values }) => values));
}

/** Result files are CSV; OpenAI sends them base64-encoded. */
export function decodeResultFile(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const compact = text.replace(/\s+/g, '');
  if (text.trimStart().startsWith('step') || compact === '' || !/^[A-Za-z0-9+/]+=*$/.test(compact)) return text;
  return Buffer.from(compact, 'base64').toString('utf8');
}

/** The rows of a result file by its header; blank cells are common and mean nothing was measured. */
export function parseResultCsv(text: string): MetricPoint[] {
  const [header = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const names = header.split(',').map((name) => name.trim());
  return rows.flatMap((row) => {
    const cells = row.split(',').map((cell) => cell.trim());
    const fields = Object.fromEntries(
      names.flatMap((name, index) => (cells[index] ? [[name, Number(cells[index])] as const] : [])),
    );
    return typeof fields.step === 'number' && Number.isFinite(fields.step)
      ? [{ step: fields.step, totalSteps: undefined, values: numbersOf(fields) }]
      : [];
  });
}

/** What a checkpoint is judged by: the best known first; lower is better for a loss, higher for a reward. */
const JUDGES: readonly (readonly [name: string, better: 'lower' | 'higher'])[] = [
  ['full_valid_loss', 'lower'],
  ['valid_loss', 'lower'],
  ['full_valid_mean_reward', 'higher'],
  ['valid_mean_reward', 'higher'],
  ['valid_reward_mean', 'higher'],
];

function metricOf(checkpoint: Checkpoint, name: string): number | undefined {
  const value = checkpoint.metrics?.[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** What the best checkpoint was judged by. */
export interface Judgement {
  readonly checkpoint: Checkpoint;
  readonly metric: string;
  readonly value: number;
}

/** The checkpoint with the lowest validation loss or the highest validation reward; of equals the earlier one. Undefined when nothing was validated. */
export function judgeCheckpoints(checkpoints: readonly Checkpoint[]): Judgement | undefined {
  for (const [metric, better] of JUDGES) {
    const judged = checkpoints.flatMap((checkpoint) => {
      const value = metricOf(checkpoint, metric);
      return value === undefined ? [] : [{ checkpoint, metric, value }];
    });
    const sign = better === 'lower' ? 1 : -1;
    const [best] = judged.sort(
      (left, right) =>
        sign * (left.value - right.value) || (left.checkpoint.step_number ?? 0) - (right.checkpoint.step_number ?? 0),
    );
    if (best !== undefined) return best;
  }
  return undefined;
}

/** The best checkpoint; the last one when nothing was validated. */
export function bestCheckpoint(checkpoints: readonly Checkpoint[]): Checkpoint | undefined {
  const bySteps = [...checkpoints].sort((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0));
  return judgeCheckpoints(checkpoints)?.checkpoint ?? bySteps.at(-1);
}

/** Where the validation loss was lowest, when it has risen clearly (by 2 %) since: the model has begun to learn its data by heart. */
export function overfitting(
  points: readonly MetricPoint[],
): { readonly step: number; readonly lowest: number; readonly last: number } | undefined {
  for (const name of ['full_valid_loss', 'valid_loss']) {
    const series = points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }]));
    const last = series.at(-1);
    if (series.length < 3 || last === undefined) continue;
    const lowest = series.reduce((low, one) => (one.value < low.value ? one : low));
    return last.value > lowest.value * 1.02 ? { step: lowest.step, lowest: lowest.value, last: last.value } : undefined;
  }
  return undefined;
}
