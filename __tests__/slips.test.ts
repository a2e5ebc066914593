/**
 * What a slip of the pen in an input costs: a line that says what was meant, and never a training that was
 * not.
 */
import { describe, expect, test } from '@jest/globals';
import { ActionError, InputError } from '../src/errors.ts';
import { INPUT_NAMES, type RawInputs } from '../src/inputs/inputs.ts';
import { nearest } from '../src/inputs/nearest.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import { serverSide } from '../src/providers/connection.ts';

const NO_FILES = async (path: string): Promise<string> => {
  throw new ActionError(`There is no file ${path}.`);
};
const enough = { model: 'gpt-4.1-mini-2025-04-14', training_file: 'train.jsonl' };
const read = (raw: RawInputs, ownNames: readonly string[] = []) =>
  readInputs({ ...enough, ...raw }, NO_FILES, OPERATIONS, async (given) => ({ ...(await serverSide(given, {})), ownNames }));

async function problemsOf(raw: RawInputs): Promise<string[]> {
  try {
    await read(raw);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ message }) => message);
    throw error;
  }
  throw new Error('The inputs passed.');
}

const supervised = (inside: string) => `{type: supervised, supervised: {hyperparameters: ${inside}}}`;
const graded = (grader: string) => `{type: reinforcement, reinforcement: {grader: ${grader}}}`;
const CHECK = 'name: g, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq';
const validated = { validation_file: 'valid.jsonl' };

describe('names that nobody knows, inside structured inputs', () => {
  test.each<[string, RawInputs, string]>([
    [
      'one level too high',
      { method: '{type: supervised, n_epochs: 2}' },
      'Input method.n_epochs stands where the API does not read it. Move it to method.supervised.hyperparameters.n_epochs.',
    ],
    [
      'one level too high, inside the method',
      { method: '{type: dpo, dpo: {beta: 0.1}}' },
      'Input method.dpo.beta stands where the API does not read it. Move it to method.dpo.hyperparameters.beta.',
    ],
    [
      'a whole map one level too high',
      { method: '{type: supervised, hyperparameters: {n_epochs: 3}}' },
      'Move it to method.supervised.hyperparameters.',
    ],
    ['a setting of another method', { method: supervised('{beta: 0.1}') }, 'Move it to method.dpo.hyperparameters.beta.'],
    ['a slip of a letter', { method: supervised('{n_epoch: 3}') }, 'Did you mean n_epochs?'],
    ['a slip in the deprecated place', { hyperparameters: '{"epochs":3}' }, 'Did you mean n_epochs?'],
    [
      'a slip that also stands in the wrong place',
      { method: '{type: supervised, epochs: 3}' },
      'Did you mean method.supervised.hyperparameters.n_epochs?',
    ],
    ['an input of its own', { method: '{type: supervised, suffix: bot}' }, 'It is an input of its own: suffix.'],
    [
      'a setting of a server',
      { method: supervised('{lora_r: 16}') },
      'It knows n_epochs, batch_size, learning_rate_multiplier there. A field that only your server knows goes through extra_body: {method: {supervised: {hyperparameters: {lora_r: 16}}}}.',
    ],
    ['another method beside the one that is asked for', { method: '{type: supervised, dpo: {}}' }, 'Input method.dpo is no name'],
    [
      'in a grader',
      { ...validated, method: graded(`{type: string_check, ${CHECK}, referense: x}`) },
      'method.reinforcement.grader.referense is no name that the API knows. Did you mean reference?',
    ],
    [
      'in a grader of graders',
      {
        ...validated,
        method: graded(`{type: multi, graders: {a: {type: string_check, ${CHECK}, weight: 2}}, calculate_output: a}`),
      },
      'Input method.reinforcement.grader.graders.a.weight is no name',
    ],
    [
      'in what a grader asks of its model',
      {
        ...validated,
        method: graded(
          '{type: score_model, name: g, model: m, input: [{role: user, content: x}], sampling_params: {temprature: 0}}',
        ),
      },
      'Did you mean temperature?',
    ],
    [
      'in an integration',
      { integrations: '[{type: wandb, wandb: {project: p, tag: [a]}}]' },
      'Input integrations.0.wandb.tag is no name that the API knows. Did you mean tags?',
    ],
  ])('%s', async (_, raw, expected) => {
    const problems = await problemsOf(raw);
    expect(problems).toEqual([expect.stringContaining(expected)]);
    expect(problems[0]).not.toContain('\n');
  });

  test('a grader one level too high is missing in one place and told from where it can be taken', async () => {
    const method = `{type: reinforcement, grader: {type: string_check, ${CHECK}}}`;
    expect(await problemsOf({ ...validated, method })).toEqual([
      expect.stringContaining('Input method.reinforcement is missing'),
      'Input method.grader stands where the API does not read it. Move it to method.reinforcement.grader.',
    ]);
  });

  test('what the platform takes for the same thing is known inside method there', async () => {
    const method = supervised('{learning_rate: 0.00001, lora: {rank: 8}}');
    expect((await read({ method }, ['learning_rate', 'lora'])).method).toMatchObject({
      supervised: { hyperparameters: { lora: { rank: 8 } } },
    });
    expect(await problemsOf({ method })).toHaveLength(2);
  });

  test.each([
    [
      'names of graders are free',
      graded(`{type: multi, graders: {anything: {type: string_check, ${CHECK}}}, calculate_output: anything}`),
    ],
    ['a kind of grader that only the server has is its own', graded('{type: lambda, lambda: {function: arn}}')],
    [
      'a JSON schema is free',
      `{type: reinforcement, reinforcement: {grader: {type: string_check, ${CHECK}}, response_format: {type: json_schema, json_schema: {name: n, schema: {anything: 1}}}}}`,
    ],
  ])('%s', async (_, method) => {
    expect((await read({ ...validated, method })).method?.type).toBe('reinforcement');
  });

  test('another integration has a map of its own, and a key is no slip', async () => {
    const integrations = '[{type: mlflow, mlflow: {run: 1}}, {type: wandb, wandb: {project: p, api_key: abc}}]';
    expect((await read({ integrations })).integrations).toHaveLength(2);
  });

  test('a field of a credential is not shown', async () => {
    const [problem] = await problemsOf({ method: supervised('{hub_token: hush-hush}') });
    expect(problem).toContain('{hub_token: ***}');
  });

  test('a hundred slips are named by twenty', async () => {
    const many = `{${Array.from({ length: 100 }, (_, index) => `odd${index}: 1`).join(', ')}}`;
    expect(await problemsOf({ method: supervised(many) })).toHaveLength(20);
  });
});

describe('names in extra_body', () => {
  test.each<[string, string]>([
    [
      '{hyperparamters: {n_epochs: 3}}',
      'Input extra_body.hyperparamters is no name that the API knows. Did you mean hyperparameters?',
    ],
    ['{trainingFile: file-1}', 'Input extra_body.trainingFile is no name that the API knows. Did you mean training_file?'],
    ['{validation_fil: file-1}', 'Did you mean validation_file?'],
    [
      '{hyperparameters: {n_epoch: 3}}',
      'Input extra_body.hyperparameters.n_epoch is no name that the API knows. Did you mean n_epochs?',
    ],
    ['{epochs: 3}', 'Did you mean n_epochs?'],
    [
      '{method: {supervised: {hyperparameters: {batchSize: 3}}}}',
      'Input extra_body.method.supervised.hyperparameters.batchSize is',
    ],
    ['{method: {dpo: {hyperparametrs: {beta: 1}}}, method_: 1}', 'Did you mean hyperparameters?'],
  ])('%s is a slip', async (extra_body, expected) => {
    expect(await problemsOf({ extra_body })).toEqual([expect.stringContaining(expected)]);
  });

  test.each([
    '{trainingType: GlobalStandard}',
    '{training_type: {type: Lora, lora_r: 8}, n_checkpoints: 2}',
    '{hyperparameters: {lora: true, n_epochs: 3}, mode: fast, seeds: 3}',
    '{own: {n_epoch: 3, trainingFile: x}}',
    `{${'hyperparameters'.repeat(10)}: 1}`,
  ])('%s is the server’s own', async (extra_body) => {
    expect((await read({ extra_body })).extra_body).toBeDefined();
  });

  test('what the platform itself takes is no slip there', async () => {
    const fireworks = { base_url: 'https://api.fireworks.ai/v1/accounts/acme', api_key: 'fw-key-123456' };
    const raw = { ...enough, ...fireworks, extra_body: '{epochs: 3, batchSize: 4096}' };
    const inputs = await readInputs(raw, NO_FILES, OPERATIONS, (given) => serverSide(given, {}));
    expect(inputs.extra_body).toEqual({ epochs: 3, batchSize: 4096 });
  });

  test('what was refused inside method is not led to where it is refused again', async () => {
    expect((await problemsOf({ method: supervised('{n_epoch: 3}') })).join()).not.toContain('extra_body');
  });
});

describe('inputs that do not exist', () => {
  test.each<[RawInputs, string]>([
    [
      { n_epochs: '3' },
      'There is no input n_epochs. It belongs to method: {type: supervised, supervised: {hyperparameters: {n_epochs: 3}}}',
    ],
    [{ n_epochs: '3', method: 'dpo' }, 'It belongs to method: {type: dpo, dpo: {hyperparameters: {n_epochs: 3}}}'],
    [{ beta: '0.2' }, 'It belongs to method: {type: dpo, dpo: {hyperparameters: {beta: 0.2}}}'],
    [{ 'training-file': 'a.jsonl' }, 'There is no input training-file. Did you mean training_file?'],
    [{ max_cost: '5' }, 'Did you mean max_cost_usd?'],
    [{ openai_api_key: 'sk-hush' }, 'There is no input openai_api_key. Did you mean api_key?'],
    [{ epochs: '3' }, 'Did you mean method.supervised.hyperparameters.n_epochs?'],
  ])('%j', async (raw, expected) => {
    const problems = await problemsOf(raw);
    expect(problems).toEqual([expect.stringContaining(expected)]);
    expect(problems.join()).not.toContain('sk-hush');
  });

  test('one of which nobody can say what was meant is ignored, and said; an empty one asks for nothing', async () => {
    expect((await read({ zebra: 'x', n_epochs: ' ' })).remarks).toEqual(['There is no input zebra, so it is ignored.']);
  });

  test('no input is taken for a slip of another one', () => {
    for (const name of INPUT_NAMES) expect(nearest(name, INPUT_NAMES)).toBe(name);
  });
});

describe('each error is of the user’s own case', () => {
  test.each<[string, RawInputs, readonly unknown[]]>([
    [
      'a word for a method that others use',
      { method: 'sft' },
      [
        'Input method is "sft"; it must be supervised, dpo, reinforcement or a map whose type is one of them. For example: method: supervised',
      ],
    ],
    [
      'a method that needs a grader and data: all at once, with a grader to copy',
      { method: 'reinforcement' },
      [
        'Input method.reinforcement is missing; it must be a map with a grader. For example: method: {type: reinforcement, reinforcement: {grader: {type: string_check, name: exact, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq}}}',
        'Input validation_file is missing; operation create needs it. Reinforcement fine-tuning requires validation data, for example validation_file: data/valid.jsonl',
      ],
    ],
    [
      'what is wrong and what is missing, in one run',
      { seed: 'x', strict: 'yes', model: '', training_file: '', metadata: 'a: b: c', provider: 'bedrock' },
      [
        'Input seed is "x"; it must be a whole number from 0 to 2147483647. For example: seed: 42',
        'Input strict is "yes"; it must be true or false.',
        'Input metadata cannot be read as JSON or YAML: Nested mappings are not allowed in compact mappings. For example: metadata: a=b: c',
        'Input model is missing; operation create needs it. Write the name of the base model, for example model: gpt-4.1-mini-2025-04-14',
        'Input training_file is missing; operation create needs it. Write the path of the training data, for example training_file: data/train.jsonl',
        expect.stringContaining('provider bedrock needs it'),
      ],
    ],
    ['a map in metadata', { metadata: '{"a":{"b":1}}' }, ['Input metadata.a is a map of b; it must be a text.']],
    ['a list in metadata', { metadata: '{a: [1]}' }, ['Input metadata.a is a list of 1; it must be a text.']],
    [
      'two pairs in a line',
      { metadata: 'branch=main, team=nlp' },
      [
        'Input metadata has more than one pair in a line: "branch=main, team=nlp". Write one pair a line, or a map: {branch: main, team: nlp}.',
      ],
    ],
    [
      'two pairs with a space between them',
      { metadata: 'branch=main team=nlp' },
      [expect.stringContaining('{branch: main, team: nlp}')],
    ],
    [
      'a tab in YAML',
      { method: 'type: supervised\n\tsupervised: {}' },
      [
        expect.stringMatching(
          /^Input method cannot be read as JSON or YAML: line 2: .*For example: method: \{type: supervised, /,
        ),
      ],
    ],
    [
      'a pair where a map is wanted',
      { extra_body: 'trainingType=GlobalStandard' },
      [
        'Input extra_body is "trainingType=GlobalStandard"; it must be a map. For example: extra_body: {trainingType: GlobalStandard}',
      ],
    ],
    ['a list where a map is wanted', { extra_body: '[1]' }, ['Input extra_body is a list of 1; it must be a map.']],
    [
      'a platform that cannot be used comes before its address',
      { provider: 'bedrock' },
      [expect.stringContaining('provider bedrock needs it')],
    ],
    [
      '16 pairs',
      { metadata: Array.from({ length: 16 }, (_, index) => `k${index}=v`).join('\n') },
      [expect.stringContaining('it must be a map of at most 15 pairs, because one is needed for the fingerprint')],
    ],
  ])('%s', async (_, raw, expected) => {
    expect(await problemsOf(raw)).toEqual(expected);
  });

  test('a method that extra_body changes is one that the data was not checked for', async () => {
    expect(await problemsOf({ extra_body: '{method: {type: dpo}}' })).toEqual([
      'Input extra_body.method.type is dpo, and the data is checked for supervised. Write it into the input method.',
    ]);
    const extra_body = '{method: {type: supervised, supervised: {hyperparameters: {lora_r: 16}}}}';
    expect((await read({ extra_body })).extra_body).toMatchObject({ method: { type: 'supervised' } });
  });

  test.each(['Supervised', 'DPO', '{type: Supervised}'])('%s is that method in any case', async (method) => {
    expect((await read({ method })).method?.type).toBe(method.toLowerCase().includes('dpo') ? 'dpo' : 'supervised');
  });

  test('15 pairs fit, and a comma or an equals sign may stand in a value', async () => {
    const metadata = Array.from({ length: 15 }, (_, index) => `k${index}=v`).join('\n');
    expect(Object.keys((await read({ metadata })).metadata ?? {})).toHaveLength(15);
    expect((await read({ metadata: 'note=first, second\nurl=https://h/?a=1&b=2\nsum=a = b' })).metadata).toEqual({
      note: 'first, second',
      url: 'https://h/?a=1&b=2',
      sum: 'a = b',
    });
    expect((await read({ metadata: '{note: "a=1, b=2"}' })).metadata).toEqual({ note: 'a=1, b=2' });
  });
});
