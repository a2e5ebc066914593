/**
 * The lines of a chunk, of which most are plain rows without fault: those are recognised here over their
 * bytes, and never become values. ../row-kernel.ts speaks to it; the rest, and all where there is no
 * WebAssembly, is looked at in TypeScript, which the tests hold this against.
 */

import { FOUND_WIDTH, MOST_FOUND, writeFound } from './found.ts';
import { prepare } from './keys.ts';
import { BEGIN, CHUNK, END, MOST, RECORDS, STATE, WIDTH } from './layout.ts';
import { hashed, hashedPrompt, hashRow, readRow, rowEnd } from './row.ts';
import { hashOf, setKey } from './sip-hash.ts';
import { lineEnd } from './text.ts';

/** Words are read past the end of a chunk. */
const PADDING: usize = 64;
const NEWLINE: u8 = 0x0a;

let chunkEnd: usize = CHUNK;
/** Where the line begins that comes next, and how many came before it. */
let next: usize = CHUNK;
let lines: u32 = 0;

/** Writes the tables, and sets the key of 128 bits that lines are hashed under; once, before all else. */
export function start(first: u64, second: u64): void {
  prepare();
  setKey(first, second);
}

/** Makes room for a chunk of so many bytes, which is to be written to where this returns. */
export function chunkAt(size: usize): usize {
  const pages = i32((CHUNK + size + PADDING + 0xffff) >> 16) - memory.size();
  if (pages > 0) memory.grow(pages);
  next = CHUNK;
  lines = 0;
  chunkEnd = CHUNK + size;
  // The last line has an end in any case.
  store<u8>(chunkEnd, NEWLINE);
  return CHUNK;
}

/** Reads lines, as many as there is room for. @returns how many; 0 at the end of the chunk */
export function readLines(): u32 {
  let count: u32 = 0;
  for (; count < MOST && next < chunkEnd; count += 1) {
    const record = RECORDS + usize(count) * WIDTH;
    const state = readRow(next, record);
    const end = state === 0 ? lineEnd(next) : rowEnd;
    store<u32>(record + BEGIN, u32(next - CHUNK));
    store<u32>(record + END, u32(end - CHUNK));
    store<u32>(record + STATE, state);
    next = end + 1;
  }
  return count;
}

/** Finds rows whatever they hold, as many as there is room for. @returns how many; 0 at the end */
export function findRows(): u32 {
  let count: u32 = 0;
  for (; count < MOST_FOUND && next < chunkEnd; lines += 1) {
    const end = lineEnd(next);
    if (writeFound(RECORDS + usize(count) * FOUND_WIDTH, next, end, lines)) count += 1;
    next = end + 1;
  }
  return count;
}

/** The lines that were searched for rows. */
export function linesFound(): u32 {
  return lines;
}

/** The hash of as many bytes as were written where a chunk is. */
export function hashBytes(size: usize): u64 {
  return hashOf(CHUNK, size);
}

/** Hashes what a row says: a plain one, of ASCII alone, that begins here in the chunk. */
export function hash(begin: usize): void {
  hashRow(CHUNK + begin);
}

/** The hash of the whole row, and of what it asks. */
export function hashOfWhole(): u32 {
  return hashed;
}

export function hashOfPrompt(): u32 {
  return hashedPrompt;
}
