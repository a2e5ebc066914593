/**
 * Text on its way to the runner's log. The runner reads commands from it: `::name::` at the start of a line
 * (after white space), `##[name]` anywhere. Text from data, servers or file names must stay text.
 */

/**
 * Characters that steer a terminal, hide text or turn its direction. Line feeds and tabs are not among them.
 */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Longer lines are cut: nobody reads them, and a page that holds them stands still. In characters. */
const LINE = 4000;

/**
 * The same text, unable to act: no command, no terminal escape, no hidden or turned characters; lines stay
 * lines, and readable.
 */
export function inert(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => (line.length > LINE ? `${line.slice(0, LINE)}…` : line))
    .join('\n')
    .replace(UNSEEN, (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '## [');
}
