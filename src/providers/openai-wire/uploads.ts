/**
 * Files on this wire: found again by name and size, sent as a stream otherwise, and waited for until they are
 * usable.
 */
import { untilDeadline } from '../../deadline.ts';
import { AbortedError, ActionError, ProviderError } from '../../errors.ts';
import { short } from '../failures.ts';
import { nameWithFingerprint } from '../file-name-mark.ts';
import type { CallContext, PlacedFile, Upload } from '../port.ts';
import type { WireCalls } from './calls.ts';
import type { Dialect } from './dialect.ts';
import { IN_PARTS_FROM, sendInParts } from './multipart-upload.ts';
import type { WireFile } from './objects.ts';
import { readablePages } from './paging.ts';

const PAGES = 20;
const HOUR = 3_600_000;
/** A file that expires sooner than this might be gone before the job has read it. */
const LIFETIME = 48 * HOUR;
/** Some servers call a file `uploaded` for good. */
const UPLOADED_FOR_GOOD = 5 * 60_000;
const FILE_PATIENCE = HOUR;

/** Files of one name and size are read back so often: whoever puts more of them there is not waited for. */
const READ_BACK = 3;

/** What placing a file works with. */
interface Placing {
  readonly upload: Upload;
  readonly calls: WireCalls;
  readonly dialect: Dialect;
  readonly context: CallContext;
  /** The hashes in a name are for machines; twelve of their digits tell files apart. */
  readonly shown: string;
}

/** Whether a file's state is one of these, in whatever letter case the server writes it. */
function isOneOf(states: readonly string[], { status }: WireFile): boolean {
  const word = status?.toLowerCase();
  return word !== undefined && states.some((state) => state.toLowerCase() === word);
}

/** The uploaded files of this name and size that can still be used. */
async function* candidates({ upload, calls, dialect, context }: Placing): AsyncGenerator<WireFile> {
  const read = (after: string | undefined) => context.attempt('read', () => calls.listFiles({ after }, context.signal));
  for await (const page of readablePages('files', read, PAGES, context)) {
    const soon = (context.clock.now() + LIFETIME) / 1000;
    yield* page.filter(
      (file) =>
        file.filename === upload.filename &&
        // A size that is not told contradicts nothing.
        (file.bytes ?? upload.bytes) === upload.bytes &&
        !isOneOf(dialect.fileErrors, file) &&
        (file.expires_at ?? Number.POSITIVE_INFINITY) > soon,
    );
  }
}

/**
 * Whether a file holds these bytes. Anyone with a key of the project can give any bytes this name and size,
 * so they are read back.
 */
async function holdsOurs(file: WireFile, { upload, calls, context, shown }: Placing): Promise<boolean> {
  try {
    const hash = await context.attempt('extra', () => calls.fileHash(file.id, upload.bytes, context.signal));
    if (hash === upload.sha256) return true;
    context.warn(
      `The file ${short(file.id, 80)} has the name and the size of ${shown}, and holds other bytes: it is not used, and the data is sent. Someone with a key of this project may have put it there; look at it.`,
    );
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    context.say(`${shown} may be at the platform as ${short(file.id, 80)}, whose bytes cannot be read back; it is sent anew.`);
  }
  return false;
}

/** What is known of the uploaded files before anything is sent. */
interface Before {
  /** One that holds these bytes. */
  readonly ours: WireFile | undefined;
  /** Those that are not proved to; undefined where the list cannot be read. */
  readonly others: ReadonlySet<string> | undefined;
}

/** Looks before sending; a failing list only costs an upload, which costs nothing. */
async function lookBefore(placing: Placing): Promise<Before> {
  const others = new Set<string>();
  try {
    for await (const file of candidates(placing)) {
      if (others.size < READ_BACK && (await holdsOurs(file, placing))) return { ours: file, others };
      others.add(file.id);
    }
    return { ours: undefined, others };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    placing.context.warn(`The uploaded files could not be listed, so ${placing.upload.filename} is sent. ${error.message}`);
    return { ours: undefined, others: undefined };
  }
}

/**
 * Looks for what was sent, where the answer was lost: a file that was not there before is the one; where that
 * is not known, one that holds these bytes.
 */
async function lookAfter(placing: Placing, { others }: Before): Promise<WireFile | undefined> {
  if (others === undefined) return (await lookBefore(placing)).ours;
  try {
    for await (const file of candidates(placing)) if (!others.has(file.id)) return file;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    placing.context.warn(`The uploaded files could not be listed, so ${placing.upload.filename} is sent. ${error.message}`);
  }
  return undefined;
}

/** In parts where the file is large and the server knows how, else in one request. */
async function sendOnce(placing: Placing, before: Before): Promise<WireFile> {
  const { upload, calls, context } = placing;
  const large = await calls.sendLarge?.(upload, context);
  if (large !== undefined) return large;
  if (placing.dialect.takesParts && upload.bytes >= IN_PARTS_FROM) {
    const file = await sendInParts(upload, () => lookAfter(placing, before), calls, context);
    if (file !== undefined) return file;
    context.say('This server takes no uploads in parts; the file goes in one request.');
  }
  return calls.uploadFile(upload, context.signal);
}

/** Has a file read that nobody has read yet; that it cannot be asked for says nothing. */
async function processed(file: WireFile, { calls, dialect, context }: Placing): Promise<void> {
  const { processFile } = calls;
  if (processFile === undefined || !isOneOf(dialect.fileWaits, file)) return;
  try {
    await context.attempt('extra', () => processFile(file.id, context.signal));
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}

/**
 * Sends until the file has arrived, no longer than the step has time.
 * @throws ActionError when that is over, AbortedError when the run is cancelled
 */
async function sendInTime(placing: Placing, before: Before): Promise<WireFile> {
  const { context, upload } = placing;
  const signal = untilDeadline(context);
  const timed = { ...placing, context: { ...context, signal } };
  try {
    return await context.attempt('upload', () => sendOnce(timed, before), {
      signal,
      lookUp: () => lookAfter(placing, before),
    });
  } catch (error) {
    if (!(error instanceof AbortedError) || context.signal.aborted) throw error;
    throw new ActionError(
      `timeout_minutes have passed while ${short(upload.filename, 80)} was being uploaded; nothing was created. Give the step more time, or the runner a faster connection.`,
    );
  }
}

/**
 * Waits until the provider can use the file.
 * @throws ActionError with the provider's words when it never will
 */
export async function awaitUsable(
  file: WireFile,
  calls: Pick<WireCalls, 'retrieveFile'>,
  { fileWaits, fileErrors }: Pick<Dialect, 'fileWaits' | 'fileErrors'>,
  context: CallContext,
): Promise<WireFile> {
  const started = context.clock.now();
  let current = file;
  for (let wait = 500; isOneOf(fileWaits, current); wait = Math.min(wait * 1.5, 10_000)) {
    const waited = context.clock.now() - started;
    if (isOneOf(['uploaded'], current) && waited > UPLOADED_FOR_GOOD) {
      context.warn(`The file ${file.id} is still "uploaded" after 5 minutes; going on, since some servers never say more.`);
      return current;
    }
    if (waited > FILE_PATIENCE || context.clock.now() > context.deadline) {
      throw new ActionError(
        `The file ${file.id} is still "${current.status}" and cannot be used. Run again: the upload is found and not repeated.`,
      );
    }
    await context.clock.sleep(wait, context.signal);
    if (context.signal.aborted) throw new AbortedError('Stopped waiting for the file because the run is being cancelled.');
    current = await context.attempt('settle', () => calls.retrieveFile(file.id, context.signal));
  }
  if (isOneOf(fileErrors, current)) {
    const details =
      typeof current.status_details === 'string'
        ? current.status_details
        : JSON.stringify(current.status_details ?? 'no reason given');
    throw new ActionError(
      `The platform cannot use the file ${file.id} (${current.status}): ${details}. Fix the data and run again.`,
    );
  }
  return current;
}

/**
 * Sees to it that these bytes are with the server, once. Training data is named for its job, because no table
 * says for sure which server keeps a job's metadata.
 */
export async function placeFile(given: Upload, calls: WireCalls, dialect: Dialect, context: CallContext): Promise<PlacedFile> {
  const { fingerprint } = given;
  const filename = fingerprint === undefined ? given.filename : nameWithFingerprint(given.filename, fingerprint);
  const upload = { ...given, filename };
  const marked = filename !== given.filename;
  const shown = filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
  const placing = { upload, calls, dialect, context, shown };
  const before = await lookBefore(placing);
  if (before.ours !== undefined) {
    context.say(`${shown} is at the platform already as ${before.ours.id}, byte for byte.`);
    await processed(before.ours, placing);
    const { id } = await awaitUsable(before.ours, calls, dialect, context);
    return { id, uploaded: false, marked };
  }
  const file = await sendInTime(placing, before);
  if (file.bytes != null && file.bytes !== upload.bytes) {
    // Each run would leave one more.
    const gone = await calls.deleteFile(file.id, context.signal).then(
      () => 'was deleted again',
      () => 'could not be deleted; delete it there',
    );
    throw new ActionError(
      `The platform holds ${file.bytes} bytes of ${filename}, but ${upload.bytes} were sent. Nothing was created, and the file ${file.id} ${gone}. Look at what stands between: a proxy or a gateway may change what is sent.`,
    );
  }
  context.say(`Uploaded ${shown} as ${file.id}.`);
  if (file.filename && file.filename !== filename)
    context.say(`This server keeps the file under another name (${short(file.filename, 80)}), so its name proves nothing.`);
  const { id } = await awaitUsable(file, calls, dialect, context);
  return { id, uploaded: true, marked };
}
