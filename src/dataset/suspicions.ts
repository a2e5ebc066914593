/** Rows that seem alike by their keys: compared by the hash of their content, then read again, so that a collision of hashes is no finding. */
import type { MethodType, Row } from './formats.ts';
import { plainRow } from './quick.ts';
import { contentOf, hashContent } from './row-hash.ts';
import type { ContentHash, Meeting, RowPlace, RowTable } from './row-table.ts';
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
export async function contentHashes(known: KnownRows, row: number): Promise<ContentHash> {
  const taken = known.rows.hash(row);
  if (taken !== undefined) return taken;
  const read = await readRow(known, row);
  const hashes = read === undefined ? { whole: -row - 1, prompt: 0 } : hashContent(read.row, false);
  known.rows.keepHash(row, hashes);
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

  add(row: number, { whole, prompt }: ContentHash): void {
    if (!this.wholes.has(whole)) this.wholes.set(whole, row);
    if (prompt !== 0 && !this.prompts.has(prompt)) this.prompts.set(prompt, { row, whole });
  }
}

type Repeats = 'row/duplicate' | 'row/near-duplicate' | 'row/contradiction';

function words(rule: Repeats, method: MethodType, place: string): string {
  if (rule === 'row/duplicate') return `The row stands already at ${place}.`;
  if (rule === 'row/near-duplicate') return `The row equals, but for case, white space or Unicode form, ${place}.`;
  return method === 'dpo'
    ? `The same two outputs are preferred the other way round at ${place}.`
    : `The same prompt has another answer at ${place}.`;
}

/** What a row is to an earlier one, both read. */
function relation(row: ReadRow, other: ReadRow): Repeats | undefined {
  if (row.text === other.text) return 'row/duplicate';
  const [left, right] = [contentOf(row.row), contentOf(other.row)];
  if (left.whole === right.whole) return 'row/near-duplicate';
  return left.prompt === right.prompt && left.prompt !== '[]' ? 'row/contradiction' : undefined;
}

/** The earlier row that this one seems to repeat or contradict, by the hashes of content. */
async function earlier(known: KnownRows, { row, alike, asked }: Meeting, firsts: Firsts): Promise<number | undefined> {
  for (const first of [alike, asked]) if (first >= 0) firsts.add(first, await contentHashes(known, first));
  const own = await contentHashes(known, row);
  const question = own.prompt === 0 ? undefined : firsts.prompts.get(own.prompt);
  const other = firsts.wholes.get(own.whole) ?? (question?.whole === own.whole ? undefined : question?.row);
  firsts.add(row, own);
  return other;
}

/**
 * The rows that repeat or contradict an earlier one, in their order.
 * @throws whatever reading throws
 */
export async function* repeated(known: KnownRows): AsyncGenerator<{ readonly found: Found; readonly place: RowPlace }> {
  const firsts = new Firsts();
  const { rows } = known;
  for (const meeting of rows.meetings()) {
    const { row, alike } = meeting;
    // Most repetitions are plain copies; their content need not be hashed.
    const same = alike >= 0 && rows.sameLine(row, alike) && (await relationOf(known, row, alike)) === 'row/duplicate';
    const other = same ? alike : await earlier(known, meeting, firsts);
    const rule = same ? 'row/duplicate' : other === undefined ? undefined : await relationOf(known, row, other);
    if (rule !== undefined && other !== undefined)
      yield { found: { rule, detail: words(rule, known.method, at(rows.place(other))) }, place: rows.place(row) };
  }
}

async function relationOf(known: KnownRows, row: number, other: number): Promise<Repeats | undefined> {
  const [one, two] = [await readRow(known, row), await readRow(known, other)];
  return one === undefined || two === undefined ? undefined : relation(one, two);
}
