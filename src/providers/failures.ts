/**
 * What a failed request means, on whatever wire: whether it may have had an effect, of what kind it is, and
 * the one line that a person reads.
 */
import {
  AbortedError,
  ActionError,
  type FailureKind,
  type Fate,
  messageOf,
  ProviderError,
  type ProviderFacts,
} from '../errors.ts';

/** What a refusal means and what to do about it. */
export interface Explanation {
  readonly code?: string;
  readonly status?: number;
  /** Only for calls that contain this text. */
  readonly call?: string;
  /** Only where the server's own words fit this. */
  readonly says?: RegExp;
  /** Only where a web page was answered. */
  readonly page?: true;

  readonly fix: string;
  /** Waiting does not help: never repeated within a run. */
  readonly final: boolean;
}

const BEFORE_THE_SERVER =
  'A web page answers, so a proxy, gateway or firewall before the server refuses the request; the key was not looked at. Check base_url and HTTPS_PROXY, and whether this runner may reach the server.';

/** What holds of every server. */
const BY_STATUS: readonly Explanation[] = [
  {
    status: 401,
    page: true,
    fix: BEFORE_THE_SERVER,
    final: true,
  },
  { status: 403, page: true, fix: BEFORE_THE_SERVER, final: true },
  {
    status: 401,
    fix: 'The key was not accepted. Check that api_key belongs to this server and has not been revoked.',
    final: true,
  },
  {
    status: 403,
    fix: 'The key may not do this. Check the permissions of the key, its project and its organisation.',
    final: true,
  },
  {
    status: 404,
    fix: 'The server has no such address. Check that base_url is the API root, such as https://host/v1.',
    final: true,
  },
  {
    code: 'ENOTFOUND',
    fix: 'There is no server of this name. Check base_url, and that the runner can resolve it or reach it through HTTPS_PROXY.',
    final: false,
  },
  { status: 405, fix: 'The server does not offer this call. Check that base_url is the API root.', final: true },
  { status: 413, fix: 'The file is larger than the server takes.', final: true },
];

type Refusal = Pick<ProviderFacts, 'call' | 'status' | 'code' | 'type' | 'page'> & Partial<Pick<ProviderFacts, 'detail'>>;

/**
 * What is known of a failed call. The first that fits counts.
 * @param own what is known of this server's refusals, which comes before what holds of every server
 */
export function explanationOf(facts: Refusal, own: readonly Explanation[]): Explanation | undefined {
  return [...own, ...BY_STATUS].find(
    (entry) =>
      (entry.code === undefined || entry.code === facts.code || entry.code === facts.type) &&
      (entry.status === undefined || entry.status === facts.status) &&
      (entry.page === undefined || entry.page === facts.page) &&
      (entry.says?.test(facts.detail ?? '') ?? true) &&
      (entry.call === undefined || facts.call.includes(entry.call)),
  );
}

/**
 * Failures of the network after which nothing can have reached the server: no name, no connection, no TLS
 * session.
 */
const UNSENT =
  /^(ENOTFOUND|EAI_\w+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_\w+|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** How long a name that does not resolve is asked for, in milliseconds: a service may be starting. */
const NAMELESS = 10_000;

/**
 * The innermost cause that has something to say. `Error.isError`, because the network's errors may come from
 * another realm.
 */
function rootOf(error: unknown): Error | undefined {
  let found = Error.isError(error) ? error : undefined;
  while (Error.isError(found?.cause)) found = found.cause;
  const inner: unknown = found !== undefined && 'errors' in found && Array.isArray(found.errors) ? found.errors[0] : undefined;
  return Error.isError(inner) ? inner : found;
}

/** A failure that was told already, of a request before this one: of a token, say. */
function toldIn(error: unknown): ProviderError | undefined {
  if (error instanceof ProviderError) return error;
  return Error.isError(error) && error.cause !== undefined ? toldIn(error.cause) : undefined;
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
  // The server means its own clock, which it names in the same answer.
  const then = Date.parse(headers?.get('date') ?? '');
  return Number.isNaN(date) ? undefined : Math.max(0, date - (Number.isNaN(then) ? now : then));
}

/** What became of a request that was answered with this status. */
export function fateOf(status: number): Fate {
  return status >= 500 || status === 408 ? 'unknown' : 'refused';
}

/**
 * Of what kind a refusal is by its status alone. That a thing is missing, only the wire can distinguish from
 * an address that does not exist.
 */
export function kindOf(status: number | undefined): FailureKind | undefined {
  switch (status) {
    case 400:
    case 422:
      return 'invalid';
    case 401:
    case 403:
      return 'credential';
    case 404:
    case 405:
    case 501:
      return 'unsupported';
    case 429:
      return 'limited';
    default:
      return undefined;
  }
}

/** At most so many characters; that it is cut is seen. */
export const short = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** The line that a person reads. */
function failureMessage(facts: ProviderFacts): string {
  const named = facts.code ?? facts.type;
  // Some servers say the status once more.
  const code = named === String(facts.status) ? undefined : named;
  const status = facts.status === undefined ? '' : ` with ${facts.status}${code === undefined ? '' : ` ${short(code, 80)}`}`;
  const said = short(facts.detail.replace(/\s+/g, ' ').trim(), 400).replace(/[.\s]*$/, '.');
  const id = facts.requestId === undefined ? '' : ` (request ${short(facts.requestId, 80)})`;
  return `${facts.call} failed${status}${id}: ${said}`;
}

/** The error of a failed call: what happened, and what to do about it where that is known. */
export function failure(facts: ProviderFacts, explanations: readonly Explanation[] = [], cause?: unknown): ProviderError {
  // What only asks to wait is no refusal to be explained.
  const explanation = facts.kind === 'limited' ? undefined : explanationOf(facts, explanations);
  const known = { ...facts, kind: facts.kind ?? kindOf(facts.status), final: explanation?.final ?? false };
  const { passedOn } = facts;
  const fix =
    passedOn === undefined || passedOn === 429
      ? explanation?.fix
      : `The server behind it refused the request with ${passedOn}, so asking again does not help; change what it names.`;
  return new ProviderError(failureMessage(facts), known, { cause, fix });
}

/** A redirect in words; undefined for any other status. */
export function redirected(status: number, headers: Headers | undefined): string | undefined {
  if (status < 300 || status > 399) return undefined;
  // What stands behind the path may be a credential: the way to a signed address.
  const target = (headers?.get('location') ?? '').replace(/\/\/.*@/, '//').replace(/[?#].*$/s, '');
  return `the server answered with a redirect${target === '' ? '' : ` to ${short(target, 200)}`}, which is never followed, so that no credential goes elsewhere; set base_url to the right address`;
}

export interface Attempt {
  /** The call in words of the API, such as `POST /fine_tuning/jobs`. */
  readonly call: string;
  /** Fires when the workflow run is being cancelled. */
  readonly signal: AbortSignal | undefined;
  /** Fires when the request has taken too long. */
  readonly limit: AbortSignal;
  readonly limitSeconds: number;
  /** What is known of this server's own refusals. */
  readonly explanations: readonly Explanation[];
  /** Whether this server has answered before; left out where nobody counts. */
  readonly reached?: boolean;
  /** What the server answered, where the error is an answer. */
  readonly answered: (error: unknown) => ProviderFacts | undefined;
}

/**
 * Turns whatever a client or the network threw into a ProviderError, or an AbortedError when we cut the
 * request ourselves.
 */
export function failureOf(error: unknown, attempt: Attempt): Error {
  const { call, explanations } = attempt;
  const failed = (facts: ProviderFacts) => failure(facts, explanations, error);
  if (attempt.signal?.aborted)
    return new AbortedError(`${call} was cut short because the run is being cancelled.`, { cause: error });
  if (attempt.limit.aborted) {
    return failed({ call, fate: 'unknown', detail: `there was no complete answer within ${attempt.limitSeconds} s` });
  }
  const told = toldIn(error);
  if (told !== undefined) return told;
  const root = rootOf(error);
  // The stream of an upload stops itself when the data is no longer what was checked.
  if (root instanceof ActionError) return root;
  const answered = attempt.answered(error);
  if (answered !== undefined) return failed(answered);
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
    // A name that has never been one is written wrong; one that was may be one again.
    patience: code === 'ENOTFOUND' && attempt.reached === false ? NAMELESS : undefined,
    detail: `the connection failed: ${root === undefined ? messageOf(error) : root.message || code || root.name}`,
  });
}
