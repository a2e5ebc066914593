/** Which known name a slip was probably meant to be. Pure. */

/** The number of single-character edits between two words. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [above, letter] of [...left].entries()) {
    const next = [above + 1];
    for (const [index, other] of [...right].entries()) {
      next.push(Math.min((next[index] ?? 0) + 1, (row[index + 1] ?? 0) + 1, (row[index] ?? 0) + (letter === other ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

const LONGEST = 64;
const plain = (name: string) => name.toLowerCase().replaceAll(/[- ]/g, '_');

/** The known name that a slip of up to three letters, or of another way to write words, was meant to be. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > LONGEST) return undefined;
  const written = plain(name);
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(written, plain(candidate)) }))
    .sort((left, right) => left.edits - right.edits);
  const [best] = ranked;
  return best !== undefined && best.edits <= Math.min(3, (written.length - 1) / 2) ? best.candidate : undefined;
}

/** So short a name has others beside it by chance. In letters. */
const SHORT = 6;
/** So few letters apart, a name is a slip. */
const SLIP = 2;

/** The known name beside which another one is a slip of the pen, though names of one's own are allowed. */
export function slipOf(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name) || name.length < SHORT || name.length > LONGEST) return undefined;
  const written = plain(name);
  return known.find((one) => one.length > SHORT && distance(written, plain(one)) <= SLIP);
}
