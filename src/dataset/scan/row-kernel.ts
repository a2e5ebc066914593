/**
 * The kernel that reads rows, from outside: chunks that go into its memory, and what it knows of their lines.
 */
import * as z from 'zod/mini';
import type { MethodType } from '../formats/messages.ts';
import type { ContentHash } from '../likeness/packed-rows.ts';
import { exported, exportsOf, loadModule, memory } from '../web-assembly.ts';

/** What kernel/kernel.ts exports. */
const Kernel = z.object({
  memory,
  start: exported<() => void>(),
  chunkAt: exported<(size: number) => number>(),
  readLines: exported<() => number>(),
  hash: exported<(begin: number) => void>(),
  hashOfWhole: exported<() => number>(),
  hashOfPrompt: exported<() => number>(),
});
type Kernel = z.infer<typeof Kernel>;

/**
 * The fields of a line, each a number of 32 bits, as kernel/layout.ts has them; places are within the chunk.
 */
export const FIELD = { begin: 0, end: 1, state: 2, whole: 3, wholeMore: 4, prompt: 5, promptMore: 6 } as const;
export const FIELDS = 8;
const RECORDS = 4096;
const MOST = 1024;

/** What is known of a line; 0: that it has to be looked at. */
export const LINE = { plain: 1, secret: 2, other: 4, keyless: 8 } as const;

/** A longer chunk is one line. In bytes. */
export const LONGEST_CHUNK = 4 * 1024 * 1024;

/** An instance of the kernel, which holds one chunk at a time. */
export class RowKernel {
  readonly #kernel: Kernel;
  /** All of its memory, and the lines that were read last. */
  #bytes = new Uint8Array(0);
  lines = new Int32Array(0);

  private constructor(kernel: Kernel) {
    this.#kernel = kernel;
    kernel.start();
  }

  /** Undefined where the engine runs none. */
  static of(module: Uint8Array): RowKernel | undefined {
    const kernel = exportsOf(Kernel, module);
    return kernel === undefined ? undefined : new RowKernel(kernel);
  }

  /** Takes a chunk, whose lines come next. It is UTF-8, and no longer than LONGEST_CHUNK. */
  take(chunk: Uint8Array): void {
    const at = this.#kernel.chunkAt(chunk.length);
    const { buffer } = this.#kernel.memory;
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = new Uint8Array(buffer);
      this.lines = new Int32Array(buffer, RECORDS, MOST * FIELDS);
    }
    this.#bytes.set(chunk, at);
  }

  /** Reads the lines that come next into `lines`. @returns how many; 0 when there are no more */
  read(): number {
    return this.#kernel.readLines();
  }

  /** The hash of what a plain row of ASCII alone says, which begins here in the chunk. */
  hash(begin: number): ContentHash {
    this.#kernel.hash(begin);
    return { whole: this.#kernel.hashOfWhole(), prompt: this.#kernel.hashOfPrompt() };
  }
}

/** The kernel for rows of a method; undefined where it knows none of them, or the engine runs none. */
export async function loadRowKernel(method: MethodType): Promise<RowKernel | undefined> {
  const module = method === 'supervised' ? await loadModule('rows.wasm') : undefined;
  return module === undefined ? undefined : RowKernel.of(module);
}
