/**
 * Runs the built action against the sandbox as a runner would, and shows what a workflow sees: the live log,
 * the outputs, the rendered summary.
 *
 *     npm run demo                                   the project's own example data
 *     npm run demo -- data.jsonl                     a file of yours (data.valid.jsonl beside
 * data.train.jsonl is found)
 *     npm run demo -- data.jsonl --model NAME --method '{…}' --valid other.jsonl --suffix NAME
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/errors.ts';
import { previewHtml } from './preview.ts';

const USAGE = `Usage: npm run demo [-- [data.jsonl] [--valid other.jsonl] [--method '{…}'] [--model NAME] [--suffix NAME]]

Trains in the sandbox on the project's own example data, or on a file of yours.`;

/** The words of the command. What is not understood ends it with the usage. */
function commandLine() {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: { valid: text, method: text, model: text, suffix: text, help: { type: 'boolean' } },
    });
  } catch (error) {
    console.error(`${messageOf(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

const { values, positionals } = commandLine();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const training = positionals[0] ?? 'examples/data/support.train.jsonl';
const sibling = training.replace(/\btrain\.jsonl$/, 'valid.jsonl');
const validation = values.valid ?? (sibling !== training && existsSync(sibling) ? sibling : undefined);
const methodFile = training.replace(/\.train\.jsonl$/, '.method.yaml');
const method = values.method ?? (methodFile !== training && existsSync(methodFile) ? methodFile : methodByRow(training));

/** Preference rows can only mean DPO; of other rows the user says which method they are for. */
function methodByRow(file: string): string | undefined {
  if (!existsSync(file)) return undefined;
  const [first = ''] = readFileSync(file, 'utf8').split('\n', 1);
  return first.includes('"preferred_output"') ? 'dpo' : undefined;
}

mkdirSync('.demo', { recursive: true });
const folder = mkdtempSync(path.resolve('.demo', 'run-'));
const file = (name: string) => {
  const full = path.join(folder, name);
  writeFileSync(full, '');
  return full;
};
const files = { output: file('output'), state: file('state'), summary: file('summary.md') };
const temp = path.join(folder, 'temp');
mkdirSync(temp);

const inputs: Record<string, string | undefined> = {
  operation: 'create',
  provider: 'sandbox',
  model: values.model ?? 'gpt-4.1-mini-2025-04-14',
  training_file: training,
  validation_file: validation,
  method,
  suffix: values.suffix ?? 'demo',
  seed: '42',
  artifact_name: '',
  allow_paths: [training, ...(validation === undefined ? [] : [validation])]
    .map((given) => path.dirname(path.resolve(given)))
    .join('\n'),
};
/** Runs the step and shows its log. @returns its exit code */
function runStep(step: string, given: Readonly<Record<string, string | undefined>>): Promise<number> {
  const { PATH, HOME, LANG } = process.env;
  const child = spawn(process.execPath, ['dist/index.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH,
      HOME,
      LANG,
      ...Object.fromEntries(
        Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[`INPUT_${name.toUpperCase()}`, value]])),
      ),
      GITHUB_OUTPUT: files.output,
      GITHUB_STATE: files.state,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_WORKSPACE: process.cwd(),
      GITHUB_REPOSITORY: 'your-org/your-repository',
      GITHUB_JOB: 'demo',
      GITHUB_ACTION: step,
      RUNNER_TEMP: temp,
    },
  });

  /** The log as GitHub shows it: commands are not text. */
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.startsWith('::group::')) return console.log(`\n▾ ${line.slice('::group::'.length)}`);
    const shown = /^::(error|warning|notice)[^:]*::(.*)$/.exec(line);
    if (shown) return console.log(`${shown[1]}: ${shown[2]?.replaceAll('%0A', '\n').replaceAll('%25', '%')}`);
    if (!/^::[a-z-]+/.test(line)) console.log(line);
  });
  return new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

/** GITHUB_OUTPUT holds `name<<delimiter`, the value, the delimiter; a later value replaces an earlier one. */
function outputs(): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of readFileSync(files.output, 'utf8').matchAll(/^(\w+)<<(\S+)\n([\s\S]*?)\n\2$/gm))
    found.set(match[1] ?? '', match[3] ?? '');
  return found;
}

/** Shows what the step gave to later ones, and makes room for those of the next. */
function showOutputs(): void {
  console.log('\nOutputs');
  for (const [name, value] of outputs())
    console.log(`  ${name}: ${value.length > 150 ? `${value.slice(0, 150)}… (${value.length} characters)` : value}`);
  writeFileSync(files.output, '');
}

const exitCode = await runStep('train', inputs);
const model = outputs().get('fine_tuned_model');
showOutputs();
if (exitCode === 0 && model !== undefined && validation !== undefined && methodFile !== method) {
  console.log('\nThe promotion gate: the model against its base, on the validation rows');
  await runStep('gate', {
    operation: 'evaluate',
    provider: 'sandbox',
    model,
    evaluation_file: validation,
    training_file: training,
    grader: 'rouge_l',
    min_rows: '10',
    max_drop: '0.1',
    artifact_name: '',
    show_rows: 'true',
    answers_path: path.join(temp, 'answers'),
    allow_paths: inputs.allow_paths,
  });
  showOutputs();
}
const page = path.join(folder, 'summary.html');
writeFileSync(page, previewHtml(readFileSync(files.summary, 'utf8'), { dark: false }));
console.log(`\nThe job summary, rendered: ${path.relative(process.cwd(), page)}`);
process.exitCode = exitCode;
