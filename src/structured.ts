/**
 * Structured inputs: JSON or YAML text to plain values. YAML 1.2 (core schema) contains JSON, so one parser
 * reads both.
 */
import { type Document, isMap, isScalar, type Node, parseDocument, visit } from 'yaml';

/** Parsed text, or why it is none. `line` counts from 1. */
export type Parsed =
  | { readonly value: unknown; readonly root?: Node | null }
  | { readonly fault: string; readonly line: number | undefined };

/** Reads JSON or YAML. Duplicate keys, tags and anchors that explode are faults. */
export function parseStructured(text: string): Parsed {
  const document = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    prettyErrors: true,
    stringKeys: true,
  });
  const [error] = document.errors;
  if (error) return { fault: firstLine(error.message), line: error.linePos?.[0].line };
  const [warning] = document.warnings;
  if (warning) return { fault: firstLine(warning.message), line: warning.linePos?.[0].line };
  const circle = circleIn(document);
  if (circle !== undefined) return { fault: `the alias *${circle} stands inside what it names`, line: undefined };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }), root: document.contents };
  } catch (error) {
    return { fault: firstLine(Error.isError(error) ? error.message : String(error)), line: undefined };
  }
}

/** The alias of a value that holds itself, which no JSON can be; undefined where there is none. */
function circleIn(document: Document): string | undefined {
  let found: string | undefined;
  visit(document, {
    Alias(_, alias, path) {
      const meant = alias.resolve(document);
      if (meant === undefined || !path.some((node) => node === meant)) return undefined;
      found = alias.source;
      return visit.BREAK;
    },
  });
  return found;
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
