/** Compiles src/ to lib/ and bundles it to dist/. The dist folder is emptied first: the bundler leaves stale chunks lying. */
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });

for (const folder of ['lib', 'dist']) rmSync(folder, { recursive: true, force: true });
run('tsc', '-p', '.');
run('ncc', 'build', 'lib/index.js', '-o', 'dist', '--license', 'licenses.txt');
// The bundler would take them for text and break their bytes.
for (const encoding of ['o200k_base', 'cl100k_base'])
  for (const folder of ['lib/dataset', 'dist']) cpSync(`src/dataset/${encoding}.tokens`, `${folder}/${encoding}.tokens`);
