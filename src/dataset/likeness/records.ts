/** Records of plain numbers, in segments: what grew in one piece would be there twice while it is copied. */
import { numberAt, type PackedRows } from './packed-rows.ts';

const BITS = 13;
/** So many records a segment. */
const SIZE = 1 << BITS;
const WITHIN = SIZE - 1;

/** Records of so many numbers each, in their order, counted from 0. */
export class Records {
  readonly #width: number;
  readonly #segments: PackedRows[] = [];
  #count = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get count(): number {
    return this.#count;
  }

  /** Takes records over; the memory that they come in is given back, which else waits for the collector. */
  add(records: PackedRows): void {
    for (let from = 0; from < records.length; ) {
      const used = (this.#count & WITHIN) * this.#width;
      if (used === 0) this.#segments.push(new Int32Array(SIZE * this.#width));
      const part = records.subarray(from, from + SIZE * this.#width - used);
      this.#segments.at(-1)?.set(part, used);
      this.#count += part.length / this.#width;
      from += part.length;
    }
    records.buffer.transfer(0);
  }

  /** A number of a record that is known to be there. */
  get(record: number, field: number): number {
    const segment = this.#segments[record >>> BITS];
    return segment === undefined ? 0 : numberAt(segment, (record & WITHIN) * this.#width + field);
  }

  set(record: number, field: number, value: number): void {
    const segment = this.#segments[record >>> BITS];
    if (segment !== undefined) segment[(record & WITHIN) * this.#width + field] = value;
  }

  /** Gives all memory back. */
  free(): void {
    for (const { buffer } of this.#segments.splice(0)) buffer.transfer(0);
    this.#count = 0;
  }
}
