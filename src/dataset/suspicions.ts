/** Rows that seem alike by their keys: compared by the hash of their content, then read again, so that a collision of hashes is no finding. */
import type { MethodType, Row } from './formats.ts';
import { KEPT } from './problems.ts';
import { plainRow } from './quick.ts';
import { contentOf, hashContent } from './row-hash.ts';
import type { RowPlace, RowTable } from './row-table.ts';
import { checkRow } from './rows.ts';
import type { Found } from './rules.ts';

/** Some bytes of a file. */
export type ReadRange = (path: string, offset: number, length: number) => Promise<Uint8Array>;

const ANY_PROFILE = { minimumRows: 1, bom: 'warning', imagesPerRow: Number.POSITIVE_INFINITY, developerRole: true } as const;

interface ReadRow {
  readonly text: string;
  readonly row: Row;
}

/** Rows that can be read again. */
export interface KnownRows {
  readonly rows: RowTable;
  readonly readRange: ReadRange;
  readonly method: MethodType;
}

/** Reads a row again that could be read before; undefined when the file has changed since, which the hash of what is uploaded will tell. */
async function readRow({ rows, readRange, method }: KnownRows, row: number): Promise<ReadRow | undefined> {
  const place = rows.place(row);
  const text = Buffer.from(await readRange(place.path, place.offset, place.length)).toString('utf8');
  try {
    const value: unknown = JSON.parse(text);
    const read =
      plainRow(value, method)?.row ?? checkRow({ ...Object(value) }, { method, profile: ANY_PROFILE, graderItems: [] }).row;
    return read === undefined ? undefined : { text, row: read };
  } catch {
    return undefined;
  }
}

/** The hashes of a row's content, taken before or now. */
export async function contentHashes(known: KnownRows, row: number): Promise<{ readonly whole: number; readonly prompt: number }> {
  const taken = known.rows.contents.get(row);
  if (taken !== undefined) return taken;
  const read = await readRow(known, row);
  const hashes = read === undefined ? { whole: -row - 1, prompt: 0 } : hashContent(read.row, false);
  known.rows.contents.set(row, hashes);
  return hashes;
}

/** Whether two rows say the same, both read again. */
export async function sameRows(left: KnownRows, row: number, right: KnownRows, other: number): Promise<boolean> {
  const [one, two] = [await readRow(left, row), await readRow(right, other)];
  return one !== undefined && two !== undefined && contentOf(one.row).whole === contentOf(two.row).whole;
}

const at = ({ path, line }: RowPlace) => `${path}:${line}`;

/** Of rows that have the same key the first of each content, and of each prompt. */
class Firsts {
  readonly wholes = new Map<number, number>();
  readonly prompts = new Map<number, { readonly row: number; readonly whole: number }>();

  add(row: number, { whole, prompt }: { readonly whole: number; readonly prompt: number }): void {
    if (!this.wholes.has(whole)) this.wholes.set(whole, row);
    if (prompt !== 0 && !this.prompts.has(prompt)) this.prompts.set(prompt, { row, whole });
  }
}

/** A row and the earlier one that it repeats or contradicts. */
interface Suspicion {
  readonly rule: 'row/duplicate' | 'row/near-duplicate' | 'row/contradiction';
  readonly row: number;
  readonly other: number;
}

/** Follows up the meetings of keys by the hashes of content. */
async function* suspicions(known: KnownRows): AsyncGenerator<Suspicion> {
  const { rows } = known;
  const firsts = new Firsts();
  for (const { row, alike, asked } of rows.meetings) {
    if (alike >= 0 && rows.sameLine(row, alike)) {
      yield { rule: 'row/duplicate', row, other: alike };
      continue;
    }
    for (const first of [alike, asked]) if (first >= 0) firsts.add(first, await contentHashes(known, first));
    const own = await contentHashes(known, row);
    const twin = firsts.wholes.get(own.whole);
    const question = own.prompt === 0 ? undefined : firsts.prompts.get(own.prompt);
    if (twin !== undefined) yield { rule: rows.sameLine(row, twin) ? 'row/duplicate' : 'row/near-duplicate', row, other: twin };
    else if (question !== undefined && question.whole !== own.whole)
      yield { rule: 'row/contradiction', row, other: question.row };
    firsts.add(row, own);
  }
}

function isTrue(rule: Suspicion['rule'], row: ReadRow, other: ReadRow): boolean {
  if (rule === 'row/duplicate') return row.text === other.text;
  const [left, right] = [contentOf(row.row), contentOf(other.row)];
  return rule === 'row/near-duplicate' ? left.whole === right.whole : left.prompt === right.prompt && left.whole !== right.whole;
}

const WORDS: Readonly<Record<Suspicion['rule'], (place: string) => string>> = {
  'row/duplicate': (place) => `The row stands already at ${place}.`,
  'row/near-duplicate': (place) => `The row equals, but for case, white space or Unicode form, ${place}.`,
  'row/contradiction': (place) => `The same prompt has another answer at ${place}.`,
};

/**
 * The rows that repeat or contradict an earlier one, in their order. Beyond as many as can be kept they are counted by their hashes alone.
 * @throws whatever reading throws
 */
export async function* repeated(known: KnownRows): AsyncGenerator<{ readonly found: Found; readonly place: RowPlace }> {
  let number = 0;
  for await (const { rule, row, other } of suspicions(known)) {
    number += 1;
    const place = known.rows.place(row);
    const found = { rule, detail: WORDS[rule](at(known.rows.place(other))) };
    if (number <= KEPT) {
      const [one, two] = [await readRow(known, row), await readRow(known, other)];
      if (one === undefined || two === undefined || !isTrue(rule, one, two)) continue;
    }
    yield { found, place };
  }
}
