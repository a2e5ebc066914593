/** The same workflow file on every platform of the wire: only `provider`, `base_url`, `model`, the secret and what a platform has of its own change. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run } from '../support/action.ts';
import { type PlatformOptions, paidFor, type RunningPlatform, startPlatform } from '../support/platform.ts';
import { Crusoe, type CrusoeOptions } from '../support/platforms/crusoe.ts';
import { stepAt } from '../support/platforms/stage.ts';
import { MARKED, STAGED, type Staged } from '../support/platforms/staged.ts';
import { Together } from '../support/platforms/together.ts';
import { chatRow, jsonl, many, preferenceRow, reinforcementRow, write } from '../support/rows.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';

let time: StoryTime;
beforeEach(() => {
  time = storyTime();
});
const running: RunningPlatform[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
});
async function start({ make }: Pick<Staged, 'make'>, options: PlatformOptions = {}): Promise<RunningPlatform> {
  const all = { now: time.now, ...options };
  const platform = await startPlatform(all, make(all));
  running.push(platform);
  return platform;
}

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(120, chatRow)));
write(workspace, 'pairs.jsonl', jsonl(many(120, preferenceRow)));
write(workspace, 'graded.jsonl', jsonl(many(120, reinforcementRow)));
write(workspace, 'held.jsonl', jsonl(many(20, (n) => chatRow(n + 1000))));
write(workspace, 'few.jsonl', jsonl(many(99, reinforcementRow)));

type More = Partial<Run>;
const step = (staged: Staged, platform: RunningPlatform, more: More = {}): Promise<Outcome> =>
  stepAt(staged, platform, time, { workspace, ...more });
const count = ({ calls }: RunningPlatform, wanted: string) => calls.filter((call) => call === wanted).length;

describe.each(MARKED.map((staged) => [staged.provider, staged] as const))('%s', (_, staged) => {
  test('the statuses of a job come out in the API’s own words', async () => {
    const platform = await start(staged, { life: ['queued', ...many(9, () => 'running' as const), 'cancelled'] });
    const left = await step(staged, platform, { inputs: { wait: 'false' } });
    expect(['validating_files', 'queued', 'running']).toContain(left.outputs.status);
    const job = { operation: 'retrieve', job_id: left.outputs.job_id };
    const seen = [];
    // The step that created it has looked at it already, more than once.
    let last = await step(staged, platform, { inputs: job });
    for (let looks = 0; looks < 12 && last.outputs.status !== 'cancelled'; looks += 1) {
      seen.push(last.outputs.status);
      last = await step(staged, platform, { inputs: job });
    }
    seen.push(last.outputs.status);
    // What the platform itself calls it is still to be had.
    const { raw, ...shown } = JSON.parse(last.outputs.job ?? '');
    expect(shown).toMatchObject({ status: 'cancelled' });
    expect(raw.id ?? raw.name).toMatch(new RegExp(`(^|/)${left.outputs.job_id}$`));
    expect(new Set(seen)).toEqual(new Set([...seen.filter((one) => one === 'queued').slice(0, 1), 'running', 'cancelled']));
    expect(platform.faults).toEqual([]);
  });
});

const stagedAs = (provider: string): Staged => {
  const staged = STAGED.find((one) => one.provider === provider);
  if (staged === undefined) throw new Error(`${provider} is not staged`);
  return staged;
};

const REINFORCEMENT =
  '{type: reinforcement, reinforcement: {grader: {type: string_check, name: e, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq}}}';
const supervised = (settings: string) => `{type: supervised, supervised: {hyperparameters: ${settings}}}`;

describe('what a platform has no counterpart for is refused by name before anything is sent', () => {
  test.each<[string, Run['inputs'], RegExp]>([
    ['llmariner', { suffix: 'a-suffix-of-19-char' }, /Input suffix is "a-suffix-of-19-char" \(19 characters\).*1 to 18/],
    [
      'llmariner',
      { method: REINFORCEMENT, training_file: 'graded.jsonl', validation_file: 'graded.jsonl' },
      /Input method is reinforcement; LLMariner trains by supervised and dpo only/,
    ],
    ['llmariner', { operation: 'pause', job_id: 'ftjob-1' }, /LLMariner cannot pause a job; nothing was asked of it/],
    [
      'nebius',
      { method: 'dpo', training_file: 'pairs.jsonl' },
      /Input method is dpo; Nebius Token Factory trains by supervised only/,
    ],
    [
      'nebius',
      { method: supervised('{learning_rate_multiplier: 0.1}') },
      /learning_rate_multiplier is 0.1; Nebius Token Factory has no such setting\. Write learning_rate, which is the rate itself/,
    ],
    ['nebius', { hyperparameters: '{lora: maybe}' }, /Input hyperparameters.lora is "maybe"; .* must be true or false/],
    [
      'together',
      { method: supervised('{learning_rate_multiplier: 0.1}') },
      /learning_rate_multiplier is 0.1; Together AI has no such setting\. Write learning_rate, which is the rate itself/,
    ],
    [
      'together',
      { method: REINFORCEMENT, training_file: 'graded.jsonl', validation_file: 'graded.jsonl' },
      /Input method is reinforcement; Together AI trains by supervised and dpo only/,
    ],
    ['together', { operation: 'pause', job_id: 'ft-1' }, /Together AI cannot pause a job; nothing was asked of it/],
    [
      'fireworks',
      { method: '{type: supervised, supervised: {hyperparameters: {learning_rate_multiplier: 0.1}}}' },
      /learning_rate_multiplier is 0.1; Fireworks AI has no such setting\. Write learning_rate, which is the rate itself/,
    ],
    [
      'fireworks',
      { method: '{type: dpo, dpo: {hyperparameters: {beta: 0.5}}}', training_file: 'pairs.jsonl' },
      /beta is 0.5; on Fireworks AI it must be "auto" or a number above 0 and below 0.5/,
    ],
    [
      'fireworks',
      { method: 'dpo', training_file: 'pairs.jsonl', validation_file: 'held.jsonl' },
      /Input validation_file is given; Fireworks AI has none beside method: dpo\. Take it out/,
    ],
    ['fireworks', { seed: '7' }, /Input seed is 7; Fireworks AI has no such field\. It chooses one itself/],
    ['fireworks', { suffix: 'Bot_1' }, /Input suffix is "Bot_1" .*on Fireworks AI it must be 1 to 40 lower-case letters/],
    [
      'fireworks',
      { integrations: '[{type: wandb, wandb: {project: p, name: n}}]' },
      /Input integrations gives wandb\.name; Fireworks AI has no such field.*wandbConfig: \{runId/,
    ],
    ['fireworks', { operation: 'list_events', job_id: 'ft-1' }, /Fireworks AI cannot list the events of a job/],
    [
      'openai',
      { hyperparameters: '{batch_size: max}' },
      /batch_size is "max"; on OpenAI it must be "auto" or a whole number from 1 to 256/,
    ],
    ['crusoe', { seed: '7' }, /Input seed is 7; Crusoe has no such field/],
    ['crusoe', { hyperparameters: '{batch_size: 48}' }, /batch_size is 48; on Crusoe it must be "auto" or a power of two/],
    [
      'crusoe',
      { hyperparameters: '{learning_rate: 0.0001, learning_rate_multiplier: 2}' },
      /gives learning_rate and learning_rate_multiplier; Crusoe takes one of them/,
    ],
    ['bedrock', { method: 'supervised', training_file: 'train.jsonl' }, /Amazon Bedrock trains by reinforcement only/],
    ['bedrock', { method: REINFORCEMENT }, /grader is string_check; Amazon Bedrock takes lambda only/],
    ['bedrock', { suffix: 'bot' }, /Input suffix is "bot"; Amazon Bedrock has no such field/],
    ['bedrock', { operation: 'pause', job_id: 'ftjob-1' }, /Amazon Bedrock cannot pause a job/],
    ['bedrock', { training_file: 'few.jsonl' }, /99 rows; at least 100 are needed/],
    ['litellm', { method: 'dpo', training_file: 'pairs.jsonl' }, /LiteLLM trains by supervised only\. It drops the method/],
    [
      'litellm',
      { extra_query: '{a: b}' },
      /Input extra_query has no custom_llm_provider or target_model_names; LiteLLM needs it/,
    ],
    ['litellm', { operation: 'list_events', job_id: 'ftjob-1' }, /LiteLLM cannot list the events of a job/],
    ['litellm', { integrations: '[{type: wandb, wandb: {project: p}}]' }, /Input integrations LiteLLM has no such field/],
    ['portkey', { method: 'dpo', training_file: 'pairs.jsonl' }, /Portkey trains by supervised only/],
    [
      'portkey',
      { hyperparameters: '{learning_rate_multiplier: 2}' },
      /In front of Fireworks it becomes the learning rate itself/,
    ],
    ['portkey', { operation: 'pause', job_id: 'ftjob-1' }, /Portkey cannot pause a job; nothing was asked of it/],
    ['portkey', { operation: 'list' }, /Portkey hands no list of jobs on\. Write job_id/],
    ['portkey', { reuse: 'true' }, /Nothing is created: .*Portkey hands no list of jobs on.*reuse: false/],
    ['llmariner', { operation: 'list_events', job_id: 'ftjob-1' }, /LLMariner cannot list the events of a job/],
  ])('%s: %j', async (provider, inputs, message) => {
    const platform = await start(stagedAs(provider));
    const { errors, exitCode } = await step(stagedAs(provider), platform, { inputs });
    expect(errors.join()).toMatch(message);
    expect([exitCode, platform.calls.length]).toEqual([1, 0]);
  });
});

const supervised_ = (hyperparameters: object) => ({ type: 'supervised', supervised: { hyperparameters } });
const bodyOf = ({ exchanges }: RunningPlatform) =>
  exchanges.find(({ method, path }) => method === 'POST' && /^\/(fine_tuning\/jobs|fine-tunes)(\?|$)/.test(path))?.sent;

describe('what is asked in the API’s names goes out in the platform’s form', () => {
  test.each<[string, Run['inputs'], object]>([
    [
      'llmariner',
      { method: supervised('{n_epochs: 2, batch_size: auto}'), seed: '7', extra_body: '{resources: {gpu_count: 2}}' },
      {
        method: { type: 'supervised', hyperparameters: { n_epochs: 2 } },
        suffix: expect.stringMatching(/^ft-[0-9a-f]{12}$/),
        seed: 7,
        resources: { gpu_count: 2 },
      },
    ],
    [
      'llmariner',
      { method: '{type: dpo, dpo: {hyperparameters: {beta: 0.2}}}', training_file: 'pairs.jsonl', suffix: 'bot' },
      { method: { type: 'dpo', hyperparameters: { beta: 0.2 } }, suffix: 'bot' },
    ],
    ['llmariner', { hyperparameters: '{n_epochs: auto}' }, { hyperparameters: {} }],
    [
      'together',
      {
        method: supervised('{n_epochs: 2, learning_rate: 0.00002}'),
        seed: '7',
        suffix: 'bot',
        validation_file: 'held.jsonl',
        extra_body: '{batch_size: max, training_type: {type: Lora, lora_r: 8, lora_alpha: 16}}',
      },
      {
        n_epochs: 2,
        n_evals: 1,
        batch_size: 'max',
        learning_rate: 0.00002,
        random_seed: 7,
        suffix: 'bot',
        training_method: { method: 'sft', train_on_inputs: 'auto' },
        training_type: { type: 'Lora', lora_r: 8, lora_alpha: 16 },
      },
    ],
    [
      'together',
      { method: '{type: dpo, dpo: {hyperparameters: {beta: 0.2}}}', training_file: 'pairs.jsonl' },
      { training_method: { method: 'dpo', dpo_beta: 0.2 } },
    ],
    [
      'crusoe',
      { method: supervised('{learning_rate: 0.0001, lora_rank: 8, overlong_row_behavior: drop}') },
      {
        model: 'model-9Zk',
        method: supervised_({ learning_rate: 0.0001, lora_rank: 8, overlong_row_behavior: 'drop' }),
      },
    ],
    [
      'litellm',
      { method: supervised('{n_epochs: 2}'), seed: '7', suffix: 'bot' },
      { hyperparameters: { n_epochs: 2 }, seed: 7, suffix: 'bot', custom_llm_provider: 'openai' },
    ],
    [
      'nebius',
      { method: supervised('{learning_rate: 0.00002, n_epochs: auto}'), extra_body: '{hyperparameters: {lora: true}, tags: a}' },
      { hyperparameters: { learning_rate: 0.00002, lora: true }, tags: 'a' },
    ],
  ])('%s: %j', async (provider, inputs, body) => {
    const platform = await start(stagedAs(provider));
    const { errors } = await step(stagedAs(provider), platform, { inputs });
    expect(errors).toEqual([]);
    expect(bodyOf(platform)).toMatchObject(body);
    expect(platform.faults).toEqual([]);
  });
});

describe('the method is read back', () => {
  const dpo = { method: 'dpo', training_file: 'pairs.jsonl' };
  test('another one: the job is cancelled at once, and the step says what came', async () => {
    const staged = stagedAs('compatible');
    const platform = await start(staged, { life: ['running'], more: () => ({ method: { type: 'supervised' } }) });
    const { errors, outputs } = await step(staged, platform, { inputs: dpo });
    expect(errors.join()).toMatch(/Job ftjob-1 trains by supervised, and dpo was asked for.*is cancelled/);
    expect(outputs).toMatchObject({ job_id: 'ftjob-1', status: 'cancelled' });
    expect([paidFor(platform.jobs), count(platform, 'job')]).toEqual([0, 0]);
  });
  test('a run that takes up such a job cancels it too', async () => {
    const staged = stagedAs('compatible');
    let drops = false;
    const more = () => (drops ? { method: { type: 'supervised' } } : {});
    const platform = await start(staged, { life: ['running'], more });
    await step(staged, platform, { inputs: { ...dpo, wait: 'false' } });
    drops = true;
    expect((await step(staged, platform, { inputs: dpo })).errors.join()).toContain('trains by supervised');
    expect([paidFor(platform.jobs), platform.jobs.length]).toEqual([0, 1]);
  });
  test('none: a warning where another than the usual one was asked for', async () => {
    const staged = stagedAs('compatible');
    const { warnings } = await step(staged, await start(staged), { inputs: dpo });
    expect(warnings.join()).toContain('does not say by which method it trains, so it is not proved that it is dpo');
    expect((await step(staged, await start(staged))).warnings).toEqual([]);
  });
});

describe('Portkey, which shows no list', () => {
  const staged = stagedAs('portkey');
  test('trains once where reuse: false is written, and is cancelled by its own route alone', async () => {
    const platform = await start(staged);
    const { errors, outputs } = await step(staged, platform);
    expect([errors, outputs.status, count(platform, 'create')]).toEqual([[], 'succeeded', 1]);
    const { outputs: ended } = await step(staged, platform, {
      inputs: { operation: 'wait', job_id: outputs.job_id, training_file: undefined, model: undefined },
    });
    expect(ended.fine_tuned_model).toBe(outputs.fine_tuned_model);
    expect(platform.exchanges.filter(({ path, method }) => method === 'GET' && /jobs(\?|$)|jobs\/.+\//.test(path))).toEqual([]);
  });
  test('an answer that is lost is not asked for again', async () => {
    const platform = await start(staged, {
      fault: (call) => (call === 'create' ? { when: 'after', how: 'reset' } : undefined),
    });
    const { errors, exitCode } = await step(staged, platform);
    expect(errors.join()).toMatch(
      /answer to the create call was lost.*Portkey hands no list of jobs on.*Nothing was created anew/,
    );
    expect([exitCode, platform.jobs.length, count(platform, 'create')]).toEqual([1, 1, 1]);
  });
});

describe('a server of which nothing is known', () => {
  const compatible = { ...stagedAs('llmariner'), provider: 'compatible', inputs: { model: 'm', api_key: 'k' } };
  test('its own words are read, however it wraps them', async () => {
    const grpc = await step(compatible, await start(compatible));
    expect(grpc.errors.join()).toContain('suffix is required');
    const detail = JSON.stringify({ detail: [{ loc: ['body', 'suffix'], msg: 'field required' }] });
    const platform = await start(stagedAs('compatible'), {
      fault: (call) => (call === 'create' ? { when: 'before', how: { status: 422, body: detail } } : undefined),
    });
    expect((await step(stagedAs('compatible'), platform)).errors.join()).toContain('field required');
  });
  test('numbers as texts, empty texts for nothing, and missing routes stop no job', async () => {
    const platform = await start(compatible);
    const { errors, outputs } = await step(compatible, platform, { inputs: { suffix: 'bot' } });
    expect([errors, outputs.status, outputs.fine_tuned_model]).toEqual([[], 'succeeded', expect.stringContaining('bot')]);
  });
});

test('metadata that a platform drops are a warning, and stop nothing', async () => {
  const staged = stagedAs('llmariner');
  const { warnings, exitCode } = await step(staged, await start(staged), { inputs: { metadata: 'team=support' } });
  expect([exitCode, warnings.join()]).toEqual([0, expect.stringContaining('LLMariner keeps no metadata but resources.gpu')]);
});

test('a tokenizer that the workflow brings along counts the text exactly, offline; a file that is none is named', async () => {
  const staged = stagedAs('crusoe');
  const parts = { version: '1.0', normalizer: null, pre_tokenizer: null, post_processor: null, decoder: null };
  const words = ['a', 'b', 'ab'];
  const model = { type: 'BPE', vocab: Object.fromEntries(words.map((word, id) => [word, id])), merges: ['a b'], unk_token: 'a' };
  write(workspace, 'tokenizer.json', JSON.stringify({ ...parts, added_tokens: [], model }));
  const platform = await start(staged);
  const inputs = { operation: 'validate', tokenizer: 'tokenizer.json' };
  const { errors, log } = await step(staged, platform, { inputs });
  expect(errors).toEqual([]);
  expect(log).toContain('text exactly, with the tokenizer tokenizer.json');
  const wrong = await step(staged, platform, { inputs: { ...inputs, tokenizer: 'train.jsonl' } });
  expect(wrong.errors.join()).toMatch(/Input tokenizer is train\.jsonl, which is no tokenizer that can be read/);
  expect(platform.calls).toEqual([]);
});

describe('Crusoe', () => {
  const staged = stagedAs('crusoe');
  const at = (options: CrusoeOptions = {}) => start({ make: (all) => new Crusoe({ ...all, ...options }) }, options);
  const deleted = ({ exchanges }: RunningPlatform) => exchanges.filter(({ method }) => method === 'DELETE').length;

  test.each([
    [{ model: 'openai/GPT-OSS-120B' }, 'model-7Qx'],
    [{ model: 'model-7Qx' }, 'model-7Qx'],
  ])('%j is asked for by its ID of today', async (inputs, id) => {
    const platform = await at();
    expect((await step(staged, platform, { inputs })).errors).toEqual([]);
    expect(bodyOf(platform)).toMatchObject({ model: id });
  });
  test.each([
    ['llama', /"llama", which is in its catalogue neither by name nor by ID; .* It trains meta-llama\/Llama-3.1-8B-Instruct/],
    ['google/gemma-3-12b-it', /"google\/gemma-3-12b-it", which is not trained there/],
  ])('the model %s is refused before anything is uploaded', async (model, message) => {
    const platform = await at();
    expect((await step(staged, platform, { inputs: { model } })).errors.join()).toMatch(message);
    expect([count(platform, 'upload'), count(platform, 'create')]).toEqual([0, 0]);
  });
  test.each<[string, unknown, RegExp]>([
    ['above', { estimated_price: 30 }, /Crusoe asks US\$ 30.00 for this job, and max_cost_usd is 25; nothing was created/],
    ['in another currency', { total_cost: '3', currency: 'EUR' }, /its price is in EUR/],
    ['not said', { tokens: 5 }, /its answer has no price that can be read/],
  ])('a price %s is refused after the upload, and what was uploaded goes again', async (_, price, message) => {
    const platform = await at({ price });
    const { errors } = await step(staged, platform, { inputs: { model: 'openai/gpt-oss-120b', max_cost_usd: '25' } });
    expect(errors.join()).toMatch(message);
    expect([count(platform, 'create'), deleted(platform), platform.files.length]).toEqual([0, 1, 0]);
  });
  test('a price that may be paid is paid; the longest wait for a name is over three minutes', async () => {
    const platform = await at({ price: { price: { training_cost: '$0.12', price_per_million: 400 } } });
    const { errors, log, outputs } = await step(staged, platform, { inputs: { max_cost_usd: '1' } });
    expect([errors, outputs.fine_tuned_model]).toEqual([[], 'ftmodel-ftjob-1']);
    expect(log).toContain('Crusoe prices this job at US$ 0.12.');
  });
  test('a file by ID: a job whose ID means the same model is unclear, one of another model is not', async () => {
    const platform = await at();
    const file = {
      id: 'file-1',
      filename: 'mine.jsonl',
      bytes: Buffer.from('{}'),
      created_at: 1_790_000_000,
      status: 'processed',
    };
    platform.files.push(file);
    const job = (id: string, model: string) => ({
      id,
      created_at: 1_790_000_000,
      metadata: null,
      body: { model, training_file: 'file-1' },
      status: 'running',
      life: [],
    });
    platform.jobs.push(job('ftjob-other', 'model-7Qx'));
    const inputs = { training_file: 'file-1', wait: 'false' };
    expect((await step(staged, platform, { inputs })).errors).toEqual([]);
    platform.jobs.push(job('ftjob-same', 'model-1Ab'));
    const again = await step(staged, platform, { inputs: { ...inputs, suffix: 'b' } });
    expect(again.errors.join()).toMatch(/ftjob-same.*cannot be proved|cannot be proved that .*ftjob-same/);
  });
});

describe('Together', () => {
  const staged = stagedAs('together');
  test.each<[string, unknown, RegExp]>([
    ['above', { estimation_available: true, estimated_total_price: 30 }, /Together AI asks US\$ 30.00 for this job/],
    [
      'not said yet',
      { estimation_available: false, unavailable_reason: 'train_file_not_validated' },
      /does not say what this job costs \(train_file_not_validated\)/,
    ],
    [
      'that the account may not pay',
      { estimation_available: true, estimated_total_price: 1, allowed_to_proceed: false, user_limit: 5 },
      /the account may not proceed; its limit is US\$ 5/,
    ],
  ])('a price %s is refused after the upload, and what was uploaded goes again', async (_, price, message) => {
    const platform = await start({ make: (all) => new Together({ ...all, price }) });
    const { errors } = await step(staged, platform, { inputs: { max_cost_usd: '25' } });
    expect(errors.join()).toMatch(message);
    expect([count(platform, 'create'), platform.files.length, platform.faults]).toEqual([0, 0, []]);
  });
  test('its price stands beside ours on the page and in result.json, and in the place of ours where there is none', async () => {
    const platform = await start({ make: (all) => new Together({ ...all }) });
    const alone = await step(staged, platform);
    expect(alone.errors).toEqual([]);
    expect(alone.summary).toContain('| $0.40 estimated by the platform |');
    expect(alone.outputs.estimated_cost_usd).toBe('0.40');
    const method = supervised('{n_epochs: 2, batch_size: max}');
    const beside = await step(staged, platform, { inputs: { price_per_million_tokens: '100', reuse: 'false', method } });
    expect(beside.summary).toContain('| n_epochs | <code>2</code> | <code>2</code> |');
    expect(beside.summary).not.toContain('⚠️ differs');
    const ours = beside.outputs.estimated_cost_usd ?? '';
    expect(ours).not.toBe('0.40');
    expect(beside.summary).toMatch(/\*\*\$\d+\.\d\d\*\*<br>\$\d+\.\d\d estimated[^|]*<br>\$0\.40 estimated by the platform/);
    expect(beside.summary).toContain('the platform itself estimates $0.40.');
    const result = JSON.parse(readFileSync(path.join(path.dirname(beside.outputs.report_path ?? ''), 'result.json'), 'utf8'));
    expect(result).toMatchObject({ platform_price_usd: 0.4, estimate: { cost_usd: expect.any(Number) } });
  });
  test('a price that is not known yet is waited for', async () => {
    const platform = await start({ make: (all) => new Together({ ...all, pricesLate: 5 }) });
    const { errors, log } = await step(staged, platform, { inputs: { max_cost_usd: '1' } });
    expect([errors, platform.jobs.length, platform.faults]).toEqual([[], 1, []]);
    expect(log).toMatch(/not known yet \(train_file_not_validated\).*prices this job at US\$ 0\.40/s);
    const prices = platform.exchanges.filter(({ path }) => path.endsWith('/estimate-price'));
    expect(prices).toHaveLength(6);
  });
  test('without a limit nobody waits for a price', async () => {
    const platform = await start({ make: (all) => new Together({ ...all, pricesLate: 5 }) });
    const { log } = await step(staged, platform);
    expect(log).toContain('Together AI does not say what this job costs: train_file_not_validated.');
    expect(platform.exchanges.filter(({ path }) => path.endsWith('/estimate-price'))).toHaveLength(1);
  });
  test.each<[string, Run['inputs'], RegExp]>([
    ['one epoch where none is asked for', {}, /tokens over 1 epoch, the default/],
    [
      'the validation data as often as it is looked at',
      { validation_file: 'held.jsonl', hyperparameters: '{n_epochs: 2, n_evals: 3}' },
      /tokens over 2 epochs.* more for 3 looks at the validation data/,
    ],
    ['a look where validation data is given', { validation_file: 'held.jsonl' }, /more for 1 look at the validation data/],
    ['what extra_body says', { extra_body: '{n_epochs: 4}' }, /tokens over 4 epochs/],
    [
      'every row as the longest, without packing',
      { hyperparameters: '{packing: false, max_seq_length: 1000}' },
      /packing: false is billed.*Expected: 120,000 tokens over 1 epoch/s,
    ],
    [
      'no figure for what cannot be counted',
      { hyperparameters: '{packing: false}' },
      /each row is billed as the longest sequence that the model takes/,
    ],
    ['no evaluation without data for it', { hyperparameters: '{n_evals: 2}' }, /n_evals is 2 and there is no validation_file/],
    [
      'no look that nobody asked for',
      { validation_file: 'held.jsonl', hyperparameters: '{n_evals: 0}' },
      /n_evals is 0, so the validation data is never looked at/,
    ],
  ])('the estimate reckons %s, offline', async (_, inputs, said) => {
    const platform = await start(staged);
    const more = { operation: 'validate', price_per_million_tokens: '2', api_key: undefined, ...inputs };
    const { log, errors } = await step(staged, platform, { inputs: more });
    expect([errors, platform.calls]).toEqual([[], []]);
    expect(log).toMatch(said);
  });
  const settings = (hyperparameters: string) => ({
    method: `{type: supervised, supervised: {hyperparameters: ${hyperparameters}}}`,
  });
  test.each<[Run['inputs'], RegExp]>([
    [settings('{n_epochs: 30}'), /Input n_epochs is 30; for Qwen\/Qwen3-8B Together takes from 1 to 20/],
    [settings('{batch_size: 4}'), /Input batch_size is 4; .* from 8 to 96/],
    [
      { method: '{type: dpo, dpo: {hyperparameters: {batch_size: 64}}}', training_file: 'pairs.jsonl' },
      /batch_size is 64; .* from 8 to 48/,
    ],
    [settings('{n_evals: 200}'), /n_evals is 200; .* at most 100/],
    [settings('{learning_rate: 0.5}'), /learning_rate is 0\.5; .* from 1e-8 to 0\.01/],
    [settings('{max_seq_length: 100000}'), /max_seq_length is 100000; .* from 512 to 24576/],
    [{ extra_body: '{n_epochs: 21}' }, /Input extra_body\.n_epochs is 21; .* from 1 to 20/],
    [{ extra_body: '{training_type: {type: Lora, lora_r: 128, lora_alpha: 1}}' }, /lora_r is 128; .* at most 64/],
    [
      { extra_body: '{training_type: {type: Lora, lora_r: 8, lora_alpha: 1, lora_trainable_modules: "q_proj,x_proj"}}' },
      /lora_trainable_modules names "x_proj"; .* all-linear, or some of q_proj, v_proj/,
    ],
    [{ extra_body: '{training_type: {type: Full}}' }, /type is "Full"; Together trains Qwen\/Qwen3-8B by LoRA only/],
    [
      { model: 'moonshotai/Kimi-K2', method: 'dpo', training_file: 'pairs.jsonl' },
      /Input method is dpo; Together trains moonshotai\/Kimi-K2 by supervised only/,
    ],
    [{ model: 'Qwen/Qwen9-1B' }, /Input model is "Qwen\/Qwen9-1B", which Together does not train; .* It trains Qwen\/Qwen3-8B\./],
  ])('what the model does not take is refused before the upload: %j', async (inputs, said) => {
    const platform = await start(staged);
    const { errors, exitCode } = await step(staged, platform, { inputs });
    expect(errors.join()).toMatch(said);
    expect([exitCode, count(platform, 'upload'), count(platform, 'create'), platform.faults]).toEqual([1, 0, 0, []]);
  });
  test('a file above 64 MiB goes to a signed address, which gets no credential', async () => {
    const folder = newFolder('together-large-');
    const long = 'word '.repeat(20_000);
    write(
      folder,
      'train.jsonl',
      jsonl(
        many(700, (number) =>
          chatRow(number, {
            messages: [
              { role: 'user', content: `${number} ${long}` },
              { role: 'assistant', content: `It is ${number}.` },
            ],
          }),
        ),
      ),
    );
    const platform = await start(staged);
    const { errors, log, outputs } = await step(staged, platform, { workspace: folder });
    expect([errors, outputs.status, platform.faults]).toEqual([[], 'succeeded', []]);
    const sent = platform.exchanges
      .filter(({ path }) => /^\/(files|storage)/.test(path))
      .map(({ method, path }) => `${method} ${path.split('?')[0]}`);
    expect(sent).toEqual(expect.arrayContaining(['POST /files', 'PUT /storage/file-1', 'POST /files/file-1/preprocess']));
    expect(log).not.toContain('s3cr3t');
    const again = await step(staged, platform, { workspace: folder });
    expect([again.errors, platform.files.length]).toEqual([[], 1]);
  });
  test('measures come from their own call, checkpoints and tokens from the job', async () => {
    const metrics = [
      { 'train/loss': 2.5, 'train/global_step': 1, 'train/learning_rate': 0.00001 },
      { 'train/loss': 1.5, 'train/global_step': 2 },
      { 'eval/loss': 1.25, 'train/global_step': 2 },
    ];
    const checkpoint = {
      step: 2,
      created_at: '2026-11-26T10:00:00Z',
      path: 's3://x/ft-1/step-2',
      checkpoint_type: 'Intermediate',
    };
    const platform = await start({ make: (all) => new Together({ ...all, metrics, checkpoints: () => [checkpoint] }) });
    const { errors, outputs, warnings } = await step(staged, platform);
    expect([errors, warnings, platform.faults]).toEqual([[], [], []]);
    expect(JSON.parse(outputs.metrics ?? '')).toMatchObject({ train_loss: 1.5, valid_loss: 1.25 });
    expect(JSON.parse(outputs.best_checkpoint ?? '')).toMatchObject({ step: 2 });
    expect([outputs.trained_tokens, JSON.parse(outputs.result_files ?? '')]).toEqual(['1000', ['ftjob-1-metrics']]);
  });
  test('events without IDs are told once, in order, and as often as they happened', async () => {
    const event = (at: string, message: string, more: object = {}) => ({
      object: 'fine-tune-event',
      level: 'info',
      type: 'warning',
      created_at: `2026-11-26T10:00:${at}Z`,
      message,
      ...more,
    });
    const all = [
      event('01.100', 'first'),
      event('01.200', 'second', { step: 3, total_steps: 9 }),
      event('01.300', 'again'),
      event('01.300', 'again'),
      event('02.000', 'last'),
    ];
    const platform = await start({
      make: (options) =>
        new Together({ ...options, life: many(6, () => 'running').concat('succeeded'), events: () => all.toReversed() }),
    });
    const { log, errors } = await step(staged, platform);
    expect(errors).toEqual([]);
    const told = log.split('\n').flatMap((line) => /\b(first|second|again|last)$/.exec(line)?.[1] ?? []);
    expect(told).toEqual(['first', 'second', 'again', 'again', 'last']);
  });
  test('the largest batch is asked for by its word', async () => {
    const platform = await start(staged);
    const { errors } = await step(staged, platform, { inputs: settings('{batch_size: max}') });
    expect([errors, bodyOf(platform), platform.faults]).toEqual([[], expect.objectContaining({ batch_size: 'max' }), []]);
  });
  test('limits that are not told stop nothing', async () => {
    const platform = await start({
      make: (all) =>
        new (class extends Together {
          override answer(...call: Parameters<Together['answer']>) {
            return call[1].includes('/models/') ? this.refusal(404, 'Not Found', null) : super.answer(...call);
          }
        })(all),
    });
    const { errors, log } = await step(staged, platform);
    expect([errors, platform.jobs.length]).toEqual([[], 1]);
    expect(log).toContain('does not say what limits Qwen/Qwen3-8B has');
  });
  test.each<[string, object, string]>([
    ['a text alone', { text: 'Jupiter is the largest planet.' }, ''],
    ['a text with a column beside it', { text: 'Jupiter.', meta: 'x' }, 'row/unknown-key'],
    ['an empty text', { text: '' }, 'text/empty'],
    ['a developer', { messages: [{ role: 'developer', content: 'Be brief.' }, ...chatRow(1).messages] }, 'chat/developer-role'],
    ['two users in a row', { messages: [{ role: 'user', content: 'Hi' }, ...chatRow(1).messages] }, 'chat/turns'],
  ])('of data the check says, offline: %s', async (name, sample, rule) => {
    const folder = newFolder('together-data-');
    write(folder, 'train.jsonl', jsonl([sample]));
    const platform = await start(staged);
    const more = { workspace: folder, inputs: { operation: 'validate', api_key: undefined } };
    const { log, exitCode } = await step(staged, platform, more);
    expect([name, exitCode, platform.calls]).toEqual([name, rule === '' || rule === 'chat/turns' ? 0 : 1, []]);
    expect(log).toContain(rule);
  });
  test('rows of text alone are trained on', async () => {
    const folder = newFolder('together-text-');
    write(folder, 'train.jsonl', jsonl(many(3, (number) => ({ text: `Sentence number ${number} of a book.` }))));
    const platform = await start(staged);
    const { errors, outputs } = await step(staged, platform, { workspace: folder });
    expect([errors, outputs.status, platform.faults]).toEqual([[], 'succeeded', []]);
  });
  test('the name that a job promises from its beginning is no model before it has succeeded', async () => {
    const platform = await start(staged, { life: ['running', 'running', 'failed'] });
    const { outputs, exitCode } = await step(staged, platform);
    expect([exitCode, outputs.status, outputs.fine_tuned_model ?? '']).toEqual([1, 'failed', '']);
  });
});

test('a model that is named four minutes after its job has succeeded is waited for', async () => {
  const staged = stagedAs('compatible');
  const until = time.now() + 240_000;
  const platform = await start(staged, {
    life: ['succeeded'],
    more: ({ status }) => (status === 'succeeded' && time.now() < until ? { fine_tuned_model: null } : {}),
  });
  expect((await step(staged, platform)).outputs.fine_tuned_model).toContain('ft:m-1');
});
