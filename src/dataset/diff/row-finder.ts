/**
 * The rows in whole lines, each with a hash of 64 bits under a key that is drawn anew in each run. Rows that
 * have the same hash are taken for the same without a look, so nobody may be able to write a row that has the
 * hash of another.
 */
import { createHash, randomBytes } from 'node:crypto';
import { type Kernel, kernelOf, writerTo } from '../tokens/kernel-module.ts';
import { loadModule } from '../web-assembly.ts';

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
/** Numbers of each row, and before all of them, in the kernel's memory (tokens/kernel/rows.ts). */
const RECORD = 5;
const HEADER = 2;

/** Tab, line feed, vertical tab, form feed, carriage return, space. */
const isSpace = (byte: number | undefined) => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

/** By the kernel, with SipHash-2-4. */
class KernelFinder implements RowFinder {
  low = 0;
  high = 0;
  readonly #kernel: Kernel;
  readonly #write: (text: string) => number;

  constructor(kernel: Kernel, key: Buffer) {
    this.#kernel = kernel;
    kernel.vocabularyAt(0);
    kernel.setRowKey(key.readBigUInt64LE(0), key.readBigUInt64LE(8));
    this.#write = writerTo(kernel);
  }

  rows(lines: Uint8Array, add: AddRow): number {
    const { memory, linesAt, findRows, foundAt } = this.#kernel;
    const begin = linesAt(lines.length);
    new Uint8Array(memory.buffer, begin, lines.length).set(lines);
    const numbers = new Int32Array(memory.buffer, foundAt());
    const number = (index: number) => numbers[index] ?? 0;
    let before = 0;
    for (let from = 0; from < lines.length; from = number(0)) {
      const count = findRows(lines.length, from);
      for (let row = 0, at = HEADER; row < count; row += 1, at += RECORD)
        add(before + number(at + 2), number(at), number(at + 1), number(at + 3), number(at + 4));
      before += number(1);
    }
    return before;
  }

  text(text: string): void {
    const hash = this.#kernel.hashText(this.#write(text));
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
  const kernel = module === undefined ? undefined : kernelOf(module);
  return kernel === undefined ? new PlainFinder(key) : new KernelFinder(kernel, key);
}

let loaded: Promise<RowFinder> | undefined;

/** The finder of this run: what it hashes can be compared. */
export function rowFinder(): Promise<RowFinder> {
  loaded ??= loadModule('kernel.wasm').then((module) => rowFinderOf(module));
  return loaded;
}
