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
import { firstFunctions } from './first-functions.ts';

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

/** Takes four milliseconds to load, and few who import it call it: it is loaded by the first call. */
const CRYPTO = /^(node:)?crypto$/;
const CALLED = ['createHash', 'randomBytes', 'randomUUID', 'timingSafeEqual'];

/** In the place of an import of these names, `{ createHash, join as glued }`, of a module of Node. */
function asked(names: string, module: string): string[] {
  const loaded = `process.getBuiltinModule("${module}")`;
  const pairs = names.split(/[{},]\s*/).flatMap((one) => {
    const [name = '', own = name] = one.trim().split(' as ');
    return name === '' ? [] : [{ name, own }];
  });
  const isLate = ({ name }: { readonly name: string }) => CRYPTO.test(module) && CALLED.includes(name);
  const others = pairs.filter((one) => !isLate(one)).map(({ name, own }) => (name === own ? name : `${name}: ${own}`));
  return [
    ...(others.length === 0 ? [] : [`const { ${others.join(', ')} } = ${loaded};`]),
    ...pairs.filter(isLate).map(({ name, own }) => `const ${own} = (...given) => ${loaded}.${name}(...given);`),
  ];
}

/** The same of a whole module. */
function whole(own: string, module: string): string {
  const loaded = `process.getBuiltinModule("${module}")`;
  return CRYPTO.test(module)
    ? `const ${own} = new Proxy({}, { get: (_, name) => ${loaded}[name] });`
    : `const ${own} = ${loaded};`;
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
      (line, only, namespace, names, module) => {
        if (!isBuiltin(module)) return line;
        const own = [only, namespace].filter((one) => one !== undefined).map((one) => whole(one, module));
        return [...own, ...asked(names ?? '', module)].join(' ');
      },
    ),
};

/** What only tests and pages read of a rule or of a form of rows, and what it is; a start would parse it. */
const UNREAD: Readonly<Record<string, string>> = {
  breaks: 'ArrowFunctionExpression',
  keeps: 'ArrowFunctionExpression',
  examples: 'ArrayExpression',
};
const isMap = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Where such properties stand in a syntax tree, from the first to the last. */
function unread(node: unknown): readonly (readonly [start: number, end: number])[] {
  if (Array.isArray(node)) return node.flatMap(unread);
  if (!isMap(node)) return [];
  const { type, key, value, start, end } = node;
  const kind = type === 'Property' && isMap(key) ? UNREAD[String(key.name)] : undefined;
  if (kind !== undefined && isMap(value) && value.type === kind && typeof start === 'number' && typeof end === 'number')
    return [[start, end]];
  return Object.values(node).flatMap(unread);
}

const withoutExamples: Plugin = {
  name: 'without-examples',
  transform: {
    filter: { id: /src[\\/]dataset[\\/](rules|foreign)[\\/]/ },
    handler(code) {
      const program = this.parse(code, { lang: 'ts' });
      return unread(program).reduceRight((text, [start, end]) => text.slice(0, start) + text.slice(end).replace(/^,/, ''), code);
    },
  },
};

const FACADE = /^export ?\{ ?([^}]*?) ?\} ?from ?["`]([^"`]+)["`];\s*$/;

/** Imports chunks by their own names: one that only hands on another is one more file to resolve. */
const withoutFacades: Plugin = {
  name: 'without-facades',
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    for (const { fileName, code } of chunks) {
      const [, names = '', target = ''] = FACADE.exec(code) ?? [];
      if (target === '') continue;
      const pairs = names.split(/, ?/).map((one) => one.replace(/^(\S+) as (\S+)$/, '$2: chunk.$1'));
      const inner = pairs.map((pair) => (pair.includes(':') ? pair : `${pair}: chunk.${pair}`)).join(', ');
      for (const chunk of chunks)
        for (const quote of ['`', '"'])
          chunk.code = chunk.code.replaceAll(
            `import(${quote}./${fileName}${quote})`,
            `import(${quote}${target}${quote}).then((chunk) => ({ ${inner} }))`,
          );
      delete bundle[fileName];
    }
  },
};

/** What @actions/core starts processes, asks for tokens and composes summaries with. */
const UNUSED = /@actions[\\/](exec|io|http-client|core[\\/]lib[\\/](summary|oidc-utils|platform))\b|^(node:)?child_process$/;

const OUTPUT = {
  format: 'esm',
  codeSplitting: {
    groups: [
      chunkOf('start', 4, ['main.ts'], ['post.ts']),
      chunkOf('main', 3, ['main.ts']),
      // With the models of the default platform, which every check of data there asks for.
      chunkOf('data', 2, ['operations/validate.ts', 'providers/openai/models.ts']),
      chunkOf('job', 2, ['post.ts'], ['operations/create.ts']),
      // By itself, so that whoever needs schemas alone loads no chunk that happens to use them, too.
      { name: 'schemas', priority: 1, test: /[\\/]node_modules[\\/]zod[\\/]/ },
      chunkOf('job-chapter', 1, ['report/job-chapter.ts', 'report/job-log.ts']),
      chunkOf('evaluation-chapter', 1, ['report/evaluation-chapter.ts']),
      chunkOf('server-connection', 1, ['providers/server-connection.ts']),
      chunkOf('find-job', 0, ['operations/create.ts'], ['operations/inspect.ts']),
    ],
  },
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: false, jsdoc: false },
  // What is shorter is parsed sooner. Functions keep their names, which stand in the traces of errors.
  minify: { compress: { keepNames: { function: true, class: true } }, mangle: { keepNames: true }, codegen: true },
} as const satisfies OutputOptions;

/**
 * Makes the chunks, in this folder, or in memory alone without one.
 * @param readable as they were written, for who changes words in them
 */
export async function bundled(folder?: string, readable = false): Promise<readonly OutputChunk[]> {
  const build: RolldownBuild = await rolldown({
    input: { index: 'src/index.ts' },
    platform: 'node',
    tsconfig: false,
    plugins: [withoutExamples, builtinsAsTheyAre, withoutFacades, ...(readable ? [] : [firstFunctions])],
    // What of @actions/core is not used here is left out, with what it loads of Node.
    treeshake: { moduleSideEffects: [{ test: UNUSED, sideEffects: false }] },
  });
  const form = readable ? { ...OUTPUT, minify: false } : OUTPUT;
  const { output } = folder === undefined ? await build.generate(form) : await build.write({ ...form, dir: folder });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** The package that a module belongs to, by its folder: the innermost one below node_modules. */
export function packageFolder(module: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(module)?.[0];
}
