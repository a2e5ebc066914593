/** Adding up one row: what is sure, what is estimated, and by which rules. */
import { bitOf, type Estimated } from './grades.ts';
import type { Range } from './pictures.ts';

/** The tokens of a row. */
export interface RowTokens {
  readonly total: number;
  /** Where something is estimated: at least and at most. Else the total. */
  readonly low: number;
  readonly high: number;
  /** How many of them are learned. */
  readonly trained: number;
  /** The rules by which something was estimated, as bits. */
  readonly estimated: number;
}

/** A sum that grows. */
export class Tally {
  tokens = 0;
  trained = 0;
  #low = 0;
  #high = 0;
  #estimated = 0;

  /** Adds what is billed truth. */
  add(tokens: number): void {
    this.tokens += tokens;
    this.#low += tokens;
    this.#high += tokens;
  }

  /** Adds what is estimated. */
  estimate(rule: Estimated, { tokens, low, high }: Range): void {
    this.tokens += tokens;
    this.#low += low;
    this.#high += high;
    this.#estimated |= bitOf(rule);
  }

  finish(): RowTokens {
    const { tokens: total, trained } = this;
    return { total, low: this.#low, high: this.#high, trained, estimated: this.#estimated };
  }
}

/** A number with some fewer and some more. */
export function around(tokens: number, fewer: number, more: number): Range {
  return { tokens, low: tokens - fewer, high: tokens + more };
}
