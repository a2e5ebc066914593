/** What a refusal by GitHub means: for the person who reads of it, and for whether to ask again. Pure. */
import { messageOf } from '../errors.ts';

const READING_ONLY =
  'On a pull request from a fork it can only read, whatever the workflow says; there a second workflow on workflow_run comments (examples/workflows/comment-on-forks.yml).';
const PERMISSION = 'Give the job the permission:\n\n    permissions:\n      contents: read\n      pull-requests: write\n';

/** So often one request is made. */
const ATTEMPTS = 3;
/** Longer than this nobody waits for a comment. In milliseconds. */
const LONGEST = 10_000;

interface Refusal {
  /** Undefined when no answer came. */
  readonly status: number | undefined;
  readonly words: string;
  /** Of its headers. */
  readonly header: (name: string) => string | undefined;
}

function refusalOf(error: unknown): Refusal {
  const get = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const response = get(error, 'response');
  const status = get(error, 'status');
  const headers = get(response, 'headers');
  return {
    status: typeof status === 'number' && response !== undefined ? status : undefined,
    words: messageOf(error),
    header: (name) => {
      const value = get(headers, name);
      return value === undefined ? undefined : String(value);
    },
  };
}

const isLimit = ({ status, words, header }: Refusal) =>
  status === 429 ||
  (status === 403 &&
    (/rate limit/i.test(words) || header('retry-after') !== undefined || header('x-ratelimit-remaining') === '0'));

/** The status of GitHub's answer; undefined when none came. */
export function statusOf(error: unknown): number | undefined {
  return refusalOf(error).status;
}

/** Whether GitHub said no for good: the same request will be refused in a minute, too. */
export function isFinal(error: unknown): boolean {
  const found = refusalOf(error);
  return found.status !== undefined && found.status < 500 && !isLimit(found);
}

/**
 * How long to wait before the same request is made again, in milliseconds; undefined when it is not to be
 * made again.
 * @param repeatable making it twice does what making it once does
 */
export function pauseBefore(error: unknown, attempt: number, repeatable: boolean): number | undefined {
  const found = refusalOf(error);
  if (attempt >= ATTEMPTS || isFinal(error)) return undefined;
  if (!isLimit(found)) return repeatable ? 1000 * attempt : undefined;
  const asked = Number(found.header('retry-after') ?? Number.NaN) * 1000;
  return asked >= 0 && asked <= LONGEST ? Math.max(asked, 500) : undefined;
}

/**
 * Why GitHub refused, for a person.
 * @param accepted whether the same token was accepted before
 */
export function refusal(error: unknown, fork: boolean, accepted = false): string {
  const found = refusalOf(error);
  const { status, words } = found;
  if (isLimit(found)) return `GitHub limits how often this token may ask (${status}): ${words}`;
  if (status === 403 && /\block(ed)?\b/i.test(words)) return 'its conversation is locked.';
  if (status === 401 && accepted)
    return 'the token has ended (401). The token of a job ends after 24 hours at the latest; the training goes on, and its end stands in the summary.';
  if (status === 403 || status === 401 || status === 404)
    return `the token may not (${status}). ${fork ? READING_ONLY : PERMISSION}`;
  return words;
}
