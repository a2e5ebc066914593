/** Counters of tokens. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { type PackedVocabulary, withKernel } from './tokens/kernel-counter.ts';
import type { Counter, Encoding } from './tokens/tokenizer/counter.ts';
import { FOLDER, loadModule } from './web-assembly.ts';

export type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

const loaded = new Map<Encoding, Promise<Counter>>();

/** A file that is read right to where it is needed: a copy on the way would take as long again. */
function inFile(file: string): PackedVocabulary {
  const { size } = statSync(file);
  return {
    size,
    writeTo(room) {
      const descriptor = openSync(file, 'r');
      try {
        for (let read = 0, more = -1; read < size && more !== 0; read += more)
          more = readSync(descriptor, room, read, size - read, read);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

async function load(encoding: Encoding): Promise<Counter> {
  const file = path.join(FOLDER, `${encoding}.tokens`);
  const kernel = loadModule('kernel.wasm');
  const fast = kernel === undefined ? undefined : withKernel(encoding, kernel, inFile(file));
  if (fast !== undefined) return fast;
  const { counterOf } = await import('./tokens/tokenizer/counter.ts');
  return counterOf(encoding, readFileSync(file));
}

/** The counter of an encoding; its vocabulary is loaded at the first call. */
export function loadCounter(encoding: Encoding): Promise<Counter> {
  const counter = loaded.get(encoding) ?? load(encoding);
  loaded.set(encoding, counter);
  return counter;
}
