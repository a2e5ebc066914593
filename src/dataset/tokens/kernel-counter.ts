/** Counting by the kernel with a vocabulary that is shipped. */
import { countBy, kernelOf } from './kernel-module.ts';
import type { Counter, Encoding } from './tokenizer/counter.ts';

/** A vocabulary, as scripts/vocabulary.ts writes it. */
export interface PackedVocabulary {
  readonly size: number;
  /** Writes all of it to where it is needed. */
  readonly writeTo: (room: Uint8Array) => void;
}

/**
 * A counter by the kernel where it can run.
 * @param module kernel.wasm
 * @param plain the same counter without it, made where it is needed
 */
export function withKernel(encoding: Encoding, module: Uint8Array, packed: PackedVocabulary, plain: () => Counter): Counter {
  const kernel = kernelOf(module);
  if (kernel === undefined) return plain();
  const vocabularyAt = kernel.vocabularyAt(packed.size);
  packed.writeTo(new Uint8Array(kernel.memory.buffer, vocabularyAt, packed.size));
  kernel.start();
  return { encoding, count: countBy(kernel, encoding) };
}
