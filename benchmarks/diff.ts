/**
 * The data diff of a pull request as benchmarks/once.ts measures it: a million rows of 200 bytes a side, one
 * row in a hundred changed, read from a checkout.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getOctokit } from '@actions/github';
import { actionsRunner } from '../src/adapters/actions-runner.ts';
import { baseVersion } from '../src/adapters/base-version.ts';
import { systemClock } from '../src/adapters/clock.ts';
import { localFiles } from '../src/adapters/files.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import { resolveConnection } from '../src/providers/connection.ts';
import { compareWithBase } from '../src/pull-request/compare.ts';
import { newRecord } from '../src/run/record.ts';
import type { World } from '../src/run/step.ts';
import { checkData } from '../src/stages/check-data.ts';
import { estimateOf } from '../src/stages/estimate.ts';

const ROWS = 1_000_000;
const NAME = 'train.jsonl';
const LETTERS = 'etaoinshrdlucmfwypvbgkjqxz';
const BYTES = 199;

/** A word that no neighbour has: rows of data begin and end in many ways. */
function wordOf(number: number): string {
  let state = Math.imul(number + 1, 0x9e3779b1);
  let word = '';
  for (let at = 0; at < 3 + (number % 5); at += 1) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    word += LETTERS[(state >>> 8) % LETTERS.length];
  }
  return word;
}

/** A row of 200 bytes; `version` changes the answer. */
function rowOf(number: number, version: number): string {
  const talk = (content: string) =>
    JSON.stringify({
      messages: [
        { role: 'user', content },
        { role: 'assistant', content: `${wordOf(number * 3 + version)} ${wordOf(number)} ${version}` },
      ],
    });
  const words = Array.from({ length: 16 }, (_, at) => wordOf(number * 16 + at)).join(' ');
  return talk(`${words} ${number}`.slice(0, BYTES - talk('').length));
}

/** Of 400 rows one is gone, one is new, and two have another answer. */
function* rowsNow(): Generator<string> {
  for (let number = 0; number < ROWS; number += 1) {
    if (number % 400 === 7) continue;
    yield rowOf(number, number % 400 === 100 || number % 400 === 300 ? 1 : 0);
    if (number % 400 === 200) yield rowOf(ROWS + number, 0);
  }
}

function* rowsBefore(): Generator<string> {
  for (let number = 0; number < ROWS; number += 1) yield rowOf(number, 0);
}

async function write(file: string, rows: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row);
    if (lines.length < 5000) continue;
    if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
    lines = [];
  }
  stream.end(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  await once(stream, 'close');
}

/**
 * A checkout whose commit has the version before and whose folder has that of now; made once and kept in the
 * system's temporary folder.
 */
export async function diffCheckout(): Promise<string> {
  const folder = path.join(tmpdir(), 'fine-tune-benchmark', `diff-${ROWS}`);
  if (existsSync(folder)) return folder;
  const making = `${folder}-making-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', making, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], { stdio: 'ignore' });
  await write(path.join(making, NAME), rowsBefore());
  git('init', '-q');
  git('add', NAME);
  git('commit', '-qm', 'before');
  renameSync(path.join(making, NAME), path.join(making, 'before.jsonl'));
  await write(path.join(making, NAME), rowsNow());
  renameSync(making, folder);
  return folder;
}

/** What nobody can do without: read both versions, hash them, split them. */
export async function bothSides(folder: string): Promise<number> {
  let rows = 0;
  for (const name of ['before.jsonl', NAME]) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path.join(folder, name), { highWaterMark: 1024 * 1024 })) {
      hash.update(chunk);
      for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) rows += 1;
    }
    hash.digest('hex');
  }
  return rows;
}

async function worldIn(folder: string): Promise<World> {
  const inputs = await readInputs(
    { operation: 'validate', model: 'gpt-4.1-mini-2025-04-14', training_file: NAME, price_per_million_tokens: '5' },
    (file) => readFile(file, 'utf8'),
    OPERATIONS,
  );
  const runner = actionsRunner({ GITHUB_WORKSPACE: folder, GITHUB_REPOSITORY: 'o/r' });
  const { context } = runner;
  const started = systemClock.now();
  return {
    inputs,
    runner,
    clock: systemClock,
    files: localFiles({ workspace: folder, temp: context.temp, allowPaths: [], fork: false, redact: (text) => text }),
    connection: await resolveConnection(inputs, {}),
    connect: () => Promise.reject(new Error('No provider is contacted.')),
    connectTo: () => Promise.reject(new Error('No provider is contacted.')),
    answerFolder: () => {
      throw new Error('No answers are kept.');
    },
    entry: path.resolve('dist', 'index.js'),
    started,
    signal: new AbortController().signal,
    record: newRecord(),
  };
}

/**
 * The action's own comparison, from the checkout to the tokens before; the check of the data as it is now
 * comes first and is not timed.
 */
export async function ownCompare(folder: string) {
  const world = await worldIn(folder);
  const { dataset } = await checkData(world, 'training_file', [NAME]);
  const found = { datasets: [dataset], estimate: estimateOf(world, dataset, undefined) };
  const commit = execFileSync('git', ['-C', folder, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  const github = { octokit: getOctokit('none'), place: { owner: 'o', repo: 'r' }, login: async () => '' };
  const base = baseVersion(github, world.runner.context, commit, world.signal);
  const begun = performance.now();
  const [change] = await compareWithBase(world, found, base);
  await base.close();
  const milliseconds = performance.now() - begun;
  if (change?.diff === undefined) throw new Error(change?.note);
  const { examples, ...diff } = change.diff;
  return { milliseconds, rows: dataset.rows, diff, tokens: change.before?.estimate?.tokens.tokens };
}
