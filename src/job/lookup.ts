/** Jobs that already exist: found by their fingerprint, each one compared again on our side. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import { RETRY } from './backoff.ts';
import { FINGERPRINT_KEY } from './fingerprint.ts';
import { bears, byAge, type Candidate } from './plan.ts';
import { persist, type Work } from './work.ts';

const SCAN_JOBS = 2000;
const SCAN_SECONDS = 90 * 24 * 3600;
const PAGE = 100;
/** Lists may leave metadata out; so many jobs are then looked at one by one. */
const RETRIEVED = 50;

/** Every page of jobs, newest first, until the list ends or the scan's limits are reached. */
async function* pages(work: Work, metadata: Readonly<Record<string, string>>): AsyncGenerator<readonly Job[]> {
  let after: string | undefined;
  let filter: Readonly<Record<string, string>> | undefined = metadata;
  for (let seen = 0; ; ) {
    const query = { after, limit: PAGE, ...(filter === undefined ? {} : { metadata: filter }) };
    const page = await persist(work, RETRY.read, () => work.provider.listJobs(query, work.signal)).catch((error: unknown) => {
      // A server that does not know the filter may refuse it; the list without it says the same, only longer.
      if (filter !== undefined && error instanceof ProviderError && (error.facts.status === 400 || error.facts.status === 422))
        return undefined;
      throw error;
    });
    if (page === undefined) {
      filter = undefined;
      continue;
    }
    yield page.data;
    seen += page.data.length;
    const last = page.data.at(-1);
    if (!page.has_more || last === undefined || last.id === after) return;
    const age = work.clock.now() / 1000 - (last.created_at ?? Number.POSITIVE_INFINITY);
    if (seen >= SCAN_JOBS || age > SCAN_SECONDS) {
      work.say(`Looked through ${seen} jobs back to ${last.id}; older ones were not compared.`);
      return;
    }
    after = last.id;
  }
}

/**
 * The jobs that bear this fingerprint, oldest first, each as the server shows it now.
 * @throws ProviderError when the list fails: a failure is not an absence
 */
export async function identicalJobs(fingerprint: string, work: Work): Promise<readonly Job[]> {
  const found = new Map<string, Job>();
  let retrieved = 0;
  for await (const page of pages(work, { [FINGERPRINT_KEY]: fingerprint })) {
    for (const job of page) {
      const silent = job.metadata == null && retrieved < RETRIEVED;
      if (!silent && !bears(job, fingerprint)) continue;
      retrieved += silent ? 1 : 0;
      // Retrieve before attaching: a list may lag behind.
      const current = await persist(work, RETRY.read, () => work.provider.retrieveJob(job.id, work.signal)).catch(
        (error: unknown) => {
          if (error instanceof ProviderError && error.facts.status === 404) return undefined;
          throw error;
        },
      );
      if (current !== undefined && bears(current, fingerprint)) found.set(current.id, current);
    }
  }
  return [...found.values()].sort(byAge);
}

/** The same jobs with what is known of their models. Only a clear 404 counts as gone. */
export async function candidates(fingerprint: string, work: Work): Promise<readonly Candidate[]> {
  const jobs = await identicalJobs(fingerprint, work);
  return Promise.all(jobs.map(async (job) => ({ job, modelGone: await isModelGone(job, work) })));
}

async function isModelGone(job: Job, work: Work): Promise<boolean> {
  if (job.status !== 'succeeded' || !job.fine_tuned_model) return false;
  const model = job.fine_tuned_model;
  try {
    await persist(work, RETRY.extra, () => work.provider.retrieveModel(model, work.signal));
    return false;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { status, code, param } = error.facts;
    // A 404 for the address itself is a server without the call, not a model that is gone.
    return status === 404 && (code === 'model_not_found' || param === 'model');
  }
}

/** Of several live jobs with one fingerprint the oldest wins; the rest are cancelled. @returns the winner, when it is another than `job` */
export async function settleRace(job: Job, fingerprint: string, work: Work): Promise<Job | undefined> {
  const live = (await identicalJobs(fingerprint, work)).filter((other) => !isTerminal(other.status));
  const [winner, ...rest] = live;
  if (winner === undefined || rest.length === 0) return undefined;
  for (const surplus of rest) {
    work.warn(
      `The job ${surplus.id} asks for the same as the older ${winner.id}; it is cancelled, so that only one is paid for.`,
    );
    await persist(work, RETRY.verb, () => work.provider.cancelJob(surplus.id, work.signal));
  }
  return winner.id === job.id ? undefined : winner;
}
