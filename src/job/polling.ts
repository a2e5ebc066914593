/**
 * When to look at a job next, and what to ask for then: pure, from what the job has said so far. What has
 * lasted for long lasts longer; what says when it will end is looked at when it says so, and what says
 * nothing is not asked for words again and again.
 */
import type { Job, JobEvent, JobState } from '../api/objects.ts';
import { stepsOf } from '../api/steps.ts';

/** Seconds between looks; `from` equals `to` for a fixed pace. */
export interface Pace {
  readonly from: number;
  readonly to: number;
}

/** Steps that were seen. Times in milliseconds, by our own clock. */
export interface Progress {
  readonly first: { readonly step: number; readonly at: number };
  readonly last: { readonly step: number; readonly at: number };
  readonly total: number;
}

/** What is known of a job's course. Times in milliseconds since the epoch, by our own clock. */
export interface Known {
  readonly now: number;
  readonly state: JobState;
  /** What the job is called; a change of it is news. */
  readonly status: string;
  /** Since when it has been called so, as far as we saw. */
  readonly since: number;
  readonly progress: Progress | undefined;
  /** When the platform expects the end. */
  readonly estimate: number | undefined;
  /** Since when the end has been near, by the job's own words; it does not move when they do. */
  readonly nearSince: number | undefined;
  /** When events were read last. */
  readonly readAt: number | undefined;
  /** How often in a row that brought none. */
  readonly vainReads: number;
  /** What the last look brought. */
  readonly news: 'status' | 'events' | 'none';
  /** Seconds that were waited before it. */
  readonly waited: number;
}

/** What a look brought; `events` undefined where they were not read. */
export interface Look {
  readonly now: number;
  readonly job: Job;
  readonly events: readonly JobEvent[] | undefined;
}

/** The next look: after how many seconds, and whether events are read then. */
export interface NextLook {
  readonly seconds: number;
  readonly events: boolean;
}

/** Decides from what is known. */
export type Polling = (known: Known, pace: Pace) => NextLook;

/** The policy: shares of the time that has passed or is left, and of the pace's longest wait. */
export const POLLING = {
  /** What has lasted for a while may end in the next part of that: so fine are the looks. */
  lasted: 1 / 25,
  /** Of the time that is left by the job's own words: what it says is not exact. */
  left: 1 / 4,
  longest: { waiting: 1, running: 1 / 4, ahead: 1 / 5, near: 1 / 6 },
  /** An end is near when so little is left, of all the time that the steps take; at least so many looks. */
  near: { share: 1 / 25, looks: 3 },
  /** Events: read after this share of the longest wait, and twice as late after each time in vain. */
  events: { share: 1 / 3, latest: 5 },
} as const;

const SECOND = 1000;
const within = (value: number, low: number, high: number) => Math.max(low, Math.min(value, Math.max(low, high)));

/** What is known before the first look. */
export function atFirst(job: Job, now: number): Known {
  return {
    ...{ now, state: job.state, status: job.status, since: now, progress: undefined, estimate: undefined },
    ...{ nearSince: undefined, readAt: undefined, vainReads: 0, news: 'status', waited: 0 },
  };
}

function estimateOf({ estimated_finish, seconds_left }: Job, now: number): number | undefined {
  if (typeof seconds_left === 'number') return now + seconds_left * SECOND;
  return typeof estimated_finish === 'number' ? estimated_finish * SECOND : undefined;
}

/** The steps with those that were just read; a platform's clock that runs ahead of ours is taken for ours. */
function progressed(before: Progress | undefined, { now, job, events }: Look): Progress | undefined {
  let progress = before;
  const told = (events ?? []).map(({ created_at, data }) => ({ steps: stepsOf(data), at: created_at * SECOND }));
  for (const { steps, at } of [...told, { steps: job.steps, at: now }]) {
    const total = steps?.totalSteps ?? progress?.total;
    if (steps === undefined || total === undefined) continue;
    // Events and job may say the same; what goes back, as after a pause, is believed once it is beyond.
    if (progress !== undefined && steps.step <= progress.last.step) continue;
    const last = { step: steps.step, at: within(at, progress?.last.at ?? 0, now) };
    progress = { first: progress?.first ?? last, last, total };
  }
  return progress;
}

/** Milliseconds that the remaining steps take at the pace so far; undefined without a pace. */
function stepsLeft({ progress, now }: Pick<Known, 'progress' | 'now'>): number | undefined {
  if (progress === undefined) return undefined;
  const { first, last, total } = progress;
  if (last.step >= total) return 0;
  if (last.step <= first.step) return undefined;
  const each = (last.at - first.at) / (last.step - first.step);
  return Math.max(0, each * (total - last.step) - (now - last.at));
}

/** Milliseconds to the end by the job's own words; undefined where it has none. Its steps know better. */
export function timeLeft(known: Pick<Known, 'progress' | 'estimate' | 'now'>): number | undefined {
  const { estimate, now } = known;
  return stepsLeft(known) ?? (estimate === undefined ? undefined : Math.max(0, estimate - now));
}

/** What is known after a look. */
export function learned(known: Known, look: Look, waited: number, pace: Pace): Known {
  const { now, job, events } = look;
  const changed = job.status !== known.status;
  const brought = events !== undefined && events.length > 0;
  const next = {
    ...{ now, state: job.state, status: job.status, waited },
    since: changed ? now : known.since,
    progress: progressed(known.progress, look),
    estimate: estimateOf(job, now),
    readAt: events === undefined ? known.readAt : now,
    vainReads: changed || brought ? 0 : known.vainReads + (events === undefined ? 0 : 1),
    news: changed ? 'status' : brought ? 'events' : 'none',
  } as const;
  return { ...next, nearSince: nearSince(known, next, changed, pace) };
}

function nearSince(
  known: Known,
  next: Pick<Known, 'now' | 'progress' | 'estimate' | 'state'>,
  changed: boolean,
  pace: Pace,
): number | undefined {
  // Steps know better than an estimate that has come and gone.
  const better = stepsLeft(known) === undefined && stepsLeft(next) !== undefined;
  if (!changed && !better && known.nearSince !== undefined) return known.nearSince;
  const left = timeLeft(next);
  if (left === undefined || next.state !== 'running') return undefined;
  const taken = next.progress === undefined ? 0 : next.now - next.progress.first.at;
  const margin = Math.max(POLLING.near.looks * pace.from * SECOND, (taken + left) * POLLING.near.share);
  return left <= margin ? next.now : undefined;
}

function waitOf(known: Known, pace: Pace): number {
  const { now, state, since } = known;
  const { longest } = POLLING;
  const lasted = (from: number) => ((now - from) / SECOND) * POLLING.lasted;
  if (state !== 'running') return within(lasted(since), pace.from, pace.to * longest.waiting);
  if (known.nearSince !== undefined) return within(lasted(known.nearSince), pace.from, pace.to * longest.near);
  const left = timeLeft(known);
  if (left !== undefined) return within((left / SECOND) * POLLING.left, pace.from, pace.to * longest.ahead);
  return within(lasted(since), pace.from, pace.to * longest.running);
}

/** Looks that follow what the job says. */
export const guided: Polling = (known, pace) => {
  const seconds = waitOf(known, pace);
  // Who asks for a pace of their own gets all of a look each time.
  if (pace.from === pace.to || known.readAt === undefined) return { seconds, events: true };
  const { share, latest } = POLLING.events;
  const apart = pace.to * Math.min(latest, share * 2 ** known.vainReads);
  return { seconds, events: known.now - known.readAt + seconds * SECOND >= apart * SECOND };
};
