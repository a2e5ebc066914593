/** Counters of tokens. The vocabularies lie beside this file, and beside the bundle. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

export type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

const loaded = new Map<Encoding, Promise<Counter>>();

async function load(encoding: Encoding): Promise<Counter> {
  const { counterOf } = await import('./tokens/tokenizer/counter.ts');
  // Written by scripts/vocabulary.ts; the build puts it beside the bundle, too.
  return counterOf(encoding, await readFile(path.join(import.meta.dirname, `${encoding}.tokens`)));
}

/** The counter of an encoding; its vocabulary is loaded at the first call. */
export function loadCounter(encoding: Encoding): Promise<Counter> {
  const counter = loaded.get(encoding) ?? load(encoding);
  loaded.set(encoding, counter);
  return counter;
}
