/** Counting by the kernel: texts go into its memory one at a time, each over the last. */
import * as z from 'zod/mini';
import { classOf } from './tokenizer/classes.ts';
import type { Counter, Encoding } from './tokenizer/counter.ts';

/** Missing where the engine was started without it. */
declare const WebAssembly:
  | {
      readonly Module: new (bytes: Uint8Array) => object;
      readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
    }
  | undefined;

const isFunction = (value: unknown) => typeof value === 'function';
const isMemory = (value: unknown) => typeof value === 'object' && value !== null && 'buffer' in value;

/** What kernel/kernel.ts exports. */
const Kernel = z.object({
  memory: z.custom<{ readonly buffer: ArrayBuffer }>(isMemory),
  vocabularyAt: z.custom<(size: number) => number>(isFunction),
  start: z.custom<() => void>(isFunction),
  textAt: z.custom<(size: number) => number>(isFunction),
  count: z.custom<(size: number, splitting: number) => number>(isFunction),
});
type Kernel = z.infer<typeof Kernel>;

/** The numbers by which the kernel knows how text is cut. */
const SPLITTING: Readonly<Record<Encoding, number>> = { cl100k_base: 0, o200k_base: 1 };

/** Up to so many UTF-16 units the bytes of a text are not counted before there is room for them. */
const FEW = 1 << 20;

/** The kernel's own instance; undefined where the engine runs none. */
function kernelOf(module: Uint8Array): Kernel | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module), { classes: { classify: classOf } });
    return Kernel.parse(exports);
  } catch {
    // An old processor has not all of its instructions.
    return undefined;
  }
}

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
  const splitting = SPLITTING[encoding];
  const encoder = new TextEncoder();
  let room = new Uint8Array(0);
  return {
    encoding,
    count(text) {
      // UTF-8 has at most three bytes for one UTF-16 unit.
      const most = text.length <= FEW ? text.length * 3 : Buffer.byteLength(text);
      // Memory that grew is another buffer.
      if (most > room.length) {
        const at = kernel.textAt(Math.max(most, FEW));
        room = new Uint8Array(kernel.memory.buffer, at, Math.max(most, FEW));
      }
      const tokens = kernel.count(encoder.encodeInto(text, room).written, splitting);
      return tokens < 0 ? counter.count(text) : tokens;
    },
  };
}
