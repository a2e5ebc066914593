/** Texts in one form of Unicode, in time that grows with their length. Pure. */

/** Fewer characters are brought into a form at once, whatever they are. */
const SHORT = 1000;
/** So many marks follow one letter at most (stream-safe text, UAX #15): to sort more takes their square. */
const CROWD = /\p{M}{31}/u;
const EACH_CROWD = /\p{M}{30}(?=\p{M})/gu;
/** A mark that no other one is sorted past. */
const JOINER = '\u034f';

/** The text in a form of Unicode, in which no crowd of marks is sorted. */
export function normalForm(text: string, form: 'NFC' | 'NFKC'): string {
  const crowded = text.length > SHORT && CROWD.test(text);
  return (crowded ? text.replace(EACH_CROWD, `$&${JOINER}`) : text).normalize(form);
}
