/** Lines to values: JSON with the place and a human reason for what is wrong with it. */

import { jsonSize } from '../../json-size.ts';
import { ours, type Words, words } from '../../words.ts';
import { quote } from '../quote.ts';
import type { Found } from '../rules/found.ts';
import { masked } from '../secrets/credentials.ts';
import { jsonFault } from './json-fault.ts';

export type ParsedLine = { readonly value: Readonly<Record<string, unknown>> } | { readonly found: Found };

const DEEPEST = 100;

/** So much around a fault is looked at for credentials, which are not to be quoted. */
const AROUND = 4000;

/** Why a line is not JSON, in words. */
function reason(line: string, fault: number): Words {
  const from = Math.max(0, fault - AROUND);
  const text = masked(line.slice(from, fault + AROUND));
  const at = fault - from;
  const rest = text.slice(at, at + 12);
  const before = text.slice(0, at).trimEnd();
  if (/^[}\]]/.test(rest) && before.endsWith(',')) return words`a comma stands before ${quote(rest[0] ?? '')}`;
  if (rest.startsWith("'")) return words`single quotes where JSON has double quotes`;
  if (/^(NaN|-?Infinity|undefined)\b/.test(rest)) return words`${quote(/^-?\w+/.exec(rest)?.[0] ?? rest)} is not a JSON value`;
  if (/^(True|False|None)\b/.test(rest)) return words`${quote(/^\w+/.exec(rest)?.[0] ?? rest)} is Python, not JSON`;
  if (/^(\/\/|\/\*|#)/.test(rest)) return words`JSON has no comments`;
  if (at >= text.length) return words`the line ends in the middle of the JSON`;
  if (/\}$/.test(before) && rest.trim() === ',') return words`a comma stands after the object`;
  if (/^\s*\{/.test(rest) && /\}$/.test(before))
    return /\r\s*$/.test(text.slice(0, at)) ? words`lines end in CR alone, where LF ends a line` : words`two objects on one line`;
  const code = text.charCodeAt(at);
  if (code < 0x20) return words`a control character (U+${ours(code.toString(16).padStart(4, '0'))}) that must be escaped`;
  return words`${quote(text.slice(at, at + 20))} was not expected`;
}

/** Nobody writes more into a row; objects of them would take gigabytes. */
export const MOST_VALUES = 200_000;

/** Whether a line holds more values than are read, before it is read; it need not be JSON. */
export function holdsTooMuch(text: string): boolean {
  // A value and its comma.
  return text.length >= 2 * MOST_VALUES && jsonSize(text).values > MOST_VALUES;
}

/** A key that stands twice in one object; undefined when there is none. The text must be valid JSON. */
function duplicateKey(text: string): string | undefined {
  const objects: (Set<string> | undefined)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x7b) objects.push(new Set());
    else if (code === 0x5b) objects.push(undefined);
    else if (code === 0x7d || code === 0x5d) objects.pop();
    else if (code === 0x22) {
      const from = at;
      for (at += 1; text.charCodeAt(at) !== 0x22; at += 1) if (text.charCodeAt(at) === 0x5c) at += 1;
      let next = at + 1;
      while (/\s/.test(text[next] ?? '')) next += 1;
      const keys = objects.at(-1);
      if (text[next] !== ':' || keys === undefined) continue;
      // Escapes may write one key in two ways.
      const key = String(JSON.parse(text.slice(from, at + 1)));
      if (keys.has(key)) return key;
      keys.add(key);
    }
  }
  return undefined;
}

/** The number of keys in all objects of a value. */
function keyCount(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, inner) => sum + keyCount(inner), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, inner) => sum + 1 + keyCount(inner), 0);
}

/** The number of colons outside strings. */
function colonCount(text: string): number {
  let colons = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x3a) colons += 1;
    else if (code === 0x22) {
      at = text.indexOf('"', at + 1);
      while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
    }
  }
  return colons;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(at - 1 - slashes) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}

/** Reads one line as a JSON object. */
export function parseLine(text: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const at = jsonFault(text);
    const detail = words`The line is not JSON at column ${at + 1}: ${reason(text, at)}.`;
    return { found: { rule: 'row/not-json', detail, column: at + 1 } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const detail = words`The line holds ${Array.isArray(value) ? ours('an array') : quote(text)}, not an object.`;
    return { found: { rule: 'row/not-object', detail } };
  }
  if (jsonSize(text).depth > DEEPEST)
    return { found: { rule: 'row/too-deep', detail: words`The row is nested more than ${DEEPEST} deep.` } };
  // Counting is cheap; naming the key is not.
  if (colonCount(text) !== keyCount(value)) {
    const detail = words`The key ${quote(duplicateKey(text) ?? '?')} stands twice in one object.`;
    return { found: { rule: 'row/duplicate-key', detail } };
  }
  return { value: { ...value } };
}
