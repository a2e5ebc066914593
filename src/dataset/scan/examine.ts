/**
 * One chunk of lines, examined by itself: in this thread or in another. What needs the whole dataset is left
 * to whoever puts the parts together.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { words } from '../../words.ts';
import { FORMAT_NAMES, figuresOf, type Row } from '../formats/formats.ts';
import { type PackedRows, RowBuffer } from '../likeness/packed-rows.ts';
import { hashContent, keysOfRow } from '../likeness/row-hash.ts';
import { SeenKeys } from '../likeness/seen-keys.ts';
import { LineText } from '../row-texts.ts';
import { type Found, faultsOf } from '../rules/found.ts';
import type { RuleSettings } from '../rules/rule.ts';
import type { RuleId } from '../rules/rules.ts';
import { SECRET_RULES } from '../rules/secrets.ts';
import { TEXT_RULES } from '../rules/text.ts';
import { mayHoldSecret } from '../secrets/credentials.ts';
import { StatisticsGatherer, type StatisticsPart } from '../statistics.ts';
import type { GivenTokenizer } from '../tokens/given-tokenizer.ts';
import { RowCounter, type TokenPart } from '../tokens/row-counter.ts';
import { type CheckedRow, checkRow } from './check-row.ts';
import { parseLine } from './json-line.ts';
import { hasNoKeyTwice, isPlainText, plainRow } from './plain-rows.ts';
import { KEPT, KEPT_OF_EACH } from './problems.ts';

export interface ExamineSettings extends RuleSettings {
  readonly model: string;
  readonly countTokens: boolean;
  /** Bytes of data above which tokens are counted on a sample of the rows. */
  readonly exactTokensUpTo: number;
  /** What counts, where the user brought a tokenizer along. */
  readonly tokenizer?: GivenTokenizer | undefined;
}

/** Whole lines, and where they are. */
export interface Lines {
  readonly bytes: Uint8Array;
  /** Where they begin in the joined bytes. */
  readonly position: number;
}

/** What was found on a line; lines count from 1 within the chunk. */
export interface FoundAt extends Found {
  readonly line: number;
}

export interface Examined {
  readonly lines: number;
  /** Lines that are not blank. */
  readonly rows: number;
  /** The last of them; 0: there is none. */
  readonly lastRow: number;
  readonly imageRows: number;
  /** The line of the first of them; 0: there is none. */
  readonly firstImage: number;
  readonly found: readonly FoundAt[];
  /** How many more of a rule were found, whose places are not kept. */
  readonly more: ReadonlyMap<RuleId, number>;
  /** Of the blank lines among these how many come after the last row. */
  readonly blankAfter: number;
  /** The rows that could be read; their format is an index into FORMAT_NAMES. */
  readonly readable: PackedRows;
  /** A bit for each format of theirs, by its index. */
  readonly formats: number;
  readonly tokens: TokenPart | undefined;
  readonly statistics: StatisticsPart | undefined;
}

/** So many faults of one row are enough to fix it by. */
const MOST_OF_A_ROW = 100;
/** A line that is no row and not longer is often there again: what is wrong with it is found once. */
const SHORT = 64;
const SHORT_KNOWN = 4096;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BRACE = 0x7b;
const BLANK: Found = { rule: 'file/blank-line', detail: words`The line is blank.` };
const NOT_UTF8: Found = { rule: 'file/not-utf8', detail: words`The line is not UTF-8.` };
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

/** What goes on from one chunk to the next. */
interface Examining {
  readonly settings: ExamineSettings;
  readonly counter: RowCounter | undefined;
  readonly seen: SeenKeys;
  readonly readable: RowBuffer;
  /** What is wrong with short lines. */
  readonly faults: Map<string, readonly Found[]>;
  readonly kept: Kept;
}

/** How many problems were handed on with their places: of those that come first in all, none is left out. */
interface Kept {
  all: number;
  readonly ofRule: Map<RuleId, number>;
}

/** The examination of one chunk. */
class Examination {
  readonly #settings: ExamineSettings;
  readonly #counter: RowCounter | undefined;
  readonly #position: number;
  readonly #found: FoundAt[] = [];
  readonly #kept: Kept;
  readonly #more = new Map<RuleId, number>();
  readonly #faults: Map<string, readonly Found[]>;
  #blankAfter = 0;
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

  constructor({ settings, counter, seen, readable, faults, kept }: Examining, position: number) {
    this.#kept = kept;
    this.#faults = faults;
    this.#settings = settings;
    this.#seen = seen;
    this.#readable = readable;
    this.#counter = counter;
    this.#position = position;
  }

  #report(found: Found): undefined {
    const { rule } = found;
    const ofRule = this.#kept.ofRule.get(rule) ?? 0;
    if (this.#kept.all < KEPT || ofRule < KEPT_OF_EACH) {
      this.#kept.all += 1;
      this.#kept.ofRule.set(rule, ofRule + 1);
      this.#found.push({ ...found, line: this.#lines });
    } else {
      this.#more.set(rule, (this.#more.get(rule) ?? 0) + 1);
      if (rule === 'file/blank-line') this.#blankAfter += 1;
    }
    return undefined;
  }

  #reportAll(all: readonly Found[]): undefined {
    for (const found of all) this.#report(found);
    return undefined;
  }

  run(bytes: Buffer): Examined {
    const ascii = isAscii(bytes);
    const utf8 = ascii || isUtf8(bytes);
    for (let from = 0; from < bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, from);
      const end = newline < 0 ? bytes.length : newline;
      this.#lines += 1;
      this.#line({ bytes, ascii, utf8 }, from, end);
      from = end + 1;
    }
    return {
      lines: this.#lines,
      rows: this.#rows,
      lastRow: this.#lastRow,
      imageRows: this.#imageRows,
      firstImage: this.#firstImage,
      found: this.#found,
      more: this.#more,
      blankAfter: this.#blankAfter,
      readable: this.#readable.take(),
      formats: this.#formats,
      tokens: this.#counter?.part(),
      statistics: this.#counter === undefined ? undefined : this.#statistics.part(),
    };
  }

  #line({ bytes, ascii, utf8 }: ChunkText, begin: number, finish: number): undefined {
    let from = begin;
    let end = finish;
    if (bytes[from] === MARK[0] && bytes[from + 1] === MARK[1] && bytes[from + 2] === MARK[2]) {
      this.#mark(from);
      // It is no part of the row.
      from += MARK.length;
    }
    if (end > from && bytes[end - 1] === RETURN) {
      if (!this.#returns) this.#report({ rule: 'file/crlf', detail: words`Lines end in CR LF.` });
      this.#returns = true;
      end -= 1;
    }
    if (from === end || (bytes[from] !== BRACE && end - from < 1024 && bytes.toString('latin1', from, end).trim() === ''))
      return this.#report(BLANK);
    this.#rows += 1;
    this.#lastRow = this.#lines;
    this.#blankAfter = 0;
    if (!utf8 && !isUtf8(bytes.subarray(from, end))) return this.#report(NOT_UTF8);
    const text = bytes.toString(ascii ? 'latin1' : 'utf8', from, end);
    const known = text.length > SHORT ? undefined : this.#faults.get(text);
    if (known !== undefined) return this.#reportAll(known);
    const escapes = text.includes('\\');
    const row = this.#plain(text, escapes) ?? this.#careful(text);
    if (row === undefined) return undefined;
    // No byte more than characters, and no escape: then all of them are ASCII.
    const plain = text.length === end - from && !(escapes && text.includes('\\u'));
    this.#keep(row, plain, from);
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

  #keep(row: Row, ascii: boolean, offset: number): void {
    const keys = keysOfRow(row);
    const known = this.#seen.see(keys.whole, keys.wholeMore);
    const asked = keys.prompt !== 0 && this.#seen.see(~keys.prompt, keys.promptMore);
    const content = known || asked ? hashContent(row, ascii) : undefined;
    const format = FORMAT_NAMES.indexOf(row.format);
    this.#formats |= 1 << format;
    this.#readable.add(keys, content, this.#lines, offset, format);
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

/** Examines chunks, one after the other. */
export interface Examiner {
  examine(lines: Lines): Examined;
}

/**
 * An examiner in this thread; a tokenizer's vocabulary is loaded where tokens are counted.
 * @param seen which keys were seen, here or in another thread
 */
export async function examinerOf(settings: ExamineSettings, seen: ArrayBufferLike): Promise<Examiner> {
  const { model, countTokens, exactTokensUpTo, profile, tokenizer } = settings;
  const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : undefined;
  const examining = {
    settings,
    counter,
    seen: new SeenKeys(seen),
    readable: new RowBuffer(),
    faults: new Map(),
    kept: { all: 0, ofRule: new Map() },
  };
  const examine: Examiner['examine'] = ({ bytes, position }) =>
    new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (counter === undefined || tokenizer === undefined) return { examine };
  const { patiently } = await import('../tokens/patience.ts');
  return {
    examine(lines) {
      let examined: Examined | undefined;
      patiently(tokenizer.path, lines.bytes.length, () => {
        examined = examine(lines);
      });
      return examined ?? examine(lines);
    },
  };
}
