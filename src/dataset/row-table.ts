/** Which rows there are, in typed arrays, whatever the rows hold; and which of them seem to be alike. */

/** Where a row's line is. */
export interface RowPlace {
  readonly path: string;
  /** Counts from 1. */
  readonly line: number;
  /** In bytes, within its file. */
  readonly offset: number;
  readonly length: number;
}

/** What is known of a row: the hash of its line, its keys, and, where a key was seen before, the hash of its content (else 0). */
export interface RowFacts {
  readonly text: number;
  readonly key: number;
  readonly promptKey: number;
  readonly whole: number;
  readonly prompt: number;
}

/** How many numbers a row has in a RowBuffer. */
const WIDTH = 9;

/** Rows on their way from whoever examined them to the table: plain numbers, which pass between threads as they are. */
export class RowBuffer {
  #values = new Float64Array(WIDTH * 256);
  #count = 0;

  /** @param format any small number */
  add(facts: RowFacts, line: number, offset: number, length: number, format: number): void {
    const at = this.#count * WIDTH;
    if (at === this.#values.length) {
      const larger = new Float64Array(at * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    const values = this.#values;
    values[at] = facts.text;
    values[at + 1] = facts.key;
    values[at + 2] = facts.promptKey;
    values[at + 3] = facts.whole;
    values[at + 4] = facts.prompt;
    values[at + 5] = line;
    values[at + 6] = offset;
    values[at + 7] = length;
    values[at + 8] = format;
    this.#count += 1;
  }

  /** All of them, to be read by `rowsOf`. */
  finish(): Float64Array<ArrayBuffer> {
    return this.#values.slice(0, this.#count * WIDTH);
  }
}

/** A row of a RowBuffer. */
export interface BufferedRow extends RowFacts {
  readonly line: number;
  readonly offset: number;
  readonly length: number;
  readonly format: number;
}

function numberAt(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

/** The rows that a RowBuffer holds. */
export function* rowsOf(values: Float64Array): Generator<BufferedRow> {
  for (let at = 0; at < values.length; at += WIDTH)
    yield {
      text: numberAt(values, at),
      key: numberAt(values, at + 1),
      promptKey: numberAt(values, at + 2),
      whole: numberAt(values, at + 3),
      prompt: numberAt(values, at + 4),
      line: numberAt(values, at + 5),
      offset: numberAt(values, at + 6),
      length: numberAt(values, at + 7),
      format: numberAt(values, at + 8),
    };
}

const FIRST = 1024;

/** Numbers of 32 bits that grow. */
class Column {
  #numbers = new Int32Array(FIRST);

  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }

  set(index: number, value: number): void {
    if (index >= this.#numbers.length) {
      const larger = new Int32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[index] = value;
  }
}

/** The first row of each key, in an open-addressing table. */
class FirstRows {
  #slots = new Int32Array(FIRST * 2);
  #used = 0;
  readonly #keys: Column;

  constructor(keys: Column) {
    this.#keys = keys;
  }

  /** The first row with this key; -1 when there is none. */
  find(key: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = Math.imul(key, 0x9e3779b1) & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0 || this.#keys.at(row) === key) return row;
    }
  }

  /** The first row with the key of this row, which may be this one: then it is kept as the first. */
  meet(row: number): number {
    if (this.#used * 4 >= this.#slots.length * 3) this.#grow();
    const mask = this.#slots.length - 1;
    const key = this.#keys.at(row);
    for (let slot = Math.imul(key, 0x9e3779b1) & mask; ; slot = (slot + 1) & mask) {
      const other = (this.#slots[slot] ?? 0) - 1;
      if (other < 0) {
        this.#slots[slot] = row + 1;
        this.#used += 1;
        return row;
      }
      if (this.#keys.at(other) === key) return other;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(old.length * 2);
    for (const entry of old) if (entry > 0) this.#place(entry - 1);
  }

  #place(row: number): void {
    const mask = this.#slots.length - 1;
    let slot = Math.imul(this.#keys.at(row), 0x9e3779b1) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
  }
}

/** A row that has a key of an earlier one. */
export interface Meeting {
  readonly row: number;
  /** The first row with the same key of content; -1 when there is none. */
  readonly alike: number;
  /** The first row with the same key of the prompt; -1 when there is none. */
  readonly asked: number;
}

/** All rows in their order. About 40 bytes a row. */
export class RowTable {
  #count = 0;
  readonly #text = new Column();
  readonly #key = new Column();
  readonly #promptKey = new Column();
  readonly #line = new Column();
  readonly #length = new Column();
  /** In units of 2^31 and the rest: a file may have more bytes than a column's number can say. */
  readonly #offset = new Column();
  readonly #offsets: { readonly from: number; readonly units: number }[] = [];
  /** The rows from which on each file's begin. */
  readonly #files: { readonly path: string; readonly from: number }[] = [];
  readonly #byKey = new FirstRows(this.#key);
  readonly #byPrompt = new FirstRows(this.#promptKey);
  /** Hashes of content, where they were taken. */
  readonly contents = new Map<number, { readonly whole: number; readonly prompt: number }>();
  readonly meetings: Meeting[] = [];

  get count(): number {
    return this.#count;
  }

  /** The first row with this key; -1 when there is none. */
  withKey(key: number): number {
    return this.#byKey.find(key);
  }

  add(facts: RowFacts, { path, line, offset, length }: RowPlace): void {
    const row = this.#count;
    this.#count += 1;
    this.#text.set(row, facts.text);
    this.#key.set(row, facts.key);
    this.#promptKey.set(row, facts.promptKey);
    this.#line.set(row, line);
    this.#length.set(row, length);
    const units = Math.floor(offset / 2 ** 31);
    this.#offset.set(row, offset - units * 2 ** 31);
    if ((this.#offsets.at(-1)?.units ?? 0) !== units) this.#offsets.push({ from: row, units });
    if (this.#files.at(-1)?.path !== path) this.#files.push({ path, from: row });
    if (facts.whole !== 0) this.contents.set(row, { whole: facts.whole, prompt: facts.prompt });
    const alike = this.#byKey.meet(row);
    const asked = facts.promptKey === 0 ? row : this.#byPrompt.meet(row);
    if (alike !== row || asked !== row)
      this.meetings.push({ row, alike: alike === row ? -1 : alike, asked: asked === row ? -1 : asked });
  }

  key(row: number): number {
    return this.#key.at(row);
  }

  /** Whether two rows seem to have the same line. */
  sameLine(row: number, other: number): boolean {
    return this.#text.at(row) === this.#text.at(other) && this.#length.at(row) === this.#length.at(other);
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const path = this.#files.findLast(({ from }) => from <= row)?.path ?? '';
    const units = this.#offsets.findLast(({ from }) => from <= row)?.units ?? 0;
    return { path, line: this.#line.at(row), offset: units * 2 ** 31 + this.#offset.at(row), length: this.#length.at(row) };
  }
}
