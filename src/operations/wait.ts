/** `operation: wait`: takes up a job that exists, and watches it to its end. */
import { JobError } from '../errors.ts';
import { createdBy } from '../job/fingerprint.ts';
import { type Step, warn } from '../run/step.ts';
import { findJob } from '../stages/find-job.ts';
import { openProvider } from '../stages/open-provider.ts';
import { announce, watchToEnd } from '../stages/watch-to-end.ts';

/** The whole story. */
export async function wait(step: Step): Promise<void> {
  if (!step.inputs.wait)
    warn(step, 'Input wait is false, and operation: wait waits all the same. For one look write operation: retrieve.');
  const work = await openProvider(step);
  const found = await findJob(step, work);
  if (found === undefined) return;
  step.record.note({ kind: 'reason', reason: 'it was asked for by operation: wait' });
  const held = { job: found, ours: false };
  announce(step, held);
  const { job, ended } = await watchToEnd(step, held, work);
  if (ended !== 'cancelled') return;
  const creator = createdBy(job.origin);
  throw new JobError(
    `Job ${job.id} was cancelled${creator === undefined ? '' : `; it was created by ${creator}`}. Its create step makes a new one when it runs again.`,
    'cancelled',
  );
}
