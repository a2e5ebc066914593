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
import { CHAT_KEYS, checkChat } from '../rules/conversation.ts';
import { checkParts } from '../rules/parts.ts';
import { type DataProfile, type Found, quoted } from '../rules/rules.ts';
import { checkToolDefinitions } from '../rules/tool-calls.ts';

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
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
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

function shapeFaults(issues: readonly z.core.$ZodIssue[], row: unknown): Found[] {
  return issues.map((issue) => ({
    rule: 'row/shape',
    detail: `${place(issue.path) || 'The row'} is ${shown(valueAt(row, issue.path))}; it must be ${wanted(issue)}.`,
  }));
}

/** More messages, or tools, no server takes; a schema would stumble over them. */
const LONGEST_LIST = 10_000;

function longList(value: Readonly<Record<string, unknown>>): Found[] {
  const { messages, tools, functions, input, preferred_output, non_preferred_output } = value;
  // Other fields are what a grader reads, and may be of any length.
  const lists = { messages, tools, functions, preferred_output, non_preferred_output, ...Object(input) };
  return Object.entries(lists).flatMap(([name, inner]) =>
    Array.isArray(inner) && inner.length > LONGEST_LIST
      ? [{ rule: 'row/shape', detail: `${quoted(name)} is a list of ${inner.length}; it must have at most ${LONGEST_LIST}.` }]
      : [],
  );
}

/** A prompt without an answer, with fields that only a grader reads. */
function isForGrader(value: Readonly<Record<string, unknown>>): boolean {
  const messages: readonly unknown[] = Array.isArray(value.messages) ? value.messages : [];
  const roles = messages.map((message) =>
    typeof message === 'object' && message !== null ? Reflect.get(message, 'role') : undefined,
  );
  return roles.at(-1) === 'user' && !roles.includes('assistant') && Object.keys(value).some((key) => !CHAT_KEYS.has(key));
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
  const long = longList(value);
  if (long.length > 0) return { row: undefined, found: long };
  const meant = format === 'chat' && isForGrader(value) ? 'reinforcement' : format;
  if (!FORMATS_OF[rules.method].includes(meant)) {
    return {
      row: undefined,
      found: [
        {
          rule: 'row/wrong-format',
          detail: `The row is in the ${meant} format, but method is ${rules.method}. It fits method: ${METHOD_FOR[meant]}.`,
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
    if (messages.some((message) => message.role === 'assistant' && !message.tool_calls?.length && !message.content?.length))
      found.push({ rule: 'preference/empty-output', detail: `${name} has a message of the assistant without content.` });
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
