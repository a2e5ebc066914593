/** Fireworks' names and objects in our words. */
import { describe, expect, test } from '@jest/globals';
import { datasetIdOf, filenameOf, isMarked, jobIdOf, labelOf, numberIn, originIn } from '../src/providers/fireworks/names.ts';
import { dollarsIn, readJob } from '../src/providers/fireworks/objects.ts';

const FINGERPRINT = 'f0'.repeat(32);

describe('IDs of our choosing', () => {
  test.each([1, 2, 50])('that of job %d is legal, and says whose it is', (number) => {
    const id = jobIdOf(FINGERPRINT, number);
    expect(id).toMatch(/^[a-z0-9-]{1,63}$/);
    expect([numberIn(id, FINGERPRINT), numberIn(id, 'f1'.repeat(32)), isMarked(id)]).toEqual([number, undefined, true]);
  });
  test.each(['0'.repeat(64), 'f'.repeat(64), `0${'1'.repeat(63)}`])('a dataset’s ID holds the whole hash %s', (hash) => {
    const id = datasetIdOf(`train.${hash}.jsonl`);
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
    const label = labelOf(origin);
    expect(originIn(label, origin)).toMatchObject({ repository: 'octo/data', run: origin.run });
    expect(originIn(label, { ...origin, run: '123/1 train __run #8' })).toMatchObject({
      repository: 'octo/data',
      run: expect.not.stringContaining('#'),
    });
  });
  test('fits, without the repository where that is long', () => {
    const label = labelOf({ ...origin, repository: `o/${'r'.repeat(100)}` });
    expect(label).toMatch(/^run 123\/1 [0-9a-f]{8}$/);
    expect(originIn(label, origin)).toMatchObject({ run: origin.run });
  });
  test.each([undefined, '', 'my job', 'run 1', 'octo/data run x'])('is not said by %j', (label) => {
    expect(originIn(label, origin)).toEqual({ repository: undefined, commit: undefined, run: undefined });
  });
});

describe('a job', () => {
  const name = 'accounts/acc/supervisedFineTuningJobs/j';
  const read = (more: Readonly<Record<string, unknown>>) => readJob({ name, ...more }, 'acc');
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
