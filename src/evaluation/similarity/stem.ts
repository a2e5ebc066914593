/**
 * The stem of an English word: Porter's algorithm (An algorithm for suffix stripping, 1980) with the
 * extensions that NLTK's PorterStemmer has by default, because METEOR compares by it.
 */

const IRREGULAR: Readonly<Record<string, string>> = {
  skies: 'sky',
  sky: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  news: 'news',
  innings: 'inning',
  inning: 'inning',
  outings: 'outing',
  outing: 'outing',
  cannings: 'canning',
  canning: 'canning',
  howe: 'howe',
  proceed: 'proceed',
  exceed: 'exceed',
  succeed: 'succeed',
};

/**
 * A letter of either kind for each letter: `v` for a vowel, `c` for a consonant; y after a consonant is a
 * vowel.
 */
function shapeOf(word: string): string {
  let consonant = false;
  const kinds = Array.from({ length: word.length }, (_, at) => {
    const letter = word[at] ?? '';
    consonant = !('aeiou'.includes(letter) || (letter === 'y' && consonant));
    return consonant ? 'c' : 'v';
  });
  return kinds.join('');
}

/** How often consonants follow vowels: Porter's m. */
const measure = (word: string) => shapeOf(word).split('vc').length - 1;

function endsDouble(word: string): boolean {
  return word.length > 1 && word.at(-1) === word.at(-2) && shapeOf(word).endsWith('c');
}

/** Porter's *o, with NLTK's words of two letters. */
function endsShort(word: string): boolean {
  const shape = shapeOf(word);
  return shape === 'vc' || (shape.endsWith('cvc') && !/[wxy]$/.test(word));
}

/** A suffix, what takes its place, and the condition on what is left. */
type Ending = readonly [suffix: string, instead: string, passes: (rest: string) => boolean];

/** Applies the first ending that the word has, if its condition holds. */
function replaced(word: string, endings: readonly Ending[]): string {
  const found = endings.find(([suffix]) => word.endsWith(suffix));
  if (found === undefined) return word;
  const [suffix, instead, passes] = found;
  const rest = word.slice(0, word.length - suffix.length);
  return passes(rest) ? rest + instead : word;
}

const measured = (least: number, pairs: string): Ending[] =>
  pairs.split(' ').map((pair): Ending => {
    const [suffix = '', instead = ''] = pair.split('>');
    return [suffix, instead, (rest) => measure(rest) >= least];
  });

const SECOND: readonly Ending[] = [
  ...measured(1, 'ational>ate tional>tion enci>ence anci>ance izer>ize bli>ble alli>al entli>ent eli>e ousli>ous ization>ize'),
  ...measured(1, 'ation>ate ator>ate alism>al iveness>ive fulness>ful ousness>ous aliti>al iviti>ive biliti>ble fulli>ful'),
  // The l counts to the stem, so that "geologi" is stemmed as "archaeologi" is.
  ['logi', 'log', (rest) => measure(`${rest}l`) >= 1],
];
const THIRD = measured(1, 'icate>ic ative> alize>al iciti>ic ical>ic ful> ness>');
const FOURTH: readonly Ending[] = [
  ...measured(2, 'al ance ence er ic able ible ant ement ment ent'),
  ['ion', '', (rest) => measure(rest) >= 2 && /[st]$/.test(rest)],
  ...measured(2, 'ou ism ate iti ous ive ize'),
];

function plural(word: string): string {
  if (word.endsWith('ies')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('sses')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function past(word: string): string {
  if (word.endsWith('ied')) return word.length === 4 ? word.slice(0, -1) : word.slice(0, -2);
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const suffix = ['ed', 'ing'].find((ending) => word.endsWith(ending));
  const rest = suffix === undefined ? '' : word.slice(0, -suffix.length);
  if (!shapeOf(rest).includes('v')) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (endsDouble(rest)) return /[lsz]$/.test(rest) ? rest : rest.slice(0, -1);
  return measure(rest) === 1 && endsShort(rest) ? `${rest}e` : rest;
}

function lastY(word: string): string {
  const rest = word.slice(0, -1);
  return word.endsWith('y') && rest.length > 1 && shapeOf(rest).endsWith('c') ? `${rest}i` : word;
}

function second(word: string): string {
  return word.endsWith('alli') && measure(word.slice(0, -4)) > 0 ? second(word.slice(0, -2)) : replaced(word, SECOND);
}

function lastE(word: string): string {
  if (!word.endsWith('e')) return word;
  const rest = word.slice(0, -1);
  const size = measure(rest);
  return size > 1 || (size === 1 && !endsShort(rest)) ? rest : word;
}

const doubleL = (word: string) => (word.endsWith('ll') && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word);

/** The stem of a word in lower case. */
export function stem(word: string): string {
  if (Object.hasOwn(IRREGULAR, word)) return IRREGULAR[word] ?? word;
  if (word.length < 3) return word;
  const steps = [plural, past, lastY, second, (one: string) => replaced(one, THIRD), (one: string) => replaced(one, FOURTH)];
  return [...steps, lastE, doubleL].reduce((rest, step) => step(rest), word);
}
