/**
 * How text is cut into pieces before its bytes are merged: ../tokenizer/pieces.ts, which says what each part
 * is, over the kernel's memory.
 */
import {
  classAt,
  classOf,
  isLetter,
  isWhite,
  LETTER,
  LOWER,
  MARK,
  NEWLINE,
  NUMBER,
  OTHER,
  SPACE,
  UPPER,
  widthOf,
} from './classes.ts';

const SLASH: u32 = 0x2f;
const APOSTROPHE: u32 = 0x27;
const BLANK: u32 = 0x20;

/** What may stand once before the letters of a word: `[^\r\n\p{L}\p{N}]`. */
function isPrefix(kind: u32): bool {
  return kind >= MARK && kind !== NUMBER && kind !== NEWLINE;
}

/** The end of `'(?i:[sdmt]|ll|ve|re)` where it stands at `at`, else `at`. */
function contraction(at: usize, end: usize): usize {
  if (at + 1 >= end || load<u8>(at) !== APOSTROPHE) return at;
  const first: u32 = load<u8>(at, 1) | 0x20;
  if (first === 0x73 || first === 0x64 || first === 0x6d || first === 0x74) return at + 2;
  if (at + 2 >= end) return at;
  if (load<u8>(at, 1) === 0xc5 && load<u8>(at, 2) === 0xbf) return at + 3;
  const second: u32 = load<u8>(at, 2) | 0x20;
  const known = (first === 0x6c && second === 0x6c) || ((first === 0x76 || first === 0x72) && second === 0x65);
  return known ? at + 3 : at;
}

/** `\p{N}{1,most}` */
function numbers(from: usize, end: usize, most: usize): usize {
  let at = from;
  for (let count: usize = 0; count < most && at < end && classAt(at) === NUMBER; count += 1) at += widthOf(load<u8>(at));
  return at;
}

/** ` ?[^\s\p{L}\p{N}]+[\r\n/]*`, where a slash at its end belongs to it in one encoding only. */
function signs(from: usize, end: usize, slashes: bool): usize {
  const begin = load<u8>(from) === BLANK ? from + 1 : from;
  let at = begin;
  while (at < end) {
    const kind = classAt(at);
    if (kind !== OTHER && kind !== MARK) break;
    at += widthOf(load<u8>(at));
  }
  if (at === begin) return from;
  while (at < end) {
    const byte: u32 = load<u8>(at);
    if (byte !== 0x0a && byte !== 0x0d && !(slashes && byte === SLASH)) break;
    at += 1;
  }
  return at;
}

/** `\s*[\r\n]+`, then `\s+(?!\S)`, then `\s+`. */
function white(from: usize, end: usize): usize {
  let at = from;
  let last = from;
  let newline = from;
  while (at < end) {
    const kind = classAt(at);
    if (!isWhite(kind)) break;
    last = at;
    at += widthOf(load<u8>(at));
    if (kind === NEWLINE) newline = at;
  }
  if (newline > from) return newline;
  return at === end || last === from ? at : last;
}

/** `[Lu Lt Lm Lo M]*[Ll Lm Lo M]+`, then `[Lu Lt Lm Lo M]+[Ll Lm Lo M]*`, from where the letters begin. */
function word(from: usize, end: usize): usize {
  let upper = from;
  let both = from;
  while (upper < end) {
    const kind = classAt(upper);
    if (kind === LOWER || kind > MARK) break;
    upper += widthOf(load<u8>(upper));
    if (kind !== UPPER) both = upper;
  }
  let at = upper;
  while (at < end) {
    const kind = classAt(at);
    if (kind === UPPER || kind > MARK) break;
    at += widthOf(load<u8>(at));
  }
  if (at > upper) return at;
  return both > from ? both : upper;
}

/** Whether the first alternative matches what `word` found: its last character is no upper-case letter. */
function endsLow(end: usize): bool {
  let last = end - 1;
  while ((load<u8>(last) & 0xc0) === 0x80) last -= 1;
  return classAt(last) !== UPPER;
}

/** How many small letters of ASCII follow one another from an address on. */
function lowRun(at: usize): usize {
  let run: usize = 0;
  while (true) {
    const letters = i8x16.lt_u(i8x16.sub(v128.load(at + run), i8x16.splat(0x61)), i8x16.splat(26));
    const others = ~i8x16.bitmask(letters) | 0x10000;
    const found = ctz(others);
    run += found;
    if (found < 16) return run;
  }
}

/**
 * Most pieces are a plain English word: perhaps a blank, perhaps a capital, small letters. The text has a NUL
 * after its end.
 * @returns `from` when it is not one, or may go on
 */
function plainWord(from: usize): usize {
  let at = from + usize(load<u8>(from) === BLANK);
  at += usize(u32(load<u8>(at)) - 0x41 < 26);
  const run = lowRun(at);
  const next: u32 = load<u8>(at + run);
  return run === 0 || next >= 0x80 || next === APOSTROPHE ? from : at + run;
}

/**
 * The next are figures, blanks before figures and single signs, all of ASCII. The NUL after the end of a text
 * is a sign, so that none of them seems to go on there.
 * @returns `from` when it is none of them, or may go on
 */
function plainMark(from: usize): usize {
  const first: u32 = load<u8>(from);
  const second: u32 = load<u8>(from, 1);
  if ((first | second) >= 0x80) return from;
  const kind = classOf(first);
  const after = classOf(second);
  if (kind === NUMBER) return after === NUMBER ? from : from + 1;
  if (kind === OTHER) return after === SPACE || after === NUMBER ? from + 1 : from;
  return first === BLANK && after === NUMBER ? from + 1 : from;
}

export function pieceEndO200k(from: usize, end: usize): usize {
  const plain = plainWord(from);
  if (plain > from) return plain;
  const mark = plainMark(from);
  return mark > from ? mark : anyPieceO200k(from, end);
}

function anyPieceO200k(from: usize, end: usize): usize {
  const kind = classAt(from);
  if (kind === NUMBER) return numbers(from, end, 3);
  if (kind === NEWLINE) return white(from, end);
  const begin = isPrefix(kind) ? from + widthOf(load<u8>(from)) : from;
  const letters = word(begin, end);
  if (letters > begin) {
    if (kind === MARK && !endsLow(letters)) return contraction(word(from, end), end);
    return contraction(letters, end);
  }
  if (kind === MARK) return contraction(begin, end);
  const sign = signs(from, end, true);
  return sign > from ? sign : white(from, end);
}

/** @param figures how many figures are one piece at most */
export function pieceEndCl100k(from: usize, end: usize, figures: usize): usize {
  const plain = plainWord(from);
  // A capital within a word is of the word here.
  if (plain > from && u32(load<u8>(plain)) - 0x41 >= 26) return plain;
  const mark = plainMark(from);
  return mark > from ? mark : anyPieceCl100k(from, end, figures);
}

function anyPieceCl100k(from: usize, end: usize, figures: usize): usize {
  const short = contraction(from, end);
  if (short > from) return short;
  const kind = classAt(from);
  if (kind === NUMBER) return numbers(from, end, figures);
  if (kind === NEWLINE) return white(from, end);
  const begin = isLetter(kind) ? from : from + widthOf(load<u8>(from));
  const letters = run(begin, end, LETTERS);
  if (letters > begin) return letters;
  const sign = signs(from, end, false);
  return sign > from ? sign : white(from, end);
}

/** Sets of classes, as bits. */
const LETTERS: u32 = (1 << UPPER) | (1 << LOWER) | (1 << LETTER);
const NUMBERS: u32 = 1 << NUMBER;
const SIGNS: u32 = (1 << MARK) | (1 << OTHER);
const WHITE: u32 = (1 << NEWLINE) | (1 << SPACE);

/** The end of the characters of a set of classes from an address on. */
function run(from: usize, end: usize, kinds: u32): usize {
  let at = from;
  while (at < end && ((1 << classAt(at)) & kinds) !== 0) at += widthOf(load<u8>(at));
  return at;
}

/** What GPT-2 published: `'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`. */
export function pieceEndGpt2(from: usize, end: usize): usize {
  const plain = plainWord(from);
  if (plain > from && u32(load<u8>(plain)) - 0x41 >= 26) return plain;
  const short = contraction(from, end);
  // Of small letters of ASCII alone.
  if (short > from && lowRun(from + 1) >= short - from - 1) return short;
  const begin = load<u8>(from) === BLANK ? from + 1 : from;
  if (begin < end) {
    const kind: u32 = 1 << classAt(begin);
    const kinds = (kind & LETTERS) !== 0 ? LETTERS : (kind & NUMBERS) !== 0 ? NUMBERS : (kind & SIGNS) !== 0 ? SIGNS : 0;
    if (kinds !== 0) return run(begin, end, kinds);
  }
  const after = run(from, end, WHITE);
  let last = after - 1;
  while ((load<u8>(last) & 0xc0) === 0x80) last -= 1;
  return after === end || last === from ? after : last;
}
