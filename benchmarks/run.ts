/**
 * What this project claims of its speed and size, measured: each row a ratio to a floor or a peer of the same
 * run, medians of several rounds in which all take turns, every measurement in a process of its own.
 *
 *     npm run benchmark [-- --megabytes 500 --rounds 5]
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SIMILARITY_METRICS } from '../src/api/requests.ts';
import { RULES } from '../src/dataset/rules/rules.ts';
import { benchmarkFile, copyFile, sixtyWordsFile } from './data.ts';
import { diffCheckout } from './diff.ts';

const { values } = parseArgs({
  options: { megabytes: { type: 'string', default: '500' }, rounds: { type: 'string', default: '5' } },
});
const rounds = Number(values.rounds);

// Compiled first: stripping types takes memory that would be counted.
execFileSync('tsc', ['-p', 'benchmarks'], { stdio: 'inherit' });
for (const name of ['o200k_base.tokens', 'kernel.wasm', 'rows.wasm']) cpSync(`dist/${name}`, `lib/measured/dist/${name}`);

interface Once {
  readonly milliseconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly result: {
    readonly milliseconds?: number;
    readonly processor?: number;
    readonly rows?: number;
    readonly counts?: readonly { readonly rule: string; readonly count: number }[];
  };
}

function once(what: string, file: string): Once {
  return JSON.parse(execFileSync(process.execPath, ['lib/measured/benchmarks/once.js', what, file], { encoding: 'utf8' }));
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

/** In milliseconds, and in megabytes at most. Processors work for other programs, too, where time goes on. */
interface Measured {
  readonly time: number;
  readonly processor: number;
  readonly memory: number;
}

/** Medians of some measurements of one file, in turns. */
function turns(names: readonly string[], file: string): Map<string, Measured> {
  const all = Array.from({ length: rounds }, () => names.map((name) => once(name, file)));
  return new Map(
    names.map((name, index) => {
      const measured = all.flatMap((round) => round[index] ?? []);
      const time = median(measured.map(({ milliseconds, result }) => result.milliseconds ?? milliseconds));
      const processor = median(measured.map((one) => one.result.processor ?? one.processor));
      return [name, { time, processor, memory: Math.max(...measured.map(({ megabytes }) => megabytes)) }];
    }),
  );
}

function table(title: string, floor: string, results: ReturnType<typeof turns>): void {
  const first = results.get(floor);
  const ratio = (value: number, base = 1) => (value / base).toFixed(2);
  console.log(`\n${title}\n`);
  console.log(
    '| what | time | ratio to the first | processor time | ratio | peak memory |\n| --- | --: | --: | --: | --: | --: |',
  );
  for (const [name, { time, processor, memory }] of results)
    console.log(
      `| ${name} | ${Math.round(time)} ms | ${ratio(time, first?.time)} | ${Math.round(processor)} ms | ${ratio(processor, first?.processor)} | ${Math.round(memory)} MB |`,
    );
}

const file = await benchmarkFile(Number(values.megabytes));
const checked = once('one thread', file).result.counts ?? [];
console.log(`${RULES.length} rules run; found: ${checked.map(({ rule, count }) => `${rule} ${count}`).join(', ')}`);
table(
  `Check of ${values.megabytes} MB, one row in a hundred bad. Floor: one thread that reads, splits, parses and hashes.`,
  'floor',
  turns(['floor', 'one thread', 'two threads'], file),
);
for (const [name, made] of [
  ['100 MB of clean, distinct rows of sixty words', await sixtyWordsFile()],
  ['a million rows, the second half a copy of the first', await copyFile()],
] as const)
  table(`Check of ${name}.`, 'floor', turns(['floor', 'one thread', 'two threads'], made));
const small = await benchmarkFile(50);
table(
  'Tokens of 50 MB, o200k_base. Peer: gpt-tokenizer, one thread.',
  'gpt-tokenizer',
  turns(['gpt-tokenizer', 'own counter', 'own counter, two threads', 'own counter without the kernel'], small),
);
table(
  'Tokens of one text of a megabyte, in one thread that is still cold. Floor: prose.',
  'prose',
  turns(['prose', 'equal letters', 'no space', 'spaces', 'Chinese'], small),
);
table(
  'Check with exact tokens of 300 MB. Floor: as above.',
  'floor',
  turns(['floor', 'one thread', 'one thread, tokens', 'two threads, tokens'], await benchmarkFile(300)),
);

table(
  'Upload of 600 MB over loopback. Floor: one bare fetch of the same file to the same server.',
  'bare fetch',
  turns(['bare fetch', 'own upload'], await benchmarkFile(600)),
);

table(
  'Upload of 600 MB to a server that is far: 50 ms each way, 25 MB/s a connection. Floor: one stream. Goal: a third of it.',
  'one stream, far',
  turns(['one stream, far', 'own parts, far'], await benchmarkFile(600)),
);

table('Likeness of 10,000 unrelated pairs of 2 kB, by each measure. Goal: 2 s.', 'rouge_1', turns(SIMILARITY_METRICS, small));

console.log('\nPeak memory of the check, and what is allowed: 120 MB and 24 bytes a row.\n');
console.log('| file | threads | rows | peak memory | allowed |\n| --- | --- | --: | --: | --: |');
for (const megabytes of [100, 2000]) {
  const large = await benchmarkFile(megabytes);
  for (const threads of ['one thread', 'two threads']) {
    const { megabytes: peak, result } = once(threads, large);
    const allowed = 120 + ((result.rows ?? 0) * 24) / 1e6;
    console.log(`| ${megabytes} MB | ${threads} | ${result.rows} | ${Math.round(peak)} MB | ${Math.round(allowed)} MB |`);
  }
}

/** Wall time of a process, in milliseconds. */
function processTime(args: readonly string[], env: Readonly<Record<string, string>>): number {
  const begun = performance.now();
  spawnSync(process.execPath, args, { env: { PATH: process.env.PATH, ...env }, stdio: 'ignore' });
  return performance.now() - begun;
}

const folder = mkdtempSync(path.join(tmpdir(), 'start-'));
const row = (number: number) =>
  JSON.stringify({
    messages: [
      { role: 'user', content: `What is ${number}?` },
      { role: 'assistant', content: `It is the number ${number}.` },
    ],
  });
writeFileSync(path.join(folder, 'fifty.jsonl'), Array.from({ length: 50 }, (_, number) => `${row(number)}\n`).join(''));
for (const name of ['output', 'state', 'summary']) writeFileSync(path.join(folder, name), '');
const environment = {
  INPUT_OPERATION: 'validate',
  INPUT_MODEL: 'gpt-4.1-mini-2025-04-14',
  INPUT_TRAINING_FILE: 'fifty.jsonl',
  INPUT_ARTIFACT_NAME: '',
  GITHUB_WORKSPACE: folder,
  RUNNER_TEMP: folder,
  GITHUB_OUTPUT: path.join(folder, 'output'),
  GITHUB_STATE: path.join(folder, 'state'),
  GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
};
const cached = { ...environment, NODE_COMPILE_CACHE: path.join(folder, 'cache') };
const starts: Readonly<Record<string, () => number>> = {
  'node -e 0': () => processTime(['-e', '0'], {}),
  'the least that counts these tokens': () => processTime(['lib/measured/benchmarks/least.js'], environment),
  validate: () => processTime(['dist/index.js'], environment),
  "validate, with Node's compile cache": () => processTime(['dist/index.js'], cached),
};
// Not counted: it fills the cache.
for (const start of Object.values(starts)) start();
const times = Array.from({ length: 20 }, () => Object.values(starts).map((start) => start()));
const medians = Object.keys(starts).map((name, index) => [name, median(times.map((round) => round[index] ?? 0))] as const);
const [[, empty = 1] = []] = medians;
console.log('\nFrom process start to verdict, 50 rows with exact tokens, medians of 20. Floor: `node -e 0`.\n');
console.log('| what | time | ratio |\n| --- | --: | --: |');
for (const [name, time] of medians) console.log(`| ${name} | ${Math.round(time)} ms | ${(time / empty).toFixed(2)} |`);

table(
  'Diff of a million rows of 200 bytes a side, one in a hundred changed, from the checkout to the tokens before. Floor: read, hash and split both sides.',
  'both sides',
  turns(['both sides', 'own diff'], await diffCheckout()),
);
