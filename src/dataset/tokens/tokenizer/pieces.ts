/**
 * How text is cut into pieces before its bytes are merged: the regular expressions that are published with
 * tiktoken, as a scan over UTF-8. Beside each part stands the alternative that it is, in the order in which
 * they are tried.
 */
import { at, codePointAt, widthOf } from './bytes.ts';
import { ASCII, classOf, LETTER, LOWER, MARK, NEWLINE, NUMBER, OTHER, SPACE, UPPER } from './classes.ts';

/** The end of the piece that begins at `from`, within `length` bytes. */
export type PieceEnd = (bytes: Uint8Array, from: number, length: number) => number;

const SLASH = 0x2f;
const APOSTROPHE = 0x27;
const BLANK = 0x20;

function classAt(bytes: Uint8Array, index: number): number {
  const first = at(bytes, index);
  return first < 0x80 ? at(ASCII, first) : classOf(codePointAt(bytes, index));
}

const isLetter = (kind: number) => kind >= UPPER && kind <= LETTER;
const isWhite = (kind: number) => kind === SPACE || kind === NEWLINE;
/** What may stand once before the letters of a word: `[^\r\n\p{L}\p{N}]`. */
const isPrefix = (kind: number) => kind >= MARK && kind !== NUMBER && kind !== NEWLINE;

/**
 * The end of `'(?i:[sdmt]|ll|ve|re)` where it stands at `index`, else `index`. The long s (U+017F) is an s to
 * Unicode's case folding.
 */
function contraction(bytes: Uint8Array, index: number, length: number): number {
  if (index + 1 >= length || at(bytes, index) !== APOSTROPHE) return index;
  const first = at(bytes, index + 1) | 0x20;
  if (first === 0x73 || first === 0x64 || first === 0x6d || first === 0x74) return index + 2;
  if (index + 2 >= length) return index;
  if (at(bytes, index + 1) === 0xc5 && at(bytes, index + 2) === 0xbf) return index + 3;
  const second = at(bytes, index + 2) | 0x20;
  const known = (first === 0x6c && second === 0x6c) || ((first === 0x76 || first === 0x72) && second === 0x65);
  return known ? index + 3 : index;
}

/** `\p{N}{1,3}` */
function numbers(bytes: Uint8Array, from: number, length: number): number {
  let end = from;
  for (let count = 0; count < 3 && end < length && classAt(bytes, end) === NUMBER; count += 1) end += widthOf(at(bytes, end));
  return end;
}

/**
 * ` ?[^\s\p{L}\p{N}]+[\r\n/]*`, where a slash at its end belongs to it in one encoding only; `from` when
 * there is none.
 */
function signs(bytes: Uint8Array, from: number, length: number, slashes: boolean): number {
  let end = at(bytes, from) === BLANK ? from + 1 : from;
  const begin = end;
  while (end < length) {
    const kind = classAt(bytes, end);
    if (kind !== OTHER && kind !== MARK) break;
    end += widthOf(at(bytes, end));
  }
  if (end === begin) return from;
  while (end < length && (at(ASCII, at(bytes, end)) === NEWLINE || (slashes && at(bytes, end) === SLASH))) end += 1;
  return end;
}

/**
 * `\s*[\r\n]+`, then `\s+(?!\S)`, then `\s+`: a run of white space up to its last newline, else all of it but
 * the last before other text.
 */
function white(bytes: Uint8Array, from: number, length: number): number {
  let end = from;
  let last = from;
  let newline = from;
  while (end < length) {
    const kind = classAt(bytes, end);
    if (!isWhite(kind)) break;
    last = end;
    end += widthOf(at(bytes, end));
    if (kind === NEWLINE) newline = end;
  }
  if (newline > from) return newline;
  return end === length || last === from ? end : last;
}

/**
 * `[Lu Lt Lm Lo M]*[Ll Lm Lo M]+`, then `[Lu Lt Lm Lo M]+[Ll Lm Lo M]*`, from where the letters begin. The
 * first gives characters that are in both sets back until the second set has one.
 * @returns `from` when there is neither
 */
function word(bytes: Uint8Array, from: number, length: number): number {
  let upper = from;
  let both = from;
  while (upper < length) {
    const kind = classAt(bytes, upper);
    if (kind === LOWER || kind > MARK) break;
    upper += widthOf(at(bytes, upper));
    if (kind !== UPPER) both = upper;
  }
  let end = upper;
  while (end < length) {
    const kind = classAt(bytes, end);
    if (kind === UPPER || kind > MARK) break;
    end += widthOf(at(bytes, end));
  }
  if (end > upper) return end;
  return both > from ? both : upper;
}

const isLow = (byte: number) => byte >= 0x61 && byte <= 0x7a;
const isHigh = (byte: number) => byte >= 0x41 && byte <= 0x5a;

/**
 * Most pieces are a plain English word: perhaps a blank, perhaps a capital, small letters. The text has a NUL
 * after its end.
 * @returns `from` when it is not one, or may go on
 */
function plainWord(bytes: Uint8Array, from: number): number {
  let end = at(bytes, from) === BLANK ? from + 1 : from;
  if (isHigh(at(bytes, end))) end += 1;
  const begin = end;
  while (isLow(at(bytes, end))) end += 1;
  const next = at(bytes, end);
  return end === begin || next >= 0x80 || next === APOSTROPHE ? from : end;
}

/** Whether the first alternative matches what `word` found: its last character is no upper-case letter. */
function endsLow(bytes: Uint8Array, end: number): boolean {
  let last = end - 1;
  while ((at(bytes, last) & 0xc0) === 0x80) last -= 1;
  return classAt(bytes, last) !== UPPER;
}

export const pieceEndO200k: PieceEnd = (bytes, from, length) => {
  const plain = plainWord(bytes, from);
  if (plain > from) return plain;
  const kind = classAt(bytes, from);
  if (kind === NUMBER) return numbers(bytes, from, length);
  if (kind === NEWLINE) return white(bytes, from, length);
  // Letters, with one other character before them where there is one.
  const begin = isPrefix(kind) ? from + widthOf(at(bytes, from)) : from;
  const end = word(bytes, begin, length);
  if (end > begin) {
    // A mark is a prefix and a letter's part at once: where the letters after it do not match alone, it is
    // tried as such a part.
    if (kind === MARK && !endsLow(bytes, end)) return contraction(bytes, word(bytes, from, length), length);
    return contraction(bytes, end, length);
  }
  if (kind === MARK) return contraction(bytes, begin, length);
  const sign = signs(bytes, from, length, true);
  return sign > from ? sign : white(bytes, from, length);
};

export const pieceEndCl100k: PieceEnd = (bytes, from, length) => {
  const plain = plainWord(bytes, from);
  // A capital within a word is of the word here.
  if (plain > from && !isHigh(at(bytes, plain))) return plain;
  const short = contraction(bytes, from, length);
  if (short > from) return short;
  const kind = classAt(bytes, from);
  if (kind === NUMBER) return numbers(bytes, from, length);
  if (kind === NEWLINE) return white(bytes, from, length);
  const begin = isLetter(kind) ? from : from + widthOf(at(bytes, from));
  let end = begin;
  while (end < length && isLetter(classAt(bytes, end))) end += widthOf(at(bytes, end));
  if (end > begin) return end;
  const sign = signs(bytes, from, length, false);
  return sign > from ? sign : white(bytes, from, length);
};
