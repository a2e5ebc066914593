/**
 * The calls for files that a step makes at its start, as promises. They are those of node:fs, because
 * node:fs/promises loads what edits lines in a terminal, too: two milliseconds of each start.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';

export const mkdtemp = promisify(fs.mkdtemp);
export const realpath = promisify(fs.realpath.native);
export const stat = promisify(fs.stat);
export const writeFile = promisify(fs.writeFile);

const openFile = promisify(fs.open);
const readBytes = promisify(fs.read<Uint8Array>);
const closeFile = promisify(fs.close);

/** A file that is read, until it is closed. */
export interface OpenFile {
  /**
   * Reads bytes into a buffer, from its beginning.
   * @param position where in the file; without it where the last such reading ended
   */
  read(
    into: Uint8Array,
    length?: number,
    position?: number,
  ): Promise<{ readonly bytesRead: number; readonly buffer: Uint8Array }>;
  close(): Promise<void>;
}

/** Opens a file to read it. */
export async function open(path: string): Promise<OpenFile> {
  const file = await openFile(path, 'r');
  return {
    read: (into, length = into.length, position) => readBytes(file, into, 0, length, position ?? null),
    close: () => closeFile(file),
  };
}
