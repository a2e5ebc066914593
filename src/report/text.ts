/**
 * Foreign text made inert, and figures made readable. Text from data and servers is data: it never becomes
 * Markdown, HTML or a diagram.
 */
import type { Steps } from '../api/steps.ts';

import { isPlainAscii, withUnseenWritten } from '../unseen.ts';

/**
 * One line of at most `max` characters; white space as one space, hidden and turning characters written out.
 */
export function inertLine(text: string, max = 300): string {
  const whole = text
    .slice(0, max * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const line = withUnseenWritten(whole);
  return line.length > max ? `${line.slice(0, max)}…` : line;
}

/**
 * What Markdown, HTML or GitHub's own marks (mentions, references, emoji names, bare links, formulas) act on,
 * where they do, and nothing else: GitHub looks for the secrets that it knows in the page as it is written,
 * and `-`, `_`, `/`, `=`, `+` and `.` are in most of them. The signs of XML are written by name, which it
 * knows.
 */
const activeAmong = (letters: string) =>
  [
    /[\\`*[\]|~$<>&]/,
    // At the beginning of a line: lists, headings, lines under headings, heads of tables.
    /^[-+=#:_]|(?<=^\d{1,9})[.)]/,
    // Links of their own, emoji names, references, mentions.
    /:(?=\/|[\w+-]+:)|(?<=www)\.|#(?=\d|#*$)|@(?=[\w.-])/,
  ]
    .map(({ source }) => source)
    // What may end an emphasis; without an end there is no beginning.
    .concat(`_(?=_*(?:[^${letters}_]|$))`)
    .join('|');
const ACTIVE_IN_ASCII = new RegExp(activeAmong('a-z\\d'), 'gi');
let activeInAll: RegExp | undefined;

/** To prepare for the letters of all languages takes longer than to write a page of plain ones. */
function activeIn(text: string): RegExp {
  if (isPlainAscii(text)) return ACTIVE_IN_ASCII;
  activeInAll ??= new RegExp(activeAmong('\\p{L}\\p{N}'), 'giu');
  return activeInAll;
}

const NAMED: Readonly<Record<string, string>> = { '<': 'lt', '>': 'gt', '&': 'amp' };

/** Text that reads as it is, anywhere in Markdown, a table cell included. */
export function markdownText(text: string, max = 300): string {
  const line = inertLine(text, max);
  return line.replace(activeIn(line), (character) => `&${NAMED[character] ?? `#${character.charCodeAt(0)}`};`);
}

/** Text in a fixed-width face, by HTML rather than backticks, which foreign text could close. */
export function markdownCode(text: string, max = 300): string {
  return `<code>${markdownText(text, max)}</code>`;
}

/**
 * An address in which every character that needs it is coded, and what is coded already is not coded again.
 */
function coded(url: string): string {
  return encodeURI(url.toWellFormed()).replace(/%25(?=[0-9A-Fa-f]{2})/g, '%');
}

/** A link whose address cannot end early. */
export function markdownLink(text: string, url: string): string {
  return /^https?:\/\//.test(url)
    ? `<a href="${coded(url).replace(/["'<>&]/g, (character) => `&#${character.charCodeAt(0)};`)}">${markdownText(text)}</a>`
    : markdownText(text);
}

/** `12,345`. (Not by Intl: its tables take longer to load than a small check takes.) */
export function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `1 row`, `1,200 rows`. */
export function counted(count: number, noun: string): string {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** Four significant digits: `1.234`, `0.01234`. */
export function figure(value: number): string {
  if (Number.isInteger(value)) return whole(value);
  const absolute = Math.abs(value);
  if (absolute >= 1000) return whole(value);
  return absolute >= 0.001 ? String(Number(value.toPrecision(4))) : value.toExponential(2);
}

/** `1 h 4 min`, `3 min 20 s`, `12 s`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds === 0) return 'less than 1 s';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** `812 B`, `3.2 kB`, `1.5 GB`; powers of ten. */
export function bytes(size: number): string {
  if (size < 1000) return `${size} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = size / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

/** `$1.23`; under a cent `under $0.01`. */
export function dollars(value: number): string {
  return value > 0 && value < 0.01 ? 'under $0.01' : `$${value.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',')}`;
}

/** What a deployment costs: one that stops for want of calls is billed no longer than that. */
export function anHour(usd: number, stopsIdle: boolean): string {
  return `US$ ${usd.toFixed(2)} an hour${stopsIdle ? ' that it runs; without calls it stops' : ', used or not'}`;
}

/** `46 % trained · epoch 2 of 3`; without a whole to be a share of, the step. */
export function trainedShare({ step, totalSteps, epoch }: Steps): string {
  const at = totalSteps === undefined ? `step ${whole(step)}` : `${Math.floor((step / totalSteps) * 100)} % trained`;
  return epoch === undefined || epoch.of === 1 ? at : `${at} · epoch ${whole(epoch.number)} of ${whole(epoch.of)}`;
}

/** Whether a text has only the characters that names of models, jobs and files have. */
export function isName(text: string): boolean {
  return /^\w[\w.:/@+-]{0,299}$/.test(text);
}

/** A name to copy: in backticks where it is one, otherwise inert. */
export function copyable(name: string): string {
  return isName(name) ? `\`${name}\`` : markdownCode(name);
}
