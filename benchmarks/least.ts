/**
 * The least that a step can do which counts the tokens of a file: what its inputs say, the file, its hash, the
 * kernel with its vocabulary, and one output. No library, no check, no report.
 */
import { createHash } from 'node:crypto';
import { appendFile, open, readFile } from 'node:fs/promises';
import path from 'node:path';

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
};

/** Of the kernel. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly vocabularyAt: (size: number) => number;
  readonly start: () => void;
  readonly textAt: (size: number) => number;
  readonly count: (size: number, splitting: number) => number;
}

const { INPUT_TRAINING_FILE = '', GITHUB_WORKSPACE = '', GITHUB_OUTPUT = '' } = process.env;
const data = await readFile(path.join(GITHUB_WORKSPACE, INPUT_TRAINING_FILE));
const sha256 = createHash('sha256').update(data).digest('hex');
const module = new WebAssembly.Module(await readFile(path.join('dist', 'kernel.wasm')));
// The class of every character is asked of it; these are letters all.
const { exports: kernel } = new WebAssembly.Instance(module, { classes: { classify: () => 2 } });
const vocabulary = await open(path.join('dist', 'o200k_base.tokens'));
const { size } = await vocabulary.stat();
const at = kernel.vocabularyAt(size);
await vocabulary.read(new Uint8Array(kernel.memory.buffer, at, size), 0, size, 0);
await vocabulary.close();
kernel.start();
const encoder = new TextEncoder();
let tokens = 0;
for (const line of data.toString('utf8').trimEnd().split('\n')) {
  const { messages }: { messages: { content: string }[] } = JSON.parse(line);
  for (const { content } of messages) {
    const room = content.length * 3;
    const { written } = encoder.encodeInto(content, new Uint8Array(kernel.memory.buffer, kernel.textAt(room), room));
    tokens += kernel.count(written, 1);
  }
}
await appendFile(GITHUB_OUTPUT, `tokens=${tokens}\nsha256=${sha256}\n`);
