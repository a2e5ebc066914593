import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import * as z from 'zod/mini';
import { newFolder, runAction } from '../support/action.ts';

const MODEL = 'gpt-4.1-mini-2025-04-14';
const data = path.resolve('examples', 'data');
const Coverage = z.object({ result: z.array(z.object({ url: z.string() })) });

/** The chunks that hold a text that only this part of the action has. */
function chunksOf(mark: string): string[] {
  const found = readdirSync('dist').filter(
    (name) => name.endsWith('.js') && readFileSync(path.join('dist', name), 'utf8').includes(mark),
  );
  expect(found).not.toEqual([]);
  return found;
}

test('runs from a folder that has no node_modules', async () => {
  const folder = newFolder('bundle-');
  cpSync('dist', path.join(folder, 'dist'), { recursive: true });
  const { exitCode, outputs } = await runAction({
    workspace: data,
    entry: path.join(folder, 'dist', 'index.js'),
    inputs: {
      provider: 'sandbox',
      model: MODEL,
      training_file: 'triage.train.jsonl',
      validation_file: 'triage.valid.jsonl',
      method: 'triage.method.yaml',
      artifact_name: '',
    },
  });
  expect(exitCode).toBe(0);
  expect(outputs.fine_tuned_model).toMatch(/^ft:gpt-4\.1-mini/);
});

test('validate loads nothing that it does not need', async () => {
  const coverage = newFolder('coverage-');
  const { exitCode } = await runAction({
    workspace: data,
    inputs: { operation: 'validate', model: MODEL, training_file: 'support.train.jsonl', artifact_name: '' },
    env: { NODE_V8_COVERAGE: coverage },
  });
  expect(exitCode).toBe(0);
  const loaded = readdirSync(coverage).flatMap((name) => {
    const { result } = Coverage.parse(JSON.parse(readFileSync(path.join(coverage, name), 'utf8')));
    return result.flatMap(({ url }) => (url.startsWith('file:') ? [path.basename(fileURLToPath(url))] : []));
  });
  expect(loaded).toEqual(expect.arrayContaining(chunksOf('kernel.wasm')));
  for (const mark of [
    'workload-identity-auth',
    'invalid_api_key',
    'Twirp',
    'EnvHttpProxyAgent',
    'function parseDocument',
    'mergedLength',
    'are looked for. Give several',
  ]) {
    for (const chunk of chunksOf(mark)) expect(loaded).not.toContain(chunk);
  }
});

test('runs from its source under local-action', () => {
  const folder = newFolder('local-');
  mkdirSync(path.join(folder, 'temp'));
  const summary = path.join(folder, 'summary.md');
  writeFileSync(summary, '');
  const env = {
    INPUT_PROVIDER: 'sandbox',
    INPUT_MODEL: MODEL,
    INPUT_TRAINING_FILE: 'examples/data/support.train.jsonl',
    INPUT_SUFFIX: 'local',
    INPUT_ARTIFACT_NAME: '',
    GITHUB_WORKSPACE: process.cwd(),
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: path.join(folder, 'temp'),
  };
  const file = path.join(folder, '.env');
  writeFileSync(
    file,
    Object.entries(env)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
  const log = execFileSync(
    process.execPath,
    ['node_modules/@github/local-action/bin/local-action.js', 'run', '.', 'src/main.ts', file],
    {
      encoding: 'utf8',
      env: {
        PATH: `${path.dirname(process.execPath)}${path.delimiter}${path.resolve('node_modules', '.bin')}${path.delimiter}${process.env.PATH}`,
      },
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  expect(log).toMatch(/fine_tuned_model::ft:gpt-4\.1-mini-2025-04-14:sandbox:local:/);
  expect(log).toMatch(/status::succeeded/);
  expect(readFileSync(summary, 'utf8')).toContain('✅ Model ready');
});

test('each defect that a test is to notice can be planted', () => {
  expect(() => execFileSync(process.execPath, ['scripts/mutate.ts', '--check'], { stdio: 'pipe' })).not.toThrow();
});
