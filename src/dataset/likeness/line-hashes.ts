/** Hashes of lines, beside the rows of a chunk. */
import { lastNotAbove } from './key-index.ts';
import { LINE_WIDTH, type LineHash, numberAt, type PackedRows } from './packed-rows.ts';

export class LineHashes {
  readonly #numbers: PackedRows;
  /** The one behind that which was asked for last: most are asked for in their order. */
  #next = 0;

  constructor(numbers: PackedRows) {
    this.#numbers = numbers;
  }

  /** Gives their memory back, which else waits for the collector; none is known any more. */
  free(): void {
    this.#numbers.buffer.transfer(0);
  }

  #rowOf(index: number): number {
    return numberAt(this.#numbers, index * LINE_WIDTH);
  }

  /** The hash of the line of a row, by its number within the chunk; undefined where it was not taken. */
  of(row: number): LineHash | undefined {
    const count = this.#numbers.length / LINE_WIDTH;
    const isNext = this.#next < count && this.#rowOf(this.#next) === row;
    const index = isNext ? this.#next : lastNotAbove(count, (at) => this.#rowOf(at), row);
    if (index < 0 || this.#rowOf(index) !== row) return undefined;
    this.#next = index + 1;
    const at = index * LINE_WIDTH;
    return { lineLow: numberAt(this.#numbers, at + 1), lineHigh: numberAt(this.#numbers, at + 2) };
  }
}
