/** What a kind of file is, and the beginnings that tell it. */

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

/** The beginning of a text file, without the blanks before it. */
export interface TextHead {
  readonly text: string;
  /** Its first lines that are not blank, as far as they are whole. */
  readonly lines: readonly string[];
  readonly whole: boolean;
}

/** So many bytes of a file tell its kind. */
export const HEAD_BYTES = 64 * 1024;

const NEWLINE = 0x0a;

/** Whether a line is JSON. */
export function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether the first line of a file is a JSON object: then its lines may be rows, and it is of no other kind.
 */
export function beginsWithObject(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(NEWLINE);
  const line = end < 0 ? bytes : bytes.subarray(0, end);
  if (line.length > HEAD_BYTES) return false;
  const text = Buffer.from(line.buffer, line.byteOffset, line.length).toString('utf8').trim();
  return text.startsWith('{') && isJson(text);
}
