/**
 * Schemas that turn one input's raw text into its value. Each issue's message is the phrase of what is
 * allowed; the report adds place and value.
 */
import * as z from 'zod/mini';
import type { Parsed } from '../structured.ts';

type Issues = { push(issue: z.core.$ZodRawIssue): unknown };

function refuse(issues: Issues, input: unknown, allowed: string, path: PropertyKey[] = []): never {
  issues.push({ code: 'custom', message: allowed, input, path });
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

type Schema = z.core.$ZodType;

function checked<Inner extends Schema>(schema: Inner, value: unknown, issues: Issues): z.infer<Inner> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues)
    issues.push({ code: 'custom', message: issue.message, input: value, path: issue.path });
  return z.NEVER;
}

function unreadable(fault: string, line: number | undefined): string {
  return `JSON or YAML that can be read (${line === undefined ? '' : `line ${line}: `}${fault})`;
}

/** Parsed JSON or YAML of this schema, or undefined when the input is empty. */
export function structured<Inner extends Schema>(schema: Inner) {
  return z.pipe(
    z.custom<Parsed | undefined>(),
    z.transform((parsed, context): z.infer<Inner> | undefined => {
      if (parsed === undefined) return undefined;
      if ('fault' in parsed) return refuse(context.issues, undefined, unreadable(parsed.fault, parsed.line));
      return checked(schema, parsed.value, context.issues);
    }),
  );
}
