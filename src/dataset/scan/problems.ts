/** What was found wrong, kept with its place as far as there is room, and counted in any case. */

import { cutWords, kindOf, ours, type Words, words } from '../../words.ts';
import type { Dataset, Problem, Severity } from '../dataset.ts';
import type { Found } from '../rules/found.ts';
import { type RuleId, ruleOf } from '../rules/rules.ts';

/**
 * So many problems are kept with their places (no more can be uploaded to code scanning in one file); beyond,
 * they are counted.
 */
export const KEPT = 25_000;
/** So many of each rule are kept even then: a frequent warning must not hide an error that comes later. */
export const KEPT_OF_EACH = 100;
const MESSAGE = 900;

/** A problem that many lines have, told once. */
interface Repeated {
  readonly at: number;
  readonly detail: Words;
  readonly fix: string;
  lines: number;
  /** The last of them: a line may say it of itself more than once. */
  last: number | undefined;
}

const messageOf = (detail: Words, fix: string): Words => cutWords(words`${detail} ${ours(fix)}`, MESSAGE);

export class Problems {
  readonly #kept: Problem[] = [];
  readonly #repeated = new Map<string, Repeated>();
  readonly #counts = new Map<RuleId, { rule: RuleId; severity: Severity; count: number }>();
  readonly #severityOf: (rule: RuleId) => Severity;

  constructor(severityOf: (rule: RuleId) => Severity) {
    this.#severityOf = severityOf;
  }

  add({ rule, detail, fix = ruleOf(rule).fix, column }: Found, path: string, line: number | undefined): void {
    const severity = this.#severityOf(rule);
    const { once } = ruleOf(rule);
    const isOnce = once === true || once === severity;
    const key = isOnce ? `${rule} ${path} ${kindOf(detail)}` : undefined;
    const before = key === undefined ? undefined : this.#repeated.get(key);
    if (before !== undefined) {
      if (line !== before.last) before.lines += 1;
      before.last = line;
      return;
    }
    const entry = this.#counts.get(rule) ?? { rule, severity, count: 0 };
    entry.count += 1;
    this.#counts.set(rule, entry);
    if (this.#kept.length >= KEPT && entry.count > KEPT_OF_EACH) return;
    if (key !== undefined) this.#repeated.set(key, { at: this.#kept.length, detail, fix, lines: 1, last: line });
    this.#kept.push({ rule, severity, message: messageOf(detail, fix), path, line, column });
  }

  /** Whether there is room for one more of a rule; of others it is enough to count them. */
  keeps(rule: RuleId): boolean {
    return this.#kept.length < KEPT || (this.#counts.get(rule)?.count ?? 0) < KEPT_OF_EACH;
  }

  /** Counts more of the same, of which no more is known than their number. */
  addCounted(rule: RuleId, count: number): void {
    const severity = this.#severityOf(rule);
    const { once } = ruleOf(rule);
    const told = once === true || once === severity ? [...this.#repeated].find(([key]) => key.startsWith(`${rule} `)) : undefined;
    if (told !== undefined) {
      told[1].lines += count;
      return;
    }
    const entry = this.#counts.get(rule) ?? { rule, severity, count: 0 };
    entry.count += count;
    this.#counts.set(rule, entry);
  }

  has(rule: RuleId): boolean {
    return this.#counts.has(rule);
  }

  get counts(): Dataset['counts'] {
    return [...this.#counts.values()];
  }

  /** In the order of the files and their lines; what concerns a file as a whole comes after its lines. */
  inOrder(paths: readonly string[]): readonly Problem[] {
    for (const { at, detail, fix, lines } of this.#repeated.values()) {
      const first = this.#kept[at];
      if (first === undefined || lines === 1) continue;
      this.#kept[at] = { ...first, message: messageOf(words`${detail} It is so on ${lines} lines.`, fix) };
    }
    const files = new Map(paths.map((path, index) => [path, index]));
    const place = ({ path }: Problem) => files.get(path) ?? 0;
    const line = (problem: Problem) => problem.line ?? Number.MAX_SAFE_INTEGER;
    return this.#kept.toSorted((left, right) => place(left) - place(right) || line(left) - line(right));
  }
}
