/** Files of a folder beside the checkout that hold what users met: texts behind escapes, placeholders, likeness. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { localFiles } from '../src/adapters/files.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { checkDataset } from '../src/dataset/scan/check.ts';
import { textOf } from '../src/words.ts';

const folder = path.resolve('..', 'shared', 'cases', 'data');
const there = existsSync(folder);

async function found(name: string): Promise<string[]> {
  const files = localFiles({ workspace: folder, temp: folder, allowPaths: [], fork: false, redact: (text) => text });
  const { dataset } = await checkDataset({
    role: 'training_file',
    paths: [name],
    method: 'supervised',
    model: 'gpt-4.1-mini-2025-04-14',
    read: (file, take) => files.scan(file, take),
    readRange: files.ranges(),
    rules: USUAL_PROFILE,
    allowSecrets: false,
    countTokens: false,
    exactTokensUpTo: 0,
  });
  return dataset.problems.map(({ rule, line, message }) => `${rule}@${line ?? 'file'} ${textOf(message, true)}`);
}

const CASES: readonly (readonly [string, readonly unknown[]])[] = [
  ['06-special-token-escaped.jsonl', [expect.stringMatching(/^row\/special-token@3 .*<\|fim_suffix\|>/)]],
  ['10-case-matters.jsonl', []],
  ['10b-nfkc-matters.jsonl', []],
  ['18-placeholder-secrets.jsonl', []],
  ['19-nul-as-text.jsonl', []],
  ['25-many-answers.jsonl', [expect.stringMatching(/^file\/many-answers@file .* 40 different answers/)]],
];

// Where the folder is, each file is looked at; where it is not, that is what the one test says.
if (there) test.each(CASES)('%s', async (name, expected) => expect(await found(name)).toEqual(expected));
else test(`${folder} is not here: its ${CASES.length} files are not looked at`, () => expect(existsSync(folder)).toBe(false));
