/**
 * Bytes of one or several files, in one pass and with flat memory: joined as they are uploaded, and in chunks
 * of whole lines to be examined.
 */

/** The bytes of a file in pieces. */
export type Read = (path: string) => AsyncIterable<Uint8Array>;

/**
 * A piece of the joined bytes and the file that it is from; `path` is undefined for a newline that was put
 * between two files.
 */
interface Piece {
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
}

const NEWLINE = 0x0a;
/** A longer line is no row. In bytes. */
export const LONGEST = 32 * 1024 * 1024;
/** A chunk of several lines is not longer, so that few bits say where in it a row is. In bytes. */
const LARGEST = 4 * 1024 * 1024;

async function* pieces(paths: readonly string[], read: Read): AsyncGenerator<Piece> {
  let last: number | undefined = NEWLINE;
  for (const path of paths) {
    let begun = false;
    for await (const bytes of read(path)) {
      if (bytes.length === 0) continue;
      if (!begun && last !== NEWLINE) yield { path: undefined, bytes: Buffer.of(NEWLINE) };
      begun = true;
      last = bytes[bytes.length - 1];
      yield { path, bytes };
    }
  }
}

/**
 * The exact bytes that are uploaded: those of the files in order, and a newline between two files where the
 * first lacks its last.
 * @throws whatever `read` throws
 */
export async function* joinedBytes(paths: readonly string[], read: Read): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces(paths, read)) yield bytes;
}

/** Whole lines of one file. */
export interface Chunk {
  readonly path: string;
  /** Where it begins: in its file, and in the joined bytes. */
  readonly offset: number;
  readonly position: number;
  /**
   * With their newlines, but for the last of a file that has none; undefined for one line that is longer than
   * 32 MiB.
   */
  readonly bytes: Uint8Array | undefined;
}

/**
 * Cuts the pieces of one file at line ends. Only the line that spans two pieces is copied; a chunk holds its
 * bytes only until the next one is asked for.
 */
class Cutter {
  #held: Uint8Array[] = [];
  #size = 0;
  #offset = 0;
  readonly #path: string;
  readonly #position: number;

  constructor(path: string, position: number) {
    this.#path = path;
    this.#position = position;
  }

  #chunk(bytes: Uint8Array | undefined, size: number): Chunk {
    const chunk = { path: this.#path, offset: this.#offset, position: this.#position + this.#offset, bytes };
    this.#offset += size;
    return chunk;
  }

  /** Where the chunk that begins here ends: after as many lines as are taken at once, at least one; or 0. */
  #endIn(bytes: Uint8Array, from: number): number {
    const end = bytes.lastIndexOf(NEWLINE, from + LARGEST - 1) + 1;
    return end > from ? end : bytes.indexOf(NEWLINE, from) + 1;
  }

  #hold(part: Uint8Array): void {
    this.#size += part.length;
    if (this.#size > LONGEST) this.#held = [];
    else this.#held.push(new Uint8Array(part));
  }

  #takeHeld(): Chunk {
    const chunk = this.#chunk(this.#size > LONGEST ? undefined : Buffer.concat(this.#held), this.#size);
    this.#held = [];
    this.#size = 0;
    return chunk;
  }

  *add(bytes: Uint8Array): Generator<Chunk> {
    let from = 0;
    if (this.#size > 0) {
      const end = bytes.indexOf(NEWLINE) + 1;
      this.#hold(end > 0 ? bytes.subarray(0, end) : bytes);
      if (end === 0) return;
      yield this.#takeHeld();
      from = end;
    }
    for (let end = this.#endIn(bytes, from); end > from; from = end, end = this.#endIn(bytes, from))
      yield this.#chunk(end - from > LONGEST ? undefined : bytes.subarray(from, end), end - from);
    if (from < bytes.length) this.#hold(bytes.subarray(from));
  }

  *finish(): Generator<Chunk> {
    if (this.#size > 0) yield this.#takeHeld();
  }
}

/** The lines of the joined files. `onBytes` sees every byte, in order, as `joinedBytes` yields them. */
export async function* chunksOf(
  paths: readonly string[],
  read: Read,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<Chunk> {
  let position = 0;
  let path: string | undefined;
  let cutter: Cutter | undefined;
  for await (const piece of pieces(paths, read)) {
    onBytes(piece.bytes);
    if (piece.path !== undefined && piece.path !== path) {
      if (cutter !== undefined) yield* cutter.finish();
      path = piece.path;
      cutter = new Cutter(path, position);
    }
    position += piece.bytes.length;
    if (piece.path !== undefined && cutter !== undefined) yield* cutter.add(piece.bytes);
  }
  if (cutter !== undefined) yield* cutter.finish();
}
