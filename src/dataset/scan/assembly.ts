/** The examined chunks, put together to what is known of the data as a whole. */
import { ours, words } from '../../words.ts';
import { type DataFormat, FORMAT_NAMES } from '../formats/formats.ts';
import { formatsOf } from '../likeness/packed-rows.ts';
import { RowTable } from '../likeness/row-table.ts';
import type { Found } from '../rules/found.ts';
import { StatisticsTotal } from '../statistics.ts';
import type { RowCounter } from '../tokens/row-counter.ts';
import type { FoundAt } from './chunk-problems.ts';
import type { Examined } from './examined.ts';
import { KEPT, type Problems } from './problems.ts';

/** A chunk on its way; `examined` stays undefined for a line that is too long. */
export interface Part {
  readonly path: string;
  readonly offset: number;
  examined: Examined | undefined;
  waiting: Promise<void> | undefined;
}

/** Puts the parts together, in the order of the data. */
export class Assembly {
  readonly problems: Problems;
  readonly table = new RowTable();
  readonly statistics = new StatisticsTotal();
  rows = 0;
  imageRows = 0;
  /** The place of the first row with pictures. */
  firstImage: string | undefined;
  format: DataFormat | undefined;
  /** Files of which nothing more is read. */
  readonly #ended = new Set<string>();
  readonly #counter: RowCounter | undefined;
  /** Blank lines that no row has followed yet. */
  readonly #blank: { readonly found: Found; readonly path: string; readonly line: number | undefined }[] = [];
  /** How many more of them there are. */
  #moreBlank = 0;
  #path: string | undefined;
  #before = 0;

  constructor(problems: Problems, counter: RowCounter | undefined) {
    this.problems = problems;
    this.#counter = counter;
  }

  /** Ends the reading of a file before its first row. */
  end(path: string, found: Found): void {
    this.#ended.add(path);
    this.problems.add(found, path, undefined);
  }

  /** Whether the rest of a file is only hashed. */
  isEnded(path: string): boolean {
    return this.#ended.has(path);
  }

  get ended(): boolean {
    return this.#ended.size > 0;
  }

  add({ path, offset, examined }: Part): void {
    if (path !== this.#path) this.#before = 0;
    this.#path = path;
    if (this.#ended.has(path)) return;
    const before = this.#before;
    if (examined === undefined) {
      this.#before += 1;
      this.problems.add({ rule: 'row/too-long', detail: words`The line is longer than 32 MiB.` }, path, before + 1);
      return;
    }
    const placed = examined.found.map((one) => ({ ...one, line: one.line + before }));
    for (const one of this.#foreign(examined, before)) placed.push(one);
    placed.sort((left, right) => left.line - right.line);
    this.table.add(examined.readable, examined.lineHashes, path, offset, before);
    // A blank line at the end of all is no fault.
    if (examined.rows > 0) this.#tellBlank();
    for (const one of placed) {
      if (one.rule === 'file/blank-line' && one.line > before + examined.lastRow) this.#holdBlank(one, path);
      // Once is enough to know it.
      else if (one.rule !== 'file/crlf' || !this.problems.has('file/crlf')) this.problems.add(one, path, one.line);
    }
    this.#addMore(examined);
    this.#before += examined.lines;
    this.rows += examined.rows;
    this.imageRows += examined.imageRows;
    if (examined.firstImage > 0) this.firstImage ??= `${path}:${before + examined.firstImage}`;
    if (examined.tokens !== undefined) this.#counter?.merge(examined.tokens);
    if (examined.statistics !== undefined) this.statistics.add(examined.statistics, path, before);
  }

  #tellBlank(): void {
    for (const { found, path, line } of this.#blank.splice(0)) this.problems.add(found, path, line);
    if (this.#moreBlank > 0) this.problems.addCounted('file/blank-line', this.#moreBlank);
    this.#moreBlank = 0;
  }

  #holdBlank(found: FoundAt, path: string): void {
    if (this.#blank.length < KEPT) this.#blank.push({ found, path, line: found.line });
    else this.#moreBlank += 1;
  }

  /** Counts what was found beyond the places that are kept. */
  #addMore({ more, blankAfter }: Examined): void {
    for (const [rule, count] of more) {
      const certain = rule === 'file/blank-line' ? count - blankAfter : count;
      if (certain > 0) this.problems.addCounted(rule, certain);
    }
    this.#moreBlank += blankAfter;
  }

  /** The rows of a part that are in another format than the rows before. */
  *#foreign({ readable, formats }: Examined, before: number): Generator<Found & { readonly line: number }> {
    if (this.format !== undefined && formats === 1 << FORMAT_NAMES.indexOf(this.format)) return;
    for (const row of formatsOf(readable)) {
      const format = FORMAT_NAMES[row.format];
      if (format !== undefined && this.format !== undefined && format !== this.format) {
        const detail = words`The row is in the ${ours(format)} format, the data began with ${ours(this.format)}.`;
        yield { rule: 'row/mixed-formats', detail, line: row.line + before };
      }
      this.format ??= format;
    }
  }
}
