/** The patterns that a glob with braces stands for: `{a,b}{c,d}` for four. Pure. */

/** Nobody writes one that stands for more; each of them is looked for. */
export const MOST_PATTERNS = 1000;

/** A longer one is none. In characters. */
const LONGEST = 4096;

const RANGE = /^(?:(-?\d+)\.\.(-?\d+)|([a-zA-Z])\.\.([a-zA-Z]))(?:\.\.-?(\d+))?$/;

/** Where `{1..9}` or `{a..e}` begins and ends, and by what it counts; undefined for any other text. */
function rangeOf(text: string): { readonly from: number; readonly to: number; readonly step: number } | undefined {
  const [, first, last, firstLetter, lastLetter, step] = RANGE.exec(text) ?? [];
  const from = firstLetter === undefined ? Number(first) : firstLetter.charCodeAt(0);
  const to = lastLetter === undefined ? Number(last) : lastLetter.charCodeAt(0);
  return Number.isNaN(from) ? undefined : { from, to, step: Math.max(1, Number(step ?? 1)) };
}

/** What a range counts: `{08..10}` is 08, 09, 10. */
function counted(text: string): string[] | undefined {
  const range = rangeOf(text);
  if (range === undefined) return undefined;
  const { from, to, step } = range;
  const [first = '', last = ''] = text.split('..');
  const isLetters = /^[a-zA-Z]/.test(first);
  const width = /^-?0\d|\.\.-?0\d/.test(text) ? Math.max(first.length, last.length) : 0;
  const padded = (number: number) =>
    `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(number < 0 ? width - 1 : width, '0')}`;
  const numbers = Array.from(
    { length: Math.floor(Math.abs(to - from) / step) + 1 },
    (_, at) => from + at * (to < from ? -step : step),
  );
  return numbers.map((number) => (isLetters ? String.fromCharCode(number) : padded(number)));
}

/** For how many patterns it stands; infinitely many where it is no pattern that anybody writes. */
export function patternsIn(pattern: string): number {
  if (pattern.length > LONGEST) return Number.POSITIVE_INFINITY;
  /** For each brace that is open: what stands before it, its alternatives so far, and where it began. */
  const open: { before: number; alternatives: number; from: number }[] = [];
  let count = 1;
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern[at];
    const inner = open.at(-1);
    if (sign === '{') {
      open.push({ before: count, alternatives: 0, from: at + 1 });
      count = 1;
    } else if (sign === ',' && inner !== undefined) {
      inner.alternatives += count;
      count = 1;
    } else if (sign === '}' && inner !== undefined) {
      open.pop();
      const range = rangeOf(pattern.slice(inner.from, at));
      count = inner.before * (inner.alternatives + (range === undefined ? count : Math.abs(range.to - range.from) + 1));
    }
  }
  return open.reduce((all, { before, alternatives }) => all * before * Math.max(1, alternatives), count);
}

/** The alternatives of the brace that opens at a place, and where it ends; undefined where it has none. */
function groupAt(pattern: string, from: number): { readonly alternatives: readonly string[]; readonly end: number } | undefined {
  const alternatives: string[] = [];
  let depth = 0;
  let begin = from + 1;
  for (let at = from; at < pattern.length; at += 1) {
    const sign = pattern[at];
    if (sign === '{') depth += 1;
    else if (sign === '}') depth -= 1;
    if (depth === 0 || (depth === 1 && sign === ',')) {
      alternatives.push(pattern.slice(begin, at));
      begin = at + 1;
    }
    if (depth > 0) continue;
    const all = alternatives.length > 1 ? alternatives : counted(alternatives[0] ?? '');
    return all === undefined ? undefined : { alternatives: all, end: at + 1 };
  }
  return undefined;
}

/** The patterns without braces that it stands for; a brace without alternatives is a letter. */
export function withoutBraces(pattern: string): readonly string[] {
  for (let from = pattern.indexOf('{'); from >= 0; from = pattern.indexOf('{', from + 1)) {
    const group = groupAt(pattern, from);
    if (group === undefined) continue;
    const before = pattern.slice(0, from);
    const after = withoutBraces(pattern.slice(group.end));
    return group.alternatives.flatMap(withoutBraces).flatMap((one) => after.map((rest) => `${before}${one}${rest}`));
  }
  return [pattern];
}
