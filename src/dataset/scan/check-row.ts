/** One row against the rules of its format. Pure. */
import type * as z from 'zod/mini';
import { ours, type Quote, type Words, words } from '../../words.ts';
import { conversionOf, foreignForm } from '../foreign/foreign.ts';
import type { Fields } from '../formats/format.ts';
import { formatFor, meantFormat, type Row } from '../formats/formats.ts';
import { quote, quoteKey, quoteValue } from '../quote.ts';
import type { Found } from '../rules/found.ts';
import type { RuleSettings } from '../rules/rule.ts';

/** A row that could be read has a value; everything that is wrong with it is found, not the first only. */
export interface CheckedRow {
  readonly row: Row | undefined;
  readonly found: readonly Found[];
}

/** Where a schema found something, as a path in the row. The keys in it are those of the schema. */
function place(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);
}

function described(value: unknown): Words | Quote {
  if (value === undefined) return ours('missing');
  if (Array.isArray(value)) return words`a list of ${value.length}`;
  if (typeof value === 'string') return quote(value);
  return typeof value === 'object' && value !== null ? ours('an object') : quoteValue(value);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** What a schema wants, in words. */
function wanted(issue: z.core.$ZodIssue): string {
  if (issue.message !== 'Invalid input') return issue.message;
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.expected;
  return issue.code === 'invalid_value'
    ? issue.values.map((value) => JSON.stringify(value)).join(' or ')
    : 'as the API describes it';
}

/** Of a union the faults of the one form that fits the value so far: those deeper inside it say more. */
function inner(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deeper = issue.errors.find((faults) => faults.length > 0 && faults.every(({ path }) => path.length > 0));
  if (deeper === undefined) return [issue];
  return deeper.map((fault) => ({ ...fault, path: [...issue.path, ...fault.path] })).flatMap(inner);
}

function shapeFaults(issues: readonly z.core.$ZodIssue[], row: unknown): Found[] {
  return issues.flatMap(inner).map((issue) => ({
    rule: 'row/shape',
    detail: words`${ours(place(issue.path) || 'The row')} is ${described(valueAt(row, issue.path))}; it must be ${ours(wanted(issue))}.`,
  }));
}

/** So many faults of one row are enough to fix it by. */
export const MOST_OF_A_ROW = 100;

/** More messages, or tools, no server takes; a schema would stumble over them. */
const LONGEST_LIST = 10_000;

function longLists(lists: Fields): Found[] {
  return Object.entries(lists).flatMap(([name, inner]) =>
    Array.isArray(inner) && inner.length > LONGEST_LIST
      ? [
          {
            rule: 'row/shape',
            detail: words`${quote(name)} is a list of ${inner.length}; it must have at most ${LONGEST_LIST}.`,
          } as const,
        ]
      : [],
  );
}

const GRADED = 'It needs a validation_file, too. Or give the rows answers to learn, and no other keys.';

/**
 * The method that the rows fit, in full where it needs more than its name: with a grader over a field of
 * these rows.
 */
function wayTo(method: string, { messages: _, tools: __, ...item }: Fields): Words {
  if (method !== 'reinforcement') return words`It fits method: ${ours(method)}.`;
  const [field] = Object.entries(item).find(([name, value]) => /^[A-Za-z_]{1,30}$/.test(name) && typeof value === 'string') ?? [];
  const reference = { quote: `"{{item.${field ?? 'answer'}}}"` };
  return words`It fits method: {type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: "{{sample.output_text}}", reference: ${reference}, operation: eq}}}.`;
}

const unread = (...found: Found[]): CheckedRow => ({ row: undefined, found });

/** Reads and checks one row. One that is in the form of another tool has no other fault. */
export function checkRow(value: Fields, settings: RuleSettings): CheckedRow {
  const checked = checkOwn(value, settings);
  if (checked.found.length === 0) return checked;
  // What is another tool's elsewhere, this platform may take for its own.
  const isTaken = formatFor(value, settings.method)?.takenBy?.(settings.profile) === true;
  const form = isTaken ? undefined : foreignForm(value);
  if (form === undefined) return checked;
  const detail = words`The row is in the form of ${ours(form.name)}.`;
  return unread({ rule: 'row/foreign-format', detail, fix: conversionOf(form) });
}

function checkOwn(value: Fields, settings: RuleSettings): CheckedRow {
  const format = formatFor(value, settings.method);
  if (format === undefined || format.takenBy?.(settings.profile) === false) {
    const [first, ...more] = Object.keys(value).slice(0, 6).map(quoteKey);
    if (first === undefined) return unread({ rule: 'row/unknown-format', detail: words`The row has no keys.` });
    const keys = more.reduce<Words>((all, key) => words`${all}, ${key}`, words`${first}`);
    return unread({ rule: 'row/unknown-format', detail: words`The row has the keys ${keys}.` });
  }
  const long = longLists(format.lists(value));
  if (long.length > 0) return unread(...long);
  const { name, method } = meantFormat(value, format);
  if (method !== settings.method) {
    const detail = words`The row is in the ${ours(name)} format, but method is ${ours(settings.method)}. ${wayTo(method, value)}`;
    return unread({ rule: 'row/wrong-format', detail, ...(method === 'reinforcement' ? { fix: GRADED } : {}) });
  }
  const inspected = format.inspect(value, settings);
  if (inspected.issues !== undefined) return unread(...shapeFaults(inspected.issues, value));
  const { known, taken } = format.keys ?? {};
  const foreign = Object.keys(value)
    .filter((key) => known?.has(key) === false)
    .slice(0, MOST_OF_A_ROW);
  const keyFaults = foreign.map((key) => ({
    rule: 'row/unknown-key' as const,
    detail: words`The row has the key ${quoteKey(key)}; ${ours(taken ?? '')}.`,
  }));
  return { row: inspected.row, found: [...keyFaults, ...inspected.found] };
}
