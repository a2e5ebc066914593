/**
 * One chunk of lines, examined by itself: in this thread or in another. What needs the whole dataset is left
 * to whoever puts the parts together.
 */
import { RowBuffer } from '../likeness/packed-rows.ts';
import { SeenKeys } from '../likeness/seen-keys.ts';
import { RowCounter } from '../tokens/row-counter.ts';
import { Examination } from './examination.ts';
import type { Examined, ExamineSettings, Lines } from './examined.ts';
import type { RowKernel } from './row-kernel.ts';

/** Examines chunks, one after the other. */
export interface Examiner {
  examine(lines: Lines): Examined;
}

/** The same, asked for only once. */
function once<Value>(ask: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: ask() };
    return known.value;
  };
}

/**
 * An examiner in this thread; a tokenizer's vocabulary is loaded where tokens are counted.
 * @param seen which keys were seen, here or in another thread
 * @param kernel gives what recognises plain rows, one of its own; asked where they need not be read
 */
export async function examinerOf(
  settings: ExamineSettings,
  seen: ArrayBufferLike,
  kernel: () => RowKernel | undefined,
): Promise<Examiner> {
  const { model, countTokens, exactTokensUpTo, profile, tokenizer } = settings;
  const counter = countTokens ? await RowCounter.for(model, exactTokensUpTo, profile.picturesAsText, tokenizer) : undefined;
  const examining = {
    settings,
    counter,
    seen: new SeenKeys(seen),
    readable: new RowBuffer(),
    faults: new Map(),
    kept: { all: 0, ofRule: new Map() },
    kernel: once(kernel),
  };
  const examine: Examiner['examine'] = ({ bytes, position }) =>
    new Examination(examining, position).run(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (counter === undefined || tokenizer === undefined) return { examine };
  const { patiently } = await import('../tokens/patience.ts');
  return {
    examine(lines) {
      let examined: Examined | undefined;
      patiently(tokenizer.path, lines.bytes.length, () => {
        examined = examine(lines);
      });
      return examined ?? examine(lines);
    },
  };
}
