/** Texts in one form of Unicode, in time that grows with their length. Pure. */

/** Fewer characters are brought into a form at once, whatever they are. */
const SHORT = 1000;
/** So many marks follow one letter at most (stream-safe text, UAX #15): to sort more takes their square. */
const MOST_MARKS = 30;
/** A mark that no other one is sorted past. */
const JOINER = '\u034f';

let crowds: RegExp | undefined;

/** The text with its crowds of marks parted. To prepare for all marks takes time, and few texts are long. */
function parted(text: string): string {
  crowds ??= new RegExp(`\\p{M}{${MOST_MARKS}}(?=\\p{M})`, 'gu');
  return text.replace(crowds, `$&${JOINER}`);
}

/** The text in a form of Unicode, in which no crowd of marks is sorted. */
export function normalForm(text: string, form: 'NFC' | 'NFKC'): string {
  return (text.length > SHORT ? parted(text) : text).normalize(form);
}

export const EACH_SPACES = /[\s\u0085]+/g;

/** A text as it is compared: equal but for case, white space or Unicode form. */
export function normalised(text: string): string {
  return normalForm(text, 'NFKC').toLowerCase().replace(EACH_SPACES, ' ').trim();
}
