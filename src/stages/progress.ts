/** What a job has shown so far, for who looks once: its events with their numbers, and its checkpoints. */
import type { Job, JobEvent } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import { newest } from '../job/newest.ts';
import { inPassing, type Work } from '../job/work.ts';
import { lacking } from '../providers/profile.ts';
import { metricPoint } from '../report/metrics.ts';
import { type World, warn } from '../run/step.ts';
import { explained } from './follow.ts';

/** So many of the newest events hold the last value of every metric. */
const EVENTS = 200;
const CHECKPOINTS = 200;

/** What cannot be read is a warning, and nothing was there. */
async function tolerant<Item>(world: World, what: string, read: () => Promise<readonly Item[]>): Promise<readonly Item[]> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    warn(world, `${what} could not be read; the job is not affected. ${error.message}`);
    return [];
  }
}

const wordsOf = ({ message }: JobEvent) => message ?? undefined;

/** Notes it, in the order of time, and gives the job back with the words that say why it failed. */
export async function progressOf(world: World, job: Job, work: Work): Promise<Job> {
  const { record, connection } = world;
  const passing = inPassing(work);
  const { events, checkpoints } = work.provider;
  const log = lacking(connection.profile, 'events') === undefined ? events : undefined;
  const kept = lacking(connection.profile, 'checkpoints') === undefined ? checkpoints : undefined;
  const seen =
    log === undefined ? [] : await tolerant(world, 'The events', () => newest(log(job.id).all(passing), { limit: EVENTS }));
  for (const event of seen.toReversed()) record.note({ kind: 'event', event, metrics: metricPoint(event) });
  const all =
    kept === undefined
      ? []
      : await tolerant(world, 'The checkpoints', () => newest(kept(job.id, passing), { limit: CHECKPOINTS }));
  record.note({ kind: 'checkpoints', checkpoints: all });
  const cause = seen.find(({ level, message }) => level === 'error' && message);
  const told = explained(job, cause === undefined ? undefined : wordsOf(cause));
  record.note({ kind: 'job seen', job: told });
  return told;
}
