/** The tokens of an encoding, found by their bytes: ../tokenizer/vocabulary.ts over the kernel's memory. */
import { TAGS, VOCABULARY } from './layout.ts';

/** No token has these bytes, or no pair is merged. Greater than every rank. */
export const NONE: u32 = 0xfffff;
const SLOTS: u32 = 1 << 18;
/** The bytes before the first record. */
export const HEAD: usize = 4 + SLOTS * 4;

/** The first `size` bytes (at most 4) of those at an address, as one number. */
function wordAt(at: usize, size: usize): u32 {
  const word = load<u32>(at);
  return size >= 4 ? word : word & ((1 << u32(size * 8)) - 1);
}

function hashOf(from: usize, size: usize): u32 {
  let hash = u32(size);
  for (let at: usize = 0; at < size; at += 4) {
    hash = (hash ^ wordAt(from + at, size - at)) * 0x2c1b3c6d;
    hash ^= hash >> 15;
  }
  return hash * 0x297a2d39;
}

/** Whether the bytes at two addresses are the same. */
export function sameBytes(left: usize, right: usize, size: usize): bool {
  for (let at: usize = 0; at < size; at += 4) if (wordAt(left + at, size - at) !== wordAt(right + at, size - at)) return false;
  return true;
}

/** A part of a hash, in a byte that is not 0. */
function tagOf(hash: u32): u32 {
  return (hash & 0xff) | 1;
}

/**
 * The tag of the token in a slot. Most of what is looked up is no token; what lies in its way is recognised
 * by the tag, without a look at the records all over the vocabulary.
 */
function tagAt(slot: u32, record: usize): u32 {
  const known: u32 = load<u8>(TAGS + slot);
  if (known !== 0) return known;
  const tag = tagOf(hashOf(VOCABULARY + record + 4, load<u8>(VOCABULARY + record)));
  store<u8>(TAGS + slot, tag);
  return tag;
}

/** The rank of the token that is these bytes; NONE when there is none. */
export function rankOf(from: usize, size: usize): u32 {
  if (size > load<u32>(VOCABULARY)) return NONE;
  const hash = hashOf(from, size);
  let slot = hash >> 14;
  while (true) {
    const record: usize = load<u32>(VOCABULARY + 4 + slot * 4);
    if (record === 0) return NONE;
    const tag = tagAt(slot, record);
    slot = (slot + 1) & (SLOTS - 1);
    if (tag !== tagOf(hash)) continue;
    const head = load<u32>(VOCABULARY + record);
    if ((head & 255) === u32(size) && sameBytes(VOCABULARY + record + 4, from, size)) return head >> 8;
  }
}

/** Adds a token to a table that is built here; its record is to lie at an offset of the vocabulary. */
export function addToken(from: usize, size: usize, record: u32): void {
  store<u32>(VOCABULARY + record, u32(size));
  memory.copy(VOCABULARY + record + 4, from, size);
  if (load<u32>(VOCABULARY) < u32(size)) store<u32>(VOCABULARY, u32(size));
  let slot = hashOf(from, size) >> 14;
  while (load<u32>(VOCABULARY + 4 + slot * 4) !== 0) slot = (slot + 1) & (SLOTS - 1);
  store<u32>(VOCABULARY + 4 + slot * 4, record);
}
