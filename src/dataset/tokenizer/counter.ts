/** Counting tokens exactly as tiktoken's `encode_ordinary` does: text that looks like a special token is text. */
import { brotliDecompressSync } from 'node:zlib';
import { mergedLength, type Ranks } from './merge.ts';

export type Encoding = 'o200k_base' | 'cl100k_base';

export interface Counter {
  readonly encoding: Encoding;
  /** The number of tokens of a text. */
  count(text: string): number;
}

/**
 * How text is cut into pieces, as published with tiktoken. `\p{White_Space}` stands where its regular expressions say `\s`: they follow Unicode, where
 * U+0085 is white space and U+FEFF is none, JavaScript's `\s` does not.
 */
const PIECES: Readonly<Record<Encoding, RegExp>> = {
  o200k_base: new RegExp(
    [
      "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]*[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]+(?:'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE]))?",
      "[^\\r\\n\\p{L}\\p{N}]?[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]+[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]*(?:'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE]))?",
      '\\p{N}{1,3}',
      ' ?[^\\p{White_Space}\\p{L}\\p{N}]+[\\r\\n/]*',
      '\\p{White_Space}*[\\r\\n]+',
      '\\p{White_Space}+(?!\\P{White_Space})',
      '\\p{White_Space}+',
    ].join('|'),
    'gu',
  ),
  cl100k_base: new RegExp(
    [
      "'(?:[sdmtSDMT\\u017f]|[lL][lL]|[vV][eE]|[rR][eE])",
      '[^\\r\\n\\p{L}\\p{N}]?\\p{L}+',
      '\\p{N}{1,3}',
      ' ?[^\\p{White_Space}\\p{L}\\p{N}]+[\\r\\n]*',
      '\\p{White_Space}*[\\r\\n]+',
      '\\p{White_Space}+(?!\\P{White_Space})',
      '\\p{White_Space}+',
    ].join('|'),
    'gu',
  ),
};

/** Frequent pieces are counted once; the memory of them is emptied when it is full. */
const REMEMBERED = 100_000;
const REMEMBERED_LENGTH = 64;

/** `packed` is what scripts/vocabulary.ts writes. */
function unpack(packed: string): Ranks {
  const bytes = brotliDecompressSync(Buffer.from(packed, 'base64'));
  const text = bytes.toString('latin1');
  const ranks = new Map<string, number>();
  for (let at = 0; at < bytes.length; ) {
    const end = at + 1 + (bytes[at] ?? 0);
    ranks.set(text.slice(at + 1, end), ranks.size);
    at = end;
  }
  return ranks;
}

/** A counter over a packed vocabulary. */
export function counterOf(encoding: Encoding, packed: string): Counter {
  const ranks = unpack(packed);
  const remembered = new Map<string, number>();
  const pieces = PIECES[encoding];

  function countPiece(piece: string): number {
    const bytes = Buffer.from(piece, 'utf8').toString('latin1');
    return bytes.length < 2 || ranks.has(bytes) ? 1 : mergedLength(bytes, ranks);
  }

  return {
    encoding,
    count(text) {
      let total = 0;
      // A lone surrogate has no bytes of its own; it counts as U+FFFD, which is what any encoder makes of it.
      for (const piece of text.toWellFormed().match(pieces) ?? []) {
        let count = remembered.get(piece);
        if (count === undefined) {
          count = countPiece(piece);
          if (remembered.size >= REMEMBERED) remembered.clear();
          if (piece.length <= REMEMBERED_LENGTH) remembered.set(piece, count);
        }
        total += count;
      }
      return total;
    },
  };
}
