/** One row against the rules of its format. Pure. */
import * as z from 'zod/mini';
import {
  ChatRow,
  CompletionRow,
  type DataFormat,
  FORMATS_OF,
  formatOf,
  type MethodType,
  PreferenceRow,
  ReinforcementRow,
  type Row,
} from '../formats.ts';
import { checkChat } from './conversation.ts';
import { checkParts } from './parts.ts';
import { type DataProfile, type Found, quoted } from './rules.ts';
import { checkToolDefinitions } from './tool-calls.ts';

export interface RowRules {
  readonly method: MethodType;
  readonly profile: DataProfile;
  /** The fields that the grader takes from each row. */
  readonly graderItems: readonly string[];
}

/** A row that could be read has a value; everything that is wrong with it is found, not the first only. */
export interface CheckedRow {
  readonly row: Row | undefined;
  readonly found: readonly Found[];
}

const METHOD_FOR: Readonly<Record<DataFormat, MethodType>> = {
  chat: 'supervised',
  completion: 'supervised',
  preference: 'dpo',
  reinforcement: 'reinforcement',
};

/** Where a schema found something, as a path in the row. */
function place(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`),
    '',
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : quoted(String(value));
}

function shapeFaults(issues: readonly z.core.$ZodIssue[], row: unknown): Found[] {
  return issues.map(({ path, message }) => ({
    rule: 'row/shape',
    detail: `${place(path) || 'The row'} is ${shown(valueAt(row, path))}; it must be ${message === 'Invalid input' ? 'as the API describes it' : message}.`,
  }));
}

/** Reads and checks one row. */
export function checkRow(value: Readonly<Record<string, unknown>>, rules: RowRules): CheckedRow {
  const format = formatOf(value, rules.method);
  if (format === undefined) {
    const keys = Object.keys(value);
    return {
      row: undefined,
      found: [{ rule: 'row/unknown-format', detail: `The row has the keys ${quoted(keys.slice(0, 6).join(', '))}.` }],
    };
  }
  if (!FORMATS_OF[rules.method].includes(format)) {
    const meant = METHOD_FOR[format];
    return {
      row: undefined,
      found: [
        {
          rule: 'row/wrong-format',
          detail: `The row is in the ${format} format, but method is ${rules.method}. It fits method: ${meant}.`,
        },
      ],
    };
  }
  switch (format) {
    case 'chat':
      return checkAs(
        ChatRow,
        value,
        (row) => ({ format, row }),
        (row) => checkChat(row, rules.profile),
      );
    case 'completion':
      return checkAs(CompletionRow, value, (row) => ({ format, row }), checkCompletion);
    case 'preference':
      return checkAs(
        PreferenceRow,
        value,
        (row) => ({ format, row }),
        (row) => [
          ...checkPreference(row),
          ...checkToolDefinitions(row.input.tools),
          ...checkParts(row.input.messages, rules.profile),
        ],
      );
    case 'reinforcement':
      return checkAs(
        ReinforcementRow,
        value,
        (row) => ({ format, row }),
        (row) => [
          ...checkReinforcement(row, rules),
          ...checkToolDefinitions(row.tools),
          ...checkParts(row.messages, rules.profile),
        ],
      );
  }
}

function checkAs<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: unknown,
  wrap: (row: z.infer<Schema>) => Row,
  check: (row: z.infer<Schema>) => Found[],
): CheckedRow {
  const parsed = z.safeParse(schema, value);
  return parsed.success
    ? { row: wrap(parsed.data), found: check(parsed.data) }
    : { row: undefined, found: shapeFaults(parsed.error.issues, value) };
}

function unknownKeys(row: object, known: readonly string[]): Found[] {
  return Object.keys(row)
    .filter((key) => !known.includes(key))
    .map((key) => ({ rule: 'row/unknown-key', detail: `The row has the key ${quoted(key)}; it takes ${known.join(', ')}.` }));
}

function checkCompletion(row: CompletionRow): Found[] {
  const found = unknownKeys(row, ['prompt', 'completion']);
  if (row.completion.trim() === '') found.push({ rule: 'completion/empty', detail: 'The completion is empty.' });
  return found;
}

function checkPreference(row: PreferenceRow): Found[] {
  const found = unknownKeys(row, ['input', 'preferred_output', 'non_preferred_output']);
  const outputs = { preferred_output: row.preferred_output, non_preferred_output: row.non_preferred_output };
  for (const [name, messages] of Object.entries(outputs)) {
    const foreign = messages.find(({ role }) => role !== 'assistant' && role !== 'tool');
    if (foreign !== undefined)
      found.push({ rule: 'preference/output-role', detail: `${name} has a message by ${quoted(foreign.role)}.` });
    if (!messages.some(({ role }) => role === 'assistant'))
      found.push({ rule: 'preference/output-role', detail: `${name} has no message by the assistant.` });
    if (messages.length > 1) found.push({ rule: 'preference/output-count', detail: `${name} has ${messages.length} messages.` });
  }
  for (const [name, messages] of Object.entries({ input: row.input.messages, ...outputs })) {
    if (messages.some(({ content }) => Array.isArray(content) && content.some(({ type }) => type !== 'text')))
      found.push({ rule: 'preference/not-text', detail: `${name} holds a part that is not text.` });
  }
  const [left, right] = Object.values(outputs).map((messages) => JSON.stringify(messages));
  if (left === right) found.push({ rule: 'preference/identical', detail: 'Both outputs are the same.' });
  if (row.input.messages.at(-1)?.role === 'assistant')
    found.push({ rule: 'preference/last-assistant', detail: 'The input ends with a message by the assistant.' });
  return found;
}

function checkReinforcement(row: ReinforcementRow, { graderItems, profile }: RowRules): Found[] {
  const found: Found[] = graderItems
    .filter((name) => !(name in row))
    .map((name) => ({
      rule: 'reinforcement/missing-item',
      detail: `The grader uses item.${name}, which the row does not have.`,
    }));
  // Where there is no role developer, system is what it is called.
  const system = row.messages.findIndex(({ role }) => role === 'system');
  if (system >= 0 && profile.developerRole)
    found.push({ rule: 'reinforcement/system-role', detail: `messages[${system}] is by "system".` });
  const last = row.messages.at(-1)?.role;
  if (last !== 'user')
    found.push({ rule: 'reinforcement/last-not-user', detail: `The last message is by ${quoted(last ?? '')}.` });
  return found;
}
