/** Fireworks' names and objects in our words. */
import { describe, expect, test } from '@jest/globals';
import { isRun } from '../src/api/run.ts';
import { isSibling } from '../src/job/origin.ts';
import { atFirst, learned, timeLeft } from '../src/job/polling.ts';
import { fireworksProvider } from '../src/providers/fireworks/client.ts';
import { datasetIdOf, filenameOf, isMarked, jobIdOf, labelOf, numberIn, originIn } from '../src/providers/fireworks/names.ts';
import { dollarsIn, readJob } from '../src/providers/fireworks/objects.ts';
import { billing, PRICES, surcharge } from '../src/providers/fireworks/prices.ts';
import type { CallContext } from '../src/providers/port.ts';
import { trainingPrice } from '../src/providers/prices.ts';
import { startPlatform } from './support/platform.ts';
import { Fireworks } from './support/platforms/fireworks.ts';

const FINGERPRINT = 'f0'.repeat(32);

describe('IDs of our choosing', () => {
  test.each([1, 2, 50])('that of job %d is legal, and says whose it is', (number) => {
    const id = jobIdOf(FINGERPRINT, number);
    expect(id).toMatch(/^[a-z0-9-]{1,63}$/);
    expect([numberIn(id, FINGERPRINT), numberIn(id, 'f1'.repeat(32)), isMarked(id)]).toEqual([number, undefined, true]);
  });
  test.each(['0'.repeat(64), 'f'.repeat(64), `0${'1'.repeat(63)}`])('a dataset’s ID holds the whole hash %s', (hash) => {
    const id = datasetIdOf(hash);
    expect(id).toMatch(/^[a-z0-9-]{1,63}$/);
    expect(filenameOf(id)).toBe(`data.${hash}.jsonl`);
  });
  test.each(['mine', 'data-x', `data-${'a'.repeat(51)}1`])('another dataset says nothing: %s', (id) => {
    expect(filenameOf(id)).toBeUndefined();
  });
});

describe('who asked', () => {
  const origin = { repository: 'octo/data', commit: 'c', run: '123/1 train __run #9' };
  test('is known again by who asks', () => {
    const said = originIn(labelOf(origin));
    expect(said).toMatchObject({ repository: 'octo/data', run: expect.stringMatching(/^123\/1 #\d+$/) });
    expect([isRun(said, origin.run), isRun(said, '123/1 train __run #8'), isRun(said, undefined)]).toEqual([true, false, false]);
  });
  test('is another caller of the same workflow, where it is', () => {
    const said = { origin: originIn(labelOf(origin)) };
    const callers = [origin.run, '123/1 train __run #8', '123/2 train __run #8', '124/1 train __run #8'];
    expect(callers.map((run) => isSibling(said, run))).toEqual([false, true, false, false]);
  });
  test('fits, without the repository where that is long', () => {
    const label = labelOf({ ...origin, repository: `o/${'r'.repeat(100)}` });
    expect(label).toMatch(/^run 123\/1 \d+$/);
    expect([isRun(originIn(label), origin.run), originIn(label).repository]).toEqual([true, undefined]);
  });
  test.each([undefined, '', 'my job', 'run 1', 'octo/data run x'])('is not said by %j', (label) => {
    expect(originIn(label)).toEqual({ repository: undefined, commit: undefined, run: undefined });
  });
});

describe('a job', () => {
  const name = 'accounts/acc/supervisedFineTuningJobs/j';
  const read = (more: Readonly<Record<string, unknown>>) => readJob({ name, ...more }, 'acc');
  test.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ['in its second epoch of two', { epochs: 2, jobProgress: { percent: 50, epoch: 1 } }, [75, { number: 2, of: 2 }]],
    [
      'at the beginning of an epoch, where nothing is left out',
      { epochs: 4, jobProgress: { epoch: 1 } },
      [25, { number: 2, of: 4 }],
    ],
    ['in its only epoch', { jobProgress: { percent: 40 } }, [40, { number: 1, of: 1 }]],
    ['beyond the epochs that it names', { epochs: 1, jobProgress: { percent: 0, epoch: 1 } }, [50, { number: 2, of: 2 }]],
    ['that says nothing', { jobProgress: { inputTokens: 7 } }, undefined],
    ['that says what cannot be', { jobProgress: { percent: 140 } }, undefined],
  ])('%s: how far it is', (_, more, told) => {
    const { steps } = read({ state: 'JOB_STATE_RUNNING', ...more });
    expect(steps && [steps.step, steps.epoch]).toEqual(told);
    expect(read({ state: 'JOB_STATE_PENDING', ...more }).steps).toBeUndefined();
  });
  test('its settings come out under the names that they were asked for by', () => {
    const settings = { epochs: 2, learningRate: 0.0001, loraRank: 0, batchSizeSamples: 8 };
    expect(read(settings).method).toEqual({
      type: 'supervised',
      supervised: { hyperparameters: { n_epochs: 2, learning_rate: 0.0001, batch_size: 8 } },
    });
    const preference = { name: 'accounts/acc/dpoJobs/j', trainingConfig: { epochs: 3 }, lossConfig: { dpo: { beta: 0.2 } } };
    expect(read(preference).method).toEqual({ type: 'dpo', dpo: { hyperparameters: { n_epochs: 3, beta: 0.2 } } });
  });
  test('how far it is says when it will end, across its epochs', () => {
    const at = (epoch: number, percent: number) =>
      read({ state: 'JOB_STATE_RUNNING', epochs: 2, jobProgress: { percent, epoch } });
    const pace = { from: 5, to: 60 };
    let known = atFirst(at(0, 0), 0);
    for (const [now, job] of [
      [0, at(0, 0)],
      [500_000, at(0, 50)],
      [1_500_000, at(1, 50)],
    ] as const)
      known = learned(known, { now, job, events: undefined }, 5, pace);
    expect(timeLeft(known)).toBe(500_000);
  });
  test.each<[unknown, unknown]>([
    [{ currencyCode: 'USD', units: '1', nanos: 500_000_000 }, 1.5],
    [{ currencyCode: 'USD' }, undefined],
    [{ currencyCode: 'EUR', units: '1' }, undefined],
    [undefined, undefined],
  ])('its own estimate of its cost, where it is one: %j', (estimatedCost, usd) => {
    expect(read({ estimatedCost }).estimated_usd).toBe(usd);
  });
  test.each([
    ['CREATING', 'queued', 'queued'],
    ['PENDING', 'queued', 'queued'],
    ['RE_QUEUEING', 'queued', 'queued'],
    ['CREATING_INPUT_DATASET', 'queued', 'queued'],
    ['IDLE', 'queued', 'queued'],
    ['UNSPECIFIED', 'queued', 'queued'],
    ['VALIDATING', 'queued', 'validating_files'],
    ['RUNNING', 'running', 'running'],
    ['WRITING_RESULTS', 'running', 'running'],
    ['CANCELLING', 'cancelling', 'running'],
    ['PAUSED', 'paused', 'paused'],
    ['COMPLETED', 'succeeded', 'succeeded'],
    ['EARLY_STOPPED', 'succeeded', 'succeeded'],
    ['FAILED', 'failed', 'failed'],
    ['EXPIRED', 'failed', 'failed'],
    ['CANCELLED', 'cancelled', 'cancelled'],
    ['DELETING', 'cancelled', 'cancelled'],
    ['DELETING_CLEANING_UP', 'cancelled', 'cancelled'],
    ['DELETED', 'cancelled', 'cancelled'],
    ['SOMETHING_NEW', 'running', 'running'],
  ])('that is %s', (word, state, status) => {
    expect(read({ state: `JOB_STATE_${word}` })).toMatchObject({ state, status });
  });
  test.each([
    [{ completedTime: '2026-01-01T00:00:00Z', status: { code: 'OK' } }, 'succeeded'],
    [{ completedTime: '2026-01-01T00:00:00Z', status: { code: 'INTERNAL', message: 'x' } }, 'failed'],
    [{}, 'cancelled'],
  ])('that was archived, as it ended: %j', (more, state) => {
    expect(read({ state: 'JOB_STATE_ARCHIVED', ...more }).state).toBe(state);
  });
  test('says why it failed, and what is secret it does not say', () => {
    const job = read({
      state: 'JOB_STATE_FAILED',
      status: { code: 'INVALID_ARGUMENT', message: 'no trained token' },
      metricsFileSignedUrl: 'https://x/?signature=s3cret',
      wandbConfig: { enabled: true, apiKey: 's3cret' },
    });
    expect(job.error).toMatchObject({ code: 'INVALID_ARGUMENT', message: 'no trained token' });
    expect(JSON.stringify(job)).not.toContain('s3cret');
  });
  test('without a fault has no error, and no model before its end', () => {
    expect(read({ state: 'JOB_STATE_RUNNING', outputModel: 'm', status: { code: 'OK', message: '' } })).toMatchObject({
      error: undefined,
      fine_tuned_model: undefined,
    });
  });
  test('of preferences has its settings one level deeper', () => {
    const trainingConfig = { baseModel: 'qwen3-8b', outputModel: 'bot' };
    const sent = {
      name: 'accounts/acc/dpoJobs/j',
      state: 'JOB_STATE_COMPLETED',
      trainingConfig,
      dataset: 'accounts/acc/datasets/d',
    };
    expect(readJob({ ...sent, lossConfig: { method: 'ORPO' } }, 'acc')).toMatchObject({
      model: 'accounts/fireworks/models/qwen3-8b',
      fine_tuned_model: 'accounts/acc/models/bot',
      training_file: 'd',
      method: { type: 'orpo' },
    });
    expect(readJob(sent, 'acc').method).toMatchObject({ type: 'dpo' });
  });
});

test.each([
  [{ currencyCode: 'USD', units: '3', nanos: 500_000_000 }, 3.5],
  [{ currencyCode: 'USD', nanos: 1_000_000 }, 0.001],
  [{ currencyCode: 'EUR', units: '3' }, undefined],
  [{ currencyCode: 'USD', units: 'x' }, undefined],
  [undefined, undefined],
])('the amount %j', (money, usd) => {
  expect(dollarsIn(money)).toBe(usd);
});

describe('its prices', () => {
  test.each([
    ['qwen3-8b', 0.5],
    ['accounts/fireworks/models/llama-v3p1-8b-instruct', 0.5],
    ['qwen3-0p6b', 0.5],
    ['phi-16b', 0.5],
    ['gemma-16p5b', 3],
    ['gpt-oss-20b', 3],
    ['qwen3-30b-a3b', 3],
    ['llama-v3p3-70b-instruct', 3],
    ['x-80b', 3],
    ['gpt-oss-120b', 6],
    ['qwen3-235b-a22b', 6],
    ['x-300b', 6],
    ['qwen3-coder-480b-a35b-instruct', 10],
    ['deepseek-v3p1', undefined],
    ['mixtral-8x7b', undefined],
  ])('of %s', (model, perMillion) => {
    const name = model.includes('/') ? model : `accounts/fireworks/models/${model}`;
    for (const one of [model, name])
      expect(trainingPrice({ prices: PRICES }, one, undefined, Date.parse('2026-11-26')).perMillion).toBe(perMillion);
  });
  test.each([
    [{ method: { type: 'dpo' } }, 2],
    [{ method: { type: 'supervised', supervised: { hyperparameters: { lora_rank: 0 } } } }, 2],
    [{ method: { type: 'dpo' }, extra_body: { loraRank: 0 } }, 4],
    [{}, undefined],
    [{ hyperparameters: { lora_rank: 8 } }, undefined],
  ])('of %j are so many times as high', (asked, times) => {
    expect(surcharge(asked)?.times).toBe(times);
  });
  test.each([
    [{}, 1, false],
    [{ hyperparameters: { n_epochs: 3 } }, 3, true],
    [{ hyperparameters: { n_epochs: 'auto' } }, 1, false],
    [{ extra_body: { epochs: 4 } }, 4, true],
  ])('are for its own epochs: %j', (asked, epochs, epochsAsked) => {
    expect(billing({ ...asked, hasValidation: true })).toEqual({ epochs, epochsAsked, looks: 0 });
  });
});

describe('a file of data', () => {
  const MB = 1_000_000;
  const sha256 = 'ab'.repeat(32);
  const upload = (bytes: number) => ({
    filename: `train.${sha256}.jsonl`,
    sha256,
    bytes,
    rows: 3,
    async *open() {
      for (let left = bytes; left > 0; left -= MB) yield new Uint8Array(Math.min(left, MB));
    },
  });
  const context = (said: string[]): CallContext => ({
    clock: { now: Date.now, sleep: async () => undefined },
    signal: new AbortController().signal,
    deadline: Date.now() + 600_000,
    attempt: (_, call) => call(),
    say: (text) => said.push(text),
    warn: (text) => said.push(text),
  });
  test.each([
    ['goes with the request below 150 MB', 2 * MB, /:upload$/],
    ['goes to a signed address from 150 MB on', 150 * MB, /^\/signed\//],
  ])('%s', async (_, bytes, way) => {
    let url = '';
    const options = { signs: () => new URL(url).origin };
    const platform = await startPlatform({}, new Fireworks(options));
    url = platform.url;
    const said: string[] = [];
    try {
      const address = {
        baseUrl: url,
        credential: { kind: 'key', key: 'k' },
        organization: undefined,
        project: undefined,
      } as const;
      const provider = fireworksProvider(address, { identityToken: async () => '', mask: () => undefined });
      const { id, uploaded } = await provider.place(upload(bytes), context(said));
      expect([id, uploaded]).toEqual([datasetIdOf(sha256), true]);
      expect(platform.files.map((file) => file.bytes.length)).toEqual([bytes]);
      expect(platform.exchanges.filter(({ path }) => way.test(path.replace(/\?.*$/, '')))).toHaveLength(1);
      expect([platform.faults, said.join()]).toEqual([[], expect.not.stringContaining('s3cret')]);
      expect((await provider.place(upload(bytes), context(said))).uploaded).toBe(false);
    } finally {
      await platform.close();
    }
  });
});
