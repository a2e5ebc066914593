/** In bytes. */
const MOST = 1 << 21;
const LEAST = 1 << 12;

/**
 * How much memory tells the keys of data of a size apart, in bytes: a power of two. Of more than that each of
 * a few rows would touch a page of its own, which costs a start half a millisecond.
 */
export function seenBytes(size: number): number {
  let bytes = LEAST;
  while (bytes < MOST && bytes * 8 < size) bytes *= 2;
  return bytes;
}

/**
 * Keys that were seen (a Bloom filter of two bits a key, both in one word). A key may be taken for another;
 * then a hash is taken that was not needed.
 */
export class SeenKeys {
  readonly #words: Int32Array;
  readonly #shared: boolean;
  /** Of a number of 32 bits, those that say which word is its own stand above so many others. */
  readonly #shift: number;

  /**
   * @param memory by `seenBytes`; two threads may share it, because a key is seen in one step: of two
   *   rows with one key, one at least learns of the other
   */
  constructor(memory: ArrayBufferLike) {
    this.#words = new Int32Array(memory);
    this.#shared = memory instanceof SharedArrayBuffer;
    this.#shift = Math.clz32(this.#words.length) + 1;
  }

  /** Whether a key of these two numbers was seen before; from now on it is. */
  see(one: number, other: number): boolean {
    const mask = (1 << other) | (1 << (other >>> 5));
    const at = (one ^ Math.imul(other, 0x9e3779b1)) >>> this.#shift;
    const before = this.#shared ? Atomics.or(this.#words, at, mask) : (this.#words[at] ?? 0);
    if (!this.#shared) this.#words[at] = before | mask;
    return (before & mask) === mask;
  }
}
