/** Runs the built action as the runner does: INPUT_* and GITHUB_* in, log, outputs, state, summary and exit code out. A real process, nothing shared. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StoryTime } from './story-time.ts';

export interface Run {
  /** By input name; undefined leaves the input out. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that the paths of the inputs are relative to; a new empty one by default. */
  readonly workspace?: string;
  readonly temp?: string;
  readonly event?: unknown;
  /** The state that the main step left, for a post step. */
  readonly state?: Readonly<Record<string, string>>;
  readonly entry?: string;
  /** The time that the step lives in; the machine's by default. */
  readonly time?: StoryTime;
  /** The largest file that the process may write, in KiB: a disk that is full there. */
  readonly largestFile?: number;
  /** Sees the process as soon as it runs. */
  readonly onStart?: (child: ChildProcess) => void;
  /** Sees the process and each line of its log. */
  readonly onLine?: (line: string, child: ChildProcess) => void;
}

export interface Outcome {
  readonly exitCode: number | null;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The texts of `::error` commands, in order. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  readonly temp: string;
}

/** What is known of models has days: what contacts no server runs on the day on which these tests were written. */
const ON_A_DAY = {
  NODE_OPTIONS: `--import ${path.resolve('__tests__', 'support', 'on-a-day.mjs')}`,
  DAY: '2026-11-25',
};

export const newFolder = (name = 'action-') => mkdtempSync(path.join(tmpdir(), name));

/** `name<<delimiter`, the value, the delimiter; a later value replaces an earlier one. */
function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n?\2$/gm)].map((match) => [match[1] ?? '', match[3] ?? '']),
  );
}

function commands(log: string, name: string): string[] {
  const plain = (text: string) => text.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%');
  return [...log.matchAll(new RegExp(`^::${name}(?: [^\\n]*?)?::(.*)$`, 'gm'))].map((match) => plain(match[1] ?? ''));
}

export async function runAction(run: Run): Promise<Outcome> {
  const temp = run.temp ?? newFolder('temp-');
  const own = newFolder('protocol-');
  const file = (name: string, content = '') => {
    const full = path.join(own, name);
    writeFileSync(full, content);
    return full;
  };
  const files = { output: file('output'), state: file('state'), summary: file('summary') };
  const inputs = Object.entries(run.inputs).flatMap(([name, value]) =>
    value === undefined ? [] : [[`INPUT_${name.toUpperCase()}`, value] as const],
  );
  const place = await run.time?.join();
  const started = [process.execPath, run.entry ?? process.env.ACTION_ENTRY ?? path.resolve('dist', 'index.js')];
  // Ignored, the signal of the limit leaves the error to the one who writes.
  const [command = '', ...args] =
    run.largestFile === undefined
      ? started
      : ['bash', '--norc', '-c', `trap '' XFSZ; ulimit -f ${run.largestFile}; exec "$0" "$@"`, ...started];
  const child = spawn(command, args, {
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: path.join(tmpdir(), 'fine-tune-compiled'),
      ...Object.fromEntries(inputs),
      GITHUB_OUTPUT: files.output,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_WORKSPACE: run.workspace ?? newFolder('workspace-'),
      GITHUB_REPOSITORY: 'octo/data',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_RUN_ID: '7',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_JOB: 'train',
      GITHUB_ACTION: 'fine-tune',
      RUNNER_TEMP: temp,
      ...(run.event === undefined ? {} : { GITHUB_EVENT_PATH: file('event.json', JSON.stringify(run.event)) }),
      ...Object.fromEntries(Object.entries(run.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
      ...(run.inputs.operation === 'validate' && place === undefined ? ON_A_DAY : {}),
      ...place?.env,
      ...run.env,
    },
  });
  run.onStart?.(child);
  let log = '';
  let line = '';
  const hear = (chunk: Buffer) => {
    log += chunk;
    const lines = (line + chunk).split('\n');
    line = lines.pop() ?? '';
    for (const one of lines) run.onLine?.(one, child);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  place?.leave();
  const read = (name: string) => readFileSync(name, 'utf8');
  return {
    exitCode,
    log,
    outputs: pairs(read(files.output)),
    state: pairs(read(files.state)),
    summary: read(files.summary),
    errors: commands(log, 'error'),
    warnings: commands(log, 'warning'),
    temp,
  };
}
