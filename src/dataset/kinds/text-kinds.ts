/** Texts that are no JSON: tables, pages, pointers, prose. */
import { type FileKind, isJson, type TextHead } from './kind.ts';

const other = (name: string, fix: string): FileKind => ({ rule: 'file/other-format', what: `is ${name}`, fix });

const ANNEX = ['/annex/objects/', '.git/annex/objects/', '../.git/annex/objects/'];

/** Reads a table by Python's own means, which ask for nothing to be installed. */
const fromTable = (options: string) =>
  `Convert it: python3 -c 'import csv, json, sys; [print(json.dumps(row)) for row in csv.DictReader(open(sys.argv[1], newline="", encoding="utf-8-sig")${options})]' FILE > NEW`;

const DELIMITERS = [
  [',', 'a CSV table', fromTable('')],
  ['\t', 'a table with tabs (TSV)', fromTable(', delimiter="\\t"')],
  [';', 'a CSV table with semicolons', fromTable(', delimiter=";"')],
  ['|', 'a table with bars', fromTable(', delimiter="|"')],
] as const;

const YAML_ROWS =
  'python3 -c \'import json, sys, yaml; [print(json.dumps(row)) for part in yaml.safe_load_all(open(sys.argv[1], encoding="utf-8")) for row in (part if isinstance(part, list) else [part])]\' FILE > NEW';

/** So many records of a table are held against its head. */
const RECORDS = 5;

/** The records of a table, whose fields may hold line ends and the delimiter between quotation marks. */
function records(text: string, delimiter: string): string[][] {
  const found: string[][] = [];
  let fields: string[] = [];
  let field = '';
  let inQuotes = false;
  const close = () => {
    fields.push(field.trim());
    field = '';
  };
  for (let at = 0; at < text.length && found.length < RECORDS; at += 1) {
    const character = text[at] ?? '';
    if (inQuotes && character === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (character === '"' && (inQuotes || field.trim() === '')) inQuotes = !inQuotes;
    else if (!inQuotes && character === delimiter) close();
    else if (!inQuotes && character === '\n') {
      close();
      found.push(fields);
      fields = [];
    } else field += character;
  }
  if (found.length < RECORDS && !inQuotes && (field !== '' || fields.length > 0)) {
    close();
    found.push(fields);
  }
  return found.filter((record) => record.length > 1 || record[0] !== '');
}

/** A name of a column. */
const COLUMN = /^[\p{L}_][\p{L}\p{N}_ .()/-]{0,60}$/u;

function isTable({ text, whole }: TextHead, delimiter: string): boolean {
  const [head, ...rows] = records(text, delimiter);
  if (head === undefined || head.length < 2 || !head.every((name) => COLUMN.test(name))) return false;
  // The last record may be cut, and says nothing then.
  const told = whole ? rows : rows.slice(0, -1);
  return told.every((row) => row.length === head.length);
}

/** What a text is that is not JSON; undefined where some lines may be rows all the same. */
export function textKind(head: TextHead): FileKind | undefined {
  const { text, lines } = head;
  const small = text.slice(0, 64).toLowerCase();
  if (small.startsWith('version https://git-lfs.github.com/spec/'))
    return {
      rule: 'file/git-lfs-pointer',
      what: 'is a Git LFS pointer',
      fix: 'Check out with lfs: true in actions/checkout, or fetch it with git lfs pull.',
    };
  if (ANNEX.some((beginning) => small.startsWith(beginning)))
    return other('a git-annex pointer', 'Fetch the file with git-annex in a step before.');
  if (/^outs:\s/.test(text) && text.includes('md5:')) return other('a DVC pointer', 'Fetch the file with DVC in a step before.');
  if (small.startsWith('<!doctype html') || small.startsWith('<html'))
    return other('an HTML page', 'Download the file itself; this may be the page of a login, or of an error.');
  if (/^<\?xml|^<[a-z][\w:-]*(\s[^<]*)?>/.test(small)) return other('an XML document', 'Write one JSON object on each line.');
  if (lines.some((line) => /^[[{]/.test(line) && isJson(line))) return undefined;
  for (const [delimiter, name, fix] of DELIMITERS) if (isTable(head, delimiter)) return other(name, fix);
  if (/^---\s*(\n|$)|^- (\{|[\w-]+:\s)|^[a-z_]+:(\s|$)/.test(text)) return other('YAML', `Convert it: ${YAML_ROWS}`);
  // Something that was meant as a row, if not a good one, is reported on its line.
  if (text.startsWith('{') || lines[0] === undefined || isJson(lines[0])) return undefined;
  return other('text, but no JSON', 'Write one JSON object on each line.');
}
