/**
 * Somebody else's tokenizer held to an end: its patterns may go back and forth over a few words for hours,
 * and its normalizer may make much of little.
 */

import { createContext, Script } from 'node:vm';
import { isMap } from '../../api/method.ts';
import { ActionError } from '../../errors.ts';

/** So long any text may take, and so much longer each megabyte, in milliseconds: many times what it takes. */
const PATIENCE = 5000;
const PER_MEGABYTE = 20_000;
/** So many times longer a text may become. */
const MOST_GROWTH = 64;

const SCRIPT = new Script('call()');
const lengthOf = (text: unknown) => (typeof text === 'string' ? Math.max(1, text.length) : 1);

/** How many times longer a text may become by a step of a tokenizer, and by those inside it. */
function growthOf(step: unknown, depth = 0): number {
  if (!isMap(step) || depth > MOST_GROWTH) return 1;
  const own = lengthOf(step.content) * lengthOf(step.replacement);
  const inside = [step.normalizers, step.pretokenizers].flatMap((steps) => (Array.isArray(steps) ? steps : []));
  return inside.reduce<number>((growth, inner) => growth * growthOf(inner, depth + 1), own);
}

/** @throws Error where a tokenizer makes texts longer than any does */
export function refuseGrowth({ normalizer, pre_tokenizer }: Readonly<Record<string, unknown>>): void {
  const growth = growthOf(normalizer) * growthOf(pre_tokenizer);
  if (growth > MOST_GROWTH) throw new Error(`it makes a text up to ${growth} times longer, and ${MOST_GROWTH} is the most`);
}

/**
 * Counts with the tokenizer of this path, and no longer than so many bytes may take.
 * @throws ActionError when it takes longer
 */
export function patiently(path: string, bytes: number, count: () => void): void {
  const timeout = PATIENCE + Math.ceil((bytes / 1_000_000) * PER_MEGABYTE);
  try {
    SCRIPT.runInContext(createContext({ call: count }), { timeout });
  } catch (error) {
    const isOver = Error.isError(error) && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    if (!isOver) throw error;
    throw new ActionError(
      `Input tokenizer is ${path}, which took longer than ${Math.round(timeout / 1000)} s for ${bytes === 0 ? 'a few words' : `${bytes} bytes`}, as patterns do that go back and forth; nothing was uploaded. Take the tokenizer.json of the model itself, or leave the input out.`,
      { cause: error },
    );
  }
}
