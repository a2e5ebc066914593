/** What kind of character a code point is, as the splitting rules of the encodings distinguish them. */

/** Upper-case and title-case letters: Lu, Lt. */
export const UPPER = 1;
/** Lower-case letters: Ll. */
export const LOWER = 2;
/** Letters that are neither: Lm, Lo. */
export const LETTER = 3;
/** Marks: M. */
export const MARK = 4;
export const NUMBER = 5;
/** Carriage return and line feed. */
export const NEWLINE = 6;
/**
 * All other white space, as Unicode has it: U+0085 is some, U+FEFF is none (JavaScript's `\s` says otherwise,
 * tiktoken's does not).
 */
export const SPACE = 7;
export const OTHER = 8;

/**
 * Letters, marks and numbers that came with Unicode 17: the tables of tiktoken are those of 16, to which they
 * are nothing in particular. From and to, in hexadecimal.
 */
const NEWER =
  '88f c5c cdc 1acf-1add 1ae0-1aeb a7ce-a7cf a7d2 a7d4 a7f1 10940-10959 10ec5-10ec7 10efa-10efb ' +
  '11b60-11b67 11db0-11ddb 11de0-11de9 16ea0-16eb8 16ebb-16ed3 16ff2-16ff6 187f8-187ff 18d09-18d1e ' +
  '18d80-18df2 1e6c0-1e6de 1e6e0-1e6f5 1e6fe-1e6ff 2b73a-2b73f 2cea2-2cead 323b0-33479';

const RANGES = NEWER.split(' ').map((range) => range.split('-').map((end) => Number.parseInt(end, 16)));

const isNewer = (codePoint: number) => RANGES.some(([first = 0, last = first]) => codePoint >= first && codePoint <= last);

/** Properties of Unicode, in the order in which they are asked. */
const KINDS = [
  ['White_Space', SPACE],
  ['Lu', UPPER],
  ['Lt', UPPER],
  ['Ll', LOWER],
  ['L', LETTER],
  ['M', MARK],
  ['N', NUMBER],
] as const;

let kinds: readonly (readonly [kind: RegExp, number: number])[] | undefined;

/** Of ASCII, without the tables of Unicode, which take longer to prepare than to count a small file. */
function asciiKind(codePoint: number): number {
  const isFrom = (first: string, last: string) => codePoint >= first.charCodeAt(0) && codePoint <= last.charCodeAt(0);
  if (isFrom('a', 'z')) return LOWER;
  if (isFrom('A', 'Z')) return UPPER;
  if (isFrom('0', '9')) return NUMBER;
  if (isFrom('\n', '\n') || isFrom('\r', '\r')) return NEWLINE;
  return isFrom('\t', '\f') || isFrom(' ', ' ') ? SPACE : OTHER;
}

function classify(codePoint: number): number {
  if (codePoint < 0x80) return asciiKind(codePoint);
  if (isNewer(codePoint)) return OTHER;
  const character = String.fromCodePoint(codePoint);
  kinds ??= KINDS.map(([property, kind]) => [new RegExp(`\\p{${property}}`, 'u'), kind]);
  return kinds.find(([kind]) => kind.test(character))?.[1] ?? OTHER;
}

/** Filled as characters are met; 0 is not met yet. */
const known = new Uint8Array(0x110000);

/** The class of a code point. */
export function classOf(codePoint: number): number {
  const found = known[codePoint];
  if (found) return found;
  const kind = classify(codePoint);
  known[codePoint] = kind;
  return kind;
}

/** The classes of ASCII, ready to be indexed. */
export const ASCII: Uint8Array = Uint8Array.from({ length: 128 }, (_, codePoint) => classOf(codePoint));
