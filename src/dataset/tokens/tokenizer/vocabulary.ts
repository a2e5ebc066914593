/** The tokens of an encoding, found by their bytes. */
import { type ByteText, wordAt } from './bytes.ts';

/** No token has these bytes. Greater than every rank. */
export const NONE = 0x7fffffff;

/**
 * A vocabulary's file, all numbers little-endian and of 32 bits: the length of the longest token; an
 * open-addressing table of 2^18 slots, each with the place of a token's record or 0; the records, each the
 * rank * 256 + length and then the token's bytes; eight bytes of padding. It is used as it is read: to build
 * the table at the start would take longer than to check a small file.
 */
export const SLOTS = 1 << 18;
export const HEAD = 4 + SLOTS * 4;

/** The slot where the search for bytes of this hash begins. */
export function slotOf(hash: number): number {
  return hash >>> 14;
}

/** A hash of the bytes at an index, spread over 32 bits. */
export function hashOf(view: DataView, from: number, size: number): number {
  let hash = size;
  for (let index = 0; index < size; index += 4) {
    hash = Math.imul(hash ^ wordAt(view, from + index, size - index), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0x297a2d39);
}

/** Whether the bytes at two places are the same. */
export function sameBytes(left: DataView, from: number, right: DataView, other: number, size: number): boolean {
  for (let index = 0; index < size; index += 4)
    if (wordAt(left, from + index, size - index) !== wordAt(right, other + index, size - index)) return false;
  return true;
}

/** The tokens of an encoding. */
export class Vocabulary {
  readonly #file: DataView;
  /** The longest token, in bytes. */
  readonly longest: number;

  /** @param file what scripts/vocabulary.ts writes */
  constructor(file: Uint8Array) {
    this.#file = new DataView(file.buffer, file.byteOffset, file.byteLength);
    this.longest = this.#file.getInt32(0, true);
  }

  /** The rank of the token that is these bytes; NONE when there is none. `hash` is theirs. */
  find({ view }: ByteText, from: number, size: number, hash: number): number {
    const file = this.#file;
    for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
      const record = file.getInt32(4 + slot * 4, true);
      if (record === 0) return NONE;
      const head = file.getInt32(record, true);
      if ((head & 255) === size && sameBytes(file, record + 4, view, from, size)) return head >>> 8;
    }
  }

  /** The same, with the hash computed here. */
  rank(text: ByteText, from: number, to: number): number {
    const size = to - from;
    return size > this.longest ? NONE : this.find(text, from, size, hashOf(text.view, from, size));
  }
}
