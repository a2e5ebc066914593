/**
 * What the lines of `training_file` and `validation_file` name: files of the workspace, or one file that the
 * provider already has.
 */
import { ActionError } from '../errors.ts';
import type { Files } from '../ports.ts';

export type Source = { readonly kind: 'paths'; readonly paths: readonly string[] } | { readonly kind: 'id'; readonly id: string };

const MAGIC = /[*?[\]{}!]/;
/** An ID has no dot and no slash; a data file has one of them. */
const ID = /^[A-Za-z0-9][A-Za-z0-9_:-]{3,}$/;

/** Each file once, by its first path, though a line may name it in other words or through a link. */
async function once(input: string, paths: readonly string[], files: Files, warn: (text: string) => void): Promise<string[]> {
  const first = new Map<string, string>();
  for (const path of new Set(paths)) {
    const identity = await files.identity(path);
    const before = first.get(identity);
    if (before === undefined) first.set(identity, path);
    else warn(`Input ${input} names one file twice, as ${before} and as ${path}; it is taken once.`);
  }
  return [...first.values()];
}

/**
 * Finds what the lines name. An existing path wins over a glob, a glob over an ID.
 * @param warn hears of a file that is named twice
 * @returns undefined for no lines
 * @throws ActionError when a line names nothing, or paths and IDs are mixed
 */
export async function sourceOf(
  input: string,
  lines: readonly string[],
  files: Files,
  warn: (text: string) => void = () => undefined,
): Promise<Source | undefined> {
  if (lines.length === 0) return undefined;
  const found = await Promise.all(lines.map((line) => resolve(input, line, files)));
  const ids = found.flatMap((source) => (source.kind === 'id' ? [source.id] : []));
  const paths = found.flatMap((source) => (source.kind === 'paths' ? source.paths : []));
  const [id] = ids;
  if (id === undefined) return { kind: 'paths', paths: await once(input, paths, files, warn) };
  if (paths.length > 0)
    throw new ActionError(`Input ${input} mixes the path ${paths[0]} with the ID ${id}. Give paths and globs only, or one ID.`);
  if (ids.length > 1)
    throw new ActionError(
      `Input ${input} names ${ids.length} file IDs (${ids.slice(0, 3).join(', ')}); the API takes one file. Give one ID.`,
    );
  return { kind: 'id', id };
}

/**
 * What is there where a path was meant in other words: with the other slash, in other letters, or several on
 * one line.
 */
async function meant(line: string, files: Files): Promise<string | undefined> {
  const slashed = line.replaceAll('\\', '/');
  if (slashed !== line)
    return `Paths are written with / on every system: ${slashed}${(await files.exists(slashed)) ? '' : ' (which is not there either)'}.`;
  const parts = line.split(/[,;]\s*/).filter((part) => part !== '');
  if (parts.length > 1) return `Give one path a line: ${parts.join(' and ')} each on its own.`;
  const folder = line.replace(/[^/]*$/, '');
  const twin = (await files.glob(`${folder}*`)).find((other) => other !== line && other.toLowerCase() === line.toLowerCase());
  return twin === undefined ? undefined : `Did you mean ${twin}? Capital and small letters differ.`;
}

async function resolve(input: string, line: string, files: Files): Promise<Source> {
  if (await files.exists(line)) return { kind: 'paths', paths: [line] };
  if (MAGIC.test(line)) {
    const paths = await files.glob(line);
    if (paths.length > 0) return { kind: 'paths', paths };
    const advice = line.includes('\\') ? await meant(line, files) : 'Check the pattern, and that the data is checked out.';
    throw new ActionError(`Input ${input}: no file matches the glob ${line}. ${advice}`);
  }
  if ((await files.glob(`${line.replace(/\/+$/, '')}/*`)).length > 0)
    throw new ActionError(
      `Input ${input}: ${line} is a folder. Give its files, for example ${line.replace(/\/+$/, '')}/*.jsonl.`,
    );
  if (ID.test(line)) return { kind: 'id', id: line };
  const advice = await meant(line, files);
  if (advice !== undefined) throw new ActionError(`Input ${input}: there is no file ${line}. ${advice}`);
  throw new ActionError(
    `Input ${input}: there is no file ${line}. Paths are relative to the workspace; check its spelling, and that the repository is checked out (actions/checkout in a workflow).`,
  );
}
