/**
 * Writes the choices of operations, platforms and key variables into action.yml, and the tables of
 * docs/platforms.md and docs/inputs.md: operations and servers from their registries, inputs and outputs from
 * action.yml.
 * `--check` writes nothing and exits 1 when something is out of step.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { groupsOf } from '../src/command-line/contract.ts';
import { needWords } from '../src/inputs/needs.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import type { Profile } from '../src/providers/profile.ts';
import { PLATFORM_NAMES, PLATFORMS } from '../src/providers/registry.ts';
import { keepGenerated, placed } from './generated.ts';

const Action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.optional(z.string()) })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

const cell = (text: string) => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
const code = (text: string | undefined) => (text === undefined ? '' : `\`${text}\``);

/** A table for each group. @throws Error when a name of the contract stands in none */
function grouped(part: 'inputs' | 'outputs', columns: readonly string[], row: (name: string) => string): string {
  const groups = groupsOf(contract, part);
  const missing = Object.keys(action[part]).filter((name) => !groups.some(({ names }) => names.includes(name)));
  if (missing.length > 0) throw new Error(`In action.yml ${missing.join(', ')} is in no group of ${part}.`);
  const head = [`| ${columns.join(' | ')} |`, `|${' --- |'.repeat(columns.length)}`];
  return groups.map(({ title, names }) => [`### ${title}`, '', ...head, ...names.map(row)].join('\n')).join('\n\n');
}

const inputsTable = () =>
  grouped('inputs', ['Input', 'Default', 'Meaning'], (name) => {
    const input = action.inputs[name];
    return `| \`${name}\` | ${code(input?.default)} | ${cell(input?.description ?? '')} |`;
  });

const outputsTable = () =>
  grouped('outputs', ['Output', 'Meaning'], (name) => `| \`${name}\` | ${cell(action.outputs[name]?.description ?? '')} |`);

function operationsTable(): string {
  const rows = OPERATIONS.map(({ name, does, needs }) => `| \`${name}\` | ${cell(does)} | ${needs.map(needWords).join('; ')} |`);
  return ['| `operation` | Does | Needs |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What each of these inputs may be, as the registries have it: it ends the input's description. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  operation: OPERATIONS.map(({ name }) => name),
  provider: ['auto', ...PLATFORM_NAMES],
  api_key: PLATFORMS.flatMap(({ profile: { keyVariable } }) => keyVariable ?? []),
};

/** The contract with these choices. */
function withChoices(contract: string): string {
  return Object.entries(CHOICES).reduce((text, [input, names]) => {
    const description = new RegExp(`^( {2}${input}:\\n {4}description: .*?)One of [^\\n]*$`, 'm');
    if (!description.test(text)) throw new Error(`action.yml has no description of ${input} that ends in "One of …".`);
    return text.replace(description, (_, before: string) => `${before}One of ${names.map(code).join(', ')}.`);
  }, contract);
}

/** Who signs in, and how. */
function credentialOf({ embedded, keyForms, keyVariable, keyless, keyOptional, signIn }: Profile): string {
  if (embedded) return 'none';
  const ways = [
    `\`api_key\`${keyForms === undefined ? '' : ` (${keyForms})`}`,
    ...(keyVariable === undefined ? [] : [`or the variable \`${keyVariable}\``]),
    ...(keyless ? ['or keyless by `identity_provider_id`'] : []),
    ...(signIn === undefined ? [] : [`or ${signIn.way}`]),
  ].join(', ');
  return keyOptional ? `${ways}; \`none\` for a server that asks for no key` : ways;
}

function serversTable(): string {
  const profiles = PLATFORMS.map(({ profile }) => profile);
  const rows = profiles.map((profile) => {
    const own = profile.account === undefined ? profile.ownBaseUrl : undefined;
    const server = profile.servers ?? `\`${own ?? profile.exampleUrl}\``;
    return `| \`${profile.name}\` | ${server} | ${credentialOf(profile)} |`;
  });
  return ['| `provider` | Server | Credential |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Writes these tables between their markers in a page. */
function keepTables(file: string, tables: readonly (readonly [name: string, source: string, table: string])[]): void {
  const page = readFileSync(file, 'utf8');
  keepGenerated(
    file,
    tables.reduce((text, [name, source, table]) => placed(file, text, name, source, table), page),
  );
}

const contract = withChoices(readFileSync('action.yml', 'utf8'));
const action = Action.parse(parse(contract));
keepGenerated('action.yml', contract);
keepTables('docs/platforms.md', [['servers', 'src/providers', serversTable()]]);
keepTables('docs/inputs.md', [
  ['operations', 'src/operations/registry.ts', operationsTable()],
  ['inputs', 'action.yml', inputsTable()],
  ['outputs', 'action.yml', outputsTable()],
]);
