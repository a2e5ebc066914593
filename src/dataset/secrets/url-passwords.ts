/** Passwords in addresses: `postgres://user:password@host`. */
import { isExampleHost, isLocalHost, isNoPassword } from './placeholders.ts';
import { looksRandom, withoutWords } from './randomness.ts';

/** In a JSON text slashes may be escaped. */
export const URL_MIDDLE = /:\\{0,2}\/\\{0,2}\//g;

/** What follows the slashes. A password is no shorter than six characters: what is shorter opens nothing. */
const REST = /([^\s:@/"'`\\]{0,100}):([^\s:@/"'`\\]{6,100})@([\w.-]{1,100})/y;
/** The beginning of an address, before its colon. */
const SCHEME = /[a-z][a-z0-9+.-]{0,20}$/i;
const SCHEME_LENGTH = 21;

/** So many characters of a password on this machine must be random. */
const LEAST_RANDOM = 12;

/**
 * Whether a password is what the user is called, and perhaps a digit or a common word: `postgres:postgres1`.
 */
function repeatsUser(user: string, password: string): boolean {
  if (user === '' || !password.toLowerCase().startsWith(user.toLowerCase())) return false;
  const rest = password.slice(user.length);
  return /^[\d!?._-]*$/.test(rest) || isNoPassword(rest.replace(/^[._-]/, ''));
}

/** Whether a password in an address opens something. */
function isPassword(user: string, password: string, host: string): boolean {
  if (isNoPassword(password) || /[<>{}[\]$*%]/.test(user) || repeatsUser(user, password) || isExampleHost(host)) return false;
  if (isLocalHost(host)) return looksRandom(password, LEAST_RANDOM);
  // A word, or words joined by dashes.
  return withoutWords(password) !== '' && !/^[A-Za-z]?[a-z]{0,9}$/.test(password);
}

/**
 * The address around its `://`, which stands at an index; undefined when it carries no password that opens
 * something.
 */
export function urlWithPassword(
  text: string,
  middle: number,
  rest: number,
): { readonly start: number; readonly end: number } | undefined {
  REST.lastIndex = rest;
  const [whole = '', user = '', password = '', host = ''] = REST.exec(text) ?? [];
  if (whole === '') return undefined;
  const scheme = SCHEME.exec(text.slice(Math.max(0, middle - SCHEME_LENGTH), middle))?.[0];
  if (scheme === undefined || !isPassword(user, password, host.replace(/[.-]+$/, ''))) return undefined;
  return { start: middle - scheme.length, end: rest + whole.length };
}
