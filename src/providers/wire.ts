/** The wire itself: the `openai` SDK as a Provider. One request a call, no retries of its own; every failure becomes a ProviderError. */
import OpenAI from 'openai';
import * as z from 'zod/mini';
import { Checkpoint, Job, JobEvent, Model, PartedUpload, RemoteFile, UploadPart } from '../api/objects.ts';
import type { ListQuery, Provider } from '../ports.ts';
import type { Connection } from './connection.ts';
import { failure, failureOf } from './failures.ts';
import { type MultipartBody, multipart } from './multipart.ts';

export interface WireOptions {
  /** A fresh token of the platform for this audience (GitHub's OIDC). */
  readonly identityToken: (audience: string) => Promise<string>;
  readonly mask: (secret: string) => void;
}

/** Seconds until a request without a complete answer is cut. Uploads get a second more for each 100 kB. */
const LIMIT_SECONDS = 60;
const SLOWEST_BYTES_PER_SECOND = 100_000;
/** A server joins the parts before it answers. */
const COMPLETE_SECONDS = 300;
const LARGEST_FILE = 64 * 1024 * 1024;

/** A client that takes nothing from the environment by itself: what goes where is decided in `connection.ts`. */
function clientFor(connection: Connection, options: WireOptions): OpenAI {
  const { credential, profile } = connection;
  const shared = {
    baseURL: connection.baseUrl,
    organization: connection.organization ?? null,
    project: connection.project ?? null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
  } as const;
  if (credential?.kind === 'identity') {
    const { identityProviderId, serviceAccountId, audience } = credential;
    const getToken = async () => {
      const token = await options.identityToken(audience);
      options.mask(token);
      return token;
    };
    return new OpenAI({
      ...shared,
      workloadIdentity: { identityProviderId, serviceAccountId, provider: { tokenType: 'jwt', getToken } },
    });
  }
  if (credential?.kind !== 'key') return new OpenAI({ ...shared, apiKey: 'none', defaultHeaders: { Authorization: null } });
  const isToken = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(credential.key);
  if (profile.authorization === 'header-or-token' && !isToken) {
    return new OpenAI({ ...shared, apiKey: 'none', defaultHeaders: { Authorization: null, 'api-key': credential.key } });
  }
  return new OpenAI({ ...shared, apiKey: credential.key });
}

type Method = 'get' | 'post' | 'delete';

interface Request {
  readonly method: Method;
  readonly path: string;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal | undefined;
  readonly seconds?: number;
  /** Without it fetch keeps the whole body in memory, to be able to send it again after a redirect. */
  readonly streamed?: boolean;
}

/** The client of one server. */
export function wireProvider(connection: Connection, options: WireOptions): Provider {
  // The SDK adds headers from this variable to every request; they are meant for OpenAI, and may hold a credential.
  if (connection.profile.name !== 'openai') delete process.env.OPENAI_CUSTOM_HEADERS;
  const client = clientFor(connection, options);

  /** Sends one request and hands its answer's bytes on. */
  async function send(request: Request): Promise<{ readonly bytes: Uint8Array; readonly response: Response }> {
    const limitSeconds = request.seconds ?? LIMIT_SECONDS;
    const limit = AbortSignal.timeout(limitSeconds * 1000);
    const call = `${request.method.toUpperCase()} ${request.path}`;
    try {
      const response = await client[request.method](request.path, {
        ...(request.query === undefined ? {} : { query: request.query }),
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(request.headers === undefined ? {} : { headers: request.headers }),
        fetchOptions: request.streamed ? { redirect: 'error', window: null } : { redirect: 'manual' },
        signal: request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]),
        timeout: (limitSeconds + 5) * 1000,
        maxRetries: 0,
      }).asResponse();
      return { bytes: await bodyOf(response), response };
    } catch (error) {
      throw failureOf(error, { call, now: Date.now(), signal: request.signal, limit, limitSeconds });
    }
  }

  /** Sends one request and reads its answer as this schema. An answer that cannot be read leaves open what the server did. */
  async function ask<Schema extends z.core.$ZodType>(schema: Schema, request: Request): Promise<z.infer<Schema>> {
    const { bytes, response } = await send(request);
    const text = Buffer.from(bytes).toString('utf8');
    const call = `${request.method.toUpperCase()} ${request.path}`;
    const parsed = z.safeParse(schema, parseJson(text));
    if (parsed.success) return parsed.data;
    const facts = {
      call,
      fate: 'unknown',
      status: response.status,
      requestId: response.headers.get('x-request-id') ?? undefined,
      detail: `the answer is not what the API describes: ${text === '' ? 'it is empty' : text.slice(0, 120)}`,
    } as const;
    throw failure(facts);
  }

  const list = <Item extends z.core.$ZodType>(
    item: Item,
    path: string,
    query: ListQuery,
    signal?: AbortSignal,
    extra: Record<string, unknown> = {},
  ) => ask(pageOf(item), { method: 'get', path, query: { ...defined(query), ...extra }, signal });
  // An ID comes from a server and may be anything, also half a character, of which no address can be made.
  const segment = (id: string) => encodeURIComponent(id.toWellFormed());
  const job = (id: string, verb = '') => `/fine_tuning/jobs/${segment(id)}${verb}`;

  /** The request that sends a form, as a stream. */
  const sending = (path: string, form: MultipartBody, signal?: AbortSignal): Request => ({
    method: 'post',
    path,
    body: form.stream(),
    headers: { 'content-type': form.contentType, 'content-length': String(form.contentLength) },
    signal,
    seconds: LIMIT_SECONDS + Math.ceil(form.contentLength / SLOWEST_BYTES_PER_SECOND),
    streamed: true,
  });
  const upload = (id: string, verb: string) => `/uploads/${segment(id)}/${verb}`;

  return {
    name: connection.profile.name,
    baseUrl: connection.baseUrl,
    keepsMetadata: connection.profile.keepsMetadata,
    uploadFile: (file, signal) => ask(RemoteFile, sending('/files', multipart({ purpose: 'fine-tune' }, 'file', file), signal)),
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
    cancelUpload: (id, signal) => ask(PartedUpload, { method: 'post', path: upload(id, 'cancel'), signal }),
    async deleteFile(id, signal) {
      await send({ method: 'delete', path: `/files/${segment(id)}`, signal });
    },
    retrieveFile: (id, signal) => ask(RemoteFile, { method: 'get', path: `/files/${segment(id)}`, signal }),
    listFiles: (query, signal) => list(RemoteFile, '/files', query, signal, { purpose: 'fine-tune' }),
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
    createJob: (body, signal) => ask(Job, { method: 'post', path: '/fine_tuning/jobs', body, signal }),
    retrieveJob: (id, signal) => ask(Job, { method: 'get', path: job(id), signal }),
    listJobs: ({ metadata, ...query }, signal) =>
      list(Job, '/fine_tuning/jobs', query, signal, metadata === undefined ? {} : { metadata }),
    listEvents: (id, query, signal) => list(JobEvent, job(id, '/events'), query, signal),
    listCheckpoints: (id, query, signal) => list(Checkpoint, job(id, '/checkpoints'), query, signal),
    cancelJob: (id, signal) => ask(Job, { method: 'post', path: job(id, '/cancel'), signal }),
    pauseJob: (id, signal) => ask(Job, { method: 'post', path: job(id, '/pause'), signal }),
    resumeJob: (id, signal) => ask(Job, { method: 'post', path: job(id, '/resume'), signal }),
    retrieveModel: (id, signal) => ask(Model, { method: 'get', path: `/models/${segment(id)}`, signal }),
  };
}

function pageOf<Item extends z.core.$ZodType>(item: Item) {
  return z.pipe(
    z.looseObject({ data: z.array(item), has_more: z.nullish(z.boolean()) }),
    z.transform((page) => ({ data: page.data, has_more: page.has_more ?? false })),
  );
}

function defined(query: ListQuery): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bodyOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > LARGEST_FILE) throw new Error(`the answer is larger than ${LARGEST_FILE / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
