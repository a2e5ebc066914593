/** The endpoints of the wire: paths, bodies and answers. */
import * as z from 'zod/mini';
import type { Checkpoint, JobEvent, Model } from '../../api/objects.ts';
import { segment } from '../address-segment.ts';
import { type FormFile, type MultipartBody, multipart } from '../multipart.ts';
import type { CallContext, Upload } from '../port.ts';
import { secondsFor } from '../time-limits.ts';
import { AnyEvent, PartedUpload, UploadPart, WireCheckpoint, WireEvent, WireFile, WireJob, WireModel } from './objects.ts';
import { type Page, pageOf } from './paging.ts';
import type { Request, Transport } from './transport.ts';

/** A server joins the parts before it answers. */
const COMPLETE_SECONDS = 300;

export interface ListQuery {
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * The calls of the wire. Each makes one request, without retries, and throws a ProviderError when it fails.
 */
export interface WireCalls {
  uploadFile(upload: FormFile, signal?: AbortSignal): Promise<WireFile>;
  /**
   * Sends a large file in another way than by one request, where the server has one; undefined for a file
   * that is not large.
   */
  sendLarge?(upload: Upload, context: CallContext): Promise<WireFile | undefined>;
  /** Has a file read that was sent, and that a run which ended too early left as it was. */
  processFile?(id: string, signal: AbortSignal): Promise<void>;
  /** Begins an upload of so many bytes in parts. */
  beginUpload(file: { readonly filename: string; readonly bytes: number }, signal?: AbortSignal): Promise<PartedUpload>;
  /**
   * Adds a part of at most 64 MB. Only the parts that `completeUpload` names count, so a part may be sent
   * again.
   */
  addPart(uploadId: string, bytes: Uint8Array, signal?: AbortSignal): Promise<UploadPart>;
  completeUpload(uploadId: string, partIds: readonly string[], signal?: AbortSignal): Promise<PartedUpload>;
  retrieveUpload(uploadId: string, signal?: AbortSignal): Promise<PartedUpload>;
  cancelUpload(uploadId: string, signal?: AbortSignal): Promise<PartedUpload>;
  retrieveFile(id: string, signal?: AbortSignal): Promise<WireFile>;
  deleteFile(id: string, signal?: AbortSignal): Promise<void>;
  listFiles(query: ListQuery, signal?: AbortSignal): Promise<Page<WireFile>>;
  /** The raw bytes; at most 16 MiB. */
  fileContent(id: string, signal?: AbortSignal): Promise<Uint8Array>;
  /** The SHA-256 of a file's bytes, read piece by piece; undefined where there are more of them. */
  fileHash(id: string, bytes: number, signal?: AbortSignal): Promise<string | undefined>;
  createJob(body: Readonly<Record<string, unknown>>, signal?: AbortSignal): Promise<WireJob>;
  retrieveJob(id: string, signal?: AbortSignal): Promise<WireJob>;
  listJobs(
    query: ListQuery & { readonly metadata?: Readonly<Record<string, string>> },
    signal?: AbortSignal,
  ): Promise<Page<WireJob>>;
  listEvents(id: string, query: ListQuery, signal?: AbortSignal): Promise<Page<JobEvent>>;
  listCheckpoints(id: string, query: ListQuery, signal?: AbortSignal): Promise<Page<Checkpoint>>;
  cancelJob(id: string, signal?: AbortSignal, body?: Readonly<Record<string, unknown>>): Promise<WireJob>;
  pauseJob(id: string, signal?: AbortSignal): Promise<WireJob>;
  resumeJob(id: string, signal?: AbortSignal): Promise<WireJob>;
  retrieveModel(id: string, signal?: AbortSignal): Promise<Model>;
}

/** Where a file goes in one request, and what stands beside it in the form. */
interface UploadForm {
  readonly path: string;
  readonly fields: (file: FormFile) => Readonly<Record<string, string>>;
}
const USUAL_UPLOAD: UploadForm = { path: '/files', fields: () => ({ purpose: 'fine-tune' }) };

/** The calls, over one server's transport. */
export function wireCalls({ digest, send, ask }: Transport, form: UploadForm = USUAL_UPLOAD): WireCalls {
  const list = <Item extends z.core.$ZodType>(
    item: Item,
    path: string,
    query: ListQuery,
    signal?: AbortSignal,
    extra: Record<string, unknown> = {},
  ) => ask(pageOf(item, query.limit), { method: 'get', path, query: { ...defined(query), ...extra }, signal });
  const job = (id: string, verb = '') => `/fine_tuning/jobs/${segment(id)}${verb}`;

  /** The request that sends a form, as a stream. */
  const sending = (path: string, form: MultipartBody, signal?: AbortSignal): Request => ({
    method: 'post',
    path,
    body: form.stream(),
    headers: { 'content-type': form.contentType, 'content-length': String(form.contentLength) },
    signal,
    seconds: secondsFor(form.contentLength),
    streamed: true,
  });
  const upload = (id: string, verb = '') => `/uploads/${segment(id)}${verb && `/${verb}`}`;

  return {
    uploadFile: (file, signal) => ask(WireFile, sending(form.path, multipart(form.fields(file), 'file', file), signal)),
    beginUpload: ({ filename, bytes }, signal) =>
      ask(PartedUpload, {
        method: 'post',
        path: '/uploads',
        body: { filename, purpose: 'fine-tune', bytes, mime_type: 'text/jsonl' },
        signal,
      }),
    addPart: (id, bytes, signal) =>
      ask(
        UploadPart,
        sending(
          upload(id, 'parts'),
          multipart({}, 'data', { filename: 'part', bytes: bytes.length, open: () => [bytes] }),
          signal,
        ),
      ),
    completeUpload: (id, part_ids, signal) =>
      ask(PartedUpload, { method: 'post', path: upload(id, 'complete'), body: { part_ids }, signal, seconds: COMPLETE_SECONDS }),
    retrieveUpload: (id, signal) => ask(PartedUpload, { method: 'get', path: upload(id), signal }),
    cancelUpload: (id, signal) => ask(PartedUpload, { method: 'post', path: upload(id, 'cancel'), signal }),
    async deleteFile(id, signal) {
      await send({ method: 'delete', path: `/files/${segment(id)}`, signal });
    },
    retrieveFile: (id, signal) => ask(WireFile, { method: 'get', path: `/files/${segment(id)}`, signal }),
    listFiles: (query, signal) => list(WireFile, '/files', query, signal, { purpose: 'fine-tune' }),
    async fileContent(id, signal) {
      const { bytes } = await send({
        method: 'get',
        path: `/files/${segment(id)}/content`,
        signal,
        headers: { accept: '*/*' },
        seconds: 300,
      });
      return bytes;
    },
    fileHash: (id, bytes, signal) => {
      const headers = { accept: '*/*' };
      return digest({ method: 'get', path: `/files/${segment(id)}/content`, signal, headers, seconds: secondsFor(bytes) }, bytes);
    },
    createJob: (body, signal) => ask(WireJob, { method: 'post', path: '/fine_tuning/jobs', body, signal }),
    retrieveJob: (id, signal) => ask(WireJob, { method: 'get', path: job(id), signal }),
    listJobs: ({ metadata, ...query }, signal) =>
      list(WireJob, '/fine_tuning/jobs', query, signal, metadata === undefined ? {} : { metadata }),
    listEvents: async (id, query, signal) => {
      const page = await list(z.pipe(AnyEvent, WireEvent), job(id, '/events'), query, signal);
      return { ...page, data: withTimes(page.data) };
    },
    listCheckpoints: (id, query, signal) => list(WireCheckpoint, job(id, '/checkpoints'), query, signal),
    cancelJob: (id, signal, body) => ask(WireJob, { method: 'post', path: job(id, '/cancel'), body, signal }),
    pauseJob: (id, signal) => ask(WireJob, { method: 'post', path: job(id, '/pause'), signal }),
    resumeJob: (id, signal) => ask(WireJob, { method: 'post', path: job(id, '/resume'), signal }),
    retrieveModel: (id, signal) => ask(WireModel, { method: 'get', path: `/models/${segment(id)}`, signal }),
  };
}

/** The events with their times; where one has none, it has that of its neighbour in the list. */
function withTimes<Event extends { readonly created_at?: number | null | undefined }>(events: readonly Event[]) {
  let last = events.find(({ created_at }) => created_at !== undefined)?.created_at ?? 0;
  return events.map((event) => {
    last = event.created_at ?? last;
    return { ...event, created_at: last };
  });
}

function defined(query: ListQuery): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
