/** What the lines of `training_file` and `validation_file` name: files of the workspace, or one file that the provider already has. */
import { ActionError } from '../errors.ts';
import type { Files } from '../ports.ts';

export type Source = { readonly kind: 'paths'; readonly paths: readonly string[] } | { readonly kind: 'id'; readonly id: string };

const MAGIC = /[*?[\]{}!]/;
/** An ID has no dot and no slash; a data file has one of them. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_:-]{3,}$/;

/**
 * Finds what the lines name. An existing path wins over a glob, a glob over an ID.
 * @returns undefined for no lines
 * @throws ActionError when a line names nothing, or paths and IDs are mixed
 */
export async function sourceOf(input: string, lines: readonly string[], files: Files): Promise<Source | undefined> {
  if (lines.length === 0) return undefined;
  const found = await Promise.all(lines.map((line) => resolve(input, line, files)));
  const ids = found.flatMap((source) => (source.kind === 'id' ? [source.id] : []));
  const paths = found.flatMap((source) => (source.kind === 'paths' ? source.paths : []));
  const [id] = ids;
  if (id === undefined) return { kind: 'paths', paths: [...new Set(paths)] };
  if (paths.length > 0)
    throw new ActionError(`Input ${input} mixes the path ${paths[0]} with the ID ${id}. Give paths and globs only, or one ID.`);
  if (ids.length > 1)
    throw new ActionError(
      `Input ${input} names ${ids.length} file IDs (${ids.slice(0, 3).join(', ')}); the API takes one file. Give one ID.`,
    );
  return { kind: 'id', id };
}

async function resolve(input: string, line: string, files: Files): Promise<Source> {
  if (await files.exists(line)) return { kind: 'paths', paths: [line] };
  if (MAGIC.test(line)) {
    const paths = await files.glob(line);
    if (paths.length > 0) return { kind: 'paths', paths };
    throw new ActionError(
      `Input ${input}: no file matches the glob ${line}. Check the pattern, and that the data is checked out.`,
    );
  }
  if ((await files.glob(`${line.replace(/\/+$/, '')}/*`)).length > 0)
    throw new ActionError(
      `Input ${input}: ${line} is a folder. Give its files, for example ${line.replace(/\/+$/, '')}/*.jsonl.`,
    );
  if (ID.test(line)) return { kind: 'id', id: line };
  throw new ActionError(
    `Input ${input}: there is no file ${line}. Paths are relative to the workspace; check its spelling, and that actions/checkout ran before.`,
  );
}
