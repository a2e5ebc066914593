import { describe, expect, test } from '@jest/globals';
import { ActionError, InputError } from '../src/errors.ts';
import { INPUT_NAMES } from '../src/inputs/inputs.ts';
import { needWords } from '../src/inputs/needs.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { dropSecrets } from '../src/inputs/rotated-secrets.ts';
import { isSecretName } from '../src/inputs/secret-names.ts';
import { secretsIn, withoutSecrets } from '../src/inputs/secrets.ts';
import { OPERATIONS, reportedOperation, storyOf } from '../src/operations/registry.ts';

const NO_FILES = async (path: string): Promise<string> => {
  throw new ActionError(`There is no file ${path}.`);
};
const enough = { model: 'gpt-4.1-mini-2025-04-14', training_file: 'train.jsonl' };
const read = (raw: Record<string, string>) => readInputs({ ...enough, ...raw }, NO_FILES, OPERATIONS);

async function messageFor(raw: Record<string, string>): Promise<string> {
  try {
    await read(raw);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('The inputs passed.');
}

describe('inputs', () => {
  test('an author who writes the least gets the defaults', async () => {
    const inputs = await read({});
    expect(inputs).toMatchObject({
      operation: 'create',
      provider: 'auto',
      training_file: ['train.jsonl'],
      wait: true,
      timeout_minutes: 330,
      on_timeout: 'fail',
      on_cancel: undefined,
      reuse: true,
      limit: 20,
      artifact_name: 'auto',
      show_rows: 'auto',
      seed: undefined,
    });
    expect(Object.isFrozen(inputs)).toBe(true);
  });

  test('white space is no error, and an expression that was never evaluated counts as empty', async () => {
    expect(await read({ seed: ' 42\n', suffix: '  bot ', metadata: '${{ inputs.metadata }}', reuse: '${{ x }}' })).toMatchObject({
      seed: 42,
      suffix: 'bot',
      metadata: undefined,
      reuse: true,
    });
  });

  test('seed 0 is a seed, artifact_name empty means none', async () => {
    expect(await read({ seed: '0', artifact_name: '' })).toMatchObject({ seed: 0, artifact_name: '' });
  });

  test.each([
    ['supervised', { type: 'supervised' }],
    ['dpo', { type: 'dpo' }],
    ['{type: dpo, dpo: {hyperparameters: {beta: 0.5}}}', { type: 'dpo', dpo: { hyperparameters: { beta: 0.5 } } }],
    [
      '{"type":"supervised","supervised":{"hyperparameters":{"n_epochs":3}}}',
      { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3 } } },
    ],
  ])('method %s', async (method, expected) => {
    expect((await read({ method })).method).toEqual(expected);
  });

  test('method may be a file', async () => {
    const readText = async (path: string) =>
      path === 'ci/method.yaml' ? 'type: supervised\nsupervised:\n  hyperparameters:\n    n_epochs: 2\n' : '';
    const inputs = await readInputs({ ...enough, method: 'ci/method.yaml' }, readText, OPERATIONS);
    expect(inputs.method).toEqual({ type: 'supervised', supervised: { hyperparameters: { n_epochs: 2 } } });
    expect(await messageFor({ method: 'missing.yml' })).toContain('missing.yml');
  });

  test.each([
    ['team=support\nversion=1.10', { team: 'support', version: '1.10' }],
    ['{team: support, version: 1.10, ok: true}', { team: 'support', version: '1.10', ok: 'true' }],
    ['a = b = c', { a: 'b = c' }],
    ['{"k": ""}', { k: '' }],
  ])('metadata %j', async (metadata, expected) => {
    expect((await read({ metadata })).metadata).toEqual(expected);
  });

  test.each([
    ['operation', 'train', 'Input operation is "train"; it must be one of create, validate'],
    ['seed', '-1', 'Input seed is "-1"; it must be a whole number from 0 to 2147483647. For example: seed: 42'],
    ['seed', '1.5', 'a whole number'],
    ['seed', '2147483648', '2147483648'],
    ['suffix', 'x'.repeat(65), '1 to 64 characters'],
    ['wait', 'yes', 'Input wait is "yes"; it must be true or false'],
    ['timeout_minutes', '0', 'above 0'],
    ['timeout_minutes', '5 min', '"5 min"'],
    ['poll_interval_seconds', '1e3', '"1e3"'],
    ['limit', '0', 'from 1 to 10000'],
    ['on_timeout', 'stop', 'fail, detach, cancel'],
    ['provider', 'gpt', 'auto, openai, azure'],
    ['method', 'ppo', 'supervised, dpo, reinforcement or a map'],
    [
      'method',
      '{type: supervised, supervised: {hyperparameters: {n_epochs: 51}}}',
      'method.supervised.hyperparameters.n_epochs is 51; it must be "auto" or a whole number from 1 to 50',
    ],
    ['method', '{type: supervised, supervised: {hyperparameters: {n_epochs: "3"}}}', 'n_epochs is "3"'],
    ['method', '{type: dpo, dpo: {hyperparameters: {beta: 3}}}', 'a number above 0 and up to 2'],
    ['method', '{type: reinforcement}', 'method.reinforcement is missing; it must be a map with a grader'],
    [
      'method',
      '{type: reinforcement, reinforcement: {grader: {type: string_check, name: g, input: a, reference: b, operation: equals}}}',
      'one of eq, ne, like, ilike',
    ],
    ['method', '{type: [', 'Input method cannot be read as JSON or YAML'],
    ['method', '{type: supervised, hyperparameters: {n_epochs: 3}}', 'Move it to method.supervised.hyperparameters'],
    ['metadata', Array.from({ length: 17 }, (_, index) => `k${index}=v`).join('\n'), 'at most 15 pairs'],
    ['metadata', `k=${'v'.repeat(513)}`, 'at most 512 characters'],
    ['integrations', '{type: wandb}', 'a list'],
    ['integrations', '[{type: wandb, wandb: {}}]', 'project'],
    ['extra_body', '[1]', 'a map'],
    ['extra_body', '{model: other}', 'Use the input model instead'],
    ['status', 'Done!', 'one or several of validating_files, queued'],
    ['max_cost_usd', 'ten', '"ten"'],
  ])('%s: %j is refused by name, with its value and what is allowed', async (name, value, expected) => {
    const message = await messageFor({ [name]: value });
    expect(message).toContain(expected);
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });

  test('several wrong inputs are reported together', async () => {
    const message = await messageFor({ seed: 'x', limit: '-3', wait: 'maybe' });
    expect(message).toMatch(/^3 inputs are wrong: .*seed.*wait.*limit/);
  });

  test.each([
    [{ operation: 'create', model: '' }, 'Input model is missing'],
    [{ operation: 'create', training_file: '' }, 'Input training_file is missing'],
    [{ operation: 'retrieve', model: '' }, 'Input job_id is missing'],
    [{ operation: 'wait', model: '' }, 'Input job_id is missing'],
    [{ method: 'dpo', hyperparameters: '{n_epochs: 3}' }, 'both given'],
    [{ method: '{type: reinforcement, reinforcement: {grader: {type: lambda}}}' }, 'Input validation_file is missing'],
    [{ identity_provider_id: 'a', service_account_id: 'b' }, 'Input audience is missing'],
    [{ identity_provider_id: 'a', service_account_id: 'b', audience: 'c', api_key: 'k' }, 'one of the two ways'],
    [{ identity_provider_id: 'a', service_account_id: 'b', audience: 'c', provider: 'azure' }, 'with openai only'],
  ])('%j do not fit together', async (raw, expected) => {
    expect(await messageFor(raw)).toContain(expected);
  });

  test('what operations need stands in one place, in words too', async () => {
    const words = Object.fromEntries(OPERATIONS.map(({ name, needs }) => [name, needs.map(needWords).join(', ')]));
    expect(words).toMatchObject({
      create: '`model`, `training_file`, `validation_file` (for reinforcement)',
      wait: '`job_id`, or `metadata`, or `model` and `training_file`',
      cancel: '`job_id` or `metadata`',
      list: '',
    });
  });

  test('the first operation is the default, and an unknown one has no story', async () => {
    expect(reportedOperation(' ')).toEqual({ name: 'create', outputs: [], title: undefined });
    expect(reportedOperation('train')).toEqual({ name: 'train', outputs: [], title: undefined });
    await expect(storyOf('train')).rejects.toThrow('There is no operation train.');
    for (const { name } of OPERATIONS) expect(await storyOf(name)).toBeInstanceOf(Function);
  });

  test('the inputs are those of action.yml', async () => {
    const { readFile } = await import('node:fs/promises');
    const { parse } = await import('yaml');
    const action = parse(await readFile('action.yml', 'utf8'));
    expect(Object.keys(action.inputs).sort()).toEqual([...INPUT_NAMES].sort());
    // What action.yml states as a default is what an absent input means.
    const stated = Object.entries<{ default?: string }>(action.inputs).flatMap(([name, { default: value }]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    const absent = await read({});
    const given = await read(Object.fromEntries(stated));
    expect(given).toEqual(absent);
  });
});

describe('secrets', () => {
  test('credentials inside integrations and extra_body are found, shown nowhere, and not part of what identifies a job', async () => {
    const raw = {
      api_key: ' sk-main ',
      integrations: '[{type: wandb, wandb: {project: p, api_key: wandb-secret}}]',
      extra_body: '{from_checkpoint: {repo: r, token: hf-secret}, clientSecret: deep, n: 3}',
      github_token: 'ghs_token',
    };
    expect(await secretsIn(raw)).toEqual(['sk-main', 'wandb-secret', 'hf-secret', 'deep', 'ghs_token']);
    const extras = {
      extra_query: 'custom_llm_provider=azure\ncode=fn-key-1\napi_key=q-key-1',
      extra_headers: '{x-portkey-provider: "@slug", x-retry: true}',
    };
    expect(await secretsIn(extras)).toEqual(['q-key-1', 'fn-key-1', '@slug']);
    const words = { extra_headers: '{x-gateway: hunter, x-portkey-provider: openai, x-portkey-virtual-key: word}' };
    expect(await secretsIn(words)).toEqual(['word', 'hunter']);
    const value = { from_checkpoint: { repo: 'r', token: 'hf-secret' }, list: [{ password: 'p' }] };
    expect(withoutSecrets(value)).toEqual({ from_checkpoint: { repo: 'r', token: '***' }, list: [{ password: '***' }] });
    expect(dropSecrets(value)).toEqual({ from_checkpoint: { repo: 'r' }, list: [{}] });
  });

  test.each([
    ['api_key', true],
    ['apiKey', true],
    ['wandb-token', true],
    ['key', true],
    ['monkey', false],
    ['keys_per_row', false],
    ['n_tokens', false],
  ])('%s is a secret name: %s', (name, expected) => {
    expect(isSecretName(name)).toBe(expected);
  });

  test('an error about a credential does not show it', async () => {
    const message = await messageFor({ integrations: '[{type: wandb, wandb: {project: "", api_key: hush-hush}}]' });
    expect(message).not.toContain('hush-hush');
  });
});

test.each(['metadata', 'extra_query', 'extra_headers'])(
  '%s: a key that stands twice in its lines is refused, as in a map',
  async (name) => {
    const wrong = await read({ [name]: 'team=a\nteam=b' }).then(
      () => 'taken',
      (error: Error) => error.message,
    );
    expect(wrong).toMatch(/line 2: Map keys must be unique/);
  },
);
