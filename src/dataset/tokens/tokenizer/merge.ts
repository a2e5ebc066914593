/**
 * Byte-pair encoding of one piece: how many tokens its bytes become. Pairs are merged by rank, the lowest
 * first, of equal ranks the leftmost.
 */
import { type ByteText, intAt } from './bytes.ts';
import { NONE, type Vocabulary } from './vocabulary.ts';

/** Above so many bytes a heap finds the next merge; below, looking at every pair is quicker. */
const SHORT = 96;

const starts = new Int32Array(SHORT + 2);
const ranks = new Int32Array(SHORT + 2);

/** The number of tokens that a piece of at least two bytes becomes. */
export function mergedLength(text: ByteText, from: number, to: number, vocabulary: Vocabulary): number {
  return to - from <= SHORT ? mergeShort(text, from, to, vocabulary) : mergeLong(text, from, to, vocabulary);
}

function mergeShort(text: ByteText, from: number, to: number, vocabulary: Vocabulary): number {
  // starts[i] is where part i begins; ranks[i] the rank of parts i and i + 1 together.
  let parts = to - from;
  for (let index = 0; index <= parts; index += 1) {
    starts[index] = from + index;
    ranks[index] = index < parts - 1 ? vocabulary.rank(text, from + index, from + index + 2) : NONE;
  }
  for (;;) {
    let best = NONE;
    let found = -1;
    for (let index = 0; index < parts - 1; index += 1) {
      if (intAt(ranks, index) < best) {
        best = intAt(ranks, index);
        found = index;
      }
    }
    if (found < 0) return parts;
    for (let index = found + 1; index < parts; index += 1) {
      starts[index] = intAt(starts, index + 1);
      ranks[index] = intAt(ranks, index + 1);
    }
    parts -= 1;
    ranks[found] = found < parts - 1 ? vocabulary.rank(text, intAt(starts, found), intAt(starts, found + 2)) : NONE;
    if (found > 0) ranks[found - 1] = vocabulary.rank(text, intAt(starts, found - 1), intAt(starts, found + 1));
  }
}

/** The same with a linked list of parts and a heap of pairs: no length makes it quadratic. */
function mergeLong(text: ByteText, from: number, to: number, vocabulary: Vocabulary): number {
  const size = to - from;
  const next = new Int32Array(size + 2);
  const previous = new Int32Array(size + 2);
  const current = new Int32Array(size + 1).fill(NONE);
  for (let index = 0; index < size; index += 1) {
    next[index] = index + 1;
    previous[index] = index - 1;
  }
  next[size] = size;
  const heap = new PairHeap(size);
  const consider = (start: number) => {
    const middle = intAt(next, start);
    const rank = middle >= size ? NONE : vocabulary.rank(text, from + start, from + intAt(next, middle));
    current[start] = rank;
    if (rank !== NONE) heap.push(rank * PLACES + start);
  };
  for (let start = 0; start < size - 1; start += 1) consider(start);
  let parts = size;
  for (let key = heap.pop(); key >= 0; key = heap.pop()) {
    const rank = Math.floor(key / PLACES);
    const start = key - rank * PLACES;
    // The pair has changed since it was put into the heap.
    if (intAt(current, start) !== rank) continue;
    const swallowed = intAt(next, start);
    const after = intAt(next, swallowed);
    next[start] = after;
    previous[after] = start;
    current[swallowed] = NONE;
    parts -= 1;
    consider(start);
    const before = intAt(previous, start);
    if (before >= 0) consider(before);
  }
  return parts;
}

/**
 * A pair is one number, its rank before its place, so that numbers are in the order in which pairs are
 * merged.
 */
const PLACES = 2 ** 31;

/** A binary heap of numbers, the lowest first. */
class PairHeap {
  #keys: Float64Array;
  #size = 0;

  constructor(capacity: number) {
    this.#keys = new Float64Array(capacity);
  }

  #at(index: number): number {
    return this.#keys[index] ?? -1;
  }

  push(key: number): void {
    if (this.#size === this.#keys.length) {
      const larger = new Float64Array(this.#size * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    let index = this.#size;
    this.#size += 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = this.#at(parent);
      if (above <= key) break;
      this.#keys[index] = above;
      index = parent;
    }
    this.#keys[index] = key;
  }

  /** The lowest; -1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const lowest = this.#at(0);
    this.#size -= 1;
    const key = this.#at(this.#size);
    let index = 0;
    for (let child = 1; child < this.#size; child = index * 2 + 1) {
      if (child + 1 < this.#size && this.#at(child + 1) < this.#at(child)) child += 1;
      const below = this.#at(child);
      if (below >= key) break;
      this.#keys[index] = below;
      index = child;
    }
    this.#keys[index] = key;
    return lowest;
  }
}
