/**
 * Which files of the version before are the data of now: those that the same lines name there, or one that
 * had another name.
 */
import path from 'node:path';
import type { Dataset } from '../dataset/dataset.ts';
import { diffData, type Version } from '../dataset/diff/diff.ts';
import { namesPath, patternsOf } from '../globs/pattern.ts';
import type { BaseFile, BaseVersion, Files } from '../ports.ts';
import type { World } from '../run/step.ts';
import { checkoutOf, repositoryPath } from '../stages/repository-path.ts';

const MAGIC = /[*?[\]{}!]/;
/** So many files that are gone are looked at for one that was renamed. */
const RENAMED = 5;
/** A file that differs more in size shares too few rows to be the same. */
const ALIKE = 4;
/** A Git LFS pointer is smaller than this. In bytes. */
const POINTER = 1024;

/** Copies of files as they were. */
export interface BaseFiles {
  readonly copies: readonly string[];
  /** The name that the one file had, where it is another one now. */
  readonly renamed: string | undefined;
}

/**
 * The files of the repository that some lines name, as they name those of the workspace: line by line, a path
 * before a glob, each once. Pure.
 */
export function namedFiles(
  lines: readonly string[],
  workspace: string,
  all: readonly BaseFile[],
  root = workspace,
): readonly string[] {
  const found = lines.flatMap((line) => {
    const pattern = repositoryPath(line, workspace, root);
    if (pattern === undefined) return [];
    if (all.some((file) => file.path === pattern)) return [pattern];
    const patterns = MAGIC.test(pattern) ? patternsOf(pattern) : [];
    return all.flatMap((file) => (patterns.some((one) => namesPath(one, file.path)) ? [file.path] : []));
  });
  return [...new Set(found)];
}

/** Files that can be read again, as a version of the data. */
export function versionOf(files: Files, paths: readonly string[]): Version {
  return {
    paths,
    read: (file) => files.scan(file),
    readRange: files.ranges(),
  };
}

/** A file that is gone and holds at least half of the rows of now. */
async function renamedFile(
  { files, signal }: World,
  dataset: Dataset,
  base: BaseVersion,
  all: readonly BaseFile[],
  root: string,
): Promise<BaseFiles | undefined> {
  const far = ({ bytes = dataset.bytes }: BaseFile) => Math.abs(Math.log((bytes + 1) / (dataset.bytes + 1)));
  const likely = all.filter((file) => /\.jsonl$/i.test(file.path) && far(file) <= Math.log(ALIKE));
  const gone: string[] = [];
  for (const file of likely.toSorted((left, right) => far(left) - far(right))) {
    if (gone.length === RENAMED) break;
    if (!(await files.exists(path.join(root, file.path)))) gone.push(file.path);
  }
  for (const file of gone) {
    const copy = await base.copy(file);
    const { kept, moved } = await diffData(versionOf(files, [copy]), versionOf(files, dataset.paths), signal);
    if (kept + moved > 0 && (kept + moved) * 2 >= dataset.rows) return { copies: [copy], renamed: file };
  }
  return undefined;
}

/**
 * Copies the version before of a dataset.
 * @returns undefined where there was none
 * @throws whatever reading the version before throws
 */
export async function filesBefore(world: World, dataset: Dataset, base: BaseVersion): Promise<BaseFiles | undefined> {
  const all = await base.files();
  const root = await checkoutOf(world, dataset.paths[0] ?? '');
  const named = namedFiles(world.inputs[dataset.role], world.runner.context.workspace, all, root);
  if (named.length === 0) return renamedFile(world, dataset, base, all, root);
  const copies: string[] = [];
  for (const file of named) copies.push(await base.copy(file));
  return { copies, renamed: undefined };
}

/** The hash of the content that a Git LFS pointer stands for; undefined for a file that is none. */
export async function pointsTo(files: Files, copy: string): Promise<string | undefined> {
  if ((await files.size(copy)) > POINTER) return undefined;
  const text = await files.readText(copy);
  return text.startsWith('version https://git-lfs.github.com/spec/')
    ? (/^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1] ?? '')
    : undefined;
}
