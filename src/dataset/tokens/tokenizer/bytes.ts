/** UTF-8 text in a buffer that is used again and again. */

/**
 * The byte at an index; 0 beyond the end. One function for one kind of array: that keeps the machine code of
 * each short.
 */
export function at(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

/** The number at an index; 0 beyond the end. */
export function intAt(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}

/** The code point that begins at an index, which must be the first byte of one. */
export function codePointAt(bytes: Uint8Array, index: number): number {
  const first = at(bytes, index);
  if (first < 0x80) return first;
  const second = at(bytes, index + 1) & 0x3f;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = at(bytes, index + 2) & 0x3f;
  if (first < 0xf0) return ((first & 0x0f) << 12) | (second << 6) | third;
  return ((first & 0x07) << 18) | (second << 12) | (third << 6) | (at(bytes, index + 3) & 0x3f);
}

/** How many bytes a code point has, by its first. */
export function widthOf(first: number): number {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

const encoder = new TextEncoder();
/** Words are read past the end of a text, and cut to size then. */
const PADDING = 8;

/** Bytes that can be read four at a time, from any index. */
export interface ByteText {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

function room(size: number): ByteText {
  const bytes = new Uint8Array(size + PADDING);
  return { bytes, view: new DataView(bytes.buffer) };
}

/** A copy of some bytes as a ByteText. */
export function byteText(bytes: Uint8Array): ByteText {
  const text = room(bytes.length);
  text.bytes.set(bytes);
  return text;
}

/**
 * Texts as bytes, one at a time: the buffer of one is overwritten by the next. A lone surrogate becomes
 * U+FFFD, as in any encoder.
 */
export class TextBuffer {
  text: ByteText = room(64 * 1024);

  /** Writes a text and a NUL after it. @returns the number of its bytes */
  write(text: string): number {
    // UTF-8 has at most three bytes for one UTF-16 unit.
    if (text.length * 3 + PADDING > this.text.bytes.length) this.text = room(text.length * 3);
    const { written } = encoder.encodeInto(text, this.text.bytes);
    this.text.bytes[written] = 0;
    return written;
  }
}

/** The first `size` bytes (at most 4) of those at an index, as one number. */
export function wordAt(view: DataView, index: number, size: number): number {
  const word = view.getInt32(index, true);
  return size >= 4 ? word : word & ((1 << (size * 8)) - 1);
}
