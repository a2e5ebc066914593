/**
 * What is found wrong in one chunk: with its lines as far as there is room for them, and counted in any case.
 */
import type { Found } from '../rules/found.ts';
import type { RuleId } from '../rules/rules.ts';
import { KEPT, KEPT_OF_EACH } from './problems.ts';

/** What was found on a line; lines count from 1 within the chunk. */
export interface FoundAt extends Found {
  readonly line: number;
}

/** How many problems were handed on with their places: of those that come first in all, none is left out. */
export interface Kept {
  all: number;
  readonly ofRule: Map<RuleId, number>;
}

export class ChunkProblems {
  readonly found: FoundAt[] = [];
  /** How many more of a rule there are, whose places are not kept. */
  readonly more = new Map<RuleId, number>();
  /** Of the blank lines among these how many come after the last row. */
  blankAfter = 0;
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  add(found: Found, line: number): void {
    const { rule } = found;
    if (this.#keeps(rule)) {
      this.#kept.all += 1;
      this.#kept.ofRule.set(rule, (this.#kept.ofRule.get(rule) ?? 0) + 1);
      this.found.push({ ...found, line });
    } else this.#count(rule, 1);
  }

  /** The same on so many lines, this one and those that follow it. */
  addOnEach(found: Found, line: number, count: number): void {
    let at = 0;
    for (; at < count && this.#keeps(found.rule); at += 1) this.add(found, line + at);
    if (at < count) this.#count(found.rule, count - at);
  }

  #keeps(rule: RuleId): boolean {
    return this.#kept.all < KEPT || (this.#kept.ofRule.get(rule) ?? 0) < KEPT_OF_EACH;
  }

  #count(rule: RuleId, count: number): void {
    this.more.set(rule, (this.more.get(rule) ?? 0) + count);
    if (rule === 'file/blank-line') this.blankAfter += count;
  }
}
