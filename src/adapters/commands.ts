/**
 * Text on its way to the runner's log. The runner reads commands from it: `::name::` at the start of a line
 * (after white space), `##[name]` anywhere. Text from data, servers or file names must stay text.
 */

import { linesWithUnseenWritten } from '../unseen.ts';

/** Longer lines are cut: nobody reads them, and a page that holds them stands still. In characters. */
const LINE = 4000;

/**
 * The same text, unable to act: no command, no terminal escape, no hidden or turned characters; lines stay
 * lines, and readable.
 */
export function inert(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => (line.length > LINE ? `${line.slice(0, LINE)}…` : line));
  return linesWithUnseenWritten(lines.join('\n'))
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '## [');
}
