/** The first row of each of some keys, in an open-addressing table of plain numbers. Pure. */
import { numberAt } from './packed-rows.ts';

/** So many slots a key: few enough to be small, many enough that a key is found soon. */
const ROOM = 1.3;

/** The keys that were added; of each the first row that comes with it. */
export class FirstRows {
  /** 0 where there is none. */
  readonly #keys: Int32Array;
  /** One more than the row; 0 as long as none came. */
  readonly #rows: Int32Array;

  /** @param most so many keys are added at most */
  constructor(most: number) {
    const slots = Math.ceil(most * ROOM) + 1;
    this.#keys = new Int32Array(slots);
    this.#rows = new Int32Array(slots);
  }

  /** Where a key stands, or would. */
  #slotOf(key: number): number {
    const keys = this.#keys;
    let slot = Math.floor(((key >>> 0) / 2 ** 32) * keys.length);
    for (;;) {
      const found = numberAt(keys, slot);
      if (found === key || found === 0) return slot;
      slot = slot + 1 === keys.length ? 0 : slot + 1;
    }
  }

  /** @param key not 0 */
  add(key: number): void {
    this.#keys[this.#slotOf(key)] = key;
  }

  /**
   * The first row with the key of a row that comes; -1 where it is the first itself, or the key was not
   * added.
   */
  meet(key: number, row: number): number {
    if (key === 0) return -1;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] !== key) return -1;
    const first = numberAt(this.#rows, slot) - 1;
    if (first < 0) this.#rows[slot] = row + 1;
    return first;
  }
}
