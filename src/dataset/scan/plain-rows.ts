/**
 * Most rows are sound, and plain. This recognises such rows at a glance, so that the careful checks look at
 * the others only: what passes here breaks no rule, which the tests prove against those checks. Which rows
 * are plain is said by the objects of the formats.
 */
import { keysOf, type Plain } from '../formats/format.ts';
import { plainIn, type Row } from '../formats/formats.ts';
import type { MethodType } from '../formats/messages.ts';

export type PlainRow = Plain<Row>;

/**
 * The row, when it is plain and structurally without fault; undefined when it has to be looked at closely.
 */
export function plainRow(value: unknown, method: MethodType): PlainRow | undefined {
  return typeof value === 'object' && value !== null ? plainIn(value, keysOf(value), method) : undefined;
}

/**
 * Whether no key of a plain row stands twice in its text: it is as long as it must be, or has as many keys as
 * it must have.
 */
export function hasNoKeyTwice({ keys, size }: PlainRow, text: string, escapes = text.includes('\\')): boolean {
  return (text.length === size && !escapes) || (keyMarks(text) === keys && !SPACED_KEY.test(text));
}

/** A key whose colon does not follow at once. */
const SPACED_KEY = /"\s+:/;

/**
 * How often a quotation mark is followed by a colon: once for each key of compact JSON, where no key stands
 * twice and no text holds the same.
 */
function keyMarks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count;
}

/**
 * Escapes by which a text may hide what the careful checks look for: characters of ASCII, halves of surrogate
 * pairs.
 */
const HIDING = /\\u(?:00[0-7]|[dD][89a-fA-F])/;

/**
 * Whether the text itself holds nothing that the careful checks look for: a special token, an escape that may
 * hide one.
 */
export function isPlainText(text: string, escapes = text.includes('\\')): boolean {
  return !text.includes('<|') && (!escapes || !text.includes('\\u') || !HIDING.test(text));
}
