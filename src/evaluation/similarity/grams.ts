/**
 * Counts of n-grams that two sequences share. Tokens become numbers, and a gram of n is the pair of its first
 * n − 1 and its last, so no text is ever joined.
 */

import { cell } from './cells.ts';

/**
 * Tokens as numbers, equal where the tokens are equal.
 * @param numbers those given so far, which are added to
 */
function numberTokens(tokens: readonly string[], numbers: Map<string, number>): Int32Array {
  const result = new Int32Array(tokens.length);
  let at = 0;
  for (const token of tokens) {
    let number = numbers.get(token);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(token, number);
    }
    result[at] = number;
    at += 1;
  }
  return result;
}

/** The tokens of two texts as numbers. */
export function numbered(left: readonly string[], right: readonly string[]): [Int32Array, Int32Array] {
  const numbers = new Map<string, number>();
  return [numberTokens(left, numbers), numberTokens(right, numbers)];
}

/**
 * Gives each pair of numbers a number of its own, from 0: open addressing, a slot of first, second, number
 * and nothing, the number kept one higher so that 0 is empty.
 */
class PairNumbers {
  readonly #mask: number;
  readonly #slots: Int32Array;
  #size = 0;

  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#mask = slots - 1;
    this.#slots = new Int32Array(4 * slots);
  }

  of(first: number, second: number): number {
    const slots = this.#slots;
    let hash = Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1);
    hash ^= hash >>> 15;
    for (let slot = hash & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot << 2;
      const held = cell(slots, at + 2);
      if (held === 0) {
        this.#size += 1;
        slots[at] = first;
        slots[at + 1] = second;
        slots[at + 2] = this.#size;
        return this.#size - 1;
      }
      if (slots[at] === first && slots[at + 1] === second) return held - 1;
    }
  }
}

/** How many grams of the left the right has too, each at most as often as it stands in either. */
function overlap(left: Int32Array, right: Int32Array, numbers: number): number {
  const counts = new Int32Array(numbers);
  for (let at = 0; at < right.length; at += 1) {
    const gram = cell(right, at);
    counts[gram] = cell(counts, gram) + 1;
  }
  let both = 0;
  for (let at = 0; at < left.length; at += 1) {
    const gram = cell(left, at);
    const count = cell(counts, gram);
    if (count > 0) both += 1;
    counts[gram] = count - 1;
  }
  return both;
}

/** The sequence of grams one token longer. */
function longer(grams: Int32Array, tokens: Int32Array, size: number, pairs: PairNumbers): Int32Array {
  const result = new Int32Array(Math.max(0, tokens.length - size + 1));
  for (let at = 0; at < result.length; at += 1) result[at] = pairs.of(cell(grams, at), cell(tokens, at + size - 1));
  return result;
}

/** Of grams of one size: how many each sequence has, and how many they share. */
export interface GramCount {
  readonly left: number;
  readonly right: number;
  readonly both: number;
}

/** The counts for 1 to `largest` tokens. */
export function gramCounts(left: readonly string[], right: readonly string[], largest: number): readonly GramCount[] {
  const [a, b] = numbered(left, right);
  const most = a.length + b.length;
  let [gramsA, gramsB] = [a, b];
  return Array.from({ length: largest }, (_, index) => {
    if (index > 0) {
      const pairs = new PairNumbers(most);
      gramsA = longer(gramsA, a, index + 1, pairs);
      gramsB = longer(gramsB, b, index + 1, pairs);
    }
    return { left: gramsA.length, right: gramsB.length, both: overlap(gramsA, gramsB, most) };
  });
}
