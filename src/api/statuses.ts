/** Words for how a job stands: the API's own, and what servers of its kind say instead. Pure. */
import type { Job, JobState } from './objects.ts';

/** As a job's status comes out of the action. */
export const STATUSES = ['validating_files', 'queued', 'running', 'paused', 'succeeded', 'failed', 'cancelled'] as const;

/** Words of servers, in lower case. An unknown word is one of a job that lives. */
export const STATES: Readonly<Record<string, JobState>> = {
  validating_files: 'queued',
  queued: 'queued',
  pending: 'queued',
  created: 'queued',
  notrunning: 'queued',
  running: 'running',
  pausing: 'pausing',
  paused: 'paused',
  resuming: 'running',
  cancelling: 'cancelling',
  cancel_requested: 'cancelling',
  cancellation_requested: 'cancelling',
  succeeded: 'succeeded',
  success: 'succeeded',
  successful: 'succeeded',
  completed: 'succeeded',
  complete: 'succeeded',
  failed: 'failed',
  failure: 'failed',
  error: 'failed',
  errored: 'failed',
  expired: 'failed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  aborted: 'cancelled',
  deleted: 'cancelled',
  canceling: 'cancelling',
};

/** A word without the freedom with which servers and people write it. */
export function plainWord(word: string): string {
  return word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/**
 * Whether a job says that it has ended, and not how: it has a time of its end, under a word that nobody
 * knows. A time that is still to come is a forecast.
 * @param now milliseconds since the epoch
 */
export function hasEndedUnclearly({ unknownStatus, finished_at }: Job, now: number): boolean {
  return unknownStatus !== undefined && finished_at != null && finished_at * 1000 <= now;
}

/** The unknown word, quoted. */
export function wordOf({ unknownStatus = '' }: Job): string {
  return JSON.stringify(unknownStatus.slice(0, 80));
}

/** A state in the API's own words: what a server calls otherwise is still among them. */
export function statusOf(state: JobState, word: string): string {
  if (state === 'queued') return word === 'validating_files' ? word : state;
  return state === 'pausing' || state === 'cancelling' ? 'running' : state;
}

/** The status that somebody means by a word; undefined for a word that nobody uses. */
export function meantStatus(word: string): string | undefined {
  const plain = plainWord(word);
  const state = Object.hasOwn(STATES, plain) ? STATES[plain] : undefined;
  return state === undefined ? undefined : statusOf(state, plain);
}
