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

/** What a row says, as numbers of 53 bits; `prompt` is 0 where no other answer would contradict. */
export interface ContentHash {
  readonly whole: number;
  readonly prompt: number;
}

/** What is known of a row: the hash of its line, its keys (the prompt's is 0 where no other answer would contradict), and its content's hash where a key was seen before. */
export interface RowFacts {
  readonly text: number;
  readonly key: number;
  readonly promptKey: number;
  readonly content: ContentHash | undefined;
}

/** The fields of a row, each a number of 32 bits. */
const TEXT = 0;
const KEY = 1;
const PROMPT_KEY = 2;
const LINE = 3;
const OFFSET = 4;
/** Length * 4 + format: no line is longer than 32 MiB, and there are four formats. */
const SIZE = 5;
const WIDTH = 6;
/** Index of the row, and its two hashes. */
const HASH_WIDTH = 3;

/** The rows of one chunk, as plain numbers: they pass between threads as they are. Lines and offsets are within the chunk. */
export interface PackedRows {
  readonly rows: Int32Array<ArrayBuffer>;
  readonly hashes: Float64Array<ArrayBuffer>;
}

/** Gathers the rows of a chunk. */
export class RowBuffer {
  #rows = new Int32Array(WIDTH * 1024);
  #count = 0;
  #hashes: number[] = [];

  /** @param format 0…3 */
  add({ text, key, promptKey, content }: RowFacts, line: number, offset: number, length: number, format: number): void {
    const at = this.#count * WIDTH;
    if (at === this.#rows.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    const rows = this.#rows;
    rows[at + TEXT] = text;
    rows[at + KEY] = key;
    rows[at + PROMPT_KEY] = promptKey;
    rows[at + LINE] = line;
    rows[at + OFFSET] = offset;
    rows[at + SIZE] = length * 4 + format;
    if (content !== undefined) this.#hashes.push(this.#count, content.whole, content.prompt);
    this.#count += 1;
  }

  /** All that were added since the last call. */
  take(): PackedRows {
    const taken = { rows: this.#rows.slice(0, this.#count * WIDTH), hashes: Float64Array.from(this.#hashes) };
    this.#count = 0;
    this.#hashes = [];
    return taken;
  }
}

/** A number of an array at an index that is known to be within it. */
function numberAt(values: Int32Array | Float64Array, index: number): number {
  return values[index] ?? 0;
}

/** The line within the chunk and the format of each row. */
export function* formatsOf({ rows }: PackedRows): Generator<{ readonly line: number; readonly format: number }> {
  for (let at = 0; at < rows.length; at += WIDTH)
    yield { line: numberAt(rows, at + LINE), format: numberAt(rows, at + SIZE) & 3 };
}

/** Pairs of numbers of 32 bits, sorted as numbers of 64 bits: by the second of each pair, then by the first. (Little-endian, as every machine that Node runs on.) */
function sortPairs(pairs: Int32Array<ArrayBuffer>): void {
  new BigInt64Array(pairs.buffer).sort();
}

/** The index of the last of some sorted values that is not above a limit; -1 when all are. */
function lastNotAbove(count: number, valueAt: (index: number) => number, limit: number): number {
  let low = 0;
  for (let high = count; low < high; ) {
    const middle = (low + high) >>> 1;
    if (valueAt(middle) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A row that has a key of an earlier one. */
export interface Meeting {
  readonly row: number;
  /** The first row with the same key of content; -1 when there is none. */
  readonly alike: number;
  /** The first row with the same key of the prompt; -1 when there is none. */
  readonly asked: number;
}

/** Rows by a key. */
class KeyIndex {
  /** Row and key of each, sorted by key, then by row. */
  readonly #pairs: Int32Array<ArrayBuffer>;

  /** @param pairs row and key of each */
  constructor(pairs: Int32Array<ArrayBuffer>) {
    sortPairs(pairs);
    this.#pairs = pairs;
  }

  /** The first row with this key; -1 when there is none. */
  first(key: number): number {
    const at = lastNotAbove(this.#pairs.length / 2, (index) => numberAt(this.#pairs, index * 2 + 1), key - 1) + 1;
    return at * 2 < this.#pairs.length && numberAt(this.#pairs, at * 2 + 1) === key ? numberAt(this.#pairs, at * 2) : -1;
  }

  /** Of each row that is not the first with its key: the first, and the row; sorted by the row. */
  repeats(): Int32Array<ArrayBuffer> {
    const pairs = this.#pairs;
    let count = 0;
    for (let at = 3; at < pairs.length; at += 2) if (pairs[at] === pairs[at - 2]) count += 1;
    const found = new Int32Array(count * 2);
    let first = 0;
    let filled = 0;
    for (let at = 2; at < pairs.length; at += 2) {
      if (pairs[at + 1] !== pairs[at - 1]) {
        first = at;
        continue;
      }
      found[filled] = numberAt(pairs, first);
      found[filled + 1] = numberAt(pairs, at);
      filled += 2;
    }
    sortPairs(found);
    return found;
  }
}

/** Rows of one chunk, and where the chunk lies. */
interface Block extends PackedRows {
  readonly path: string;
  readonly offset: number;
  readonly linesBefore: number;
  /** The number of its first row. */
  readonly from: number;
}

/** All rows in their order, counted from 0. 32 bytes a row, and 8 for each row that has a key of another. */
export class RowTable {
  #count = 0;
  readonly #blocks: Block[] = [];
  #byKey: KeyIndex | undefined;
  /** Hashes that were taken after the rows were added. */
  readonly #taken = new Map<number, ContentHash>();

  get count(): number {
    return this.#count;
  }

  /** Adds the rows of a chunk that begins at an offset of its file, after so many lines. */
  add(packed: PackedRows, path: string, offset: number, linesBefore: number): void {
    if (packed.rows.length === 0) return;
    this.#blocks.push({ ...packed, path, offset, linesBefore, from: this.#count });
    this.#count += packed.rows.length / WIDTH;
  }

  #block(row: number): Block {
    const found = this.#blocks[lastNotAbove(this.#blocks.length, (index) => this.#blocks[index]?.from ?? 0, row)];
    if (found === undefined) throw new RangeError(`There is no row ${row} among ${this.#count}.`);
    return found;
  }

  #field(row: number, field: number): number {
    const { rows, from } = this.#block(row);
    return numberAt(rows, (row - from) * WIDTH + field);
  }

  /** The rows whose field is not 0, by that field. */
  #indexOf(field: number): KeyIndex {
    const pairs = new Int32Array(this.#count * 2);
    let filled = 0;
    for (const { rows, from } of this.#blocks) {
      for (let at = field, row = from; at < rows.length; at += WIDTH, row += 1) {
        const key = numberAt(rows, at);
        if (key === 0) continue;
        pairs[filled] = row;
        pairs[filled + 1] = key;
        filled += 2;
      }
    }
    return new KeyIndex(filled === pairs.length ? pairs : pairs.slice(0, filled));
  }

  /** The index is made when all rows are there. */
  #keys(): KeyIndex {
    this.#byKey ??= this.#indexOf(KEY);
    return this.#byKey;
  }

  /** The first row with this key; -1 when there is none. */
  withKey(key: number): number {
    return this.#keys().first(key);
  }

  /** The rows that have a key of an earlier one, in their order. */
  *meetings(): Generator<Meeting> {
    const alike = this.#keys().repeats();
    const asked = this.#indexOf(PROMPT_KEY).repeats();
    for (let one = 0, two = 0; one < alike.length || two < asked.length; ) {
      const [left, right] = [alike[one + 1] ?? this.#count, asked[two + 1] ?? this.#count];
      const row = Math.min(left, right);
      yield { row, alike: left === row ? numberAt(alike, one) : -1, asked: right === row ? numberAt(asked, two) : -1 };
      if (left === row) one += 2;
      if (right === row) two += 2;
    }
  }

  key(row: number): number {
    return this.#field(row, KEY);
  }

  /** Whether two rows seem to have the same line. */
  sameLine(row: number, other: number): boolean {
    return this.#field(row, TEXT) === this.#field(other, TEXT) && this.#field(row, SIZE) === this.#field(other, SIZE);
  }

  /** The hash of a row's content, where it was taken. */
  hash(row: number): ContentHash | undefined {
    const taken = this.#taken.get(row);
    if (taken !== undefined) return taken;
    const { hashes, from } = this.#block(row);
    const at = lastNotAbove(hashes.length / HASH_WIDTH, (index) => numberAt(hashes, index * HASH_WIDTH), row - from) * HASH_WIDTH;
    if (at < 0 || hashes[at] !== row - from) return undefined;
    return { whole: numberAt(hashes, at + 1), prompt: numberAt(hashes, at + 2) };
  }

  /** Keeps a hash that was taken later. */
  keepHash(row: number, hash: ContentHash): void {
    this.#taken.set(row, hash);
  }

  /** The rows whose content was hashed, and the hashes. */
  *hashed(): Generator<readonly [row: number, hash: ContentHash]> {
    for (const { hashes, from } of this.#blocks)
      for (let at = 0; at < hashes.length; at += HASH_WIDTH)
        yield [from + numberAt(hashes, at), { whole: numberAt(hashes, at + 1), prompt: numberAt(hashes, at + 2) }];
    yield* this.#taken;
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const { rows, path, offset, linesBefore, from } = this.#block(row);
    const at = (row - from) * WIDTH;
    return {
      path,
      line: linesBefore + numberAt(rows, at + LINE),
      offset: offset + numberAt(rows, at + OFFSET),
      length: numberAt(rows, at + SIZE) >> 2,
    };
  }
}
