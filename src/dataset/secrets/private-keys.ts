/** Private keys in PEM: a line that says so, and the key in base64. */
import { isPrinted } from './placeholders.ts';

export const KEY_BEGINNING = /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----/g;

/** So much of a key is looked at; the longest have about 12,000 characters. */
const LONGEST = 16_000;
/** The shortest key in use, of Ed25519, has so many characters. */
const SHORTEST = 64;
/** Lines about the key that come before it; the ends of lines may be escapes. */
const ABOUT = /(?:^|\\n)[ \t]*[A-Za-z][A-Za-z-]{2,30}: [^\n\\]*/gm;
/** What stands between the lines of a key: white space, escapes, and what joins texts in source code. */
const BETWEEN = /\\[nrt]|["'`,\\\s]/g;
const DIGITS = /^[A-Za-z0-9+/=]*/;

/** Whether base64 holds a key: of many kinds of characters, none of which makes up much of it. */
function isKey(base64: string): boolean {
  if (base64.length < SHORTEST || isPrinted(base64)) return false;
  const counts = new Map<string, number>();
  for (const character of base64) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts.size >= 24 && Math.max(...counts.values()) < base64.length * 0.25;
}

/**
 * The key whose first line ends at an index.
 * @returns where to look on, and whether it is one
 */
export function readPrivateKey(text: string, from: number): { readonly end: number; readonly opens: boolean } {
  const slice = text.slice(from, from + LONGEST);
  const next = slice.indexOf('-----');
  const body = next < 0 ? slice : slice.slice(0, next);
  const base64 = DIGITS.exec(body.replace(ABOUT, '').replace(BETWEEN, ''))?.[0] ?? '';
  return { end: from + body.length, opens: isKey(base64) };
}
