/** What becomes of the remote job when the step must end before it: out of time, or the workflow run is cancelled. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ActionError, messageOf } from '../errors.ts';
import { RETRY, retrying } from '../job/backoff.ts';
import type { Work } from '../job/work.ts';
import type { Step } from './step.ts';

/** A cancel after an abort has only seconds: the runner kills the step soon. In milliseconds. */
const LAST_WORDS = 4000;

/** Cancels the remote job, without the signal that already fired. @returns what the log says of it */
async function cancelJob({ draft }: Step, job: Job, work: Work, patience: number): Promise<string> {
  const { clock, provider } = work;
  try {
    const answer = await retrying({ ...RETRY.verb, patience }, { clock, deadline: clock.now() + patience }, () =>
      provider.cancel(job.id, AbortSignal.timeout(patience)),
    );
    draft.job = answer;
    return isTerminal(answer.state)
      ? `Job ${job.id} is ${answer.status}.`
      : `Job ${job.id} is being cancelled (${answer.status}).`;
  } catch (error) {
    return `Job ${job.id} could not be cancelled and may still run: ${messageOf(error)}`;
  }
}

/** Whether `cancel` reaches this job: one that this run created, or any where the input is written out. */
function mayCancel(owned: boolean, writtenOut: boolean): boolean {
  return owned || writtenOut;
}

/** The workflow run is being cancelled: does what `on_cancel` says, and ends the step. */
export async function cancelOnRequest(step: Step, job: Job, owned: boolean, work: Work): Promise<never> {
  const { inputs, draft, runner } = step;
  draft.ending = 'cancelled';
  const wanted = (inputs.on_cancel ?? 'cancel') === 'cancel';
  const done = !wanted
    ? `Job ${job.id} runs on (on_cancel: detach).`
    : mayCancel(owned, inputs.on_cancel !== undefined)
      ? await cancelJob(step, job, work, LAST_WORDS)
      : `Job ${job.id} was not created by this run and runs on; on_cancel: cancel would cancel it.`;
  runner.saveState('phase', 'ended');
  throw new ActionError(`The workflow run was cancelled. ${done}`);
}

/** `timeout_minutes` are over: does what `on_timeout` says. */
export async function outOfTime(step: Step, job: Job, owned: boolean, work: Work): Promise<void> {
  const { inputs, draft, runner } = step;
  const { on_timeout, timeout_minutes } = inputs;
  runner.saveState('phase', 'ended');
  draft.ending = 'detached';
  if (on_timeout === 'detach') {
    runner.info(`Job ${job.id} is still ${job.status} after ${timeout_minutes} minutes and runs on (on_timeout: detach).`);
    return;
  }
  const goOn = `A later step with operation: wait and job_id: ${job.id} goes on watching.`;
  if (on_timeout === 'cancel') {
    // `fail` is the default of on_timeout, so `cancel` was written out.
    const done = await cancelJob(step, job, work, RETRY.verb.patience);
    draft.ending = 'cancelled';
    throw new ActionError(
      `Job ${job.id} was still ${job.status} after timeout_minutes: ${timeout_minutes}. ${done}${owned ? '' : ' It was not created by this run.'}`,
    );
  }
  throw new ActionError(`Job ${job.id} is still ${job.status} after timeout_minutes: ${timeout_minutes}; it runs on.`, {
    mend: goOn,
  });
}
