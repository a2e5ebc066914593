/**
 * The length of the longest common subsequence of two sequences, bit-parallel (Hyyrö, "Bit-parallel
 * LCS-length computation revisited", 2004): a bit of V is 0 where the length grows. The pattern is taken in
 * blocks of eight words of 31 bits, so that a block's bits stay in registers and its table stays small
 * whatever the alphabet; the carry that leaves a block for each symbol of the text waits for the next block.
 */
import { cell } from './cells.ts';

const BITS = 31;
const WORDS = 8;
const BLOCK = WORDS * BITS;
const ONES = 0x7fffffff;

/** More pairs of symbols than this are not compared: it bounds the time to about a second. */
const MOST_PAIRS = 2 ** 34;

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * One block of the pattern against the whole text.
 * @returns how many of the block's bits are 0 at the end
 */
function runBlock(table: Int32Array, text: Int32Array, carries: Int32Array): number {
  let v0 = ONES;
  let v1 = ONES;
  let v2 = ONES;
  let v3 = ONES;
  let v4 = ONES;
  let v5 = ONES;
  let v6 = ONES;
  let v7 = ONES;
  const places = rowOf;
  for (let at = 0; at < text.length; at += 1) {
    const row = cell(places, cell(text, at));
    let met = v0 & cell(table, row);
    let sum = (v0 + met + cell(carries, at)) | 0;
    v0 = (sum & ONES) | (v0 ^ met);
    met = v1 & cell(table, row + 1);
    sum = (v1 + met + (sum >>> BITS)) | 0;
    v1 = (sum & ONES) | (v1 ^ met);
    met = v2 & cell(table, row + 2);
    sum = (v2 + met + (sum >>> BITS)) | 0;
    v2 = (sum & ONES) | (v2 ^ met);
    met = v3 & cell(table, row + 3);
    sum = (v3 + met + (sum >>> BITS)) | 0;
    v3 = (sum & ONES) | (v3 ^ met);
    met = v4 & cell(table, row + 4);
    sum = (v4 + met + (sum >>> BITS)) | 0;
    v4 = (sum & ONES) | (v4 ^ met);
    met = v5 & cell(table, row + 5);
    sum = (v5 + met + (sum >>> BITS)) | 0;
    v5 = (sum & ONES) | (v5 ^ met);
    met = v6 & cell(table, row + 6);
    sum = (v6 + met + (sum >>> BITS)) | 0;
    v6 = (sum & ONES) | (v6 ^ met);
    met = v7 & cell(table, row + 7);
    sum = (v7 + met + (sum >>> BITS)) | 0;
    v7 = (sum & ONES) | (v7 ^ met);
    carries[at] = sum >>> BITS;
  }
  return BLOCK - ones(v0) - ones(v1) - ones(v2) - ones(v3) - ones(v4) - ones(v5) - ones(v6) - ones(v7);
}

/**
 * For each symbol, where its row of the table begins; all 0 between two blocks, and so kept from one
 * comparison to the next: a text with one rare sign would need megabytes of it each time.
 */
let rowOf = new Int32Array(0);

function bitParallel(pattern: Int32Array, text: Int32Array): number {
  const most = Math.max(highest(pattern), highest(text)) + 1;
  if (rowOf.length < most) rowOf = new Int32Array(most);
  const carries = new Int32Array(text.length);
  const table = new Int32Array((BLOCK + 1) * WORDS);
  let length = 0;
  for (let from = 0; from < pattern.length; from += BLOCK) {
    const size = Math.min(BLOCK, pattern.length - from);
    let used = 0;
    for (let offset = 0; offset < size; offset += 1) {
      const symbol = cell(pattern, from + offset);
      if (rowOf[symbol] === 0) {
        used += WORDS;
        rowOf[symbol] = used;
      }
      const at = cell(rowOf, symbol) + Math.floor(offset / BITS);
      table[at] = cell(table, at) | (1 << (offset % BITS));
    }
    length += runBlock(table, text, carries);
    for (let offset = 0; offset < size; offset += 1) rowOf[cell(pattern, from + offset)] = 0;
    table.fill(0, 0, used + WORDS);
  }
  return length;
}

function highest(symbols: Int32Array): number {
  let most = 0;
  for (let at = 0; at < symbols.length; at += 1) most = Math.max(most, cell(symbols, at));
  return most;
}

/**
 * The length of the longest common subsequence; undefined when the two are too long to be compared.
 * @param left symbols, each a number from 0
 */
export function commonLength(left: Int32Array, right: Int32Array): number | undefined {
  const shorter = Math.min(left.length, right.length);
  let before = 0;
  while (before < shorter && left[before] === right[before]) before += 1;
  let after = 0;
  while (after < shorter - before && left[left.length - 1 - after] === right[right.length - 1 - after]) after += 1;
  const a = left.subarray(before, left.length - after);
  const b = right.subarray(before, right.length - after);
  if (a.length * b.length > MOST_PAIRS) return undefined;
  return before + after + (a.length < b.length ? bitParallel(a, b) : bitParallel(b, a));
}
