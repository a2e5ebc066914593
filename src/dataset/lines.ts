/** Bytes of one or several files to lines, in one pass and with flat memory. */

export type Read = (path: string) => AsyncIterable<Uint8Array>;

/** A piece of the joined bytes and the file that it is from; `path` is undefined for a newline that was put between two files. */
interface Piece {
  readonly path: string | undefined;
  readonly bytes: Uint8Array;
}

const NEWLINE = 0x0a;
const LONGEST = 32 * 1024 * 1024;

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
 * The exact bytes that are uploaded: those of the files in order, and a newline between two files where the first lacks its last.
 * @throws whatever `read` throws
 */
export async function* joinedBytes(paths: readonly string[], read: Read): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of pieces(paths, read)) yield bytes;
}

export interface Line {
  readonly path: string;
  /** Counts from 1 within its file. */
  readonly number: number;
  /** Without its newline; undefined when it is longer than 32 MiB. */
  readonly bytes: Buffer | undefined;
}

/** The lines of the joined files. `onBytes` sees every byte, in order, as `joinedBytes` yields them. */
export async function* linesOf(paths: readonly string[], read: Read, onBytes: (bytes: Uint8Array) => void): AsyncGenerator<Line> {
  let path = paths[0] ?? '';
  let number = 0;
  let held: Buffer[] = [];
  let size = 0;
  const take = (): Line => {
    number += 1;
    const bytes = size > LONGEST ? undefined : held.length === 1 ? held[0] : Buffer.concat(held);
    held = [];
    size = 0;
    return { path, number, bytes };
  };
  const hold = (part: Buffer) => {
    size += part.length;
    if (size > LONGEST) held = [];
    else held.push(part);
  };
  for await (const piece of pieces(paths, read)) {
    onBytes(piece.bytes);
    if (piece.path === undefined) {
      yield take();
      continue;
    }
    if (piece.path !== path) {
      path = piece.path;
      number = 0;
    }
    const bytes = Buffer.from(piece.bytes.buffer, piece.bytes.byteOffset, piece.bytes.byteLength);
    let from = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, from)) {
      hold(bytes.subarray(from, end));
      yield take();
      from = end + 1;
    }
    if (from < bytes.length) hold(bytes.subarray(from));
  }
  if (size > 0) yield take();
}
