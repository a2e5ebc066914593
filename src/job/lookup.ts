/** Jobs that already exist: found by their fingerprint, each one compared again on our side. */
import { isTerminal, type Job, type Page } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import { RETRY } from './backoff.ts';
import { FINGERPRINT_KEY, fingerprintInName } from './fingerprint.ts';
import { pagesOf } from './paging.ts';
import { bears, byAge, type Candidate } from './plan.ts';
import { persist, type Work } from './work.ts';

const SCAN_JOBS = 2000;
const SCAN_SECONDS = 90 * 24 * 3600;
const PAGE = 100;
/** Lists may leave metadata out; so many jobs are then looked at one by one. */
const RETRIEVED = 50;
const FILE_PAGES = 20;

/**
 * Reads pages of jobs that bear this metadata. A server that does not know the filter may refuse it or ignore it: so what comes is to be compared again.
 * @param filters whether the server is asked to filter at all
 */
export function jobReader(
  metadata: Readonly<Record<string, string>> | undefined,
  work: Work,
  filters = true,
): (after: string | undefined) => Promise<Page<Job>> {
  let filter = filters ? metadata : undefined;
  const read = async (after: string | undefined): Promise<Page<Job>> => {
    const query = { after, limit: PAGE, ...(filter === undefined ? {} : { metadata: filter }) };
    try {
      return await persist(work, RETRY.read, () => work.provider.listJobs(query, work.signal));
    } catch (error) {
      const refused = error instanceof ProviderError && (error.facts.status === 400 || error.facts.status === 422);
      if (filter === undefined || !refused) throw error;
      filter = undefined;
      return read(after);
    }
  };
  return read;
}

/** Every page of jobs, newest first, until the list ends or the scan's limits are reached. */
async function* pages(work: Work, metadata: Readonly<Record<string, string>>): AsyncGenerator<readonly Job[]> {
  let seen = 0;
  // Where metadata may not be kept, a list filtered by it would prove nothing.
  for await (const page of pagesOf(jobReader(metadata, work, work.provider.keepsMetadata), Number.POSITIVE_INFINITY)) {
    yield page;
    seen += page.length;
    const last = page.at(-1);
    if (last === undefined) return;
    const age = work.clock.now() / 1000 - (last.created_at ?? Number.POSITIVE_INFINITY);
    if (seen >= SCAN_JOBS || age > SCAN_SECONDS) {
      work.say(`Looked through ${seen} jobs back to ${last.id}; older ones were not compared.`);
      return;
    }
  }
}

/** Names of files by ID: asked for once, when the first is wanted. */
class FileNames {
  #listed: Map<string, string | undefined> | undefined;
  #asked = 0;
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  async #list(): Promise<Map<string, string | undefined>> {
    const names = new Map<string, string | undefined>();
    const work = this.#work;
    const read = (after: string | undefined) => persist(work, RETRY.read, () => work.provider.listFiles({ after }, work.signal));
    for await (const page of pagesOf(read, FILE_PAGES)) for (const { id, filename } of page) names.set(id, filename ?? undefined);
    return names;
  }

  /** The file's name; undefined when the server does not tell it. */
  async of(id: string): Promise<string | undefined> {
    this.#listed ??= await this.#list();
    if (this.#listed.has(id) || this.#asked >= RETRIEVED) return this.#listed.get(id);
    this.#asked += 1;
    const work = this.#work;
    const file = await persist(work, RETRY.read, () => work.provider.retrieveFile(id, work.signal)).catch(unlessMissing);
    this.#listed.set(id, file?.filename ?? undefined);
    return file?.filename ?? undefined;
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof ProviderError && error.facts.status === 404) return undefined;
  throw error;
}

/** What of a job can be compared where it bears no fingerprint. */
export interface Likeness {
  readonly model: string | undefined;
  /** The ID that was given for the training data, if it was an ID. */
  readonly trainingFile: string | undefined;
}

/** The jobs that were found, oldest first, each as the server shows it now. */
export interface Identical {
  readonly jobs: readonly Job[];
  /** Jobs without metadata that may ask for the same: neither that they do nor that they do not can be proved. */
  readonly unclear: readonly Job[];
}

/**
 * Looks through the jobs for those that bear this fingerprint: in their metadata, or, where a server keeps none, in the name of their training file.
 * @throws ProviderError when a list fails: a failure is not an absence
 */
export async function findIdentical(fingerprint: string, likeness: Likeness | undefined, work: Work): Promise<Identical> {
  const found = new Map<string, Job>();
  const unclear = new Map<string, Job>();
  const names = new FileNames(work);
  let retrieved = 0;
  for await (const page of pages(work, { [FINGERPRINT_KEY]: fingerprint })) {
    for (const listed of page) {
      const silent = listed.metadata == null;
      const name = silent && listed.training_file ? await names.of(listed.training_file) : undefined;
      const named = name !== undefined && fingerprintInName(name) === fingerprint;
      const possible = bears(listed, fingerprint) || named || (silent && retrieved < RETRIEVED);
      if (!possible) continue;
      retrieved += silent && !named ? 1 : 0;
      // Retrieve before attaching: a list may lag behind, or leave metadata out.
      const job = await persist(work, RETRY.read, () => work.provider.retrieveJob(listed.id, work.signal)).catch(unlessMissing);
      if (job === undefined) continue;
      if (bears(job, fingerprint) || (named && job.metadata == null)) found.set(job.id, job);
      else if (likeness !== undefined && mayBe(job, name, likeness)) unclear.set(job.id, job);
    }
  }
  return { jobs: [...found.values()].sort(byAge), unclear: [...unclear.values()].sort(byAge) };
}

/** Whether a job without metadata may ask for the same: its data is the file that was given, or nobody knows which it is. */
function mayBe(job: Job, name: string | undefined, { model, trainingFile }: Likeness): boolean {
  if (job.metadata != null || job.model !== model || job.status === 'failed' || job.status === 'cancelled') return false;
  return trainingFile === undefined ? name === undefined : job.training_file === trainingFile;
}

/** The jobs that bear this fingerprint, oldest first. @throws ProviderError when a list fails */
export async function identicalJobs(fingerprint: string, work: Work): Promise<readonly Job[]> {
  return (await findIdentical(fingerprint, undefined, work)).jobs;
}

/** The jobs with what is known of their models. Only a clear 404 counts as gone. */
export async function candidates(jobs: readonly Job[], work: Work): Promise<readonly Candidate[]> {
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
