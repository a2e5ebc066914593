/** What a file is, by its first bytes, where it is something else than JSON Lines. Pure. */
import { binaryKind } from './binary-kinds.ts';
import { jsonKind } from './json-kinds.ts';
import type { FileKind, Head } from './kind.ts';
import { textKind } from './text-kinds.ts';

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
