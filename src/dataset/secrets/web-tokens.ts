/** JSON Web Tokens: three parts between dots, of which the first two are JSON when they are decoded. */
import { isPlaceholder } from './placeholders.ts';
import { looksRandom } from './randomness.ts';

const HEADER = /[\w-]{10,2001}/y;
const CLAIMS = /[\w-]{2,8001}/y;
const SIGNATURE = /[\w-]{20,1401}/y;

/** The object that a part holds; undefined when it holds none. */
function decoded(part: string): object | undefined {
  try {
    const text = Buffer.from(part, 'base64url').toString('utf8');
    const value: unknown = text.endsWith('}') ? JSON.parse(text) : undefined;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What the claims of tokens in documentation say, those of jwt.io first. */
const SAMPLE_CLAIMS =
  /"(?:sub|user_?id|id)":"?1234567890\b|John Doe|Jane Doe|1516239022|[@/.]example\.(?:com|org|net)|"iss":"joe"/;

/** Where a run of the characters of a token ends. */
function runEnd(run: RegExp, text: string, from: number): number {
  run.lastIndex = from;
  return run.test(text) ? run.lastIndex : from;
}

/**
 * The token that begins at an index.
 * @returns where to look on, and whether it opens something
 */
export function readWebToken(text: string, from: number): { readonly end: number; readonly opens: boolean } {
  const header = runEnd(HEADER, text, from);
  // What begins within the same run ends where it ends.
  if (header === from || text[header] !== '.') return { end: Math.max(header, from + 1), opens: false };
  const claims = runEnd(CLAIMS, text, header + 1);
  if (text[claims] !== '.' || claims === header + 1) return { end: header, opens: false };
  const end = runEnd(SIGNATURE, text, claims + 1);
  if (end === claims + 1) return { end: claims, opens: false };
  const [head, said] = [decoded(text.slice(from, header)), decoded(text.slice(header + 1, claims))];
  if (head === undefined || said === undefined || !('alg' in head)) return { end: claims, opens: false };
  const signature = text.slice(claims + 1, end);
  const opens = !SAMPLE_CLAIMS.test(JSON.stringify(said)) && !isPlaceholder(signature) && looksRandom(signature, 20);
  return { end, opens };
}
