/** Which rows there are, in typed arrays; and which of them seem to be alike. */
import { FirstRows } from './first-rows.ts';
import { KeyIndex, lastNotAbove, Pairs } from './key-index.ts';
import { LineHashes } from './line-hashes.ts';
import {
  type ContentHash,
  KEY,
  LINE,
  type LineHash,
  numberAt,
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

/** Rows of one chunk, and where the chunk lies. */
interface Block {
  readonly rows: PackedRows;
  readonly lines: LineHashes;
  readonly path: string;
  readonly offset: number;
  readonly linesBefore: number;
  /** The number of its first row. */
  readonly from: number;
}

type KeyField = typeof KEY | typeof PROMPT_KEY;
type HashField = typeof WHOLE | typeof PROMPT;

/**
 * Where the next row of a block is that is no copy and has a key of an earlier one; the end where there is
 * none.
 */
function nextMeeting(rows: PackedRows, begin: number, first: number, field: KeyField, keys: FirstRows): number {
  let at = begin;
  for (let row = first; at < rows.length; at += WIDTH, row += 1)
    if (stateIn(numberAt(rows, at + PLACE)) !== STATE.copy && keys.meets(numberAt(rows, at + field), row)) break;
  return at;
}

/** Where the next row is that is a copy, or whose content has a hash of an earlier one's. */
function nextSuspect(rows: PackedRows, begin: number, first: number, whole: FirstRows, prompt: FirstRows): number {
  let at = begin;
  for (let row = first; at < rows.length; at += WIDTH, row += 1) {
    const state = stateIn(numberAt(rows, at + PLACE));
    if (state === STATE.copy) break;
    if (state !== STATE.hashed) continue;
    const isMet = whole.meets(numberAt(rows, at + WHOLE), row);
    if (prompt.meets(numberAt(rows, at + PROMPT), row) || isMet) break;
  }
  return at;
}

/** All rows in their order, counted from 0: 24 bytes a row, and about 20 for each that is like another. */
export class RowTable {
  #count = 0;
  readonly #blocks: Block[] = [];
  /** The block that was looked into last. */
  #last = 0;
  /** Indexes that are looked into again. */
  #byKey: KeyIndex | undefined;
  #byContent: KeyIndex | undefined;

  get count(): number {
    return this.#count;
  }

  /**
   * Adds the rows of a chunk that begins at an offset of its file, after so many lines.
   * @param hashes those of lines, beside the rows whose content was hashed
   */
  add(rows: PackedRows, hashes: PackedRows, path: string, offset: number, linesBefore: number): void {
    if (rows.length === 0) return;
    this.#blocks.push({ rows, lines: new LineHashes(hashes), path, offset, linesBefore, from: this.#count });
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

  /** Calls for each row with its place among the numbers of its block. */
  #each(visit: (row: number, rows: PackedRows, at: number) => void): void {
    for (const { rows, from } of this.#blocks)
      for (let at = 0, row = from; at < rows.length; at += WIDTH, row += 1) visit(row, rows, at);
  }

  #countHashed(): number {
    let count = 0;
    this.#each((_, rows, at) => {
      if (stateIn(numberAt(rows, at + PLACE)) === STATE.hashed) count += 1;
    });
    return count;
  }

  /** Rows by a field of theirs that is not 0; by a part of the hash those that were hashed. */
  #indexOf(field: KeyField | HashField): KeyIndex {
    const ofHash = field === WHOLE || field === PROMPT;
    const pairs = new Pairs(ofHash ? this.#countHashed() : this.#count);
    this.#each((row, rows, at) => {
      const key = numberAt(rows, at + field);
      if (key !== 0 && (!ofHash || stateIn(numberAt(rows, at + PLACE)) === STATE.hashed)) pairs.add(row, key);
    });
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
        const whole = this.#field(row, WHOLE);
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
    this.#each((_, rows, at) => {
      const value = numberAt(rows, at + field);
      if (value !== 0 && stateIn(numberAt(rows, at + PLACE)) === STATE.hashed) values.add(value);
    });
    return values;
  }

  /**
   * The rows that are no copies and have a key of an earlier one, in their order. Of two rows with one key
   * one at least was hashed, because the other had been seen: so the keys of those that were hashed are all
   * that matter.
   */
  *meetings(field: KeyField): Generator<Meeting> {
    const keys = this.#valuesOfHashed(field);
    for (const { rows, from } of this.#blocks)
      for (let at = nextMeeting(rows, 0, from, field, keys); at < rows.length; ) {
        const row = from + at / WIDTH;
        yield { row, earlier: keys.met };
        at = nextMeeting(rows, at + WIDTH, row + 1, field, keys);
      }
    keys.free();
  }

  /** Lets go of the hashes of lines beside the rows: no line is compared any more. */
  freeLines(): void {
    for (const { lines } of this.#blocks) lines.free();
  }

  /**
   * The copies, and of the rows that were hashed those whose content has a hash of an earlier one's, in their
   * order.
   */
  *suspects(): Generator<Suspect> {
    const whole = this.#valuesOfHashed(WHOLE);
    const prompt = this.#valuesOfHashed(PROMPT);
    for (const { rows, from } of this.#blocks)
      for (let at = nextSuspect(rows, 0, from, whole, prompt); at < rows.length; ) {
        const row = from + at / WIDTH;
        const isCopy = stateIn(numberAt(rows, at + PLACE)) === STATE.copy;
        yield isCopy ? { row, alike: numberAt(rows, at + WHOLE), asked: -1 } : { row, alike: whole.met, asked: prompt.met };
        at = nextSuspect(rows, at + WIDTH, row + 1, whole, prompt);
      }
    whole.free();
    prompt.free();
  }

  key(row: number): number {
    return this.#field(row, KEY);
  }

  /** The hash of a row's content; undefined where it was not taken. */
  hash(row: number): ContentHash | undefined {
    if (this.#state(row) !== STATE.hashed) return undefined;
    return { whole: this.#field(row, WHOLE), prompt: this.#field(row, PROMPT) };
  }

  #lineHash(row: number): LineHash | undefined {
    const { rows, lines, from } = this.#block(row);
    const at = (row - from) * WIDTH;
    const state = stateIn(numberAt(rows, at + PLACE));
    if (state === STATE.hashed) return lines.of(row - from);
    return state === STATE.line ? { lineLow: numberAt(rows, at + WHOLE), lineHigh: numberAt(rows, at + PROMPT) } : undefined;
  }

  /** Whether two lines are the same, byte by byte; undefined where their hashes were not taken. */
  areSameLines(row: number, other: number): boolean | undefined {
    const one = this.#lineHash(row);
    const two = one === undefined ? undefined : this.#lineHash(other);
    if (one === undefined || two === undefined) return undefined;
    return one.lineLow === two.lineLow && one.lineHigh === two.lineHigh;
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

  /** Keeps that a row says what an earlier one says, which is no copy itself. */
  keepCopy(row: number, original: number): void {
    this.#keep(row, STATE.copy, original, 0);
  }

  /** The row that a row is known to be a copy of; itself where it is none. */
  original(row: number): number {
    return this.#state(row) === STATE.copy ? this.#field(row, WHOLE) : row;
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const { rows, path, offset, linesBefore, from } = this.#block(row);
    const at = (row - from) * WIDTH;
    return { path, line: linesBefore + numberAt(rows, at + LINE), offset: offset + offsetIn(numberAt(rows, at + PLACE)) };
  }
}
