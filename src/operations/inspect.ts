/** The operations that only look: `retrieve`, `list`, `list_events`, `list_checkpoints`. */
import type { Job } from '../api/objects.ts';
import { newest } from '../job/newest.ts';
import { offered, type Work } from '../job/work.ts';
import { checkpointLine, eventLine, jobLine, listLines, lookLines, statusLine } from '../report/job-log.ts';
import { counted, inertLine } from '../report/text.ts';
import type { Step } from '../run/step.ts';
import { findJob, listCut, matchingJobs, notFound, takeUp } from '../stages/find-job.ts';
import { openProvider } from '../stages/open-provider.ts';
import { notePrevious } from '../stages/previous-model.ts';
import { progressOf } from '../stages/progress.ts';

/** The job of this step, kept in the record; undefined when there is none and that is no error. */
async function jobOf(step: Step, work: Work): Promise<Job | undefined> {
  const job = await findJob(step, work);
  if (job === undefined) return undefined;
  takeUp(step, job);
  step.record.note({ kind: 'ending', ending: 'done' });
  return job;
}

/** One look at a job. */
export async function retrieve(step: Step): Promise<void> {
  const work = await openProvider(step);
  const found = await jobOf(step, work);
  if (found === undefined) return;
  const job = await progressOf(step, found, work);
  await notePrevious(step, job, work);
  for (const line of [statusLine(job, undefined), ...lookLines(job)]) step.runner.info(line);
}

/** The jobs, newest first. Without a filter none is a fine answer. */
export async function list(step: Step): Promise<void> {
  const { inputs, record, runner } = step;
  const jobs = await matchingJobs(step, inputs.limit, await openProvider(step));
  record.note({ kind: 'jobs', jobs });
  record.note({ kind: 'ending', ending: 'done' });
  if (jobs.length === 0 && (inputs.metadata !== undefined || inputs.status !== undefined)) return notFound(step);
  for (const line of [`${counted(jobs.length, 'job')}.`, ...listLines(jobs, jobLine)]) runner.info(line);
}

/** The events of a job. */
export async function listEvents(step: Step): Promise<void> {
  const work = await openProvider(step, 'events');
  const log = offered(work.provider.events, 'events');
  const job = await jobOf(step, work);
  if (job === undefined) return;
  const events = await newest(log(job.id).all(work), { limit: step.inputs.limit, onCut: listCut(step, 'events') });
  // The report has them in the order of time.
  step.record.note({ kind: 'events', events: events.toReversed() });
  const title = `${counted(events.length, 'event')} of job ${inertLine(job.id, 80)}.`;
  for (const line of [title, ...listLines(events, eventLine)]) step.runner.info(line);
}

/** The checkpoints of a job. */
export async function listCheckpoints(step: Step): Promise<void> {
  const work = await openProvider(step, 'checkpoints');
  const kept = offered(work.provider.checkpoints, 'checkpoints');
  const job = await jobOf(step, work);
  if (job === undefined) return;
  const checkpoints = await newest(kept(job.id, work), { limit: step.inputs.limit, onCut: listCut(step, 'checkpoints') });
  step.record.note({ kind: 'checkpoints', checkpoints });
  const title = `${counted(checkpoints.length, 'checkpoint')} of job ${inertLine(job.id, 80)}.`;
  for (const line of [title, ...listLines(checkpoints, checkpointLine)]) step.runner.info(line);
}
