/**
 * The body of an answer, read no further than its bound: who answers does not decide how much memory and time
 * that takes. Lengths count after decompression.
 */
import { jsonSize } from './json-size.ts';

/** No answer of an API is longer. In bytes. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
/** So much of a refusal is enough to know why. In bytes. */
const LARGEST_REFUSAL = 64 * 1024;
/** So long a refusal may take, once it has begun. In milliseconds. */
const REFUSAL_PATIENCE = 10_000;
/** Values in one answer: a page of a hundred items with thousands of fields each. */
const MOST_VALUES = 1_000_000;
/** Nothing that anybody reads is nested deeper; what is deeper still cannot be written again. */
const DEEPEST = 64;

/** An answer beyond a bound. */
export class LargeAnswer extends Error {
  override name = 'LargeAnswer';
}

/**
 * The same bytes, up to a bound.
 * @throws LargeAnswer where there are more
 */
async function* atMost(body: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > most) throw new LargeAnswer(`the answer is larger than ${most / 1024 / 1024} MiB`);
    yield new Uint8Array(chunk);
  }
}

/** What of a refusal comes in time and has room. */
async function beginning(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  const over = setTimeout(() => void reader.cancel().catch(() => undefined), REFUSAL_PATIENCE);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    while (size < LARGEST_REFUSAL) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
    }
  } catch {
    // Its status counts; a reason that breaks off is better than none.
  } finally {
    clearTimeout(over);
    await reader.cancel().catch(() => undefined);
  }
  return new Uint8Array(Buffer.concat(chunks).subarray(0, LARGEST_REFUSAL));
}

/** Statuses of which the standard makes no answer. */
const HIGHEST_STATUS = 599;

/**
 * An answer whose body stays within its bound, whoever reads it: cut where it refuses, an error where it does
 * not.
 */
export async function bounded(response: Response, most = LARGEST_ANSWER): Promise<Response> {
  const { body, status, statusText, headers } = response;
  if (body === null) return response;
  const same = { status: Math.min(HIGHEST_STATUS, status), statusText, headers };
  if (response.ok) return new Response(ReadableStream.from(atMost(body, most)), same);
  return new Response(await beginning(body), same);
}

/** The value with a word in place of what is nested deeper. */
function flattened(value: unknown, left = DEEPEST): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (left === 0) return `(nested deeper than ${DEEPEST} levels)`;
  if (Array.isArray(value)) return value.map((inner) => flattened(inner, left - 1));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, flattened(inner, left - 1)]));
}

/**
 * The value of a text; undefined where that is not JSON.
 * @throws LargeAnswer where it holds more values than anybody sends
 */
export function readJson(text: string): unknown {
  const { depth, values } = jsonSize(text);
  if (values > MOST_VALUES) throw new LargeAnswer(`the answer holds more than ${MOST_VALUES} values`);
  try {
    const value: unknown = JSON.parse(text);
    return depth > DEEPEST ? flattened(value) : value;
  } catch {
    return undefined;
  }
}
