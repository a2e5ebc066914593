/**
 * Data on this platform: a dataset under an ID that is made of the content's hash, so that the same bytes are
 * there once and are found without a list.
 */
import * as z from 'zod/mini';
import { AbortedError, ActionError, ProviderError, unlessMissing } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import type { CallContext, PlacedFile, Upload } from '../port.ts';
import type { Calls } from './calls.ts';
import { datasetIdOf } from './names.ts';
import { failureIn } from './objects.ts';

/** Above this a file goes to a signed address. In bytes. */
export const SIGNED_FROM = 150_000_000;
/** How long the platform may take to look through a file, in milliseconds. */
const PATIENCE = 3_600_000;

const Dataset = z.looseObject({
  name: z.string(),
  state: z.catch(z.nullish(z.string()), undefined),
  status: z.optional(z.unknown()),
  exampleCount: z.catch(z.nullish(z.union([z.string(), z.number()])), undefined),
});
type Dataset = z.infer<typeof Dataset>;

const SignedUrls = z.looseObject({ filenameToSignedUrls: z.record(z.string(), z.string()) });

/** Where a dataset is. */
const pathOf = ({ account }: Calls, id: string, verb = '') => `/accounts/${segment(account)}/datasets/${segment(id)}${verb}`;

const isReady = ({ state }: Dataset) => state === 'READY';
const exists = (error: unknown) => error instanceof ProviderError && error.facts.status === 409;

/** Why the platform cannot use what was sent; undefined where it says nothing of the kind. */
function faultOf({ state, status }: Dataset): string | undefined {
  const failure = state === 'READY' ? undefined : failureIn(status);
  return failure === undefined ? undefined : `${String(failure.code)}${failure.message ? `: ${String(failure.message)}` : ''}`;
}

/** What placing a file works with. */
interface Placing {
  readonly id: string;
  readonly upload: Upload;
  readonly calls: Calls;
  readonly context: CallContext;
}

export const readDataset = (id: string, calls: Calls, signal: AbortSignal) =>
  calls.ask(Dataset, { method: 'GET', path: pathOf(calls, id), signal });

/** The dataset as it is now; undefined where there is none. */
const seen = ({ id, calls, context }: Placing) =>
  context.attempt('read', () => readDataset(id, calls, context.signal).catch(unlessMissing));

/** Makes the empty dataset; one that is there already is the same one. */
async function begin({ id, upload: { rows }, calls, context }: Placing): Promise<void> {
  const path = `/accounts/${segment(calls.account)}/datasets`;
  const body = { datasetId: id, dataset: { userUploaded: {}, ...(rows === undefined ? {} : { exampleCount: String(rows) }) } };
  const make = () => calls.send({ method: 'POST', path, body, signal: context.signal });
  // A name that is taken says that an earlier request, or another run, has made it.
  await context.attempt('part', () => make().catch((error) => (exists(error) ? undefined : Promise.reject(error))));
}

/** Sends the bytes: what arrived twice under one name counts once. */
async function sendBytes({ id, upload, calls, context }: Placing): Promise<true> {
  const { signal } = context;
  if (upload.bytes < SIGNED_FROM) {
    await calls.upload(pathOf(calls, id, ':upload'), upload, signal);
    return true;
  }
  const filenameToSize = { [upload.filename]: String(upload.bytes) };
  const path = pathOf(calls, id, ':getUploadEndpoint');
  const { filenameToSignedUrls } = await calls.ask(SignedUrls, { method: 'POST', path, body: { filenameToSize }, signal });
  const url = filenameToSignedUrls[upload.filename] ?? Object.values(filenameToSignedUrls)[0];
  if (url === undefined || !URL.canParse(url))
    throw new ActionError(`Fireworks gave no address for the upload of ${upload.filename}. Run again.`);
  await calls.putSigned(url, upload, signal);
  await calls.send({ method: 'POST', path: pathOf(calls, id, ':validateUpload'), body: {}, signal });
  return true;
}

/** Whether the bytes are there all the same, after an answer that was lost. */
async function landed(placing: Placing): Promise<true | undefined> {
  const now = await seen(placing);
  return now !== undefined && isReady(now) ? true : undefined;
}

/**
 * A dataset cannot be read back: its number of rows is all that shows whether it is what its ID says.
 * @throws ActionError for another number
 */
function holdToRows({ exampleCount }: Dataset, { id, upload: { rows } }: Placing): void {
  const there = Number(exampleCount ?? 0);
  if (rows === undefined || !(there > 0) || there === rows) return;
  throw new ActionError(
    `The dataset ${id} has ${there} rows, and the data has ${rows}: someone gave its ID to other data. Nothing was created. Look at it on Fireworks, and delete it there before the next run.`,
  );
}

/** Waits until the platform can use it. @throws ActionError with its words when it never will */
async function awaitReady(placing: Placing): Promise<void> {
  const { id, calls, context } = placing;
  const until = Math.min(context.deadline, context.clock.now() + PATIENCE);
  const look = () => context.attempt('settle', () => readDataset(id, calls, context.signal));
  let current = await look();
  for (let wait = 500; !isReady(current); wait = Math.min(wait * 1.5, 10_000)) {
    const fault = faultOf(current);
    if (fault !== undefined)
      throw new ActionError(
        `Fireworks cannot use the dataset ${id} (${fault}). Fix the data and run again; the dataset can be deleted there.`,
      );
    if (context.clock.now() > until)
      throw new ActionError(
        `The dataset ${id} is still "${current.state}" and cannot be used. Run again: the dataset is found and not made twice.`,
      );
    await context.clock.sleep(wait, context.signal);
    if (context.signal.aborted) throw new AbortedError('Stopped waiting for the dataset because the run is being cancelled.');
    current = await look();
  }
}

/**
 * Sees to it that these bytes are with the platform, once. A dataset that an earlier run began and did not
 * fill is filled now.
 */
export async function placeDataset(upload: Upload, calls: Calls, context: CallContext): Promise<PlacedFile> {
  const id = datasetIdOf(upload.sha256);
  const placing = { id, upload, calls, context };
  const shown = upload.filename.replace(/([0-9a-f]{12})[0-9a-f]{52}/g, '$1…');
  const there = await seen(placing);
  if (there !== undefined && isReady(there)) {
    holdToRows(there, placing);
    context.say(`${shown} is at the platform already as ${id}.`);
    return { id, uploaded: false, marked: false };
  }
  if (there === undefined) await begin(placing);
  await context.attempt('part', () => sendBytes(placing), { beforeAgain: () => landed(placing) });
  context.say(`Uploaded ${shown} as ${id}.`);
  await awaitReady(placing);
  return { id, uploaded: true, marked: false };
}
