/**
 * Creating a job exactly once. The state is kept first; then one request; what is unclear after it is looked
 * up, never simply repeated.
 */
import type { Job } from '../api/objects.ts';
import { AbortedError, ActionError, ProviderError } from '../errors.ts';
import type { JobRequest, Mark } from '../providers/port.ts';
import { type Apart, findIdentical } from './lookup.ts';
import type { Work } from './work.ts';

/** Waits between the looks after a lost reply, in milliseconds: a list may lag behind by a minute. */
const LOOKS = [1000, 4000, 10_000, 20_000, 30_000];

/**
 * How long a creation may go on after the run was cancelled, in milliseconds: the runner kills the step after
 * 7.5 s.
 */
const GRACE = 4000;

export interface Launch {
  readonly request: JobRequest;
  readonly mark: Mark;
  /** Jobs that were there before: none of them is the one that is asked for now. */
  readonly known: ReadonlySet<string>;
  /** Jobs with the same fingerprint that others asked for on purpose. */
  readonly isApart?: Apart;
  /**
   * Keeps the phase where the post step and the next run find it; called before the request and after its
   * answer; `ended` when it was refused.
   */
  readonly remember: (phase: 'creating' | 'created' | 'ended', job?: Job, found?: boolean) => void;
}

/** The job, and whether it was found rather than answered. */
export interface Launched {
  readonly job: Job;
  readonly found: boolean;
}

/**
 * Sends the create call; at most twice, and twice only when the first is in no list after repeated looks.
 * @throws ProviderError when it is refused; ActionError when it stays unclear whether a job exists
 */
export async function launch(given: Launch, work: Work): Promise<Launched> {
  const { remember } = given;
  remember('creating');
  for (let attempt = 1; ; attempt += 1) {
    try {
      let found = false;
      const beforeAgain = async () => {
        const { job } = await seek(given, work);
        found = job !== undefined;
        return job;
      };
      const job = await work.attempt('create', () => createdAnew(given, work), { beforeAgain });
      remember('created', job, found);
      return { job, found };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.facts.fate !== 'unknown') {
        // A refusal at second hand is believed when no job has come of it.
        const { job } = error.facts.passedOn === undefined ? {} : await seek(given, work);
        if (job !== undefined) {
          remember('created', job, true);
          return { job, found: true };
        }
        // Nothing was created, so nothing is left for the post step, unless an earlier request may stand.
        if (attempt === 1) remember('ended');
        throw error;
      }
      work.warn(`${error.message} The server may have created the job all the same; looking for it.`);
      const job = await look(given, work);
      if (job !== undefined) {
        remember('created', job, true);
        work.say(`The job exists: ${job.id}.`);
        return { job, found: true };
      }
      if (attempt === 2) {
        throw new ActionError(
          `The job was asked for twice without a clear answer, and it is in no list. ${error.message} Run again: the next run looks first and creates it only if it does not exist.`,
          { cause: error },
        );
      }
      work.say('No such job exists; asking once more.');
    }
  }
}

/**
 * A signal that fires a few seconds after another: a creation that is under way when the run is cancelled is
 * awaited so long, so that its job can be cancelled by name. What has no answer by then is left to the post
 * step, which looks for it.
 */
function outliving(signal: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const late = () => setTimeout(() => controller.abort(), GRACE).unref();
  if (signal.aborted) late();
  else signal.addEventListener('abort', late, { once: true });
  return controller.signal;
}

/**
 * One request. An answer that names a job which was there before proves nothing about the one that was asked
 * for.
 */
async function createdAnew({ request, mark, known }: Launch, work: Work): Promise<Job> {
  const job = await work.provider.create(request, mark, outliving(work.signal));
  if (!known.has(job.id)) return job;
  const detail = `the answer to the create call names the job ${job.id}, which was there before`;
  throw new ProviderError(`${detail}.`, { call: 'create', fate: 'unknown', detail });
}

const REFUSED = 'Nothing was created anew. Look at';

/**
 * One look for the job that may have been created.
 * @throws ActionError when a job appeared of which it cannot be proved that it is this one
 */
async function seek({ mark, known, isApart }: Launch, work: Work) {
  const { jobs, unclear, unproved } = await findIdentical(mark, work);
  const job = jobs.find((one) => !known.has(one.id) && isApart?.(one) !== true);
  const appeared = unclear.find(({ id }) => !known.has(id));
  if (job === undefined && appeared !== undefined) {
    throw new ActionError(
      `The answer to the create call was lost, and the job ${appeared.id} (${appeared.status}) may be the one; nothing on it proves that. ${REFUSED} it, and go on with operation: wait and job_id: ${appeared.id}.`,
    );
  }
  return { job, unproved };
}

/**
 * Looks several times.
 * @throws ActionError when it is not proved that the job does not exist
 */
async function look(given: Launch, work: Work): Promise<Job | undefined> {
  let doubt: string | undefined;
  for (const wait of LOOKS) {
    await work.clock.sleep(wait, work.signal);
    if (work.signal.aborted) throw new AbortedError('The run is being cancelled while it is unclear whether the job exists.');
    const { job, unproved } = await seek(given, work);
    if (job !== undefined) return job;
    doubt = unproved;
  }
  if (doubt !== undefined) {
    throw new ActionError(
      `The answer to the create call was lost, and it is not proved that the job does not exist: ${doubt}. ${REFUSED} the platform's jobs; go on with operation: wait and job_id, or with reuse: false.`,
    );
  }
  return undefined;
}
