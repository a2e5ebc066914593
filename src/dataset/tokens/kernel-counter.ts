/** Counting by the kernel with a vocabulary that is shipped. */
import { countBy, kernelOf } from './kernel-module.ts';
import type { Counter } from './tokenizer/counter.ts';

/**
 * The same counter, by the kernel where it can run. It has its own copy of the vocabulary.
 * @param module kernel.wasm
 * @param packed the vocabulary, as scripts/vocabulary.ts writes it
 */
export function withKernel(counter: Counter, module: Uint8Array, packed: Uint8Array): Counter {
  const kernel = kernelOf(module);
  if (kernel === undefined) return counter;
  const { encoding } = counter;
  const vocabularyAt = kernel.vocabularyAt(packed.length);
  new Uint8Array(kernel.memory.buffer).set(packed, vocabularyAt);
  kernel.start();
  return { encoding, count: countBy(kernel, encoding, counter.count) };
}
