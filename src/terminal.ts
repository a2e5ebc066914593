/**
 * The command line: the same steps in a terminal. Arguments become the inputs that a runner would hand over,
 * and what a runner would show is printed as tools in a terminal do.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { styleText } from 'node:util';
import { actionsRunner } from './adapters/actions-runner.ts';
import { type TerminalRunner, terminalRunner } from './adapters/terminal-runner.ts';
import { FORMATS, type Format, readArguments } from './command-line/arguments.ts';
import { Contract, groupsOf } from './command-line/contract.ts';
import { findingLines, type Paint } from './command-line/finding-lines.ts';
import { helpText } from './command-line/help.ts';
import { ENTRY } from './entry.ts';
import { OPERATIONS } from './operations/registry.ts';
import { parseStructured } from './structured.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const ROOT = path.join(path.dirname(ENTRY), '..');

const contractText = () => readFileSync(path.join(ROOT, 'action.yml'), 'utf8');

function contractOf(): Contract {
  const parsed = parseStructured(contractText());
  return Contract.parse('value' in parsed ? parsed.value : undefined);
}

function versionOf(): string {
  return String(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')).version);
}

/** What a runner would set, besides the inputs; in a terminal one may read what one may read. */
function environmentOf(environment: Environment, inputs: Readonly<Record<string, string>>): Environment {
  const own = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^(?:INPUT|STATE)_/.test(name)));
  const set = { show_rows: 'true', allow_paths: path.parse(process.cwd()).root, artifact_name: '', ...inputs };
  return {
    ...own,
    GITHUB_WORKSPACE: process.cwd(),
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  };
}

const STYLES = { place: 'bold', error: 'red', warning: 'yellow', rule: 'dim' } as const;
const paint: Paint = (text, role) => styleText(STYLES[role], text, { stream: process.stdout });

/** One of the files that the step wrote; undefined where it wrote none. */
function reportFile({ outputs }: TerminalRunner, name: string): string | undefined {
  const summary = outputs.get('report_path');
  const file = summary === undefined ? undefined : path.join(path.dirname(summary), name);
  return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const LONGEST = 300;

/** Outputs that say nothing. */
const NOTHING = new Set(['', '{}', '[]', 'null']);

/** What was found, as standard output is to have it. */
async function findings(runner: TerminalRunner, format: Format): Promise<readonly string[]> {
  if (format === 'json') return [reportFile(runner, 'result.json')?.trim() ?? '{}'];
  const sarif = reportFile(runner, 'problems.sarif');
  if (format === 'sarif') {
    if (sarif !== undefined) return [sarif.trim()];
    const { sarifWithoutData } = await import('./report/sarif.ts');
    return [JSON.stringify(sarifWithoutData(runner.outputs.get('error_message')))];
  }
  // What went wrong stands in the log's last line already.
  const outputs = [...runner.outputs].filter(([name, value]) => !NOTHING.has(value) && name !== 'error_message');
  return [
    ...(sarif === undefined ? [] : findingLines(sarif, paint)),
    ...outputs.map(([name, value]) => `${name}: ${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}`),
  ];
}

/** Does what the arguments say. The process's exit code is 0, 1 or 2. */
export async function run(argv: readonly string[], environment: Environment = process.env): Promise<void> {
  // Who reads no further (`| head`) stops nothing; what cannot be written is no success.
  process.stdout.on('error', (error) => {
    if (!('code' in error) || error.code !== 'EPIPE') process.exitCode = 1;
  });
  process.stderr.on('error', () => undefined);
  const contract = contractOf();
  const usual = environment.GITHUB_ACTIONS === 'true' ? 'github' : FORMATS[0];
  const request = readArguments(argv, contract, OPERATIONS, usual);
  if (request.kind === 'help') {
    return console.log(helpText(contract, groupsOf(contractText(), 'inputs'), OPERATIONS, request.command));
  }
  if (request.kind === 'version') return console.log(versionOf());
  if (request.kind === 'usage') {
    console.error(styleText('red', 'error: ', { stream: process.stderr }) + request.message);
    process.exitCode = 2;
    return;
  }
  const { format, debug } = request;
  const world = environmentOf(environment, request.inputs);
  const terminal = terminalRunner(world, { debug, places: false });
  const runner = format === 'github' ? actionsRunner(world) : terminal;
  const { run: act } = await import('./main.ts');
  await act(world, runner);
  // What a runner would start after a cancelled step.
  if (runner.getState('cancelled') === 'true') {
    const { run: clean } = await import('./post.ts');
    await clean(world, runner);
  }
  if (format !== 'github') for (const line of await findings(terminal, format)) console.log(line);
}
