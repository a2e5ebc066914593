/** Hashes of lines, beside the rows whose content was hashed. */
import { lastNotAbove } from './key-index.ts';
import { LINE_WIDTH, type LineHash, numberAt, type PackedRows } from './packed-rows.ts';
import { Records } from './records.ts';

export class LineHashes {
  /** The number of a row, and two halves; in the order of the rows. */
  readonly #records = new Records(LINE_WIDTH);
  /** The one behind that which was asked for last: most are asked for in their order. */
  #next = 0;

  /** Adds those of a chunk, whose rows are counted from its first one. */
  add(hashes: PackedRows, first: number): void {
    for (let at = 0; at < hashes.length; at += LINE_WIDTH) hashes[at] = numberAt(hashes, at) + first;
    this.#records.add(hashes);
  }

  /** The hash of the line of a row; undefined where it was not taken. */
  of(row: number): LineHash | undefined {
    const { count } = this.#records;
    const isNext = this.#next < count && this.#records.get(this.#next, 0) === row;
    const index = isNext ? this.#next : lastNotAbove(count, (at) => this.#records.get(at, 0), row);
    if (index < 0 || this.#records.get(index, 0) !== row) return undefined;
    this.#next = index + 1;
    return { lineLow: this.#records.get(index, 1), lineHigh: this.#records.get(index, 2) };
  }

  /** Lets go of all. */
  free(): void {
    this.#records.free();
  }
}
