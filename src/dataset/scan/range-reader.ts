/** Lines read again, here and there but mostly forwards: in blocks, of which the last ones are kept. */

import { setImmediate as immediate } from 'node:timers/promises';

/** Some bytes of a file; fewer where it ends. */
export type ReadRange = (path: string, offset: number, length: number) => Promise<Uint8Array>;

/** In bytes. */
const BLOCK = 64 * 1024;
const KEPT = 64;
/** So many reads from memory follow one another before whatever else happens is heard. */
const TURN = 1000;

/** Reads ranges by whole blocks. */
export class RangeReader {
  readonly #readRange: ReadRange;
  readonly #signal: AbortSignal | undefined;
  #reads = 0;
  /** The last used come last. */
  readonly #blocks = new Map<string, Uint8Array>();

  constructor(readRange: ReadRange, signal?: AbortSignal) {
    this.#readRange = readRange;
    this.#signal = signal;
  }

  /**
   * @param length in bytes
   * @throws whatever reading throws, and the signal's reason
   */
  async read(path: string, offset: number, length: number): Promise<Buffer> {
    this.#reads += 1;
    if (this.#reads % TURN === 0) await immediate();
    this.#signal?.throwIfAborted();
    const parts: Uint8Array[] = [];
    for (let at = offset; at < offset + length; ) {
      const begin = at - (at % BLOCK);
      const block = await this.#block(path, begin);
      const part = block.subarray(at - begin, offset + length - begin);
      if (part.length === 0) break;
      parts.push(part);
      at += part.length;
    }
    return Buffer.concat(parts);
  }

  async #block(path: string, begin: number): Promise<Uint8Array> {
    const name = `${begin} ${path}`;
    const block = this.#blocks.get(name) ?? (await this.#readRange(path, begin, BLOCK));
    this.#blocks.delete(name);
    this.#blocks.set(name, block);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size > KEPT && oldest !== undefined) this.#blocks.delete(oldest);
    return block;
  }
}
