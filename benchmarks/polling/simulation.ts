/** Jobs that are watched by the real watch, over a platform in memory and a clock that no one waits for. */
import type { Job, JobEvent } from '../../src/api/objects.ts';
import type { Polling } from '../../src/job/polling.ts';
import { watch } from '../../src/job/watch.ts';
import { workOf } from '../../src/job/work.ts';
import type { EventLog, Provider } from '../../src/providers/port.ts';
import { USUAL_POLL } from '../../src/providers/profile.ts';
import { type Course, endOf } from './courses.ts';

/** What watching one job took. */
export interface Watched {
  readonly course: Course;
  /** Seconds from the job's end until it was seen. */
  readonly delay: number;
  readonly requests: number;
}

/** A request and its answer, in seconds. */
const REQUEST = 0.2;
/** Of events, as the wire pages them. */
const PAGE = 100;
const CREATED = 1_700_000_000;
const STATES: Readonly<Record<string, Job['state']>> = {
  validating_files: 'queued',
  queued: 'queued',
  running: 'running',
  failed: 'failed',
  cancelled: 'cancelled',
  succeeded: 'succeeded',
};

function jobAt(course: Course, now: number): Job {
  const status = course.statuses.findLast(({ at }) => at <= now)?.status ?? 'queued';
  const expected = course.estimate(now);
  const estimated_finish = expected === undefined ? undefined : CREATED + Math.round(expected);
  return { id: 'ftjob-1', state: STATES[status] ?? 'queued', status, estimated_finish, platform: {} };
}

function never(): never {
  throw new TypeError('A job that is watched asks for no such thing.');
}

/** Watches one course to its end; `begin` is where between two looks of a clock the watch begins. */
export async function watched(course: Course, polling: Polling): Promise<Watched> {
  let now = 0;
  let requests = 0;
  const ask = (count = 1) => {
    requests += count;
    now += count * REQUEST;
  };
  let told = 0;
  const events: EventLog = {
    async fresh() {
      const fresh: JobEvent[] = [];
      for (let event = course.events[told]; event !== undefined && event.at <= now; event = course.events[told]) {
        const data = event.step === undefined ? null : { step: event.step, total_steps: course.totalSteps };
        fresh.push({ id: `ev-${told}`, created_at: CREATED + Math.floor(event.at), data });
        told += 1;
      }
      // The newest come first: a page that is full of news is followed by another.
      ask(1 + Math.floor(fresh.length / PAGE));
      return fresh;
    },
    all: never,
  };
  const provider: Provider = {
    ...{ baseUrl: 'memory:', place: never, create: never, find: never, cancel: never, jobs: never, file: never },
    async look() {
      const job = jobAt(course, now);
      ask();
      return job;
    },
    ...(course.hasEvents ? { events: () => events } : {}),
  };
  const clock = {
    now: () => (CREATED + now) * 1000,
    sleep: async (milliseconds: number) => {
      now += milliseconds / 1000;
    },
  };
  const { signal } = new AbortController();
  const work = workOf({ clock, signal, provider, deadline: Number.MAX_SAFE_INTEGER, say: never, warn: never });
  const [from, to] = USUAL_POLL;
  const story = watch(jobAt(course, 0), { from, to }, work, polling);
  for (let next = await story.next(); !next.done; next = await story.next())
    if (next.value.kind === 'status' && next.value.job.status === course.statuses.at(-1)?.status) break;
  return { course, delay: now - endOf(course), requests };
}

const atShare = (numbers: readonly number[], share: number) =>
  numbers.toSorted((left, right) => left - right)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;

/** What a policy took for some courses. Delays in seconds. */
export interface Sums {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
  readonly requests: number;
}

export function sumsOf(all: readonly Watched[]): Sums {
  const delays = all.map(({ delay }) => delay);
  return {
    median: atShare(delays, 0.5),
    p95: atShare(delays, 0.95),
    worst: Math.max(...delays),
    requests: all.reduce((sum, { requests }) => sum + requests, 0),
  };
}

/** All courses under one policy, in turn. */
export async function simulated(courses: readonly Course[], polling: Polling): Promise<Watched[]> {
  const all: Watched[] = [];
  for (const course of courses) all.push(await watched(course, polling));
  return all;
}
