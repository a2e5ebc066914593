/**
 * The memory that files are read into: a few buffers in turn; where a second thread helps, in memory that it
 * sees too, so that a chunk goes to it without being copied.
 */

/** In bytes. */
const SIZE = 1536 * 1024;
/** So many chunks may be lent to the second thread at once: one that it works on, one that it takes next. */
export const LENT = 2;
/** One is worked on here, one is being read into. */
const OWN = 2;

/**
 * Buffers in turn. What one holds, it holds until it is taken again: not before another one was taken, and
 * not while it is lent.
 */
export class ReadBuffers {
  readonly #shared: boolean;
  readonly #count: number;
  #memory: ArrayBufferLike | undefined;
  /**
   * How many lent chunks were given back, in memory that both threads see: a busy thread learns it without
   * reading its messages.
   */
  readonly returned = new Int32Array(new SharedArrayBuffer(4));
  #lent = 0;
  /** For each buffer how many chunks had been lent when it was lent last. */
  readonly #until: Int32Array;
  #last = 0;

  /**
   * @param shared whether a second thread sees the memory. Else it is not: the collector learns too late of
   *   shared memory that nobody needs any more, and many small checks in a row would hold gigabytes.
   */
  constructor(shared: boolean) {
    this.#shared = shared;
    this.#count = shared ? OWN + LENT : OWN;
    this.#until = new Int32Array(this.#count);
  }

  /** All buffers. There is none before the first is wanted. */
  get memory(): ArrayBufferLike {
    this.#memory ??= this.#shared ? new SharedArrayBuffer(this.#count * SIZE) : new ArrayBuffer(this.#count * SIZE);
    return this.#memory;
  }

  /** Chunks that were lent and not given back. */
  get pending(): number {
    return this.#lent - Atomics.load(this.returned, 0);
  }

  /** A buffer to read into. */
  take(): Uint8Array {
    const back = Atomics.load(this.returned, 0);
    let next = (this.#last + 1) % this.#count;
    // At most LENT are lent, and one was taken last: one of the others is free.
    while (next === this.#last || (this.#until[next] ?? 0) > back) next = (next + 1) % this.#count;
    this.#last = next;
    return new Uint8Array(this.memory, next * SIZE, SIZE);
  }

  /** Whether a chunk lies in one of the buffers, and so can be lent. */
  holds(bytes: Uint8Array): boolean {
    return bytes.buffer === this.#memory;
  }

  /**
   * Lends the buffer of a chunk until one more of the lent ones is given back. They are given back in the
   * order in which they were lent.
   */
  lend(bytes: Uint8Array): void {
    this.#lent += 1;
    this.#until[Math.floor(bytes.byteOffset / SIZE)] = this.#lent;
  }
}
