/** Creating a job exactly once. The state is kept first; then one request; what is unclear after it is looked up, never simply repeated. */
import type { Job } from '../api/objects.ts';
import { AbortedError, ActionError, ProviderError } from '../errors.ts';
import { RETRY } from './backoff.ts';
import { identicalJobs } from './lookup.ts';
import { persist, type Work } from './work.ts';

/** Waits between the looks after a lost reply, in milliseconds: a list may lag behind by a minute. */
const LOOKS = [1000, 4000, 10_000, 20_000, 30_000];

export interface Launch {
  readonly body: Readonly<Record<string, unknown>>;
  readonly fingerprint: string;
  /** Keeps the phase where the post step and the next run find it; called before the request and after its answer. */
  readonly remember: (phase: 'creating' | 'created', job?: Job) => void;
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
export async function launch({ body, fingerprint, remember }: Launch, work: Work): Promise<Launched> {
  remember('creating');
  for (let attempt = 1; ; attempt += 1) {
    try {
      // No abort signal here: a request that is under way is awaited, so that its job can be cancelled by name.
      const job = await persist(work, RETRY.create, () => work.provider.createJob(body));
      remember('created', job);
      return { job, found: false };
    } catch (error) {
      if (!(error instanceof ProviderError) || error.facts.fate !== 'unknown') throw error;
      work.warn(`${error.message} The server may have created the job all the same; looking for it.`);
      const job = await look(fingerprint, work);
      if (job !== undefined) {
        remember('created', job);
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

async function look(fingerprint: string, work: Work): Promise<Job | undefined> {
  for (const wait of LOOKS) {
    await work.clock.sleep(wait, work.signal);
    if (work.signal.aborted) throw new AbortedError('The run is being cancelled while it is unclear whether the job exists.');
    const [job] = await identicalJobs(fingerprint, work);
    if (job !== undefined) return job;
  }
  return undefined;
}
