/**
 * Files that are too large for one form: to a signed address of the platform's storage, and above 5 GB in
 * parts, each to an address of its own. No such address gets a credential.
 */
import * as z from 'zod/mini';
import { AbortedError, ActionError, ProviderError } from '../../errors.ts';
import { segment } from '../address-segment.ts';
import { failure } from '../failures.ts';
import { jsonCall } from '../json-call.ts';
import { cut } from '../openai-wire/multipart-upload.ts';
import type { WireFile } from '../openai-wire/objects.ts';
import type { Transport } from '../openai-wire/transport.ts';
import type { CallContext, Upload } from '../port.ts';
import type { Address } from '../profile.ts';
import { LIMIT_SECONDS, secondsFor } from '../time-limits.ts';
import { formFields, TogetherFile } from './objects.ts';

/** From how many bytes a file goes which way, and how large its parts are. */
export interface Sizes {
  readonly signedFrom: number;
  readonly partsFrom: number;
  readonly part: number;
}
const MEGABYTE = 1024 * 1024;
/** Source: together-python, src/together/constants.py. */
export const SIZES: Sizes = { signedFrom: 64 * MEGABYTE, partsFrom: 5 * 1024 * MEGABYTE, part: 100 * MEGABYTE };
const MOST_PARTS = 250;

/** The parts are joined before that is answered. */
const JOIN_SECONDS = 300;

const Begun = z.looseObject({
  upload_id: z.string(),
  file_id: z.string(),
  parts: z.array(
    z.looseObject({
      PartNumber: z.number(),
      URL: z.string(),
      Headers: z.catch(z.nullish(z.record(z.string(), z.string())), undefined),
    }),
  ),
});
type Begun = z.infer<typeof Begun>;

/** The file of a completed upload, alone or under a key. */
const Completed = z.pipe(
  z.pipe(
    z.looseObject({ file: z.optional(z.unknown()) }),
    z.transform((sent) => sent.file ?? sent),
  ),
  TogetherFile,
);

/** What goes to an address: a whole file, or a part. */
interface Body {
  readonly bytes: number;
  readonly stream: () => ReadableStream<Uint8Array>;
}

/**
 * An address that bytes may go to: encrypted, unless the platform itself is spoken to in the clear.
 * @throws ActionError that does not show it, for whoever knows it may write there
 */
function checkedAddress(text: string, { baseUrl }: Pick<Address, 'baseUrl'>): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === 'https:' || url.protocol === new URL(baseUrl).protocol)) return url.href;
  throw new ActionError('Together names an address for the upload that is none with https; nothing was sent.');
}

/** One request that sends bytes, and no credential. @returns the headers of the answer */
async function put(url: string, { bytes, stream }: Body, more: Readonly<Record<string, string>>, signal: AbortSignal) {
  const { headers } = await jsonCall({
    call: 'PUT to the signed address',
    method: 'PUT',
    url,
    headers: { ...more, 'content-length': String(bytes) },
    body: stream(),
    seconds: secondsFor(bytes),
    signal,
  });
  return headers;
}

/** A part is named by its tag when the parts are joined. */
async function putPart(url: string, body: Body, more: Readonly<Record<string, string>>, signal: AbortSignal): Promise<string> {
  const tag = (await put(url, body, more, signal)).get('etag');
  if (tag) return tag;
  throw failure({
    call: 'PUT to the signed address',
    fate: 'unknown',
    detail: 'the answer has no ETag, by which the part is named',
  });
}

/** What a server may have no route for is left out. */
function unlessUnsupported(error: unknown): undefined {
  if (error instanceof ProviderError && [404, 405, 501].includes(error.facts.status ?? 0)) return undefined;
  throw error;
}

export function largeUploads(address: Address, { ask, send }: Transport, sizes: Sizes = SIZES) {
  const { credential, baseUrl, extraHeaders, extraQuery } = address;
  const authorization = credential?.kind === 'key' ? { authorization: `Bearer ${credential.key}` } : undefined;

  /** Asks where a file goes. One request, whose redirect is the answer and is not followed. */
  const begin = async (filename: string, signal: AbortSignal): Promise<{ readonly id: string; readonly location: string }> => {
    const fields = new URLSearchParams(formFields(filename)).toString();
    const query = new URLSearchParams({ ...extraQuery, ...formFields(filename) }).toString();
    const { headers, status } = await jsonCall({
      call: 'POST /files',
      method: 'POST',
      url: `${baseUrl}/files?${query}`,
      headers: { ...extraHeaders, ...authorization, 'content-type': 'application/x-www-form-urlencoded' },
      body: fields,
      signal,
      redirectAnswers: true,
    });
    const [location, id] = [headers.get('location'), headers.get('x-together-file-id')];
    if (location && id) return { id, location: checkedAddress(location, address) };
    throw failure({ call: 'POST /files', fate: 'refused', status, detail: 'the answer names no address for the upload' });
  };

  const processFile = async (id: string, signal: AbortSignal): Promise<void> => {
    await send({ method: 'post', path: `/files/${segment(id)}/preprocess`, signal }).catch(unlessUnsupported);
  };
  const look = (id: string, signal: AbortSignal): Promise<WireFile> =>
    ask(TogetherFile, { method: 'get', path: `/files/${segment(id)}`, signal });

  const sendSigned = async (upload: Upload, { attempt, signal }: CallContext): Promise<WireFile> => {
    const { filename, bytes } = upload;
    const { id, location } = await attempt('part', () => begin(filename, signal), { signal });
    const whole = { bytes, stream: () => ReadableStream.from(upload.open()) };
    await attempt('part', () => put(location, whole, { 'content-type': 'application/octet-stream' }, signal), { signal });
    await attempt('part', () => processFile(id, signal), { signal });
    return attempt('settle', () => look(id, signal), { signal });
  };

  /** Sends each part in its turn: one is held in memory. */
  const sendParts = async ({ parts }: Begun, upload: Upload, size: number, { attempt, signal }: CallContext) => {
    const sent: { readonly part_number: number; readonly etag: string }[] = [];
    const spare: Uint8Array[] = [];
    const inOrder = parts.toSorted((left, right) => left.PartNumber - right.PartNumber);
    for await (const { bytes, memory } of cut(upload.open(), size, spare)) {
      const part = inOrder[sent.length];
      if (part === undefined)
        throw new ActionError('Together names fewer parts than were asked for; nothing was created. Run again.');
      const url = checkedAddress(part.URL, address);
      const body = { bytes: bytes.length, stream: () => ReadableStream.from([bytes]) };
      const etag = await attempt('part', () => putPart(url, body, part.Headers ?? {}, signal), { signal });
      sent.push({ part_number: part.PartNumber, etag });
      spare.push(memory);
    }
    return sent;
  };

  const sendInParts = async (upload: Upload, context: CallContext): Promise<WireFile> => {
    const { attempt, signal } = context;
    const { filename, bytes } = upload;
    const size = Math.max(sizes.part, Math.ceil(bytes / MOST_PARTS));
    const { file_name, ...others } = formFields(filename);
    const asked = { file_name, file_size: bytes, num_parts: Math.ceil(bytes / size), ...others };
    const post = <Schema extends z.core.$ZodType>(schema: Schema, verb: string, body: object, seconds = LIMIT_SECONDS) =>
      ask(schema, { method: 'post', path: `/files/multipart/${verb}`, body, signal, seconds });
    const begun = await attempt('part', () => post(Begun, 'initiate', asked), { signal });
    const { upload_id, file_id } = begun;
    try {
      const parts = await sendParts(begun, upload, size, context);
      const complete = () => post(Completed, 'complete', { upload_id, file_id, parts }, JOIN_SECONDS);
      // An upload ends only once: after a lost answer its file is looked at.
      const arrived = () => look(file_id, signal).then((file) => (file.bytes === bytes ? file : undefined), unlessNotThere);
      return await attempt('upload', complete, { signal, lookUp: arrived });
    } catch (error) {
      const brief = AbortSignal.timeout(2000);
      await send({ method: 'post', path: '/files/multipart/abort', body: { upload_id, file_id }, signal: brief }).catch(
        unlessFailed,
      );
      throw error;
    }
  };

  return {
    processFile,
    /** Sends a large file; undefined for one that a form holds. */
    sendLarge: async (upload: Upload, context: CallContext): Promise<WireFile | undefined> => {
      if (upload.bytes < sizes.signedFrom) return undefined;
      return upload.bytes > sizes.partsFrom ? sendInParts(upload, context) : sendSigned(upload, context);
    },
  };
}

/** What cannot be seen may not be there yet. */
function unlessNotThere(error: unknown): undefined {
  if (error instanceof ProviderError) return undefined;
  throw error;
}

/** An upload that is given up ends by itself too. */
function unlessFailed(error: unknown): undefined {
  if (error instanceof ProviderError || error instanceof AbortedError) return undefined;
  throw error;
}
