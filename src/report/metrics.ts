/**
 * Numbers that a training run leaves: in events, in checkpoints, in result files. Read leniently, because
 * every method and provider names its own.
 */
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
  if (typeof step !== 'number' || !Number.isFinite(step)) return undefined;
  const values = numbersOf(fields);
  if (Object.keys(values).length === 0) return undefined;
  return { step, totalSteps: typeof total === 'number' && total > 0 ? total : undefined, values };
}

/** The last value of each metric, in the order in which they first came. */
export function lastMetrics(points: readonly MetricPoint[]): Record<string, number> {
  const last = new Map<string, number>();
  for (const { values } of points) for (const [name, value] of Object.entries(values)) last.set(name, value);
  return Object.fromEntries(last);
}

/** Result files are CSV; some servers send them base64-encoded. */
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

/**
 * The checkpoint with the lowest validation loss or the highest validation reward; of equals the earlier one.
 * Undefined when nothing was validated.
 */
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

/** A mean over so many neighbours takes the noise out of a loss that was measured on one batch at a time. */
const NEIGHBOURS = 5;

interface Measured {
  readonly step: number;
  readonly value: number;
}

function measured(points: readonly MetricPoint[], name: string): Measured[] {
  return points.flatMap(({ step, values }) => (values[name] === undefined ? [] : [{ step, value: values[name] }]));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Means over neighbours, and how far the single values lie from them on average. */
function smoothed(series: readonly Measured[]): { readonly points: readonly Measured[]; readonly noise: number } {
  const points = series.slice(NEIGHBOURS - 1).map((_, index) => {
    const part = series.slice(index, index + NEIGHBOURS);
    return { step: part[Math.floor(NEIGHBOURS / 2)]?.step ?? 0, value: mean(part.map(({ value }) => value)) };
  });
  const offsets = points.map(({ value }, index) =>
    Math.abs((series[index + Math.floor(NEIGHBOURS / 2)]?.value ?? value) - value),
  );
  return { points, noise: mean(offsets) };
}

/**
 * Whether the training loss, too, has risen since: then the training went wrong altogether, which is
 * something else.
 */
function trainingRose(points: readonly MetricPoint[], since: number): boolean {
  const series = measured(points, 'train_loss');
  const near = series.toSorted((left, right) => Math.abs(left.step - since) - Math.abs(right.step - since)).slice(0, NEIGHBOURS);
  const then = mean(near.map(({ value }) => value));
  const now = mean(series.slice(-NEIGHBOURS).map(({ value }) => value));
  return series.length > NEIGHBOURS && now > then;
}

/**
 * Where the validation loss was lowest, when it has risen clearly since (by 2 %, and by more than it wavers),
 * while the training loss has not: the model has begun to learn its data by heart.
 */
export function overfitting(
  points: readonly MetricPoint[],
): { readonly step: number; readonly lowest: number; readonly last: number } | undefined {
  for (const name of ['full_valid_loss', 'valid_loss']) {
    const all = measured(points, name);
    if (all.length < 3) continue;
    // A loss over the whole file does not waver; one over a batch does.
    const { points: series, noise } =
      name === 'valid_loss' && all.length >= 3 * NEIGHBOURS ? smoothed(all) : { points: all, noise: 0 };
    const last = series.at(-1);
    if (last === undefined) continue;
    const lowest = series.reduce((low, one) => (one.value < low.value ? one : low));
    const risen = last.value > lowest.value * 1.02 && last.value - lowest.value > noise;
    return risen && !trainingRose(points, lowest.step)
      ? { step: lowest.step, lowest: lowest.value, last: last.value }
      : undefined;
  }
  return undefined;
}
