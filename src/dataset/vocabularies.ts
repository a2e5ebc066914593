/** Counters of tokens. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Counter, Encoding } from './tokens/tokenizer/counter.ts';
import { FOLDER, loadModule } from './web-assembly.ts';

export type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

const loaded = new Map<Encoding, Promise<Counter>>();

async function load(encoding: Encoding): Promise<Counter> {
  const [{ counterOf }, { withKernel }, packed, kernel] = await Promise.all([
    import('./tokens/tokenizer/counter.ts'),
    import('./tokens/kernel-counter.ts'),
    readFile(path.join(FOLDER, `${encoding}.tokens`)),
    loadModule('kernel.wasm'),
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
