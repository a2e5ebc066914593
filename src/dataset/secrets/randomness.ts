/**
 * Whether a text was drawn at random, as keys are, or written by somebody: words, numbers in a row, one
 * character again and again. Limits are set so that of ten thousand random keys about one is taken for
 * written.
 */

/** A word in camel case, or one in capitals. Each character is looked at once. */
const LETTERS = /[A-Z]?[a-z]+|[A-Z]+/g;

/**
 * The pairs of letters that make up nine tenths of English and of the names in code; a quarter of all pairs.
 */
const PAIRS = new Set(
  `th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea
  ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us ac ot il tr ly nc et ut ss so rs un lo wa ge ie
  wh ee wi em ad ol rt po we na ul ni ts mo ow pa im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab
  gh ty op wo sa ay ex ke fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep oc fa ef cu rn sc gi da yo cr cl du ga
  ue ba va um up go ht ck au lt pt xt sk ey`.split(/\s+/),
);

/**
 * Whether a part between dashes is words, which are longer than two letters as a rule: `Transformers`,
 * `TextClassification2`.
 */
function isWordy(part: string): boolean {
  const words = part.match(LETTERS) ?? [];
  if (words.join('').length < words.length * 3) return false;
  let pairs = 0;
  for (const letters of words) {
    const small = letters.toLowerCase();
    for (let at = 1; at < small.length; at += 1) if (PAIRS.has(small.slice(at - 1, at + 1))) pairs += 1;
  }
  return pairs >= part.length * 0.45;
}

/** The text without the parts that are words or short numbers, such as `proj`, `api03` or those of a slug. */
export function withoutWords(text: string): string {
  return text
    .split(/[-_.~]/)
    .filter((part) => !isWordy(part) && !/^(?:v?\d{1,4}|[a-z]{1,2})$/.test(part))
    .join('');
}

/**
 * How long the longest run of equal characters is, how much of the text climbs (`abcd`, `4567`), and how
 * often the most frequent character stands.
 */
function patterns(text: string): {
  readonly equal: number;
  readonly climbing: number;
  readonly top: number;
  readonly kinds: number;
} {
  const counts = new Map<string, number>();
  let equal = 0;
  let same = 0;
  let climb = 0;
  let climbing = 0;
  let before = -1;
  for (const character of text) {
    const code = character.charCodeAt(0);
    counts.set(character, (counts.get(character) ?? 0) + 1);
    same = code === before ? same + 1 : 1;
    climb = code === before + 1 ? climb + 1 : 1;
    if (climb >= 4) climbing += climb === 4 ? 4 : 1;
    equal = Math.max(equal, same);
    before = code;
  }
  return { equal, climbing, top: Math.max(0, ...counts.values()), kinds: counts.size };
}

/** Whether a text is its own beginning over and over. */
function isRepeated(text: string): boolean {
  for (let period = 1; period * 2 <= text.length; period += 1) if (text.startsWith(text.slice(period))) return true;
  return false;
}

/**
 * Whether a text looks as if it had been drawn at random.
 * @param least so many of its characters must be left when words are taken out
 */
export function looksRandom(text: string, least: number): boolean {
  const rest = withoutWords(text);
  return rest.length >= least && isUneven(rest);
}

/**
 * Whether no pattern is seen in a text: nothing repeated, no alphabet, no character much more frequent than
 * others.
 */
export function isUneven(text: string): boolean {
  if (isRepeated(text)) return false;
  const { equal, climbing, top, kinds } = patterns(text);
  return equal < 6 && climbing < text.length * 0.35 && top <= text.length * 0.4 && kinds >= Math.min(8, text.length / 2.5);
}
