/** Counters of tokens. */
import { closeSync, openSync, read, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type PackedVocabulary, withKernel } from './tokens/kernel-counter.ts';
import type { Counter, Encoding } from './tokens/tokenizer/counter.ts';
import { FOLDER, loadModule } from './web-assembly.ts';

export type { Counter, Encoding } from './tokens/tokenizer/counter.ts';

const loaded = new Map<Encoding, Promise<Counter>>();

const readBytes = promisify(read<Uint8Array>);

/**
 * A file that is read right to where it is needed: a copy on the way would take as long again. It is read
 * beside other work, because three megabytes take some milliseconds.
 */
function inFile(file: string): PackedVocabulary {
  const { size } = statSync(file);
  return {
    size,
    async writeTo(room) {
      const descriptor = openSync(file, 'r');
      try {
        for (let done = 0, more = -1; done < size && more !== 0; done += more)
          more = (await readBytes(descriptor, room, done, size - done, done)).bytesRead;
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

async function load(encoding: Encoding): Promise<Counter> {
  const file = path.join(FOLDER, `${encoding}.tokens`);
  const kernel = loadModule('kernel.wasm');
  const fast = kernel === undefined ? undefined : await withKernel(encoding, kernel, inFile(file));
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
