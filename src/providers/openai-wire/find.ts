/**
 * Jobs that already exist on a server of this wire: found by their mark, each one compared again on our side.
 */
import { isMap } from '../../api/method.ts';
import type { Job } from '../../api/objects.ts';
import { ActionError, ProviderError, unlessMissing } from '../../errors.ts';
import { fingerprintInName } from '../file-name-mark.ts';
import type { CallContext, Found, Mark } from '../port.ts';
import type { WireCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { carries, carriesAnother, carriesAny, FINGERPRINT_KEY } from './metadata-mark.ts';
import { jobOf, WireJob } from './objects.ts';
import { MOST_PAGES, type Page, pagesOf, readablePages, warnOfUnread } from './paging.ts';

const SCAN_JOBS = 2000;
const SCAN_SECONDS = 90 * 24 * 3600;
/** Times before 2020 are no times: there was nothing to fine-tune. */
const EARLIEST = 1_577_836_800;
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
 * Reads pages of jobs that carry this metadata. A server that does not know the filter may refuse it or
 * ignore it: so what comes is to be compared again.
 */
function jobReader(
  metadata: Readonly<Record<string, string>> | undefined,
  { calls, context }: Looking,
): (after: string | undefined) => Promise<Page<WireJob>> {
  let filter = metadata;
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

/** The time of a job, where it can be one: servers also send 0, or nothing. */
function plausible({ created_at }: WireJob): number | undefined {
  return created_at != null && created_at > EARLIEST ? created_at : undefined;
}

/** How far a scan came: to the end of the list or back through all of its time, or why that is not sure. */
interface Scanned {
  readonly seen: number;
  /** Undefined when the scan proves that there is no more. */
  readonly short: string | undefined;
}

/** Every page of jobs, until the list ends, has gone back far enough, or the most that is looked through. */
async function* pages(
  read: ReturnType<typeof jobReader>,
  unread: unknown[],
  { context }: Looking,
): AsyncGenerator<readonly WireJob[], Scanned> {
  const list = pagesOf(read, Number.POSITIVE_INFINITY, unread);
  let seen = 0;
  let newest = 0;
  for (;;) {
    const next = await list.next();
    if (next.done) return { seen, short: next.value === 'whole' ? undefined : 'the list of jobs breaks off' };
    const page = next.value;
    yield page;
    seen += page.length;
    const times = page.map(plausible);
    newest = Math.max(newest, times[0] ?? 0);
    const last = times.at(-1);
    // Only a list that shows its order by its times says that what comes is older.
    const sorted = times.every((time, index) => time !== undefined && (index === 0 || time <= (times[index - 1] ?? 0)));
    const old = sorted && last !== undefined && newest - last > SCAN_SECONDS;
    if (!old && seen < SCAN_JOBS) continue;
    context.say(
      `Looked through ${seen === 1 ? 'a job' : `${seen} jobs`} back to ${page.at(-1)?.id}; older ones were not compared.`,
    );
    return { seen, short: old ? undefined : `only the ${seen} jobs that are listed first were looked through` };
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
    for await (const page of readablePages('files', read, FILE_PAGES, context))
      for (const { id, filename } of page) names.set(id, filename ?? undefined);
    return names;
  }

  /** The file's name; undefined when the server does not say it. */
  async of(id: string): Promise<string | undefined> {
    this.#listed ??= await this.#list();
    if (this.#listed.has(id) || this.#asked >= RETRIEVED) return this.#listed.get(id);
    this.#asked += 1;
    const { calls, context } = this.#looking;
    const file = await context.attempt('read', () => calls.retrieveFile(id, context.signal)).catch(unlessShown);
    this.#listed.set(id, file?.filename ?? undefined);
    return file?.filename ?? undefined;
  }
}

/**
 * A file that the server does not show, or shows as nonsense, has no name that proves anything: its job stays
 * unclear. Where the server itself fails, nothing is known.
 */
function unlessShown(error: unknown): undefined {
  if (isNoId(error)) return undefined;
  if (error instanceof ProviderError && (error.facts.status ?? 500) < 500) return undefined;
  throw error;
}

/** What the server calls an ID leads nowhere. */
function isNoId(error: unknown): boolean {
  return error instanceof ProviderError && error.facts.fate === 'unsent' && error.facts.kind === 'invalid';
}

/**
 * Whether the server gave the file a name of its own, or cut ours: then it says nothing about what the file
 * holds.
 */
function tellsNothing(name: string | undefined, id: string | null | undefined): boolean {
  if (!name || (id && name.includes(id)) || /^[0-9a-f-]{32,36}(\.\w+)?$/i.test(name)) return true;
  return /\.[0-9a-f]{16}/.test(name) && !/\.[0-9a-f]{64}\.jsonl$/.test(name);
}

/**
 * One look for one mark. What is learnt of the server (whether it keeps metadata) is learnt from what it
 * shows.
 */
class Search {
  readonly found = new Map<string, Job>();
  /** Jobs without our mark, by which nothing is proved unless the server keeps metadata. */
  readonly #silent: { readonly job: Job; readonly name: string | undefined }[] = [];
  readonly #looked = new Set<string>();
  /** Entries of the lists that cannot be read. */
  readonly #unread: unknown[] = [];
  readonly #names: FileNames;
  #keepsMetadata = false;
  #retrieved = 0;
  readonly #mark: Mark;
  readonly #looking: Looking;

  constructor(mark: Mark, looking: Looking) {
    this.#mark = mark;
    this.#looking = looking;
    this.#names = new FileNames(looking);
  }

  /** Reads a list. */
  async through(read: ReturnType<typeof jobReader>): Promise<Scanned> {
    const scan = pages(read, this.#unread, this.#looking);
    for (;;) {
      const next = await scan.next();
      if (next.done) return next.value;
      this.#keepsMetadata ||= next.value.some(carriesAny);
      for (const listed of next.value) await this.#see(listed);
    }
  }

  async #see(listed: WireJob): Promise<void> {
    const { fingerprint } = this.#mark;
    if (this.#looked.has(listed.id) || carriesAnother(listed, fingerprint)) return;
    this.#looked.add(listed.id);
    const silent = !carries(listed, fingerprint);
    const name = silent && !this.#keepsMetadata && listed.training_file ? await this.#names.of(listed.training_file) : undefined;
    const inName = name === undefined ? undefined : fingerprintInName(name);
    const named = inName === fingerprint;
    // The mark of another is a positive sign of another job.
    if (silent && inName !== undefined && !named) return;
    const { calls, context, dialect } = this.#looking;
    if (silent && !named && (this.#keepsMetadata || this.#retrieved >= RETRIEVED)) {
      this.#silent.push({ job: jobOf(listed, dialect), name });
      return;
    }
    this.#retrieved += silent && !named ? 1 : 0;
    // Retrieve before attaching: a list may lag behind, or leave metadata out.
    const sent = await context
      .attempt('read', () => calls.retrieveJob(listed.id, context.signal))
      .catch((error: unknown) => (isNoId(error) ? 'no id' : unlessMissing(error)));
    if (sent === 'no id') {
      this.#silent.push({ job: jobOf(listed, dialect), name });
      return;
    }
    if (sent === undefined || carriesAnother(sent, fingerprint)) return;
    const job = jobOf(sent, dialect);
    this.#keepsMetadata ||= carriesAny(sent);
    if (carries(job, fingerprint) || named) this.found.set(job.id, job);
    else this.#silent.push({ job, name });
  }

  /**
   * Why an entry that cannot be read may be a job that asks for the same; undefined where each shows that it
   * is not.
   */
  async doubt(): Promise<string | undefined> {
    warnOfUnread('jobs', this.#unread, this.#looking.context);
    for (const entry of this.#unread) {
      if (await this.#mayBeOurs(entry))
        return 'an entry of the list of jobs cannot be read, for want of an ID, and may be such a job';
    }
    return undefined;
  }

  async #mayBeOurs(entry: unknown): Promise<boolean> {
    const { fingerprint, likeness } = this.#mark;
    const listed = isMap(entry) ? WireJob.parse({ ...entry, id: 'unread' }) : undefined;
    if (listed === undefined || carries(listed, fingerprint)) return true;
    if (carriesAnother(listed, fingerprint) || this.#keepsMetadata) return false;
    const name = listed.training_file ? await this.#names.of(listed.training_file) : undefined;
    const inName = name === undefined ? undefined : fingerprintInName(name);
    if (inName !== undefined) return inName === fingerprint;
    return likeness !== undefined && mayBe(jobOf(listed, this.#looking.dialect), name, this.#likeness(likeness));
  }

  #likeness(likeness: NonNullable<Mark['likeness']>) {
    return this.#looking.dialect.renamesModels ? { ...likeness, model: undefined } : likeness;
  }

  /**
   * Jobs that may ask for the same. Where the server is seen to keep metadata there are none: ours would
   * carry it.
   */
  unclear(): readonly Job[] {
    const { likeness } = this.#mark;
    if (likeness === undefined || this.#keepsMetadata) return [];
    const like = this.#likeness(likeness);
    return this.#silent.flatMap(({ job, name }) => (mayBe(job, name, like) ? [job] : []));
  }
}

/**
 * Looks through the jobs for those that carry this mark: in their metadata, or in the name of their training
 * file.
 * @throws ProviderError when a list fails: a failure is not an absence
 */
export async function findMarked(mark: Mark, looking: Looking): Promise<Found> {
  const { unlisted } = looking.dialect;
  if (unlisted !== undefined) return { jobs: [], unclear: [], unproved: unlisted };
  const search = new Search(mark, looking);
  const filter = { [FINGERPRINT_KEY]: mark.fingerprint };
  // Where metadata may not be kept, a list filtered by it would prove nothing.
  const filtered = looking.dialect.keepsMetadata ? await search.through(jobReader(filter, looking)) : undefined;
  if (search.found.size > 0) return { jobs: [...search.found.values()], unclear: [] };
  // Jobs that are not asked for show that the filter is ignored: then all has been looked through.
  const ignored = filtered !== undefined && filtered.seen > 0;
  const scanned = ignored ? filtered : await search.through(jobReader(undefined, looking));
  const doubt = await search.doubt();
  const short = scanned.short ?? doubt;
  const proved = short === undefined || (filtered !== undefined && !ignored && filtered.short === undefined);
  return { jobs: [...search.found.values()], unclear: search.unclear(), unproved: proved ? undefined : short };
}

/**
 * Whether a job without our mark may ask for the same: its data is the file that was given, or nobody knows
 * which it is.
 */
function mayBe(job: Job, name: string | undefined, { model, trainingFile }: NonNullable<Mark['likeness']>): boolean {
  if ((model !== undefined && job.model !== model) || job.state === 'failed' || job.state === 'cancelled') return false;
  return trainingFile === undefined ? tellsNothing(name, job.training_file) : job.training_file === trainingFile;
}

/** Every job of the server, in pages; narrowed by these pairs where it knows how. */
export async function* listedJobs(
  metadata: Readonly<Record<string, string>> | undefined,
  looking: Looking,
): AsyncGenerator<readonly Job[]> {
  const { unlisted } = looking.dialect;
  if (unlisted !== undefined) throw new ActionError(`${unlisted}. Write job_id.`);
  for await (const page of readablePages('jobs', jobReader(metadata, looking), MOST_PAGES, looking.context))
    yield page.map((job) => jobOf(job, looking.dialect));
}
