/** One line of a file, before its format matters. The scan itself finds what is wrong with a line. */
import { assistant, fine, line, other, row, user } from './examples.ts';
import { BEST, example, PRACTICE, RFC, rule, SFT } from './rule.ts';

/** Perl is wherever Git is, and knows bytes on every system. */
const REMOVE_MARKS = "Remove it: perl -pe 's/^\\xEF\\xBB\\xBF//' FILE > NEW";

const deep = (depth: number) =>
  `{"messages":[${line(user)},${line(assistant)}],"tools":[{"type":"function","function":{"name":"f","parameters":${'['.repeat(depth)}${']'.repeat(depth)}}}]}`;

/** What is on a line, and how it is written. */
export const LINE_RULES = [
  rule({
    id: 'file/utf8-bom',
    severity: 'error',
    severityFor: ({ bom }) => bom,
    summary: 'The file begins with a byte order mark',
    fix: REMOVE_MARKS,
    source: PRACTICE,
    breaks: () => [`\ufeff${fine}`],
    keeps: () => [fine],
  }),
  rule({
    id: 'row/byte-order-mark',
    severity: 'error',
    summary: 'A byte order mark stands in the middle of the upload, where files are joined',
    fix: REMOVE_MARKS,
    source: PRACTICE,
    breaks: () => [example(`${fine}\n\ufeff${other}`, {}, ['row/byte-order-mark@2'])],
    keeps: () => [`${fine}\n${row({ ...user, content: '\ufeff' }, assistant)}`],
  }),
  rule({
    id: 'file/crlf',
    severity: 'warning',
    summary: 'Lines end in CR LF',
    fix: "Convert it: tr -d '\\r' < FILE > NEW (or, where a checkout made them, a line *.jsonl text eol=lf in .gitattributes)",
    harmless: true,
    source: PRACTICE,
    breaks: () => [`${fine}\r\n${other}\r\n`],
    keeps: () => [`${fine}\n`],
  }),
  rule({
    id: 'file/blank-line',
    severity: 'warning',
    summary: 'A line is blank',
    fix: "Remove it: grep -v '^[[:space:]]*$' FILE > NEW",
    source: PRACTICE,
    breaks: () => [example(`${fine}\n \n${other}`, {}, ['file/blank-line@2'])],
    keeps: () => [`${fine}\n`, `${fine}\n\n`, `${fine}\n  \n\n`],
  }),
  rule({
    id: 'file/not-utf8',
    severity: 'error',
    summary: 'The text is not UTF-8',
    fix: 'Convert it, for example: iconv -f WINDOWS-1252 -t UTF-8 FILE > NEW',
    source: SFT,
    once: true,
    breaks: () => [Buffer.from(fine.replace('All', 'Áll'), 'latin1')],
    keeps: () => [fine.replace('All', 'Áll')],
  }),
  rule({
    id: 'row/too-long',
    severity: 'error',
    summary: 'The line is longer than 32 MiB',
    fix: 'Split the row, or take out what is embedded in it.',
    source: PRACTICE,
    breaks: () => [],
    keeps: () => [],
  }),
  rule({
    id: 'row/too-many-values',
    severity: 'error',
    summary: 'The row holds more than 200,000 values',
    fix: 'Take out what is no message; what is embedded in one stands in it as a text.',
    source: PRACTICE,
    breaks: () => [`{"messages":[${line(user)},${line(assistant)}],"more":[${'1,'.repeat(200_000)}1]}`],
    keeps: () => [example(row(user, { ...assistant, content: ',{['.repeat(200_000) }), { model: 'other' })],
  }),
  rule({
    id: 'row/not-json',
    severity: 'error',
    summary: 'The line is not JSON',
    fix: 'Fix the JSON at the given column.',
    source: RFC,
    breaks: () => [
      '{"messages": [}',
      example(`${fine}\n{"messages": [],}\n`, {}, ['row/not-json@2']),
      example(`${fine}\n{'messages': []}`, {}, ['row/not-json@2']),
      example(`${fine}\n${'\0'.repeat(200)}`, {}, ['row/not-json@2']),
    ],
    keeps: () => [fine, `${fine}\n`],
  }),
  rule({
    id: 'row/not-object',
    severity: 'error',
    summary: 'The line is JSON, but not an object',
    fix: 'Write one JSON object on each line.',
    source: SFT,
    breaks: () => ['3', '"text"', example(`${fine}\n[1]`, {}, ['row/not-object@2'])],
    keeps: () => [fine],
  }),
  rule({
    id: 'row/too-deep',
    severity: 'error',
    summary: 'The JSON is nested more than 100 deep',
    fix: 'Flatten the row.',
    source: PRACTICE,
    breaks: () => [deep(200)],
    keeps: () => [deep(90)],
  }),
  rule({
    id: 'row/duplicate-key',
    severity: 'error',
    summary: 'A key stands twice in one object, of which one is lost',
    fix: 'Keep one of them.',
    source: RFC,
    breaks: () => [
      `{"messages":[${line(user)}],"tools":[],"\\"" : 1,"\\"" : 2}`,
      `{"messages":[{"role":"user","role":"user","content":"x"},${line(assistant)}]}`,
      `{"messages":[{"role":"user","content":"x","c\\u006fntent":"x"},${line(assistant)}]}`,
      `{"messages":[{"role":"user","content":"x","content" :"x"},${line(assistant)}]}`,
    ],
    keeps: () => [fine, `{"messages":[{"role":"user","content":"{\\"a\\":1,\\"a\\":2}"},${line(assistant)}]}`],
  }),
  rule({
    id: 'row/over-limit',
    severity: 'warning',
    summary: 'The row is longer than the model takes; it is cut from its end, so it is the answer that is lost',
    fix: 'Shorten or split the conversation.',
    source: BEST,
    breaks: () => [example(row(user, { ...assistant, content: 'word '.repeat(9000) }), { model: 'gpt-4-0613' })],
    keeps: () => [example(fine, { model: 'gpt-4-0613' })],
  }),
] as const;
