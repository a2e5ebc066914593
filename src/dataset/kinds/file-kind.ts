/** What a file is, by its first bytes, where it is no JSON Lines. Pure. */
import { binaryKind } from './binary-kinds.ts';
import { jsonKind } from './json-kinds.ts';
import { textKind } from './text-kinds.ts';

/** The rule that a kind of file breaks. */
export type KindRule = 'file/git-lfs-pointer' | 'file/utf16' | 'file/json-array' | 'file/pretty-json' | 'file/other-format';

/** A kind of file that is not taken as it is. Nothing here is from the file itself. */
export interface FileKind {
  readonly rule: KindRule;
  /** What the file is, as it follows "The file": `is a gzip archive`. */
  readonly what: string;
  /** What to do: words, or one command over the placeholders FILE and NEW. */
  readonly fix: string;
}

/** The beginning of a file. */
export interface Head {
  readonly bytes: Buffer;
  /** The bytes are the whole file. */
  readonly whole: boolean;
}

/** So many bytes of a file tell its kind. */
export const HEAD_BYTES = 64 * 1024;

const MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** Says what kind of file begins so; undefined for lines that each may be a row. */
export function fileKind({ bytes, whole }: Head): FileKind | undefined {
  const marked = bytes.subarray(0, 3).equals(MARK);
  const inner = marked ? bytes.subarray(3) : bytes;
  const first = inner.toString('latin1').trimStart()[0];
  if (first === undefined) return undefined;
  const binary = binaryKind(inner);
  if (binary !== undefined) return binary;
  const text = inner.toString('utf8').replace(/^\s+/, '');
  const head = { text, lines: wholeLines(text, whole), whole };
  return /[[{"\d-]|[tfn]/.test(first) ? (jsonKind(head) ?? textKind(head)) : textKind(head);
}

/** The beginning of a text file, without the blanks before it. */
export interface TextHead {
  readonly text: string;
  /** Its first lines that are not blank, as far as they are whole. */
  readonly lines: readonly string[];
  readonly whole: boolean;
}

/** So many lines show what all are like. */
const LOOKED_AT = 20;

function wholeLines(text: string, whole: boolean): string[] {
  const lines = text.split('\n');
  if (!whole) lines.pop();
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, LOOKED_AT);
}
