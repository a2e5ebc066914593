/** In bytes. */
export const SEEN_BYTES = 1 << 21;
/** The bits of a number that say which word of the memory is its own. */
const WORD_BITS = 19;

/**
 * Keys that were seen (a Bloom filter of two bits a key, both in one word). A key may be taken for another;
 * then a hash is taken that was not needed.
 */
export class SeenKeys {
  readonly #words: Int32Array;
  readonly #shared: boolean;

  /**
   * @param memory SEEN_BYTES; two threads may share it, because a key is seen in one step: of two rows with
   *   one key, one at least learns of the other
   */
  constructor(memory: ArrayBufferLike) {
    this.#words = new Int32Array(memory);
    this.#shared = memory instanceof SharedArrayBuffer;
  }

  /** Whether a key of these two numbers was seen before; from now on it is. */
  see(one: number, other: number): boolean {
    const mask = (1 << other) | (1 << (other >>> 5));
    const at = (one ^ Math.imul(other, 0x9e3779b1)) >>> (32 - WORD_BITS);
    const before = this.#shared ? Atomics.or(this.#words, at, mask) : (this.#words[at] ?? 0);
    if (!this.#shared) this.#words[at] = before | mask;
    return (before & mask) === mask;
  }
}
