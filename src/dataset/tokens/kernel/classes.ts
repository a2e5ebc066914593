/** What kind of character a code point is; the numbers are those of ../tokenizer/classes.ts. */
import { CLASSES } from './layout.ts';

export const UPPER: u32 = 1;
export const LOWER: u32 = 2;
export const LETTER: u32 = 3;
export const MARK: u32 = 4;
export const NUMBER: u32 = 5;
export const NEWLINE: u32 = 6;
export const SPACE: u32 = 7;
export const OTHER: u32 = 8;

/** Asked once for each code point: the tables of Unicode are those of the engine. */
declare function classify(codePoint: u32): u32;

/** How many bytes a code point has, by its first. */
export function widthOf(first: u32): usize {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/** The code point that begins at an address, which must be the first byte of one. */
function codePointAt(at: usize): u32 {
  const first: u32 = load<u8>(at);
  if (first < 0x80) return first;
  const second: u32 = load<u8>(at, 1) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third: u32 = load<u8>(at, 2) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | (load<u8>(at, 3) & 0x3f);
}

/** The class of a code point. */
export function classOf(codePoint: u32): u32 {
  const known: u32 = load<u8>(CLASSES + codePoint);
  if (known !== 0) return known;
  const kind = classify(codePoint);
  store<u8>(CLASSES + codePoint, kind);
  return kind;
}

/** The class of the code point at an address. */
export function classAt(at: usize): u32 {
  const first: u32 = load<u8>(at);
  return classOf(first < 0x80 ? first : codePointAt(at));
}

export function isLetter(kind: u32): bool {
  return kind <= LETTER;
}

export function isWhite(kind: u32): bool {
  return kind === SPACE || kind === NEWLINE;
}
