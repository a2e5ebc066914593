/** The tokens of an encoding, found by their bytes: ../tokenizer/vocabulary.ts over the kernel's memory. */
import { VOCABULARY } from './layout.ts';

/** No token has these bytes, or no pair is merged. Greater than every rank. */
export const NONE: u32 = 0x3ffff;
const SLOTS: u32 = 1 << 18;

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

/** The rank of the token that is these bytes; NONE when there is none. */
export function rankOf(from: usize, size: usize): u32 {
  if (size > load<u32>(VOCABULARY)) return NONE;
  let slot = hashOf(from, size) >> 14;
  while (true) {
    const record: usize = load<u32>(VOCABULARY + 4 + slot * 4);
    if (record === 0) return NONE;
    const head = load<u32>(VOCABULARY + record);
    slot = (slot + 1) & (SLOTS - 1);
    if ((head & 255) === u32(size) && sameBytes(VOCABULARY + record + 4, from, size)) return head >> 8;
  }
}
