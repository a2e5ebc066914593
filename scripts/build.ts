/**
 * Bundles src/ to dist/, which an action's checkout needs alone: chunks with the names of what is in them,
 * each module in one of them, the vocabularies, and the licences of all that was taken in. The same sources
 * and lock file give the same bytes.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { licensesOf } from './licenses.ts';
import { ENCODINGS, vocabularyOf } from './vocabulary.ts';

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const bundle = await rolldown({ input: { index: 'src/index.ts' }, platform: 'node', tsconfig: false });
const { output } = await bundle.write({
  dir: 'dist',
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
  comments: { legal: true, annotation: false, jsdoc: false },
});
await bundle.close();
const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
writeFileSync('dist/licenses.txt', licensesOf(modules));
writeFileSync('dist/package.json', '{\n  "type": "module"\n}\n');
for (const encoding of ENCODINGS) writeFileSync(`dist/${encoding}.tokens`, vocabularyOf(encoding));
