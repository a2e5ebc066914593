/** Rows that seem to be alike by their keys: compared by the hash of their content, then read again, so that a collision of hashes is no finding. */
import { ours, type Words, words } from '../../words.ts';
import type { MethodType } from '../formats/messages.ts';
import type { Found } from '../rules/found.ts';
import type { RangeReader } from '../scan/range-reader.ts';
import { rereadRow } from '../scan/reread.ts';
import { contentOf, hashContent } from './row-hash.ts';
import type { ContentHash, RowPlace, RowTable } from './row-table.ts';

/** Rows that can be read again. */
export interface KnownRows {
  readonly rows: RowTable;
  readonly reader: RangeReader;
  readonly method: MethodType;
}

function lineOf({ rows, reader }: KnownRows, row: number): Promise<Buffer> {
  const { path, offset, length } = rows.place(row);
  return reader.read(path, offset, length);
}

/** No row has this hash. */
const GONE: ContentHash = { whole: 0, prompt: 0 };

/** The hash of a row's content, taken before or now. */
export async function contentHash(known: KnownRows, row: number): Promise<ContentHash> {
  const taken = known.rows.hash(row);
  if (taken !== undefined) return taken;
  // Undefined when the file has changed since, which the hash of what is uploaded will show.
  const read = rereadRow((await lineOf(known, row)).toString('utf8'), known.method);
  const hash = read === undefined ? GONE : hashContent(read, false);
  known.rows.keepHash(row, hash);
  return hash;
}

type Repeats = 'row/duplicate' | 'row/near-duplicate' | 'row/contradiction';

/** What a row is to another one, both read again. */
async function relation(left: KnownRows, row: number, right: KnownRows, other: number): Promise<Repeats | undefined> {
  const lines = [await lineOf(left, row), await lineOf(right, other)] as const;
  if (lines[0].equals(lines[1])) return 'row/duplicate';
  const [one, two] = lines.map((line) => rereadRow(line.toString('utf8'), left.method));
  if (one === undefined || two === undefined) return undefined;
  const [here, there] = [contentOf(one), contentOf(two)];
  if (here.whole === there.whole) return 'row/near-duplicate';
  return here.prompt === there.prompt && here.prompt !== '[]' ? 'row/contradiction' : undefined;
}

/** Whether two rows say the same, both read again. */
export async function sameRows(left: KnownRows, row: number, right: KnownRows, other: number): Promise<boolean> {
  const found = await relation(left, row, right, other);
  return found === 'row/duplicate' || found === 'row/near-duplicate';
}

function detailOf(rule: Repeats, method: MethodType, { path, line }: RowPlace): Words {
  const place = words`${ours(path)}:${line}`;
  if (rule === 'row/duplicate') return words`The row stands already at ${place}.`;
  if (rule === 'row/near-duplicate') return words`The row equals, but for case, white space or Unicode form, ${place}.`;
  return method === 'dpo'
    ? words`The same two outputs are preferred the other way round at ${place}.`
    : words`The same prompt has another answer at ${place}.`;
}

/**
 * The rows that repeat or contradict an earlier one, in their order.
 * @throws whatever reading throws
 */
export async function* repeated(known: KnownRows): AsyncGenerator<{ readonly found: Found; readonly place: RowPlace }> {
  const { rows, method } = known;
  for (const { row, alike, asked } of rows.meetings()) {
    // Most were hashed when they were examined: those whose key their thread had met before.
    for (const one of [row, alike, asked]) if (one >= 0 && rows.hash(one) === undefined) await contentHash(known, one);
  }
  for (const { row, alike, asked } of rows.suspects()) {
    let rule = alike < 0 ? undefined : await relation(known, row, known, alike);
    let other = alike;
    if (rule === undefined && asked >= 0 && asked !== alike) {
      rule = await relation(known, row, known, asked);
      other = asked;
    }
    if (rule !== undefined) yield { found: { rule, detail: detailOf(rule, method, rows.place(other)) }, place: rows.place(row) };
  }
}
