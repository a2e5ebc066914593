/**
 * What becomes of the remote job when the step must end before it: out of time, or the workflow run is
 * cancelled.
 */
import { isTerminal, type Job, standing, timeOf } from '../api/objects.ts';
import { wordOf } from '../api/statuses.ts';
import { ActionError, messageOf, ProviderError } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { RETRY } from '../job/backoff.ts';
import { cancelSurely, isEnding } from '../job/cancel.ts';
import type { Work } from '../job/work.ts';
import { inertLine } from '../report/text.ts';
import { leaveJob } from '../run/left-job.ts';
import type { World } from '../run/step.ts';
import type { HeldJob } from './follow.ts';

/** A cancel after an abort has only seconds: the runner kills the step soon. In milliseconds. */
const LAST_WORDS = 4000;

/** How a job is ended. */
interface Ending {
  /** In milliseconds. */
  readonly patience: number;
  /** It was written out that the job is to end: where nothing else stops it, it may be deleted. */
  readonly byDeletion: boolean;
}

/**
 * Cancels the remote job, without the signal that already fired. Until an answer says that the job ends, the
 * end is left to the post step.
 * @returns what the log says of it
 */
export async function cancelJob(world: World, { job }: HeldJob, work: Work, { patience, byDeletion }: Ending): Promise<string> {
  const leave = (phase: 'cancelling' | 'ended') => leaveJob(world, { phase, jobId: job.id, cancel: true, byDeletion });
  leave('cancelling');
  try {
    const answer = await cancelSurely(job.id, work, { patience, signal: AbortSignal.timeout(patience), byDeletion });
    world.record.note({ kind: 'job seen', job: answer });
    if (isEnding(answer)) leave('ended');
    return isTerminal(answer.state)
      ? `Job ${job.id} is ${answer.status}.`
      : `Job ${job.id} is being cancelled (${answer.status}).`;
  } catch (error) {
    if (!(error instanceof ProviderError && error.facts.final))
      return `Job ${job.id} could not be cancelled and may still run; the post step goes on trying: ${messageOf(error)}`;
    leave('ended');
    return `Job ${job.id} was not cancelled and runs on: ${error.message}`;
  }
}

/**
 * Whether a cancelled run cancels its job, or why not: `cancel` reaches another run's job only where it is
 * written out. Pure.
 */
export function cancelVerdict(
  { job, ours }: HeldJob,
  onCancel: Inputs['on_cancel'],
): { readonly cancel: true } | { readonly cancel: false; readonly reason: string } {
  if (isTerminal(job.state)) return { cancel: false, reason: `Job ${job.id} ${standing(job)}.` };
  if (onCancel === 'detach') return { cancel: false, reason: `Job ${job.id} runs on (on_cancel: detach).` };
  if (ours || onCancel === 'cancel') return { cancel: true };
  return {
    cancel: false,
    reason: `Job ${job.id} was not created by this run and runs on; on_cancel: cancel would cancel it.`,
  };
}

/**
 * The workflow run is being cancelled: does what `on_cancel` says.
 * @throws ActionError, which ends the step
 */
export async function cancelOrDetach(world: World, held: HeldJob, work: Work): Promise<never> {
  const { inputs, record } = world;
  record.note({ kind: 'ending', ending: 'cancelled' });
  const verdict = cancelVerdict(held, inputs.on_cancel);
  const done = verdict.cancel
    ? await cancelJob(world, held, work, { patience: LAST_WORDS, byDeletion: inputs.on_cancel === 'cancel' })
    : verdict.reason;
  if (!verdict.cancel) leaveJob(world, { phase: 'ended', jobId: held.job.id, cancel: false });
  throw new ActionError(`The run was cancelled. ${done}`);
}

/** `timeout_minutes` are over: does what `on_timeout` says. @throws ActionError unless it is `detach` */
export async function outOfTime(world: World, held: HeldJob, work: Work): Promise<void> {
  const { job, ours } = held;
  const { inputs, record, runner } = world;
  const { on_timeout, timeout_minutes } = inputs;
  record.note({ kind: 'ending', ending: 'detached' });
  if (on_timeout !== 'cancel') leaveJob(world, { phase: 'ended', jobId: job.id, cancel: false });
  if (on_timeout === 'detach') {
    runner.info(`Job ${job.id} is still ${job.status} after ${timeout_minutes} minutes and runs on (on_timeout: detach).`);
    return;
  }
  if (on_timeout === 'cancel') {
    // `fail` is the default of on_timeout, so `cancel` was written out.
    const done = await cancelJob(world, held, work, { patience: RETRY.verb.patience, byDeletion: true });
    record.note({ kind: 'ending', ending: 'cancelled' });
    throw new ActionError(
      `Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${ours ? '' : ' It was not created by this run.'}`,
    );
  }
  throw new ActionError(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on.`, {
    fix: `A later step with operation: wait and job_id: ${job.id} goes on watching.`,
  });
}

/**
 * The job stands still, and nobody knows for how long: the step ends, and never resumes it by itself, as it
 * may be a spending limit that stopped it. @throws ActionError unless `on_timeout` is `detach`
 */
export function standsStill(world: World, { id }: Job): void {
  const { inputs, record, runner } = world;
  record.note({ kind: 'ending', ending: 'paused' });
  leaveJob(world, { phase: 'ended', jobId: id, cancel: false });
  const said = `Job ${inertLine(id, 80)} is paused, and has been for a quarter of an hour; it is not watched any longer.`;
  const fix = `operation: resume with job_id: ${inertLine(id, 80)} lets it go on, when it is known why it was paused; operation: wait watches it then.`;
  if (inputs.on_timeout !== 'detach') throw new ActionError(said, { fix });
  runner.info(`${said} ${fix}`);
}

/**
 * The job has ended, and nobody knows how: whether there is a model, somebody must look. @throws ActionError
 */
export function endedUnclearly(world: World, job: Job): never {
  const { record } = world;
  record.note({ kind: 'ending', ending: 'unclear' });
  leaveJob(world, { phase: 'ended', jobId: job.id, cancel: false });
  throw new ActionError(
    `Job ${inertLine(job.id, 80)} says that it ended at ${timeOf(job.finished_at)}, under the status ${inertLine(wordOf(job), 100)}, which is none that is known; whether it has succeeded cannot be seen.`,
    { fix: 'Look at the job at the platform; an identical one is not paid for until then, unless reuse: false is written.' },
  );
}
