/**
 * Counting tokens exactly as tiktoken's `encode_ordinary` does: text that looks like a special token is text.
 */
import { at, type ByteText, byteText, intAt, TextBuffer, wordAt } from './bytes.ts';
import { mergedLength } from './merge.ts';
import { type PieceEnd, pieceEndCl100k, pieceEndO200k } from './pieces.ts';
import { hashOf, NONE, sameBytes, Vocabulary } from './vocabulary.ts';

export type Encoding = 'o200k_base' | 'cl100k_base';

export interface Counter {
  readonly encoding: Encoding;
  /** The number of tokens of a text. */
  readonly count: (text: string) => number;
}

const PIECE_END: Readonly<Record<Encoding, PieceEnd>> = { o200k_base: pieceEndO200k, cl100k_base: pieceEndCl100k };

const SLOTS = 1 << 15;

/**
 * Pieces of up to 8 bytes with their counts, the last one of each slot: two words are the whole piece, so
 * nothing else is to be compared.
 */
class ShortMemory {
  readonly #low = new Int32Array(SLOTS);
  readonly #high = new Int32Array(SLOTS);
  /** Size * 256 + count. */
  readonly #known = new Int32Array(SLOTS);

  /** The count of a piece, remembered or else asked for. */
  count({ view }: ByteText, from: number, size: number, ask: () => number): number {
    const low = wordAt(view, from, size);
    const high = size > 4 ? wordAt(view, from + 4, size - 4) : 0;
    const slot = Math.imul(Math.imul(low, 0x2c1b3c6d) ^ high ^ (low >>> 15), 0x297a2d39) >>> 17;
    const known = intAt(this.#known, slot);
    if (known >>> 8 === size && intAt(this.#low, slot) === low && intAt(this.#high, slot) === high) return known & 255;
    const count = ask();
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#known[slot] = size * 256 + count;
    return count;
  }
}

/** A longer piece is counted in parts of so many bytes, as the kernel does. */
const LONGEST_PIECE = 1 << 20;

/** Pieces of up to so many bytes are remembered when they are no token. */
const REMEMBERED = 32;

/** The same for longer pieces, verified byte by byte. */
class Memory {
  readonly #text = byteText(new Uint8Array(SLOTS * REMEMBERED));
  readonly #sizes = new Uint8Array(SLOTS);
  readonly #counts = new Uint8Array(SLOTS);

  /** The count of a piece; 0 when it is not remembered. */
  find({ view }: ByteText, from: number, size: number, hash: number): number {
    const slot = hash >>> 17;
    if (at(this.#sizes, slot) !== size || !sameBytes(this.#text.view, slot * REMEMBERED, view, from, size)) return 0;
    return at(this.#counts, slot);
  }

  keep({ bytes }: ByteText, from: number, size: number, hash: number, count: number): void {
    const slot = hash >>> 17;
    this.#sizes[slot] = size;
    this.#counts[slot] = count;
    this.#text.bytes.set(bytes.subarray(from, from + size), slot * REMEMBERED);
  }
}

/** A counter over a vocabulary, packed as scripts/vocabulary.ts writes it. */
export function counterOf(encoding: Encoding, packed: Uint8Array): Counter {
  const vocabulary = new Vocabulary(packed);
  const short = new ShortMemory();
  const memory = new Memory();
  const pieceEnd = PIECE_END[encoding];
  const buffer = new TextBuffer();

  function countPiece(text: ByteText, from: number, to: number): number {
    const size = to - from;
    if (size > vocabulary.longest) return mergedLength(text, from, to, vocabulary);
    const hash = hashOf(text.view, from, size);
    if (vocabulary.find(text, from, size, hash) !== NONE) return 1;
    if (size > REMEMBERED) return mergedLength(text, from, to, vocabulary);
    const remembered = memory.find(text, from, size, hash);
    if (remembered > 0) return remembered;
    const count = mergedLength(text, from, to, vocabulary);
    memory.keep(text, from, size, hash, count);
    return count;
  }

  return {
    encoding,
    count(given) {
      const length = buffer.write(given);
      const { text } = buffer;
      let total = 0;
      for (let from = 0; from < length; ) {
        const to = Math.min(pieceEnd(text.bytes, from, length), from + LONGEST_PIECE);
        const begin = from;
        const size = to - from;
        total +=
          size === 1
            ? 1
            : size <= 8
              ? short.count(text, from, size, () => countPiece(text, begin, to))
              : countPiece(text, from, to);
        from = to;
      }
      return total;
    },
  };
}
