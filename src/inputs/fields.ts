/**
 * Schemas that turn one input's raw text into its value. Each issue's message is the phrase of what is
 * allowed; the report adds place and value.
 */
import * as z from 'zod/mini';

type Issues = { push(issue: z.core.$ZodRawIssue): unknown };

function refuse(issues: Issues, input: unknown, allowed: string): never {
  issues.push({ code: 'custom', message: allowed, input });
  return z.NEVER;
}

const raw = z.optional(z.string());

/** A text, or undefined when the input is empty. */
export const text = z.pipe(
  raw,
  z.transform((value) => value || undefined),
);

/** The non-empty lines of a text, trimmed. */
export const lines = z.pipe(
  raw,
  z.transform((value): readonly string[] =>
    (value ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
);

/** One of several words; the first is the default. */
export function choice<const Words extends readonly string[]>(...words: Words) {
  const allowed = `one of ${words.join(', ')}`;
  return z.pipe(
    raw,
    z.transform((value, context): Words[number] => {
      const word = words.find((candidate) => candidate === (value || words[0]));
      return word ?? refuse(context.issues, value, allowed);
    }),
  );
}

/** One of several words, or undefined when the input is empty. */
export function optionalChoice<const Words extends readonly [string, ...string[]]>(...words: Words) {
  const required = choice(...words);
  return z.pipe(
    raw,
    z.transform((value, context): Words[number] | undefined => {
      if (!value) return undefined;
      const parsed = required.safeParse(value);
      return parsed.success ? parsed.data : refuse(context.issues, value, `one of ${words.join(', ')}`);
    }),
  );
}

/** `true` or `false` in the spellings of YAML 1.2's core schema, as GitHub's own toolkit takes them. */
export function flag(otherwise: boolean) {
  return z.pipe(
    raw,
    z.transform((value, context): boolean => {
      if (!value) return otherwise;
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (/^(false|False|FALSE)$/.test(value)) return false;
      return refuse(context.issues, value, 'true or false');
    }),
  );
}

/** What a number may be; `low` and `high` are inclusive unless `above` says that the lower end is not. */
export interface Range {
  readonly low: number;
  readonly high?: number;
  readonly above?: boolean;
  readonly whole?: boolean;
}

/** A decimal number written in plain digits: no `1e3`, no `0x10`, no trailing words. */
function numberIn(value: string, range: Range): number | undefined {
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value)) return undefined;
  const number = Number(value);
  const inside = (range.above ? number > range.low : number >= range.low) && number <= (range.high ?? Number.MAX_SAFE_INTEGER);
  return inside && (!range.whole || Number.isInteger(number)) ? number : undefined;
}

function phrase(range: Range): string {
  const start = `a ${range.whole ? 'whole' : 'decimal'} number ${range.above ? 'above' : 'from'} ${range.low}`;
  return range.high === undefined ? (range.above ? start : `${start} up`) : `${start} to ${range.high}`;
}

/** A number, or undefined when the input is empty. */
export function optionalNumber(range: Range) {
  return z.pipe(
    raw,
    z.transform((value, context): number | undefined => {
      if (!value) return undefined;
      return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
    }),
  );
}

/** A number with a default. */
export function number(range: Range, otherwise: number) {
  return z.pipe(
    raw,
    z.transform((value, context): number => {
      if (!value) return otherwise;
      return numberIn(value, range) ?? refuse(context.issues, value, phrase(range));
    }),
  );
}

/** What was parsed from JSON or YAML, of this schema; undefined where nothing was given. */
export function structured<Inner extends z.core.$ZodType>(schema: Inner) {
  return z.pipe(
    z.unknown(),
    z.transform((value, context): z.infer<Inner> | undefined => {
      if (value === undefined) return undefined;
      const parsed = z.safeParse(schema, value);
      if (parsed.success) return parsed.data;
      for (const { message, path } of parsed.error.issues)
        context.issues.push({ code: 'custom', message, input: value, path: [...path] });
      return z.NEVER;
    }),
  );
}
