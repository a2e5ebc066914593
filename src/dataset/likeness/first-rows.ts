/** The first row of each of some keys, in an open-addressing table of plain numbers. Pure. */
import { numberAt } from './packed-rows.ts';

/** So many slots a key: few enough to be small, many enough that a key is found soon. */
const ROOM = 1.3;

/** The keys that were added; of each the first row that comes with it. */
export class FirstRows {
  /** 0 where there is none. */
  readonly #keys: Int32Array<ArrayBuffer>;
  /** One more than the row; 0 as long as none came. */
  readonly #rows: Int32Array<ArrayBuffer>;

  /** @param most so many keys are added at most */
  constructor(most: number) {
    const slots = Math.ceil(most * ROOM) + 1;
    this.#keys = new Int32Array(slots);
    this.#rows = new Int32Array(slots);
  }

  /** Gives its memory back, which else waits for the collector; no key is known any more. */
  free(): void {
    for (const { buffer } of [this.#keys, this.#rows]) buffer.transfer(0);
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

  /** The first row with the key of the row that came last; -1 where it is the first itself. */
  met = -1;

  /** Whether a row that comes has the key of an earlier one; what was not added, no row is known by. */
  meets(key: number, row: number): boolean {
    this.met = -1;
    if (key === 0) return false;
    const slot = this.#slotOf(key);
    if (this.#keys[slot] !== key) return false;
    this.met = numberAt(this.#rows, slot) - 1;
    if (this.met < 0) this.#rows[slot] = row + 1;
    return this.met >= 0;
  }
}
