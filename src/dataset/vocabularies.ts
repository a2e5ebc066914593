/** Counters of tokens. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

export type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

/** The vocabularies are in dist/, beside the bundle; whoever runs from the sources reads them there. */
const FOLDER = import.meta.dirname.replace(/src[\\/]dataset$/, 'dist');

const loaded = new Map<Encoding, Promise<Counter>>();

async function load(encoding: Encoding): Promise<Counter> {
  const { counterOf } = await import('./tokens/tokenizer/counter.ts');
  return counterOf(encoding, await readFile(path.join(FOLDER, `${encoding}.tokens`)));
}

/** The counter of an encoding; its vocabulary is loaded at the first call. */
export function loadCounter(encoding: Encoding): Promise<Counter> {
  const counter = loaded.get(encoding) ?? load(encoding);
  loaded.set(encoding, counter);
  return counter;
}
