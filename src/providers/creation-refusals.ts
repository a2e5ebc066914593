/**
 * What the words of a failed creation prove beyond its status. Servers before a platform pass its refusals on
 * as faults of their own; and a platform may refuse a file that it still works on. Pure.
 */
import type { ProviderFacts } from '../errors.ts';
import { kindOf } from './failures.ts';

/** A status of four hundred and some, as clients and proxies write it into their own messages. */
const STATUS_IN_WORDS: readonly RegExp[] = [
  /\berror code:? (4\d\d)\b/i,
  /\bstatus(?:[ _-]?code)?["']?\s*(?:[:=]|of|is)?\s*["']?(4\d\d)\b/i,
  /\bHTTP(?:\/\d(?:\.\d)?)?(?: error)?:? (4\d\d)\b/i,
  /\b(?:responded|answered|failed|refused|returned)(?: with)?(?: a| an)?(?: error)? (4\d\d)\b/i,
];

/** The same by the names that clients give to their errors, or by the body that was refused with. */
const REFUSAL_IN_WORDS: readonly (readonly [says: RegExp, status: number])[] = [
  [/\b(BadRequestError|InvalidRequestError)\b/, 400],
  [/\bUnprocessableEntityError\b/, 422],
  [/\bAuthenticationError\b/, 401],
  [/\bPermissionDeniedError\b/, 403],
  [/\bRateLimitError\b/, 429],
  [/["']type["']\s*:\s*["']invalid_request_error["']/, 400],
];

/** After these a server may have done what was asked, whoever says so. */
const AMBIGUOUS = [408, 409, 499];

/** The refusal that a fault of a server passes on, as a status; undefined where its words prove none. */
function passedOn({ status = 0, detail }: ProviderFacts): number | undefined {
  if (status < 500) return undefined;
  const said = STATUS_IN_WORDS.map((words) => words.exec(detail)?.[1]).find((one) => one !== undefined);
  const refused = said === undefined ? REFUSAL_IN_WORDS.find(([words]) => words.test(detail))?.[1] : Number(said);
  return refused === undefined || AMBIGUOUS.includes(refused) ? undefined : refused;
}

const OF_DATA = /\b(file|dataset)\b/i;
const NOT_YET =
  /\b(still|currently|yet)( being| to be)? (process|upload|validat|import)|\bnot (yet )?(been |fully |finished )?(ready|process|validat|upload)|\b(is|state|status)[ :"'=]+(pending|uploading|processing|validating)\b/i;

/** What became of a creation, by the server's own words where they prove more than its status. */
export function creationFacts(facts: ProviderFacts): ProviderFacts {
  const refused = passedOn(facts);
  if (refused !== undefined) return { ...facts, fate: 'refused', kind: kindOf(refused), passedOn: refused };
  const { fate, kind, status, detail } = facts;
  const early = fate === 'refused' && (kind ?? kindOf(status)) === 'invalid' && OF_DATA.test(detail) && NOT_YET.test(detail);
  return early ? { ...facts, kind: 'limited' } : facts;
}
