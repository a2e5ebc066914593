/** Jobs that already exist: found by their mark, and what is known of their models. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import type { Found, Mark } from '../providers/port.ts';
import { RETRY } from './backoff.ts';
import { cancelSurely } from './cancel.ts';
import { isElsewhere } from './origin.ts';
import { byAge, type Candidate } from './plan.ts';
import type { Work } from './work.ts';

/**
 * The jobs that carry this mark, and those that may, oldest first.
 * @throws ProviderError when they cannot be seen
 */
export async function findIdentical(mark: Mark, work: Work): Promise<Found> {
  const { jobs, unclear, unproved } = await work.provider.find(mark, work);
  return { jobs: jobs.toSorted(byAge), unclear: unclear.toSorted(byAge), unproved };
}

/** The jobs that carry this fingerprint, oldest first. @throws ProviderError when they cannot be seen */
export async function identicalJobs(fingerprint: string, work: Work): Promise<readonly Job[]> {
  return (await findIdentical({ fingerprint }, work)).jobs;
}

/**
 * The jobs with what is known of their models. Only a clear answer makes one gone, and even that is one
 * answer only.
 */
export async function candidates(jobs: readonly Job[], work: Work): Promise<readonly Candidate[]> {
  return Promise.all(jobs.map(async (job) => ({ job, modelGone: await isModelGone(job, work) })));
}

async function isModelGone(job: Job, work: Work): Promise<boolean> {
  const { model } = work.provider;
  const name = job.fine_tuned_model;
  if (job.state !== 'succeeded' || !name || model === undefined) return false;
  try {
    await work.attempt('extra', () => model(name, work.signal));
    return false;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return error.facts.kind === 'missing';
  }
}

/** Which jobs a search for identical ones leaves out. */
export type Apart = (job: Job) => boolean;

/**
 * Of jobs with one fingerprint, the one to go on with, and those that nobody should pay for besides. Pure.
 */
function raceOf(twins: readonly Job[]): { readonly winner: Job | undefined; readonly surplus: readonly Job[] } {
  const live = twins.filter(({ state }) => !isTerminal(state) && state !== 'cancelling').toSorted(byAge);
  const succeeded = twins
    .filter(({ state }) => state === 'succeeded')
    .toSorted(byAge)
    .slice(0, 1);
  const [winner, ...rest] = [...succeeded, ...live];
  return { winner, surplus: rest };
}

/**
 * Of several jobs with one fingerprint one that has succeeded wins, else the oldest that lives; the live rest
 * is cancelled, but for jobs of another repository.
 * @returns the winner, when it is another than `job`
 */
export async function settleRace(job: Job, mark: Mark, work: Work, isApart: Apart = () => false): Promise<Job | undefined> {
  const { fingerprint, origin } = mark;
  const twins = (await findIdentical({ fingerprint, origin }, work)).jobs.filter((twin) => !isApart(twin));
  const { winner, surplus } = raceOf(twins);
  if (winner === undefined) return undefined;
  for (const one of surplus) {
    if (one.id !== job.id && isElsewhere(one, origin?.repository)) continue;
    work.warn(
      `The job ${one.id} asks for the same as ${winner.id} (${winner.status}); it is cancelled, so that only one is paid for.`,
    );
    await cancelSurely(one.id, work, { patience: RETRY.verb.patience, signal: work.signal });
  }
  return winner.id === job.id || isTerminal(job.state) ? undefined : winner;
}
