/**
 * Writes the choices of operations, platforms and key variables into action.yml, and the README's tables:
 * operations and platforms from their registries, inputs and outputs from action.yml. `--check` writes
 * nothing and exits 1 when something is out of step.
 */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as z from 'zod/mini';
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

function operationsTable(): string {
  const rows = OPERATIONS.map(({ name, does, needs }) => `| \`${name}\` | ${cell(does)} | ${needs.map(needWords).join(', ')} |`);
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

function platformsTable(): string {
  const profiles = PLATFORMS.map(({ profile }) => profile);
  const rows = profiles.map((profile) => {
    const server = profile.servers ?? `\`${profile.ownBaseUrl ?? profile.exampleUrl}\``;
    return `| \`${profile.name}\` | ${server} | ${credentialOf(profile)} |`;
  });
  return ['| `provider` | Server | Credential |', '| --- | --- | --- |', ...rows].join('\n');
}

const contract = withChoices(readFileSync('action.yml', 'utf8'));
const action = Action.parse(parse(contract));
keepGenerated('action.yml', contract);
const tables = [
  ['operations', 'src/operations/registry.ts', operationsTable()],
  ['platforms', 'src/providers', platformsTable()],
  ['inputs', 'action.yml', inputsTable(action)],
  ['outputs', 'action.yml', outputsTable(action)],
] as const;
const page = readFileSync('README.md', 'utf8');
keepGenerated(
  'README.md',
  tables.reduce((text, [name, source, table]) => placed('README.md', text, name, source, table), page),
);
