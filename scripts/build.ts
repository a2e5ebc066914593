/**
 * Bundles src/ to dist/, which an action's checkout needs alone: the chunks, the kernels, the vocabularies,
 * and the licences of all that was taken in. The same sources and lock file give the same bytes.
 */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { bundled } from './bundle.ts';
import { writeKernel } from './kernel.ts';
import { licensesOf } from './licenses.ts';
import { ENCODINGS, vocabularyOf } from './vocabulary.ts';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const chunks = await bundled('dist');
// A command line starts it by its name.
chmodSync('dist/index.js', 0o755);
writeFileSync('dist/licenses.txt', licensesOf(chunks.flatMap(({ moduleIds }) => moduleIds)));
writeFileSync('dist/package.json', '{\n  "type": "module"\n}\n');
for (const name of ['kernel.wasm', 'rows.wasm'] as const) writeKernel(`dist/${name}`, name);
for (const encoding of ENCODINGS) writeFileSync(`dist/${encoding}.tokens`, vocabularyOf(encoding));
