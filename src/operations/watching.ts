/** A job that is watched, and what its end means for the step. */
import type { Job } from '../api/objects.ts';
import { JobError } from '../errors.ts';
import type { WatchEnd } from '../job/watch.ts';
import type { Work } from '../job/work.ts';
import { announcementLine, modelLine } from '../report/log.ts';
import { inertLine } from '../report/text.ts';
import { cancelOnRequest, outOfTime } from './ending.ts';
import { takeUp } from './find.ts';
import { collect, follow } from './follow.ts';
import { type Step, stage } from './step.ts';

/** Turns the end of the watch into the end of the step. @returns the job, when someone else cancelled it */
async function judge(step: Step, end: WatchEnd, owned: boolean, work: Work): Promise<Job | undefined> {
  const { runner, draft } = step;
  const { job } = end;
  if (end.reason === 'aborted') return cancelOnRequest(step, job, owned, work);
  if (end.reason === 'deadline') {
    await outOfTime(step, job, owned, work);
    return undefined;
  }
  if (job.state === 'cancelled') {
    draft.ending = 'cancelled';
    return job;
  }
  runner.saveState('phase', 'ended');
  await collect(step, job, work);
  if (job.state === 'succeeded') {
    draft.ending = 'succeeded';
    runner.info(modelLine(job));
    return undefined;
  }
  draft.ending = 'failed';
  throw jobFailure(job);
}

/** The closing line of a job that failed: its cause, cut where it is long, and what to do about it. */
export function jobFailure(job: Job): JobError {
  const cause = inertLine(job.error?.message || 'the provider gave no reason', 500).replace(/[.\s]*$/, '.');
  const code = job.error?.code ?? undefined;
  const named = code === undefined ? '' : ` (${inertLine(code, 80)})`;
  return new JobError(`Job ${inertLine(job.id, 80)} failed${named}: ${cause}`, code, { mend: job.error?.fix });
}

/** Tells which job is watched from now on. @param reused whether it existed before this step */
export function announce(step: Step, job: Job, reused: boolean): void {
  const { runner, draft } = step;
  takeUp(step, job);
  draft.reused = reused;
  runner.setOutput('reused', String(reused));
  runner.info(announcementLine(job, reused, draft.provider?.jobUrl));
}

/**
 * Watches to the end, and judges it.
 * @param owned whether this run created the job: only then `cancel` reaches it without being written out
 * @param onLook may give another job to go on with
 * @returns the job, when someone else cancelled it
 * @throws JobError when it failed; ActionError out of time, or when the run is cancelled
 */
export async function watchToEnd(
  step: Step,
  job: Job,
  owned: boolean,
  work: Work,
  onLook?: () => Promise<Job | undefined>,
): Promise<Job | undefined> {
  const { draft } = step;
  const end = await stage(step, `Watch ${inertLine(job.id, 80)}`, () => follow(step, job, work, onLook));
  return judge(step, end, owned && draft.reused === false, work);
}
