/** Counting by the kernel with a vocabulary that is shipped. */
import { countBy, kernelOf } from './kernel-module.ts';
import type { Counter, Encoding } from './tokenizer/counter.ts';

/** A vocabulary, as scripts/vocabulary.ts writes it. */
export interface PackedVocabulary {
  readonly size: number;
  /** Writes all of it to where it is needed. */
  readonly writeTo: (room: Uint8Array) => Promise<void>;
}

/**
 * A counter by the kernel; undefined where it cannot run.
 * @param module kernel.wasm
 */
export async function withKernel(encoding: Encoding, module: Uint8Array, packed: PackedVocabulary): Promise<Counter | undefined> {
  const kernel = kernelOf(module);
  if (kernel === undefined) return undefined;
  const vocabularyAt = kernel.vocabularyAt(packed.size);
  await packed.writeTo(new Uint8Array(kernel.memory.buffer, vocabularyAt, packed.size));
  kernel.start();
  return { encoding, count: countBy(kernel, encoding) };
}
