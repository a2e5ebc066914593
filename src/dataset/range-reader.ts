/** Lines read again, here and there but mostly forwards: in blocks, of which the last ones are kept. */

/** Some bytes of a file; fewer where it ends. */
export type ReadRange = (path: string, offset: number, length: number) => Promise<Uint8Array>;

/** In bytes. */
const BLOCK = 128 * 1024;
const KEPT = 32;

/** Reads ranges by whole blocks. */
export class RangeReader {
  readonly #readRange: ReadRange;
  /** The last used come last. */
  readonly #blocks = new Map<string, Uint8Array>();

  constructor(readRange: ReadRange) {
    this.#readRange = readRange;
  }

  /**
   * @param length in bytes
   * @throws whatever reading throws
   */
  async read(path: string, offset: number, length: number): Promise<Buffer> {
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
