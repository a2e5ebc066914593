/**
 * One streaming pass over a dataset: hashed, split, parsed once, checked, counted. What is checked is what is
 * uploaded; the hash proves it.
 */

import { randomBytes } from 'node:crypto';
import { ours, words } from '../../words.ts';
import type { Dataset } from '../dataset.ts';
import type { MethodType } from '../formats/messages.ts';
import { beginsWithObject, HEAD_BYTES } from '../kinds/kind.ts';
import type { KnownRows } from '../likeness/known-rows.ts';
import { seenBytes } from '../likeness/seen-keys.ts';
import type { DataProfile } from '../profile.ts';
import { FILE_RULES, type WholeFile } from '../rules/file.ts';
import { type Found, faultsOf } from '../rules/found.ts';
import type { ItemRead } from '../rules/rule.ts';
import { severityOf } from '../rules/rules.ts';
import type { GivenTokenizer } from '../tokens/given-tokenizer.ts';
import { RowCounter } from '../tokens/row-counter.ts';
import { Assembly, type Part } from './assembly.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { ContentHash } from './content-hash.ts';
import { examinerOf } from './examine.ts';
import type { ExamineSettings } from './examined.ts';
import { Problems } from './problems.ts';
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
  /** Bytes of all files together, where that is known: memory is taken by it. */
  readonly size?: number;
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

/** A second thread pays from so many bytes on whose tokens are counted; its start takes longer than fewer. */
const WORTH_A_THREAD = 4_000_000;
/** And from so many on that are not counted, which take hardly longer than their hash. */
const WORTH_WITHOUT_TOKENS = 150_000_000;
/** Fewer bytes are examined sooner than handed over. */
const WORTH_A_MESSAGE = 64 * 1024;
/** So many parts may be examined before the one that comes first is. */
const MOST_PARTS = 32;

/** What is said of a file of another kind. Most files begin with a row, and need not be looked at again. */
async function kindOf({ readRange }: CheckRequest, { path, offset, bytes }: Chunk): Promise<Found | undefined> {
  const beginning = offset === 0 ? bytes : undefined;
  if (beginning !== undefined && beginsWithObject(beginning)) return undefined;
  const { fileKind } = await import('../kinds/file-kind.ts');
  const holdsHead = beginning !== undefined && beginning.length >= HEAD_BYTES;
  const head = Buffer.from(holdsHead ? beginning.subarray(0, HEAD_BYTES) : await readRange(path, 0, HEAD_BYTES));
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
  const memory = seenBytes(request.size ?? Number.POSITIVE_INFINITY);
  const seen = helped ? new SharedArrayBuffer(memory) : new ArrayBuffer(memory);
  const own = await examinerOf(settings, seen, () => loadRowKernel(settings));
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

/** Whether so many bytes are worth a second thread. */
export function isWorthAThread(
  bytes: number,
  { countTokens, exactTokensUpTo }: Pick<CheckRequest, 'countTokens' | 'exactTokensUpTo'>,
): boolean {
  const counted = countTokens ? Math.min(bytes, exactTokensUpTo) : 0;
  return counted > WORTH_A_THREAD || bytes > WORTH_WITHOUT_TOKENS;
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
  // The vocabulary is read while cryptography is loaded.
  const coming = countTokens ? RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : undefined;
  const hash = new ContentHash();
  let bytes = 0;
  const counting = { model, countTokens, exactTokensUpTo, tokenizer };
  const settings = { method, profile, graderItems: request.graderItems ?? [], key: randomBytes(16), ...counting };
  const counter = await coming;
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
    // Of rows that meet one at least was hashed.
    if (known.rows.isAnyHashed()) {
      const { findRepeats } = await import('../likeness/repeats.ts');
      await findRepeats(known, (rule, row, found) => {
        if (!problems.keeps(rule)) return problems.addCounted(rule, 1);
        const place = row === undefined ? undefined : assembly.table.place(row);
        problems.add(found(), place?.path ?? paths[0] ?? '', place?.line);
      });
    }
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
