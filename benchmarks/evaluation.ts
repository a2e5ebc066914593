/**
 * What the promotion gate claims of its speed, measured over the built action: how near asking comes to the
 * ideal of a server that answers in 50 ms, and how a million kept answers are opened.
 *
 *     node benchmarks/evaluation.ts
 */
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerFolder } from '../src/adapters/answer-folder.ts';
import { KeptAnswers } from '../src/evaluation/kept/kept-answers.ts';
import { modelHash, questionHash } from '../src/evaluation/questions.ts';

const ROWS = 1000;
const ANSWERS_IN = 50;
const CONCURRENCY = 8;
const ROUNDS = 3;
const KEPT = 1_000_000;
const BY = { origin: 'https://llm.example.com', model: 'ft:model' };

const question = (index: number) => questionHash({ model: '', messages: [{ role: 'user', content: `q${index}` }] }, 0);

/** A line as it is kept. */
function line(index: number): string {
  const reply = { content: `An answer of usual length to the question ${index}.`.repeat(3), tool_calls: [], refusal: null };
  const more = {
    finish_reason: 'stop',
    usage: { prompt_tokens: 200, completion_tokens: 40, cached_tokens: 0 },
    system_fingerprint: 'fp_1',
  };
  const head = { question: question(index), by: modelHash(BY.origin, BY.model), v: 1, ...BY, time: '2026-11-26T00:00:00.000Z' };
  return `${JSON.stringify({ ...head, reply: { ...reply, ...more } })}\n`;
}

async function opening(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kept-'));
  mkdirSync(path.join(folder, 'kept'));
  const file = createWriteStream(path.join(folder, 'kept', '1.answers.jsonl'));
  for (let index = 0; index < KEPT; index += 1) {
    if (!file.write(line(index))) await new Promise<void>((resolve) => file.once('drain', () => resolve()));
  }
  await new Promise<void>((resolve) => file.end(() => resolve()));
  const script = [process.argv[1] ?? '', 'open', folder];
  const measured: unknown = JSON.parse(execFileSync(process.execPath, ['--no-warnings', ...script], { encoding: 'utf8' }));
  console.log('A million kept answers, opened and one of them read:', measured, 'of 2000 ms and 300 MB allowed');
}

async function opened(folder: string): Promise<void> {
  const begun = performance.now();
  const kept = await KeptAnswers.open(answerFolder('kept', folder, [folder]));
  const found = kept.find(question(777_777), BY);
  const milliseconds = Math.round(performance.now() - begun);
  if (found === undefined || kept.size !== KEPT) throw new Error('Not all are found.');
  console.log(JSON.stringify({ milliseconds, megabytes: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

/** A server that answers every question in 50 ms; how long it was asked, from the first question to the last answer. */
async function answering(ask: (baseUrl: string) => Promise<void>): Promise<number> {
  let first = 0;
  let last = 0;
  const server = createServer((request, response) => {
    request.resume();
    first ||= performance.now();
    setTimeout(() => {
      last = performance.now();
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message: { content: 'a' }, finish_reason: 'stop' }] }));
    }, ANSWERS_IN);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await ask(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`);
  server.close();
  return last - first;
}

/** A process of its own. */
async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: { PATH: process.env.PATH, ...env } });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}.`);
}

/** The floor: as many bare fetches, and nothing is done with what comes. */
async function bareFetches(baseUrl: string): Promise<void> {
  const body = JSON.stringify({ model: 'new', messages: [{ role: 'user', content: 'q' }] });
  let left = 2 * ROWS;
  const line = async () => {
    while (left > 0) {
      left -= 1;
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${baseUrl}/chat/completions`, { method: 'POST', headers, body });
      await response.json();
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, line));
}

async function gate(baseUrl: string): Promise<void> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'gate-'));
  const row = (index: number) => ({
    messages: [
      { role: 'user', content: `q${index}` },
      { role: 'assistant', content: 'a' },
    ],
  });
  writeFileSync(
    path.join(workspace, 'eval.jsonl'),
    Array.from({ length: ROWS }, (_, index) => JSON.stringify(row(index))).join('\n'),
  );
  const inputs = {
    operation: 'evaluate',
    model: 'new',
    baseline: 'old',
    base_url: baseUrl,
    api_key: 'none',
    evaluation_file: 'eval.jsonl',
    grader: 'eq',
    answers_path: 'kept',
    concurrency: String(CONCURRENCY),
    artifact_name: '',
  };
  await run([path.resolve('dist', 'index.js')], {
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: workspace,
    GITHUB_REPOSITORY: 'o/r',
  });
}

const median = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

async function asking(): Promise<void> {
  const ideal = (2 * ROWS * ANSWERS_IN) / CONCURRENCY;
  const times: { readonly floor: number; readonly own: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const floor = await answering((url) => run(['--no-warnings', process.argv[1] ?? '', 'fetch', url]));
    times.push({ floor, own: await answering(gate) });
  }
  const [floor, own] = [median(times.map((time) => time.floor)), median(times.map((time) => time.own))];
  console.log(
    `${ROWS} rows × 2 models, ${ANSWERS_IN} ms an answer, concurrency ${CONCURRENCY}, medians of ${ROUNDS}: ${(own / ideal).toFixed(3)} × the ideal (1.15 allowed); bare fetches ${(floor / ideal).toFixed(3)} ×, so ${(own / floor).toFixed(3)} × them`,
  );
}

const [, , what, given = ''] = process.argv;
if (what === 'open') await opened(given);
else if (what === 'fetch') await bareFetches(given);
else {
  await opening();
  await asking();
}
