/** Rows that can be read again: their lines, the hashes of what they say, and what one is to another. */
import { isAscii } from 'node:buffer';
import type { Row } from '../formats/formats.ts';
import type { MethodType } from '../formats/messages.ts';
import type { RangeReader } from '../scan/range-reader.ts';
import { rereadRow } from '../scan/reread.ts';
import { type Relation, relationOf } from './comparison.ts';
import { type ContentHash, KEY, PROMPT_KEY } from './packed-rows.ts';
import { hashContent } from './row-hash.ts';
import type { RowTable } from './row-table.ts';

/** Rows that can be read again. */
export interface KnownRows {
  readonly rows: RowTable;
  readonly reader: RangeReader;
  readonly method: MethodType;
}

/** The line of a row: at once where it is kept, else when it is read. */
function lineOf({ rows, reader }: KnownRows, row: number): Buffer | Promise<Buffer> {
  const { path, offset } = rows.place(row);
  return reader.kept(path, offset) ?? reader.line(path, offset);
}

/** The lines of two rows. To wait where nothing has to be waited for is most of the time that it takes. */
async function linesOf(left: KnownRows, row: number, right: KnownRows, other: number): Promise<readonly [Buffer, Buffer]> {
  const one = lineOf(left, row);
  const two = lineOf(right, other);
  return [Buffer.isBuffer(one) ? one : await one, Buffer.isBuffer(two) ? two : await two];
}

/**
 * A row read again; undefined when its file has changed since, which the hash of what is uploaded will show.
 */
export async function rowAgain(known: KnownRows, row: number): Promise<Row | undefined> {
  return rereadRow((await lineOf(known, row)).toString('utf8'), known.method);
}

/** No row has this hash. */
const GONE: ContentHash = { whole: 0, prompt: 0 };

/** The hash of a row's content, taken before or now. */
export async function contentHash(known: KnownRows, given: number): Promise<ContentHash> {
  const { rows, method } = known;
  const row = rows.original(given);
  const taken = rows.hash(row);
  if (taken !== undefined) return taken;
  const line = await lineOf(known, row);
  const read = rereadRow(line.toString('utf8'), method);
  const hash = read === undefined ? GONE : hashContent(read, isAscii(line) && !line.includes('\\u'));
  rows.keepHash(row, hash);
  return hash;
}

/** What a row is to another one, both read again. */
export async function relation(left: KnownRows, row: number, right: KnownRows, other: number): Promise<Relation | undefined> {
  const [here, there] = await linesOf(left, row, right, other);
  if (here.equals(there)) return { is: 'same' };
  const one = rereadRow(here.toString('utf8'), left.method);
  const two = rereadRow(there.toString('utf8'), left.method);
  return one === undefined || two === undefined ? undefined : relationOf(one, two);
}

/** Whether the lines of two rows are the same, byte by byte: said at once, or when they were read. */
function isCopy(known: KnownRows, row: number, other: number): boolean | Promise<boolean> {
  const { rows, reader } = known;
  const [one, two] = [rows.hash(row), rows.hash(other)];
  if (one !== undefined && two !== undefined && one.whole !== two.whole) return false;
  return (
    reader.areSameKept(rows.place(row), rows.place(other)) ??
    linesOf(known, row, known, other).then(([here, there]) => here.equals(there))
  );
}

/**
 * Compares the rows that have a key of an earlier one: copies are kept as such, and of the others the hashes
 * are taken. Most were taken when the rows were examined: those of rows whose key had been seen before.
 */
export async function compareMeetings(known: KnownRows): Promise<void> {
  const { rows } = known;
  // One key after the other, because each takes memory; of the prompts only those of rows that are no copies.
  for (const key of [KEY, PROMPT_KEY] as const)
    for (const { row, earlier } of rows.meetings(key)) {
      const same = key === KEY && (rows.areSameLines(row, earlier) ?? isCopy(known, row, earlier));
      if (typeof same === 'boolean' ? same : await same) {
        rows.keepCopy(row, earlier);
        continue;
      }
      for (const one of [row, earlier]) if (rows.hash(one) === undefined) await contentHash(known, one);
    }
  rows.freeLines();
}
