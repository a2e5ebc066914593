/** Figures worth reading, gathered row by row. */
import { plainText } from './conversation.ts';
import type { Distribution, Statistics } from './dataset.ts';
import type { Message, Row } from './formats.ts';

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

function messagesOf({ format, row }: Row): readonly Message[] {
  switch (format) {
    case 'completion':
      return [];
    case 'preference':
      return [...row.input.messages, ...row.preferred_output, ...row.non_preferred_output];
    default:
      return row.messages;
  }
}

/** Gathers figures; `finish` gives them. */
export class StatisticsGatherer {
  readonly #tokens: number[] = [];
  readonly #turns: number[] = [];
  readonly #roles = new Map<string, number>();
  readonly #tools = new Map<string, number>();
  #longest: { path: string; line: number; tokens: number }[] = [];
  #total = 0;
  #trained = 0;
  #nearEmpty = 0;

  add(
    row: Row,
    place: { readonly path: string; readonly line: number },
    tokens: { readonly total: number; readonly trained: number },
  ): void {
    this.#tokens.push(tokens.total);
    this.#total += tokens.total;
    this.#trained += tokens.trained;
    const messages = messagesOf(row);
    this.#turns.push(row.format === 'completion' ? 1 : messages.filter(({ role }) => role === 'user').length);
    for (const { role, tool_calls } of messages) {
      this.#roles.set(role, (this.#roles.get(role) ?? 0) + 1);
      for (const { function: called } of tool_calls ?? []) this.#tools.set(called.name, (this.#tools.get(called.name) ?? 0) + 1);
    }
    const answer = row.format === 'completion' ? row.row.completion : messages.findLast(({ role }) => role === 'assistant');
    if (answer !== undefined && row.format !== 'reinforcement') {
      const calls = typeof answer === 'string' ? 0 : (answer.tool_calls?.length ?? 0);
      const text = typeof answer === 'string' ? answer : plainText(answer.content);
      if (calls === 0 && text.trim().length < 3) this.#nearEmpty += 1;
    }
    const shortest = this.#longest.at(-1);
    if (this.#longest.length < LONGEST || (shortest !== undefined && tokens.total > shortest.tokens)) {
      this.#longest = [...this.#longest, { ...place, tokens: tokens.total }]
        .sort((left, right) => right.tokens - left.tokens)
        .slice(0, LONGEST);
    }
  }

  finish(): Statistics | undefined {
    if (this.#tokens.length === 0) return undefined;
    return {
      rowTokens: distribution(this.#tokens),
      longest: this.#longest,
      histogram: histogram(this.#tokens),
      turns: distribution(this.#turns),
      roles: Object.fromEntries(this.#roles),
      tools: Object.fromEntries(this.#tools),
      trainedShare: this.#trained / Math.max(1, this.#total),
      nearEmptyAnswers: this.#nearEmpty,
    };
  }
}
