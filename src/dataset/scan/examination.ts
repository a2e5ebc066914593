/**
 * The examination of one chunk, line by line. Plain rows are recognised by the kernel, where there is one;
 * here is what looks at the others, and what the kernel is held against.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { words } from '../../words.ts';
import { FORMAT_NAMES, figuresOf, type Row } from '../formats/formats.ts';
import { type ContentHash, type LineHash, NO_LINE, type RowBuffer, type RowKeys } from '../likeness/packed-rows.ts';
import { hashContent, keysOfRow } from '../likeness/row-hash.ts';
import type { SeenKeys } from '../likeness/seen-keys.ts';
import { LineText } from '../row-texts.ts';
import { type Found, faultsOf } from '../rules/found.ts';
import { SECRET_RULES } from '../rules/secrets.ts';
import { TEXT_RULES } from '../rules/text.ts';
import { mayHoldSecret } from '../secrets/credentials.ts';
import { StatisticsGatherer } from '../statistics.ts';
import type { RowCounter } from '../tokens/row-counter.ts';
import { endOfEmptyLines, isBlank, MANY_EMPTY_LINES } from './blank-lines.ts';
import { type CheckedRow, checkRow, MOST_OF_A_ROW } from './check-row.ts';
import { ChunkProblems, type Kept } from './chunk-problems.ts';
import type { Examined, ExamineSettings } from './examined.ts';
import { holdsTooMuch, MOST_VALUES, parseLine } from './json-line.ts';
import { hasNoKeyTwice, isPlainText, plainRow } from './plain-rows.ts';
import { LINE, LONGEST_CHUNK, type RowKernel } from './row-kernel.ts';

/** A line that is no row and not longer is often there again: what is wrong with it is found once. */
const SHORT = 64;
const SHORT_KNOWN = 4096;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BLANK: Found = { rule: 'file/blank-line', detail: words`The line is blank.` };
const NOT_UTF8: Found = { rule: 'file/not-utf8', detail: words`The line is not UTF-8.` };
const TOO_MUCH: Found = { rule: 'row/too-many-values', detail: words`The row holds more than ${MOST_VALUES} values.` };
/** A byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf] as const;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const holdsPicture = (row: Row) =>
  figuresOf(row).messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type === 'image_url'));

/** The bytes of a chunk and what is known of all of them. */
interface ChunkText {
  readonly bytes: Buffer;
  readonly ascii: boolean;
  readonly utf8: boolean;
}

const CHAT = FORMAT_NAMES.indexOf('chat');

const textIn = ({ bytes, ascii }: ChunkText, from: number, to: number) => bytes.toString(ascii ? 'latin1' : 'utf8', from, to);

/** What goes on from one chunk to the next. */
export interface Examining {
  readonly settings: ExamineSettings;
  readonly counter: RowCounter | undefined;
  readonly seen: SeenKeys;
  readonly readable: RowBuffer;
  /** What is wrong with short lines. */
  readonly faults: Map<string, readonly Found[]>;
  readonly kept: Kept;
  /** Recognises plain rows. */
  readonly kernel: () => RowKernel | undefined;
}

/** The examination of one chunk. */
export class Examination {
  readonly #settings: ExamineSettings;
  readonly #counter: RowCounter | undefined;
  readonly #position: number;
  readonly #problems: ChunkProblems;
  readonly #faults: Map<string, readonly Found[]>;
  readonly #kernel: () => RowKernel | undefined;
  readonly #readable: RowBuffer;
  readonly #seen: SeenKeys;
  readonly #statistics = new StatisticsGatherer();
  #lines = 0;
  #rows = 0;
  #lastRow = 0;
  #imageRows = 0;
  #firstImage = 0;
  #formats = 0;
  #returns = false;

  constructor({ settings, counter, seen, readable, faults, kept, kernel }: Examining, position: number) {
    this.#problems = new ChunkProblems(kept);
    this.#faults = faults;
    this.#settings = settings;
    this.#seen = seen;
    this.#readable = readable;
    this.#counter = counter;
    this.#position = position;
    this.#kernel = kernel;
  }

  #report(found: Found): undefined {
    this.#problems.add(found, this.#lines);
    return undefined;
  }

  #reportAll(all: readonly Found[]): undefined {
    for (const found of all) this.#problems.add(found, this.#lines);
    return undefined;
  }

  run(bytes: Buffer): Examined {
    const ascii = isAscii(bytes);
    const chunk = { bytes, ascii, utf8: ascii || isUtf8(bytes) };
    const kernel = this.#mayRecognise(chunk) ? this.#kernel() : undefined;
    if (kernel === undefined) this.#lookAtAll(chunk);
    else this.#recognise(kernel, chunk);
    return {
      lines: this.#lines,
      rows: this.#rows,
      lastRow: this.#lastRow,
      imageRows: this.#imageRows,
      firstImage: this.#firstImage,
      found: this.#problems.found,
      more: this.#problems.more,
      blankAfter: this.#problems.blankAfter,
      readable: this.#readable.take(),
      lineHashes: this.#readable.takeLines(),
      formats: this.#formats,
      tokens: this.#counter?.part(),
      statistics: this.#counter === undefined ? undefined : this.#statistics.part(),
    };
  }

  /** Where every row is counted, every row has to be read. */
  #mayRecognise({ bytes, utf8 }: ChunkText): boolean {
    const countsAll = this.#counter?.countsAll(this.#position + bytes.length) === true;
    return utf8 && bytes.length <= LONGEST_CHUNK && !countsAll;
  }

  #lookAtAll(chunk: ChunkText, begin = 0): void {
    const { bytes } = chunk;
    for (let from = begin; from < bytes.length; ) {
      if (bytes[from] === NEWLINE) {
        from = this.#emptyLines(bytes, from);
        continue;
      }
      const newline = bytes.indexOf(NEWLINE, from);
      const end = newline < 0 ? bytes.length : newline;
      this.#lines += 1;
      this.#line(chunk, from, end);
      from = end + 1;
    }
  }

  /** Lines without a byte, however many. @returns where they end */
  #emptyLines(bytes: Buffer, from: number): number {
    const end = endOfEmptyLines(bytes, from);
    this.#problems.addOnEach(BLANK, this.#lines + 1, end - from);
    this.#lines += end - from;
    return end;
  }

  /** Looks at those lines only that the kernel leaves; from where many are empty, at all. */
  #recognise(kernel: RowKernel, chunk: ChunkText): void {
    kernel.take(chunk.bytes);
    for (let count = kernel.read(); count > 0; count = kernel.read()) {
      for (let line = 0; line < count; line += 1) {
        kernel.at(line);
        this.#lines += 1;
        if (this.#recognised(kernel, chunk)) continue;
        const { begin, end } = kernel;
        if (begin === end && endOfEmptyLines(chunk.bytes, begin) - begin >= MANY_EMPTY_LINES) {
          this.#lines -= 1;
          this.#lookAtAll(chunk, begin);
          return;
        }
        this.#line(chunk, begin, end);
      }
    }
  }

  /** Keeps a plain row without reading it. @returns whether it is one that need not be read */
  #recognised(kernel: RowKernel, chunk: ChunkText): boolean {
    const { begin, end: finish, state } = kernel;
    if ((state & (LINE.plain | LINE.secret)) !== LINE.plain) return false;
    const end = chunk.bytes[finish - 1] === RETURN ? finish - 1 : finish;
    if (this.#counter?.counts(this.#position + end) === true) return false;
    if (end !== finish) this.#endsInReturn();
    this.#beginRow();
    const hash = () => ((state & LINE.other) === 0 ? kernel.hash() : this.#hashOf(textIn(chunk, begin, end)));
    this.#keep(kernel.keys, hash, kernel, begin, CHAT);
    if (this.#counter !== undefined) this.#leaveOut(this.#counter, end - begin);
    return true;
  }

  /** The hash of a plain row that has other characters than those of ASCII. */
  #hashOf(text: string): ContentHash | undefined {
    const plain = plainRow(parsed(text), this.#settings.method);
    return plain === undefined ? undefined : hashContent(plain.row, false);
  }

  #beginRow(): void {
    this.#rows += 1;
    this.#lastRow = this.#lines;
    this.#problems.blankAfter = 0;
  }

  #endsInReturn(): void {
    if (!this.#returns) this.#report({ rule: 'file/crlf', detail: words`Lines end in CR LF.` });
    this.#returns = true;
  }

  #line(chunk: ChunkText, begin: number, finish: number): undefined {
    const { bytes, utf8 } = chunk;
    let from = begin;
    let end = finish;
    if (bytes[from] === MARK[0] && bytes[from + 1] === MARK[1] && bytes[from + 2] === MARK[2]) {
      this.#mark(from);
      // It is no part of the row.
      from += MARK.length;
    }
    if (end > from && bytes[end - 1] === RETURN) {
      this.#endsInReturn();
      end -= 1;
    }
    if (isBlank(bytes, from, end)) return this.#report(BLANK);
    this.#beginRow();
    if (!utf8 && !isUtf8(bytes.subarray(from, end))) return this.#report(NOT_UTF8);
    const text = textIn(chunk, from, end);
    if (holdsTooMuch(text)) return this.#report(TOO_MUCH);
    const known = text.length > SHORT ? undefined : this.#faults.get(text);
    if (known !== undefined) return this.#reportAll(known);
    const escapes = text.includes('\\');
    const row = this.#plain(text, escapes) ?? this.#careful(text);
    if (row === undefined) return undefined;
    // No byte more than characters, and no escape: then all of them are ASCII.
    const plain = text.length === end - from && !(escapes && text.includes('\\u'));
    this.#keep(keysOfRow(row), () => hashContent(row, plain), NO_LINE, from, FORMAT_NAMES.indexOf(row.format));
    this.#count(row, end - from, this.#position + end);
    return undefined;
  }

  /**
   * A byte order mark at the beginning of a line. The first byte of all may be one; others come from files
   * that were joined.
   */
  #mark(from: number): void {
    if (this.#position + from === 0)
      this.#report({ rule: 'file/utf8-bom', detail: words`The file begins with a byte order mark.` });
    else
      this.#report({
        rule: 'row/byte-order-mark',
        detail: words`The line begins with a byte order mark, which would stand in the middle of the upload.`,
      });
  }

  /** @param hash is asked for where a key of the row was seen before */
  #keep(keys: RowKeys, hash: () => ContentHash | undefined, line: LineHash, offset: number, format: number): void {
    const known = this.#seen.see(keys.whole, keys.wholeMore);
    const asked = keys.prompt !== 0 && this.#seen.see(~keys.prompt, keys.promptMore);
    this.#formats |= 1 << format;
    this.#readable.add(keys, known || asked ? hash() : undefined, line, this.#lines, offset, format);
  }

  /** A plain row without fault; undefined when it has to be looked at. */
  #plain(text: string, escapes: boolean): Row | undefined {
    if (!isPlainText(text, escapes)) return undefined;
    const plain = plainRow(parsed(text), this.#settings.method);
    if (plain === undefined || !hasNoKeyTwice(plain, text, escapes)) return undefined;
    if (mayHoldSecret(text)) this.#secrets(new LineText(text, plain.row.row));
    return plain.row;
  }

  #secrets(text: LineText): void {
    for (const found of faultsOf(SECRET_RULES, text, this.#settings)) this.#report(found);
  }

  #careful(text: string): Row | undefined {
    const { row, found } = this.#looked(text);
    if (row === undefined && text.length <= SHORT && this.#faults.size < SHORT_KNOWN) this.#faults.set(text, found);
    this.#reportAll(found);
    return row;
  }

  #looked(text: string): CheckedRow {
    const line = parseLine(text);
    if ('found' in line) return { row: undefined, found: [line.found] };
    const texts = new LineText(text, line.value);
    const inText = [...faultsOf(TEXT_RULES, texts, this.#settings), ...faultsOf(SECRET_RULES, texts, this.#settings)];
    const { row, found } = checkRow(line.value, this.#settings);
    if (row !== undefined && (text.includes('"image_url"') || texts.hides) && holdsPicture(row)) {
      if (this.#imageRows === 0) this.#firstImage = this.#lines;
      this.#imageRows += 1;
    }
    return { row, found: [...inText, ...found.slice(0, MOST_OF_A_ROW)] };
  }

  #leaveOut(counter: RowCounter, size: number): void {
    counter.leaveOut(size);
    this.#statistics.leaveOut();
  }

  #count(row: Row, size: number, end: number): void {
    const counter = this.#counter;
    if (counter === undefined) return;
    const tokens = counter.add(row, size, end);
    if (tokens === undefined) {
      this.#statistics.leaveOut();
      return;
    }
    this.#statistics.add(row, this.#lines, tokens);
    const limit = counter.rowLimit;
    if (limit !== undefined && tokens.total > limit)
      this.#report({ rule: 'row/over-limit', detail: words`The row has ${tokens.total} tokens; the model takes ${limit}.` });
  }
}
