/** One chunk of lines, examined by itself: in this thread or in another. What needs the whole dataset is left to whoever puts the parts together. */
import { isAscii, isUtf8 } from 'node:buffer';
import type { DataFormat, MethodType, Row } from './formats.ts';
import { hasNoKeyTwice, isPlainText, plainRow } from './quick.ts';
import { hashContent, hashLine, keysOfRow } from './row-hash.ts';
import { type PackedRows, RowBuffer } from './row-table.ts';
import { checkRow } from './rows.ts';
import { type DataProfile, type Found, quoted } from './rules.ts';
import { secretsOf } from './secrets.ts';
import { StatisticsGatherer, type StatisticsPart } from './statistics.ts';
import { parseLine } from './syntax.ts';
import { RowCounter, type TokenPart } from './token-count.ts';

export interface ExamineSettings {
  readonly method: MethodType;
  readonly profile: DataProfile;
  /** The fields that the grader takes from each row. */
  readonly graderItems: readonly string[];
  readonly model: string;
  readonly countTokens: boolean;
  /** Bytes of data above which tokens are counted on a sample of the rows. */
  readonly exactTokensUpTo: number;
}

/** Whole lines, and where they are. */
export interface Lines {
  readonly bytes: Uint8Array;
  /** Where they begin in the joined bytes. */
  readonly position: number;
  /** They are the first of their file. */
  readonly first: boolean;
}

/** What was found on a line; lines count from 1 within the chunk. `undefined` is the file itself. */
export interface FoundAt extends Found {
  readonly line: number | undefined;
}

export interface Examined {
  readonly lines: number;
  /** Lines that are not blank. */
  readonly rows: number;
  readonly imageRows: number;
  readonly found: readonly FoundAt[];
  /** The rest of the file is not to be read. */
  readonly ends: boolean;
  /** The rows that could be read; their format is an index into FORMATS. */
  readonly readable: PackedRows;
  /** A bit for each format of theirs, by its index. */
  readonly formats: number;
  readonly tokens: TokenPart | undefined;
  readonly statistics: StatisticsPart | undefined;
}

export const FORMATS: readonly DataFormat[] = ['chat', 'completion', 'preference', 'reinforcement'];

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const BRACE = 0x7b;
/** Special tokens of the chat and completion formats; a text that holds one fails the job. */
const SPECIAL =
  /<\|(?:endoftext|endofprompt|im_start|im_end|im_sep|fim_prefix|fim_middle|fim_suffix|start|end|message|channel|return|call)\|>/;

/** What a file's first line says about the file as a whole; `whole` ends the reading of its rows. */
function fileFault(bytes: Buffer): (Found & { readonly whole: boolean }) | undefined {
  if (bytes.subarray(0, 42).toString('latin1').startsWith('version https://git-lfs.github.com/spec/'))
    return { rule: 'file/git-lfs-pointer', detail: 'The file is a Git LFS pointer.', whole: true };
  const [first, second] = bytes;
  const halves = bytes.subarray(0, 64).filter((byte) => byte === 0).length > 8;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || (halves && bytes.length > 16))
    return { rule: 'file/utf16', detail: 'The file is UTF-16.', whole: true };
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
  const special = SPECIAL.exec(text)?.[0];
  if (special !== undefined) found.push({ rule: 'row/special-token', detail: `The text holds ${quoted(special)}.` });
  if (/\\ud[89a-f]/i.test(text) && ![...textsOf(value)].every((inner) => inner.isWellFormed()))
    found.push({ rule: 'row/lone-surrogate', detail: 'The text holds half of a surrogate pair.' });
  if (text.includes('\\u0000')) found.push({ rule: 'row/nul', detail: 'The text holds a NUL character.' });
  return [...found, ...secretFaults(text)];
}

function secretFaults(text: string): Found[] {
  return secretsOf(text).map(({ kind, beginning }) => ({
    rule: 'row/secret',
    detail: `The text holds what looks like ${kind} (${beginning}…).`,
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keys that this thread has met (a Bloom filter of two bits a key). A key may be taken for another; then a hash is taken that was not needed. */
class Met {
  readonly #bits = new Int32Array(1 << 19);

  #set(bit: number): boolean {
    const mask = 1 << (bit & 31);
    const before = this.#bits[bit >>> 5] ?? 0;
    this.#bits[bit >>> 5] = before | mask;
    return (before & mask) !== 0;
  }

  /** Whether the key was met; from now on it is. */
  meet(key: number): boolean {
    const first = this.#set(Math.imul(key, 0x9e3779b1) >>> 8);
    const second = this.#set(Math.imul(key ^ (key >>> 16), 0x85ebca6b) >>> 8);
    return first && second;
  }
}

/** The bytes of a chunk and what is known of all of them. */
interface ChunkText {
  readonly bytes: Buffer;
  readonly view: DataView;
  readonly ascii: boolean;
  readonly utf8: boolean;
}

/** What goes on from one chunk to the next. */
interface Examining {
  readonly settings: ExamineSettings;
  readonly counter: RowCounter | undefined;
  readonly met: Met;
  readonly readable: RowBuffer;
}

/** The examination of one chunk. */
class Examination {
  readonly #settings: ExamineSettings;
  readonly #counter: RowCounter | undefined;
  readonly #position: number;
  readonly #found: FoundAt[] = [];
  readonly #readable: RowBuffer;
  readonly #met: Met;
  readonly #statistics = new StatisticsGatherer();
  #lines = 0;
  #rows = 0;
  #imageRows = 0;
  #formats = 0;
  #ends = false;
  #returns = false;

  constructor({ settings, counter, met, readable }: Examining, position: number) {
    this.#settings = settings;
    this.#met = met;
    this.#readable = readable;
    this.#counter = counter;
    this.#position = position;
  }

  #report(found: Found): undefined {
    this.#found.push({ ...found, line: this.#lines });
    return undefined;
  }

  run(bytes: Buffer, first: boolean): Examined {
    const ascii = isAscii(bytes);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const utf8 = ascii || isUtf8(bytes);
    for (let from = 0; from < bytes.length && !this.#ends; ) {
      const newline = bytes.indexOf(NEWLINE, from);
      const end = newline < 0 ? bytes.length : newline;
      this.#lines += 1;
      this.#line({ bytes, view, ascii, utf8 }, from, end, first && from === 0);
      from = end + 1;
    }
    return {
      lines: this.#lines,
      rows: this.#rows,
      imageRows: this.#imageRows,
      found: this.#found,
      ends: this.#ends,
      readable: this.#readable.take(),
      formats: this.#formats,
      tokens: this.#counter?.part(),
      statistics: this.#counter === undefined ? undefined : this.#statistics.part(),
    };
  }

  #line({ bytes, view, ascii, utf8 }: ChunkText, begin: number, finish: number, first: boolean): undefined {
    let from = begin;
    let end = finish;
    if (first) {
      const fault = fileFault(bytes.subarray(from, end));
      if (fault !== undefined) {
        this.#ends = fault.whole;
        this.#found.push({ ...fault, line: fault.whole ? undefined : this.#lines });
        if (fault.whole) return undefined;
        from += 3;
      }
    }
    if (end > from && bytes[end - 1] === RETURN) {
      if (!this.#returns) this.#report({ rule: 'file/crlf', detail: 'Lines end in CR LF.' });
      this.#returns = true;
      end -= 1;
    }
    if (bytes[from] !== BRACE && end - from < 1024 && bytes.toString('latin1', from, end).trim() === '')
      return this.#report({ rule: 'file/blank-line', detail: 'The line is blank.' });
    this.#rows += 1;
    if (!utf8 && !isUtf8(bytes.subarray(from, end)))
      return this.#report({ rule: 'file/not-utf8', detail: 'The line is not UTF-8.' });
    const text = bytes.toString(ascii ? 'latin1' : 'utf8', from, end);
    const row = this.#quick(text) ?? this.#careful(text);
    if (row === undefined) return undefined;
    // No byte more than characters, and no escape: then there are no others than those of ASCII.
    const plain = text.length === end - from && !text.includes('\\u');
    this.#keep(row, plain, hashLine(view, from, end), from, end - from);
    this.#count(row, end - from, this.#position + end);
    return undefined;
  }

  #keep(row: Row, ascii: boolean, text: number, offset: number, length: number): void {
    const keys = keysOfRow(row);
    const met = this.#met.meet(keys.whole);
    const asked = keys.prompt !== 0 && this.#met.meet(~keys.prompt);
    const content = met || asked ? hashContent(row, ascii) : undefined;
    const format = FORMATS.indexOf(row.format);
    this.#formats |= 1 << format;
    this.#readable.add({ text, key: keys.whole, promptKey: keys.prompt, content }, this.#lines, offset, length, format);
  }

  /** A plain row without fault; undefined when it has to be looked at. */
  #quick(text: string): Row | undefined {
    if (!isPlainText(text)) return undefined;
    const plain = plainRow(parsed(text), this.#settings.method);
    if (plain === undefined || !hasNoKeyTwice(plain, text)) return undefined;
    for (const found of secretFaults(text)) this.#report(found);
    return plain.row;
  }

  #careful(text: string): Row | undefined {
    const line = parseLine(text);
    if ('found' in line) {
      this.#report(line.found);
      return undefined;
    }
    for (const found of textFaults(text, line.value)) this.#report(found);
    const { row, found } = checkRow(line.value, this.#settings);
    for (const one of found) this.#report(one);
    if (row !== undefined && text.includes('"image_url"')) this.#imageRows += 1;
    return row;
  }

  #count(row: Row, size: number, end: number): void {
    const counter = this.#counter;
    const tokens = counter?.add(row, size, end);
    if (tokens === undefined) return;
    this.#statistics.add(row, this.#lines, tokens);
    const limit = counter?.rowLimit;
    if (limit !== undefined && tokens.total > limit)
      this.#report({ rule: 'row/over-limit', detail: `The row has ${tokens.total} tokens; the model takes ${limit}.` });
  }
}

/** Examines chunks, one after the other. */
export interface Examiner {
  examine(lines: Lines): Examined;
}

/** An examiner in this thread; a tokenizer's vocabulary is loaded where tokens are counted. */
export async function examinerOf(settings: ExamineSettings): Promise<Examiner> {
  const counter = settings.countTokens ? await RowCounter.for(settings.model, settings.exactTokensUpTo) : undefined;
  const examining = { settings, counter, met: new Met(), readable: new RowBuffer() };
  return {
    examine: ({ bytes, position, first }) =>
      new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), first),
  };
}
