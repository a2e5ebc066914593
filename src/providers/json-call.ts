/**
 * One request with a JSON answer, for what is not the shared wire: tokens, resource managers, platforms with
 * calls of their own. It goes through the same dispatcher as all others, repeats nothing, and follows no
 * redirect.
 */
import { bounded, LargeAnswer, readJson } from '../answer-body.ts';
import { type Explanation, failure, failureOf, fateOf, redirected, retryAfterOf } from './failures.ts';
import { LIMIT_SECONDS } from './time-limits.ts';

/** Few of these answers are long. In bytes. */
const LARGEST = 4 * 1024 * 1024;

export interface JsonRequest {
  /** In words of the API: it stands in messages, so no secret stands in it. */
  readonly call: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes are sent as they come, once; their length stands in the headers. */
  readonly body?: string | ReadableStream<Uint8Array> | undefined;
  /** Until it is cut. */
  readonly seconds?: number;
  /** The longest answer that is read, in bytes. */
  readonly largest?: number;
  /** A redirect is what is asked for: it is an answer, and is not followed all the same. */
  readonly redirectAnswers?: true;
  readonly signal?: AbortSignal | undefined;
  readonly explanations?: readonly Explanation[];
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where the answer is empty or no JSON. */
  readonly json: unknown;
  readonly text: string;
}

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** Code and words of a refusal: `{error: {code, message}}`, or OAuth's `{error, error_description}`. */
function wordsOf(json: unknown, text: string): { readonly code: string | undefined; readonly detail: string } {
  const map: object = typeof json === 'object' && json !== null ? json : {};
  const error: unknown = Reflect.get(map, 'error');
  const inner: object = typeof error === 'object' && error !== null ? error : map;
  const code = textOf(error) ?? textOf(Reflect.get(inner, 'code'));
  const detail = textOf(Reflect.get(map, 'error_description')) ?? textOf(Reflect.get(inner, 'message'));
  return { code, detail: detail ?? (text.trim().slice(0, 200) || 'the answer is empty') };
}

const ID_HEADERS = ['x-ms-correlation-request-id', 'x-ms-request-id', 'x-request-id'];
const requestIdIn = (headers: Headers) => ID_HEADERS.map((name) => textOf(headers.get(name))).find((id) => id !== undefined);

/** An answer beyond its bound will be no smaller when it is asked for again. */
const beyond = (call: string) => (error: unknown) =>
  error instanceof LargeAnswer ? ({ call, fate: 'unknown', patience: 5000, detail: error.message } as const) : undefined;

/** Otherwise fetch keeps the whole body in memory, to be able to send it again after a redirect. */
const STREAMED = { duplex: 'half', redirect: 'error', window: null } as const;

/** @throws ProviderError for every answer that is no success; AbortedError when the signal fires */
export async function jsonCall(request: JsonRequest): Promise<JsonAnswer> {
  const { call, method, url, headers = {}, body, signal, explanations = [], seconds: limitSeconds = LIMIT_SECONDS } = request;
  const limit = AbortSignal.timeout(limitSeconds * 1000);
  try {
    const answer = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
      ...(body instanceof ReadableStream ? STREAMED : { redirect: 'manual' }),
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    const response = await bounded(answer, request.largest ?? LARGEST);
    const text = await response.text();
    const json = readJson(text);
    if (response.status >= 200 && response.status < (request.redirectAnswers ? 400 : 300))
      return { status: response.status, headers: response.headers, json, text };
    const { code, detail } = wordsOf(json, text);
    const page = /^\s*</.test(text);
    throw failure(
      {
        call,
        fate: fateOf(response.status),
        // A web page comes from something before the server, and knows nothing of what it has.
        kind: response.status === 404 && !page ? 'missing' : undefined,
        status: response.status,
        code,
        page,
        requestId: requestIdIn(response.headers),
        retryAfter: retryAfterOf(response.headers, Date.now()),
        detail: redirected(response.status, response.headers) ?? (page ? 'a web page' : detail),
      },
      explanations,
    );
  } catch (error) {
    throw failureOf(error, { call, signal, limit, limitSeconds, explanations, answered: beyond(call) });
  }
}
