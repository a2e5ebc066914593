/** The sandbox's folder as a runner may leave it: damaged, locked, full, or no folder at all. One clear line, and what is there goes on. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function rehearsed(temp: string, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> {
  const workspace = newFolder();
  write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
  const outcome = await runAction({
    workspace,
    temp,
    ...more,
    inputs: { provider: 'sandbox', model: 'gpt-4.1-mini', training_file: 'train.jsonl', artifact_name: '', ...inputs },
  });
  expect(outcome.log.replaceAll(/^::debug::.*$/gm, '')).not.toMatch(/failed unexpectedly|Uncaught|node:internal/);
  return outcome;
}

const journalOf = (temp: string) => path.join(temp, 'fine-tune-sandbox', 'journal.jsonl');
const lockOf = (temp: string) => path.join(temp, 'fine-tune-sandbox', 'lock');

describe('a journal that is damaged', () => {
  test.each<[string, (lines: string[]) => string[], number]>([
    ['by bytes', (lines) => lines.map((line, at) => (at === 0 ? `\u0000\ufffd${line.slice(9)}` : line)), 1],
    ['by other values', (lines) => [...lines, '{"put":"job","value":null}', '{"put":"weather","value":{}}', '[]', 'null'], 4],
    ['by a job without a method', (lines) => [...lines, '{"put":"job","value":{"id":"ftjob-x","status":"running"}}'], 1],
    [
      'by names of no records',
      (lines) => [...lines, '{"drop":"__proto__","id":"x"}', '{"put":"event","job":"x","value":{"id":7}}'],
      2,
    ],
    ['in its middle', (lines) => lines.map((line, at) => (at === 3 ? line.slice(0, 40) : line)), 1],
  ])('%s: it is said what was lost, and the rest goes on', async (_, damage, lost) => {
    const temp = newFolder();
    expect((await rehearsed(temp)).exitCode).toBe(0);
    const lines = readFileSync(journalOf(temp), 'utf8').trimEnd().split('\n');
    writeFileSync(journalOf(temp), `${damage(lines).join('\n')}\n`);
    const outcome = await rehearsed(temp);
    expect([outcome.exitCode, outcome.outputs.status]).toEqual([0, 'succeeded']);
    expect(outcome.warnings).toContainEqual(
      expect.stringContaining(`is damaged: ${lost} of its records cannot be read and are lost`),
    );
  });

  test('altogether: it begins anew', async () => {
    const temp = newFolder();
    write(temp, 'fine-tune-sandbox/journal.jsonl', Buffer.alloc(200_000, 'no journal\n'));
    const outcome = await rehearsed(temp);
    expect([outcome.exitCode, outcome.outputs.status]).toEqual([0, 'succeeded']);
  });
});

describe('a lock', () => {
  test.each<[string, (lock: string) => void]>([
    ['of a process that is gone', (lock) => writeFileSync(lock, '999999999')],
    ['of a process whose number a stranger has now', (lock) => writeFileSync(lock, `${process.pid} 1`)],
    ['that says nothing', (lock) => writeFileSync(lock, '')],
    ['that says something else', (lock) => writeFileSync(lock, Buffer.alloc(5000, 0xff))],
    ['that is a folder', (lock) => mkdirSync(path.join(lock, 'within'), { recursive: true })],
  ])('%s is taken over', async (_, put) => {
    const temp = newFolder();
    mkdirSync(path.join(temp, 'fine-tune-sandbox'));
    put(lockOf(temp));
    expect((await rehearsed(temp)).exitCode).toBe(0);
  });

  test('of a process that lives: one line', async () => {
    const temp = newFolder();
    const other = spawn('sleep', ['600']);
    closing.push(() => other.kill());
    mkdirSync(path.join(temp, 'fine-tune-sandbox'));
    writeFileSync(lockOf(temp), String(other.pid));
    const outcome = await rehearsed(temp);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors).toEqual([
      expect.stringContaining(`is in use by process ${other.pid}. Run steps that use it one after`),
    ]);
  });
});

describe('RUNNER_TEMP', () => {
  test('that does not exist is made', async () => {
    const temp = path.join(newFolder(), 'a', 'b');
    expect((await rehearsed(temp)).exitCode).toBe(0);
  });

  const file = path.join(newFolder(), write(newFolder(), 'temp', ''));
  writeFileSync(file, 'x');
  test.each([
    ['that is a file', file],
    ['in which nothing can be made', '/proc'],
  ])('%s: one line', async (_, temp) => {
    const outcome = await rehearsed(temp);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors).toEqual([expect.stringMatching(/^The sandbox keeps its jobs in .*, below RUNNER_TEMP, and cannot: /)]);
    expect(outcome.warnings.filter((one) => one.includes('could not be written'))).toHaveLength(1);
  });

  test('with something else where the sandbox is: one line', async () => {
    const temp = newFolder();
    mkdirSync(journalOf(temp), { recursive: true });
    const outcome = await rehearsed(temp);
    expect(outcome.errors).toEqual([expect.stringMatching(/^The sandbox keeps its jobs in .*EISDIR/)]);
    rmSync(temp, { recursive: true });
  });
});

describe('a disk that is full', () => {
  test('while it trains: the job fails, and says why', async () => {
    const hyperparameters = 'n_epochs: 50\nbatch_size: 1';
    const outcome = await rehearsed(newFolder(), { hyperparameters }, { largestFile: 64 });
    expect([outcome.exitCode, outcome.outputs.status]).toEqual([1, 'failed']);
    expect(outcome.errors).toEqual([
      expect.stringMatching(/^Job .* failed \(storage\): The sandbox cannot keep anything more in .*EFBIG/),
    ]);
  });

  test('while data is sent: it is refused, and says why', async () => {
    const workspace = newFolder();
    write(workspace, 'large.jsonl', jsonl(many(2000, chatRow)));
    const outcome = await rehearsed(newFolder(), { training_file: 'large.jsonl' }, { workspace, largestFile: 64 });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors).toEqual([expect.stringMatching(/The sandbox cannot keep anything more in .*EFBIG/)]);
  });
});
