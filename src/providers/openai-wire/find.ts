/** Jobs that already exist on a server of this wire: found by their mark, each one compared again on our side. */
import type { Job } from '../../api/objects.ts';
import { ProviderError } from '../../errors.ts';
import { fingerprintInName } from '../file-name-mark.ts';
import type { CallContext, Found, Mark } from '../port.ts';
import type { WireCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { carries, FINGERPRINT_KEY } from './metadata-mark.ts';
import { jobOf, type WireJob } from './objects.ts';
import { MOST_PAGES, type Page, pagesOf } from './paging.ts';

const SCAN_JOBS = 2000;
const SCAN_SECONDS = 90 * 24 * 3600;
const PAGE = 100;
/** Lists may leave metadata out; so many jobs are then looked at one by one. */
const RETRIEVED = 50;
const FILE_PAGES = 20;

/** A server, and the call that is being answered. */
export interface Looking {
  readonly calls: WireCalls;
  readonly dialect: Dialect;
  readonly context: CallContext;
}

/**
 * Reads pages of jobs that carry this metadata. A server that does not know the filter may refuse it or ignore it: so what comes is to be compared again.
 * @param filters whether the server is asked to filter at all
 */
function jobReader(
  metadata: Readonly<Record<string, string>> | undefined,
  { calls, context }: Looking,
  filters = true,
): (after: string | undefined) => Promise<Page<WireJob>> {
  let filter = filters ? metadata : undefined;
  const read = async (after: string | undefined): Promise<Page<WireJob>> => {
    const query = { after, limit: PAGE, ...(filter === undefined ? {} : { metadata: filter }) };
    try {
      return await context.attempt('read', () => calls.listJobs(query, context.signal));
    } catch (error) {
      const refused = error instanceof ProviderError && error.facts.kind === 'invalid';
      if (filter === undefined || !refused) throw error;
      filter = undefined;
      return read(after);
    }
  };
  return read;
}

/** Every page of jobs, newest first, until the list ends or the scan's limits are reached. */
async function* pages(looking: Looking, metadata: Readonly<Record<string, string>>): AsyncGenerator<readonly WireJob[]> {
  const { dialect, context } = looking;
  let seen = 0;
  // Where metadata may not be kept, a list filtered by it would prove nothing.
  for await (const page of pagesOf(jobReader(metadata, looking, dialect.keepsMetadata), Number.POSITIVE_INFINITY)) {
    yield page;
    seen += page.length;
    const last = page.at(-1);
    if (last === undefined) return;
    const age = context.clock.now() / 1000 - (last.created_at ?? Number.POSITIVE_INFINITY);
    if (seen >= SCAN_JOBS || age > SCAN_SECONDS) {
      context.say(`Looked through ${seen} jobs back to ${last.id}; older ones were not compared.`);
      return;
    }
  }
}

/** Names of files by ID: asked for once, when the first is wanted. */
class FileNames {
  #listed: Map<string, string | undefined> | undefined;
  #asked = 0;
  readonly #looking: Looking;

  constructor(looking: Looking) {
    this.#looking = looking;
  }

  async #list(): Promise<Map<string, string | undefined>> {
    const names = new Map<string, string | undefined>();
    const { calls, context } = this.#looking;
    const read = (after: string | undefined) => context.attempt('read', () => calls.listFiles({ after }, context.signal));
    for await (const page of pagesOf(read, FILE_PAGES)) for (const { id, filename } of page) names.set(id, filename ?? undefined);
    return names;
  }

  /** The file's name; undefined when the server does not say it. */
  async of(id: string): Promise<string | undefined> {
    this.#listed ??= await this.#list();
    if (this.#listed.has(id) || this.#asked >= RETRIEVED) return this.#listed.get(id);
    this.#asked += 1;
    const { calls, context } = this.#looking;
    const file = await context.attempt('read', () => calls.retrieveFile(id, context.signal)).catch(unlessMissing);
    this.#listed.set(id, file?.filename ?? undefined);
    return file?.filename ?? undefined;
  }
}

function unlessMissing(error: unknown): undefined {
  if (error instanceof ProviderError && error.facts.kind === 'missing') return undefined;
  throw error;
}

/**
 * Looks through the jobs for those that carry this mark: in their metadata, or, where a server keeps none, in the name of their training file.
 * @throws ProviderError when a list fails: a failure is not an absence
 */
export async function findMarked({ fingerprint, likeness }: Mark, looking: Looking): Promise<Found> {
  const { calls, dialect, context } = looking;
  const found = new Map<string, Job>();
  const unclear = new Map<string, Job>();
  const names = new FileNames(looking);
  let retrieved = 0;
  for await (const page of pages(looking, { [FINGERPRINT_KEY]: fingerprint })) {
    for (const listed of page) {
      const silent = listed.metadata == null;
      const name = silent && listed.training_file ? await names.of(listed.training_file) : undefined;
      const named = name !== undefined && fingerprintInName(name) === fingerprint;
      const possible = carries(listed, fingerprint) || named || (silent && retrieved < RETRIEVED);
      if (!possible) continue;
      retrieved += silent && !named ? 1 : 0;
      // Retrieve before attaching: a list may lag behind, or leave metadata out.
      const sent = await context.attempt('read', () => calls.retrieveJob(listed.id, context.signal)).catch(unlessMissing);
      if (sent === undefined) continue;
      const job = jobOf(sent, dialect);
      if (carries(job, fingerprint) || (named && job.metadata == null)) found.set(job.id, job);
      else if (likeness !== undefined && mayBe(job, name, likeness)) unclear.set(job.id, job);
    }
  }
  return { jobs: [...found.values()], unclear: [...unclear.values()] };
}

/** Whether a job without metadata may ask for the same: its data is the file that was given, or nobody knows which it is. */
function mayBe(job: Job, name: string | undefined, { model, trainingFile }: NonNullable<Mark['likeness']>): boolean {
  if (job.metadata != null || job.model !== model || job.state === 'failed' || job.state === 'cancelled') return false;
  return trainingFile === undefined ? name === undefined : job.training_file === trainingFile;
}

/** Every job of the server, in pages; narrowed by these pairs where it knows how. */
export async function* listedJobs(
  metadata: Readonly<Record<string, string>> | undefined,
  looking: Looking,
): AsyncGenerator<readonly Job[]> {
  for await (const page of pagesOf(jobReader(metadata, looking), MOST_PAGES))
    yield page.map((job) => jobOf(job, looking.dialect));
}
