/** Files on the provider's side: found again by name and size, sent as a stream otherwise, and waited for until they are usable. */
import type { RemoteFile } from '../api/objects.ts';
import { AbortedError, ActionError, ProviderError } from '../errors.ts';
import type { Upload } from '../ports.ts';
import { isRepeatable, pause, RETRY } from './backoff.ts';
import { pagesOf } from './paging.ts';
import { IN_PARTS_FROM, sendInParts } from './parts.ts';
import { persist, type Work } from './work.ts';

/** Which states of a file mean "not yet" and "never", by provider. No state means usable. */
export interface FileStates {
  readonly fileWaits: readonly string[];
  readonly fileErrors: readonly string[];
}

export interface PlacedFile {
  readonly file: RemoteFile;
  /** Whether this run sent it. */
  readonly uploaded: boolean;
}

const PAGES = 20;
const HOUR = 3_600_000;
/** A file that expires sooner than this might be gone before the job has read it. */
const LIFETIME = 48 * HOUR;
/** Some servers call a file `uploaded` for good. */
const UPLOADED_FOR_GOOD = 5 * 60_000;
const FILE_PATIENCE = HOUR;

/** `data/train.jsonl` and its hash make `train.<sha256>.jsonl`: the name by which the same bytes are found again. */
export function uploadName(path: string, sha256: string): string {
  const stem = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '').replace(/[^A-Za-z0-9_-]+/g, '-');
  return `${stem.slice(0, 60) || 'data'}.${sha256}.jsonl`;
}

/** The uploaded file of this name and size, if there is one that can still be used. */
async function findUploaded(upload: Upload, states: FileStates, work: Work): Promise<RemoteFile | undefined> {
  const read = (after: string | undefined) => persist(work, RETRY.read, () => work.provider.listFiles({ after }, work.signal));
  for await (const page of pagesOf(read, PAGES)) {
    const soon = (work.clock.now() + LIFETIME) / 1000;
    const found = page.find(
      (file) =>
        file.filename === upload.filename &&
        file.bytes === upload.bytes &&
        !states.fileErrors.includes(file.status ?? '') &&
        (file.expires_at ?? Number.POSITIVE_INFINITY) > soon,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Looks before sending; a failing list only costs an upload, which costs nothing. */
async function lookBefore(upload: Upload, states: FileStates, work: Work): Promise<RemoteFile | undefined> {
  try {
    return await findUploaded(upload, states, work);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    work.warn(`The uploaded files could not be listed, so ${upload.filename} is sent. ${error.message}`);
    return undefined;
  }
}

/** In parts where the file is large and the server knows how, else in one request. */
async function sendOnce(upload: Upload, states: FileStates, work: Work): Promise<RemoteFile> {
  if (upload.bytes >= IN_PARTS_FROM) {
    const file = await sendInParts(upload, () => lookBefore(upload, states, work), work);
    if (file !== undefined) return file;
    work.say('This server takes no uploads in parts; the file goes in one request.');
  }
  return work.provider.uploadFile(upload, work.signal);
}

/** Sends until the server has it. A reply that was lost is looked up before anything is sent again. */
async function send(upload: Upload, states: FileStates, work: Work): Promise<RemoteFile> {
  const started = work.clock.now();
  for (let number = 1; ; number += 1) {
    try {
      return await sendOnce(upload, states, work);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const lost = error.facts.fate === 'unknown';
      if (!lost && !isRepeatable(error, RETRY.upload)) throw error;
      const wait = pause(RETRY.upload, number, error.facts.retryAfter, Math.random());
      if (work.clock.now() + wait > Math.min(work.deadline, started + RETRY.upload.patience)) throw error;
      work.say(`${error.message} ${lost ? 'Looking whether it arrived' : 'Trying again'} in ${Math.ceil(wait / 1000)} s.`);
      await work.clock.sleep(wait, work.signal);
      if (work.signal.aborted)
        throw new AbortedError('The upload was cut short because the run is being cancelled.', { cause: error });
      const arrived = lost ? await lookBefore(upload, states, work) : undefined;
      if (arrived !== undefined) return arrived;
    }
  }
}

/** Waits until the provider can use the file. @throws ActionError with the provider's words when it never will */
export async function awaitUsable(file: RemoteFile, states: FileStates, work: Work): Promise<RemoteFile> {
  const started = work.clock.now();
  let current = file;
  for (let wait = 500; states.fileWaits.includes(current.status ?? ''); wait = Math.min(wait * 1.5, 10_000)) {
    const waited = work.clock.now() - started;
    if (current.status === 'uploaded' && waited > UPLOADED_FOR_GOOD) {
      work.warn(`The file ${file.id} is still "uploaded" after 5 minutes; going on, since some servers never say more.`);
      return current;
    }
    if (waited > FILE_PATIENCE || work.clock.now() > work.deadline) {
      throw new ActionError(
        `The file ${file.id} is still "${current.status}" and cannot be used. Run again: the upload is found and not repeated.`,
      );
    }
    await work.clock.sleep(wait, work.signal);
    if (work.signal.aborted) throw new AbortedError('Stopped waiting for the file because the run is being cancelled.');
    current = await persist(work, RETRY.watch, () => work.provider.retrieveFile(file.id, work.signal));
  }
  if (states.fileErrors.includes(current.status ?? '')) {
    const details =
      typeof current.status_details === 'string'
        ? current.status_details
        : JSON.stringify(current.status_details ?? 'no reason given');
    throw new ActionError(
      `The provider cannot use the file ${file.id} (${current.status}): ${details}. Mend the data and run again.`,
    );
  }
  return current;
}

/** Sees to it that these bytes are with the provider, once. */
export async function placeFile(upload: Upload, states: FileStates, work: Work): Promise<PlacedFile> {
  // The hashes in the name are for machines; twelve of their digits tell files apart.
  const shown = upload.filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
  const existing = await lookBefore(upload, states, work);
  if (existing !== undefined) {
    work.say(`${shown} is with the provider already as ${existing.id}.`);
    return { file: await awaitUsable(existing, states, work), uploaded: false };
  }
  const file = await send(upload, states, work);
  if (file.bytes != null && file.bytes !== upload.bytes) {
    throw new ActionError(
      `The provider holds ${file.bytes} bytes of ${upload.filename}, but ${upload.bytes} were sent. Nothing was created; run again.`,
    );
  }
  work.say(`Uploaded ${shown} as ${file.id}.`);
  return { file: await awaitUsable(file, states, work), uploaded: true };
}
