/**
 * The rows of a version of the data: where each is and the hash of its line, in typed arrays of 24 bytes a
 * row, so that a million of them are no burden.
 */
import { chunksOf, type Read } from '../scan/chunks.ts';
import type { ReadRange } from '../scan/range-reader.ts';
import { at } from './pairing.ts';
import { rowFinder } from './row-finder.ts';

const FIRST = 1024;
/** Rows are read again in pieces of at least so many bytes. */
const WINDOW = 1024 * 1024;
/** Rows that were read are kept up to so many bytes in all. */
const KEPT = 16 * 1024 * 1024;

/** The length of a byte order mark at the beginning, in bytes. */
const markLength = (bytes: Uint8Array) => (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);

type Numbers = Int32Array | Float64Array;

function grown<Column extends Numbers>(column: Column, make: (length: number) => Column): Column {
  const larger = make(column.length * 2);
  larger.set(column);
  return larger;
}

/**
 * All rows in their order. Blank lines are none; white space around a row, a CR before the LF and a byte
 * order mark are not part of it.
 */
export class RowList {
  count = 0;
  #low = new Int32Array(FIRST);
  #high = new Int32Array(FIRST);
  #line = new Int32Array(FIRST);
  #length = new Int32Array(FIRST);
  #offset = new Float64Array(FIRST);
  /** The rows from which on each file's begin. */
  readonly #files: { readonly path: string; readonly from: number }[] = [];

  /** @param line counts from 1 within its file; `offset` is in bytes, within its file */
  add(path: string, line: number, offset: number, length: number, low: number, high: number): void {
    const row = this.count;
    if (row === this.#low.length) this.#grow();
    this.#low[row] = low;
    this.#high[row] = high;
    this.#line[row] = line;
    this.#length[row] = length;
    this.#offset[row] = offset;
    if (this.#files.at(-1)?.path !== path) this.#files.push({ path, from: row });
    this.count += 1;
  }

  #grow(): void {
    const whole = (length: number) => new Int32Array(length);
    this.#low = grown(this.#low, whole);
    this.#high = grown(this.#high, whole);
    this.#line = grown(this.#line, whole);
    this.#length = grown(this.#length, whole);
    this.#offset = grown(this.#offset, (length) => new Float64Array(length));
  }

  low(row: number): number {
    return at(this.#low, row);
  }

  high(row: number): number {
    return at(this.#high, row);
  }

  /** Where a row is. */
  place(row: number): { readonly path: string; readonly line: number; readonly offset: number; readonly length: number } {
    return {
      path: this.#files.findLast(({ from }) => from <= row)?.path ?? '',
      line: at(this.#line, row),
      offset: at(this.#offset, row),
      length: at(this.#length, row),
    };
  }
}

/**
 * Lists the rows of the joined files, in one pass.
 * @throws whatever `read` throws, and the signal's reason
 */
export async function listRows(paths: readonly string[], read: Read, signal?: AbortSignal): Promise<RowList> {
  const finder = rowFinder();
  const list = new RowList();
  let file: string | undefined;
  let before = 0;
  for await (const { path, offset, bytes } of chunksOf(paths, read, () => signal?.throwIfAborted())) {
    if (path !== file) before = 0;
    file = path;
    if (bytes === undefined) {
      // A line that is too long is no row.
      before += 1;
      continue;
    }
    const from = offset === 0 ? markLength(bytes) : 0;
    before += finder.rows(bytes.subarray(from), (line, place, length, low, high) =>
      list.add(path, before + line + 1, offset + from + place, length, low, high),
    );
  }
  return list;
}

/** Reads rows of a list again. Those that are near each other are read at once, and some are kept. */
export class RowReader {
  readonly #list: RowList;
  readonly #readRange: ReadRange;
  readonly #kept = new Map<number, Buffer>();
  #room = KEPT;
  #window: { readonly path: string; readonly from: number; readonly bytes: Buffer } | undefined;
  /** What is read goes into the same memory each time. */
  #memory = Buffer.alloc(0);

  constructor(list: RowList, readRange: ReadRange) {
    this.#list = list;
    this.#readRange = readRange;
  }

  /**
   * Reads some rows, given in their order.
   * @param visit sees each row's bytes, until it returns
   */
  async read(rows: Iterable<number>, visit: (bytes: Buffer, row: number) => void): Promise<void> {
    for (const row of rows) visit(this.#kept.get(row) ?? this.#inWindow(row) ?? (await this.#fromFile(row)), row);
  }

  /** A row of the window; it is kept as long as there is room. */
  #inWindow(row: number): Buffer | undefined {
    const { path, offset, length } = this.#list.place(row);
    const window = this.#window;
    if (window?.path !== path || offset < window.from || offset + length > window.from + window.bytes.length) return undefined;
    const bytes = window.bytes.subarray(offset - window.from, offset - window.from + length);
    if (length > this.#room) return bytes;
    this.#room -= length;
    this.#kept.set(row, Buffer.from(bytes));
    return bytes;
  }

  async #fromFile(row: number): Promise<Buffer> {
    const { path, offset, length } = this.#list.place(row);
    const size = Math.max(length, WINDOW);
    if (this.#memory.length < size) this.#memory = Buffer.allocUnsafeSlow(size);
    const { buffer, byteOffset, byteLength } = await this.#readRange(path, offset, size, this.#memory);
    this.#window = { path, from: offset, bytes: Buffer.from(buffer, byteOffset, byteLength) };
    // A file that became shorter has less of it.
    return this.#inWindow(row) ?? this.#window.bytes;
  }
}
