/**
 * The rows in whole lines, each with a hash of 64 bits under a key that is drawn anew in each run. Rows that
 * have the same hash are taken for the same without a look, so nobody may be able to write a row that has the
 * hash of another.
 */
import { createHash, randomBytes } from 'node:crypto';
import { isSpace } from '../scan/blank-lines.ts';
import { type Exports, exported, exportsOf, loadModule, memory } from '../web-assembly.ts';

/** @param line counts from 0; where the row begins, and its length, are in bytes */
export type AddRow = (line: number, offset: number, length: number, low: number, high: number) => void;

export interface RowFinder {
  /**
   * Finds the rows. Blank lines are none, and white space around a row is not part of it.
   * @returns the number of lines
   */
  rows(lines: Uint8Array, add: AddRow): number;
  /** Hashes a text; the result stands in `low` and `high` until the next one. */
  text(text: string): void;
  readonly low: number;
  readonly high: number;
}

const NEWLINE = 0x0a;
/** What the kernel that reads rows exports for this (scan/kernel/kernel.ts). */
const KERNEL = {
  memory,
  start: exported<(first: bigint, second: bigint) => void>(),
  chunkAt: exported<(size: number) => number>(),
  findRows: exported<() => number>(),
  linesFound: exported<() => number>(),
  hashBytes: exported<(size: number) => bigint>(),
};
type Kernel = Exports<typeof KERNEL>;

/** Where the rows that were found are in its memory, and the numbers of each (scan/kernel/found.ts). */
const FOUND = 4096;
const FIELDS = 5;

/** By the kernel, with SipHash-2-4. */
class KernelFinder implements RowFinder {
  low = 0;
  high = 0;
  readonly #kernel: Kernel;
  readonly #encoder = new TextEncoder();

  constructor(kernel: Kernel, key: Buffer) {
    this.#kernel = kernel;
    kernel.start(key.readBigUInt64LE(0), key.readBigUInt64LE(8));
  }

  /** The memory for so many bytes. */
  #room(size: number): Uint8Array {
    const at = this.#kernel.chunkAt(size);
    return new Uint8Array(this.#kernel.memory.buffer, at, size);
  }

  rows(lines: Uint8Array, add: AddRow): number {
    const { memory: all, findRows, linesFound } = this.#kernel;
    this.#room(lines.length).set(lines);
    const numbers = new Int32Array(all.buffer, FOUND);
    const number = (index: number) => numbers[index] ?? 0;
    for (let count = findRows(); count > 0; count = findRows())
      for (let at = 0; at < count * FIELDS; at += FIELDS)
        add(number(at), number(at + 1), number(at + 2), number(at + 3), number(at + 4));
    return linesFound();
  }

  text(text: string): void {
    const { written } = this.#encoder.encodeInto(text, this.#room(Buffer.byteLength(text)));
    const hash = this.#kernel.hashBytes(written);
    this.low = Number(BigInt.asIntN(32, hash));
    this.high = Number(BigInt.asIntN(32, hash >> 32n));
  }
}

/** Where there is no WebAssembly: by SHA-256, of which 64 bits are kept. */
class PlainFinder implements RowFinder {
  low = 0;
  high = 0;
  readonly #key: Buffer;

  constructor(key: Buffer) {
    this.#key = key;
  }

  rows(lines: Uint8Array, add: AddRow): number {
    const bytes = Buffer.from(lines.buffer, lines.byteOffset, lines.byteLength);
    let line = 0;
    for (let from = 0; from < bytes.length; line += 1) {
      const newline = bytes.indexOf(NEWLINE, from);
      let end = newline < 0 ? bytes.length : newline;
      let first = from;
      from = end + 1;
      while (first < end && isSpace(bytes[first])) first += 1;
      while (first < end && isSpace(bytes[end - 1])) end -= 1;
      if (first === end) continue;
      this.#hash(bytes.subarray(first, end));
      add(line, first, end - first, this.low, this.high);
    }
    return line;
  }

  text(text: string): void {
    this.#hash(text);
  }

  #hash(what: Uint8Array | string): void {
    const digest = createHash('sha256').update(this.#key).update(what).digest();
    this.low = digest.readInt32LE(0);
    this.high = digest.readInt32LE(4);
  }
}

/**
 * A finder of rows.
 * @param module the kernel's; without it, or where the engine cannot run it, rows are found more slowly
 * @param key sixteen bytes that nobody outside this process knows
 */
export function rowFinderOf(module: Uint8Array | undefined, key: Buffer = randomBytes(16)): RowFinder {
  const kernel = module === undefined ? undefined : exportsOf(KERNEL, module);
  return kernel === undefined ? new PlainFinder(key) : new KernelFinder(kernel, key);
}

let loaded: RowFinder | undefined;

/** The finder of this run: what it hashes can be compared. */
export function rowFinder(): RowFinder {
  loaded ??= rowFinderOf(loadModule('rows.wasm'));
  return loaded;
}
