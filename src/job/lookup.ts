/** Jobs that already exist: found by their mark, and what is known of their models. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import type { Found, Mark } from '../providers/port.ts';
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

/**
 * Of several live jobs with one fingerprint the oldest wins; the rest are cancelled.
 * @returns the winner, when it is another than `job`
 */
export async function settleRace(job: Job, fingerprint: string, work: Work): Promise<Job | undefined> {
  const live = (await identicalJobs(fingerprint, work)).filter((other) => !isTerminal(other.state));
  const [winner, ...rest] = live;
  if (winner === undefined || rest.length === 0) return undefined;
  for (const surplus of rest) {
    work.warn(
      `The job ${surplus.id} asks for the same as the older ${winner.id}; it is cancelled, so that only one is paid for.`,
    );
    await work.attempt('verb', () => work.provider.cancel(surplus.id, work.signal));
  }
  return winner.id === job.id ? undefined : winner;
}
