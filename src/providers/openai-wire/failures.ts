/** What a failed request means: who refused it, whether it may have had an effect, and the one line that a person reads. */
import { APIError, OAuthError } from 'openai';
import {
  AbortedError,
  ActionError,
  type FailureKind,
  type Fate,
  messageOf,
  ProviderError,
  type ProviderFacts,
} from '../../errors.ts';
import type { Explanation } from './dialect.ts';
import { explanationOf } from './explanations.ts';

/** Failures of the network after which nothing can have reached the server: no name, no connection, no TLS session. */
const UNSENT =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** The innermost cause that has something to say. `Error.isError`, because the network's errors may come from another realm. */
function rootOf(error: unknown): Error | undefined {
  let found = Error.isError(error) ? error : undefined;
  while (Error.isError(found?.cause)) found = found.cause;
  const inner: unknown = found !== undefined && 'errors' in found && Array.isArray(found.errors) ? found.errors[0] : undefined;
  return Error.isError(inner) ? inner : found;
}

function codeOf(error: Error | undefined): string | undefined {
  return error !== undefined && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** `Retry-After` (seconds or a date) and `retry-after-ms`, in milliseconds. */
export function retryAfterOf(headers: Headers | undefined, now: number): number | undefined {
  const precise = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(precise) && precise >= 0) return precise;
  const text = headers?.get('retry-after');
  if (!text) return undefined;
  const seconds = Number(text);
  if (Number.isFinite(seconds)) return seconds >= 0 ? seconds * 1000 : undefined;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** The server's own words: OpenAI's `error.message`, FastAPI's `detail`, or the beginning of what came. */
function wordsOf(error: APIError): string {
  const body: unknown = error.error;
  const inner = typeof body === 'object' && body !== null ? body : {};
  const message = textOf(Reflect.get(inner, 'message'));
  if (message !== undefined) return message;
  const detail: unknown = Reflect.get(inner, 'detail');
  if (detail !== undefined) return typeof detail === 'string' ? detail : JSON.stringify(detail);
  return error.message.replace(/^\d{3} /, '');
}

const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** The line that a person reads. */
function failureMessage(facts: ProviderFacts): string {
  const code = facts.code ?? facts.type;
  const status = facts.status === undefined ? '' : ` with ${facts.status}${code === undefined ? '' : ` ${short(code, 80)}`}`;
  const said = short(facts.detail.replace(/\s+/g, ' ').trim(), 400).replace(/[.\s]*$/, '.');
  const id = facts.requestId === undefined ? '' : ` (request ${short(facts.requestId, 80)})`;
  return `${facts.call} failed${status}${id}: ${said}`;
}

/** Of what kind a refusal is. A 404 for an address without an ID is a server without the call, not a thing that is gone. */
function kindOf({ call, status, code, param }: ProviderFacts): FailureKind | undefined {
  switch (status) {
    case 400:
    case 422:
      return 'invalid';
    case 401:
    case 403:
      return 'credential';
    case 404: {
      const missing = call.includes('/models/') ? code === 'model_not_found' || param === 'model' : WITH_ID.test(call);
      return missing ? 'missing' : 'unsupported';
    }
    case 405:
    case 501:
      return 'unsupported';
    case 429:
      return 'limited';
    default:
      return undefined;
  }
}

/** Calls about one job or file. */
const WITH_ID = /\/(jobs|files)\/[^/]/;

/** The error of a failed call: what happened, and what to do about it where that is known. */
export function failure(facts: ProviderFacts, own: readonly Explanation[] = [], cause?: unknown): ProviderError {
  const explanation = explanationOf(facts, own);
  const known = { ...facts, kind: kindOf(facts), final: explanation?.final ?? false };
  return new ProviderError(failureMessage(facts), known, { cause, mend: explanation?.fix });
}

export interface Attempt {
  /** The call in words of the API, such as `POST /fine_tuning/jobs`. */
  readonly call: string;
  readonly now: number;
  /** Fires when the workflow run is being cancelled. */
  readonly signal: AbortSignal | undefined;
  /** Fires when the request has taken too long. */
  readonly limit: AbortSignal;
  readonly limitSeconds: number;
  /** What is known of this server's own refusals. */
  readonly explanations: readonly Explanation[];
}

/** Turns whatever the SDK or the network threw into a ProviderError, or an AbortedError when we cut the request ourselves. */
export function failureOf(error: unknown, attempt: Attempt): Error {
  const { call, explanations } = attempt;
  const failed = (facts: ProviderFacts) => failure(facts, explanations, error);
  if (attempt.signal?.aborted)
    return new AbortedError(`${call} was cut short because the run is being cancelled.`, { cause: error });
  if (attempt.limit.aborted) {
    return failed({ call, fate: 'unknown', detail: `there was no complete answer within ${attempt.limitSeconds} s` });
  }
  if (error instanceof ProviderError) return error;
  const root = rootOf(error);
  // The stream of an upload stops itself when the data is no longer what was checked.
  if (root instanceof ActionError) return root;
  if (error instanceof OAuthError) {
    return failed({
      call,
      fate: 'refused',
      status: error.status,
      code: textOf(error.error_code),
      detail: `the exchange of GitHub's token was refused: ${error.message}`,
    });
  }
  if (error instanceof APIError && error.status !== undefined) {
    const { status, headers } = error;
    const facts: ProviderFacts = {
      call,
      fate: status >= 500 || status === 408 ? 'unknown' : 'refused',
      status,
      code: textOf(error.code),
      type: textOf(error.type),
      param: textOf(error.param),
      requestId: textOf(error.requestID) ?? textOf(headers?.get('apim-request-id')),
      retryAfter: retryAfterOf(headers, attempt.now),
      detail: redirected(status, headers) ?? wordsOf(error),
    };
    return failed(facts);
  }
  const code = codeOf(root);
  const tunnel = /Proxy response|Proxy connection/i.test(root?.message ?? '');
  const fate: Fate = tunnel || (code !== undefined && UNSENT.test(code)) ? 'unsent' : 'unknown';
  if (/unexpected redirect/i.test(root?.message ?? '')) {
    return failed({
      call,
      fate: 'refused',
      detail: 'the server answered with a redirect, which is never followed; set base_url to the address it leads to',
    });
  }
  return failed({
    call,
    fate,
    code,
    detail: `the connection failed: ${root === undefined ? messageOf(error) : root.message || code || root.name}`,
  });
}

function redirected(status: number, headers: Headers | undefined): string | undefined {
  if (status < 300 || status > 399) return undefined;
  const target = headers?.get('location');
  return `the server answered with a redirect${target ? ` to ${short(target, 200)}` : ''}, which is never followed, so that no credential goes elsewhere; set base_url to the right address`;
}
