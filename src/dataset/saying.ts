/** What a row says, whatever its spaces and the order of its keys: the whole of it, what it asks, and what it answers. */
import { isUtf8 } from 'node:buffer';
import { canonicalJson } from '../canonical.ts';
import type { KeyedHash } from './keyed-hash.ts';
import type { Keys } from './pairing.ts';
import { type RowList, readAgain } from './row-list.ts';
import type { ReadRange } from './suspicions.ts';

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

/** Hashes of what some rows say. Each part is kept for the rows that have it. */
export interface Sayings {
  readonly content: Keys;
  readonly question: Keys;
  readonly answer: Keys;
}

/** Keys while they are gathered. */
class Gathered {
  #count = 0;
  readonly #rows: Int32Array;
  readonly #low: Int32Array;
  readonly #high: Int32Array;

  constructor(most: number) {
    this.#rows = new Int32Array(most);
    this.#low = new Int32Array(most);
    this.#high = new Int32Array(most);
  }

  add(row: number, low: number, high: number): void {
    this.#rows[this.#count] = row;
    this.#low[this.#count] = low;
    this.#high[this.#count] = high;
    this.#count += 1;
  }

  finish(): Keys {
    const count = this.#count;
    return { rows: this.#rows.subarray(0, count), low: this.#low.subarray(0, count), high: this.#high.subarray(0, count) };
  }
}

/** The canonical texts of a row; undefined for what is no JSON, or nested too deep to be walked. */
function textsOf(text: string): { readonly content: string; readonly question?: string; readonly answer?: string } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const split = parts(value);
    return {
      content: canonicalJson(value),
      ...(split?.question === undefined ? {} : { question: canonicalJson(split.question) }),
      ...(split?.answer === undefined ? {} : { answer: canonicalJson(split.answer) }),
    };
  } catch {
    return undefined;
  }
}

/**
 * Reads some rows again and hashes what they say. A row that cannot be read is known by its line alone.
 * @param onText sees the text of each row that is UTF-8
 */
export async function sayingsOf(
  list: RowList,
  rows: Int32Array,
  readRange: ReadRange,
  hash: KeyedHash,
  onText: (text: string) => void,
): Promise<Sayings> {
  const [content, question, answer] = [new Gathered(rows.length), new Gathered(rows.length), new Gathered(rows.length)];
  const keep = (gathered: Gathered, row: number, text: string | undefined) => {
    if (text === undefined) return;
    hash.text(text);
    gathered.add(row, hash.low, hash.high);
  };
  await readAgain(list, rows, readRange, (bytes, row) => {
    // What is no UTF-8 would lose its differences as a text.
    const text = bytes !== undefined && isUtf8(bytes) ? bytes.toString('utf8') : undefined;
    if (text !== undefined) onText(text);
    const texts = text === undefined ? undefined : textsOf(text);
    if (texts === undefined) return content.add(row, list.low(row), list.high(row));
    keep(content, row, texts.content);
    keep(question, row, texts.question);
    keep(answer, row, texts.answer);
  });
  return { content: content.finish(), question: question.finish(), answer: answer.finish() };
}
