/**
 * Names inside structured inputs that neither the API nor the platform knows. Some servers ignore what they
 * do not know, so a slip would be paid for in silence: it is refused, with what was probably meant. Pure.
 */
import * as z from 'zod/mini';
// By name: through the namespace all of the library would be loaded at every start.
import { $ZodArray, $ZodNullable, $ZodObject, $ZodOptional, $ZodRecord, $ZodUnion } from 'zod/v4/core';
import { isMap, methodName } from '../api/method.ts';
import { Integration, KnownGrader, Method, SupervisedHyperparameters } from '../api/requests.ts';
import type { InputProblem } from '../errors.ts';
import { nearest, slipOf } from './nearest.ts';
import { isSecretName } from './secret-names.ts';

type Path = readonly string[];
type Values = Readonly<Record<string, unknown>>;

interface Unknown {
  readonly path: Path;
  readonly value: unknown;
  /** The names that stand beside it by the schema. */
  readonly known: readonly string[];
}

/** Of a union the form that a value names by its type, else the one that it has. */
function formOf(options: readonly z.core.$ZodType[], value: unknown): z.core.$ZodType | undefined {
  const type = isMap(value) && typeof value.type === 'string' ? value.type : undefined;
  return (
    options.find(({ _zod }) => type !== undefined && _zod.propValues?.type?.has(type)) ??
    options.find((option) => z.safeParse(option, value).success)
  );
}

/**
 * The names in a value, at any depth, that its schema does not have. A map without names of its own is free.
 */
function* namesUnknownTo(schema: z.core.$ZodType, value: unknown, path: Path): Generator<Unknown> {
  if (schema instanceof $ZodOptional || schema instanceof $ZodNullable) {
    yield* namesUnknownTo(schema._zod.def.innerType, value, path);
  } else if (schema instanceof $ZodUnion) {
    const form = formOf(schema._zod.def.options, value);
    if (form !== undefined) yield* namesUnknownTo(form, value, path);
  } else if (schema instanceof $ZodArray && Array.isArray(value)) {
    for (const [at, item] of value.entries()) yield* namesUnknownTo(schema._zod.def.element, item, [...path, String(at)]);
  } else if (schema instanceof $ZodRecord && isMap(value)) {
    for (const [name, item] of Object.entries(value)) yield* namesUnknownTo(schema._zod.def.valueType, item, [...path, name]);
  } else if (schema instanceof $ZodObject && isMap(value)) {
    const known = Object.keys(schema._zod.def.shape);
    for (const [name, item] of known.length === 0 ? [] : Object.entries(value)) {
      const field = known.includes(name) ? schema._zod.def.shape[name] : undefined;
      if (field === undefined) yield { path: [...path, name], value: item, known };
      else yield* namesUnknownTo(field, item, [...path, name]);
    }
  }
}

/** Every place that a schema has a name for, as deep as it goes. */
function placesIn(schema: z.core.$ZodType, path: Path = []): Path[] {
  if (schema instanceof $ZodOptional) return placesIn(schema._zod.def.innerType, path);
  if (!(schema instanceof $ZodObject)) return [];
  return Object.entries(schema._zod.def.shape).flatMap(([name, field]) => [[...path, name], ...placesIn(field, [...path, name])]);
}

const METHODS = new Map<string, readonly Path[]>(
  Method.def.options.map((option) => [option.shape.type.def.values[0] ?? '', placesIn(option)]),
);

/**
 * Where a setting of a training belongs: `method.supervised.hyperparameters.n_epochs` for `n_epochs`.
 * @param type the method that is asked for; a setting of another one is found there
 * @returns undefined for a name that no method has
 */
export function placeOfSetting(name: string, type: string): Path | undefined {
  const all = [METHODS.get(type) ?? [], ...METHODS.values()].flat();
  const place = all.find((path) => path.length > 1 && path.at(-1) === name);
  return place === undefined ? undefined : ['method', ...place];
}

/** The names of the methods. */
export const METHOD_NAMES: readonly string[] = [...METHODS.keys()];

/** The names of all settings of all methods. */
export const SETTINGS: readonly string[] = [
  ...new Set([...METHODS.values()].flat().flatMap((path) => (path.length > 1 ? path.slice(-1) : []))),
];

const SHOWN = 60;
/** A name longer than this is cut where it is shown. */
const LONGEST = 80;

/** A value at a place, as YAML on one line: `{supervised: {hyperparameters: {lora_r: 16}}}`. */
export function flow([name, ...inside]: Path, value: unknown): string {
  if (name !== undefined)
    return `{${name.slice(0, LONGEST)}: ${flow(inside, isSecretName(inside.at(-1) ?? name) ? '***' : value)}}`;
  const written = typeof value === 'string' && /^[\w./*-]+$/.test(value) ? value : (JSON.stringify(value) ?? '…');
  return written.length > SHOWN ? '…' : written;
}

/** What was meant by a name that is not known where it stands. */
function meant({ path, known }: Unknown, type: string, inputs: readonly string[]): string | undefined {
  const name = path.at(-1) ?? '';
  const inMethod = path[0] === 'method' || path[0] === 'hyperparameters';
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean ${near}?`;
  if (!inMethod) return undefined;
  if (path.length === 2 && inputs.includes(name)) return `It is an input of its own: ${name}.`;
  const elsewhere = nearest(name, SETTINGS);
  const other = elsewhere === undefined ? undefined : placeOfSetting(elsewhere, type);
  return other === undefined ? undefined : `Did you mean ${other.join('.')}?`;
}

function problem(unknown: Unknown, type: string, inputs: readonly string[]): InputProblem {
  const { path, value, known } = unknown;
  const place = path.map((part) => part.slice(0, LONGEST)).join('.');
  const right = path[0] === 'integrations' ? undefined : placeOfSetting(path.at(-1) ?? '', type);
  if (right !== undefined)
    return { place, message: `Input ${place} stands where the API does not read it. Move it to ${right.join('.')}.` };
  const inList = path.some((part) => /^\d+$/.test(part));
  const own = inList ? 'extra_body' : `extra_body: ${flow(path, value)}`;
  const fix = meant(unknown, type, inputs) ?? `It knows ${known.join(', ')} there.`;
  // What is a slip here is one there, too.
  const isSlip = slipOf(path.at(-1) ?? '', SETTINGS) !== undefined;
  const way = isSlip ? '' : ` A field that only your server knows goes through ${own}.`;
  return { place, message: `Input ${place} is no name that the API knows. ${fix}${way}` };
}

const MOST = 20;

/**
 * A problem for each name that nobody knows, in `method` (graders included), `hyperparameters` and
 * `integrations`.
 * @param values the inputs as they were parsed, whether or not they are right
 * @param own what the platform itself takes inside `method`
 * @param inputs the names of the inputs
 */
export function unknownNames(values: Values, own: readonly string[], inputs: readonly string[]): InputProblem[] {
  const { method, hyperparameters, integrations } = values;
  const type = methodName(method);
  const reinforcement = isMap(method) ? method.reinforcement : undefined;
  const grader = isMap(reinforcement) ? reinforcement.grader : undefined;
  const inMethod = [
    ...namesUnknownTo(Method, method, ['method']),
    ...namesUnknownTo(KnownGrader, grader, ['method', 'reinforcement', 'grader']),
    ...namesUnknownTo(SupervisedHyperparameters, hyperparameters, ['hyperparameters']),
  ].filter(({ path }) => !own.includes(path.at(-1) ?? ''));
  // An integration of another kind has a map of its own under its kind; a key is no slip.
  const inIntegrations = (Array.isArray(integrations) ? integrations : []).flatMap((one: unknown, at) =>
    [...namesUnknownTo(Integration, one, ['integrations', String(at)])].filter(({ path }) => {
      const name = path.at(-1) ?? '';
      return !isSecretName(name) && !(isMap(one) && one.type === name);
    }),
  );
  return [...inMethod, ...inIntegrations].slice(0, MOST).map((unknown) => problem(unknown, type, inputs));
}
