/** The files that a glob names. Links to files are files; those to folders are not followed. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { ActionError } from '../errors.ts';
import { MOST_PATTERNS, patternsIn } from '../globs/braces.ts';
import { beginningOf, followed, goesOn, isWhole, type Pattern, type Places, patternsOf } from '../globs/pattern.ts';

/** Where capital and small letters name the same file. */
const FOLDS_CASE = process.platform === 'darwin' || process.platform === 'win32';

const isFileAt = async (file: string) => (await stat(file).catch(() => undefined))?.isFile() ?? false;

/** What a folder holds; nothing where it cannot be read. */
const entriesOf = (folder: string): Promise<readonly Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => []);

/** The files below a folder, of which a path has come to these places of a pattern. */
async function* filesBelow(root: string, folder: string, pattern: Pattern, places: Places): AsyncGenerator<string> {
  for (const entry of await entriesOf(path.resolve(root, folder))) {
    const next = followed(pattern, places, entry.name);
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory() && goesOn(pattern, next)) yield* filesBelow(root, file, pattern, next);
    if (!isWhole(pattern, next)) continue;
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFileAt(path.resolve(root, file))))) yield file;
  }
}

/**
 * Each once, in no order.
 * @throws ActionError where the glob stands for too many patterns
 */
export async function globbed(root: string, glob: string): Promise<ReadonlySet<string>> {
  const many = patternsIn(glob);
  if (many > MOST_PATTERNS)
    throw new ActionError(
      `The glob ${glob.slice(0, 200)} stands for ${Number.isFinite(many) ? many : 'countless'} patterns; at most ${MOST_PATTERNS} are looked for. Give several shorter ones, one a line.`,
    );
  const found = new Set<string>();
  for (const pattern of patternsOf(glob, FOLDS_CASE)) {
    if (pattern.parts.length > 0) {
      for await (const file of filesBelow(root, pattern.base, pattern, beginningOf(pattern))) found.add(file);
    } else if (await isFileAt(path.resolve(root, pattern.base))) found.add(pattern.base);
  }
  return found;
}
