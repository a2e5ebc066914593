/**
 * What a grader reads, before it grades: places in the rows, by its templates and by its Python source, and
 * names that nothing fills.
 */
import { isMap } from '../api/method.ts';
import { referencesIn, SAMPLE_NAMES } from './templates.ts';

/** A place in the row that is read as `item`. */
export interface ItemRead {
  /** Keys and indices, from the row on. */
  readonly path: readonly string[];
  /** A template prints what it finds there, and null cannot be printed. */
  readonly printed?: boolean;
  /** The source goes on without it in some way. */
  readonly optional?: boolean;
}

/** What platforms are known to fill beside what is filled here. */
const OTHER_SAMPLE_NAMES = ['output_audio', 'model', 'usage', 'finish_reason'];

/** Every text of a grader that may hold templates, and every source in Python. */
function textsOf(value: unknown): { readonly templates: string[]; readonly sources: string[] } {
  if (typeof value === 'string') return { templates: [value], sources: [] };
  if (typeof value !== 'object' || value === null) return { templates: [], sources: [] };
  const isPython = isMap(value) && value.type === 'python';
  const inner = Object.entries(value).map(([name, one]) =>
    isPython && name === 'source' && typeof one === 'string' ? { templates: [], sources: [one] } : textsOf(one),
  );
  return { templates: inner.flatMap(({ templates }) => templates), sources: inner.flatMap(({ sources }) => sources) };
}

const KEY = String.raw`"[^"\\\n]*"|'[^'\\\n]*'`;
const SUBSCRIPT = String.raw`\[\s*(?:${KEY}|\d+)\s*\]`;
const GET = String.raw`\.get\(\s*(?:${KEY})\s*\)`;
const STEP = new RegExp(`${SUBSCRIPT}|${GET}`, 'g');

const ASKED = /["']([^"'\n]*)["']\s+(?:not\s+)?in\s+(\w+)/g;

/** The source without its comments, as far as a line that begins with # goes. */
const uncommented = (source: string) => source.replaceAll(/^[ \t]*#.*$/gm, '');

/** What `grade` calls the row: its second parameter. */
const itemName = (source: string) => /def\s+grade\s*\(\s*\w+[^,)]*,\s*(\w+)/.exec(source)?.[1] ?? 'item';

/**
 * `item["x"]["y"][0].get("z")`, read from the source. What is got with another value to go on with is not
 * needed.
 */
function pythonReads(given: string): ItemRead[] {
  const source = uncommented(given);
  const name = itemName(source);
  const askedFor = new Set([...source.matchAll(ASKED)].flatMap(([, key = '', held]) => (held === name ? [key] : [])));
  const catches = /\bexcept\b/.test(source);
  const reads: ItemRead[] = [];
  for (const match of source.matchAll(new RegExp(`(?<![\\w.])${name}((?:\\s*(?:${SUBSCRIPT}|${GET}))+)`, 'g'))) {
    const steps = (match[1] ?? '').match(STEP) ?? [];
    const firstGet = steps.findIndex((step) => step.startsWith('.'));
    const path = (firstGet < 0 ? steps : steps.slice(0, firstGet + 1))
      .map((step) => /["'](.*)["']|(\d+)/.exec(step))
      .map((found) => found?.[1] ?? found?.[2] ?? '');
    // What the source asks for before it reads, or whose absence it catches, may be absent.
    const after = match.index + match[0].length;
    const goesOn = /^\s*or\b/.test(source.slice(after, after + 20));
    if (askedFor.has(path[0] ?? '') || goesOn) continue;
    const optional = firstGet >= 0 || catches;
    reads.push(optional ? { path, optional } : { path });
  }
  return reads;
}

/** The places in the rows that a grader reads, each once. */
export function itemReads(grader: unknown): readonly ItemRead[] {
  const { templates, sources } = textsOf(grader);
  const printed = templates
    .flatMap(referencesIn)
    .filter(([root, name]) => root === 'item' && name !== undefined)
    .map(([, ...path]) => ({ path, printed: true }));
  const all = [...printed, ...sources.flatMap(pythonReads)];
  return [...new Map(all.map((read) => [JSON.stringify(read), read])).values()];
}

/** The references of templates that nothing fills, such as `items.answer` and `sample.foo`, each once. */
export function unknownReferences(grader: unknown): readonly string[] {
  const known = new Set([...SAMPLE_NAMES, ...OTHER_SAMPLE_NAMES]);
  const isUnknown = ([root, name]: readonly string[]) =>
    root === 'sample' ? name !== undefined && !known.has(name) : root !== 'item';
  const { templates } = textsOf(grader);
  return [
    ...new Set(
      templates
        .flatMap(referencesIn)
        .filter(isUnknown)
        .map((steps) => steps.join('.')),
    ),
  ];
}

/** Whether a grader reads the answer as JSON, by a template or in Python, which needs a `response_format`. */
export function readsOutputJson(grader: unknown): boolean {
  const { templates, sources } = textsOf(grader);
  return (
    templates.flatMap(referencesIn).some(([root, name]) => root === 'sample' && name === 'output_json') ||
    sources.some((source) => /\bsample\s*(?:\[\s*["']output_json["']\s*\]|\.get\(\s*["']output_json["'])/.test(source))
  );
}
