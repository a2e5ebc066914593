/** One streaming pass over a dataset: hashed, split, parsed once, checked, counted. What is checked is what is uploaded; the hash proves it. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Dataset, Problem, Severity } from './dataset.ts';
import type { DataFormat, MethodType, Row } from './formats.ts';
import { type Line, linesOf, type Read } from './lines.ts';
import { type RowIndex, RowIndexer } from './row-index.ts';
import { checkRow } from './rows.ts';
import { type DataProfile, type Found, quoted, RULES, type RuleId, severityOf } from './rules.ts';
import { secretsOf } from './secrets.ts';
import { StatisticsGatherer } from './statistics.ts';
import { parseLine } from './syntax.ts';
import { RowCounter } from './token-count.ts';

export { joinedBytes } from './lines.ts';

export interface CheckRequest {
  readonly role: 'training_file' | 'validation_file';
  readonly paths: readonly string[];
  readonly method: MethodType;
  readonly model: string;
  readonly read: Read;
  readonly rules: DataProfile;
  readonly allowSecrets: boolean;
  readonly countTokens: boolean;
  /** Bytes of data above which tokens are counted on a sample of the rows. */
  readonly exactTokensUpTo: number;
  /** The fields that the grader takes from each row. */
  readonly graderItems?: readonly string[];
  readonly usesOutputJson?: boolean;
  readonly hasResponseFormat?: boolean;
  readonly signal?: AbortSignal;
}

export interface CheckedDataset {
  readonly dataset: Dataset;
  readonly index: RowIndex;
}

/** So many problems are kept with their places; beyond, they are counted. */
const KEPT = 10_000;
const MESSAGE = 900;
const IMAGE_ROWS = 50_000;
const ROWS: Readonly<Record<CheckRequest['role'], number>> = { training_file: 50_000, validation_file: 1000 };
/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL =
  /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;

class Problems {
  readonly kept: Problem[] = [];
  readonly #counts = new Map<string, { rule: string; severity: Severity; count: number }>();
  readonly #request: CheckRequest;

  constructor(request: CheckRequest) {
    this.#request = request;
  }

  add(found: Found, path: string, line: number | undefined): void {
    const severity = severityOf(found.rule, this.#request.rules, this.#request.allowSecrets);
    const entry = this.#counts.get(found.rule) ?? { rule: found.rule, severity, count: 0 };
    entry.count += 1;
    this.#counts.set(found.rule, entry);
    if (this.kept.length >= KEPT) return;
    const message = `${found.detail} ${RULES[found.rule].mend}`.slice(0, MESSAGE);
    this.kept.push({ rule: found.rule, severity, message, path, line, column: found.column });
  }

  has(rule: RuleId): boolean {
    return this.#counts.has(rule);
  }

  get counts(): Dataset['counts'] {
    return [...this.#counts.values()];
  }
}

/** What a file's first line says about the file as a whole; `whole` ends the reading of its rows. */
function fileFault(bytes: Buffer): { readonly rule: RuleId; readonly detail: string; readonly whole: boolean } | undefined {
  if (bytes.subarray(0, 42).toString('latin1').startsWith('version https://git-lfs.github.com/spec/')) {
    return { rule: 'file/git-lfs-pointer', detail: 'The file is a Git LFS pointer.', whole: true };
  }
  const [first, second] = bytes;
  const halves = bytes.subarray(0, 64).filter((byte) => byte === 0).length > 8;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (halves && bytes.length > 16)) {
    return { rule: 'file/utf16', detail: 'The file is UTF-16.', whole: true };
  }
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return { rule: 'file/utf8-bom', detail: 'The file begins with a byte order mark.', whole: false };
  const text = bytes.subarray(0, 64).toString('latin1').trim();
  if (text.startsWith('[')) return { rule: 'file/json-array', detail: 'The file begins with [.', whole: true };
  if (text === '{' && bytes.length < 64) return { rule: 'file/pretty-json', detail: 'The first line is { alone.', whole: true };
  return undefined;
}

/** Texts inside a value, keys included. */
function* textsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield key;
      yield* textsOf(inner);
    }
  }
}

/** What is wrong with the text of a line, whatever its format. */
function textFaults(text: string, value: unknown): Found[] {
  const found: Found[] = [];
  const special = text.includes('<|') ? SPECIAL.exec(text)?.[0] : undefined;
  if (special !== undefined) found.push({ rule: 'row/special-token', detail: `The text holds ${quoted(special)}.` });
  if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed())) {
    found.push({ rule: 'row/lone-surrogate', detail: 'The text holds half of a surrogate pair.' });
  }
  if (text.includes('\\u0000')) found.push({ rule: 'row/nul', detail: 'The text holds a NUL character.' });
  for (const { kind, beginning } of secretsOf(text))
    found.push({ rule: 'row/secret', detail: `The text holds what looks like ${kind} (${beginning}…).` });
  return found;
}

const LIKENESS = {
  same: ['row/duplicate', 'The row stands already at'],
  alike: ['row/near-duplicate', 'The row equals, but for case, white space or Unicode form,'],
  contradiction: ['row/contradiction', 'The same prompt has another answer at'],
} as const;

/**
 * Checks a dataset, whatever its size: all problems of all rows are found.
 * @throws whatever `read` throws, and the signal's reason
 */
export async function checkDataset(request: CheckRequest): Promise<CheckedDataset> {
  const { role, paths, method, rules: profile, signal } = request;
  const problems = new Problems(request);
  const hash = createHash('sha256');
  const index = new RowIndexer();
  const statistics = new StatisticsGatherer();
  const counter = request.countTokens ? await RowCounter.for(request.model, request.exactTokensUpTo) : undefined;
  const rowRules = { method, profile, graderItems: request.graderItems ?? [] };
  const skipped = new Set<string>();
  let bytes = 0;
  let rows = 0;
  let imageRows = 0;
  let format: DataFormat | undefined;

  /** Checks one line that is not blank. */
  function checkLine(line: Line, content: Buffer): undefined {
    const report = (found: Found): undefined => {
      problems.add(found, line.path, line.number);
    };
    rows += 1;
    if (!isUtf8(content)) return report({ rule: 'file/not-utf8', detail: 'The line is not UTF-8.' });
    const text = content.toString('utf8');
    const parsed = parseLine(text);
    if ('found' in parsed) return report(parsed.found);
    for (const found of textFaults(text, parsed.value)) report(found);
    const { row, found } = checkRow(parsed.value, rowRules);
    for (const one of found) report(one);
    if (row === undefined) return undefined;
    if (format !== undefined && format !== row.format) {
      report({ rule: 'row/mixed-formats', detail: `The row is in the ${row.format} format, the file began with ${format}.` });
    }
    format ??= row.format;
    if (text.includes('"image_url"')) imageRows += 1;
    likeness(row, line);
    count(row, line, content.length);
    return undefined;
  }

  function likeness(row: Row, line: Line): void {
    const like = index.add(row, { path: line.path, line: line.number });
    if (like === undefined) return;
    const [rule, words] = LIKENESS[like.kind];
    problems.add({ rule, detail: `${words} ${like.as.path}:${like.as.line}.` }, line.path, line.number);
  }

  function count(row: Row, line: Line, size: number): void {
    if (counter === undefined) return;
    const tokens = counter.add(row, size);
    if (tokens === undefined) return;
    statistics.add(row, { path: line.path, line: line.number }, tokens);
    if (counter.rowLimit !== undefined && tokens.total > counter.rowLimit) {
      problems.add(
        { rule: 'row/over-limit', detail: `The row has ${tokens.total} tokens; the model takes ${counter.rowLimit}.` },
        line.path,
        line.number,
      );
    }
  }

  const onBytes = (piece: Uint8Array) => {
    hash.update(piece);
    bytes += piece.length;
  };
  for await (const line of linesOf(paths, request.read, onBytes)) {
    signal?.throwIfAborted();
    if (skipped.has(line.path)) continue;
    if (line.bytes === undefined) {
      problems.add({ rule: 'row/too-long', detail: 'The line is longer than 32 MiB.' }, line.path, line.number);
      continue;
    }
    let content = line.bytes;
    if (line.number === 1) {
      const fault = fileFault(content);
      if (fault !== undefined) {
        problems.add({ rule: fault.rule, detail: fault.detail }, line.path, fault.whole ? undefined : 1);
        if (fault.whole) skipped.add(line.path);
        if (fault.whole) continue;
        content = content.subarray(3);
      }
    }
    if (content.at(-1) === 0x0d) {
      if (!problems.has('file/crlf')) problems.add({ rule: 'file/crlf', detail: 'Lines end in CR LF.' }, line.path, line.number);
      content = content.subarray(0, -1);
    }
    if (content.length < 1024 && content.toString('latin1').trim() === '') {
      problems.add({ rule: 'file/blank-line', detail: 'The line is blank.' }, line.path, line.number);
      continue;
    }
    checkLine(line, content);
  }
  const first = paths[0] ?? '';
  if (rows === 0 && skipped.size === 0) problems.add({ rule: 'file/empty', detail: 'There are no rows.' }, first, undefined);
  else if (rows < profile.minimumRows && role === 'training_file' && skipped.size === 0) {
    problems.add(
      { rule: 'file/too-few-rows', detail: `There are ${rows} rows; at least ${profile.minimumRows} are needed.` },
      first,
      undefined,
    );
  }
  if (profile.maximumBytes !== undefined && bytes > profile.maximumBytes) {
    const detail = `The file has ${bytes} bytes; at most ${profile.maximumBytes} are taken.`;
    problems.add({ rule: 'file/too-large', detail }, first, undefined);
  }
  if (imageRows > IMAGE_ROWS) {
    const detail = `${imageRows} rows hold images; at most ${IMAGE_ROWS} are taken.`;
    problems.add({ rule: 'file/too-many-image-rows', detail }, first, undefined);
  }
  if (method === 'reinforcement' && rows > ROWS[role]) {
    problems.add(
      { rule: 'file/too-many-rows', detail: `There are ${rows} rows; at most ${ROWS[role]} are taken.` },
      first,
      undefined,
    );
  }
  if (request.usesOutputJson && !request.hasResponseFormat && role === 'training_file') {
    problems.add({ rule: 'reinforcement/no-response-format', detail: 'The grader reads sample.output_json.' }, first, undefined);
  }
  const dataset: Dataset = {
    role,
    paths,
    format,
    rows,
    bytes,
    sha256: hash.digest('hex'),
    problems: problems.kept,
    counts: problems.counts,
    tokens: counter?.finish(),
    statistics: statistics.finish(),
  };
  return { dataset, index };
}
