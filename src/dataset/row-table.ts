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

/** What is known of a row: its line's hash, its keys, and, where a key was seen before, the hash of its content (else 0). */
export interface RowFacts {
  readonly low: number;
  readonly high: number;
  readonly key: number;
  readonly promptKey: number;
  readonly whole: number;
  readonly prompt: number;
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

  add(row: number): void {
    if (this.#used * 4 >= this.#slots.length * 3) {
      const old = this.#slots;
      this.#slots = new Int32Array(old.length * 2);
      for (const entry of old) if (entry > 0) this.#place(entry - 1);
    }
    this.#used += 1;
    this.#place(row);
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

/** All rows in their order. About 45 bytes a row. */
export class RowTable {
  #count = 0;
  readonly #low = new Column();
  readonly #high = new Column();
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
    this.#low.set(row, facts.low);
    this.#high.set(row, facts.high);
    this.#key.set(row, facts.key);
    this.#promptKey.set(row, facts.promptKey);
    this.#line.set(row, line);
    this.#length.set(row, length);
    const units = Math.floor(offset / 2 ** 31);
    this.#offset.set(row, offset - units * 2 ** 31);
    if ((this.#offsets.at(-1)?.units ?? 0) !== units) this.#offsets.push({ from: row, units });
    if (this.#files.at(-1)?.path !== path) this.#files.push({ path, from: row });
    if (facts.whole !== 0) this.contents.set(row, { whole: facts.whole, prompt: facts.prompt });
    const alike = this.#byKey.find(facts.key);
    const asked = facts.promptKey === 0 ? -1 : this.#byPrompt.find(facts.promptKey);
    if (alike < 0) this.#byKey.add(row);
    if (facts.promptKey !== 0 && asked < 0) this.#byPrompt.add(row);
    if (alike >= 0 || asked >= 0) this.meetings.push({ row, alike, asked });
  }

  key(row: number): number {
    return this.#key.at(row);
  }

  /** Whether two rows have the same line, as far as its hash tells. */
  sameLine(row: number, other: number): boolean {
    return this.#low.at(row) === this.#low.at(other) && this.#high.at(row) === this.#high.at(other);
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const path = this.#files.findLast(({ from }) => from <= row)?.path ?? '';
    const units = this.#offsets.findLast(({ from }) => from <= row)?.units ?? 0;
    return { path, line: this.#line.at(row), offset: units * 2 ** 31 + this.#offset.at(row), length: this.#length.at(row) };
  }
}
