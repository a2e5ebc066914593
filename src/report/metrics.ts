/**
 * Numbers that a training run leaves: in events, in checkpoints, in result files. Read leniently, because
 * every method and provider names its own.
 */
import { isMap } from '../api/method.ts';
import type { Checkpoint, JobEvent } from '../api/objects.ts';
import { stepsOf } from '../api/steps.ts';
import type { MetricPoint } from './findings.ts';

const NOT_METRICS = new Set(['step', 'total_steps', 'epoch']);

/** No training measures more things; names beyond are those of a server that makes up new ones. */
const MOST_NAMES = 64;
/** A longer name is none. */
const LONGEST_NAME = 200;

/** Some platforms write -1 where nothing was measured, into columns that are never negative. */
const isBlank = (name: string, value: number) => value === -1 && /(?:loss|accuracy)$/.test(name);

function numbersOf(data: Readonly<Record<string, unknown>>): Record<string, number> {
  const numbers = Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'number' &&
    Number.isFinite(value) &&
    !NOT_METRICS.has(name) &&
    name.length <= LONGEST_NAME &&
    !isBlank(name, value)
      ? [[name, value] as const]
      : [],
  );
  // One more than are kept, so that it is seen that there are more.
  return Object.fromEntries(numbers.slice(0, MOST_NAMES + 1));
}

/** The names of what was measured, those that came first, as many as anybody measures. */
export function metricNames(points: readonly MetricPoint[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { values } of points) for (const name of Object.keys(values)) if (names.size < MOST_NAMES) names.add(name);
  return names;
}

/** The numbers of a `metrics` event; undefined for an event without any. */
export function metricPoint(event: JobEvent): MetricPoint | undefined {
  const { data } = event;
  const steps = stepsOf(data);
  if (steps === undefined || !isMap(data)) return undefined;
  const values = numbersOf(data);
  return Object.keys(values).length === 0 ? undefined : { ...steps, values };
}

/** What was measured beyond the names that are kept, as a sentence. */
export function namesLeftOut(points: readonly MetricPoint[]): string | undefined {
  const names = metricNames(points);
  if (points.every(({ values }) => Object.keys(values).every((name) => names.has(name)))) return undefined;
  return `The job measures more than ${names.size} things; the report has the first ${names.size} of them.`;
}

/** The last value of each metric, in the order in which they first came. */
export function lastMetrics(points: readonly MetricPoint[]): Record<string, number> {
  const names = metricNames(points);
  const last = new Map<string, number>();
  for (const { values } of points) for (const [name, value] of Object.entries(values)) if (names.has(name)) last.set(name, value);
  return Object.fromEntries(last);
}

/** Result files are CSV; some servers send them base64-encoded. */
export function decodeResultFile(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  const isPlain = text.trimStart().startsWith('step') || text.trim() === '' || !/^[A-Za-z0-9+/\s]+=*\s*$/.test(text);
  return isPlain ? text : Buffer.from(text, 'base64').toString('utf8');
}

/** Lines of a text, one at a time. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end < 0 ? text.length : end);
    if (line.trim() !== '') yield line;
    from = end < 0 ? text.length : end + 1;
  }
}

/** So many cells of all result files are read: some numbers for each of a hundred thousand steps. */
const MOST_CELLS = 300_000;

/**
 * The rows of a result file by its header; blank cells are common and mean nothing was measured.
 * @param most cells that are read
 */
function* resultRows(text: string, most: number): Generator<MetricPoint, number> {
  let names: readonly string[] | undefined;
  let read = 0;
  for (const line of linesOf(text)) {
    const cells = line.split(',', MOST_NAMES * 2).map((cell) => cell.trim());
    read += cells.length;
    if (read > most) break;
    const header = names;
    names ??= cells;
    if (header === undefined) continue;
    const fields = Object.fromEntries(
      header.flatMap((name, index) => (cells[index] ? [[name, Number(cells[index])] as const] : [])),
    );
    if (typeof fields.step === 'number' && Number.isFinite(fields.step))
      yield { step: fields.step, totalSteps: undefined, values: numbersOf(fields) };
  }
  return read;
}

/** Reads result files one after the other, as many rows as are read of them all. */
export interface ResultReader {
  readonly pointsOf: (text: string) => readonly MetricPoint[];
  /** Whether everything was read that came. */
  readonly whole: () => boolean;
}

export function resultReader(): ResultReader {
  let left = MOST_CELLS;
  function* pointsOf(text: string): Generator<MetricPoint> {
    if (left >= 0) left -= yield* resultRows(text, left);
  }
  return { pointsOf: (text) => [...pointsOf(text)], whole: () => left >= 0 };
}

/** The rows of several result files, as many as are read of them all; and whether these are all. */
export function resultPoints(texts: readonly string[]): { readonly points: readonly MetricPoint[]; readonly whole: boolean } {
  const reader = resultReader();
  return { points: texts.flatMap(reader.pointsOf), whole: reader.whole() };
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
  return typeof value === 'number' && Number.isFinite(value) && !isBlank(name, value) ? value : undefined;
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
 * while the training loss has not: the model has begun to overfit.
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
