/**
 * The rows in whole lines, each with a hash under a key. ../../diff/row-finder.ts does the same where there
 * is no WebAssembly, with another hash.
 */
import { hashOf } from '../../scan/kernel/sip-hash.ts';
import { setInt } from './numbers.ts';

const NEWLINE: u8 = 0x0a;
/** What is found of a row: where it begins, how long it is, its line from 0, and two halves of a hash. */
const RECORD: usize = 5;
/** Before the records stand where the search ended, and how many lines were met. */
const HEADER: usize = 2;
const MOST: u32 = 16384;
/** What is found takes so many bytes. */
export const FOUND_BYTES: usize = (HEADER + usize(MOST) * RECORD) * 4;

/** Tab, line feed, vertical tab, form feed, carriage return, space. */
function isSpace(byte: u32): bool {
  return byte === 0x20 || byte - 0x09 <= 4;
}

/** The next line feed, or the end. */
function lineEnd(from: usize, end: usize): usize {
  let at = from;
  const newlines = i8x16.splat(NEWLINE);
  for (; at + 16 <= end; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(at), newlines));
    if (found !== 0) return at + usize(ctz(found));
  }
  while (at < end && load<u8>(at) !== NEWLINE) at += 1;
  return at;
}

/**
 * Finds the rows in the lines from here on, as many as there is room for. Blank lines are none, and white
 * space around a row is not part of it.
 * @returns how many
 */
export function find(from: usize, end: usize, begin: usize, found: usize): u32 {
  let rows: u32 = 0;
  let lines: u32 = 0;
  let at = from;
  for (; at < end && rows < MOST; lines += 1) {
    let to = lineEnd(at, end);
    let first = at;
    at = to + 1;
    while (first < to && isSpace(load<u8>(first))) first += 1;
    while (first < to && isSpace(load<u8>(to - 1))) to -= 1;
    if (first === to) continue;
    const hash = hashOf(first, to - first);
    const record = HEADER + usize(rows) * RECORD;
    setInt(found, record, u32(first - begin));
    setInt(found, record + 1, u32(to - first));
    setInt(found, record + 2, lines);
    setInt(found, record + 3, u32(hash));
    setInt(found, record + 4, u32(hash >> 32));
    rows += 1;
  }
  setInt(found, 0, u32(at - begin));
  setInt(found, 1, lines);
  return rows;
}
