/** Runs the commands that messages print, as a user would: in a shell, on a file whose name has blanks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from './action.ts';

/** Whether a program is there. */
export const hasProgram = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

const isRequired = process.env.CI !== undefined;
/** Says once which program is missing; in CI it must be there. */
export function needsProgram(name: string): boolean {
  if (hasProgram(name)) return true;
  if (isRequired) throw new Error(`The program ${name} is missing; CI must have it.`);
  process.stderr.write(`The program ${name} is missing: what is printed with it was not run.\n`);
  return false;
}

/** Whether all that a command needs is there. */
export function needsAllOf(command: string): boolean {
  const programs = command.split(' | ').map((part) => part.split(' ')[0] ?? '');
  if (!programs.every(needsProgram)) return false;
  const hasModule = !/\byaml\b/.test(command) || spawnSync('python3', ['-c', 'import yaml']).status === 0;
  if (!hasModule && isRequired) throw new Error("Python's module yaml is missing; CI must have it.");
  return hasModule;
}

/** The command in a fix, over its placeholders; undefined where it is words alone. */
export const commandIn = (fix: string): string | undefined =>
  /\b((?:jq|sed|tr|grep|perl|python3|iconv|gunzip|bunzip2|xz|zstd|lz4|tar|unzip|sqlite3) [^\n]*\bNEW)\b/.exec(fix)?.[1];

/** What a command makes of a file; other placeholders are given with their values. */
export function runFix(command: string, content: string | Uint8Array, places: Readonly<Record<string, string>> = {}): string {
  const folder = newFolder("it's data ");
  writeFileSync(path.join(folder, 'old rows.jsonl'), content);
  const names: Record<string, string> = { FILE: "'old rows.jsonl'", NEW: "'new rows.jsonl'", ...places };
  const line = Object.entries(names).reduce(
    (text, [name, value]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), value),
    command,
  );
  execFileSync('sh', ['-c', line], { cwd: folder, env: { ...process.env, LC_ALL: 'C' } });
  return readFileSync(path.join(folder, 'new rows.jsonl'), 'utf8');
}
