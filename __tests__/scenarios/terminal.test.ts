/** The built bundle as a command line: a real process in a real terminal, or in a pipe. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const ENTRY = path.resolve('dist', 'index.js');
const MODEL = 'gpt-4.1-mini-2025-04-14';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly log: string;
}

/** Runs a command; `onLog` sees the log as it comes. */
function command(
  file: string,
  argv: readonly string[],
  options: SpawnOptions = {},
  onLog?: (log: string, interrupt: () => void) => void,
): Promise<Ended> {
  const temp = mkdtempSync(path.join(tmpdir(), 'terminal-'));
  const child = spawn(file, argv, {
    ...options,
    env: { PATH: process.env.PATH, RUNNER_TEMP: temp, TERM: 'xterm', ...options.env },
  });
  let [out, log] = ['', ''];
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    log += chunk;
    onLog?.(log, () => child.kill('SIGINT'));
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, log })));
}

const finetune = (...argv: string[]) => command(process.execPath, [ENTRY, ...argv]);

function fileOf(rows: readonly string[]): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'rows-')), 'train.jsonl');
  writeFileSync(file, rows.map((row) => `${row}\n`).join(''));
  return file;
}

const row = (index: number) =>
  JSON.stringify({
    messages: [
      { role: 'user', content: `Question ${index}?` },
      { role: 'assistant', content: `Answer ${index}.` },
    ],
  });
const rows = Array.from({ length: 20 }, (_, index) => row(index));

describe('a pipe that nobody reads', () => {
  const bad = Array.from({ length: 3000 }, (_, index) => row(index).replace('user', `r${index}`));

  test.each(['text', 'json', 'sarif', 'github'])('in --format %s is no fault of our own', async (format) => {
    const finds = `"$0" "$1" validate "$2" --provider sandbox --format ${format} | head -c 1 > /dev/null; exit "\${PIPESTATUS[0]}"`;
    const { code, log } = await command('bash', ['--norc', '-c', finds, process.execPath, ENTRY, fileOf(bad)]);
    expect([code, /EPIPE|^\s+at /m.test(log)]).toEqual([1, false]);
  });

  test('findings that cannot be written are no success', async () => {
    const finds = '"$0" "$1" validate "$2" --provider sandbox > /dev/full';
    const { code } = await command('bash', ['--norc', '-c', finds, process.execPath, ENTRY, fileOf(rows)]);
    expect(code).toBe(1);
  });
});

describe('validate', () => {
  test('ends with 0 and prints no finding where there is none', async () => {
    const { code, out } = await finetune('validate', fileOf(rows), '--provider', 'sandbox');
    expect([code, /: (?:error|warning) /.test(out), /^valid: true$/m.test(out)]).toEqual([0, false, true]);
  });
  test('prints all problems, not only those that a runner would show, a line each, and ends with 1', async () => {
    const bad = Array.from({ length: 15 }, (_, index) => `{"messages": [${index}]}`);
    const file = fileOf([...rows, ...bad]);
    const { code, out } = await finetune('validate', file, '--provider', 'sandbox');
    const places = [...out.matchAll(/^(.*):(\d+):\d+: error /gm)].map(([, where, line]) => [
      where?.endsWith('train.jsonl'),
      Number(line),
    ]);
    expect([code, places.length]).toEqual([1, 15]);
    expect(places[0]).toEqual([true, 21]);
  });
  test('json and sarif are that, and nothing else', async () => {
    const file = fileOf([...rows, '{}']);
    for (const [format, version] of [
      ['json', 2],
      ['sarif', '2.1.0'],
    ] as const) {
      const { code, out } = await finetune('validate', file, '--provider', 'sandbox', '--format', format);
      expect([code, JSON.parse(out).version]).toEqual([1, version]);
    }
  });
  test('json and sarif are that where there is no data to look at, too', async () => {
    const json = await finetune('validate', 'missing.jsonl', '--format', 'json');
    expect([json.code, JSON.parse(json.out).error.message]).toEqual([
      1,
      expect.stringContaining('there is no file missing.jsonl'),
    ]);
    const sarif = await finetune('validate', 'missing.jsonl', '--format', 'sarif');
    const [run] = JSON.parse(sarif.out).runs;
    expect([sarif.code, run.results, run.invocations[0].executionSuccessful]).toEqual([1, [], false]);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('there is no file missing.jsonl');
  });
  test('a finding is printed once, wherever its file stands', async () => {
    const { out, log } = await finetune('validate', fileOf([...rows, '{"messages": [1]}']), '--provider', 'sandbox');
    expect(out.match(/error .*\(row\/shape\)$/gm)).toHaveLength(1);
    expect(log).not.toContain('(row/shape)');
  });
  test('a wrong input and an unknown flag end with 2', async () => {
    expect((await finetune('validate', fileOf(rows), '--seed', 'x')).code).toBe(2);
    const unknown = await finetune('validate', '--modell', 'x');
    expect([unknown.code, unknown.log]).toEqual([2, expect.stringContaining('Did you mean --model?')]);
  });
  test('in a workflow it speaks to the runner, of files by their place in the repository', async () => {
    const file = fileOf([...rows, '{}']);
    const argv = [ENTRY, 'validate', path.basename(file), '--provider', 'sandbox'];
    const { code, out } = await command(process.execPath, argv, { cwd: path.dirname(file), env: { GITHUB_ACTIONS: 'true' } });
    expect([code, /^::error file=train\.jsonl,/m.test(out)]).toEqual([1, true]);
  });
});

test('colours and a bar are for those who look', async () => {
  const file = fileOf([...rows, '{}']);
  const piped = await finetune('validate', file, '--provider', 'sandbox');
  expect(`${piped.out}${piped.log}`).not.toContain('\u001B[');
  const argv = [process.execPath, ENTRY, 'validate', file, '--provider', 'sandbox'];
  const seen = await command('python3', ['-c', 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)', ...argv]);
  expect(seen.code).toBe(1);
  expect(seen.out).toContain('\u001B[31merror');
  expect(seen.out).toMatch(/Checking █+ 100 %/);
});

test('a terminal that cannot move its cursor gets no bar', async () => {
  const argv = [process.execPath, ENTRY, 'validate', fileOf(rows), '--provider', 'sandbox'];
  const pty = ['-c', 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)', ...argv];
  const { code, out } = await command('python3', pty, { env: { TERM: 'dumb' } });
  expect([code, out.includes('\u001B[2K')]).toEqual([0, false]);
});

test('who types the name alone is told what there is, and not taken for a runner', async () => {
  const { code, out, log } = await finetune();
  expect([code, out]).toEqual([2, '']);
  expect(log).toMatch(/^error: Write what to do: one of create, validate, .* See --help\.\n$/);
});

test('help and version come from the files beside the bundle', async () => {
  expect((await finetune('--help')).out).toContain('Usage: finetune-action COMMAND');
  expect((await finetune('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('create', () => {
  const asked = (file: string, epochs: number) => [
    'create',
    file,
    '--provider',
    'sandbox',
    '--model',
    MODEL,
    '--method',
    JSON.stringify({ type: 'supervised', supervised: { hyperparameters: { n_epochs: epochs } } }),
  ];
  test('trains, and prints the name of the model', async () => {
    const { code, out } = await finetune(...asked(fileOf(rows), 1));
    expect([code, /^fine_tuned_model: ft:/m.test(out)]).toEqual([0, true]);
  });
  test('Ctrl-C ends the job that it created', async () => {
    let interrupted = false;
    const { code, log, out } = await command(process.execPath, [ENTRY, ...asked(fileOf(rows), 50)], {}, (seen, interrupt) => {
      if (interrupted || !/is running/.test(seen)) return;
      interrupted = true;
      interrupt();
    });
    expect([interrupted, code]).toEqual([true, 1]);
    expect(`${log}${out}`).toMatch(/^status: cancelled$/m);
  });
});
