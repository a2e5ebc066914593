/**
 * Where each kept answer stands: a table of numbers, so that a million of them take some tens of megabytes
 * and a second or two to be found.
 */

/** Where a line stands. */
export interface LinePlace {
  readonly file: number;
  readonly offset: number;
  readonly length: number;
}

const EMPTY = 0xffff_ffff;
/** So many answers of one question are found; nobody has more models, and each look reads all of them. */
const MOST_OF_ONE = 256;

/** The first 32 bits of a hash in hex. */
const bits = (hex: string, from: number) => Number.parseInt(hex.slice(from, from + 8), 16);

/** An open-addressed table from the first 64 bits of a question's hash to the lines that answer it. */
export class AnswerIndex {
  #capacity = 1024;
  #count = 0;
  #high = new Uint32Array(this.#capacity);
  #low = new Uint32Array(this.#capacity);
  #file = new Uint32Array(this.#capacity).fill(EMPTY);
  #offset = new Float64Array(this.#capacity);
  #length = new Uint32Array(this.#capacity);

  get size(): number {
    return this.#count;
  }

  /** @returns false where the question has as many answers as are found of one */
  add(high: number, low: number, { file, offset, length }: LinePlace): boolean {
    if (this.#count * 2 >= this.#capacity) this.#grow();
    const added = this.#put(high, low, file, offset, length);
    if (added) this.#count += 1;
    return added;
  }

  #put(high: number, low: number, file: number, offset: number, length: number): boolean {
    let slot = low & (this.#capacity - 1);
    let same = 0;
    while (this.#file[slot] !== EMPTY) {
      if (this.#high[slot] === high && this.#low[slot] === low) same += 1;
      if (same === MOST_OF_ONE) return false;
      slot = (slot + 1) & (this.#capacity - 1);
    }
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#file[slot] = file;
    this.#offset[slot] = offset;
    this.#length[slot] = length;
    return true;
  }

  /** The lines that may answer a question, by its hash in hex, in the order in which they were added. */
  *places(question: string): Generator<LinePlace> {
    const high = bits(question, 0);
    const low = bits(question, 8);
    for (let slot = low & (this.#capacity - 1); this.#file[slot] !== EMPTY; slot = (slot + 1) & (this.#capacity - 1)) {
      if (this.#high[slot] === high && this.#low[slot] === low) yield this.#at(slot);
    }
  }

  #at(slot: number): LinePlace {
    return { file: this.#file[slot] ?? 0, offset: this.#offset[slot] ?? 0, length: this.#length[slot] ?? 0 };
  }

  #grow(): void {
    const old = { high: this.#high, low: this.#low, file: this.#file, offset: this.#offset, length: this.#length };
    const slots = this.#capacity;
    this.#capacity *= 2;
    this.#high = new Uint32Array(this.#capacity);
    this.#low = new Uint32Array(this.#capacity);
    this.#file = new Uint32Array(this.#capacity).fill(EMPTY);
    this.#offset = new Float64Array(this.#capacity);
    this.#length = new Uint32Array(this.#capacity);
    // From a gap on, so that lines which lie across the end of the table keep their order.
    const gap = old.file.indexOf(EMPTY);
    for (let at = 0; at < slots; at += 1) {
      const slot = (gap + at) & (slots - 1);
      const file = old.file[slot] ?? EMPTY;
      if (file === EMPTY) continue;
      const low = old.low[slot] ?? 0;
      this.#put(old.high[slot] ?? 0, low, file, old.offset[slot] ?? 0, old.length[slot] ?? 0);
    }
  }
}
