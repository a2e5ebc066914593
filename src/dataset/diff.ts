/** What a change does to training data: rows compared by what they say, not by their lines. Pure. */
import { canonicalJson } from '../canonical.ts';

/** A row that says something else than before: the same question with another answer, or the same answer to another question. */
export interface ChangedRow {
  readonly before: string;
  readonly after: string;
  /** The line of the row as it is now; counts from 1. */
  readonly line: number;
}

export interface DataDiff {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Rows that say what they said, in another order among the others. */
  readonly moved: number;
  readonly kept: number;
  readonly examples: readonly ChangedRow[];
}

const EXAMPLES = 5;

interface Said {
  readonly text: string;
  readonly index: number;
  /** What the row says, whatever its spaces and the order of its keys. */
  readonly content: string;
  readonly question: string | undefined;
  readonly answer: string | undefined;
}

/** The part that is asked and the part that is answered; neither where the row is in no known form. */
function parts(value: unknown): { readonly question: unknown; readonly answer: unknown } | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const row: Record<string, unknown> = { ...value };
  if (Array.isArray(row.messages)) {
    const last: unknown = row.messages.at(-1);
    const answered = typeof last === 'object' && last !== null && Reflect.get(last, 'role') === 'assistant';
    const { messages, ...rest } = row;
    return answered ? { question: [row.messages.slice(0, -1), rest.tools], answer: last } : { question: messages, answer: rest };
  }
  if ('prompt' in row) return { question: row.prompt, answer: row.completion };
  if ('input' in row) return { question: row.input, answer: [row.preferred_output, row.non_preferred_output] };
  return undefined;
}

function said(text: string, index: number): Said {
  try {
    const value: unknown = JSON.parse(text);
    const split = parts(value);
    const key = (part: unknown) => (part === undefined ? undefined : canonicalJson(part));
    return { text, index, content: canonicalJson(value), question: key(split?.question), answer: key(split?.answer) };
  } catch {
    return { text, index, content: text.trim(), question: undefined, answer: undefined };
  }
}

function rowsOf(text: string): Said[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [said(line.trim(), index)]));
}

/** Takes rows with equal keys together, each once. @returns the pairs, and what found no partner on either side */
function paired(before: readonly Said[], after: readonly Said[], key: (row: Said) => string | undefined) {
  const waiting = new Map<string, Said[]>();
  for (const row of before.toReversed()) {
    const name = key(row);
    if (name === undefined) continue;
    const others = waiting.get(name);
    if (others === undefined) waiting.set(name, [row]);
    else others.push(row);
  }
  const pairs: { readonly before: Said; readonly after: Said }[] = [];
  const added: Said[] = [];
  const used = new Set<Said>();
  for (const row of after) {
    const partner = waiting.get(key(row) ?? '')?.pop();
    if (partner === undefined) added.push(row);
    else {
      used.add(partner);
      pairs.push({ before: partner, after: row });
    }
  }
  return { pairs, removed: before.filter((row) => !used.has(row)), added };
}

/** The length of the longest run of rising numbers, others left out between them. */
function longestRise(numbers: readonly number[]): number {
  const ends: number[] = [];
  for (const number of numbers) {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >>> 1;
      if ((ends[middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
  }
  return ends.length;
}

/**
 * Compares two versions of a file of rows.
 * @param before the text as it was; empty for a file that is new
 */
export function diffRows(before: string, after: string): DataDiff {
  const same = paired(rowsOf(before), rowsOf(after), ({ content }) => content);
  const asked = paired(same.removed, same.added, ({ question }) => question);
  const answered = paired(asked.removed, asked.added, ({ answer }) => answer);
  const changed = [...asked.pairs, ...answered.pairs].sort((left, right) => left.after.index - right.after.index);
  const still = longestRise(same.pairs.map((pair) => pair.before.index));
  return {
    added: answered.added.length,
    removed: answered.removed.length,
    changed: changed.length,
    moved: same.pairs.length - still,
    kept: still,
    examples: changed
      .slice(0, EXAMPLES)
      .map((pair) => ({ before: pair.before.text, after: pair.after.text, line: pair.after.index + 1 })),
  };
}
