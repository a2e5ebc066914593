/** The licences of what the bundle takes from others. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { packageFolder } from './bundle.ts';

const Manifest = z.object({ name: z.string(), version: z.string(), license: z.optional(z.string()) });

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify,
merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished
to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The package on npm has the ranks, and not the notice that they are under. */
const VOCABULARIES = `tiktoken: the vocabularies o200k_base.tokens and cl100k_base.tokens
MIT
MIT License

Copyright (c) 2025 OpenAI, Shantanu Jain

${MIT}`;

function entryOf(folder: string): string {
  const { name, version, license } = Manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return [`${name} ${version}`, license ?? 'see below', ...texts].join('\n');
}

/**
 * The text of licenses.txt.
 * @param modules the paths of the modules in the bundle; the bundler's own runtime has none, and is in it too
 */
export function licensesOf(modules: readonly string[]): string {
  const folders = new Set(modules.map(packageFolder).filter((folder) => folder !== undefined));
  folders.add(path.join('node_modules', 'rolldown'));
  const entries = new Set([...folders].map(entryOf));
  return `${[...entries, VOCABULARIES].sort().join('\n\n----\n\n')}\n`;
}
