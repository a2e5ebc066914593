/**
 * One streaming pass over a dataset: hashed, split, parsed once, checked, counted. What is checked is what is
 * uploaded; the hash proves it.
 */

import { ours, words } from '../../words.ts';
import type { Dataset } from '../dataset.ts';
import { type DataFormat, FORMAT_NAMES } from '../formats/formats.ts';
import type { MethodType } from '../formats/messages.ts';
import { fileKind, HEAD_BYTES } from '../kinds/file-kind.ts';
import type { KnownRows } from '../likeness/known-rows.ts';
import { formatsOf } from '../likeness/packed-rows.ts';
import { findRepeats } from '../likeness/repeats.ts';
import { RowTable } from '../likeness/row-table.ts';
import { SEEN_BYTES } from '../likeness/seen-keys.ts';
import type { DataProfile } from '../profile.ts';
import { FILE_RULES, type WholeFile } from '../rules/file.ts';
import { type Found, faultsOf } from '../rules/found.ts';
import type { ItemRead } from '../rules/rule.ts';
import { severityOf } from '../rules/rules.ts';
import { StatisticsTotal } from '../statistics.ts';
import type { GivenTokenizer } from '../tokens/given-tokenizer.ts';
import { RowCounter } from '../tokens/row-counter.ts';
import type { FoundAt } from './chunk-problems.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { ContentHash } from './content-hash.ts';
import { examinerOf } from './examine.ts';
import type { Examined, ExamineSettings } from './examined.ts';
import { KEPT, Problems } from './problems.ts';
import { RangeReader, type ReadRange } from './range-reader.ts';
import { LENT, ReadBuffers } from './read-buffers.ts';
import { loadRowKernel } from './row-kernel.ts';

export { joinedBytes } from './chunks.ts';

/**
 * The bytes of a file in pieces, read into the buffers that `take` gives; or pieces of other memory, which
 * hold what they hold.
 */
export type Scan = (path: string, take: () => Uint8Array) => AsyncIterable<Uint8Array>;

export interface CheckRequest {
  readonly role: 'training_file' | 'validation_file' | 'evaluation_file';
  readonly paths: readonly string[];
  readonly method: MethodType;
  readonly model: string;
  readonly read: Scan;
  /** Some bytes of a file again: rows that seem to be alike are compared before they are called so. */
  readonly readRange: ReadRange;
  readonly rules: DataProfile;
  readonly allowSecrets: boolean;
  readonly countTokens: boolean;
  /** Bytes of data above which tokens are counted on a sample of the rows. */
  readonly exactTokensUpTo: number;
  /** What counts, where the user brought a tokenizer along. */
  readonly tokenizer?: GivenTokenizer | undefined;
  /** What the grader reads of each row. */
  readonly graderItems?: readonly ItemRead[];
  /** What its templates name that nothing fills. */
  readonly unknownReferences?: readonly string[];
  readonly usesOutputJson?: boolean;
  readonly hasResponseFormat?: boolean;
  /**
   * The file that a second thread is started with, where there is a core for it and work; without it
   * everything runs in this one.
   */
  readonly entry?: string | undefined;
  readonly signal?: AbortSignal;
}

export interface CheckedDataset extends KnownRows {
  readonly dataset: Dataset;
}

/** A second thread pays from about here on; its start takes longer than so many bytes. */
export const WORTH_A_THREAD = 4_000_000;
/** Fewer bytes are examined sooner than handed over. */
const WORTH_A_MESSAGE = 64 * 1024;
/** So many parts may be examined before the one that comes first is. */
const MOST_PARTS = 32;

/** A chunk on its way; `examined` stays undefined for a line that is too long. */
interface Part {
  readonly path: string;
  readonly offset: number;
  examined: Examined | undefined;
  waiting: Promise<void> | undefined;
}

/** Puts the parts together, in the order of the data. */
class Assembly {
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
    this.table.add(examined.readable, path, offset, before);
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

/** What is said of a file of another kind. */
async function kindOf({ readRange }: CheckRequest, { path, offset, bytes }: Chunk): Promise<Found | undefined> {
  const begins = offset === 0 && bytes !== undefined && bytes.length >= HEAD_BYTES;
  const head = Buffer.from(begins ? bytes.subarray(0, HEAD_BYTES) : await readRange(path, 0, HEAD_BYTES));
  const kind = fileKind({ bytes: head, whole: head.length < HEAD_BYTES });
  return kind === undefined ? undefined : { rule: kind.rule, detail: words`The file ${ours(kind.what)}.`, fix: kind.fix };
}

/** Whether a chunk is worth a message, and the second thread has room for it. */
function mayLend(buffers: ReadBuffers, bytes: Uint8Array): boolean {
  return bytes.length > WORTH_A_MESSAGE && buffers.holds(bytes) && buffers.pending < LENT;
}

/**
 * Examines all chunks, in this thread and where it is worth it in a second one, and gives the parts in their
 * order.
 */
async function examineAll(
  request: CheckRequest,
  settings: ExamineSettings,
  assembly: Assembly,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const { paths, read, signal, entry } = request;
  const helped = entry !== undefined;
  const seen = helped ? new SharedArrayBuffer(SEEN_BYTES) : new ArrayBuffer(SEEN_BYTES);
  const own = await examinerOf(settings, seen, await loadRowKernel(settings.method));
  const buffers = new ReadBuffers(helped);
  const queue: Part[] = [];
  // It starts up while this thread begins.
  const helper =
    entry === undefined ? undefined : (await import('./examiner-thread.ts')).startHelper(entry, settings, buffers, seen);
  let path: string | undefined;
  try {
    for await (const chunk of chunksOf(paths, (name) => read(name, () => buffers.take()), onBytes)) {
      signal?.throwIfAborted();
      const { bytes, position, offset } = chunk;
      if (chunk.path !== path) {
        path = chunk.path;
        const kind = await kindOf(request, chunk);
        if (kind !== undefined) assembly.end(path, kind);
      }
      if (assembly.isEnded(path)) continue;
      const part: Part = { path, offset, examined: undefined, waiting: undefined };
      queue.push(part);
      if (helper !== undefined && bytes !== undefined && mayLend(buffers, bytes)) {
        part.waiting = helper.examine({ bytes, position }).then((examined) => {
          part.examined = examined;
          part.waiting = undefined;
        });
        // It is awaited when its turn comes; until then its failure is no unhandled one.
        part.waiting.catch(() => undefined);
      } else if (bytes !== undefined) part.examined = own.examine({ bytes, position });
      // What is finished at the head is taken off, so that memory stays flat.
      while (queue[0] !== undefined && (queue[0].waiting === undefined || queue.length > MOST_PARTS)) {
        await queue[0].waiting;
        assembly.add(queue[0]);
        queue.shift();
      }
    }
    for (const part of queue) {
      await part.waiting;
      assembly.add(part);
    }
  } finally {
    await helper?.close();
  }
}

/** What is known of the data as a whole. */
function wholeOf(
  { role, usesOutputJson, hasResponseFormat, unknownReferences = [] }: CheckRequest,
  assembly: Assembly,
  bytes: number,
): WholeFile {
  const { rows, imageRows, firstImage, format, ended } = assembly;
  return {
    ...{ role, rows, bytes, imageRows, firstImage, format, ended },
    unknownReferences,
    usesOutputJson: usesOutputJson === true,
    hasResponseFormat: hasResponseFormat === true,
  };
}

/**
 * Checks a dataset, whatever its size: all problems of all rows are found.
 * @throws whatever `read` throws, and the signal's reason
 */
export async function checkDataset(request: CheckRequest): Promise<CheckedDataset> {
  const { role, paths, method, rules: profile, model, countTokens, exactTokensUpTo, tokenizer } = request;
  const hash = new ContentHash();
  let bytes = 0;
  const counting = { model, countTokens, exactTokensUpTo, tokenizer };
  const settings = { method, profile, graderItems: request.graderItems ?? [], ...counting };
  const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : undefined;
  const problems = new Problems((rule) => severityOf(rule, profile, request.allowSecrets));
  const assembly = new Assembly(problems, counter);
  await examineAll(request, settings, assembly, (piece) => {
    // A line may have no end: then no chunk ever comes.
    request.signal?.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
  });
  const known = { rows: assembly.table, reader: new RangeReader(request.readRange, request.signal), method };
  try {
    await findRepeats(known, ({ rule, place, found }) => {
      if (problems.keeps(rule)) problems.add(found(), place?.path ?? paths[0] ?? '', place?.line);
      else problems.addCounted(rule, 1);
    });
  } finally {
    await known.reader.close();
  }
  for (const found of faultsOf(FILE_RULES, wholeOf(request, assembly, bytes), settings))
    problems.add(found, paths[0] ?? '', undefined);
  const dataset: Dataset = {
    role,
    paths,
    format: assembly.format,
    rows: assembly.rows,
    bytes,
    ...hash.digest(),
    problems: problems.inOrder(paths),
    counts: problems.counts,
    tokens: counter?.finish(),
    statistics: assembly.statistics.finish(),
  };
  return { ...known, dataset };
}
