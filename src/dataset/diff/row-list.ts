/**
 * The rows of a version of the data: where each is and the hash of its line, in typed arrays of 24 bytes a
 * row, so that a million of them are no burden.
 */
import type { Read } from '../scan/chunks.ts';
import type { ReadRange } from '../scan/range-reader.ts';
import type { KeyedHash } from './keyed-hash.ts';
import { at } from './pairing.ts';

const NEWLINE = 0x0a;
/** A longer line is no row. It is known by its hash, and not read again. In bytes. */
const LONGEST = 32 * 1024 * 1024;
const FIRST = 1024;
/** Rows are read again in pieces of at least so many bytes. */
const WINDOW = 1024 * 1024;
const MOST_BYTES = 2 ** 31 - 1;

/** Tab, line feed, vertical tab, form feed, carriage return, space. */
const isSpace = (byte: number | undefined) => byte === 0x20 || (byte !== undefined && byte >= 0x09 && byte <= 0x0d);

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
  add(hash: KeyedHash, path: string, line: number, offset: number, length: number): void {
    const row = this.count;
    if (row === this.#low.length) this.#grow();
    this.#low[row] = hash.low;
    this.#high[row] = hash.high;
    this.#line[row] = line;
    this.#length[row] = Math.min(length, MOST_BYTES);
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

/** The rows of one file, as its bytes come. */
class FileRows {
  readonly #list: RowList;
  readonly #hash: KeyedHash;
  readonly #path: string;
  #lines = 0;
  /** Where the piece that comes next begins. */
  #at = 0;
  /** The beginning of a line whose end is still to come. */
  #held: Buffer[] = [];
  #size = 0;
  #long: ReturnType<KeyedHash['stream']> | undefined;

  constructor(list: RowList, hash: KeyedHash, path: string) {
    this.#list = list;
    this.#hash = hash;
    this.#path = path;
  }

  add(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    const view = new DataView(piece.buffer, piece.byteOffset, piece.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      if (this.#size === 0) this.#row(bytes, view, from, end, this.#at);
      else {
        this.#hold(bytes.subarray(from, end));
        this.#release(this.#at + end);
      }
      from = end + 1;
    }
    if (from < bytes.length) this.#hold(bytes.subarray(from));
    this.#at += bytes.length;
  }

  finish(): void {
    if (this.#size > 0) this.#release(this.#at);
  }

  #hold(part: Buffer): void {
    this.#size += part.length;
    if (this.#size <= LONGEST) this.#held.push(Buffer.from(part));
    else {
      this.#long ??= this.#hash.stream();
      for (const one of this.#held) this.#long.add(one);
      this.#held = [];
      this.#long.add(part);
    }
  }

  /** The line that was held ends here. */
  #release(end: number): void {
    const from = end - this.#size;
    if (this.#long !== undefined) {
      this.#long.finish();
      this.#lines += 1;
      this.#list.add(this.#hash, this.#path, this.#lines, from, this.#size);
      this.#long = undefined;
    } else {
      const line = Buffer.concat(this.#held);
      this.#row(line, new DataView(line.buffer, line.byteOffset, line.byteLength), 0, line.length, from);
    }
    this.#held = [];
    this.#size = 0;
  }

  #row(bytes: Buffer, view: DataView, begin: number, finish: number, offset: number): void {
    this.#lines += 1;
    let from = begin;
    let end = finish;
    if (offset + from === 0 && bytes[from] === 0xef && bytes[from + 1] === 0xbb && bytes[from + 2] === 0xbf) from += 3;
    while (from < end && isSpace(bytes[from])) from += 1;
    while (from < end && isSpace(bytes[end - 1])) end -= 1;
    if (from >= end) return;
    this.#hash.bytes(view, from, end);
    this.#list.add(this.#hash, this.#path, this.#lines, offset + from, end - from);
  }
}

/**
 * Lists the rows of the joined files, in one pass.
 * @throws whatever `read` throws, and the signal's reason
 */
export async function listRows(paths: readonly string[], read: Read, hash: KeyedHash, signal?: AbortSignal): Promise<RowList> {
  const list = new RowList();
  for (const path of paths) {
    const file = new FileRows(list, hash, path);
    for await (const piece of read(path)) {
      signal?.throwIfAborted();
      file.add(piece);
    }
    file.finish();
  }
  return list;
}

/**
 * Reads some rows again, given in their order. Rows that are near each other are read at once.
 * @param visit sees each row's bytes, until it returns; undefined for a line that is too long to be a row
 */
export async function readAgain(
  list: RowList,
  rows: Iterable<number>,
  readRange: ReadRange,
  visit: (bytes: Buffer | undefined, row: number) => void,
): Promise<void> {
  let window: { readonly path: string; readonly from: number; readonly bytes: Buffer } = {
    path: '',
    from: 0,
    bytes: Buffer.alloc(0),
  };
  for (const row of rows) {
    const { path, offset, length } = list.place(row);
    if (length > LONGEST) {
      visit(undefined, row);
      continue;
    }
    if (path !== window.path || offset < window.from || offset + length > window.from + window.bytes.length) {
      const bytes = await readRange(path, offset, Math.max(length, WINDOW));
      window = { path, from: offset, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) };
    }
    visit(window.bytes.subarray(offset - window.from, offset - window.from + length), row);
  }
}
