/** The operations that only look: `retrieve`, `list`, `list_events`, `list_checkpoints`. */
import type { Job } from '../api/objects.ts';
import { newest } from '../job/newest.ts';
import { offered, type Work } from '../job/work.ts';
import { statusLine } from '../report/log.ts';
import { findJob, matchingJobs, notFound, takeUp } from './find.ts';
import { open } from './server.ts';
import type { Step } from './step.ts';

/** The job of this step, kept in the findings; undefined when there is none and that is no error. */
async function jobOf(step: Step, work: Work): Promise<Job | undefined> {
  const job = await findJob(step, work);
  if (job === undefined) return undefined;
  takeUp(step, job);
  step.draft.ending = 'done';
  return job;
}

/** One look at a job. */
export async function retrieve(step: Step): Promise<void> {
  const job = await jobOf(step, await open(step));
  if (job !== undefined) step.runner.info(statusLine(job, undefined));
}

/** The jobs, newest first. Without a filter none is a fine answer. */
export async function list(step: Step): Promise<void> {
  const work = await open(step);
  const { inputs, draft, runner } = step;
  draft.jobs = await matchingJobs(step, inputs.limit, work);
  draft.ending = 'done';
  if (draft.jobs.length === 0 && (inputs.metadata !== undefined || inputs.status !== undefined)) return notFound(step);
  runner.info(`${draft.jobs.length} ${draft.jobs.length === 1 ? 'job' : 'jobs'}.`);
}

/** The events of a job. */
export async function listEvents(step: Step): Promise<void> {
  const work = await open(step);
  const events = offered(work.provider.events, 'events');
  const job = await jobOf(step, work);
  if (job === undefined) return;
  const { inputs, draft, runner } = step;
  // The report tells them in the order of time.
  draft.events = (await newest(events(job.id).all(work), { limit: inputs.limit })).toReversed();
  runner.info(`${draft.events.length} ${draft.events.length === 1 ? 'event' : 'events'} of job ${job.id}.`);
}

/** The checkpoints of a job. */
export async function listCheckpoints(step: Step): Promise<void> {
  const work = await open(step);
  const checkpoints = offered(work.provider.checkpoints, 'checkpoints');
  const job = await jobOf(step, work);
  if (job === undefined) return;
  const { inputs, draft, runner } = step;
  draft.checkpoints = await newest(checkpoints(job.id, work), { limit: inputs.limit });
  runner.info(`${draft.checkpoints.length} ${draft.checkpoints.length === 1 ? 'checkpoint' : 'checkpoints'} of job ${job.id}.`);
}
