import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { fileKind } from '../src/dataset/kinds/file-kind.ts';
import type { KindRule } from '../src/dataset/kinds/kind.ts';
import { beginsWithObject, HEAD_BYTES } from '../src/dataset/kinds/kind.ts';
import { newFolder } from './support/action.ts';
import { commandIn, needsAllOf, needsProgram, runFix } from './support/commands.ts';
import { chatRow, jsonl, many } from './support/rows.ts';

const rows = many(3, (number) => chatRow(number));
const text = jsonl(rows);
const pairs = many(3, (number) => ({ prompt: `q "${number}", or\nso`, completion: `a ${number}` }));
const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;
const table = (delimiter: string, end = '\n') =>
  [['prompt', 'completion'], ...pairs.map((pair) => [cell(pair.prompt), cell(pair.completion)])]
    .map((record) => `${record.join(delimiter)}${end}`)
    .join('');

/** What a program makes of a file of these bytes. */
function made(command: string, content: string | Uint8Array): Buffer {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'in'), content);
  execFileSync('sh', ['-c', command], { cwd: folder });
  return readFileSync(path.join(folder, 'out'));
}
const bytes = (latin: string) => Buffer.from(latin, 'latin1');
const zipped = (...names: readonly string[]) => bytes(names.map((name) => `PK\x03\x04${'\0'.repeat(26)}${name}`).join(''));
const utf16 = (content: string) => Buffer.from(content, 'utf16le');

function kindOf(content: string | Uint8Array) {
  const all = Buffer.from(content);
  return fileKind({ bytes: all.subarray(0, HEAD_BYTES), whole: all.length <= HEAD_BYTES });
}

/** A file, what it is called, and the rows that the command makes of it, where there is one. */
type Case = readonly [what: string, rule: KindRule, content: () => string | Uint8Array, wanted?: string | readonly object[]];

const CASES: readonly Case[] = [
  ['is a gzip archive', 'file/other-format', () => gzipSync(text), text],
  ['is a bzip2 archive', 'file/other-format', () => made('bzip2 -c in > out', text), text],
  ['is a bzip2 archive', 'file/other-format', () => made('bzip2 -c in > out', ''), ''],
  ['is an xz archive', 'file/other-format', () => made('xz -c in > out', text), text],
  ['is a Zstandard archive', 'file/other-format', () => zstdCompressSync(text), text],
  ['is an LZ4 archive', 'file/other-format', () => made('lz4 -q -c in > out', text), text],
  ['is a tar archive', 'file/other-format', () => made('tar -cf out in', text), text],
  [
    'is a ZIP archive',
    'file/other-format',
    () => made(`python3 -c 'import zipfile; zipfile.ZipFile("out", "w").write("in")'`, text),
    text,
  ],
  ['is an Excel workbook (XLSX)', 'file/other-format', () => zipped('[Content_Types].xml', 'xl/workbook.xml')],
  [
    'is an OpenDocument spreadsheet (ODS)',
    'file/other-format',
    () => zipped('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
  ],
  ['is a text document', 'file/other-format', () => zipped('[Content_Types].xml', 'word/document.xml')],
  ['is a PyTorch file', 'file/other-format', () => zipped('archive/data.pkl')],
  ['is a 7-Zip archive', 'file/other-format', () => bytes('7z\xbc\xaf\x27\x1c\0')],
  ['is a RAR archive', 'file/other-format', () => bytes('Rar!\x1a\x07\0')],
  ['is an old Excel workbook (XLS)', 'file/other-format', () => bytes('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0')],
  ['is a Parquet file', 'file/other-format', () => 'PAR1\x15\x04\x15\nPAR1'],
  ['is an Arrow (Feather) file', 'file/other-format', () => 'ARROW1\0\0'],
  ['is an Arrow (Feather) file', 'file/other-format', () => 'FEA1\0\0'],
  ['is a stream of Arrow tables', 'file/other-format', () => bytes('\xff\xff\xff\xff\x80\x01\0\0')],
  ['is an ORC file', 'file/other-format', () => 'ORC\n\x0b\0'],
  ['is an Avro file', 'file/other-format', () => 'Obj\x01\x04'],
  ['is an HDF5 file', 'file/other-format', () => bytes('\x89HDF\r\n\x1a\n\0')],
  ['is a NumPy array', 'file/other-format', () => bytes('\x93NUMPY\x01\0')],
  [
    'is an SQLite database',
    'file/other-format',
    () =>
      made(
        `python3 -c 'import sqlite3; c = sqlite3.connect("out"); c.execute("create table t (prompt, completion)"); c.execute("insert into t values (1, 2)"); c.commit()'`,
        '',
      ),
    [{ prompt: 1, completion: 2 }],
  ],
  [
    'is a Python pickle',
    'file/other-format',
    () => made(`python3 -c 'import pickle; pickle.dump([{"a": "é"}, {"a": 2}], open("out", "wb"))'`, ''),
    [{ a: 'é' }, { a: 2 }],
  ],
  [
    'is a Python pickle',
    'file/other-format',
    () => made(`python3 -c 'import pickle; pickle.dump([1], open("out", "wb"), 2)'`, ''),
  ],
  ['is a PDF document', 'file/other-format', () => '%PDF-1.7\n'],
  ['is an RTF document', 'file/other-format', () => '{\\rtf1\\ansi}'],
  ['is a picture', 'file/other-format', () => bytes('\x89PNG\r\n\x1a\n')],
  ['is a picture', 'file/other-format', () => bytes('\xff\xd8\xff\xe0\0\x10JFIF')],
  ['is a text in UTF-16', 'file/utf16', () => utf16(`\ufeff${text}`), text],
  ['is a text in UTF-16', 'file/utf16', () => utf16(`\ufeff${text}`).swap16(), text],
  ['is a text in UTF-16', 'file/utf16', () => utf16(text), text],
  ['is a text in UTF-16', 'file/utf16', () => utf16(text).swap16(), text],
  ['is a text in UTF-32', 'file/utf16', () => made('iconv -f UTF-8 -t UTF-32 in > out', text), text],
  ['is nothing but NUL bytes', 'file/other-format', () => '\0'.repeat(200)],
  ['is a binary file of a kind that is not known', 'file/other-format', () => bytes(`\x01\x02\x03${'\x04'.repeat(40)}abc`)],

  ['is a CSV table', 'file/other-format', () => table(','), pairs],
  ['is a CSV table', 'file/other-format', () => `\ufeff${table(',', '\r\n')}`, pairs],
  ['is a CSV table', 'file/other-format', () => '"prompt","completion"\n', []],
  ['is a CSV table with semicolons', 'file/other-format', () => table(';'), pairs],
  ['is a table with tabs (TSV)', 'file/other-format', () => table('\t'), pairs],
  ['is a table with bars', 'file/other-format', () => 'prompt|completion\nq|a\n', [{ prompt: 'q', completion: 'a' }]],
  [
    'is a CSV table',
    'file/other-format',
    () => `Frage,Antwort (kurz)\n${many(9000, (number) => `f ${number},"a, b"\n`).join('')}`,
  ],
  [
    'is YAML',
    'file/other-format',
    () => '- messages:\n  - role: user\n    content: Hi\n- messages: []\n',
    [{ messages: [{ role: 'user', content: 'Hi' }] }, { messages: [] }],
  ],
  [
    'is YAML',
    'file/other-format',
    () => '---\nprompt: q\ncompletion: a\n---\nprompt: r\ncompletion: b\n',
    [
      { prompt: 'q', completion: 'a' },
      { prompt: 'r', completion: 'b' },
    ],
  ],
  ['is an HTML page', 'file/other-format', () => '\n<!DOCTYPE html>\n<p>Sign in</p>'],
  ['is an XML document', 'file/other-format', () => '<?xml version="1.0"?>\n<Error/>'],
  ['is an XML document', 'file/other-format', () => '<rows>\n<row/>'],
  ['is a Git LFS pointer', 'file/git-lfs-pointer', () => 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n'],
  ['is a git-annex pointer', 'file/other-format', () => '/annex/objects/SHA256E-s3--0.jsonl'],
  ['is a DVC pointer', 'file/other-format', () => 'outs:\n- md5: 0\n  size: 3\n  path: a.jsonl\n'],
  ['is text, but no JSON', 'file/other-format', () => 'User: Hi\nBot: Hello\n'],
  ['is text, but no JSON', 'file/other-format', () => '[INFO] ready\n[INFO] done\n'],

  ['is one JSON array, not lines', 'file/json-array', () => JSON.stringify(rows), rows],
  ['is one JSON array, not lines', 'file/json-array', () => `\n \r\n\t${JSON.stringify(rows)}\n`, rows],
  ['is one JSON array, not lines', 'file/json-array', () => JSON.stringify(rows, undefined, 2), rows],
  [
    'is one JSON array, not lines',
    'file/json-array',
    () => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
    rows,
  ],
  ['is one JSON array, not lines', 'file/json-array', () => JSON.stringify(many(2000, (number) => chatRow(number)))],
  [
    'has objects that are spread over several lines',
    'file/pretty-json',
    () => rows.map((row) => JSON.stringify(row, undefined, 2)).join('\n'),
    rows,
  ],
  [
    'has objects that are spread over several lines',
    'file/pretty-json',
    () => `{"messages": [\n${JSON.stringify(rows[0]?.messages[0])},\n${JSON.stringify(rows[0]?.messages[1])}\n]}\n`,
    rows.slice(0, 1),
  ],
  [
    'has objects that are spread over several lines',
    'file/pretty-json',
    () => `\ufeff\n{ "prompt": "q",\n  "completion": "a" }\n`,
  ],
  ['has several objects on one line', 'file/pretty-json', () => rows.map((row) => JSON.stringify(row)).join(''), rows],
  ['has a list on each line, not an object', 'file/other-format', () => jsonl(rows.map(({ messages }) => messages)), rows],
  [
    'has a list on each line, not an object',
    'file/other-format',
    () => jsonl(rows.slice(0, 1).map(({ messages }) => messages)),
    rows.slice(0, 1),
  ],
  [
    'has a list on each line, not an object',
    'file/other-format',
    () =>
      jsonl(
        rows.map(({ messages: [user, assistant] }) => [
          { from: 'human', value: user?.content },
          { from: 'gpt', value: assistant?.content },
        ]),
      ),
    rows,
  ],
  [
    'has a list on each line, not an object',
    'file/other-format',
    () => jsonl(rows.map(({ messages }) => messages.map(({ content }) => content))),
    rows,
  ],
  ['has a list on each line, not an object', 'file/other-format', () => jsonl([[1], [2, 3]])],
  [
    'has lines that were encoded as JSON twice',
    'file/other-format',
    () => rows.map((row) => `${JSON.stringify(JSON.stringify(row))}\n`).join(''),
    rows,
  ],
  ['has one value on each line, not an object', 'file/other-format', () => '"a"\n"b"\n3\n'],
  ['has lines that end with commas', 'file/other-format', () => rows.map((row) => `${JSON.stringify(row)},\n`).join(''), rows],
  ['has lines that end in CR alone, where LF ends a line', 'file/other-format', () => text.replaceAll('\n', '\r'), rows],
  [
    'has Python dictionaries, not JSON',
    'file/other-format',
    () => `{'a': 'it', 'b': None}\n\n{"a": "it's", 'b': True}\n`,
    [
      { a: 'it', b: null },
      { a: "it's", b: true },
    ],
  ],
];

describe('a file of another kind is called by its name', () => {
  test.each(CASES.map((entry, index) => [entry[0], index, entry] as const))('%s (%i)', (what, _, [, rule, content, wanted]) => {
    const kind = kindOf(content());
    expect({ what: kind?.what, rule: kind?.rule }).toEqual({ what, rule });
    expect(kind?.fix).toMatch(/^[A-Z]/);
    if (wanted === undefined) return;
    const command = commandIn(kind?.fix ?? '') ?? '';
    expect(command).toMatch(/FILE.*NEW/);
    if (!needsAllOf(command)) return;
    const result = runFix(command, content(), { TABLE: 't' });
    if (typeof wanted === 'string') expect(result.replace(/^\ufeff/, '')).toBe(wanted);
    else
      expect(
        result
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line)),
      ).toEqual(wanted);
  });

  test('none begins with an object, by which a file of rows is known without a look at its kind', () => {
    for (const [what, , content] of CASES) expect([what, beginsWithObject(Buffer.from(content()))]).toEqual([what, false]);
    expect(beginsWithObject(Buffer.from(text))).toBe(true);
  });

  test('no word about encodings is said of a binary file', () => {
    for (const [, , content] of CASES) {
      const kind = kindOf(content());
      if (kind?.rule === 'file/other-format') expect(kind.fix).not.toContain('iconv');
    }
  });

  test('the commands for tables call pandas as it is', () => {
    if (!needsProgram('python3')) return;
    const folder = newFolder();
    mkdirSync(path.join(folder, 'pandas'));
    // It has what the commands call, and nothing else.
    const stub = `
class Table:
    def to_json(self, path, orient=None, lines=False):
        assert orient == "records" and lines is True
        open(path, "w").write('{"made": true}\\n')
def read(path):
    assert path == "old rows.jsonl"
    return Table()
read_excel = read_parquet = read_feather = read_orc = read
`;
    writeFileSync(path.join(folder, 'pandas', '__init__.py'), stub);
    const arrow = `
import pandas
class ipc:
    class open_stream:
        def __init__(self, path): self.path = path
        def read_pandas(self): return pandas.read(self.path)
`;
    writeFileSync(path.join(folder, 'pyarrow.py'), arrow);
    const commands = CASES.map(([, , content]) => commandIn(kindOf(content())?.fix ?? '') ?? '').filter((command) =>
      /pandas|pyarrow/.test(command),
    );
    expect(new Set(commands).size).toBe(5);
    for (const command of new Set(commands))
      expect(runFix(`export PYTHONPATH='${folder}'; ${command}`, '')).toBe('{"made": true}\n');
  });
});

describe('a file of rows is no other kind', () => {
  const fine: readonly (readonly [what: string, content: string | Uint8Array])[] = [
    ['rows', text],
    ['rows after blank lines', `\n\n${text}`],
    ['rows with CR LF', text.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\ufeff${text}`],
    ['one row without a newline', JSON.stringify(rows[0])],
    ['a row longer than what is looked at', JSON.stringify(chatRow(1, { note: 'x'.repeat(HEAD_BYTES) }))],
    ['a line longer than what is looked at', `"${'x'.repeat(HEAD_BYTES)}"`],
    ['nothing', ''],
    ['blanks', ' \n\n'],
    ['a first row that was cut off', `${JSON.stringify(rows[0]).slice(0, 60)}\n${text}`],
    ['a first row that was cut off between its parts', `{"messages": [\n${text}`],
    ['a row with a fault in it', `{"messages": [}\n${text}`],
    ['a row that was cut off, alone', '{"messages": [{"role": "user"'],
    ['a heading above rows', `my rows\n${text}`],
    ['a number, alone', '3'],
    ['a text, alone', '"text"'],
    ['a list among rows', `[1]\n${text}`],
    ['a row with a stray control character', `{"messages": "\u0001"}\n${text}`],
    ['a comma after one row', `${JSON.stringify(rows[0])},\nnothing`],
    ['a row that speaks of kinds', `{"prompt": "PK\\u0003 PAR1 SQLite format 3", "completion": "- a: b"}`],
  ];
  test.each(fine)('%s', (_, content) => expect(kindOf(content)).toBeUndefined());
});
