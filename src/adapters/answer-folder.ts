/** The folder of kept answers, on the disk. */
import { randomBytes } from 'node:crypto';
import { fstatSync, mkdirSync, openSync, readdirSync, readSync, realpathSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { ActionError } from '../errors.ts';
import type { AnswerFolder } from '../ports.ts';

const ENDING = '.answers.jsonl';
/** In bytes. */
const BLOCK = 4 * 1024 * 1024;

const isInside = (folder: string, file: string) => file === folder || file.startsWith(`${folder}${path.sep}`);

/** The nearest folder above a path that exists, its links resolved. */
function nearest(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return nearest(path.dirname(folder));
  }
}

/** The bytes of a file, block after block in the same memory. */
async function* blocksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const memory = Buffer.allocUnsafe(Math.min(BLOCK, Math.max(1, size)));
    for (;;) {
      const { bytesRead } = await handle.read(memory, 0, memory.length);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/**
 * Opens the folder, which is made where it is not there.
 * @param roots the folders in one of which it must lie
 * @throws ActionError when it lies elsewhere, or cannot be written to
 */
export function answerFolder(given: string, workspace: string, roots: readonly string[]): AnswerFolder {
  const folder = path.resolve(workspace, given);
  const real = nearest(folder);
  if (!roots.some((root) => root !== '' && isInside(nearest(path.resolve(workspace, root)), real)))
    throw new ActionError(
      `Input answers_path is ${JSON.stringify(given)}, which lies outside the workspace and RUNNER_TEMP. Name its folder in the input allow_paths if it is meant.`,
    );
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ActionError(`Input answers_path is ${JSON.stringify(given)}, and no folder can be made there. Give another path.`, {
      cause: error,
    });
  }
  const opened = new Map<string, number>();
  const own = path.join(folder, `${Date.now()}-${randomBytes(4).toString('hex')}${ENDING}`);
  let appending: number | undefined;
  return {
    names: async () =>
      // A link could lead anywhere, or nowhere.
      readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => (entry.isFile() && entry.name.endsWith(ENDING) ? [entry.name] : []))
        .sort(),
    scan: (name) => blocksOf(path.join(folder, name)),
    read(name, offset, length) {
      const file = opened.get(name) ?? openSync(path.join(folder, name), 'r');
      opened.set(name, file);
      const bytes = Buffer.alloc(Math.min(length, fstatSync(file).size - offset));
      readSync(file, bytes, 0, bytes.length, offset);
      return bytes;
    },
    append(text) {
      appending ??= openSync(own, 'a');
      writeFileSync(appending, text);
    },
  };
}
