/**
 * The calls for files that a step makes at its start. They are those of node:fs, because node:fs/promises
 * loads what edits lines in a terminal, too: two milliseconds of each start. Data is read beside other work;
 * all else is done sooner in this thread than another one would hand over what came of it.
 */
import fs from 'node:fs';
import { promisify } from 'node:util';

export const realpath = async (path: string): Promise<string> => fs.realpathSync.native(path);
export const stat = async (path: string): Promise<fs.Stats> => fs.statSync(path);
/** @returns the folder whose name begins so */
export const mkdtemp = async (beginning: string): Promise<string> => fs.mkdtempSync(beginning);
export const writeFile = async (path: string, text: string): Promise<void> => fs.writeFileSync(path, text);

const readBytes = promisify(fs.read<Uint8Array>);

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
  const file = fs.openSync(path, 'r');
  return {
    read: (into, length = into.length, position) => readBytes(file, into, 0, length, position ?? null),
    close: async () => fs.closeSync(file),
  };
}
