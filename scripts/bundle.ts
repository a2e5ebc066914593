/** The bundle of src/: chunks with the names of what is in them, each module in one of them. */
import { isBuiltin } from 'node:module';
import path from 'node:path';
import {
  type ChunkingContext,
  type CodeSplittingGroup,
  type OutputChunk,
  type OutputOptions,
  type Plugin,
  type RolldownBuild,
  rolldown,
} from 'rolldown';

/** These modules of src/ with all that they import, but for what they import late. */
function closure(roots: readonly string[], graph: ChunkingContext): ReadonlySet<string> {
  const found = new Set<string>();
  const left = roots.map((root) => path.resolve('src', root));
  for (let module = left.pop(); module !== undefined; module = left.pop()) {
    if (found.has(module)) continue;
    found.add(module);
    left.push(...(graph.getModuleInfo(module)?.importedIds ?? []));
  }
  return found;
}

/** What is loaded together in any case is one chunk: all that each of these modules needs at once. */
function chunkOf(name: string, priority: number, ...roots: readonly (readonly string[])[]): CodeSplittingGroup {
  let needed: readonly ReadonlySet<string>[] | undefined;
  return {
    name(module, graph) {
      needed ??= roots.map((those) => closure(those, graph));
      return needed.every((those) => those.has(module)) ? name : undefined;
    },
    debugName: name,
    priority,
  };
}

/**
 * Has modules of Node asked for as they are. An import of one reads all that it exports at once, and much of
 * that is loaded when it is read: `createHash` would bring the whole of WebCrypto.
 */
const builtinsAsTheyAre: Plugin = {
  name: 'builtins-as-they-are',
  renderChunk: (code) =>
    code.replaceAll(
      /^import ([\w$]+)?(?:, )?(?:\* as ([\w$]+)|(\{[^}]*\}))? from "([^"]+)";$/gm,
      (line, whole, namespace, names, module) => {
        if (!isBuiltin(module)) return line;
        const asked = [whole, namespace, names?.replaceAll(' as ', ': ')].filter((one) => one !== undefined);
        return asked.map((one) => `const ${one} = process.getBuiltinModule("${module}");`).join(' ');
      },
    ),
};

const OUTPUT = {
  format: 'esm',
  codeSplitting: {
    groups: [
      chunkOf('start', 3, ['main.ts'], ['post.ts']),
      chunkOf('main', 2, ['main.ts']),
      // Tokens are counted in most checks, if not in all: their counter is imported late.
      chunkOf('data', 1, ['operations/validate.ts', 'dataset/tokens/tokenizer/counter.ts', 'dataset/tokens/kernel-counter.ts']),
    ],
  },
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: false, jsdoc: false },
} as const satisfies OutputOptions;

/** Makes the chunks, in this folder, or in memory alone without one. */
export async function bundled(folder?: string): Promise<readonly OutputChunk[]> {
  const build: RolldownBuild = await rolldown({
    input: { index: 'src/index.ts' },
    platform: 'node',
    tsconfig: false,
    plugins: [builtinsAsTheyAre],
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
