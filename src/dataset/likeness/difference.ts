/**
 * What two texts differ in that are equal but for case, width and white space; and whether that is only how
 * they are written. In numbers, units and code such a difference is one of meaning: there is nothing to
 * report then.
 */

import { EACH_SPACES, normalForm } from './normal-form.ts';

/** Two places where texts differ, as they are written. */
export interface Difference {
  readonly here: string;
  readonly there: string;
}

const SPACES = /[\s\u0085]+/;

/** What programs, tables and markup are known by; each of them once is enough. */
const CODE =
  /[`\t|]|^[ ]{2,}\S|[{};]\s*$|[=!]=|[=-]>|::|\w\(|<\/?\w|\$\w|\\\w|\w=\w|[*+=] *\d|^[ \t]*(?:def|class|import|from|function|const|let|var|if|for|while|return|select|insert|update|delete|create|public|private|#include)\b.*[^\s.?!]$/im;

/** A word that is a name in code, an address, a path, a formula: case and width belong to it. */
const NAME = /\p{N}|\p{S}|[_/\\@#&*]|\p{L}[.:]\p{L}|\p{Ll}\p{Lu}/u;

/**
 * Other forms of letters and signs, which mean the same: full and half width, ligatures, Arabic and Chinese
 * forms.
 */
const FORMS = /[\ufb00-\ufb06\ufb13-\ufdff\ufe30-\ufe4f\ufe70-\ufefe\uff00-\uffee\uf900-\ufaff]/g;

/**
 * Whether two words are the same but for the width or the composition of their characters: `é` and `ｅ` with
 * an accent.
 */
function sameInForm(one: string, other: string): boolean {
  const plain = (word: string) =>
    normalForm(
      word.replace(FORMS, (form) => form.normalize('NFKC')),
      'NFC',
    );
  return plain(one) === plain(other);
}

/** How a word is written: `small`, `Capital`, `LARGE`; undefined when it is none of these. */
function caseOf(word: string): 'small' | 'capital' | 'large' | undefined {
  if (word === word.toLowerCase()) return 'small';
  if (word === word.toUpperCase() && word.length > 1) return 'large';
  return word.slice(1) === word.slice(1).toLowerCase() ? 'capital' : undefined;
}

/** From the first letter of a word to its last one. */
const LETTERS = /\p{L}(?:.*\p{L})?/su;

interface Place {
  /** The word begins a text or a sentence. */
  readonly begins: boolean;
  /** A number stands before it: it may be a unit. */
  readonly counted: boolean;
  /** One of the texts is all in capitals. */
  readonly shouted: boolean;
}

/** Whether two words, equal but for case and form, say the same in their place. */
function samePlainWord(one: string, other: string, { begins, counted, shouted }: Place): boolean {
  if (NAME.test(one) || NAME.test(other)) return false;
  if (sameInForm(one, other)) return true;
  if (counted) return false;
  const [left, right] = [one, other].map((word) => LETTERS.exec(word)?.[0]);
  if (left === undefined || right === undefined || !sameInForm(one.toLowerCase(), other.toLowerCase())) return false;
  const cases = [caseOf(left), caseOf(right)];
  if (cases.includes(undefined)) return false;
  // Short words may be units, symbols, abbreviations: mW, Pa, IT.
  if (left.length >= 4 || shouted) return true;
  return begins && left.length >= 2 && !cases.includes('large');
}

/** Whether a text is all in capitals: letters enough, and none of them small. */
const isShouted = (text: string) => !/\p{Ll}|\p{N}/u.test(text) && /(?:\p{Lu}\P{Lu}*){8}/u.test(text);

/** Where the white space between words differs, with the words around it. */
function spaceDifference(one: string, other: string, words: readonly string[]): Difference | undefined {
  const [left, right] = [one.match(EACH_SPACES) ?? [], other.match(EACH_SPACES) ?? []];
  const at = left.findIndex((space, index) => space !== right[index]);
  if (at < 0) return undefined;
  // Between digits white space groups, or parts, numbers.
  const around = (spaces: readonly string[]) => `${words[at] ?? ''}${spaces[at] ?? ''}${words[at + 1] ?? ''}`;
  return /\d\s+\d/.test(around(left)) ? undefined : { here: around(left), there: around(right) };
}

/**
 * How two texts differ, whose normalised forms are equal.
 * @returns `same` when they do not but for white space around them; undefined when the difference may be one
 *   of meaning
 */
export function differenceOf(one: string, other: string): Difference | 'same' | undefined {
  const [here, there] = [one.trim(), other.trim()];
  if (here === there) return 'same';
  if (CODE.test(here) || CODE.test(there)) return undefined;
  const [left, right] = [here.split(SPACES), there.split(SPACES)];
  if (left.length !== right.length) return undefined;
  const shouted = isShouted(here) !== isShouted(there);
  let first: Difference | undefined;
  for (const [index, word] of left.entries()) {
    const twin = right[index] ?? '';
    if (word === twin) continue;
    const before = left[index - 1] ?? '';
    const place = { begins: index === 0 || /[.!?]["')\]]*$/.test(before), counted: /\p{N}\W*$/u.test(before), shouted };
    if (!samePlainWord(word, twin, place)) return undefined;
    first ??= { here: word, there: twin };
  }
  return first ?? spaceDifference(here, there, left);
}
