/**
 * Byte-pair encoding of one piece: how many tokens its bytes become. Pairs are merged by rank, the lowest first, of equal ranks the leftmost. The piece is
 * text of one character a byte (latin1), because such texts are short keys of a map.
 */

/** Ranks by token. */
export type Ranks = ReadonlyMap<string, number>;

/** Above so many bytes a heap finds the next merge; below, looking at every pair is quicker. */
const SHORT = 96;
const NONE = 0x7fffffff;

/** What stands at an index; NONE beyond the end. */
function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] ?? NONE;
}

/** The number of tokens that a piece of at least two bytes becomes. */
export function mergedLength(piece: string, ranks: Ranks): number {
  return piece.length <= SHORT ? mergeShort(piece, ranks) : mergeLong(piece, ranks);
}

function mergeShort(piece: string, ranks: Ranks): number {
  // starts[i] is where part i begins; pairRank[i] the rank of parts i and i + 1 together.
  const starts = Array.from({ length: piece.length + 1 }, (_, index) => index);
  const rankAt = (index: number) => {
    const end = starts[index + 2];
    return end === undefined ? NONE : (ranks.get(piece.slice(starts[index], end)) ?? NONE);
  };
  const pairRanks = starts.slice(0, -1).map((_, index) => rankAt(index));
  for (;;) {
    let best = NONE;
    let found = -1;
    for (let index = 0; index < pairRanks.length - 1; index += 1) {
      const rank = at(pairRanks, index);
      if (rank < best) {
        best = rank;
        found = index;
      }
    }
    if (found < 0) return starts.length - 1;
    starts.splice(found + 1, 1);
    pairRanks.splice(found + 1, 1);
    pairRanks[found] = rankAt(found);
    if (found > 0) pairRanks[found - 1] = rankAt(found - 1);
  }
}

/** The same with a linked list of parts and a heap of pairs: no length makes it quadratic. */
function mergeLong(piece: string, ranks: Ranks): number {
  const size = piece.length;
  const next = Int32Array.from({ length: size + 1 }, (_, index) => index + 1);
  const previous = Int32Array.from({ length: size + 1 }, (_, index) => index - 1);
  const current = new Int32Array(size + 1).fill(NONE);
  const heap = new PairHeap(size * 3);
  const consider = (start: number) => {
    const middle = at(next, start);
    const rank = middle >= size ? NONE : (ranks.get(piece.slice(start, next[middle])) ?? NONE);
    current[start] = rank;
    if (rank !== NONE) heap.push(rank, start);
  };
  for (let start = 0; start < size - 1; start += 1) consider(start);
  let parts = size;
  for (let start = heap.pop(current); start >= 0; start = heap.pop(current)) {
    const swallowed = at(next, start);
    const after = at(next, swallowed);
    next[start] = after;
    previous[after] = start;
    current[swallowed] = NONE;
    parts -= 1;
    consider(start);
    const before = at(previous, start);
    if (before >= 0) consider(before);
  }
  return parts;
}

/** A binary heap of (rank, start). Entries whose pair has changed since are dropped when they come up. */
class PairHeap {
  #ranks: Int32Array;
  #starts: Int32Array;
  #size = 0;

  constructor(capacity: number) {
    this.#ranks = new Int32Array(capacity);
    this.#starts = new Int32Array(capacity);
  }

  #before(left: number, right: number): boolean {
    const difference = at(this.#ranks, left) - at(this.#ranks, right);
    return difference < 0 || (difference === 0 && at(this.#starts, left) < at(this.#starts, right));
  }

  #swap(left: number, right: number): void {
    const rank = at(this.#ranks, left);
    const start = at(this.#starts, left);
    this.#ranks[left] = at(this.#ranks, right);
    this.#starts[left] = at(this.#starts, right);
    this.#ranks[right] = rank;
    this.#starts[right] = start;
  }

  push(rank: number, start: number): void {
    let index = this.#size;
    this.#size += 1;
    this.#ranks[index] = rank;
    this.#starts[index] = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#before(index, parent)) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  /** The start of the lowest pair that still has the rank it was pushed with; -1 when there is none. */
  pop(current: Int32Array): number {
    while (this.#size > 0) {
      const rank = at(this.#ranks, 0);
      const start = at(this.#starts, 0);
      this.#size -= 1;
      this.#swap(0, this.#size);
      this.#sink();
      if (current[start] === rank) return start;
    }
    return -1;
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      const left = index * 2 + 1;
      if (left >= this.#size) return;
      const right = left + 1;
      const child = right < this.#size && this.#before(right, left) ? right : left;
      if (!this.#before(child, index)) return;
      this.#swap(child, index);
      index = child;
    }
  }
}
