/** Inputs of plain text: what each text means, and the phrase of what is allowed. Pure. */

/** What a text means. One that is wrong means what it would if nothing were given. */
export interface Reading<Value> {
  readonly value: Value;
  /** Of a wrong text: the phrase of what is allowed. */
  readonly allowed?: string;
}

export type Field<Value> = (raw: string | undefined) => Reading<Value>;

/** Fields by the names of their inputs. */
export type Fields<Values> = { readonly [Name in keyof Values]: Field<Values[Name]> };
export type ValuesOf<Table> = Table extends Fields<infer Values> ? Readonly<Values> : never;

/** An input whose text is wrong. */
export interface WrongInput {
  readonly name: string;
  readonly allowed: string;
}

/** Reads the inputs of a table: the value of each, and those that are wrong. */
export function readFields<Values>(
  fields: Fields<Values>,
  given: Readonly<Record<string, string | undefined>>,
): { readonly values: Readonly<Values>; readonly wrong: readonly WrongInput[] };
export function readFields(fields: Fields<Record<string, unknown>>, given: Readonly<Record<string, string | undefined>>) {
  const readings = Object.entries(fields).map(([name, field]) => ({ name, ...field(given[name]) }));
  return {
    values: Object.fromEntries(readings.map(({ name, value }) => [name, value])),
    wrong: readings.flatMap(({ name, allowed }) => (allowed === undefined ? [] : [{ name, allowed }])),
  };
}

/**
 * A text of a certain form.
 * @param otherwise its value when it is empty
 * @param meaning undefined where it is not of the form
 */
function formed<Value, Otherwise>(
  otherwise: Otherwise,
  allowed: string,
  meaning: (text: string) => Value | undefined,
): Field<Value | Otherwise> {
  return (raw) => {
    if (!raw) return { value: otherwise };
    const value = meaning(raw);
    return value === undefined ? { value: otherwise, allowed } : { value };
  };
}

/** A text, or undefined when the input is empty. */
export const text: Field<string | undefined> = (raw) => ({ value: raw || undefined });

/** A text of at most so many characters, or undefined when the input is empty. */
export const shortText = (most: number) =>
  formed(undefined, `a text of 1 to ${most} characters`, (raw) => ([...raw].length <= most ? raw : undefined));

/** The non-empty lines of a text, trimmed. */
export const lines: Field<readonly string[]> = (raw = '') => ({
  value: raw
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== ''),
});

function oneOf<Word extends string, Otherwise>(words: readonly Word[], otherwise: Otherwise): Field<Word | Otherwise> {
  return formed(otherwise, `one of ${words.join(', ')}`, (raw) => words.find((word) => word === raw));
}

/** One of several words; the first is the default. */
export const choice = <Word extends string>(first: Word, ...others: readonly Word[]) => oneOf([first, ...others], first);

/** One of several words, or undefined when the input is empty. */
export const optionalChoice = <Word extends string>(...words: readonly Word[]) => oneOf(words, undefined);

/** `true` or `false` in the spellings of YAML 1.2's core schema, as GitHub's own toolkit takes them. */
export const flag = (otherwise: boolean) =>
  formed(otherwise, 'true or false', (raw) => {
    if (/^(true|True|TRUE)$/.test(raw)) return true;
    return /^(false|False|FALSE)$/.test(raw) ? false : undefined;
  });

/** What a number may be; `low` and `high` are inclusive unless `above` says that the lower end is not. */
export interface Range {
  readonly low: number;
  readonly high?: number;
  readonly above?: boolean;
  readonly whole?: boolean;
}

/** A decimal number written in plain digits: no `1e3`, no `0x10`, no trailing words. */
function numberIn(raw: string, range: Range): number | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(raw)) return undefined;
  const number = Number(raw);
  const inside = (range.above ? number > range.low : number >= range.low) && number <= (range.high ?? Number.MAX_SAFE_INTEGER);
  return inside && (!range.whole || Number.isInteger(number)) ? number : undefined;
}

function phrase(range: Range): string {
  const start = `a ${range.whole ? 'whole' : 'decimal'} number ${range.above ? 'above' : 'from'} ${range.low}`;
  return range.high === undefined ? (range.above ? start : `${start} up`) : `${start} to ${range.high}`;
}

/** A number with a default. */
export const number = (range: Range, otherwise: number) => formed(otherwise, phrase(range), (raw) => numberIn(raw, range));

/** A number, or undefined when the input is empty. */
export const optionalNumber = (range: Range) => formed(undefined, phrase(range), (raw) => numberIn(raw, range));
