/** In bytes. */
export const SEEN_BYTES = 1 << 21;

/**
 * Keys that were seen (a Bloom filter of two bits a key). A key may be taken for another; then a hash is
 * taken that was not needed.
 */
export class SeenKeys {
  readonly #bits: Int32Array;

  /**
   * @param memory SEEN_BYTES; two threads may share it: a bit that one of them loses to the other costs a
   *   hash later, and no finding
   */
  constructor(memory: ArrayBufferLike) {
    this.#bits = new Int32Array(memory);
  }

  #set(bit: number): boolean {
    const mask = 1 << (bit & 31);
    const before = this.#bits[bit >>> 5] ?? 0;
    this.#bits[bit >>> 5] = before | mask;
    return (before & mask) !== 0;
  }

  /** Whether a key of these two numbers was seen before; from now on it is. */
  see(one: number, other: number): boolean {
    // Each bit is of both numbers: two keys that share one of them share no bit.
    const first = this.#set((Math.imul(one, 0x9e3779b1) + other) >>> 8);
    const second = this.#set((Math.imul(other, 0x85ebca6b) + one) >>> 8);
    return first && second;
  }
}
