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
    this.#count += 1;
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
    this.#capacity *= 2;
    this.#count = 0;
    this.#high = new Uint32Array(this.#capacity);
    this.#low = new Uint32Array(this.#capacity);
    this.#file = new Uint32Array(this.#capacity).fill(EMPTY);
    this.#offset = new Float64Array(this.#capacity);
    this.#length = new Uint32Array(this.#capacity);
    for (const [slot, file] of old.file.entries()) {
      if (file === EMPTY) continue;
      const place = { file, offset: old.offset[slot] ?? 0, length: old.length[slot] ?? 0 };
      this.add(old.high[slot] ?? 0, old.low[slot] ?? 0, place);
    }
  }
}
