/** One row against the rules of its format. Pure. */
import { ours, type Quote, type Words, words } from '../../words.ts';
import { conversionOf, foreignForm } from '../foreign/foreign.ts';
import type { Fields } from '../formats/format.ts';
import { formatFor, meantFormat, type Row } from '../formats/formats.ts';
import { type Path, placeOf, type ShapeFault } from '../formats/shape.ts';
import { quote, quoteKey, quoteValue } from '../quote.ts';
import type { Found } from '../rules/found.ts';
import type { RuleSettings } from '../rules/rule.ts';

/** A row that could be read has a value; everything that is wrong with it is found, not the first only. */
export interface CheckedRow {
  readonly row: Row | undefined;
  readonly found: readonly Found[];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);
}

function described(value: unknown): Words | Quote {
  if (value === undefined) return ours('missing');
  if (Array.isArray(value)) return words`a list of ${value.length}`;
  if (typeof value === 'string') return quote(value);
  return typeof value === 'object' && value !== null ? ours('an object') : quoteValue(value);
}

const shapeFault = ({ path, wanted }: ShapeFault, row: unknown): Found => ({
  rule: 'row/shape',
  detail: words`${ours(placeOf(path) || 'The row')} is ${described(valueAt(row, path))}; it must be ${ours(wanted)}.`,
});

/** So many faults of one row are enough to fix it by. */
export const MOST_OF_A_ROW = 100;

/** More messages, or tools, no server takes; looking at each would take long. */
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
  if (inspected.misshapen !== undefined) return unread(...inspected.misshapen.map((fault) => shapeFault(fault, value)));
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
