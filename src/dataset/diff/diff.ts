/**
 * What a change does to training data: rows compared by what they say, not by their lines. Both versions are
 * streamed; only rows that differ are read.
 */
import { isUtf8 } from 'node:buffer';
import { textsOfLine } from '../row-texts.ts';
import type { Read } from '../scan/chunks.ts';
import type { ReadRange } from '../scan/range-reader.ts';
import { secretsOf } from '../secrets/credentials.ts';
import type { ChangedTokens } from './changed-tokens.ts';
import { alone, at, filtered, Gathered, type Keys, longestRise, type Partners, pairUp, singles } from './pairing.ts';
import { contentsOf, type Parts, partsOf } from './row-content.ts';
import { rowFinder } from './row-finder.ts';
import { listRows, type RowList, RowReader } from './row-list.ts';

export { listRows } from './row-list.ts';

/**
 * A row that says something else than before: the same question with another answer, or the same answer to
 * another question.
 */
export interface ChangedRow {
  /** Both texts, of long rows the part in which they differ. */
  readonly before: string;
  readonly after: string;
  /** Where the row is now; the line counts from 1. */
  readonly path: string;
  readonly line: number;
}

export interface DataDiff {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** Rows that say what they said, in another order among the others. */
  readonly moved: number;
  readonly kept: number;
  readonly examples: readonly ChangedRow[];
}

/** A version of the data: files that are joined, and can be read again. */
export interface Version {
  readonly paths: readonly string[];
  readonly read: Read;
  readonly readRange: ReadRange;
  /** Its rows, where they are listed already. */
  readonly listed?: Promise<RowList> | undefined;
  /** Counts the rows that only this version has. */
  readonly tokens?: ChangedTokens | undefined;
}

const EXAMPLES = 5;
/** Of a row that is quoted. In characters. */
const QUOTED = 480;
const WITH_SECRET = '(not quoted: it holds what looks like a credential)';
/** Of what is the same before the part that is quoted. */
const LEAD = 60;

const isSameLine = (before: RowList, one: number, after: RowList, other: number) =>
  before.low(one) === after.low(other) && before.high(one) === after.high(other);

/** So many rows may have come and gone in one place for both versions to be followed past it. */
const REACH = 16;

/**
 * Pairs the rows that stand in one order on both sides, which is most of them: from the end, and from the
 * beginning past each place where some came, went or changed. What stands elsewhere is left.
 */
function pairInOrder(before: RowList, after: RowList, partners: Partners): void {
  let [end, otherEnd] = [before.count, after.count];
  const same = (one: number, other: number) =>
    one >= 0 && other >= 0 && one < end && other < otherEnd && isSameLine(before, one, after, other);
  const pair = (one: number, other: number) => {
    partners.before[one] = other;
    partners.after[other] = one;
  };
  while (same(end - 1, otherEnd - 1)) {
    end -= 1;
    otherEnd -= 1;
    pair(end, otherEnd);
  }
  /** Where both go on alike behind a place: by two rows, because one alone may be a copy of any. */
  const behind = (one: number, other: number) => {
    for (let passed = 1; passed <= REACH; passed += 1)
      for (let gone = 0; gone <= passed; gone += 1) {
        const [next, nextOther] = [one + gone, other + passed - gone] as const;
        if (same(next, nextOther) && same(next + 1, nextOther + 1)) return [next, nextOther] as const;
      }
    return undefined;
  };
  let next: readonly [one: number, other: number] | undefined = [0, 0];
  while (next !== undefined) {
    let [one, other] = next;
    for (; same(one, other); one += 1, other += 1) pair(one, other);
    next = behind(one, other);
  }
}

/**
 * Answers with the place where they stand: the row of now that stands before them among those that both
 * versions have.
 */
function anchored(keys: Keys, anchorOf: (row: number) => number): Keys {
  return { ...keys, low: keys.low.map((low, position) => low ^ Math.imul(anchorOf(at(keys.rows, position)) + 2, 0x9e3779b1)) };
}

/**
 * For each row the nearest one above it that has a partner, as the number that row has now; -1 above the
 * first.
 */
function anchors(partners: Int32Array, nowOf: (row: number) => number): Int32Array {
  let last = -1;
  return partners.map((partner, row) => {
    if (partner >= 0) last = nowOf(row);
    return last;
  });
}

/**
 * Pairs rows that ask the same or answer the same. An answer that several rows share pairs them only where
 * they stand in one place.
 */
function pairChanged(before: Parts, after: Parts, partners: Partners): Partners {
  const changed = { before: partners.before.slice(), after: partners.after.slice() };
  const left = (keys: Keys, side: Int32Array) => alone(keys, side);
  pairUp(left(before.question, changed.before), left(after.question, changed.after), changed);
  const above = {
    before: anchors(partners.before, (row) => at(partners.before, row)),
    after: anchors(partners.after, (row) => row),
  };
  pairUp(
    anchored(left(before.answer, changed.before), (row) => at(above.before, row)),
    anchored(left(after.answer, changed.after), (row) => at(above.after, row)),
    changed,
  );
  pairUp(singles(left(before.answer, changed.before)), singles(left(after.answer, changed.after)), changed);
  return changed;
}

/**
 * The part of two texts in which they differ, with a little of what is before it. A row with a credential is
 * not quoted.
 */
function excerpts(before: string, after: string): { readonly before: string; readonly after: string } {
  if ([before, after].flatMap(textsOfLine).some((text) => secretsOf(text).length > 0))
    return { before: WITH_SECRET, after: WITH_SECRET };
  if (before.length <= QUOTED && after.length <= QUOTED) return { before, after };
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same <= QUOTED / 2 ? 0 : same - LEAD;
  const cut = (text: string) =>
    `${from > 0 ? '…' : ''}${text.slice(from, from + QUOTED)}${text.length > from + QUOTED ? '…' : ''}`.toWellFormed();
  return { before: cut(before), after: cut(after) };
}

/** One version while it is compared. */
interface Side {
  readonly tokens: ChangedTokens | undefined;
  readonly list: RowList;
  readonly reader: RowReader;
  readonly partners: Int32Array<ArrayBuffer>;
}

/** Lists the rows of a version. Whatever is read of it from now on, a signal that fires ends it. */
async function sideOf({ paths, read, readRange, tokens, listed }: Version, signal: AbortSignal | undefined): Promise<Side> {
  const list = await (listed ?? listRows(paths, read, signal));
  const reader = new RowReader(list, async (path, offset, length, into) => {
    signal?.throwIfAborted();
    return readRange(path, offset, length, into);
  });
  return { tokens, list, reader, partners: new Int32Array(list.count).fill(-1) };
}

/** The rows without a partner, with the hashes of their lines. */
function lineKeys({ list, partners }: Side): Keys {
  const lines = new Gathered(list.count);
  for (let row = 0; row < list.count; row += 1) if (at(partners, row) === -1) lines.add(row, list.low(row), list.high(row));
  return lines.finish();
}

/** Counts the rows that have no partner, and those whose partner says the same and may count otherwise. */
async function countTokens({ tokens, reader, partners }: Side, contents: Keys, written: ReadonlySet<number>): Promise<void> {
  if (tokens === undefined) return;
  const { rows } = filtered(contents, (row) => at(partners, row) < 0 || written.has(row));
  await reader.read(rows, (bytes) => {
    if (isUtf8(bytes)) tokens.add(bytes.toString('utf8'));
  });
}

async function textOf({ reader }: Side, row: number): Promise<string> {
  let text = '';
  await reader.read([row], (bytes) => {
    text = bytes.toString('utf8');
  });
  return text;
}

/** The first rows that have changed. */
async function examplesOf(old: Side, now: Side, changed: Int32Array): Promise<ChangedRow[]> {
  const examples: ChangedRow[] = [];
  for (let row = 0; row < now.list.count && examples.length < EXAMPLES; row += 1) {
    const partner = at(changed, row);
    if (partner < 0 || partner === at(now.partners, row)) continue;
    const { path, line } = now.list.place(row);
    examples.push({ ...excerpts(await textOf(old, partner), await textOf(now, row)), path, line });
  }
  return examples;
}

/** The number of rows that have a partner. */
const paired = (side: Int32Array) => side.reduce((sum, partner) => sum + (partner >= 0 ? 1 : 0), 0);

/**
 * Compares two versions of the data: by their lines, then what is left by what it says, then by what it asks
 * or answers.
 * @param before without paths for data that is new
 * @throws whatever reading throws, and the signal's reason
 */
export async function diffData(before: Version, after: Version, signal?: AbortSignal): Promise<DataDiff> {
  try {
    return await compared(before, after, signal);
  } finally {
    await Promise.all([before, after].map(({ readRange }) => readRange.close?.()));
  }
}

async function compared(before: Version, after: Version, signal: AbortSignal | undefined): Promise<DataDiff> {
  const hash = rowFinder();
  const old = await sideOf(before, signal);
  const now = await sideOf(after, signal);
  const [rowsBefore, rows] = [old.list.count, now.list.count];
  if (rowsBefore === 0) return { added: rows, removed: 0, changed: 0, moved: 0, kept: 0, examples: [] };
  const partners = { before: old.partners, after: now.partners };
  pairInOrder(old.list, now.list, partners);
  pairUp(lineKeys(old), lineKeys(now), partners);

  const said = async (side: Side) => contentsOf(side.list, lineKeys(side).rows, side.reader, hash);
  const [one, other] = [await said(old), await said(now)];
  pairUp(one.contents, other.contents, partners);

  const parts = async (side: Side) => partsOf(lineKeys(side).rows, side.reader, hash);
  const changed = pairChanged(await parts(old), await parts(now), partners);
  await countTokens(old, one.contents, one.written);
  await countTokens(now, other.contents, other.written);
  const [same, related] = [paired(partners.after), paired(changed.after)];
  const kept = longestRise(partners.after);
  return {
    added: rows - related,
    removed: rowsBefore - related,
    changed: related - same,
    moved: same - kept,
    kept,
    examples: await examplesOf(old, now, changed.after),
  };
}
