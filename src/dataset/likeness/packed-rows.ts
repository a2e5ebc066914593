/** What is kept of each row, in plain numbers: 24 bytes, whatever the row holds. */

/** What a row says, as numbers of 32 bits; `prompt` is 0 where no other answer would contradict. */
export interface ContentHash {
  readonly whole: number;
  readonly prompt: number;
}

/**
 * By what rows that say the same are found: 64 bits for the whole row, and 64 for its prompt. The first half
 * of each is kept.
 */
export interface RowKeys {
  readonly whole: number;
  readonly wholeMore: number;
  /** 0 where no other answer would contradict. */
  readonly prompt: number;
  readonly promptMore: number;
}

/** A hash of 64 bits of a row's line, under a key; both halves are 0 where it was not taken. */
export interface LineHash {
  readonly lineLow: number;
  readonly lineHigh: number;
}

/** No line was hashed. */
export const NO_LINE: LineHash = { lineLow: 0, lineHigh: 0 };

/** The fields of a row, each a number of 32 bits. */
export const KEY = 0;
export const PROMPT_KEY = 1;
/** Once keys were compared: an earlier row, the first whose content has the same hash; or -1. */
export const ALIKE = PROMPT_KEY;
/**
 * The hash of the content or that of the line, as far as the state says that it was taken. Of a copy the row
 * that it copies.
 */
export const WHOLE = 2;
export const PROMPT = 3;
export const LINE = 4;
/** Offset, format and state. No chunk of several lines is longer than 4 MiB: 22 bits are enough. */
export const PLACE = 5;
export const WIDTH = 6;

const STATE_BITS = 2;
const FORMAT_BITS = 4;
const STATES = (1 << STATE_BITS) - 1;

/** What is known of what a row says. */
export const STATE = { keys: 0, hashed: 1, copy: 2, line: 3 } as const;

export const offsetIn = (place: number): number => place >>> (STATE_BITS + FORMAT_BITS);
export const formatIn = (place: number): number => (place >>> STATE_BITS) & ((1 << FORMAT_BITS) - 1);
export const stateIn = (place: number): number => place & STATES;
export const withState = (place: number, state: number): number => (place & ~STATES) | state;

/**
 * The rows of one chunk, as plain numbers: they pass between threads as they are. Lines and offsets are
 * within the chunk.
 */
export type PackedRows = Int32Array<ArrayBuffer>;

/** A number of an array at an index that is known to be within it. */
export function numberAt(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

/** The line within the chunk and the format of each row. */
export function* formatsOf(rows: PackedRows): Generator<{ readonly line: number; readonly format: number }> {
  for (let at = 0; at < rows.length; at += WIDTH)
    yield { line: numberAt(rows, at + LINE), format: formatIn(numberAt(rows, at + PLACE)) };
}

/**
 * Hashes of lines beside the rows whose content was hashed: the number of the row within its chunk, and two
 * halves.
 */
export const LINE_WIDTH = 3;

function grown(numbers: PackedRows): PackedRows {
  const larger = new Int32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}

/** Gathers the rows of a chunk. */
export class RowBuffer {
  #rows: PackedRows = new Int32Array(WIDTH * 1024);
  #count = 0;
  #lines: PackedRows = new Int32Array(LINE_WIDTH * 64);
  #lineCount = 0;

  /**
   * @param content where a key was seen before
   * @param format 0…15
   */
  add(keys: RowKeys, content: ContentHash | undefined, hash: LineHash, line: number, offset: number, format: number): void {
    const at = this.#count * WIDTH;
    if (at === this.#rows.length) this.#rows = grown(this.#rows);
    const rows = this.#rows;
    const { lineLow, lineHigh } = hash;
    const isHashed = lineLow !== 0 || lineHigh !== 0;
    if (isHashed && content !== undefined) this.#addLine(lineLow, lineHigh);
    const state = content !== undefined ? STATE.hashed : isHashed ? STATE.line : STATE.keys;
    rows[at + KEY] = keys.whole;
    rows[at + PROMPT_KEY] = keys.prompt;
    rows[at + WHOLE] = content?.whole ?? lineLow;
    rows[at + PROMPT] = content?.prompt ?? lineHigh;
    rows[at + LINE] = line;
    rows[at + PLACE] = (((offset << FORMAT_BITS) | format) << STATE_BITS) | state;
    this.#count += 1;
  }

  #addLine(low: number, high: number): void {
    const at = this.#lineCount * LINE_WIDTH;
    if (at === this.#lines.length) this.#lines = grown(this.#lines);
    this.#lines[at] = this.#count;
    this.#lines[at + 1] = low;
    this.#lines[at + 2] = high;
    this.#lineCount += 1;
  }

  /** All hashes of lines that were added since the last call. */
  takeLines(): PackedRows {
    const taken = this.#lines.slice(0, this.#lineCount * LINE_WIDTH);
    this.#lineCount = 0;
    return taken;
  }

  /** All that were added since the last call. */
  take(): PackedRows {
    const taken = this.#rows.slice(0, this.#count * WIDTH);
    this.#count = 0;
    return taken;
  }
}
