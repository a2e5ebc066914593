/** Writes the README's tables of inputs and outputs from action.yml. `--check` writes nothing and exits 1 when they are out of step. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { keepGenerated } from './generated.ts';

const Action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.optional(z.string()) })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text: string | undefined) => (text === undefined ? '' : `\`${text}\``);

function inputsTable(action: z.infer<typeof Action>): string {
  const rows = Object.entries(action.inputs).map(
    ([name, input]) => `| \`${name}\` | ${code(input.default)} | ${cell(input.description)} |`,
  );
  return ['| Input | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputsTable(action: z.infer<typeof Action>): string {
  const rows = Object.entries(action.outputs).map(([name, output]) => `| \`${name}\` | ${cell(output.description)} |`);
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

/** Puts the table between its two markers. */
function placed(text: string, name: string, table: string): string {
  const begin = `<!-- ${name}: generated from action.yml by npm run docs -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no markers for ${name}: "${begin}" and "${end}".`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}

const action = Action.parse(parse(readFileSync('action.yml', 'utf8')));
const before = readFileSync('README.md', 'utf8');
const after = placed(placed(before, 'inputs', inputsTable(action)), 'outputs', outputsTable(action));
keepGenerated('README.md', after);
