/** A job that is watched, and what its end means for the step. */
import { isTerminal, type Job } from '../api/objects.ts';
import { AbortedError, JobError, ProviderError } from '../errors.ts';
import { runName } from '../job/origin.ts';
import type { Work } from '../job/work.ts';
import { USUAL_NAMED_WITHIN } from '../providers/profile.ts';
import { announcementLine, modelLine } from '../report/job-log.ts';
import { inertLine, isName } from '../report/text.ts';
import { leaveJob } from '../run/left-job.ts';
import { type Step, stage, type World, warn } from '../run/step.ts';
import { cancelOrDetach, endedUnclearly, outOfTime, standsStill } from './cancel-or-detach.ts';
import { collect } from './collect.ts';
import { takeUp } from './find-job.ts';
import { type Exchange, type Followed, follow, type HeldJob } from './follow.ts';
import { notePrevious } from './previous-model.ts';

/**
 * How it went. `cancelled`: by someone else; `left`: the job runs on, as it was asked to. Another end is
 * thrown.
 */
export interface Watched extends HeldJob {
  readonly ended: 'succeeded' | 'cancelled' | 'left';
}

/** Says which job is watched from now on. */
export function announce(world: World, { job, ours }: HeldJob): void {
  const { runner, record, connection, inputs } = world;
  takeUp(world, job);
  record.note({ kind: 'job watched', reused: !ours });
  runner.setOutput('reused', String(!ours));
  const { on_cancel } = inputs;
  const cancel = on_cancel !== 'detach' && (ours || on_cancel === 'cancel');
  // Where it was written out, it may be anyone's job.
  const run = on_cancel === 'cancel' ? undefined : runName(runner.context, inputs.job_check_run_id);
  leaveJob(world, {
    phase: isTerminal(job.state) ? 'ended' : 'created',
    jobId: job.id,
    run,
    cancel,
    byDeletion: on_cancel === 'cancel',
  });
  runner.info(announcementLine(job, !ours, connection.profile.jobPage?.(job.id)));
}

/**
 * Watches to the end, and judges it.
 * @param exchange may give another job to go on with
 * @throws JobError when it failed; ActionError out of time, or when the run is cancelled
 */
export async function watchToEnd(step: Step, held: HeldJob, work: Work, exchange?: Exchange): Promise<Watched> {
  const followed = await stage(step, `Watch ${inertLine(held.job.id, 80)}`, () => follow(step, held, work, exchange));
  try {
    return await judge(step, followed, work);
  } catch (error) {
    if (!(error instanceof AbortedError)) throw error;
    return cancelOrDetach(step, followed, work);
  }
}

/** A name is looked for again after so long, each time twice as long up to the longest. In milliseconds. */
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 20_000;

/**
 * The job with its model's name, as soon as the platform gives it one: some name a model minutes after they
 * call its job succeeded.
 */
async function withName(world: World, ended: Job, work: Work): Promise<Job> {
  const seconds = world.connection.profile.namedWithin ?? USUAL_NAMED_WITHIN;
  const until = Math.min(work.clock.now() + seconds * 1000, work.deadline);
  let job = ended;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    if (job.state !== 'succeeded' || job.fine_tuned_model) return job;
    if (work.clock.now() + wait > until) break;
    await work.clock.sleep(wait, work.signal);
    if (work.signal.aborted) break;
    job = await work.attempt('extra', () => work.provider.look(ended.id, work.signal)).catch(unlessAborted(job));
    world.record.note({ kind: 'job seen', job });
  }
  if (job.state === 'succeeded' && !job.fine_tuned_model)
    warn(
      world,
      `Job ${inertLine(job.id, 80)} has succeeded, but the platform names no model. Look at its checkpoints, or ask the platform.`,
    );
  return job;
}

/** What cannot be read just now stays as it was. */
function unlessAborted(job: Job): (error: unknown) => Job {
  return (error) => {
    if (error instanceof ProviderError) return job;
    throw error;
  };
}

/** Turns the end of the watch into the end of the step. */
async function judge(world: World, { reason, job: seen, ours }: Followed, work: Work): Promise<Watched> {
  const { runner, record } = world;
  const job = reason === 'terminal' ? await withName(world, seen, work) : seen;
  if (reason === 'aborted') return cancelOrDetach(world, { job, ours }, work);
  if (reason === 'deadline') {
    await outOfTime(world, { job, ours }, work);
    return { job, ours, ended: 'left' };
  }
  if (reason === 'paused') {
    standsStill(world, job);
    return { job, ours, ended: 'left' };
  }
  if (reason === 'unclear') endedUnclearly(world, job);
  leaveJob(world, { phase: 'ended', jobId: job.id, cancel: false });
  if (job.state === 'cancelled') {
    record.note({ kind: 'ending', ending: 'cancelled' });
    return { job, ours, ended: 'cancelled' };
  }
  await collect(world, job, work);
  if (job.state !== 'succeeded') {
    record.note({ kind: 'ending', ending: 'failed' });
    throw jobFailure(job);
  }
  await notePrevious(world, job, work);
  record.note({ kind: 'ending', ending: 'succeeded' });
  if (job.fine_tuned_model && !isName(job.fine_tuned_model))
    warn(
      world,
      `The name that the platform gives the model is no plain name: ${inertLine(job.fine_tuned_model, 80)}. Look at it before it is used, and put it into no script but through env.`,
    );
  runner.info(modelLine(job));
  return { job, ours, ended: 'succeeded' };
}

/** The closing line of a job that failed: its cause, cut where it is long, and what to do about it. */
function jobFailure(job: Job): JobError {
  const cause = inertLine(job.error?.message || 'the platform gave no reason', 500).replace(/[.\s]*$/, '.');
  const code = job.error?.code ?? undefined;
  const named = code === undefined ? '' : ` (${inertLine(code, 80)})`;
  return new JobError(`Job ${inertLine(job.id, 80)} failed${named}: ${cause}`, code, { fix: job.error?.fix });
}
