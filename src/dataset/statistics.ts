/** Figures worth reading, gathered row by row. */

import type { Distribution, Statistics } from './dataset.ts';
import { figuresOf, type Row } from './formats/formats.ts';
import { plainText } from './formats/messages.ts';

const LONGEST = 5;
const BINS = 12;

/** Median, 95th percentile (nearest rank) and maximum. */
export function distribution(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { median: rank(0.5), p95: rank(0.95), max: rank(1) };
}

function histogram(values: readonly number[]): Statistics['histogram'] {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const width = Math.max(1, Math.ceil((high - low + 1) / BINS));
  const counts = new Array<number>(Math.floor((high - low) / width) + 1).fill(0);
  for (const value of values) {
    const bin = Math.floor((value - low) / width);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((rows, index) => ({ from: low + index * width, to: low + (index + 1) * width, rows }));
}

/** Figures of one part of the rows; parts add up. */
export interface StatisticsPart {
  /** Of each row. */
  readonly tokens: readonly number[];
  readonly turns: readonly number[];
  readonly roles: ReadonlyMap<string, number>;
  readonly tools: ReadonlyMap<string, number>;
  readonly longest: readonly { readonly line: number; readonly tokens: number }[];
  readonly trained: number;
  readonly nearEmpty: number;
  readonly leftOut: number;
}

const bump = (counts: Map<string, number>, name: string, by = 1) => counts.set(name, (counts.get(name) ?? 0) + by);

/** Gathers the figures of some rows. */
export class StatisticsGatherer {
  readonly #tokens: number[] = [];
  readonly #turns: number[] = [];
  readonly #roles = new Map<string, number>();
  readonly #tools = new Map<string, number>();
  #longest: { readonly line: number; readonly tokens: number }[] = [];
  #trained = 0;
  #nearEmpty = 0;
  #leftOut = 0;

  add(row: Row, line: number, tokens: { readonly total: number; readonly trained: number }): void {
    this.#tokens.push(tokens.total);
    this.#trained += tokens.trained;
    const { messages, turns, answer } = figuresOf(row);
    this.#turns.push(turns);
    for (const { role, tool_calls } of messages) {
      bump(this.#roles, role);
      for (const { function: called } of tool_calls ?? []) bump(this.#tools, called.name);
    }
    if (answer !== undefined && (answer.tool_calls?.length ?? 0) === 0 && plainText(answer.content).trim().length < 3)
      this.#nearEmpty += 1;
    const shortest = this.#longest.at(-1);
    if (this.#longest.length < LONGEST || (shortest !== undefined && tokens.total > shortest.tokens))
      this.#longest = [...this.#longest, { line, tokens: tokens.total }].sort(byTokens).slice(0, LONGEST);
  }

  /** A row that the sample passes over. */
  leaveOut(): void {
    this.#leftOut += 1;
  }

  part(): StatisticsPart {
    return {
      tokens: this.#tokens,
      turns: this.#turns,
      roles: this.#roles,
      tools: this.#tools,
      longest: this.#longest,
      trained: this.#trained,
      nearEmpty: this.#nearEmpty,
      leftOut: this.#leftOut,
    };
  }
}

const byTokens = (left: { readonly tokens: number }, right: { readonly tokens: number }) => right.tokens - left.tokens;

/** Adds parts up. */
export class StatisticsTotal {
  readonly #tokens: number[] = [];
  readonly #turns: number[] = [];
  readonly #roles = new Map<string, number>();
  readonly #tools = new Map<string, number>();
  #longest: Statistics['longest'] = [];
  #trained = 0;
  #nearEmpty = 0;
  #leftOut = 0;

  /** @param before the number of lines before this part in its file */
  add(part: StatisticsPart, path: string, before: number): void {
    for (const tokens of part.tokens) this.#tokens.push(tokens);
    for (const turns of part.turns) this.#turns.push(turns);
    for (const [role, count] of part.roles) bump(this.#roles, role, count);
    for (const [tool, count] of part.tools) bump(this.#tools, tool, count);
    this.#trained += part.trained;
    this.#nearEmpty += part.nearEmpty;
    this.#leftOut += part.leftOut;
    const here = part.longest.map(({ line, tokens }) => ({ path, line: line + before, tokens }));
    this.#longest = [...this.#longest, ...here].sort(byTokens).slice(0, LONGEST);
  }

  finish(): Statistics | undefined {
    if (this.#tokens.length === 0) return undefined;
    const total = this.#tokens.reduce((sum, tokens) => sum + tokens, 0);
    return {
      rows: this.#tokens.length,
      leftOut: this.#leftOut,
      rowTokens: distribution(this.#tokens),
      longest: this.#longest,
      histogram: histogram(this.#tokens),
      turns: distribution(this.#turns),
      roles: Object.fromEntries(this.#roles),
      tools: Object.fromEntries(this.#tools),
      trainedShare: this.#trained / Math.max(1, total),
      nearEmptyAnswers: this.#nearEmpty,
    };
  }
}
