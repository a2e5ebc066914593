/** The kernel from outside: an instance, and texts that go into its memory, each over the last. */
import { type Exports, exported, exportsOf, memory } from '../web-assembly.ts';
import { classOf } from './tokenizer/classes.ts';

/** What kernel/kernel.ts exports. */
const KERNEL = {
  memory,
  vocabularyAt: exported<(size: number) => number>(),
  start: exported<() => void>(),
  startGiven: exported<(size: number, pairs: number) => void>(),
  giveByte: exported<(byte: number, token: number) => void>(),
  givePair: exported<(left: number, right: number, rank: number, token: number) => void>(),
  giveToken: exported<(size: number) => void>(),
  textAt: exported<(size: number) => number>(),
  count: exported<(size: number, splitting: number) => number>(),
};
export type Kernel = Exports<typeof KERNEL>;

/** The numbers by which the kernel knows how text is cut. */
export const SPLITTING = { cl100k_base: 0, o200k_base: 1, gpt2: 2, 'single figures': 3 } as const;
export type Splitting = keyof typeof SPLITTING;

/** Up to so many UTF-16 units the bytes of a text are not counted before there is room for them. */
const FEW = 1 << 20;

/** An instance of its own; undefined where the engine runs none. */
export function kernelOf(module: Uint8Array): Kernel | undefined {
  return exportsOf(KERNEL, module, { classes: { classify: classOf } });
}

/** Writes texts as UTF-8 to where the kernel counts them. @returns the number of bytes */
export function writerTo(kernel: Kernel): (text: string) => number {
  const encoder = new TextEncoder();
  let room = new Uint8Array(0);
  return (text) => {
    // UTF-8 has at most three bytes for one UTF-16 unit.
    const most = text.length <= FEW ? text.length * 3 : Buffer.byteLength(text);
    // Memory that grew is another buffer, and the old one has no bytes.
    if (most > room.length) {
      const at = kernel.textAt(Math.max(most, FEW));
      room = new Uint8Array(kernel.memory.buffer, at, Math.max(most, FEW));
    }
    return encoder.encodeInto(text, room).written;
  };
}

/** Counts by a kernel that has its tokens. */
export function countBy(kernel: Kernel, splitting: Splitting): (text: string) => number {
  const write = writerTo(kernel);
  const how = SPLITTING[splitting];
  return (text) => kernel.count(write(text), how);
}
