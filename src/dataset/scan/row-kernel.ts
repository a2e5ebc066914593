/**
 * The kernel that reads rows, from outside: chunks that go into its memory, and what it knows of their lines.
 */
import type { MethodType } from '../formats/messages.ts';
import type { ContentHash, RowKeys } from '../likeness/packed-rows.ts';
import { keysOf } from '../likeness/row-hash.ts';
import { type Exports, exported, exportsOf, loadModule, memory } from '../web-assembly.ts';

/** What kernel/kernel.ts exports. */
const KERNEL = {
  memory,
  start: exported<(first: bigint, second: bigint) => void>(),
  chunkAt: exported<(size: number) => number>(),
  readLines: exported<() => number>(),
  hash: exported<(begin: number) => void>(),
  hashOfWhole: exported<() => number>(),
  hashOfPrompt: exported<() => number>(),
};
type Kernel = Exports<typeof KERNEL>;

/** The fields of a line, each a number of 32 bits, as kernel/layout.ts has them. */
const FIELD = {
  ...{ begin: 0, end: 1, state: 2, whole: 3, wholeMore: 4, prompt: 5, promptMore: 6 },
  ...{ asked: 7, answer: 9, lineLow: 11, lineHigh: 12 },
} as const;
const FIELDS = 14;
const RECORDS = 4096;
const MOST = 1024;

/** What is known of a line; 0: that it has to be looked at. */
export const LINE = { plain: 1, secret: 2, other: 4, keyless: 8 } as const;
const KNOWN = 15;
/** Behind these stand the length of a role, and how many messages there are. */
const ROLE = { shift: 4, mask: 15 } as const;
const COUNT_SHIFT = 8;
const ASSISTANT = 'assistant'.length;

/** A longer chunk is one line. In bytes. */
export const LONGEST_CHUNK = 4 * 1024 * 1024;

/** An instance of the kernel, which holds one chunk at a time. */
export class RowKernel {
  readonly #kernel: Kernel;
  /** All of its memory, and the lines that were read last. */
  #bytes = Buffer.alloc(0);
  #lines = new Int32Array(0);
  #chunkAt = 0;
  /** Where the fields begin of the line that is looked at. */
  #at = 0;

  private constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /**
   * Undefined where the engine runs none.
   * @param key sixteen bytes that nobody outside this process knows
   */
  static of(module: Uint8Array, key: Uint8Array): RowKernel | undefined {
    const kernel = exportsOf(KERNEL, module);
    if (kernel === undefined) return undefined;
    const bytes = new DataView(key.buffer, key.byteOffset, key.byteLength);
    kernel.start(bytes.getBigUint64(0, true), bytes.getBigUint64(8, true));
    return new RowKernel(kernel);
  }

  /** Takes a chunk, whose lines come next. It is UTF-8, and no longer than LONGEST_CHUNK. */
  take(chunk: Uint8Array): void {
    this.#chunkAt = this.#kernel.chunkAt(chunk.length);
    const { buffer } = this.#kernel.memory;
    if (this.#bytes.buffer !== buffer) {
      this.#bytes = Buffer.from(buffer);
      this.#lines = new Int32Array(buffer, RECORDS, MOST * FIELDS);
    }
    this.#bytes.set(chunk, this.#chunkAt);
  }

  /** Reads the lines that come next. @returns how many; 0 when there are no more */
  read(): number {
    return this.#kernel.readLines();
  }

  /** Turns to one of the lines that were read: what is asked from now on is asked of it. */
  at(line: number): void {
    this.#at = line * FIELDS;
  }

  #field(field: number): number {
    return this.#lines[this.#at + field] ?? 0;
  }

  /** Where it begins in the chunk, and where it ends. */
  get begin(): number {
    return this.#field(FIELD.begin);
  }

  get end(): number {
    return this.#field(FIELD.end);
  }

  /** What is known of it: bits of LINE. */
  get state(): number {
    return this.#field(FIELD.state) & KNOWN;
  }

  /** The hash of the line of a plain row, in two halves; 0 where it is long. */
  get lineLow(): number {
    return this.#field(FIELD.lineLow);
  }

  get lineHigh(): number {
    return this.#field(FIELD.lineHigh);
  }

  /** The keys of a plain row. */
  get keys(): RowKeys {
    if ((this.state & LINE.keyless) !== 0) return this.#keysOfText();
    return {
      whole: this.#field(FIELD.whole),
      wholeMore: this.#field(FIELD.wholeMore),
      prompt: this.#field(FIELD.prompt),
      promptMore: this.#field(FIELD.promptMore),
    };
  }

  /** The keys of a row whose characters only a text can tell. */
  #keysOfText(): RowKeys {
    const state = this.#field(FIELD.state);
    const count = state >>> COUNT_SHIFT;
    const asked = { count: count - 1, role: (state >>> ROLE.shift) & ROLE.mask, text: this.#text(FIELD.asked) };
    return keysOf(asked, { count, role: ASSISTANT, text: this.#text(FIELD.answer) });
  }

  /** A string that lies between two places. */
  #text(field: typeof FIELD.asked | typeof FIELD.answer): string {
    const text = this.#bytes.toString('utf8', this.#chunkAt + this.#field(field), this.#chunkAt + this.#field(field + 1));
    return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  }

  /** The hash of what a plain row of ASCII alone says. */
  hash(): ContentHash {
    this.#kernel.hash(this.begin);
    return { whole: this.#kernel.hashOfWhole(), prompt: this.#kernel.hashOfPrompt() };
  }
}

/** The kernel for rows of a method; undefined where it knows none of them, or the engine runs none. */
export function loadRowKernel({ method, key }: { readonly method: MethodType; readonly key: Uint8Array }) {
  const module = method === 'supervised' ? loadModule('rows.wasm') : undefined;
  return module === undefined ? undefined : RowKernel.of(module, key);
}
