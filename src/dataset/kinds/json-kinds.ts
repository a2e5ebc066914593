/** Files that are JSON, or nearly, but not one object a line. */
import { isMap } from '../../api/method.ts';
import { jsonFault } from '../scan/json-fault.ts';
import type { FileKind, TextHead } from './kind.ts';

const PRETTY = 'Put each on one line: jq -c . FILE > NEW';
const other = (what: string, fix: string): FileKind => ({ rule: 'file/other-format', what, fix });

/** The value of a line; undefined where it is not JSON. */
function parsed(line: string): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return { value };
  } catch {
    return undefined;
  }
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const haveKeys = (items: readonly unknown[], ...keys: readonly string[]) =>
  items.length > 0 && items.every((item) => isMap(item) && keys.every((key) => key in item));

/** Whether a text ends inside a string. */
function endsInString(text: string): boolean {
  let open = false;
  for (let at = 0; at < text.length; at += 1) {
    if (open && text[at] === '\\') at += 1;
    else if (text[at] === '"') open = !open;
  }
  return open;
}

/** An object that goes on over several lines. A row that was cut off is followed by another row. */
function isSpread({ lines, whole }: TextHead): boolean {
  const [first = '', second] = lines;
  if (second === undefined) return !whole && first === '{';
  if (endsInString(first) || parsed(first) !== undefined || jsonFault(first) < first.length) return false;
  return !isMap(parsed(second)?.value);
}

/** What to do where each line is a list, by what the lists hold. */
function fromLists(lists: readonly (readonly unknown[])[]): string {
  const all = (...keys: readonly string[]) => lists.every((list) => haveKeys(list, ...keys));
  if (all('role', 'content')) return "Convert it: jq -c '{messages: .}' FILE > NEW";
  if (all('from', 'value'))
    return `Convert it: jq -c '{messages: map({role: ({human: "user", gpt: "assistant"}[.from] // .from), content: .value})}' FILE > NEW`;
  if (lists.every((list) => list.length === 2 && list.every((item) => typeof item === 'string')))
    return `If each is a question and its answer, convert it: jq -c '{messages: [{role: "user", content: .[0]}, {role: "assistant", content: .[1]}]}' FILE > NEW`;
  return 'Write one JSON object on each line.';
}

/** Whether the items of a list are messages: then the list is a conversation, and no list of rows. */
const isConversation = (list: readonly unknown[]) => haveKeys(list, 'role', 'content') || haveKeys(list, 'from', 'value');

function listKind({ text, lines }: TextHead): FileKind | undefined {
  const values = lines.map(parsed);
  const lists = values.flatMap((line) => (isList(line?.value) ? [line.value] : []));
  const [first] = lists;
  // A few may be faulty; they are found when the others are converted.
  const lie = lists.length > 1 && lists.length * 2 > lines.length;
  if (first !== undefined && values[0] !== undefined && (lie || (lines.length === 1 && isConversation(first))))
    return other('has a list on each line, not an object', fromLists(lists));
  if (values.some((line) => isMap(line?.value))) {
    // An array with one row on each line has commas, or its bracket alone on the first.
    if (lines[0] !== '[') return undefined;
  } else if (!/^\[\s*($|[[{"\d-])/.test(text)) return undefined;
  return { rule: 'file/json-array', what: 'is one JSON array, not lines', fix: "Convert it: jq -c '.[]' FILE > NEW" };
}

function objectKind(head: TextHead): FileKind | undefined {
  const [first = ''] = head.lines;
  if (isSpread(head)) return { rule: 'file/pretty-json', what: 'has objects that are spread over several lines', fix: PRETTY };
  if (parsed(first) !== undefined) return undefined;
  if (/^\{\s*'/.test(first))
    return other(
      'has Python dictionaries, not JSON',
      `Convert it: python3 -c 'import ast, json, sys; [print(json.dumps(ast.literal_eval(row))) for row in open(sys.argv[1], encoding="utf-8") if row.strip()]' FILE > NEW`,
    );
  // One comma too many is a slip of its line.
  const commas = head.lines.filter((line) => /^\{.*\},$/.test(line));
  if (commas.length > 1 && commas.length >= head.lines.length - 1 && parsed(first.slice(0, -1)) !== undefined)
    return other('has lines that end with commas', "Remove them: sed -e 's/,[[:space:]]*$//' FILE > NEW");
  const fault = jsonFault(first);
  if (first[fault] !== '{' || !isMap(parsed(first.slice(0, fault))?.value)) return undefined;
  return /\r\s*$/.test(first.slice(0, fault))
    ? other('has lines that end in CR alone, where LF ends a line', "Convert it: tr '\\r' '\\n' < FILE > NEW")
    : { rule: 'file/pretty-json', what: 'has several objects on one line', fix: PRETTY };
}

/** Lines that are each a single value: a text that holds a row, or nothing of use. */
function scalarKind({ lines }: TextHead): FileKind | undefined {
  const values = lines.map(parsed);
  if (values.length < 2 || !values.every((line) => line !== undefined && !isMap(line.value) && !isList(line.value)))
    return undefined;
  const inner = values.map((line) => (typeof line?.value === 'string' ? parsed(line.value) : undefined));
  return inner.every((line) => isMap(line?.value))
    ? other('has lines that were encoded as JSON twice', 'Decode them once: jq -c fromjson FILE > NEW')
    : other('has one value on each line, not an object', 'Write one JSON object on each line.');
}

/** What the file is, where its first character is one of JSON; undefined where its lines may be rows. */
export function jsonKind(head: TextHead): FileKind | undefined {
  if (head.text.startsWith('{')) return objectKind(head);
  return head.text.startsWith('[') ? listKind(head) : scalarKind(head);
}
