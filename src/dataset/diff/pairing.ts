/**
 * Which rows of two versions belong together: equal keys, each row once. Over typed arrays, in time that
 * grows with their number. Pure.
 */

/** Hashes of some rows, in their order. Rows without such a key are left out. */
export interface Keys {
  readonly rows: Int32Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** The partner of each row in the other version; -1 as long as there is none. */
export interface Partners {
  readonly before: Int32Array;
  readonly after: Int32Array;
}

/** A number at a place that is known to be there. */
export const at = (numbers: Int32Array | Float64Array, index: number): number => numbers[index] ?? 0;

/** Keys while they are gathered. */
export class Gathered {
  #count = 0;
  readonly #rows: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  constructor(most: number) {
    this.#rows = new Int32Array(most);
    this.#low = new Int32Array(most);
    this.#high = new Int32Array(most);
  }

  add(row: number, low: number, high: number): void {
    this.#rows[this.#count] = row;
    this.#low[this.#count] = low;
    this.#high[this.#count] = high;
    this.#count += 1;
  }

  finish(): Keys {
    const count = this.#count;
    return { rows: this.#rows.subarray(0, count), low: this.#low.subarray(0, count), high: this.#high.subarray(0, count) };
  }
}

/** The keys that pass a test, with their rows. */
export function filtered({ rows, low, high }: Keys, keep: (row: number, position: number) => boolean): Keys {
  const kept = new Gathered(rows.length);
  for (let position = 0; position < rows.length; position += 1)
    if (keep(at(rows, position), position)) kept.add(at(rows, position), at(low, position), at(high, position));
  return kept.finish();
}

/**
 * Positions by key, those of one key in their order: an open-addressing table of the first of each key, and a
 * list behind each.
 */
class Positions {
  readonly #keys: Keys;
  readonly #slots: Int32Array;
  /** For the first position of a key: the one that is taken next, plus one; 0 when all are taken. */
  readonly #heads: Int32Array;
  /** The next position of the same key, plus one. */
  readonly #next: Int32Array;

  constructor(keys: Keys) {
    const count = keys.rows.length;
    this.#keys = keys;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(count * 1.5 + 2)));
    this.#heads = new Int32Array(count);
    this.#next = new Int32Array(count);
    for (let position = count - 1; position >= 0; position -= 1) {
      const slot = this.#slotOf(at(keys.low, position), at(keys.high, position));
      const known = at(this.#slots, slot) - 1;
      if (known < 0) this.#slots[slot] = position + 1;
      const first = known < 0 ? position : known;
      this.#next[position] = at(this.#heads, first);
      this.#heads[first] = position + 1;
    }
  }

  #slotOf(low: number, high: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = (low ^ Math.imul(high, 0x9e3779b1)) & mask; ; slot = (slot + 1) & mask) {
      const position = at(this.#slots, slot) - 1;
      if (position < 0 || (at(this.#keys.low, position) === low && at(this.#keys.high, position) === high)) return slot;
    }
  }

  /** Takes the first position of this key that is left; -1 when there is none. */
  take(low: number, high: number): number {
    const first = at(this.#slots, this.#slotOf(low, high)) - 1;
    if (first < 0) return -1;
    const position = at(this.#heads, first) - 1;
    if (position >= 0) this.#heads[first] = at(this.#next, position);
    return position;
  }

  /** Whether exactly one row has this key. */
  isSingle(low: number, high: number): boolean {
    const first = at(this.#slots, this.#slotOf(low, high)) - 1;
    return first >= 0 && at(this.#next, at(this.#heads, first) - 1) === 0;
  }
}

/** The keys that one row has and no other. */
export function singles(keys: Keys): Keys {
  const positions = new Positions(keys);
  return filtered(keys, (_, position) => positions.isSingle(at(keys.low, position), at(keys.high, position)));
}

/** Makes partners of rows with the same key, the first with the first. */
export function pairUp(before: Keys, after: Keys, partners: Partners): void {
  const waiting = new Positions(before);
  for (let position = 0; position < after.rows.length; position += 1) {
    const found = waiting.take(at(after.low, position), at(after.high, position));
    if (found < 0) continue;
    partners.after[at(after.rows, position)] = at(before.rows, found);
    partners.before[at(before.rows, found)] = at(after.rows, position);
  }
}

/** The rows that have no partner yet. */
export function alone(keys: Keys, partners: Int32Array): Keys {
  return filtered(keys, (row) => at(partners, row) < 0);
}

/**
 * The length of the longest run of rising numbers, others left out between them; negative ones do not count.
 */
export function longestRise(numbers: Int32Array): number {
  const ends = new Int32Array(numbers.length);
  let length = 0;
  for (const number of numbers) {
    if (number < 0) continue;
    let low = length;
    // Most of the time nothing has moved.
    if (length > 0 && at(ends, length - 1) >= number) {
      low = 0;
      for (let high = length - 1; low < high; ) {
        const middle = (low + high) >>> 1;
        if (at(ends, middle) < number) low = middle + 1;
        else high = middle;
      }
    }
    ends[low] = number;
    if (low === length) length += 1;
  }
  return length;
}
