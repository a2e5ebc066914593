/** Rows by their places and the hashes of their lines, whatever they hold, for ../../diff/row-finder.ts. */
import { CHUNK } from './layout.ts';
import { hashOf } from './sip-hash.ts';
import { isSpace } from './text.ts';

/** Its line from 0, where it begins, how long it is, and two halves of a hash: numbers of 32 bits. */
export const FOUND_WIDTH: usize = 20;
export const MOST_FOUND: u32 = 2048;

/** Writes where the row of a line is, without the white space around it. @returns whether there is one */
export function writeFound(record: usize, begin: usize, end: usize, line: u32): bool {
  let from = begin;
  let to = end;
  while (from < to && isSpace(load<u8>(from))) from += 1;
  while (from < to && isSpace(load<u8>(to - 1))) to -= 1;
  if (from === to) return false;
  const hash = hashOf(from, to - from);
  store<u32>(record, line);
  store<u32>(record, u32(from - CHUNK), 4);
  store<u32>(record, u32(to - from), 8);
  store<u32>(record, u32(hash), 12);
  store<u32>(record, u32(hash >> 32), 16);
  return true;
}
