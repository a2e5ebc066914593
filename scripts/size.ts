/**
 * What the bundle is made of: the bytes of each package in it, and what a run loads by what it does. Exits 1
 * when a sum is above its budget, so that weight is taken on knowingly.
 */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { OutputChunk } from 'rolldown';
import { bundled, packageFolder } from './bundle.ts';

const kB = (bytes: number) => `${Math.ceil(bytes / 1000).toLocaleString('en-US')} kB`;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const chunks = await bundled();
const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));

/** A chunk and all that it imports at its start. */
function loaded(fileNames: readonly string[], seen = new Set<string>()): Set<string> {
  for (const name of fileNames) {
    if (seen.has(name)) continue;
    seen.add(name);
    loaded(byFile.get(name)?.imports ?? [], seen);
  }
  return seen;
}

/** The chunk that holds this module of src/. */
function holding(module: string): OutputChunk {
  const found = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(path.join('src', module))));
  if (found === undefined) throw new Error(`No chunk holds src/${module}.`);
  return found;
}

const bytesOf = (names: Iterable<string>) => sum([...names].map((name) => Buffer.byteLength(byFile.get(name)?.code ?? '')));
const run = (...modules: string[]) => bytesOf(loaded(modules.map((module) => holding(module).fileName)));

function packages(): readonly (readonly [name: string, bytes: number])[] {
  const sizes = new Map<string, number>();
  for (const [id, { renderedLength }] of chunks.flatMap((chunk) => Object.entries(chunk.modules))) {
    const name =
      packageFolder(id)
        ?.replace(/^.*node_modules[\\/]/, '')
        .replaceAll('\\', '/') ?? 'this project';
    sizes.set(name, (sizes.get(name) ?? 0) + renderedLength);
  }
  return [...sizes].sort((a, b) => b[1] - a[1]);
}

/** In kB, with some air: what is above it is to be found out, or granted here. */
const BUDGETS = [
  ['the whole of dist/', sum(readdirSync('dist').map((name) => statSync(path.join('dist', name)).size)), 10_500],
  ['its code', bytesOf(byFile.keys()), 4_200],
  ['start of any run', run('index.ts', 'main.ts'), 115],
  ['the post step', run('index.ts', 'post.ts'), 95],
  ['validate', run('index.ts', 'main.ts', path.join('operations', 'validate.ts')), 250],
  ['create, up to the client', run('index.ts', 'main.ts', path.join('operations', 'create.ts')), 350],
] as const;

console.log('Packages in the code, in source bytes');
const SMALL = 5_000;
for (const [name, bytes] of packages().filter(([, bytes]) => bytes >= SMALL)) console.log(`${kB(bytes).padStart(12)}  ${name}`);
const small = packages().filter(([, bytes]) => bytes < SMALL);
console.log(`${kB(sum(small.map(([, bytes]) => bytes))).padStart(12)}  ${small.length} more, each under ${kB(SMALL)}`);
console.log('\nWhat is loaded, against its budget');
for (const [name, bytes, budget] of BUDGETS)
  console.log(
    `${kB(bytes).padStart(12)}  of ${budget.toLocaleString('en-US')} kB: ${name}${bytes > budget * 1000 ? '  TOO LARGE' : ''}`,
  );
if (BUDGETS.some(([, bytes, budget]) => bytes > budget * 1000)) process.exitCode = 1;
