/**
 * Requests of the wire, by the `openai` SDK: one at a time, no retries of its own; every failure becomes a
 * ProviderError.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { bounded, LargeAnswer, readJson } from '../../answer-body.ts';
import type { ProviderFacts } from '../../errors.ts';
import { endOfToken } from '../credential.ts';
import { type Explanation, failure, failureOf, short } from '../failures.ts';
import type { Address, ClientOptions, Credential } from '../profile.ts';
import { LIMIT_SECONDS } from '../time-limits.ts';
import type { Dialect } from './dialect.ts';
import { WIRE_EXPLANATIONS } from './explanations.ts';
import { answerOf } from './failures.ts';
import { OpenAI } from './sdk.ts';

/** How long an answer is asked for again that can be read and is of another form, in milliseconds. */
const SETTLED = 5000;

/** The content of a file may be large: whoever asks for it knows how much of it to read. */
const isContent = (address: string) => /\/content(\?|$)/.test(address);

/** Whoever reads an answer, the client too, reads it within its bound. */
const fetchWithin: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  return response.ok && isContent(response.url) ? response : bounded(response);
};

/**
 * A client that takes nothing from the environment by itself: what goes where is decided in `connection.ts`.
 */
function clientFor(address: Address, dialect: Dialect, options: ClientOptions): OpenAI {
  const { credential } = address;
  const shared = {
    baseURL: address.baseUrl,
    organization: address.organization ?? null,
    project: address.project ?? null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: fetchWithin,
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
      fetch: masking(options.mask),
      workloadIdentity: { identityProviderId, serviceAccountId, provider: { tokenType: 'jwt', getToken } },
    });
  }
  if (credential?.kind === 'minted') return new OpenAI({ ...shared, apiKey: () => credential.mint(options) });
  if (credential?.kind !== 'key') return new OpenAI({ ...shared, apiKey: 'none', defaultHeaders: { Authorization: null } });
  const isToken = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(credential.key);
  if (dialect.authorization === 'header-or-token' && !isToken) {
    return new OpenAI({ ...shared, apiKey: 'none', defaultHeaders: { Authorization: null, 'api-key': credential.key } });
  }
  return new OpenAI({ ...shared, apiKey: credential.key });
}

/** The token that the client gets in exchange is known by nobody else: it is masked when it is first sent. */
function masking(mask: ClientOptions['mask']): typeof fetch {
  return (input, init) => {
    const [, token] = /^\w+ +(\S+)$/.exec(new Headers(init?.headers).get('authorization') ?? '') ?? [];
    if (token !== undefined) mask(token);
    return fetchWithin(input, init);
  };
}

type Method = 'get' | 'post' | 'patch' | 'delete';

export interface Request {
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

export interface Transport {
  /** Sends one request and hands the SHA-256 of its answer on; undefined for more than `most` bytes. */
  digest(request: Request, most: number): Promise<string | undefined>;
  /** Sends one request and hands its answer's bytes on. */
  send(request: Request): Promise<{ readonly bytes: Uint8Array; readonly response: Response }>;
  /**
   * Sends one request and reads its answer as this schema. An answer that cannot be read leaves open what the
   * server did.
   */
  ask<Schema extends z.core.$ZodType>(schema: Schema, request: Request): Promise<z.infer<Schema>>;
}

/** The way to one server. */
export function transportTo(address: Address, dialect: Dialect, options: ClientOptions): Transport {
  // The SDK adds headers from this variable to every request; they are meant for its own vendor, and may hold
  // a credential.
  if (!dialect.environmentHeaders) delete process.env.OPENAI_CUSTOM_HEADERS;
  const client = clientFor(address, dialect, options);
  const known = [...dialect.explanations, ...WIRE_EXPLANATIONS];
  /** What its refusals mean now: a token may have ended meanwhile. */
  const explanations = () => [...endedToken(address.credential), ...known];
  let reached = false;

  /** One request, and what is read of its answer. */
  async function exchange<Read>(request: Request, read: (response: Response) => Promise<Read>): Promise<Read> {
    const limitSeconds = request.seconds ?? LIMIT_SECONDS;
    const limit = AbortSignal.timeout(limitSeconds * 1000);
    const call = `${request.method.toUpperCase()} ${request.path}`;
    try {
      const response = await client[request.method](request.path, {
        query: { ...address.extraQuery, ...request.query },
        ...(request.body === undefined ? {} : { body: request.body }),
        headers: { ...address.extraHeaders, ...request.headers },
        fetchOptions: request.streamed ? { redirect: 'error', window: null } : { redirect: 'manual' },
        signal: request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]),
        timeout: (limitSeconds + 5) * 1000,
        maxRetries: 0,
      }).asResponse();
      reached = true;
      return await read(response);
    } catch (error) {
      const answer = beyond(error, call) ?? answerOf(error, call, Date.now());
      reached ||= answer !== undefined;
      throw failureOf(error, {
        call,
        signal: request.signal,
        limit,
        limitSeconds,
        explanations: explanations(),
        reached,
        answered: () => answer,
      });
    }
  }

  const send: Transport['send'] = (request) =>
    exchange(request, async (response) => {
      const within = isContent(request.path) ? await bounded(response) : response;
      return { bytes: await within.bytes(), response };
    });

  const digest: Transport['digest'] = (request, most) =>
    exchange(request, async ({ body }) => {
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of body ?? []) {
        size += chunk.byteLength;
        if (size > most) return undefined;
        hash.update(chunk);
      }
      return hash.digest('hex');
    });

  async function ask<Schema extends z.core.$ZodType>(schema: Schema, request: Request): Promise<z.infer<Schema>> {
    const { bytes, response } = await send(request);
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const call = `${request.method.toUpperCase()} ${request.path}`;
    const json = valueIn(text, call);
    const parsed = z.safeParse(schema, json);
    if (parsed.success) return parsed.data;
    const facts = {
      call,
      fate: 'unknown',
      status: response.status,
      // A server that says something whole and else will say it again.
      patience: json === undefined ? undefined : SETTLED,
      requestId: response.headers.get('x-request-id') ?? undefined,
      detail: `the answer is not what the API describes: ${text === '' ? 'it is empty' : short(text, 120)}`,
    } as const;
    throw failure(facts, explanations());
  }

  function valueIn(text: string, call: string): unknown {
    try {
      return readJson(text);
    } catch (error) {
      const facts = beyond(error, call);
      throw facts === undefined ? error : failure(facts, explanations());
    }
  }

  return { digest, send, ask };
}

/** Why a token is refused that ended by what it says itself. */
function endedToken(credential: Credential | undefined): Explanation[] {
  const end = endOfToken(credential);
  if (end === undefined || end > Date.now()) return [];
  const when = new Date(end).toISOString().slice(0, 16).replace('T', ' ');
  const fix = `The token in api_key ended at ${when} UTC. Take a key, or get a fresh token right before this step; a job that exists runs on and is taken up again.`;
  return [{ status: 401, fix, final: true }];
}

/** An answer beyond its bound will be no smaller when it is asked for again. */
function beyond(error: unknown, call: string): ProviderFacts | undefined {
  return error instanceof LargeAnswer ? { call, fate: 'unknown', patience: SETTLED, detail: error.message } : undefined;
}
