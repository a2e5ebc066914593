/**
 * Watching a job to its end: an async generator of what happened. A look retrieves the job, and reads its
 * events where there may be some; `polling.ts` says when, and which.
 */
import { isTerminal, type Job, type JobEvent, timeOf } from '../api/objects.ts';
import { hasEndedUnclearly, wordOf } from '../api/statuses.ts';
import { weightOf } from '../api/weight.ts';
import { untilDeadline } from '../deadline.ts';
import { AbortedError, ProviderError } from '../errors.ts';
import { isRepeatable, RETRY } from './backoff.ts';
import { atFirst, guided, learned, type Pace, type Polling } from './polling.ts';
import type { Work } from './work.ts';

export type Happening =
  | { readonly kind: 'status'; readonly job: Job; readonly before: string | undefined }
  | { readonly kind: 'event'; readonly event: JobEvent }
  /** After every look, whether or not something was new. */
  | { readonly kind: 'look'; readonly job: Job; readonly nextInSeconds: number }
  | { readonly kind: 'trouble'; readonly message: string };

/** Why the watch ended. */
export interface WatchEnd {
  readonly reason: 'terminal' | 'deadline' | 'aborted' | 'paused' | 'unclear';
  readonly job: Job;
}

/** No job needs more events to be followed by; a server that goes on and on has no end. */
const MOST_EVENTS = 20_000;
/** In bytes. */
const MOST_OF_EVENTS = 16 * 1024 * 1024;

/**
 * A job that stands still for so long is not waited for by a runner that is paid by the minute. Shorter
 * pauses are the platform's own: some let cheap jobs stand while others need their machines. In milliseconds.
 */
const PAUSED = 15 * 60_000;

/**
 * A job that says in so many looks in a row that it has ended, and not how, will not say it in the next one
 * either.
 */
export const UNCLEAR_LOOKS = 5;

/** How many looks in a row have seen a job that has ended, nobody knows how. Pure. */
export function unclearLooks(before: number, job: Job, now: number): number {
  return hasEndedUnclearly(job, now) ? before + 1 : 0;
}

/** What is said of it once. Pure. */
function unclearEnd(job: Job): string {
  return `The job says that it ended at ${timeOf(job.finished_at)}, under the unknown status ${wordOf(job)}; it is looked at ${UNCLEAR_LOOKS - 1} times more.`;
}

/**
 * Yields what happens to the job until it ends, stands still, the deadline comes or the signal fires; returns
 * which of these it was, with the job as last seen.
 * @throws ProviderError when the job is gone, or can never be read; it goes on without us
 */
export async function* watch(job: Job, pace: Pace, work: Work, polling: Polling = guided): AsyncGenerator<Happening, WatchEnd> {
  const events = work.provider.events?.(job.id);
  let current = job;
  let known = atFirst(job, work.clock.now());
  let next = { seconds: pace.from, events: true };
  // No request outlives the step's own time.
  const signal = untilDeadline(work);
  let eventsFail = false;
  let [eventCount, eventBytes] = [0, 0];
  /** The server may have asked not to be asked sooner. */
  let eventsFrom = 0;
  let stoodStill: number | undefined;
  let unclear = 0;
  yield { kind: 'status', job, before: undefined };

  for (;;) {
    const before = current;
    // A job that has ended already has its events still to be read.
    const ended = isTerminal(current.state);
    if (!ended) {
      try {
        current = await work.attempt('watch', () => work.provider.look(job.id, signal));
      } catch (error) {
        if (error instanceof AbortedError) return { reason: work.signal.aborted ? 'aborted' : 'deadline', job: current };
        // Repeated until no time was left for another attempt: it is the time that is over, and the job goes
        // on.
        if (!isRepeatable(error, RETRY.watch) || error.facts.kind === 'missing') throw error;
        yield { kind: 'trouble', message: `The job could not be read any more; it goes on without us. ${error.message}` };
        await work.clock.sleep(Math.max(0, work.deadline - work.clock.now()), work.signal);
        return { reason: work.signal.aborted ? 'aborted' : 'deadline', job: current };
      }
    }

    const changed = current.status !== before.status;
    const wanted = next.events || changed || isTerminal(current.state);
    const readable = eventCount < MOST_EVENTS && eventBytes < MOST_OF_EVENTS && work.clock.now() >= eventsFrom;
    let read: readonly JobEvent[] | undefined;
    try {
      if (events !== undefined && wanted && readable) {
        read = await events.fresh(signal);
        eventsFail = false;
      }
    } catch (error) {
      if (error instanceof AbortedError) return { reason: work.signal.aborted ? 'aborted' : 'deadline', job: current };
      if (!(error instanceof ProviderError)) throw error;
      if (!eventsFail) yield { kind: 'trouble', message: `The job's events cannot be read just now. ${error.message}` };
      eventsFail = true;
      read = [];
      eventsFrom = work.clock.now() + (error.facts.retryAfter ?? 0);
    }
    const fresh = read ?? [];
    // In the order in which it happened: a job runs before it reports its steps, and ends after them.
    if (changed && !isTerminal(current.state)) yield { kind: 'status', job: current, before: before.status };
    for (const event of fresh) yield { kind: 'event', event };
    eventCount += fresh.length;
    eventBytes += weightOf(fresh);
    if (fresh.length > 0 && (eventCount >= MOST_EVENTS || eventBytes >= MOST_OF_EVENTS)) {
      const many = `${eventCount} events of ${Math.round(eventBytes / 1024 / 1024)} MiB`;
      yield { kind: 'trouble', message: `The job has had ${many}, which is as many as are read; it is watched on without them.` };
    }
    if (changed && isTerminal(current.state)) yield { kind: 'status', job: current, before: before.status };
    if (isTerminal(current.state)) return { reason: 'terminal', job: current };

    stoodStill = current.state === 'paused' ? (stoodStill ?? work.clock.now()) : undefined;
    if (stoodStill !== undefined && work.clock.now() - stoodStill >= PAUSED) return { reason: 'paused', job: current };

    unclear = unclearLooks(unclear, current, work.clock.now());
    if (unclear === 1) yield { kind: 'trouble', message: unclearEnd(current) };
    if (unclear >= UNCLEAR_LOOKS) return { reason: 'unclear', job: current };

    known = learned(known, { now: work.clock.now(), job: current, events: read }, next.seconds, pace);
    // What settles, settles in minutes.
    next = unclear > 0 ? { seconds: pace.to, events: true } : polling(known, pace);
    yield { kind: 'look', job: current, nextInSeconds: next.seconds };
    const left = work.deadline - work.clock.now();
    if (left > 0) await work.clock.sleep(Math.min(next.seconds * 1000, left), work.signal);
    if (work.signal.aborted) return { reason: 'aborted', job: current };
    if (work.clock.now() >= work.deadline) return { reason: 'deadline', job: current };
  }
}
