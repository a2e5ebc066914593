/** Lines that say nothing, of which a file may have millions. Pure. */

const NEWLINE = 0x0a;
const TAB = 0x09;
const RETURN = 0x0d;
const SPACE = 0x20;

/** So many empty ones are sooner counted than read. */
export const MANY_EMPTY_LINES = 64;

/** Where the empty lines end that begin here. */
export function endOfEmptyLines(bytes: Buffer, from: number): number {
  let end = from;
  while (bytes[end] === NEWLINE) end += 1;
  return end;
}

/** A longer line is none that somebody left empty. In bytes. */
const LONGEST = 1024;

/** Tab, line feed, vertical tab, form feed, carriage return, space. */
export const isSpace = (byte = 0): boolean => byte === SPACE || (byte >= TAB && byte <= RETURN);

/** Whether there is nothing but white space. */
export function isBlank(bytes: Buffer, from: number, end: number): boolean {
  if (end - from >= LONGEST) return false;
  for (let at = from; at < end; at += 1) if (!isSpace(bytes[at])) return false;
  return true;
}
