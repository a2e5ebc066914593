/** Situations that users met, judged as `validate` judges them: the shared files, and rows of the same kind beside them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type CaseSettings, judge } from './judge.ts';
import { jsonl } from './rows.ts';

/** The files that users had trouble with. They are no part of this project. */
const SHARED = path.resolve('..', 'shared', 'cases', 'data');

/** What is to be said: `error@3` on a line, `warning@file` of the file; each may be followed by words of the message. */
export type Outcome = readonly (string | readonly [where: string, words: RegExp])[];

export interface Case {
  /** The shared file or folder, without which a case is one of our own. */
  readonly file?: string;
  readonly settings?: CaseSettings;
  readonly says: Outcome;
  /** Our own of the same kind: rows, a file's text, or several files. What they say is the same where nothing else is written. */
  readonly own: readonly OwnCase[];
}

type Rows = readonly object[];
export type OwnCase = readonly [
  what: string,
  content: Rows | string | Uint8Array | Readonly<Record<string, string | Uint8Array>>,
  says?: Outcome | undefined,
  settings?: CaseSettings,
];

/** A row that nothing is said of. */
export const plain = (number: number) => ({
  messages: [
    { role: 'user', content: `How many sides have ${number} hexagons?` },
    { role: 'assistant', content: `They have ${number * 6} sides.` },
  ],
});
/** Twelve rows, of which the third, and those after it, are these. */
export const among = (...rows: readonly object[]): Rows =>
  Array.from({ length: 12 }, (_, index) => (index === 0 ? undefined : rows[index - 2]) ?? plain(index + 1));

function filesOf(name: string): Record<string, Uint8Array> {
  const full = path.join(SHARED, name);
  const names = statSync(full).isDirectory()
    ? readdirSync(full)
        .sort()
        .map((inner) => path.join(name, inner))
    : [name];
  return Object.fromEntries(names.map((inner) => [inner, readFileSync(path.join(SHARED, inner))]));
}

const isRows = (content: OwnCase[1]): content is Rows => Array.isArray(content);
const isOne = (content: OwnCase[1]): content is string | Uint8Array =>
  typeof content === 'string' || content instanceof Uint8Array;

function filesIn(content: OwnCase[1]): Readonly<Record<string, string | Uint8Array>> {
  if (isRows(content)) return { 'own.jsonl': jsonl(content) };
  return isOne(content) ? { 'own.jsonl': content } : content;
}

async function holds(files: Readonly<Record<string, string | Uint8Array>>, says: Outcome, settings: CaseSettings): Promise<void> {
  const found = await judge(files, settings);
  const wanted = says.map((one) => (typeof one === 'string' ? ([one, /./] as const) : one));
  const seen = found.map(({ severity, line, message }) => `${severity}@${line ?? 'file'}: ${message}`);
  // What was found stands in the failure.
  expect({ seen, where: found.map(({ severity, line }) => `${severity}@${line ?? 'file'}`).sort() }).toEqual({
    seen,
    where: wanted.map(([where]) => where).sort(),
  });
  for (const [where, words] of wanted) expect(seen.filter((one) => one.startsWith(`${where}: `)).join('\n')).toMatch(words);
}

/** One test for the shared file, and one for each of our own. */
export function testCases(cases: Readonly<Record<string, Case>>): void {
  const missing = !existsSync(SHARED);
  if (missing) process.stderr.write(`${SHARED} is not there: the situations of others were not judged, only those of our own.\n`);
  for (const [name, { file, settings = {}, says, own }] of Object.entries(cases)) {
    if (file !== undefined && !missing) test(`${name}: ${file}`, () => holds(filesOf(file), says, settings));
    for (const [what, content, ownSays = says, more = {}] of own)
      test(`${name}: ${what}`, () => holds(filesIn(content), ownSays, { ...settings, ...more }));
  }
}
