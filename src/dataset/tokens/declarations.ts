/**
 * Definitions of tools in the form in which chat models read them: TypeScript declarations inside `namespace
 * functions`. Pure.
 *
 * Sources: the form was found by Horace Marr (hmarr.com/blog/counting-openai-tokens, 2023) by prompt tokens
 * of the API; OpenAI's own renderer for gpt-oss (github.com/openai/harmony, 2025) writes nearly the same.
 * That an object without properties is `{}` and that no heading stands before the namespace is what agrees to
 * the token with the one job whose bill is public: 103 rows of OpenAI's cookbook, 379 tokens of tools a row.
 */
import { isMap } from '../../api/method.ts';

type Schema = Readonly<Record<string, unknown>>;

/** Deeper types are not followed: nobody writes them, and a row may be hostile. */
const DEEPEST = 32;
/** Descriptions of properties are shown to this depth of objects; the API counts none below. */
const DESCRIBED = 1;

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

const union = (types: readonly string[]) => types.join(' | ');

/** `// line` for each line of a description. */
function comment(description: unknown): string[] {
  return typeof description === 'string' && description !== '' ? description.split('\n').map((line) => `// ${line}`) : [];
}

/** How much of the schemas is written out. */
export interface Detail {
  /** Descriptions below the depth that the API counts, too. */
  readonly everyDescription: boolean;
}

/** The properties of an object, a line each. */
function properties(schema: Schema, depth: number, detail: Detail): string[] {
  const required = new Set(listOf(schema.required) ?? []);
  const entries = isMap(schema.properties) ? Object.entries(schema.properties) : [];
  return entries.flatMap(([name, property]) => {
    const described = isMap(property) && (depth <= DESCRIBED || detail.everyDescription);
    const optional = required.has(name) ? '' : '?';
    const indent = '  '.repeat(depth - 1);
    return [...(described ? comment(property.description) : []), `${name}${optional}: ${typeOf(property, depth, detail)},`].map(
      (line) => `${indent}${line}`,
    );
  });
}

function named(type: unknown, schema: Schema, depth: number, detail: Detail): string {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'array': {
      const items = schema.items === undefined ? 'any' : typeOf(schema.items, depth + 1, detail);
      return `${/ \| /.test(items) ? `(${items})` : items}[]`;
    }
    case 'object': {
      const inner = properties(schema, depth + 1, detail);
      return inner.length === 0 ? '{}' : ['{', ...inner, '}'].join('\n');
    }
    default:
      return 'any';
  }
}

function typeOf(schema: unknown, depth: number, detail: Detail): string {
  if (!isMap(schema) || depth > DEEPEST) return 'any';
  const values = listOf(schema.enum) ?? ('const' in schema ? [schema.const] : undefined);
  if (values !== undefined && values.length > 0) return union(values.map((value) => JSON.stringify(value)));
  const choices = listOf(schema.anyOf) ?? listOf(schema.oneOf) ?? listOf(schema.allOf);
  if (choices !== undefined && choices.length > 0) return union(choices.map((choice) => typeOf(choice, depth + 1, detail)));
  const types = listOf(schema.type) ?? [schema.type ?? (isMap(schema.properties) ? 'object' : undefined)];
  return union(types.map((type) => named(type, schema, depth, detail)));
}

/** One function as its declaration. */
function declaration(definition: unknown, detail: Detail): string {
  const { name, description, parameters } = isMap(definition) ? definition : {};
  const lines = isMap(parameters) ? properties(parameters, 1, detail) : [];
  const taken = lines.length === 0 ? '() => any' : ['(_: {', ...lines, '}) => any'].join('\n');
  return [...comment(description), `type ${String(name)} = ${taken}`].join('\n');
}

/**
 * What stands before and after the declarations. No token reaches from one part into the next, so that each
 * part is counted by itself.
 */
export const AROUND = ['namespace functions', ';\n\n} // namespace functions'] as const;

/**
 * One of the declarations, with what parts it from what is before.
 * @param first whether it is the first of them
 */
export function declarationPart(definition: unknown, first: boolean, detail: Detail = { everyDescription: false }): string {
  return `${first ? ' {' : ';'}\n\n${declaration(definition, detail)}`;
}

/** The whole text that a model reads of some functions. */
export function declarations(definitions: readonly unknown[], detail?: Detail): string {
  const [opening, closing] = AROUND;
  return [opening, ...definitions.map((one, index) => declarationPart(one, index === 0, detail)), closing].join('');
}
