/**
 * One measurement in a process of its own: `node once.js WHAT FILE`, compiled, prints its time in
 * milliseconds and its peak memory in megabytes as JSON.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { localFiles } from '../src/adapters/files.ts';
import { USUAL_PROFILE } from '../src/dataset/profile.ts';
import { checkDataset, isWorthAThread } from '../src/dataset/scan/check.ts';
import { counterOf } from '../src/dataset/tokens/tokenizer/counter.ts';
import { loadCounter } from '../src/dataset/vocabularies.ts';
import { collectSooner } from '../src/memory.ts';
// Loaded before the time is taken, as all else is: here each module is a file, and in dist/ one or two hold them all.
import '../src/dataset/likeness/repeats.ts';
import { SIMILARITY_RUNS } from './similarity.ts';

const CHUNK = { highWaterMark: 1024 * 1024 };

const files = localFiles({ workspace: tmpdir(), temp: tmpdir(), allowPaths: [], fork: false, redact: (text) => text });

/** What nobody can do without: read, hash, split, parse. One thread. */
async function floor(file: string): Promise<number> {
  const hash = createHash('sha256');
  let held = Buffer.alloc(0);
  let rows = 0;
  for await (const chunk of createReadStream(file, CHUNK)) {
    hash.update(chunk);
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, from)) {
      try {
        JSON.parse(bytes.toString('utf8', from, end));
        rows += 1;
      } catch {
        // A bad row; the floor only has to get over it.
      }
      from = end + 1;
    }
    held = bytes.subarray(from);
  }
  hash.digest('hex');
  return rows;
}

async function check(file: string, threads: number, countTokens: boolean) {
  await collectSooner();
  const { size } = await stat(file);
  const counting = { countTokens, exactTokensUpTo: Number.POSITIVE_INFINITY };
  const { dataset } = await checkDataset({
    role: 'training_file',
    paths: [file],
    method: 'supervised',
    model: 'gpt-4.1-mini-2025-04-14',
    size,
    read: (name, take) => files.scan(name, take),
    readRange: files.ranges(),
    entry: threads > 1 && isWorthAThread(size, counting) ? path.resolve('dist', 'index.js') : undefined,
    rules: { ...USUAL_PROFILE, developerRole: true },
    allowSecrets: false,
    ...counting,
  });
  return { rows: dataset.rows, counts: dataset.counts, tokens: dataset.tokens?.tokens };
}

/** The texts of a file's conversations. */
async function textsOf(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line) => {
    try {
      const { messages }: { messages: { content: string }[] } = JSON.parse(line);
      return messages.map(({ content }) => content);
    } catch {
      return [];
    }
  });
}

/** Milliseconds that processors worked for this process since another time, in all of its threads. */
function processorTime(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** Counts the texts of a file; only the counting is timed. */
async function count(file: string, counter: (text: string) => number) {
  const texts = await textsOf(file);
  const [begun, used] = [performance.now(), process.cpuUsage()];
  let tokens = 0;
  for (const text of texts) tokens += counter(text);
  return { milliseconds: performance.now() - begun, processor: processorTime(used), tokens };
}

/** The counter in TypeScript, which the kernel is held against. */
async function reference(): Promise<(text: string) => number> {
  const packed = await readFile(path.join('dist', 'o200k_base.tokens'));
  return counterOf('o200k_base', packed).count;
}

/** Texts that make tokenizers slow, of a megabyte each. */
const HARD: Readonly<Record<string, () => string>> = {
  'equal letters': () => 'a'.repeat(1e6),
  'no space': () =>
    Array.from({ length: 1e6 }, (_, index) => String.fromCharCode(97 + ((Math.imul(index, 0x9e3779b1) >>> 16) % 26))).join(''),
  spaces: () => ' '.repeat(1e6),
  Chinese: () => Array.from({ length: 333_333 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7919) % 20_000))).join(''),
};

/** Counts one text; only the counting is timed. */
async function countText(text: string) {
  const { count: counter } = await loadCounter('o200k_base');
  counter('A text before, so that the code is loaded.');
  const begun = performance.now();
  const tokens = counter(text);
  return { milliseconds: performance.now() - begun, tokens };
}

/** Tokens of every other text, from `first` on. */
async function countHalf(file: string, first: number) {
  const texts = (await textsOf(file)).filter((_, index) => index % 2 === first);
  const { count: counter } = await loadCounter('o200k_base');
  return () => texts.reduce((sum, text) => sum + counter(text), 0);
}

/** The same counting by two threads, each with a half; only the counting is timed. */
async function countInTwo(file: string) {
  const worker = new Worker(import.meta.filename, { argv: [], workerData: file });
  const [own] = await Promise.all([countHalf(file, 0), once(worker, 'message')]);
  const [begun, used] = [performance.now(), process.cpuUsage()];
  worker.postMessage('go');
  const answer = once(worker, 'message');
  const half = own();
  const [other] = await answer;
  return { milliseconds: performance.now() - begun, processor: processorTime(used), tokens: half + other };
}

if (!isMainThread) {
  const other = await countHalf(workerData, 1);
  parentPort?.once('message', () => parentPort?.postMessage(other()));
  parentPort?.postMessage('ready');
}

const [what = isMainThread ? 'floor' : 'thread', file = ''] = process.argv.slice(2);
const runs: Readonly<Record<string, () => Promise<unknown>>> = {
  floor: () => floor(file),
  'one thread': () => check(file, 1, false),
  'two threads': () => check(file, 2, false),
  'one thread, tokens': () => check(file, 1, true),
  'two threads, tokens': () => check(file, 2, true),
  'gpt-tokenizer': async () => {
    const { countTokens } = await import('gpt-tokenizer');
    return count(file, (text) => countTokens(text, { disallowedSpecial: new Set() }));
  },
  'bare fetch': async () => (await import('./upload.ts')).bareFetch(file, 'near'),
  'own upload': async () => (await import('./upload.ts')).ownUpload(file, 'near'),
  'one stream, far': async () => (await import('./upload.ts')).bareFetch(file, 'far'),
  'own parts, far': async () => (await import('./upload.ts')).ownUpload(file, 'far'),
  'both sides': async () => (await import('./diff.ts')).bothSides(file),
  'own diff': async () => (await import('./diff.ts')).ownCompare(file),
  'own counter, two threads': () => countInTwo(file),
  prose: async () => countText((await textsOf(file)).join(' ').slice(0, 1e6)),
  ...Object.fromEntries(Object.entries(HARD).map(([name, build]) => [name, () => countText(build())])),
  ...SIMILARITY_RUNS,
  'own counter without the kernel': async () => count(file, await reference()),
  'own counter': async () => count(file, (await loadCounter('o200k_base')).count),
};
if (isMainThread) {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const result = await runs[what]?.();
  const milliseconds = performance.now() - started;
  const processor = processorTime(used);
  console.log(JSON.stringify({ milliseconds, processor, megabytes: process.resourceUsage().maxRSS / 1024, result }));
}
