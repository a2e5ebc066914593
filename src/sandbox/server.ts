/**
 * The sandbox: an embedded server with the wire of the fine-tuning API and a real, tiny trainer behind it. It
 * listens on loopback only, and everything that it holds is in one folder, from which a later start goes on.
 */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { messageOf } from '../errors.ts';
import { ChatDesk } from './chat.ts';
import { ApiError, badRequest } from './errors.ts';
import { FileShelf, newId } from './files.ts';
import { JobRunner } from './job-runner.ts';
import { JobDesk } from './jobs.ts';
import { Journal } from './journal.ts';
import { type Call, onlyQuery } from './requests.ts';

export interface SandboxOptions {
  /** Where its state is kept. */
  readonly folder: string;
  /**
   * The script that a worker thread starts: it must call `startInWorker` of the trainer when it is no main
   * thread.
   */
  readonly entry: string;
  readonly apiKey: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
}

export interface Sandbox {
  /** What could not be read of its folder, as a sentence. */
  readonly lost: string | undefined;
  /** The API root, `http://127.0.0.1:PORT/v1`. */
  readonly url: string;
  /** Stops training and listening; jobs stand still until the folder is opened again. */
  close(): Promise<void>;
}

type Reply = unknown;
interface Route {
  readonly method: string;
  readonly path: RegExp;
  readonly handle: (call: Call) => Reply | Promise<Reply>;
}

/** Bytes instead of JSON. */
class Raw {
  readonly stream: AsyncIterable<Uint8Array>;
  readonly bytes: number | undefined;
  constructor({ stream, bytes }: { readonly stream: AsyncIterable<Uint8Array>; readonly bytes: number | undefined }) {
    this.stream = stream;
    this.bytes = bytes;
  }
}

const ID = '([^/]+)';

function routesOf(files: FileShelf, jobs: JobDesk, chat: ChatDesk): readonly Route[] {
  const first = ({ params }: Call) => params[0] ?? '';
  const plain = (handle: (call: Call) => Reply) => (call: Call) => {
    onlyQuery(call.query);
    return handle(call);
  };
  const route = (method: string, path: string, handle: Route['handle']): Route => ({
    method,
    path: new RegExp(`^/v1${path}$`),
    handle,
  });
  return [
    route(
      'POST',
      '/files',
      plain((call) => files.create(call)),
    ),
    route('GET', '/files', (call) => files.list(call)),
    route(
      'GET',
      `/files/${ID}`,
      plain((call) => files.get(first(call))),
    ),
    route(
      'GET',
      `/files/${ID}/content`,
      plain((call) => new Raw(files.content(first(call)))),
    ),
    route(
      'DELETE',
      `/files/${ID}`,
      plain((call) => files.remove(first(call))),
    ),
    route(
      'POST',
      '/uploads',
      plain((call) => files.createUpload(call)),
    ),
    route(
      'POST',
      `/uploads/${ID}/parts`,
      plain((call) => files.addPart(call)),
    ),
    route(
      'POST',
      `/uploads/${ID}/complete`,
      plain((call) => files.completeUpload(call)),
    ),
    route(
      'POST',
      `/uploads/${ID}/cancel`,
      plain((call) => files.cancelUpload(first(call))),
    ),
    route(
      'POST',
      '/chat/completions',
      plain((call) => chat.complete(call)),
    ),
    route(
      'POST',
      '/fine_tuning/jobs',
      plain((call) => jobs.create(call)),
    ),
    route('GET', '/fine_tuning/jobs', (call) => jobs.list(call)),
    route(
      'GET',
      `/fine_tuning/jobs/${ID}`,
      plain((call) => jobs.retrieve(first(call))),
    ),
    route('GET', `/fine_tuning/jobs/${ID}/events`, (call) => jobs.events(first(call), call)),
    route('GET', `/fine_tuning/jobs/${ID}/checkpoints`, (call) => jobs.checkpoints(first(call), call)),
    route(
      'POST',
      `/fine_tuning/jobs/${ID}/cancel`,
      plain((call) => jobs.cancel(first(call))),
    ),
    route(
      'POST',
      `/fine_tuning/jobs/${ID}/pause`,
      plain((call) => jobs.pause(first(call))),
    ),
    route(
      'POST',
      `/fine_tuning/jobs/${ID}/resume`,
      plain((call) => jobs.resume(first(call))),
    ),
    route(
      'GET',
      '/models',
      plain(() => jobs.models()),
    ),
    route(
      'GET',
      `/models/${ID}`,
      plain((call) => jobs.model(first(call))),
    ),
    route(
      'DELETE',
      `/models/${ID}`,
      plain((call) => jobs.removeModel(first(call))),
    ),
  ];
}

function isAuthorised(request: IncomingMessage, apiKey: string): boolean {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? request.headers['api-key'];
  if (typeof given !== 'string') return false;
  const [left, right] = [Buffer.from(given), Buffer.from(apiKey)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  apiKey: string,
  fault: string | undefined,
): Reply | Promise<Reply> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const matching = routes.filter(({ path }) => path.test(url.pathname));
  if (matching.length === 0) throw new ApiError(404, `Invalid URL (${request.method} ${url.pathname})`);
  if (!isAuthorised(request, apiKey)) throw new ApiError(401, 'Incorrect API key provided.', null, 'invalid_api_key');
  const route = matching.find(({ method }) => method === request.method);
  if (request.method === 'POST' && fault !== undefined) throw badRequest(fault, null, 'storage');
  if (route === undefined)
    throw new ApiError(405, `Not allowed to ${request.method} on ${url.pathname}`, null, 'method_not_supported');
  const params = (route.path.exec(url.pathname) ?? []).slice(1).map((param) => decodeURIComponent(param));
  return route.handle({ request, params, query: url.searchParams });
}

/** Where a disk is full, asking again does not help: it is no failure that passes. */
function refusalOf(error: unknown, folder: string): ApiError {
  if (error instanceof ApiError) return error;
  const code = Error.isError(error) && 'code' in error ? error.code : undefined;
  const said = messageOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG' || code === 'EROFS')
    return badRequest(`The sandbox cannot keep anything more in ${folder}: ${said}.`, null, 'storage');
  return new ApiError(500, `The sandbox failed: ${said}`);
}

async function respond(response: ServerResponse, reply: Reply): Promise<void> {
  if (!(reply instanceof Raw)) {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(reply));
    return;
  }
  response.setHeader('content-type', 'application/octet-stream');
  if (reply.bytes !== undefined) response.setHeader('content-length', reply.bytes);
  await new Promise<void>((resolve, reject) => {
    Readable.from(reply.stream).on('error', reject).pipe(response).on('finish', resolve).on('error', reject);
  });
}

/**
 * Starts the server, and goes on with what its folder holds.
 * @throws when the folder is in use by another live server
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const journal = new Journal(options.folder);
  const files = new FileShelf(journal);
  const runner = new JobRunner(journal, files, options.entry);
  const jobs = new JobDesk(journal, files, runner);
  const routes = routesOf(files, jobs, new ChatDesk(journal, jobs));

  const server = createServer(async (request, response) => {
    response.setHeader('x-request-id', newId('req_'));
    try {
      await respond(response, await answer(routes, request, options.apiKey, journal.fault));
    } catch (error) {
      // A body that nobody will read must not keep the connection waiting.
      request.resume();
      const refusal = refusalOf(error, options.folder);
      if (response.headersSent) return response.destroy();
      response.statusCode = refusal.status;
      await respond(response, refusal.body);
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  runner.wake();
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const { lost } = journal;
  return {
    lost:
      lost === 0
        ? undefined
        : `The sandbox's memory in ${options.folder} is damaged: ${lost} of its records cannot be read and are lost; it goes on with the others.`,
    url: `http://127.0.0.1:${port}/v1`,
    async close() {
      await runner.close();
      files.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      journal.close();
    },
  };
}
