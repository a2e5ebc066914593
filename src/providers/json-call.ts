/**
 * One request with a JSON answer, for what is no wire of fine-tuning: tokens, resource managers. It goes
 * through the same dispatcher as all others, repeats nothing, and follows no redirect.
 */
import { bounded } from '../answer-body.ts';
import { type Explanation, failure, failureOf, fateOf, redirected, retryAfterOf } from './failures.ts';

const LIMIT_SECONDS = 60;
/** None of these answers is long. In bytes. */
const LARGEST = 4 * 1024 * 1024;

export interface JsonRequest {
  /** In words of the API: it stands in messages, so no secret stands in it. */
  readonly call: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly explanations?: readonly Explanation[];
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined where the answer is empty or no JSON. */
  readonly json: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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

/** @throws ProviderError for every answer that is no success; AbortedError when the signal fires */
export async function jsonCall(request: JsonRequest): Promise<JsonAnswer> {
  const { call, method, url, headers = {}, body, signal, explanations = [] } = request;
  const limit = AbortSignal.timeout(LIMIT_SECONDS * 1000);
  try {
    const answer = await fetch(url, {
      method,
      headers: { accept: 'application/json', ...headers },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual',
      signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    });
    const response = await bounded(answer, LARGEST);
    const text = await response.text();
    const json = parsed(text);
    if (response.status >= 200 && response.status < 300) return { status: response.status, headers: response.headers, json };
    const { code, detail } = wordsOf(json, text);
    throw failure(
      {
        call,
        fate: fateOf(response.status),
        kind: response.status === 404 ? 'missing' : undefined,
        status: response.status,
        code,
        requestId: textOf(response.headers.get('x-ms-correlation-request-id')) ?? textOf(response.headers.get('x-ms-request-id')),
        retryAfter: retryAfterOf(response.headers, Date.now()),
        detail: redirected(response.status, response.headers) ?? detail,
      },
      explanations,
    );
  } catch (error) {
    throw failureOf(error, { call, signal, limit, limitSeconds: LIMIT_SECONDS, explanations, answered: () => undefined });
  }
}
