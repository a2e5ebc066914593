/**
 * Prints every warning that the check has for the example data, and for the real data beside the checkout where it is there: what a user would mute
 * must not be a warning. With paths it takes those instead. `npm run muted`.
 */
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { formatOf } from '../src/dataset/formats/formats.ts';
import type { MethodType } from '../src/dataset/formats/messages.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { checkDataset } from '../src/dataset/scan/check.ts';
import { textOf } from '../src/words.ts';

const FOLDERS = [path.join('examples', 'data'), path.join('..', 'shared', 'data')];
const SHOWN = 160;

/** A warning and the beginning of its row. */
export interface Warning {
  readonly rule: string;
  readonly place: string;
  readonly message: string;
  readonly row: string;
}

/** The method that a file is made for, by its first row. */
function methodOf(first: string): MethodType {
  const row: unknown = JSON.parse(first);
  const fields = { ...Object(row) };
  if (formatOf(fields, 'supervised') === 'preference') return 'dpo';
  const extra = Object.keys(fields).some((key) => !['messages', 'tools', 'parallel_tool_calls', 'functions'].includes(key));
  return 'messages' in fields && extra ? 'reinforcement' : 'supervised';
}

/** All warnings for one file. */
export async function warningsOf(file: string): Promise<Warning[]> {
  const lines = readFileSync(file, 'utf8').split('\n');
  const { dataset } = await checkDataset({
    role: file.includes('.valid.') ? 'validation_file' : 'training_file',
    paths: [file],
    method: methodOf(lines[0] ?? ''),
    model: 'gpt-4.1-mini-2025-04-14',
    read: (name) => createReadStream(name),
    readRange: async (name, offset, length) => {
      const handle = await open(name);
      const { bytesRead, buffer } = await handle.read(new Uint8Array(length), 0, length, offset);
      await handle.close();
      return buffer.subarray(0, bytesRead);
    },
    rules: { ...USUAL_PROFILE, minimumRows: 10, developerRole: true },
    allowSecrets: false,
    countTokens: true,
    exactTokensUpTo: 200_000_000,
  });
  return dataset.problems
    .filter(({ severity }) => severity === 'warning')
    .map(({ rule, line, message }) => ({
      rule,
      place: line === undefined ? file : `${file}:${line}`,
      message: textOf(message, true),
      row: line === undefined ? '' : (lines[line - 1] ?? '').slice(0, SHOWN),
    }));
}

/** The files that are looked at where none is given. */
export const mutedFiles = (): string[] =>
  FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .map((name) => path.join(folder, name)),
  );

/** How often each rule warns. */
export function countsOf(warnings: readonly Warning[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { rule } of warnings) counts[rule] = (counts[rule] ?? 0) + 1;
  return counts;
}

async function main(files: readonly string[]): Promise<void> {
  const warnings = (await Promise.all(files.map(warningsOf))).flat();
  for (const { rule, place, message, row } of warnings) process.stdout.write(`${rule} ${place}\n  ${message}\n  ${row}\n\n`);
  for (const [rule, count] of Object.entries(countsOf(warnings))) process.stdout.write(`${count} × ${rule}\n`);
  process.stdout.write(`${warnings.length} warnings in ${files.length} files.\n`);
}

if (import.meta.main) {
  const given = process.argv.slice(2);
  await main(given.length > 0 ? given : mutedFiles());
}
