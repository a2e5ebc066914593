/**
 * Large files in parts (the Uploads API), several at a time: a part that is lost is sent again, not the file.
 */
import { AbortedError, ActionError, ProviderError } from '../../errors.ts';
import { InFlight } from '../../in-flight.ts';
import type { CallContext, Upload } from '../port.ts';
import type { WireCalls } from './calls.ts';
import type { PartedUpload, WireFile } from './objects.ts';

/** Smaller files go in one request. In bytes. */
export const IN_PARTS_FROM = 64 * 1024 * 1024;
/** No part is larger. In bytes. */
const LARGEST_PART = 16 * 1024 * 1024;
/** Parts on their way at once; fewer while the server limits. */
const AT_ONCE = 4;
/** Parts that are held in memory: those, and the next one. */
const HELD = AT_ONCE + 1;
/** Milliseconds between looks at an upload that is being joined. */
const LONGEST_WAIT = 10_000;
/** So often the end of an upload is asked for. */
const ENDINGS = 4;

interface Part {
  readonly bytes: Uint8Array;
  /** The memory that the part is in, to be filled again. */
  readonly memory: Uint8Array;
}

/** The size of parts that are alike, so many that none of those on their way together is the only one. */
export function partSize(bytes: number): number {
  const rounds = Math.ceil(bytes / (AT_ONCE * LARGEST_PART));
  return Math.ceil(bytes / (rounds * AT_ONCE));
}

/** Cuts bytes into parts of this size, in memory that `spare` gives back. */
export async function* cut(bytes: AsyncIterable<Uint8Array>, size: number, spare: Uint8Array[]): AsyncGenerator<Part> {
  let memory = spare.pop() ?? new Uint8Array(size);
  let filled = 0;
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; ) {
      const taken = Math.min(chunk.length - from, size - filled);
      memory.set(chunk.subarray(from, from + taken), filled);
      from += taken;
      filled += taken;
      if (filled < size) continue;
      yield { bytes: memory, memory };
      memory = spare.pop() ?? new Uint8Array(size);
      filled = 0;
    }
  }
  if (filled > 0) yield { bytes: memory.subarray(0, filled), memory };
}

/** Whether a server has too much to do just now. */
function isOverload(error: unknown): boolean {
  return error instanceof ProviderError && (error.facts.kind === 'limited' || error.facts.status === 503);
}

/** Sends all parts. @returns their IDs in order */
async function sendParts(uploadId: string, upload: Upload, calls: WireCalls, context: CallContext): Promise<string[]> {
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const ids: string[] = [];
  const spare: Uint8Array[] = [];
  const inFlight = new InFlight(AT_ONCE);
  const held = new Set<Promise<void>>();
  let index = 0;
  const send = async (at: number, { bytes, memory }: Part) => {
    // A part that waits for its next attempt leaves its place to another.
    const attempt = () => inFlight.run(() => calls.addPart(uploadId, bytes, signal), isOverload);
    const part = await context.attempt('part', attempt, { signal });
    ids[at] = part.id;
    spare.push(memory);
  };
  try {
    for await (const part of cut(upload.open(), partSize(upload.bytes), spare)) {
      const sending: Promise<void> = send(index, part).finally(() => held.delete(sending));
      // It is awaited below; a failure before that is no unhandled one.
      sending.catch(() => undefined);
      held.add(sending);
      index += 1;
      if (held.size >= HELD) await Promise.race(held);
    }
    await Promise.all(held);
    return ids;
  } catch (error) {
    stop.abort();
    throw error;
  }
}

/**
 * The file of a completed upload; some servers answer before they have joined its parts.
 * @throws ActionError when there will be none
 */
async function joined(completed: PartedUpload, calls: WireCalls, context: CallContext): Promise<WireFile> {
  let upload = completed;
  for (let wait = 1000; upload.file == null && upload.status === 'pending'; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    if (context.clock.now() > context.deadline)
      throw new ActionError(`The upload ${upload.id} is still being joined by the platform. Run again.`);
    await context.clock.sleep(wait, context.signal);
    if (context.signal.aborted) throw new AbortedError('Stopped waiting for the upload because the run is being cancelled.');
    upload = await context.attempt('settle', () => calls.retrieveUpload(completed.id, context.signal));
  }
  if (upload.file != null) return upload.file;
  if (upload.status == null || upload.status === 'completed')
    throw new ActionError(`The upload ${upload.id} was completed, but the platform names no file. Run again.`);
  const why = upload.error?.code ?? upload.error?.message;
  throw new ActionError(`The upload ${upload.id} is ${upload.status}${why ? ` (${why})` : ''}; nothing was created. Run again.`);
}

/**
 * Asks for the end of the upload. After a lost answer the file is looked for first, since an upload ends only
 * once.
 */
async function complete(
  uploadId: string,
  ids: readonly string[],
  find: () => Promise<WireFile | undefined>,
  calls: WireCalls,
  context: CallContext,
): Promise<WireFile> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const completed = await context.attempt('upload', () => calls.completeUpload(uploadId, ids, context.signal));
      return await joined(completed, calls, context);
    } catch (error) {
      const lost = error instanceof ProviderError && error.facts.fate === 'unknown';
      if (!lost && attempt === 1) throw error;
      await context.clock.sleep(1000 * 2 ** attempt, context.signal);
      const file = await find();
      if (file !== undefined) return file;
      // A second completion is a conflict where the first one is still being carried out.
      if (error instanceof ProviderError && error.facts.status === 409)
        return joined(await calls.retrieveUpload(uploadId, context.signal), calls, context);
      if (!lost || attempt === ENDINGS || context.signal.aborted) throw error;
      context.say(`${error.message} The file is not there yet; asking for it once more.`);
    }
  }
}

/**
 * Sends a file in parts.
 * @param find looks the file up among those that the provider has
 * @returns the file; undefined when the server has no API for parts
 * @throws ProviderError when it stays without success; the upload is given up then
 */
export async function sendInParts(
  upload: Upload,
  find: () => Promise<WireFile | undefined>,
  calls: WireCalls,
  context: CallContext,
): Promise<WireFile | undefined> {
  const { filename, bytes } = upload;
  const begun = await context
    .attempt('part', () => calls.beginUpload({ filename, bytes }, context.signal))
    .catch((error: unknown) => {
      if (error instanceof ProviderError && error.facts.kind === 'unsupported') return undefined;
      throw error;
    });
  if (begun === undefined) return undefined;
  try {
    const ids = await sendParts(begun.id, upload, calls, context);
    return await complete(begun.id, ids, find, calls, context);
  } catch (error) {
    // It would end by itself within the hour.
    await calls.cancelUpload(begun.id, AbortSignal.timeout(2000)).catch(() => undefined);
    throw error;
  }
}
