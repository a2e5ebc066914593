/**
 * Courses of jobs as platforms have shown them, drawn by a seed: how long they validate, wait and train, what
 * they say meanwhile, and how they end. Times in seconds after the create.
 */
import { randomOf } from '../../src/sandbox/trainer/random.ts';

export interface Course {
  readonly kind: string;
  /** From when the job is called what; the last is its end. */
  readonly statuses: readonly { readonly at: number; readonly status: string }[];
  /** When each event can be read; `step` where it is about one. In the order of time. */
  readonly events: readonly { readonly at: number; readonly step?: number }[];
  readonly totalSteps: number;
  /** Some platforms have no events at all. */
  readonly hasEvents: boolean;
  /** The end that the platform expects at this moment. */
  readonly estimate: (now: number) => number | undefined;
}

export const endOf = ({ statuses }: Course): number => statuses.at(-1)?.at ?? 0;

/** Numbers from 0 to 1 that depend on the seed alone. */
export type Chance = () => number;

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const LONGEST = 12 * HOUR;

const between = (next: Chance, low: number, high: number) => low + (high - low) * next();
/** Each order of magnitude as often as another: trainings and queues are short or very long. */
const spread = (next: Chance, low: number, high: number) => low * (high / low) ** next();

/** What a kind of course does otherwise than the plain one. */
interface Shape {
  /** Steps: one event each, some in a bundle, or none. */
  readonly says: 'each step' | 'bundles' | 'nothing';
  readonly estimate?: 'right' | 'too early' | 'too late' | 'always soon';
  readonly hasEvents?: false;
  /** It fails or is cancelled when nothing foretold it. */
  readonly ends?: 'in training' | 'in validation' | 'in the queue';
}

/** How many of the courses are of which kind. */
export const KINDS: readonly (Shape & { readonly kind: string; readonly share: number })[] = [
  { kind: 'tells each step', share: 0.3, says: 'each step' },
  { kind: 'tells steps in bundles', share: 0.13, says: 'bundles' },
  { kind: 'tells steps and its end', share: 0.08, says: 'each step', estimate: 'right' },
  { kind: 'tells its end alone', share: 0.08, says: 'nothing', estimate: 'right' },
  { kind: 'expects its end too early', share: 0.05, says: 'nothing', estimate: 'too early' },
  { kind: 'expects its end too late', share: 0.05, says: 'nothing', estimate: 'too late' },
  { kind: 'always ends in a minute', share: 0.04, says: 'each step', estimate: 'always soon' },
  { kind: 'says nothing', share: 0.09, says: 'nothing' },
  { kind: 'has no events', share: 0.06, says: 'nothing', hasEvents: false },
  { kind: 'ends suddenly in training', share: 0.07, says: 'each step', ends: 'in training' },
  { kind: 'fails in validation', share: 0.03, says: 'nothing', ends: 'in validation' },
  { kind: 'is cancelled in the queue', share: 0.02, says: 'nothing', ends: 'in the queue' },
];

/** When the steps are done: a slow first one, a pace that wavers and drifts, pauses for checkpoints. */
function stepTimes(next: Chance, from: number, duration: number, total: number): number[] {
  const weights = [Math.min(total * 0.2, spread(next, 1, 40))];
  const drift = between(next, -0.15, 0.25);
  const pauseEvery = Math.max(5, Math.round(total / between(next, 2, 8)));
  for (let step = 2; step <= total; step += 1)
    weights.push((1 + drift * (step / total)) * between(next, 0.7, 1.3) + (step % pauseEvery === 0 ? total * 0.01 : 0));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let at = from;
  return weights.map((weight) => {
    at += (weight / sum) * duration;
    return at;
  });
}

function estimateOf(shape: Shape['estimate'], next: Chance, begun: number, end: number): Course['estimate'] {
  if (shape === undefined) return () => undefined;
  if (shape === 'always soon') return (now) => (now < begun ? undefined : now + MINUTE);
  const off = { right: between(next, 0.95, 1.05), 'too early': between(next, 0.3, 0.8), 'too late': between(next, 1.3, 3) };
  return (now) => (now < begun ? undefined : begun + (end - begun) * off[shape]);
}

/** One course, by its own chance. */
export function courseOf(shape: Shape & { readonly kind: string }, next: Chance): Course {
  const queued = spread(next, 5, 3 * MINUTE);
  const training = queued + spread(next, 2, 4 * HOUR);
  // After the last step checkpoints are written, and the model is examined.
  const after = spread(next, 5, 10 * MINUTE);
  const duration = Math.min(spread(next, 2 * MINUTE, 11 * HOUR), LONGEST - training - after);
  const total = Math.round(Math.min(5000, Math.max(10, duration / spread(next, 0.5, 60))));
  const steps = stepTimes(next, training, duration, total);
  const planned = training + duration + after;
  const lag = between(next, 0, 10);
  const bundle = shape.says === 'bundles' ? Math.max(1, Math.round(total / between(next, 10, 60))) : 1;
  const told = steps.flatMap((at, index) =>
    shape.says === 'nothing'
      ? []
      : [{ at: (steps[Math.min(total, Math.ceil((index + 1) / bundle) * bundle) - 1] ?? at) + lag, step: index + 1 }],
  );
  const end = {
    'in training': training + (duration + after) * between(next, 0.02, 0.98),
    'in validation': queued * between(next, 0.2, 1),
    'in the queue': queued + (training - queued) * between(next, 0.1, 1),
    never: planned,
  }[shape.ends ?? 'never'];
  const ends = shape.ends === undefined ? 'succeeded' : shape.ends === 'in the queue' ? 'cancelled' : 'failed';
  const words = [{ at: 0 }, { at: queued }, { at: training }];
  return {
    kind: shape.kind,
    statuses: [
      ...[
        { at: 0, status: 'validating_files' },
        { at: queued, status: 'queued' },
        { at: training, status: 'running' },
      ].filter(({ at }) => at < end),
      { at: end, status: ends },
    ],
    events: [...words, ...told, { at: end }].filter(({ at }) => at <= end).sort((left, right) => left.at - right.at),
    totalSteps: total,
    hasEvents: shape.hasEvents ?? true,
    estimate: estimateOf(shape.estimate, next, training, planned),
  };
}

/** So many courses, of each kind its share, the same for the same seed. */
export function coursesOf(count: number, seed: number): Course[] {
  const next = randomOf(seed);
  const shapes = KINDS.flatMap((shape) => Array.from({ length: Math.round(shape.share * count) }, () => shape));
  return shapes.map((shape) => courseOf(shape, randomOf(Math.floor(next() * 2 ** 32))));
}
