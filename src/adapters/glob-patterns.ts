/** For how many patterns a glob with braces stands: `{a,b}{c,d}` for four. Pure. */

/** Nobody writes one that stands for more; the globber looks for each of them. */
export const MOST_PATTERNS = 1000;

/** A longer one is none. In characters. */
const LONGEST = 4096;

/** How many numbers or letters `{1..9}` counts, with or without its step; undefined for any other text. */
function rangeOf(text: string): number | undefined {
  const [, from, to] = /^(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.-?\d+)?$/.exec(text) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const place = (end: string) => (/\d/.test(end) ? Number(end) : end.charCodeAt(0));
  return Math.abs(place(to) - place(from)) + 1;
}

/** How many patterns it stands for; infinitely many where it is no pattern that anybody writes. */
export function patternsIn(pattern: string): number {
  if (pattern.length > LONGEST) return Number.POSITIVE_INFINITY;
  /** For each brace that is open: what stands before it, its alternatives so far, and where it began. */
  const open: { before: number; alternatives: number; from: number }[] = [];
  let count = 1;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at];
    const inner = open.at(-1);
    if (sign === '\\') at += 1;
    else if (sign === '{') {
      open.push({ before: count, alternatives: 0, from: at + 1 });
      count = 1;
    } else if (sign === ',' && inner !== undefined) {
      inner.alternatives += count;
      count = 1;
    } else if (sign === '}' && inner !== undefined) {
      open.pop();
      count = inner.before * (inner.alternatives + (rangeOf(pattern.slice(inner.from, at)) ?? count));
    }
  }
  return open.reduce((all, { before, alternatives }) => all * before * Math.max(1, alternatives), count);
}
