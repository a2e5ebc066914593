/**
 * Files on this wire: found again by name and size, sent as a stream otherwise, and waited for until they are
 * usable.
 */
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

/** What placing a file works with. */
interface Placing {
  readonly upload: Upload;
  readonly calls: WireCalls;
  readonly dialect: Dialect;
  readonly context: CallContext;
}

/** Whether a file's state is one of these, in whatever letter case the server writes it. */
function isOneOf(states: readonly string[], { status }: WireFile): boolean {
  const word = status?.toLowerCase();
  return word !== undefined && states.some((state) => state.toLowerCase() === word);
}

/** The uploaded file of this name and size, if there is one that can still be used. */
async function findUploaded({ upload, calls, dialect, context }: Placing): Promise<WireFile | undefined> {
  const read = (after: string | undefined) => context.attempt('read', () => calls.listFiles({ after }, context.signal));
  for await (const page of readablePages('files', read, PAGES, context)) {
    const soon = (context.clock.now() + LIFETIME) / 1000;
    const found = page.find(
      (file) =>
        file.filename === upload.filename &&
        // The name carries the hash of the content; a size that is not told contradicts nothing.
        (file.bytes ?? upload.bytes) === upload.bytes &&
        !isOneOf(dialect.fileErrors, file) &&
        (file.expires_at ?? Number.POSITIVE_INFINITY) > soon,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Looks before sending; a failing list only costs an upload, which costs nothing. */
async function lookBefore(placing: Placing): Promise<WireFile | undefined> {
  try {
    return await findUploaded(placing);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    placing.context.warn(`The uploaded files could not be listed, so ${placing.upload.filename} is sent. ${error.message}`);
    return undefined;
  }
}

/** In parts where the file is large and the server knows how, else in one request. */
async function sendOnce(placing: Placing): Promise<WireFile> {
  const { upload, calls, context } = placing;
  if (placing.dialect.takesParts && upload.bytes >= IN_PARTS_FROM) {
    const file = await sendInParts(upload, () => lookBefore(placing), calls, context);
    if (file !== undefined) return file;
    context.say('This server takes no uploads in parts; the file goes in one request.');
  }
  return calls.uploadFile(upload, context.signal);
}

/** What a timer can wait at most, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * Sends until the file has arrived, no longer than the step has time.
 * @throws ActionError when that is over, AbortedError when the run is cancelled
 */
async function sendInTime(placing: Placing): Promise<WireFile> {
  const { context, upload } = placing;
  const left = Math.max(0, context.deadline - context.clock.now());
  const late = AbortSignal.timeout(Math.ceil(Math.min(left, LONGEST_TIMER)));
  const signal = AbortSignal.any([context.signal, late]);
  const timed = { ...placing, context: { ...context, signal } };
  try {
    return await context.attempt('upload', () => sendOnce(timed), { signal, lookUp: () => lookBefore(placing) });
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
      `The provider cannot use the file ${file.id} (${current.status}): ${details}. Fix the data and run again.`,
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
  const placing = { upload, calls, dialect, context };
  // The hashes in the name are for machines; twelve of their digits tell files apart.
  const shown = filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
  const existing = await lookBefore(placing);
  if (existing !== undefined) {
    context.say(`${shown} is with the provider already as ${existing.id}.`);
    const { id } = await awaitUsable(existing, calls, dialect, context);
    return { id, uploaded: false, marked };
  }
  const file = await sendInTime(placing);
  if (file.bytes != null && file.bytes !== upload.bytes) {
    throw new ActionError(
      `The provider holds ${file.bytes} bytes of ${filename}, but ${upload.bytes} were sent. Nothing was created. Delete the file ${file.id} with the provider before the next run, or look at what stands between.`,
    );
  }
  context.say(`Uploaded ${shown} as ${file.id}.`);
  if (file.filename && file.filename !== filename)
    context.say(`This server keeps the file under another name (${short(file.filename, 80)}), so its name proves nothing.`);
  const { id } = await awaitUsable(file, calls, dialect, context);
  return { id, uploaded: true, marked };
}
