/** Lines read again, here and there but mostly forwards: in blocks, of which the last ones are kept. */

import { LONGEST } from './chunks.ts';

/**
 * Some bytes of a file; fewer where it ends. They may be read into memory that is given. What was opened for
 * it is closed in the end.
 */
export interface ReadRange {
  (path: string, offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  close?(): Promise<void>;
}

/** In bytes. */
const BLOCK = 64 * 1024;
const KEPT = 32;
/** So many of them are in use at a time. */
const HOT = 4;
/** So many reads from memory follow one another before whatever else happens is heard. */
const TURN = 1000;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** Where a line begins. */
interface LinePlace {
  readonly path: string;
  readonly offset: number;
}

interface Block {
  readonly path: string;
  readonly begin: number;
  readonly bytes: Buffer;
  /** What it was read into; it is read into again. */
  readonly memory: Uint8Array;
}

/** A copy of bytes without the end of the line. */
const lineIn = (bytes: Buffer): Buffer => Buffer.from(bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes);

/** Reads lines by whole blocks. */
export class RangeReader {
  readonly #readRange: ReadRange;
  readonly #signal: AbortSignal | undefined;
  /** Reads since whatever else happens was heard. */
  #reads = 0;
  /** The last used come last; the order of those few does not matter. */
  #blocks: Block[] = [];
  /** The memory of one that was let go of. The collector would come late for it, and find hundreds. */
  #spare: Uint8Array | undefined;

  constructor(readRange: ReadRange, signal?: AbortSignal) {
    this.#readRange = readRange;
    this.#signal = signal;
  }

  /**
   * The line that begins at an offset, where a block that is kept holds it; now and then it is not looked
   * for.
   */
  kept(path: string, offset: number): Buffer | undefined {
    this.#reads += 1;
    if (this.#reads >= TURN) return undefined;
    const block = this.#keptBlock(path, offset - (offset % BLOCK));
    if (block === undefined) return undefined;
    const end = block.bytes.indexOf(NEWLINE, offset - block.begin);
    return end < 0 ? undefined : lineIn(block.bytes.subarray(offset - block.begin, end));
  }

  /**
   * Whether two lines are the same, byte by byte; undefined where no block that is kept holds one of them, or
   * it has to be looked at more closely.
   */
  areSameKept(one: LinePlace, other: LinePlace): boolean | undefined {
    this.#reads += 1;
    if (this.#reads >= TURN) return undefined;
    const here = this.#keptBlock(one.path, one.offset - (one.offset % BLOCK));
    const there = this.#keptBlock(other.path, other.offset - (other.offset % BLOCK));
    if (here === undefined || there === undefined) return undefined;
    const from = one.offset - here.begin;
    const end = here.bytes.indexOf(NEWLINE, from);
    const otherFrom = other.offset - there.begin;
    const otherEnd = otherFrom + end - from;
    if (end < 0 || otherEnd >= there.bytes.length) return undefined;
    if (there.bytes[otherEnd] !== NEWLINE) return undefined;
    return here.bytes.compare(there.bytes, otherFrom, otherEnd, from, end) === 0;
  }

  /**
   * The line that begins at an offset, without its end.
   * @throws whatever reading throws, and the signal's reason
   */
  async line(path: string, offset: number): Promise<Buffer> {
    this.#reads += 1;
    if (this.#reads >= TURN) {
      this.#reads = 0;
      await new Promise(setImmediate);
    }
    this.#signal?.throwIfAborted();
    const parts: Buffer[] = [];
    for (let at = offset; at - offset <= LONGEST; ) {
      const begin = at - (at % BLOCK);
      const { bytes } = await this.#block(path, begin);
      const end = bytes.indexOf(NEWLINE, at - begin);
      const part = bytes.subarray(at - begin, end < 0 ? undefined : end);
      at += part.length;
      if (parts.length === 0 && end >= 0) return lineIn(part);
      parts.push(Buffer.from(part));
      if (end >= 0 || bytes.length < BLOCK) break;
    }
    return lineIn(Buffer.concat(parts));
  }

  /** Lets go of what is kept and what is open; what is read later is read anew. */
  async close(): Promise<void> {
    this.#blocks = [];
    this.#spare = undefined;
    await this.#readRange.close?.();
  }

  #keptBlock(path: string, begin: number): Block | undefined {
    const blocks = this.#blocks;
    for (let at = blocks.length - 1; at >= 0; at -= 1) {
      const block = blocks[at];
      if (block?.begin !== begin || block.path !== path) continue;
      if (at < blocks.length - HOT) blocks.push(...blocks.splice(at, 1));
      return block;
    }
    return undefined;
  }

  async #block(path: string, begin: number): Promise<Block> {
    const kept = this.#keptBlock(path, begin);
    if (kept !== undefined) return kept;
    const memory = this.#spare ?? new Uint8Array(BLOCK);
    this.#spare = undefined;
    const { buffer, byteOffset, byteLength } = await this.#readRange(path, begin, BLOCK, memory);
    const block = { path, begin, bytes: Buffer.from(buffer, byteOffset, byteLength), memory };
    this.#blocks.push(block);
    if (this.#blocks.length > KEPT) this.#spare = this.#blocks.shift()?.memory;
    return block;
  }
}
