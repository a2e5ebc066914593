/** Which rows there are, in typed arrays; and which of them seem to be alike. */
import { FirstRows } from './first-rows.ts';
import { KeyIndex, lastNotAbove, Pairs } from './key-index.ts';
import { LineHashes } from './line-hashes.ts';
import {
  ALIKE,
  type ContentHash,
  KEY,
  LINE,
  type LineHash,
  offsetIn,
  type PackedRows,
  PLACE,
  PROMPT,
  type PROMPT_KEY,
  STATE,
  stateIn,
  WHOLE,
  WIDTH,
  withState,
} from './packed-rows.ts';
import { Records } from './records.ts';

/** Where a row's line is. */
export interface RowPlace {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** In bytes, within its file. */
  readonly offset: number;
}

/** A row that has a key of an earlier one. */
interface Meeting {
  readonly row: number;
  readonly earlier: number;
}

/** A row that seems to be like an earlier one. */
export interface Suspect {
  readonly row: number;
  /** The first row that seems to say the same; -1 when there is none. */
  readonly alike: number;
  /** The first row that seems to ask the same; -1 when there is none. */
  readonly asked: number;
}

/** Where a chunk lies. */
interface Block {
  readonly path: string;
  readonly offset: number;
  readonly linesBefore: number;
  /** The number of its first row. */
  readonly from: number;
}

type KeyField = typeof KEY | typeof PROMPT_KEY;
type HashField = typeof WHOLE | typeof PROMPT;

/** All rows in their order, counted from 0: 24 bytes a row, and about 22 for each that is like another. */
export class RowTable {
  readonly #rows = new Records(WIDTH);
  readonly #lines = new LineHashes();
  readonly #blocks: Block[] = [];
  /** The block that was looked into last. */
  #last = 0;
  /** Indexes that are looked into again. */
  #byKey: KeyIndex | undefined;
  #byContent: KeyIndex | undefined;

  get count(): number {
    return this.#rows.count;
  }

  /**
   * Adds the rows of a chunk that begins at an offset of its file, after so many lines. They are taken over.
   * @param hashes those of lines, beside the rows whose content was hashed
   */
  add(rows: PackedRows, hashes: PackedRows, path: string, offset: number, linesBefore: number): void {
    if (rows.length === 0) return;
    this.#blocks.push({ path, offset, linesBefore, from: this.count });
    this.#lines.add(hashes, this.count);
    this.#rows.add(rows);
  }

  #block(row: number): Block {
    const next = this.#blocks[this.#last + 1];
    const last = this.#blocks[this.#last];
    if (last !== undefined && row >= last.from && row < (next?.from ?? this.count)) return last;
    this.#last = lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row);
    const found = this.#blocks[this.#last];
    if (found === undefined || row >= this.count) throw new RangeError(`There is no row ${row} among ${this.count}.`);
    return found;
  }

  #state(row: number): number {
    return stateIn(this.#rows.get(row, PLACE));
  }

  /** Whether the content of some row was hashed, because one of its keys had been seen. */
  isAnyHashed(): boolean {
    for (let row = 0; row < this.count; row += 1) if (this.#state(row) === STATE.hashed) return true;
    return false;
  }

  #countHashed(): number {
    let count = 0;
    for (let row = 0; row < this.count; row += 1) if (this.#state(row) === STATE.hashed) count += 1;
    return count;
  }

  /** Rows by a field of theirs that is not 0; by a part of the hash those that were hashed. */
  #indexOf(field: KeyField | HashField): KeyIndex {
    const ofHash = field === WHOLE || field === PROMPT;
    const pairs = new Pairs(ofHash ? this.#countHashed() : this.count);
    for (let row = 0; row < this.count; row += 1) {
      const key = this.#rows.get(row, field);
      if (key !== 0 && (!ofHash || this.#state(row) === STATE.hashed)) pairs.add(row, key);
    }
    return new KeyIndex(pairs);
  }

  /** The first row with this key; -1 when there is none. The index is made when all rows are there. */
  withKey(key: number): number {
    this.#byKey ??= this.#indexOf(KEY);
    for (const row of this.#byKey.rowsWith(key)) return row;
    return -1;
  }

  /**
   * The rows whose content has this hash, of those that were hashed before the first call, in their order.
   */
  withContent(whole: number): Generator<number> {
    this.#byContent ??= this.#indexOf(WHOLE);
    return this.#byContent.rowsWith(whole);
  }

  /**
   * Rows that seem to ask the same and to answer it differently: of each prompt that has at least so many of
   * them, the first ones, up to `most`.
   */
  *crowds(least: number, most: number): Generator<readonly number[]> {
    const prompts = this.#indexOf(PROMPT);
    for (const group of prompts.groups(least)) {
      const answers = new Map<number, number>();
      for (const row of group) {
        const whole = this.#rows.get(row, WHOLE);
        if (!answers.has(whole)) answers.set(whole, row);
        if (answers.size === most) break;
      }
      if (answers.size >= least) yield [...answers.values()];
    }
    prompts.free();
  }

  /** The values in a field of the rows that were hashed. */
  #valuesOfHashed(field: KeyField | HashField): FirstRows {
    const values = new FirstRows(this.#countHashed());
    for (let row = 0; row < this.count; row += 1) {
      const value = this.#rows.get(row, field);
      if (value !== 0 && this.#state(row) === STATE.hashed) values.add(value);
    }
    return values;
  }

  /** The next row that is no copy and has a key of an earlier one; the end where there is none. */
  #nextMeeting(begin: number, field: KeyField, keys: FirstRows): number {
    let row = begin;
    for (; row < this.count; row += 1) if (this.#state(row) !== STATE.copy && keys.meets(this.#rows.get(row, field), row)) break;
    return row;
  }

  /**
   * The rows that are no copies and have a key of an earlier one, in their order. Of two rows with one key
   * one at least was hashed, because the other had been seen: so the keys of those that were hashed are all
   * that matter.
   */
  *meetings(field: KeyField): Generator<Meeting> {
    const keys = this.#valuesOfHashed(field);
    for (let row = this.#nextMeeting(0, field, keys); row < this.count; row = this.#nextMeeting(row + 1, field, keys))
      yield { row, earlier: keys.met };
    keys.free();
  }

  /** Lets go of the hashes of lines beside the rows: no line is compared any more. */
  freeLines(): void {
    this.#lines.free();
  }

  /** Notes for the rows that were hashed the first row with the same hash. */
  #noteAlike(): void {
    const hashes = this.#valuesOfHashed(WHOLE);
    for (let row = 0; row < this.count; row += 1) {
      if (this.#state(row) !== STATE.hashed) continue;
      hashes.meets(this.#rows.get(row, WHOLE), row);
      this.#rows.set(row, ALIKE, hashes.met);
    }
    hashes.free();
  }

  /** The next row that is a copy, or whose content has an earlier one's hash; the end where there is none. */
  #nextSuspect(begin: number, prompts: FirstRows): number {
    let row = begin;
    for (; row < this.count; row += 1) {
      const state = this.#state(row);
      if (state === STATE.copy) break;
      if (state !== STATE.hashed) continue;
      if (prompts.meets(this.#rows.get(row, PROMPT), row) || this.#rows.get(row, ALIKE) >= 0) break;
    }
    return row;
  }

  /**
   * The copies, and of the rows that were hashed those whose content has a hash of an earlier one's, in their
   * order. From now on none meets another by a key: one hash after the other is looked at, because each takes
   * memory, and what the first says is noted where the keys of prompts were.
   */
  *suspects(): Generator<Suspect> {
    this.#noteAlike();
    const prompts = this.#valuesOfHashed(PROMPT);
    for (let row = this.#nextSuspect(0, prompts); row < this.count; row = this.#nextSuspect(row + 1, prompts)) {
      const isCopy = this.#state(row) === STATE.copy;
      yield { row, alike: this.#rows.get(row, isCopy ? WHOLE : ALIKE), asked: isCopy ? -1 : prompts.met };
    }
    prompts.free();
  }

  key(row: number): number {
    return this.#rows.get(row, KEY);
  }

  /** The hash of a row's content; undefined where it was not taken. */
  hash(row: number): ContentHash | undefined {
    if (this.#state(row) !== STATE.hashed) return undefined;
    return { whole: this.#rows.get(row, WHOLE), prompt: this.#rows.get(row, PROMPT) };
  }

  #lineHash(row: number): LineHash | undefined {
    const state = this.#state(row);
    if (state === STATE.hashed) return this.#lines.of(row);
    if (state !== STATE.line) return undefined;
    return { lineLow: this.#rows.get(row, WHOLE), lineHigh: this.#rows.get(row, PROMPT) };
  }

  /** Whether two lines are the same, byte by byte; undefined where their hashes were not taken. */
  areSameLines(row: number, other: number): boolean | undefined {
    const one = this.#lineHash(row);
    const two = one === undefined ? undefined : this.#lineHash(other);
    if (one === undefined || two === undefined) return undefined;
    return one.lineLow === two.lineLow && one.lineHigh === two.lineHigh;
  }

  #keep(row: number, state: number, whole: number, prompt: number): void {
    this.#rows.set(row, WHOLE, whole);
    this.#rows.set(row, PROMPT, prompt);
    this.#rows.set(row, PLACE, withState(this.#rows.get(row, PLACE), state));
  }

  /** Keeps a hash that was taken later. */
  keepHash(row: number, { whole, prompt }: ContentHash): void {
    this.#keep(row, STATE.hashed, whole, prompt);
  }

  /** Keeps that a row says what an earlier one says, which is no copy itself. */
  keepCopy(row: number, original: number): void {
    this.#keep(row, STATE.copy, original, 0);
  }

  /** The row that a row is known to be a copy of; itself where it is none. */
  original(row: number): number {
    return this.#state(row) === STATE.copy ? this.#rows.get(row, WHOLE) : row;
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const { path, offset, linesBefore } = this.#block(row);
    const line = linesBefore + this.#rows.get(row, LINE);
    return { path, line, offset: offset + offsetIn(this.#rows.get(row, PLACE)) };
  }
}
