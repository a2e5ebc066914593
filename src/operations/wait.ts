/** `operation: wait`: takes up a job that exists, and watches it to its end. */
import type { Job } from '../api/objects.ts';
import { AbortedError, JobError } from '../errors.ts';
import { createdBy } from '../job/fingerprint.ts';
import { cancelOnRequest } from './ending.ts';
import { findJob } from './find.ts';
import { open } from './server.ts';
import type { Step } from './step.ts';
import { announce, watchToEnd } from './watching.ts';

export async function wait(step: Step): Promise<void> {
  const work = await open(step);
  const job = await findJob(step, work);
  if (job === undefined) return;
  step.draft.reason = 'it was asked for by operation: wait';
  announce(step, job, true);
  const watching = async (): Promise<Job | undefined> => {
    try {
      return await watchToEnd(step, job, false, work);
    } catch (error) {
      if (!(error instanceof AbortedError)) throw error;
      return cancelOnRequest(step, step.draft.job ?? job, false, work);
    }
  };
  const cancelled = await watching();
  if (cancelled === undefined) return;
  const creator = createdBy(cancelled.origin);
  throw new JobError(
    `Job ${cancelled.id} was cancelled${creator === undefined ? '' : `; it was created by ${creator}`}. Its create step makes a new one when it runs again.`,
    'cancelled',
  );
}
