/**
 * Writes action-types.yml: the type of each input and output, for tools that write workflows in a typed
 * language (https://github.com/typesafegithub/github-actions-typing). An input's type is what its field says
 * of a text that none accepts. `--check` writes nothing and exits 1 when the file is out of step.
 */
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import * as z from 'zod/mini';
import type { Field } from '../src/inputs/fields.ts';
import { fieldsFor, INPUT_NAMES } from '../src/inputs/inputs.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import { keepGenerated } from './generated.ts';

type ActionType =
  | { readonly type: 'string' | 'boolean' | 'integer' | 'float' }
  | { readonly type: 'enum'; readonly 'allowed-values': readonly string[] }
  | { readonly type: 'list'; readonly separator: string; readonly 'list-item': { readonly type: 'string' } };

const Contract = z.object({ inputs: z.record(z.string(), z.unknown()), outputs: z.record(z.string(), z.unknown()) });

/** What no flag, choice or number accepts, and what a list takes for two items. */
const PROBE = '~\n~';

function typeOf(field: Field<unknown>): ActionType {
  const { value, allowed } = field(PROBE);
  if (allowed === undefined)
    return Array.isArray(value) ? { type: 'list', separator: '\n', 'list-item': { type: 'string' } } : { type: 'string' };
  if (allowed === 'true or false') return { type: 'boolean' };
  if (allowed.startsWith('a whole number')) return { type: 'integer' };
  if (allowed.startsWith('a decimal number')) return { type: 'float' };
  const words = /^one of (.+)$/.exec(allowed)?.[1]?.split(', ');
  return words === undefined ? { type: 'string' } : { type: 'enum', 'allowed-values': words };
}

/** The outputs that are no text, where they are set. */
const OUTPUTS: Readonly<Record<string, ActionType>> = {
  trained_tokens: { type: 'integer' },
  examples: { type: 'integer' },
  estimated_tokens: { type: 'integer' },
  estimated_cost_usd: { type: 'float' },
  reused: { type: 'boolean' },
  valid: { type: 'boolean' },
  passed: { type: 'boolean' },
  score: { type: 'float' },
  baseline_score: { type: 'float' },
  difference: { type: 'float' },
  wins: { type: 'integer' },
  losses: { type: 'integer' },
  ties: { type: 'integer' },
  coverage: { type: 'float' },
  required_rows: { type: 'integer' },
  evaluation_cost_usd: { type: 'float' },
};

const contract = Contract.parse(parse(readFileSync('action.yml', 'utf8')));
const fields: Readonly<Record<string, Field<unknown>>> = fieldsFor(OPERATIONS.map(({ name }) => name));

function inputType(name: string): ActionType {
  const field = fields[name];
  if (field !== undefined) return typeOf(field);
  if (INPUT_NAMES.includes(name)) return { type: 'string' };
  throw new Error(`action.yml has an input ${name} that no field is for.`);
}

const types = {
  inputs: Object.fromEntries(Object.keys(contract.inputs).map((name) => [name, inputType(name)])),
  outputs: Object.fromEntries(Object.keys(contract.outputs).map((name) => [name, OUTPUTS[name] ?? { type: 'string' }])),
};
keepGenerated(
  'action-types.yml',
  `# Generated from the inputs' fields and action.yml by npm run docs.\n${stringify(types, { blockQuote: false })}`,
);
