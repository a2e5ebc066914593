/**
 * Characters that act without being seen: control and format characters, lone surrogates, line and paragraph
 * separators. They steer a terminal, hide text or turn its direction. Pure.
 */

/** Categories of Unicode. */
const UNSEEN = ['Cc', 'Cf', 'Cs', 'Zl', 'Zp'];
/** Seen first: to prepare for all of Unicode takes a millisecond, and most text is this. */
const PLAIN = /^[ -~]*$/;
const PLAIN_LINES = /^[\n\t -~]*$/;

let unseen: RegExp | undefined;

function replaced(text: string, replace: (character: string) => string): string {
  unseen ??= new RegExp(`[${UNSEEN.map((category) => `\\p{${category}}`).join('')}]`, 'gu');
  return text.replace(unseen, replace);
}

const written = (character: string) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;

/** Whether a text is of letters, figures and signs of ASCII alone. */
export const isPlainAscii = (text: string): boolean => PLAIN.test(text);

/** The text with unseen characters written out. */
export function withUnseenWritten(text: string): string {
  return isPlainAscii(text) ? text : replaced(text, written);
}

/** The same of several lines, which they stay, with the tabs in them. */
export function linesWithUnseenWritten(text: string): string {
  if (PLAIN_LINES.test(text)) return text;
  return replaced(text, (character) => (character === '\n' || character === '\t' ? character : written(character)));
}
