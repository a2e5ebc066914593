/** Which rows there are, in typed arrays; and which of them seem to be alike. */
import { KeyIndex, lastNotAbove, Pairs } from './key-index.ts';
import {
  type ContentHash,
  KEY,
  LINE,
  numberAt,
  offsetIn,
  type PackedRows,
  PLACE,
  PROMPT,
  PROMPT_KEY,
  STATE,
  stateIn,
  WHOLE,
  WIDTH,
  withState,
} from './packed-rows.ts';

/** Where a row's line is. */
export interface RowPlace {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** In bytes, within its file. */
  readonly offset: number;
}

/** A row that seems to be like an earlier one. */
export interface Meeting {
  readonly row: number;
  /** The first row that seems to say the same; -1 when there is none. */
  readonly alike: number;
  /** The first row that seems to ask the same; -1 when there is none. */
  readonly asked: number;
}

/** Rows of one chunk, and where the chunk lies. */
interface Block {
  readonly rows: PackedRows;
  readonly path: string;
  readonly offset: number;
  readonly linesBefore: number;
  /** The number of its first row. */
  readonly from: number;
}

/** So many rows are sorted at once; of more, slice by slice of their keys. */
const SORTED_AT_ONCE = 1 << 18;
const MOST_SLICES = 16;

type Field = typeof KEY | typeof PROMPT_KEY | typeof WHOLE | typeof PROMPT;

/**
 * All rows in their order, counted from 0: 24 bytes a row, and 8 more for each that seems to be like another.
 */
export class RowTable {
  #count = 0;
  readonly #blocks: Block[] = [];
  /** The block that was looked into last. */
  #last = 0;
  /** Indexes that are looked into again, by their field. */
  readonly #indexes = new Map<Field, KeyIndex>();

  get count(): number {
    return this.#count;
  }

  /** Adds the rows of a chunk that begins at an offset of its file, after so many lines. */
  add(rows: PackedRows, path: string, offset: number, linesBefore: number): void {
    if (rows.length === 0) return;
    this.#blocks.push({ rows, path, offset, linesBefore, from: this.#count });
    this.#count += rows.length / WIDTH;
  }

  #block(row: number): Block {
    const last = this.#blocks[this.#last];
    if (last !== undefined && row >= last.from && (row - last.from) * WIDTH < last.rows.length) return last;
    this.#last = lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row);
    const found = this.#blocks[this.#last];
    if (found === undefined || row >= this.#count) throw new RangeError(`There is no row ${row} among ${this.#count}.`);
    return found;
  }

  #field(row: number, field: number): number {
    const { rows, from } = this.#block(row);
    return numberAt(rows, (row - from) * WIDTH + field);
  }

  #state(row: number): number {
    return stateIn(this.#field(row, PLACE));
  }

  /** Gathers the rows that have a field, those whose value is in one of some equal slices. */
  #gather(pairs: Pairs, field: Field, slice: number, slices: number): void {
    const hashed = field === WHOLE || field === PROMPT;
    /** The bits of a value that say in which slice it is. */
    const shift = Math.clz32(slices) + 1;
    for (const { rows, from } of this.#blocks) {
      for (let at = 0, row = from; at < rows.length; at += WIDTH, row += 1) {
        const key = numberAt(rows, at + field);
        if (key === 0 || (slices > 1 && key >>> shift !== slice)) continue;
        const state = stateIn(numberAt(rows, at + PLACE));
        if (hashed ? state === STATE.hashed : field === KEY || state !== STATE.copy) pairs.add(row, key);
      }
    }
  }

  /**
   * Indexes over all rows that have a field, each over a slice of its values. One holds until the next is
   * made.
   */
  *#slices(field: Field): Generator<KeyIndex> {
    const slices = Math.min(MOST_SLICES, 2 ** Math.max(0, Math.ceil(Math.log2(this.#count / SORTED_AT_ONCE))));
    const pairs = new Pairs();
    for (let slice = 0; slice < slices; slice += 1) {
      pairs.clear();
      this.#gather(pairs, field, slice, slices);
      yield new KeyIndex(pairs);
    }
  }

  /** The rows with this value in a field. The index is made when all rows are there. */
  #rowsWith(field: Field, value: number): Generator<number> {
    let index = this.#indexes.get(field);
    if (index === undefined) {
      const pairs = new Pairs();
      this.#gather(pairs, field, 0, 1);
      index = new KeyIndex(pairs);
      this.#indexes.set(field, index);
    }
    return index.rowsWith(value);
  }

  /** The first row with this key; -1 when there is none. */
  withKey(key: number): number {
    for (const row of this.#rowsWith(KEY, key)) return row;
    return -1;
  }

  /**
   * The rows whose content has this hash, of those that were hashed before the first call, in their order.
   */
  withContent(whole: number): Generator<number> {
    return this.#rowsWith(WHOLE, whole);
  }

  /**
   * Rows that seem to ask the same and to answer it differently: of each prompt that has at least so many of
   * them, the first ones, up to `most`.
   */
  *crowds(least: number, most: number): Generator<readonly number[]> {
    for (const index of this.#slices(PROMPT)) {
      for (const group of index.groups(least)) {
        const answers = new Map<number, number>();
        for (const row of group) {
          const whole = this.#field(row, WHOLE);
          if (!answers.has(whole)) answers.set(whole, row);
          if (answers.size === most) break;
        }
        if (answers.size >= least) yield [...answers.values()];
      }
    }
  }

  /** Of each row that is not the first with its value in a field: the first, and it; sorted by the row. */
  #repeats(field: Field): Int32Array {
    const found = new Pairs();
    const more = field === KEY ? WHOLE : field === PROMPT_KEY ? PROMPT : undefined;
    // Of keys the second number is kept as long as there is no hash of the content.
    const isChance = (row: number, other: number) =>
      more !== undefined &&
      this.#state(row) === STATE.keys &&
      this.#state(other) === STATE.keys &&
      this.#field(row, more) !== this.#field(other, more);
    for (const index of this.#slices(field)) index.addRepeats(found, isChance);
    return found.sorted();
  }

  *#meetings(alikeField: Field, askedField: Field): Generator<Meeting> {
    const alike = this.#repeats(alikeField);
    const asked = this.#repeats(askedField);
    for (let one = 0, two = 0; one < alike.length || two < asked.length; ) {
      const [left, right] = [alike[one + 1] ?? this.#count, asked[two + 1] ?? this.#count];
      const row = Math.min(left, right);
      yield { row, alike: left === row ? numberAt(alike, one) : -1, asked: right === row ? numberAt(asked, two) : -1 };
      if (left === row) one += 2;
      if (right === row) two += 2;
    }
  }

  /** The rows that have a key of an earlier one, in their order. */
  meetings(): Generator<Meeting> {
    return this.#meetings(KEY, PROMPT_KEY);
  }

  /** The rows whose content has a hash of an earlier one's, of those that were hashed, in their order. */
  suspects(): Generator<Meeting> {
    return this.#meetings(WHOLE, PROMPT);
  }

  key(row: number): number {
    return this.#field(row, KEY);
  }

  /** The hash of a row's content; undefined where it was not taken. */
  hash(row: number): ContentHash | undefined {
    if (this.#state(row) !== STATE.hashed) return undefined;
    return { whole: this.#field(row, WHOLE), prompt: this.#field(row, PROMPT) };
  }

  #keep(row: number, state: number, whole: number, prompt: number): void {
    const { rows, from } = this.#block(row);
    const at = (row - from) * WIDTH;
    rows[at + WHOLE] = whole;
    rows[at + PROMPT] = prompt;
    rows[at + PLACE] = withState(numberAt(rows, at + PLACE), state);
  }

  /** Keeps a hash that was taken later. */
  keepHash(row: number, { whole, prompt }: ContentHash): void {
    this.#keep(row, STATE.hashed, whole, prompt);
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const { rows, path, offset, linesBefore, from } = this.#block(row);
    const at = (row - from) * WIDTH;
    return { path, line: linesBefore + numberAt(rows, at + LINE), offset: offset + offsetIn(numberAt(rows, at + PLACE)) };
  }
}
