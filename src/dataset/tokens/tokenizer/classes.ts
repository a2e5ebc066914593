/** What kind of character a code point is, as the splitting rules of the encodings distinguish them. */

/** Upper-case and title-case letters: Lu, Lt. */
export const UPPER = 1;
/** Lower-case letters: Ll. */
export const LOWER = 2;
/** Letters that are neither: Lm, Lo. */
export const LETTER = 3;
/** Marks: M. */
export const MARK = 4;
export const NUMBER = 5;
/** Carriage return and line feed. */
export const NEWLINE = 6;
/**
 * All other white space, as Unicode has it: U+0085 is some, U+FEFF is none (JavaScript's `\s` says otherwise,
 * tiktoken's does not).
 */
export const SPACE = 7;
export const OTHER = 8;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\r\n]/, NEWLINE],
  [/\p{White_Space}/u, SPACE],
  [/[\p{Lu}\p{Lt}]/u, UPPER],
  [/\p{Ll}/u, LOWER],
  [/\p{L}/u, LETTER],
  [/\p{M}/u, MARK],
  [/\p{N}/u, NUMBER],
];

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  return KINDS.find(([kind]) => kind.test(character))?.[1] ?? OTHER;
}

/** Filled as characters are met; 0 is not met yet. */
const known = new Uint8Array(0x110000);

/** The class of a code point. */
export function classOf(codePoint: number): number {
  const found = known[codePoint];
  if (found) return found;
  const kind = classify(codePoint);
  known[codePoint] = kind;
  return kind;
}

/** The classes of ASCII, ready to be indexed. */
export const ASCII: Uint8Array = Uint8Array.from({ length: 128 }, (_, codePoint) => classOf(codePoint));
