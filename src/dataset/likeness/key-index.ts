/** Rows by a number of theirs, in sorted pairs of plain numbers. Pure. */
import { numberAt } from './packed-rows.ts';

/**
 * Pairs of numbers of 32 bits, sorted as numbers of 64 bits: by the second of each pair, then by the first.
 * (Little-endian, as every machine that Node runs on.)
 */
function sortPairs(pairs: Int32Array<ArrayBuffer>): void {
  new BigInt64Array(pairs.buffer, pairs.byteOffset, pairs.length / 2).sort();
}

/** Pairs of numbers while they are gathered. */
export class Pairs {
  readonly #numbers: Int32Array<ArrayBuffer>;
  #filled = 0;

  /** @param most so many are added at most */
  constructor(most: number) {
    this.#numbers = new Int32Array(most * 2);
  }

  add(first: number, second: number): void {
    this.#numbers[this.#filled] = first;
    this.#numbers[this.#filled + 1] = second;
    this.#filled += 2;
  }

  /** All of them, by the second of each, then by the first. */
  sorted(): Int32Array<ArrayBuffer> {
    const pairs = this.#numbers.subarray(0, this.#filled);
    sortPairs(pairs);
    return pairs;
  }
}

/** The index of the last of some sorted values that is not above a limit; -1 when all are. */
export function lastNotAbove(count: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  for (let high = count; low < high; ) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Whether some sorted values hold one. */
export function holds(values: Int32Array, value: number): boolean {
  const at = lastNotAbove(values.length, (index) => numberAt(values, index), value);
  return at >= 0 && values[at] === value;
}

/** Rows by a key. */
export class KeyIndex {
  /** Row and key of each, sorted by key, then by row. */
  readonly #pairs: Int32Array<ArrayBuffer>;

  /** @param pairs row and key of each; their memory is used */
  constructor(pairs: Pairs) {
    this.#pairs = pairs.sorted();
  }

  /** Gives its memory back, which else waits for the collector; no key is known any more. */
  free(): void {
    this.#pairs.buffer.transfer(0);
  }

  /** The rows with this key, in their order. */
  *rowsWith(key: number): Generator<number> {
    const pairs = this.#pairs;
    const from = lastNotAbove(pairs.length / 2, (index) => numberAt(pairs, index * 2 + 1), key - 1) + 1;
    for (let at = from * 2; at < pairs.length && numberAt(pairs, at + 1) === key; at += 2) yield numberAt(pairs, at);
  }

  /** The rows of each key that at least so many have. */
  *groups(least: number): Generator<Iterable<number>> {
    const pairs = this.#pairs;
    for (let from = 0, to = 0; from < pairs.length; from = to) {
      to = this.#endOf(from);
      if (to - from >= least * 2) yield this.rowsWith(numberAt(pairs, from + 1));
    }
  }

  /** Where the pairs of the key end that begin here. */
  #endOf(from: number): number {
    const pairs = this.#pairs;
    const key = pairs[from + 1];
    let to = from + 2;
    while (to < pairs.length && pairs[to + 1] === key) to += 2;
    return to;
  }
}
