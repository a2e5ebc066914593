/** Ending a job for good: asked until the answer is clear, because asking twice is asking once. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import { RETRY, retrying } from './backoff.ts';
import type { Work } from './work.ts';

export interface Patience {
  /** In milliseconds. */
  readonly patience: number;
  /** The signal of the run has fired already, so this asks under one of its own. */
  readonly signal: AbortSignal;
  /** Where nothing else stops the job, it may be deleted: the user has written out that it is to end. */
  readonly byDeletion?: boolean | undefined;
}

/** Whether a job has ended or is sure to: nobody needs to ask again. */
export function isEnding(job: Job): boolean {
  return isTerminal(job.state) || job.state === 'cancelling';
}

/**
 * Asks first and looks afterwards: a refusal may mean that the job has ended, or that an earlier answer was
 * lost.
 * @throws ProviderError when the job may still run
 */
export async function cancelSurely(
  id: string,
  { provider, clock, say }: Work,
  { patience, signal, byDeletion = false }: Patience,
): Promise<Job> {
  const policy = { ...RETRY.verb, patience, obeys: patience };
  const until = {
    clock,
    signal,
    deadline: clock.now() + patience,
    onRetry: (error: ProviderError, wait: number) => say(`${error.message} Trying again in ${Math.ceil(wait / 1000)} s.`),
  };
  try {
    return await retrying(policy, until, () => provider.cancel(id, signal, { byDeletion, say }));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.fate !== 'refused') throw error;
    const now = await retrying(policy, until, () => provider.look(id, signal));
    if (isEnding(now)) return now;
    throw error;
  }
}
