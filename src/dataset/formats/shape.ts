/**
 * The shape that a value must have: kinds, fields, items. A value is looked at and never copied, and all that
 * is wrong with it is found, each with its place and with what must be there, in the words of a message.
 */
import { isMap } from '../../api/method.ts';

/** Where in a row: names of fields, and numbers of items from 0 on. */
export type Path = readonly (string | number)[];

/** A path as it is written in a program. */
export function placeOf(path: Path): string {
  return path.reduce<string>(
    (place, one) => (typeof one === 'number' ? `${place}[${one}]` : place === '' ? one : `${place}.${one}`),
    '',
  );
}

/** What is wrong: where, and what must stand there. */
export interface ShapeFault {
  readonly path: Path;
  readonly wanted: string;
}

/** The place that is looked at, and what was wrong on the way to it. */
interface Look {
  readonly path: (string | number)[];
  readonly faults: ShapeFault[];
}

export interface Shape<Value> {
  /** Whether a value has it; what is wrong with one that has it not, is noted. */
  fits(value: unknown, look: Look): value is Value;
}

/** The values that have a shape. */
export type ShapeOf<Of> = Of extends Shape<infer Value> ? Value : never;

/**
 * Whether a value has a shape.
 * @param faults takes what is wrong with one that has it not
 */
export function hasShape<Value>(shape: Shape<Value>, value: unknown, faults: ShapeFault[] = []): value is Value {
  return shape.fits(value, { path: [], faults });
}

/** What is wrong with a value; nothing where it has the shape. */
export function shapeFaults(shape: Shape<unknown>, value: unknown): readonly ShapeFault[] {
  const faults: ShapeFault[] = [];
  hasShape(shape, value, faults);
  return faults;
}

/** So many faults of one value are noted: enough to fix it by. */
const MOST_FAULTS = 100;

/** Notes what must stand here. */
function refuse({ path, faults }: Look, wanted: string): false {
  if (faults.length < MOST_FAULTS) faults.push({ path: [...path], wanted });
  return false;
}

/** What is known by looking at the value alone. */
function simple<Value>(wanted: string, is: (value: unknown) => value is Value): Shape<Value> {
  return { fits: (value, look): value is Value => is(value) || refuse(look, wanted) };
}

export const text: Shape<string> = simple('a text', (value) => typeof value === 'string');
export const truth: Shape<boolean> = simple('true or false', (value) => typeof value === 'boolean');
export const anything: Shape<unknown> = simple('anything', (_): _ is unknown => true);

/** One of some texts or numbers. */
export function oneOf<const Value extends string | number>(values: readonly Value[], wanted: string): Shape<Value> {
  return simple(wanted, (value): value is Value => values.some((one) => one === value));
}

/** Nothing at all, null, or a value of this shape. */
export function orNothing<Value>(shape: Shape<Value>): Shape<Value | null | undefined> {
  return {
    fits: (value, look): value is Value | null | undefined => value === null || value === undefined || shape.fits(value, look),
  };
}

/** Either of two shapes, of which the second is the one that is looked into. */
export function either<First, Second>(first: Shape<First>, second: Shape<Second>): Shape<First | Second> {
  return {
    fits: (value, look): value is First | Second => hasShape(first, value) || second.fits(value, look),
  };
}

/**
 * A list of such items.
 * @param wanted what is said of a value that is none
 */
export function listOf<Item>(item: Shape<Item>, wanted = 'a list'): Shape<Item[]> {
  return {
    fits(value, look): value is Item[] {
      if (!Array.isArray(value)) return refuse(look, wanted);
      let fits = true;
      for (const [index, one] of value.entries()) fits = fitsInside(item, one, index, look) && fits;
      return fits;
    },
  };
}

function fitsInside(shape: Shape<unknown>, value: unknown, place: string | number, look: Look): boolean {
  look.path.push(place);
  const fits = shape.fits(value, look);
  look.path.pop();
  return fits;
}

type Fields = Readonly<Record<string, Shape<unknown>>>;
type Optional<Of extends Fields> = { [Name in keyof Of]: undefined extends ShapeOf<Of[Name]> ? Name : never }[keyof Of];
/** An object with these fields, and any others. */
export type ObjectOf<Of extends Fields> = { readonly [Name in Exclude<keyof Of, Optional<Of>>]: ShapeOf<Of[Name]> } & {
  readonly [Name in Optional<Of>]?: ShapeOf<Of[Name]>;
} & { readonly [name: string]: unknown };

/**
 * An object with these fields, and any others.
 * @param wanted what is said of a value that is none
 */
export function objectOf<const Of extends Fields>(fields: Of, wanted = 'an object'): Shape<ObjectOf<Of>> {
  const all = Object.entries(fields);
  return {
    fits(value, look): value is ObjectOf<Of> {
      if (!isMap(value)) return refuse(look, wanted);
      let fits = true;
      for (const [name, shape] of all) fits = fitsInside(shape, value[name], name, look) && fits;
      return fits;
    },
  };
}

/**
 * Values of a shape for which something more holds.
 * @param wanted what is said of one for which it does not
 */
export function where<Value>(shape: Shape<Value>, holds: (value: Value) => boolean, wanted: string): Shape<Value> {
  return { fits: (value, look): value is Value => shape.fits(value, look) && (holds(value) || refuse(look, wanted)) };
}
