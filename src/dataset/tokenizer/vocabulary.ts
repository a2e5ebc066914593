/** The tokens of an encoding, found by their bytes. */
import { zstdDecompressSync } from 'node:zlib';
import { at, type ByteText, byteText, intAt, wordAt } from './bytes.ts';

/** No token has these bytes. Greater than every rank. */
export const NONE = 0x7fffffff;

const SLOTS = 1 << 18;

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

/** An open-addressing table from bytes to rank. */
export class Vocabulary {
  /** All tokens, one after the other. */
  readonly #tokens: ByteText;
  /** Where the token of a rank begins; one more than there are tokens. */
  readonly #starts: Int32Array;
  /** Rank + 1; 0 is free. */
  readonly #slots = new Int32Array(SLOTS);
  /** The longest token, in bytes. */
  readonly longest: number;

  /** @param packed what scripts/vocabulary.ts writes: each token after its length, in the order of ranks, compressed */
  constructor(packed: string) {
    const raw = zstdDecompressSync(Buffer.from(packed, 'base64'));
    this.#tokens = byteText(raw);
    const { view } = this.#tokens;
    // A token has at least two bytes here, its length and one more.
    const starts = new Int32Array(raw.length / 2 + 2);
    let count = 0;
    let longest = 0;
    for (let index = 0; index < raw.length; ) {
      const size = at(raw, index);
      const start = index + 1;
      let slot = hashOf(view, start, size) >>> 14;
      while (intAt(this.#slots, slot) !== 0) slot = (slot + 1) & (SLOTS - 1);
      starts[count] = start;
      count += 1;
      this.#slots[slot] = count;
      longest = Math.max(longest, size);
      index = start + size;
    }
    // The length of the next token stands between the end of one and the beginning of the next.
    starts[count] = raw.length + 1;
    this.#starts = starts.slice(0, count + 1);
    this.longest = longest;
  }

  /** The rank of the token that is these bytes; NONE when there is none. `hash` is theirs. */
  find({ view }: ByteText, from: number, size: number, hash: number): number {
    for (let slot = hash >>> 14; ; slot = (slot + 1) & (SLOTS - 1)) {
      const rank = intAt(this.#slots, slot) - 1;
      if (rank < 0) return NONE;
      const start = intAt(this.#starts, rank);
      if (intAt(this.#starts, rank + 1) - 1 - start === size && sameBytes(this.#tokens.view, start, view, from, size))
        return rank;
    }
  }

  /** The same, with the hash computed here. */
  rank(text: ByteText, from: number, to: number): number {
    const size = to - from;
    return size > this.longest ? NONE : this.find(text, from, size, hashOf(text.view, from, size));
  }
}
