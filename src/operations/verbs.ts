/**
 * The operations that change a job: `cancel`, `pause`, `resume`. Asking for a state that the job is in
 * already succeeds.
 */
import { isTerminal, type Job, type JobState } from '../api/objects.ts';
import { AbortedError, ActionError, ProviderError } from '../errors.ts';
import { offered, type Work } from '../job/work.ts';
import type { Capability, Provider } from '../providers/port.ts';
import { statusLine } from '../report/log.ts';
import type { Step } from '../run/step.ts';
import { findJob, takeUp } from '../stages/find-job.ts';
import { openProvider } from '../stages/open-provider.ts';

/** How long the server may take to show the new state before it is called pending, in milliseconds. */
const PATIENCE = 60_000;

interface Verb {
  readonly name: 'cancel' | 'pause' | 'resume';
  /** What a platform may lack. */
  readonly needs?: Capability;
  readonly call: (provider: Provider, jobId: string, signal: AbortSignal) => Promise<Job>;
  /** Whether a job in this state is where the verb leads. */
  readonly done: (state: JobState) => boolean;
}

/** What each verb asks for. A job on its way to a state is not in it yet. */
const VERBS = {
  cancel: {
    name: 'cancel',
    call: (provider, id, signal) => provider.cancel(id, signal),
    done: (state) => state === 'cancelled',
  },
  pause: {
    name: 'pause',
    needs: 'pause',
    call: (provider, id, signal) => offered(provider.pause, 'pause')(id, signal),
    done: (state) => state === 'paused',
  },
  resume: {
    name: 'resume',
    needs: 'resume',
    call: (provider, id, signal) => offered(provider.resume, 'resume')(id, signal),
    done: (state) => !isTerminal(state) && state !== 'paused' && state !== 'pausing',
  },
} as const satisfies Record<string, Verb>;

const retrieve = (job: Job, work: Work) => work.attempt('read', () => work.provider.look(job.id, work.signal));

/** Asks, unless nothing is to be asked. @throws ActionError for a job that cannot get there */
async function ask(job: Job, verb: Verb, work: Work): Promise<Job> {
  if (verb.done(job.state)) {
    work.say(`Job ${job.id} is ${job.status} already.`);
    return job;
  }
  const impossible = (status: string) =>
    new ActionError(`Job ${job.id} is ${status}, so it cannot be asked to ${verb.name}. Only a job that has not ended can.`);
  if (isTerminal(job.state)) throw impossible(job.status);
  try {
    return await work.attempt('verb', () => verb.call(work.provider, job.id, work.signal));
  } catch (error) {
    if (!(error instanceof ProviderError) || error.facts.fate !== 'refused') throw error;
    // It may have got there, or ended, in the meantime; or an earlier answer was lost.
    const now = await retrieve(job, work);
    if (verb.done(now.state)) return now;
    throw isTerminal(now.state) ? impossible(now.status) : error;
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
    const job = await awaitState(await ask(found, verb, work), verb, work);
    record.note({ kind: 'job seen', job });
    record.note({ kind: 'ending', ending: 'done' });
    if (verb.done(job.state)) return runner.info(statusLine(job, found.status === job.status ? undefined : found.status));
    if (isTerminal(job.state)) throw new ActionError(`Job ${job.id} ended as ${job.status} before it could ${verb.name}.`);
    record.note({ kind: 'reason', reason: `${verb.name} was asked for and is pending` });
    runner.notice(`Job ${job.id} was asked to ${verb.name}; it is still ${job.status}, and the provider will follow.`);
  };

export const cancel = changing(VERBS.cancel);
export const pause = changing(VERBS.pause);
export const resume = changing(VERBS.resume);
