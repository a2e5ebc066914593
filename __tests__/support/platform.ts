/**
 * A server of the wire with a memory: files and jobs that go their way, lists that may lag, and faults that strike one call of a story. It is no trainer (that
 * is the sandbox) but the place where what a run did to a paid platform can be read off afterwards.
 */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { many } from './rows.ts';
import { leaveUnanswered } from './story-time.ts';

/** The calls of the story, by a short name. */
export type Call =
  | 'list files'
  | 'upload'
  | 'file'
  | 'delete file'
  | 'list jobs'
  | 'create'
  | 'job'
  | 'events'
  | 'checkpoints'
  | 'cancel'
  | 'pause'
  | 'resume'
  | 'model'
  | 'content'
  | 'other';

/** What a fault does to a request. `before`: the server never acts; `after`: it acts, and the answer is lost or spoilt. */
export interface Fault {
  readonly when: 'before' | 'after';
  readonly how:
    | 'reset'
    | 'hang'
    | 'drip'
    | 'truncated'
    | 'vanished'
    | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
    /** The answer is written by hand. */
    | { readonly write: (response: ServerResponse) => void };
}

export interface PlatformJob {
  readonly id: string;
  readonly created_at: number;
  readonly metadata: Record<string, string> | null;
  readonly body: Record<string, unknown>;
  status: string;
  /** Statuses still to come; each retrieve takes one. */
  life: string[];
  cancelledAt?: number;
}

export interface PlatformFile {
  readonly id: string;
  readonly filename: string;
  readonly bytes: Buffer;
  readonly created_at: number;
  status: string;
}

export interface JobPage {
  readonly object: string;
  readonly data: readonly Record<string, unknown>[];
  readonly has_more: boolean;
}

export interface PlatformOptions {
  /** The statuses that a new job goes through, one at each look. */
  readonly life?: readonly string[];
  /** Jobs younger than this are not listed yet; milliseconds of the server's own clock. */
  readonly listLag?: number;
  /** Metadata is accepted and forgotten, as on servers that do not know it. */
  readonly forgetsMetadata?: boolean;
  /** What is shown of the metadata that were sent. */
  readonly metadataShown?: (kept: Readonly<Record<string, string>>) => unknown;
  /** The name that is shown of a file. */
  readonly nameShown?: (filename: string, id: string) => string | undefined;
  /** What is shown of every file, or otherwise. */
  readonly moreOfFile?: Readonly<Record<string, unknown>>;
  /** What is made of a page of jobs before it is sent; `all` are those that were asked for. */
  readonly page?: (page: JobPage, all: readonly Record<string, unknown>[], after: string | null) => unknown;
  /** What else is shown of a job, or otherwise. */
  readonly more?: (job: PlatformJob) => Readonly<Record<string, unknown>>;
  /** The filter of a list is ignored. */
  readonly ignoresFilter?: boolean;
  /** The events of a job, in the order in which the server lists them. */
  readonly events?: (job: PlatformJob) => readonly Record<string, unknown>[];
  /** The checkpoints of a job, likewise. */
  readonly checkpoints?: (job: PlatformJob) => readonly Record<string, unknown>[];
  /** Models that the server knows; without it, any. */
  readonly models?: Readonly<Record<string, Record<string, unknown>>>;
  /** A verb changes the state only so many looks later. */
  readonly slowVerbs?: number;
  /** The fault that strikes this call, when it does; `number` counts the calls of this kind from 1. */
  readonly fault?: (call: Call, number: number) => Fault | undefined;
  /** Sees each request before it is answered. */
  readonly onCall?: (call: Call, number: number) => void | Promise<void>;
  /** The server's clock, in milliseconds. */
  readonly now?: () => number;
}

const ERROR = (message: string, code: string | null, param: string | null = null) => ({
  error: { message, type: 'invalid_request_error', param, code },
});

function callOf(method: string, path: string): Call {
  if (path.startsWith('/files')) {
    if (method === 'POST') return 'upload';
    if (path.endsWith('/content')) return 'content';
    if (method === 'DELETE') return 'delete file';
    return /^\/files\/./.test(path) ? 'file' : 'list files';
  }
  if (path.startsWith('/models/')) return 'model';
  if (path === '/fine_tuning/jobs') return method === 'POST' ? 'create' : 'list jobs';
  const verb = /^\/fine_tuning\/jobs\/[^/]+\/(events|checkpoints|cancel|pause|resume)$/.exec(path)?.[1];
  switch (verb) {
    case 'events':
    case 'checkpoints':
    case 'cancel':
    case 'pause':
    case 'resume':
      return verb;
    default:
      return path.startsWith('/fine_tuning/jobs/') ? 'job' : 'other';
  }
}

/** A request and what was answered. */
export interface Exchange {
  readonly method: string;
  /** Below the API root, with its query. */
  readonly path: string;
  /** A JSON body, parsed; undefined for any other. */
  readonly sent: unknown;
  readonly headers: IncomingHttpHeaders;
  readonly reply: Reply;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** What is sent instead, where that is no JSON. */
  readonly text?: string;
}
export const ok = (body: unknown): Reply => ({ status: 200, body });

/**
 * The platform's memory and rules, those of OpenAI's wire. Another platform of the wire is a class that extends it
 * and says in what it differs; see `platforms/`.
 */
export class Platform {
  readonly jobs: PlatformJob[] = [];
  readonly files: PlatformFile[] = [];
  readonly calls: Call[] = [];
  /** When each call came, by the server's clock. */
  readonly times: number[] = [];
  /** Faults that struck, in order. */
  readonly struck: Fault[] = [];
  /** What its description forbids, and went over the wire all the same. */
  readonly faults: string[] = [];
  readonly exchanges: Exchange[] = [];
  readonly options: PlatformOptions;

  constructor(options: PlatformOptions) {
    this.options = options;
  }

  /** The path of the API root. */
  get rootPath(): string {
    return '/v1';
  }

  /** A path below the API root. */
  below(pathname: string): string {
    return pathname.slice(this.rootPath.length);
  }

  callOf(method: string, path: string): Call {
    return callOf(method, path);
  }

  /** Whether a request may be answered at all: signed in, on a route that there is. Undefined where it may. */
  admit(_call: Call, _request: IncomingMessage): Reply | undefined {
    return undefined;
  }

  /** What of an exchange the platform's description forbids. */
  judge(_exchange: Exchange): readonly string[] {
    return [];
  }

  /** A page of a list. */
  paged(items: readonly Record<string, unknown>[], query: URLSearchParams): JobPage {
    return paged(items, query);
  }

  /** A refusal as this platform words it. */
  refusal(status: number, message: string, code: string | null, param: string | null = null): Reply {
    return { status, body: ERROR(message, code, param) };
  }

  missing(what: string): Reply {
    return this.refusal(404, `No such ${what}`, 'resource_not_found');
  }

  get now(): number {
    return this.options.now?.() ?? Date.now();
  }

  shown(job: PlatformJob): Record<string, unknown> {
    const succeeded = job.status === 'succeeded';
    return {
      id: job.id,
      object: 'fine_tuning.job',
      created_at: job.created_at,
      finished_at: succeeded ? job.created_at + 60 : null,
      model: job.body.model,
      status: job.status,
      fine_tuned_model: succeeded ? `ft:${job.body.model}:org::${job.id}` : null,
      training_file: job.body.training_file,
      validation_file: job.body.validation_file ?? null,
      trained_tokens: succeeded ? 1000 : null,
      result_files: [],
      error:
        job.status === 'failed'
          ? { code: 'server_error', message: 'It broke.', param: null }
          : { code: null, message: null, param: null },
      hyperparameters: null,
      seed: job.body.seed ?? 1,
      metadata: this.options.metadataShown?.(job.metadata ?? {}) ?? job.metadata,
      ...this.options.more?.(job),
    };
  }

  /** A file as its server shows it. */
  file(file: PlatformFile): Record<string, unknown> {
    const { filename, ...shown } = fileShown(file);
    return {
      ...shown,
      filename: this.options.nameShown === undefined ? filename : this.options.nameShown(filename, file.id),
      ...this.options.moreOfFile,
    };
  }

  answer(call: Call, path: string, query: URLSearchParams, body: Buffer, _method: string): Reply {
    switch (call) {
      case 'upload':
        return this.upload(body);
      case 'list files':
        return ok(
          this.paged(
            this.files.toReversed().map((file) => this.file(file)),
            query,
          ),
        );
      case 'file': {
        const file = this.files.find(({ id }) => path === `/files/${id}`);
        return file === undefined ? this.missing('file') : ok(this.file(file));
      }
      case 'content': {
        const file = this.files.find(({ id }) => path === `/files/${id}/content`);
        return file === undefined ? this.missing('file') : ok(file.bytes);
      }
      case 'create':
        return this.create(JSON.parse(String(body)));
      case 'list jobs': {
        const all = this.listed(query);
        const page = this.paged(all, query);
        return ok(this.options.page?.(page, all, query.get('after')) ?? page);
      }
      case 'model': {
        const id = path.slice('/models/'.length);
        const known = this.options.models?.[id];
        if (this.options.models !== undefined && known === undefined && !id.startsWith('ft:'))
          return this.refusal(404, `The model '${id}' does not exist`, 'model_not_found', 'model');
        return ok({ id, object: 'model', created: 0, owned_by: 'org', ...known });
      }
      case 'delete file': {
        const at = this.files.findIndex(({ id }) => path === `/files/${id}`);
        if (at >= 0) this.files.splice(at, 1);
        return ok({ id: path.slice('/files/'.length), object: 'file', deleted: true });
      }
      default:
        return this.onJob(call, path, query);
    }
  }

  upload(body: Buffer): Reply {
    const text = body.toString('latin1');
    const filename = /filename="([^"]*)"/.exec(text)?.[1] ?? '';
    const boundary = text.slice(0, text.indexOf('\r\n'));
    const from = text.indexOf('\r\n\r\n', text.indexOf('filename=')) + 4;
    const content = body.subarray(from, text.lastIndexOf(`\r\n${boundary}--`));
    const file: PlatformFile = {
      id: `file-${this.files.length + 1}`,
      filename,
      bytes: content,
      created_at: Math.floor(this.now / 1000),
      status: 'processed',
    };
    this.files.push(file);
    return ok(this.file(file));
  }

  create(body: Record<string, unknown>): Reply {
    if (!this.files.some(({ id }) => id === body.training_file)) return this.refusal(400, 'no such file', null, 'training_file');
    const metadata = typeof body.metadata === 'object' && body.metadata !== null ? { ...body.metadata } : {};
    const job: PlatformJob = {
      id: `ftjob-${this.jobs.length + 1}`,
      created_at: Math.floor(this.now / 1000),
      metadata: this.options.forgetsMetadata
        ? null
        : Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)])),
      body,
      status: 'validating_files',
      life: [...(this.options.life ?? ['queued', 'running', 'succeeded'])],
    };
    this.jobs.push(job);
    return ok(this.shown(job));
  }

  listed(query: URLSearchParams): Record<string, unknown>[] {
    const wanted = [...query].flatMap(([key, value]) => {
      const name = /^metadata\[(.*)\]$/.exec(key)?.[1];
      return name === undefined || this.options.ignoresFilter ? [] : [[name, value] as const];
    });
    return this.jobs
      .filter((job) => this.now - job.created_at * 1000 >= (this.options.listLag ?? 0))
      .filter(({ metadata }) => wanted.every(([name, value]) => metadata?.[name] === value))
      .toReversed()
      .map((job) => this.shown(job));
  }

  onJob(call: Call, path: string, query: URLSearchParams): Reply {
    const job = this.jobs.find(({ id }) => path.split('/')[3] === id);
    if (job === undefined) return this.missing('job');
    const over = ['succeeded', 'failed', 'cancelled'].includes(job.status);
    switch (call) {
      case 'events':
        return ok(
          this.paged(
            this.options.events?.(job) ?? [
              {
                id: `ev-${job.id}-1`,
                object: 'fine_tuning.job.event',
                created_at: job.created_at,
                level: 'info',
                message: 'Created',
                type: 'message',
              },
            ],
            query,
          ),
        );
      case 'checkpoints':
        return ok(this.paged(this.options.checkpoints?.(job) ?? [], query));
      case 'cancel':
      case 'pause':
      case 'resume': {
        if (over) return this.refusal(400, `Job has already ${job.status}`, 'invalid_request');
        const status = { cancel: 'cancelled', pause: 'paused', resume: 'queued' }[call];
        if (call === 'resume' && job.status !== 'paused') return this.refusal(400, `Job is ${job.status}`, 'invalid_request');
        if (this.options.slowVerbs === undefined) job.status = status;
        else job.life = [...many(this.options.slowVerbs, () => job.status), status];
        if (call === 'cancel') job.cancelledAt = this.now;
        return ok(this.shown(job));
      }
      default:
        if (!over) job.status = job.life.shift() ?? job.status;
        return ok(this.shown(job));
    }
  }
}

const missing = (what: string): Reply => ({ status: 404, body: ERROR(`No such ${what}`, 'resource_not_found') });
const fileShown = ({ id, filename, bytes, created_at, status }: PlatformFile) => ({
  id,
  object: 'file',
  bytes: bytes.length,
  created_at,
  filename,
  purpose: 'fine-tune',
  status,
});

function paged(items: readonly Record<string, unknown>[], query: URLSearchParams) {
  const after = query.get('after');
  const from = after === null ? 0 : items.findIndex(({ id }) => id === after) + 1;
  const limit = Number(query.get('limit') ?? 20);
  return { object: 'list', data: items.slice(from, from + limit), has_more: from + limit < items.length };
}

function strike(how: Fault['how'], request: IncomingMessage, response: ServerResponse, reply: Reply | undefined): void {
  const text = JSON.stringify(reply?.body ?? {});
  if (how === 'reset') request.socket.destroy();
  else if (how === 'truncated') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text) + 10) });
    response.end(text.slice(0, Math.floor(text.length / 2)), () => request.socket.destroy());
  } else if (how === 'drip') {
    response.writeHead(200, { 'content-type': 'application/json' });
    let at = 0;
    const drop = setInterval(() => {
      if (response.destroyed) return clearInterval(drop);
      response.write(text.slice(at, at + 40));
      at += 40;
      if (at < text.length) return undefined;
      clearInterval(drop);
      response.end();
    }, 10);
  } else if (how === 'vanished') {
    response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify(missing('job').body));
  } else if (how === 'hang') leaveUnanswered(request);
  else if ('write' in how) how.write(response);
  else {
    response
      .writeHead(how.status, { 'content-type': 'application/json', ...how.headers })
      .end(how.body ?? JSON.stringify(ERROR('fault', null)));
  }
}

function jsonOf({ headers }: IncomingMessage, body: Buffer): unknown {
  return headers['content-type']?.includes('json') && body.length > 0 ? JSON.parse(String(body)) : undefined;
}

export interface RunningPlatform
  extends Pick<Platform, 'jobs' | 'files' | 'calls' | 'times' | 'struck' | 'faults' | 'exchanges'> {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the platform on loopback; by default one of OpenAI's wire. */
export async function startPlatform(
  options: PlatformOptions = {},
  platform: Platform = new Platform(options),
): Promise<RunningPlatform> {
  const counts = new Map<Call, number>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const method = request.method ?? 'GET';
    const path = platform.below(decodeURIComponent(url.pathname));
    const call = platform.callOf(method, path);
    const number = (counts.get(call) ?? 0) + 1;
    counts.set(call, number);
    platform.calls.push(call);
    platform.times.push(platform.now);
    await options.onCall?.(call, number);
    const fault = options.fault?.(call, number);
    if (fault !== undefined) platform.struck.push(fault);
    const body = Buffer.concat(chunks);
    const reply =
      fault?.when === 'before'
        ? undefined
        : (platform.admit(call, request) ?? platform.answer(call, path, url.searchParams, body, method));
    if (reply !== undefined) {
      const exchange = {
        method,
        path: `${path}${url.search}`,
        sent: jsonOf(request, body),
        headers: request.headers,
        reply,
      };
      platform.exchanges.push(exchange);
      platform.faults.push(...platform.judge(exchange));
    }
    if (fault !== undefined) return strike(fault.how, request, response, reply);
    const raw = Buffer.isBuffer(reply?.body) ? reply.body : undefined;
    const type = raw === undefined ? 'application/json' : 'application/octet-stream';
    response.writeHead(reply?.status ?? 500, { 'content-type': type, ...reply?.headers });
    response.end(raw ?? reply?.text ?? JSON.stringify(reply?.body));
  });
  // A connection that is not used is closed by the client, whose clock the test moves, and not by this machine's.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    jobs: platform.jobs,
    files: platform.files,
    calls: platform.calls,
    times: platform.times,
    struck: platform.struck,
    faults: platform.faults,
    exchanges: platform.exchanges,
    url: `http://127.0.0.1:${port}${platform.rootPath}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How many jobs someone pays for: live or succeeded. */
export function paidFor(jobs: readonly PlatformJob[]): number {
  return jobs.filter(({ status }) => status !== 'cancelled' && status !== 'failed').length;
}
