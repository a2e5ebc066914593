/**
 * Where a file of the workspace stands in the repository: one form for annotations, SARIF and links, which
 * GitHub shows on the right line only by this very path.
 */
import path from 'node:path';
import type { Dataset } from '../dataset/dataset.ts';
import type { World } from '../run/step.ts';

/**
 * A line of an input as a `/`-path in the repository that is checked out at `root`; undefined where it leads
 * out of it. Pure.
 */
export function repositoryPath(line: string, workspace: string, root = workspace): string | undefined {
  const relative = path.relative(root, path.resolve(workspace, line));
  const outside = relative === '' || relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return outside ? undefined : relative.split(path.sep).join('/');
}

/**
 * Where the checkout begins that holds a file: the workspace, or a folder in it, as `path` of
 * actions/checkout names it.
 */
export async function checkoutOf({ files, runner }: Pick<World, 'files' | 'runner'>, file: string): Promise<string> {
  const { workspace } = runner.context;
  let folder = path.dirname(path.resolve(workspace, file));
  while (repositoryPath(folder, workspace) !== undefined) {
    if (await files.exists(path.join(folder, '.git', 'HEAD'))) return folder;
    folder = path.dirname(folder);
  }
  return workspace;
}

/**
 * The files of the data by the path as it was written; one that stands outside of any checkout is left out.
 */
export async function repositoryPaths(
  world: Pick<World, 'files' | 'runner'>,
  datasets: readonly Dataset[],
): Promise<ReadonlyMap<string, string>> {
  const { workspace } = world.runner.context;
  const roots = new Map<string, Promise<string>>();
  const found = await Promise.all(
    [...new Set(datasets.flatMap(({ paths }) => paths))].map(async (file) => {
      const folder = path.dirname(file);
      const root = roots.get(folder) ?? checkoutOf(world, file);
      roots.set(folder, root);
      return [file, repositoryPath(file, workspace, await root)] as const;
    }),
  );
  return new Map(found.flatMap(([file, place]) => (place === undefined ? [] : [[file, place] as const])));
}
