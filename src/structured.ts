/**
 * Structured inputs: JSON or YAML text to plain values. YAML 1.2 (core schema) contains JSON, so one parser
 * reads both.
 */
import { isCollection, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';

/** Parsed text, or why it is none. `line` counts from 1. */
export type Parsed =
  | { readonly value: unknown; readonly root?: Node | null }
  | { readonly fault: string; readonly line: number | undefined };

/** In characters: more than any variable of a runner holds, and enough for a file. */
const LONGEST = 1024 * 1024;
const MOST_VALUES = 50_000;
const DEEPEST = 64;

/**
 * Reads JSON or YAML. Duplicate keys, tags, anchors that explode and values that hold themselves are faults,
 * and so is what is larger or deeper than anybody writes.
 */
export function parseStructured(text: string): Parsed {
  const fault = (message: string, line?: number): Parsed => ({ fault: firstLine(message), line });
  if (text.length > LONGEST) return fault(`it has ${text.length} characters, of which at most ${LONGEST} are read`);
  const lineCounter = new LineCounter();
  try {
    // The parser compares each key with all others, which takes minutes where there are many.
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: false, stringKeys: true, lineCounter });
    const wrong = document.errors[0] ?? document.warnings[0];
    // The parser calls itself at each level.
    if (wrong?.message.startsWith('Maximum call stack')) return fault(TOO_DEEP);
    if (wrong) return fault(wrong.message, wrong.linePos?.[0].line);
    const twice = keyTwice(document.contents);
    if (twice !== undefined) return fault('Map keys must be unique', lineCounter.linePos(twice).line);
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    const beyond = beyondBounds(value);
    return beyond === undefined ? { value, root: document.contents } : fault(beyond);
  } catch (error) {
    if (error instanceof RangeError) return fault(TOO_DEEP);
    return fault(Error.isError(error) ? error.message : String(error));
  }
}

/** Where a key stands that its map has already; undefined where there is none. */
function keyTwice(node: unknown): number | undefined {
  const items: readonly unknown[] = isCollection(node) ? node.items : [];
  const keys = new Set<string>();
  for (const item of items) {
    const key = isPair(item) && isScalar(item.key) ? item.key : undefined;
    if (key !== undefined && keys.has(String(key.value))) return key.range?.[0] ?? 0;
    if (key !== undefined) keys.add(String(key.value));
    const inside = keyTwice(isPair(item) ? item.value : item);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

const TOO_DEEP = `it is nested more than ${DEEPEST} deep`;

/** Why a value is none that anybody writes; undefined where it is one. */
function beyondBounds(whole: unknown): string | undefined {
  let values = 0;
  const above = new Set<object>();
  const look = (value: unknown): string | undefined => {
    values += 1;
    if (values > MOST_VALUES) return `it holds more than ${MOST_VALUES} values`;
    if (typeof value !== 'object' || value === null) return undefined;
    if (above.has(value)) return 'one of its aliases stands inside what it names';
    if (above.size === DEEPEST) return TOO_DEEP;
    above.add(value);
    for (const inner of Object.values(value)) {
      const found = look(inner);
      if (found !== undefined) return found;
    }
    above.delete(value);
    return undefined;
  };
  return look(whole);
}

/** The line of a `key=value` text that has more than one pair, as it was written. */
export function crowdedLine(text: string): string | undefined {
  return text
    .split(/\r?\n/)
    .find((line) => /^[^{}"':=]+=.*([,;]\s*|\s)[\w.-]+=\S/.test(line))
    ?.trim();
}

/**
 * A map of texts, as metadata is written: `key=value` lines, or a JSON or YAML map. A number, a boolean or a
 * date keeps the text that its author wrote (`1.10` stays `1.10`), which the parsed value no longer has.
 */
export function parseTextMap(text: string): Parsed {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.every((line) => /^\s*[^\s={}"':][^={}"':]*=/.test(line))) {
    const names = lines.map((line) => line.slice(0, line.indexOf('=')).trim());
    const twice = names.findIndex((name, at) => names.indexOf(name) !== at);
    if (twice >= 0) return { fault: 'Map keys must be unique', line: twice + 1 };
    return {
      value: Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]),
      ),
    };
  }
  const parsed = parseStructured(text);
  if ('fault' in parsed || !isMap(parsed.root)) return parsed;
  const pairs = parsed.root.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : String(key);
    const plain = isScalar(value) && (typeof value.value === 'number' || typeof value.value === 'boolean');
    return plain ? [[name, value.source ?? String(value.value)]] : [];
  });
  return { value: { ...Object(parsed.value), ...Object.fromEntries(pairs) } };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? text;
}
