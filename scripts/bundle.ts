/** The bundle of src/: chunks with the names of what is in them, each module in one of them. */
import { type OutputChunk, type RolldownBuild, rolldown } from 'rolldown';

const OUTPUT = {
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: false, jsdoc: false },
} as const;

/** Makes the chunks, in this folder, or in memory alone without one. */
export async function bundled(folder?: string): Promise<readonly OutputChunk[]> {
  const build: RolldownBuild = await rolldown({
    input: { index: 'src/index.ts' },
    platform: 'node',
    tsconfig: false,
    // What @actions/core starts processes with is not used here: left out, with what it loads of Node.
    treeshake: { moduleSideEffects: [{ test: /@actions[\\/](exec|io)[\\/]|^(node:)?child_process$/, sideEffects: false }] },
  });
  const { output } = folder === undefined ? await build.generate(OUTPUT) : await build.write({ ...OUTPUT, dir: folder });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** The package that a module belongs to, by its folder: the innermost one below node_modules. */
export function packageFolder(module: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0];
}
