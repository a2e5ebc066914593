/** Counters of tokens. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

export type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

/** They are in dist/ with the kernel, beside the bundle; whoever runs from the sources reads them there. */
const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, 'dist');

const loaded = new Map<Encoding, Promise<Counter>>();

/** The kernel's module. From the sources all is counted without, where nothing was built yet. */
export function loadKernel(): Promise<Uint8Array | undefined> {
  return readFile(path.join(FOLDER, 'kernel.wasm')).catch(() => undefined);
}

async function load(encoding: Encoding): Promise<Counter> {
  const [{ counterOf }, { withKernel }, packed, kernel] = await Promise.all([
    import('./tokens/tokenizer/counter.ts'),
    import('./tokens/kernel-counter.ts'),
    readFile(path.join(FOLDER, `${encoding}.tokens`)),
    loadKernel(),
  ]);
  const counter = counterOf(encoding, packed);
  return kernel === undefined ? counter : withKernel(counter, kernel, packed);
}

/** The counter of an encoding; its vocabulary is loaded at the first call. */
export function loadCounter(encoding: Encoding): Promise<Counter> {
  const counter = loaded.get(encoding) ?? load(encoding);
  loaded.set(encoding, counter);
  return counter;
}
