/**
 * The templates of graders: `{{ item.answer }}`, `{{sample.output_text}}`,
 * `{{sample.output_tools[0].function.name}}`. A path is followed through maps by name and through lists by
 * index; what it ends at is printed as it is when it is a text, else as JSON.
 */
import type { Item, Sample } from './grade.ts';

const HOLE = /\{\{([^{}]*)\}\}/g;
const PATH = /^[^\s.[\]]+(?:\.[^\s.[\]]+|\[\d+\])*$/;
export const SAMPLE_NAMES: readonly string[] = ['output_text', 'output_json', 'output_tools', 'choices'];

/**
 * A filled template, with a remark for each value that is no text; or what could not be filled, and whose
 * fault it is.
 */
export type Filled =
  | { readonly text: string; readonly remarks: readonly string[] }
  | { readonly missing: string; readonly fault: 'answer' | 'row' };

type Found = { readonly value: unknown } | { readonly missing: string };

const kindOf = (value: unknown) =>
  value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;

/** Follows the steps of a path. Only what a value itself has counts: no `length`, nothing inherited. */
function follow(value: unknown, steps: readonly string[], name: string): Found {
  let inner = value;
  let place = name;
  for (const [index, step] of steps.entries()) {
    const has = Array.isArray(inner) ? /^\d+$/.test(step) : typeof inner === 'object' && inner !== null;
    if (!has || !Object.hasOwn(Object(inner), step))
      return { missing: `${place} ${has ? `has no ${step}` : `is ${kindOf(inner)}`}` };
    inner = Reflect.get(Object(inner), step);
    place = steps.slice(0, index + 1).join('.');
  }
  return inner === null || inner === undefined ? { missing: 'it is null' } : { value: inner };
}

function parsed(text: string): Found {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { missing: 'the answer is not JSON' };
  }
}

const stepsOf = (path: string) => path.replaceAll('[', '.').replaceAll(']', '').split('.');

/** What a path names. */
function find(path: string, sample: Sample, item: Item): Found & { readonly fault: 'answer' | 'row' } {
  const [root = '', name = '', ...rest] = stepsOf(path);
  if (root === 'item' && name !== '') return { ...follow(item, [name, ...rest], 'the row'), fault: 'row' };
  if (root !== 'sample' || !SAMPLE_NAMES.includes(name)) {
    const known = `item.NAME and ${SAMPLE_NAMES.map((one) => `sample.${one}`).join(', ')}`;
    return { missing: `there is only ${known}`, fault: 'row' };
  }
  if (name !== 'output_json') return { ...follow(sample, [name, ...rest], 'the answer'), fault: 'answer' };
  const json = parsed(sample.output_text);
  return { ...('missing' in json ? json : follow(json.value, rest, 'the JSON of the answer')), fault: 'answer' };
}

/** Fills every `{{ }}` of a template. The first that cannot be filled ends it. */
export function fill(template: string, sample: Sample, item: Item): Filled {
  const remarks: string[] = [];
  let text = '';
  let from = 0;
  for (const match of template.matchAll(HOLE)) {
    const path = (match[1] ?? '').trim();
    const found = PATH.test(path) ? find(path, sample, item) : { missing: 'that is no path', fault: 'row' as const };
    if ('missing' in found) return { missing: `{{${path}}} cannot be filled: ${found.missing}.`, fault: found.fault };
    if (typeof found.value !== 'string') {
      remarks.push(
        `{{${path}}} is ${kindOf(found.value)}, not a text; it is read as JSON writes it, and a platform may print it otherwise.`,
      );
    }
    text += template.slice(from, match.index) + (typeof found.value === 'string' ? found.value : JSON.stringify(found.value));
    from = match.index + match[0].length;
  }
  return { text: text + template.slice(from), remarks };
}

/**
 * The references of a template, each as its steps. What stands in braces and is no path is none: prompts may
 * show JSON.
 */
export function referencesIn(template: string): (readonly string[])[] {
  const paths = [...template.matchAll(HOLE)].map((match) => (match[1] ?? '').trim());
  return paths.filter((path) => PATH.test(path)).map(stepsOf);
}
