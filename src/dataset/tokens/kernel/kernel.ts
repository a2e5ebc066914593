/**
 * Counting tokens over the bytes of a text in this memory. ../tokenizer/ is the same in TypeScript: the
 * reference that the tests hold this against, and what counts where there is no WebAssembly.
 */
import { BYTES, LONG, LONG_BITS, MASKS, SHORT, SHORT_BITS, VOCABULARY } from './layout.ts';
import { mergedLength } from './merge.ts';
import { roomToMerge } from './merge-many.ts';
import { MIX, setInt } from './numbers.ts';
import { addPair, placePairs } from './pairs.ts';
import { pieceEndCl100k, pieceEndGpt2, pieceEndO200k } from './pieces.ts';
import { addToken, HEAD, NONE, rankOf, sameBytes } from './vocabulary.ts';

/** Words are read past the end of a text, and cut to size then. */
const PADDING: usize = 32;
/** A short piece and its size are two words of 64 bits. */
const MOST_SHORT: usize = 15;
/** Where the count stands in the second of them. */
const COUNT: u64 = u64(15) << 56;
/** The size of a longer piece, its count, and its bytes make a slot of 64. */
const MOST_LONG: usize = 62;

let text: usize = 0;
/** Where the next record of a given token is to lie. */
let lastRecord: u32 = 0;

function grow(size: usize): void {
  const pages = i32((size + 0xffff) >> 16) - memory.size();
  if (pages > 0) memory.grow(pages);
}

/** Makes room for a vocabulary's file. @returns where it is to be written, before `start` */
export function vocabularyAt(size: usize): usize {
  text = (VOCABULARY + size + 0xfff) & ~0xfff;
  grow(text + PADDING);
  return VOCABULARY;
}

function fillMasks(): void {
  for (let size: usize = 0; size <= MOST_SHORT; size += 1)
    for (let index: usize = 0; index < size; index += 1) store<u8>(MASKS + size * 16 + index, 0xff);
}

/** Prepares to count by the vocabulary that was written. */
export function start(): void {
  fillMasks();
  for (let byte: u32 = 0; byte < 256; byte += 1) {
    store<u8>(text, byte);
    setInt(BYTES, byte, rankOf(text, 1));
  }
}

/** Makes room for a tokenizer that is given by its pairs; its tokens take so many bytes, or none. */
export function startGiven(size: usize, pairs: u32): void {
  lastRecord = u32(HEAD);
  text = (placePairs(VOCABULARY + HEAD + size, pairs) + 0xfff) & ~0xfff;
  grow(text + PADDING);
  fillMasks();
}

/** The token of a byte alone. */
export function giveByte(byte: u32, token: u32): void {
  setInt(BYTES, byte, token);
}

/** A pair, its rank, and the token that it becomes. */
export function givePair(left: u32, right: u32, rank: u32, token: u32): void {
  addPair(left, right, rank, token);
}

/** A piece that is one token whatever the pairs say: the text that was written, of so many bytes. */
export function giveToken(size: usize): void {
  addToken(text, size, lastRecord);
  lastRecord += 4 + u32(size);
}

/** Makes room for a text of at most so many bytes. @returns where it is to be written */
export function textAt(size: usize): usize {
  grow(text + size + PADDING);
  return text;
}

function countPiece(from: usize, size: usize, room: usize): u32 {
  return rankOf(from, size) === NONE ? mergedLength(from, from + size, room) : 1;
}

/** The count of a piece of up to 15 bytes, remembered; a slot is its bytes, its size and its count. */
function countShort(from: usize, size: usize): u32 {
  const mask = MASKS + size * 16;
  const low = load<u64>(from) & load<u64>(mask);
  const high = (load<u64>(from, 8) & load<u64>(mask, 8)) | (u64(size) << 60);
  const slot = SHORT + usize(((low ^ (high * MIX)) * MIX) >> (64 - SHORT_BITS)) * 16;
  // All but the count is the same: what is left is the count.
  const left = load<u64>(slot, 8) ^ high;
  if (load<u64>(slot) === low && (left & ~COUNT) === 0) return u32(left >> 56);
  const count = countPiece(from, size, 0);
  store<u64>(slot, low);
  store<u64>(slot, high | (u64(count) << 56), 8);
  return count;
}

/** The same of longer pieces. */
function countLong(from: usize, size: usize, room: usize): u32 {
  if (size > MOST_LONG) return countPiece(from, size, room);
  const mixed = (load<u64>(from) ^ (load<u64>(from + size - 8) * MIX) ^ u64(size)) * MIX;
  const slot = LONG + usize((mixed ^ (load<u64>(from, 8) * MIX)) >> (64 - LONG_BITS)) * 64;
  if (load<u8>(slot) === size && sameBytes(slot + 2, from, size)) return load<u8>(slot, 1);
  const count = countPiece(from, size, room);
  store<u8>(slot, size);
  store<u8>(slot, count, 1);
  memory.copy(slot + 2, from, size);
  return count;
}

function countAny(from: usize, size: usize, room: usize): u32 {
  return size === 1 ? 1 : size <= MOST_SHORT ? countShort(from, size) : countLong(from, size, room);
}

/**
 * A longer piece is counted in parts of this size: to merge one takes 28 times its bytes, which are never
 * given back, and a cut makes a token or two of a million.
 */
const MOST_MERGED: usize = 1 << 20;
/** How text is cut: as by cl100k_base, by o200k_base, by GPT-2, or as by the first with single figures. */
const CL100K: u32 = 0;
const O200K: u32 = 1;
const GPT2: u32 = 2;

function pieceEnd(from: usize, end: usize, splitting: u32): usize {
  if (splitting === O200K) return pieceEndO200k(from, end);
  return splitting === GPT2 ? pieceEndGpt2(from, end) : pieceEndCl100k(from, end, splitting === CL100K ? 3 : 1);
}

/** The tokens of the text that was written, of so many bytes. */
export function count(size: usize, splitting: u32): u32 {
  const end = text + size;
  memory.fill(end, 0, PADDING);
  const room = (end + PADDING + 7) & ~7;
  let total: u32 = 0;
  for (let from = text; from < end; ) {
    const whole = pieceEnd(from, end, splitting);
    const to = whole - from > MOST_MERGED ? from + MOST_MERGED : whole;
    if (to - from > MOST_LONG) grow(room + roomToMerge(to - from));
    total += countAny(from, to - from, room);
    from = to;
  }
  return total;
}
