/**
 * The operations that change a job: `cancel`, `pause`, `resume`. Asking for a state that the job is in
 * already succeeds.
 */
import { isTerminal, type Job, type JobState, standing } from '../api/objects.ts';
import { AbortedError, ActionError, ProviderError } from '../errors.ts';
import { RETRY } from '../job/backoff.ts';
import { cancelSurely } from '../job/cancel.ts';
import { offered, type Work } from '../job/work.ts';
import type { Capability } from '../providers/port.ts';
import { statusLine } from '../report/job-log.ts';
import type { Step } from '../run/step.ts';
import { findJob, takeUp } from '../stages/find-job.ts';
import { openProvider } from '../stages/open-provider.ts';

/** How long the server may take to show the new state before it is called pending, in milliseconds. */
const PATIENCE = 60_000;

interface Verb {
  readonly name: 'cancel' | 'pause' | 'resume';
  /** What a platform may lack. */
  readonly needs?: Capability;
  readonly ask: (jobId: string, work: Work) => Promise<Job>;
  /** Whether a job in this state is where the verb leads. */
  readonly done: (state: JobState) => boolean;
}

/** What each verb asks for. A job on its way to a state is not in it yet. */
const VERBS = {
  cancel: {
    name: 'cancel',
    // The same cancel that ends a job with its run.
    ask: (id, work) => cancelSurely(id, work, { patience: RETRY.verb.patience, signal: work.signal, byDeletion: true }),
    // What has ended need not be ended: whoever cleans up after a branch asks for no more.
    done: isTerminal,
  },
  pause: {
    name: 'pause',
    needs: 'pause',
    ask: (id, work) => work.attempt('verb', () => offered(work.provider.pause, 'pause')(id, work.signal)),
    done: (state) => state === 'paused',
  },
  resume: {
    name: 'resume',
    needs: 'resume',
    ask: (id, work) => work.attempt('verb', () => offered(work.provider.resume, 'resume')(id, work.signal)),
    done: (state) => !isTerminal(state) && state !== 'paused' && state !== 'pausing',
  },
} as const satisfies Record<string, Verb>;

const retrieve = (job: Job, work: Work) => work.attempt('read', () => work.provider.look(job.id, work.signal));

/** Asks, unless nothing is to be asked. @throws ActionError for a job that cannot get there */
async function ask(job: Job, verb: Verb, work: Work): Promise<Job> {
  if (verb.done(job.state)) {
    work.say(`Job ${job.id} ${standing(job)} already.`);
    return job;
  }
  const impossible = (found: Job) =>
    new ActionError(
      `Job ${job.id} ${standing(found)}, so it cannot be asked to ${verb.name}. Only a job that has not ended can.`,
    );
  if (isTerminal(job.state)) throw impossible(job);
  try {
    return await verb.ask(job.id, work);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.fate !== 'refused') throw error;
    // It may have got there, or ended, in the meantime; or an earlier answer was lost.
    const now = await retrieve(job, work);
    if (verb.done(now.state)) return now;
    throw isTerminal(now.state) ? impossible(now) : error;
  }
}

/** The job in the state that was asked for, or as it is when patience ends. */
async function awaitState(asked: Job, verb: Verb, work: Work): Promise<Job> {
  const until = Math.min(work.clock.now() + PATIENCE, work.deadline);
  let job = asked;
  for (let wait = 500; !verb.done(job.state) && !isTerminal(job.state); wait = Math.min(wait * 2, 5000)) {
    if (work.clock.now() + wait > until) break;
    await work.clock.sleep(wait, work.signal);
    if (work.signal.aborted)
      throw new AbortedError(`Job ${job.id} was asked to ${verb.name}; the run is being cancelled before it did.`);
    job = await retrieve(job, work);
  }
  return job;
}

/** The story of a verb. */
const changing =
  (verb: Verb) =>
  async (step: Step): Promise<void> => {
    const work = await openProvider(step, verb.needs);
    const found = await findJob(step, work);
    if (found === undefined) return;
    const { record, runner } = step;
    takeUp(step, found);
    const { onResume } = step.connection.profile;
    if (verb.name === 'resume' && !verb.done(found.state) && onResume !== undefined) runner.notice(onResume);
    const job = await awaitState(await ask(found, verb, work), verb, work);
    record.note({ kind: 'job seen', job });
    record.note({ kind: 'ending', ending: 'done' });
    if (verb.done(job.state)) return runner.info(statusLine(job, found.status === job.status ? undefined : found.status));
    if (isTerminal(job.state)) throw new ActionError(`Job ${job.id} ended as ${job.status} before it could ${verb.name}.`);
    record.note({ kind: 'reason', reason: `${verb.name} was asked for and is pending` });
    runner.notice(`Job ${job.id} was asked to ${verb.name}; it is still ${job.status}, and the platform will follow.`);
  };

export const cancel = changing(VERBS.cancel);
export const pause = changing(VERBS.pause);
export const resume = changing(VERBS.resume);
