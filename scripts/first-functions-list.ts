/** Writes down which functions a start runs: those that V8 counts when the data of an example is checked. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import { FIRST_CHUNKS, LIST, namedFunctions } from './first-functions.ts';

const Range = z.object({ startOffset: z.number(), endOffset: z.number(), count: z.number() });
const Coverage = z.object({
  result: z.array(z.object({ url: z.string(), functions: z.array(z.object({ ranges: z.array(Range) })) })),
});

const folder = mkdtempSync(path.join(tmpdir(), 'first-functions-'));
const coverage = path.join(folder, 'coverage');
const files = { GITHUB_OUTPUT: 'output', GITHUB_STATE: 'state', GITHUB_STEP_SUMMARY: 'summary' };
const places = Object.entries(files).map(([name, file]) => [name, path.join(folder, file)] as const);
for (const [, file] of places) writeFileSync(file, '');
const { status } = spawnSync(process.execPath, ['dist/index.js'], {
  env: {
    PATH: process.env.PATH,
    GITHUB_WORKSPACE: path.resolve('examples', 'data'),
    RUNNER_TEMP: folder,
    ...Object.fromEntries(places),
    INPUT_OPERATION: 'validate',
    INPUT_MODEL: 'gpt-4.1-mini-2025-04-14',
    INPUT_TRAINING_FILE: 'support.train.jsonl',
    INPUT_ARTIFACT_NAME: '',
    NODE_V8_COVERAGE: coverage,
  },
});
if (status !== 0) throw new Error(`The check ended with ${status}.`);
const counted = readdirSync(coverage).flatMap(
  (name) => Coverage.parse(JSON.parse(readFileSync(path.join(coverage, name), 'utf8'))).result,
);

const lines = FIRST_CHUNKS.flatMap((chunk) => {
  const file = path.resolve('dist', `${chunk}.js`);
  const ran = counted
    .filter(({ url }) => url === pathToFileURL(file).href)
    .flatMap(({ functions }) =>
      functions.flatMap(({ ranges: [whole] }) => (whole === undefined || whole.count === 0 ? [] : [whole])),
    );
  return [...namedFunctions(readFileSync(file, 'utf8'))]
    .filter(({ start, end }) => ran.some(({ startOffset, endOffset }) => startOffset === start && endOffset === end))
    .map(({ name }) => `${chunk} ${name}`)
    .sort();
});
writeFileSync(LIST, `${lines.join('\n')}\n`);
console.log(`${lines.length} functions run first.`);
rmSync(folder, { recursive: true });
