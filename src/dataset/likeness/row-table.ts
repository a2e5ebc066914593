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

/**
 * What a row says, as numbers of 32 bits that are not 0; `prompt` is 0 where no other answer would
 * contradict.
 */
export interface ContentHash {
  readonly whole: number;
  readonly prompt: number;
}

/**
 * What is known of a row: its keys (the prompt's is 0 where no other answer would contradict), and its
 * content's hash where a key was seen before.
 */
export interface RowFacts {
  readonly key: number;
  readonly promptKey: number;
  readonly content: ContentHash | undefined;
}

/** The fields of a row, each a number of 32 bits. */
const KEY = 0;
const PROMPT_KEY = 1;
const LINE = 2;
const OFFSET = 3;
/**
 * Length * 32 + format: no line is longer than 32 MiB (2 ** 25), so 32 formats have room in the bits of a
 * number.
 */
const SIZE = 4;
/** Of the content, 0 where it was not hashed. */
const WHOLE = 5;
const PROMPT = 6;
const WIDTH = 7;
const FORMAT_BITS = 5;

/**
 * The rows of one chunk, as plain numbers: they pass between threads as they are. Lines and offsets are
 * within the chunk.
 */
export type PackedRows = Int32Array<ArrayBuffer>;

/** Gathers the rows of a chunk. */
export class RowBuffer {
  #rows = new Int32Array(WIDTH * 1024);
  #count = 0;

  /** @param format 0…31 */
  add({ key, promptKey, content }: RowFacts, line: number, offset: number, length: number, format: number): void {
    const at = this.#count * WIDTH;
    if (at === this.#rows.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    const rows = this.#rows;
    rows[at + KEY] = key;
    rows[at + PROMPT_KEY] = promptKey;
    rows[at + LINE] = line;
    rows[at + OFFSET] = offset;
    rows[at + SIZE] = (length << FORMAT_BITS) | format;
    rows[at + WHOLE] = content?.whole ?? 0;
    rows[at + PROMPT] = content?.prompt ?? 0;
    this.#count += 1;
  }

  /** All that were added since the last call. */
  take(): PackedRows {
    const taken = this.#rows.slice(0, this.#count * WIDTH);
    this.#count = 0;
    return taken;
  }
}

/** A number of an array at an index that is known to be within it. */
function numberAt(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** The line within the chunk and the format of each row. */
export function* formatsOf(rows: PackedRows): Generator<{ readonly line: number; readonly format: number }> {
  for (let at = 0; at < rows.length; at += WIDTH)
    yield { line: numberAt(rows, at + LINE), format: numberAt(rows, at + SIZE) & ((1 << FORMAT_BITS) - 1) };
}

/**
 * Pairs of numbers of 32 bits, sorted as numbers of 64 bits: by the second of each pair, then by the first.
 * (Little-endian, as every machine that Node runs on.)
 */
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

/** Whether some sorted values hold one. */
export function holds(values: Int32Array, value: number): boolean {
  const at = lastNotAbove(values.length, (index) => numberAt(values, index), value);
  return at >= 0 && values[at] === value;
}

/** A row that seems to be like an earlier one. */
export interface Meeting {
  readonly row: number;
  /** The first row that seems to say the same; -1 when there is none. */
  readonly alike: number;
  /** The first row that seems to ask the same; -1 when there is none. */
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

  /** The rows with this key, in their order. */
  *rowsWith(key: number): Generator<number> {
    const pairs = this.#pairs;
    const from = lastNotAbove(pairs.length / 2, (index) => numberAt(pairs, index * 2 + 1), key - 1) + 1;
    for (let at = from * 2; at < pairs.length && numberAt(pairs, at + 1) === key; at += 2) yield numberAt(pairs, at);
  }

  /** The rows of each key that at least so many have. */
  *groups(least: number): Generator<Iterable<number>> {
    const pairs = this.#pairs;
    for (let from = 0, to = 0; from < pairs.length; from = to) {
      while (to < pairs.length && pairs[to + 1] === pairs[from + 1]) to += 2;
      if (to - from >= least * 2) yield this.rowsWith(numberAt(pairs, from + 1));
    }
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
interface Block {
  readonly rows: PackedRows;
  readonly path: string;
  readonly offset: number;
  readonly linesBefore: number;
  /** The number of its first row. */
  readonly from: number;
}

/** All rows in their order, counted from 0. 28 bytes a row, and 8 for each index over them. */
export class RowTable {
  #count = 0;
  readonly #blocks: Block[] = [];
  /** Indexes that are looked into again, by their field. */
  readonly #indexes = new Map<number, KeyIndex>();

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

  /** The rows with this value in a field. The index is made when all rows are there. */
  #rowsWith(field: number, value: number): Generator<number> {
    const index = this.#indexes.get(field) ?? this.#indexOf(field);
    this.#indexes.set(field, index);
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
    for (const group of this.#indexOf(PROMPT).groups(least)) {
      const answers = new Map<number, number>();
      for (const row of group) {
        const whole = this.#field(row, WHOLE);
        if (!answers.has(whole)) answers.set(whole, row);
        if (answers.size === most) break;
      }
      if (answers.size >= least) yield [...answers.values()];
    }
  }

  *#repeats(alikeField: number, askedField: number): Generator<Meeting> {
    const alike = this.#indexOf(alikeField).repeats();
    const asked = this.#indexOf(askedField).repeats();
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
    return this.#repeats(KEY, PROMPT_KEY);
  }

  /** The rows whose content has a hash of an earlier one's, of those that were hashed, in their order. */
  suspects(): Generator<Meeting> {
    return this.#repeats(WHOLE, PROMPT);
  }

  key(row: number): number {
    return this.#field(row, KEY);
  }

  /** The hash of a row's content; undefined where it was not taken. */
  hash(row: number): ContentHash | undefined {
    const whole = this.#field(row, WHOLE);
    return whole === 0 ? undefined : { whole, prompt: this.#field(row, PROMPT) };
  }

  /** Keeps a hash that was taken later. */
  keepHash(row: number, { whole, prompt }: ContentHash): void {
    const { rows, from } = this.#block(row);
    rows[(row - from) * WIDTH + WHOLE] = whole;
    rows[(row - from) * WIDTH + PROMPT] = prompt;
  }

  /** Where a row is. */
  place(row: number): RowPlace {
    const { rows, path, offset, linesBefore, from } = this.#block(row);
    const at = (row - from) * WIDTH;
    return {
      path,
      line: linesBefore + numberAt(rows, at + LINE),
      offset: offset + numberAt(rows, at + OFFSET),
      length: numberAt(rows, at + SIZE) >>> FORMAT_BITS,
    };
  }
}
