import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import type { PlatformJob, RunningPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories();
const { platformOf } = told;

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
const MODEL = 'gpt-4.1-mini-2025-04-14';

/** One step against a platform. `data` adds the inputs of a creation. */
function step(
  platform: RunningPlatform,
  operation: string,
  inputs: Run['inputs'] = {},
  more: Partial<Run> = {},
): Promise<Outcome> {
  const on = { operation, base_url: platform.url, api_key: 'k', artifact_name: '', poll_interval_seconds: '0.2' };
  return runAction({ workspace, time: told.time, ...more, inputs: { ...on, ...inputs } });
}
const data = { model: MODEL, training_file: 'train.jsonl' };

/** Puts a job into the platform's memory. */
function jobIn(platform: RunningPlatform, id: string, more: Partial<PlatformJob> = {}): PlatformJob {
  const job: PlatformJob = {
    id,
    created_at: 1_700_000_000 + platform.jobs.length,
    metadata: { branch: 'main' },
    body: { model: MODEL, training_file: 'file-0' },
    status: 'running',
    life: [],
    ...more,
  };
  platform.jobs.push(job);
  return job;
}
const parsed = (text: string | undefined): unknown => JSON.parse(text ?? 'null');
const ids = (text: string | undefined): string[] => {
  const items: { id: string }[] = JSON.parse(text ?? '[]');
  return items.map(({ id }) => id);
};

describe('wait', () => {
  test('by job_id: watches to the end, with all that a creation leaves', async () => {
    const platform = await platformOf({
      checkpoints: () => [
        { id: 'c', object: 'x', created_at: 1, step_number: 3, fine_tuned_model_checkpoint: 'ft:c', metrics: { valid_loss: 1 } },
      ],
    });
    jobIn(platform, 'ftjob-a', { life: ['running', 'succeeded'] });
    const { exitCode, outputs, summary } = await step(platform, 'wait', { job_id: 'ftjob-a' });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      job_id: 'ftjob-a',
      status: 'succeeded',
      fine_tuned_model: `ft:${MODEL}:org::ftjob-a`,
      reused: 'true',
    });
    expect(parsed(outputs.best_checkpoint)).toEqual({ id: 'c', model: 'ft:c', step: 3 });
    expect(summary).toContain('✅ Model ready');
    expect(platform.calls).not.toContain('create');
  });

  test('after a creation that was not waited for, the same inputs find its job', async () => {
    const platform = await platformOf({ life: [...many(3, () => 'running'), 'succeeded'] });
    const created = await step(platform, 'create', { ...data, wait: 'false' });
    const waited = await step(platform, 'wait', data);
    expect(waited.outputs).toMatchObject({
      job_id: created.outputs.job_id,
      status: 'succeeded',
      fingerprint: created.outputs.fingerprint,
    });
    // And once more, when it has ended.
    expect((await step(platform, 'wait', data)).outputs).toMatchObject({ job_id: created.outputs.job_id, status: 'succeeded' });
    const other = await step(platform, 'wait', { ...data, seed: '7' });
    expect(other.errors).toEqual([expect.stringContaining('There is no job with the fingerprint of these inputs.')]);
    expect(platform.calls.filter((call) => call === 'create')).toHaveLength(1);
  });

  test('by metadata and status: the newest that matches', async () => {
    const platform = await platformOf({ ignoresFilter: true });
    jobIn(platform, 'ftjob-old', { status: 'succeeded' });
    jobIn(platform, 'ftjob-new', { status: 'succeeded' });
    jobIn(platform, 'ftjob-failed', { status: 'failed' });
    jobIn(platform, 'ftjob-other', { status: 'succeeded', metadata: { branch: 'dev' } });
    const { outputs } = await step(platform, 'wait', { metadata: 'branch=main', status: 'succeeded' });
    expect(outputs.job_id).toBe('ftjob-new');
    const failed = await step(platform, 'wait', { metadata: 'branch=main' });
    expect([failed.exitCode, failed.outputs.job_id, failed.errors]).toEqual([
      1,
      'ftjob-failed',
      [expect.stringMatching(/^Job ftjob-failed failed \(server_error\): It broke\. The fault is the platform’s\./)],
    ]);
  });

  test('a job that someone cancels: the step fails and says who created it', async () => {
    const platform = await platformOf();
    const metadata = {
      finetune_action_repository: 'octo/data',
      finetune_action_commit: '0123456789abcdef',
      finetune_action_run: '9/1 train',
    };
    jobIn(platform, 'ftjob-a', { life: ['running', 'cancelled'], metadata });
    const { exitCode, errors } = await step(platform, 'wait', { job_id: 'ftjob-a' });
    expect(exitCode).toBe(1);
    expect(errors).toEqual([
      expect.stringContaining('was cancelled; it was created by repository octo/data, commit 0123456789ab, run 9/1 train'),
    ]);
  });

  test('a paused job is said to need someone, and waited for until time is up', async () => {
    const platform = await platformOf();
    jobIn(platform, 'ftjob-a', { life: ['running', 'paused'] });
    const { exitCode, log, outputs } = await step(platform, 'wait', {
      job_id: 'ftjob-a',
      timeout_minutes: '0.05',
      on_timeout: 'detach',
    });
    expect([exitCode, outputs.status]).toEqual([0, 'paused']);
    expect(log).toContain('only when someone resumes it');
    const failed = await step(platform, 'wait', { job_id: 'ftjob-a', timeout_minutes: '0.02' });
    expect(failed.errors).toEqual([expect.stringMatching(/is still paused after timeout_minutes: 0.02; it runs on/)]);
  });

  test('a cancelled workflow leaves the job alone, unless on_cancel is written out', async () => {
    const platform = await platformOf();
    jobIn(platform, 'ftjob-a');
    const interrupted = (): Partial<Run> => {
      let sent = false;
      return {
        onLine: (line, child) => {
          if (!sent && /is running/.test(line)) sent = child.kill('SIGINT');
        },
      };
    };
    const left = await step(platform, 'wait', { job_id: 'ftjob-a' }, interrupted());
    expect(left.errors).toEqual([expect.stringContaining('was not created by this run and runs on')]);
    expect(platform.jobs[0]?.status).toBe('running');
    await step(platform, 'wait', { job_id: 'ftjob-a', on_cancel: 'cancel' }, interrupted());
    expect(platform.jobs[0]?.status).toBe('cancelled');
  });
});

describe('looking', () => {
  test('retrieve', async () => {
    const platform = await platformOf();
    jobIn(platform, 'ftjob-a', { status: 'succeeded' });
    const { exitCode, outputs, summary } = await step(platform, 'retrieve', { job_id: 'ftjob-a' });
    expect([exitCode, outputs.status, outputs.fine_tuned_model]).toEqual([0, 'succeeded', `ft:${MODEL}:org::ftjob-a`]);
    expect(parsed(outputs.job)).toMatchObject({ id: 'ftjob-a', object: 'fine_tuning.job' });
    expect(summary).toContain('The job has succeeded');
    expect(platform.calls).toEqual(['job', 'events', 'checkpoints']);
  });

  const metrics = (step: number) => ({
    id: `ev-${step}`,
    object: 'fine_tuning.job.event',
    created_at: 1_700_000_000 + step,
    level: 'info',
    message: `Step ${step}`,
    type: 'metrics',
    data: { step, train_loss: 1 / step },
  });
  const kept = {
    id: 'c',
    object: 'fine_tuning.job.checkpoint',
    created_at: 1,
    step_number: 3,
    fine_tuned_model_checkpoint: 'ft:c',
  };

  test('retrieve gives the last metrics and the best checkpoint, and what it saw as lines of the log', async () => {
    const platform = await platformOf({ events: () => many(3, metrics).toReversed(), checkpoints: () => [kept] });
    jobIn(platform, 'ftjob-a', { status: 'succeeded' });
    const { outputs, log } = await step(platform, 'retrieve', { job_id: 'ftjob-a' });
    expect(parsed(outputs.metrics)).toEqual({ train_loss: 1 / 3 });
    expect(parsed(outputs.best_checkpoint)).toEqual({ id: 'c', model: 'ft:c', step: 3 });
    expect(log).toContain(`Model: ft:${MODEL}:org::ftjob-a`);
  });

  test('retrieve says why a job failed by its last error event, where the job itself says nothing', async () => {
    const error = { ...metrics(9), type: 'message', level: 'error', message: 'Row 7 was refused.', data: null };
    const platform = await platformOf({ events: () => [error], more: () => ({ error: {} }) });
    jobIn(platform, 'ftjob-a', { status: 'failed' });
    const { outputs, log } = await step(platform, 'retrieve', { job_id: 'ftjob-a' });
    expect(outputs.error_message).toBe('Row 7 was refused.');
    expect(log).toContain('It failed: Row 7 was refused.');
  });

  test('retrieve is not lost with events and checkpoints that cannot be read', async () => {
    const fault = (call: string) =>
      call === 'events' || call === 'checkpoints' ? ({ when: 'before', how: { status: 404 } } as const) : undefined;
    const platform = await platformOf({ fault });
    jobIn(platform, 'ftjob-a', { status: 'succeeded' });
    const { exitCode, outputs, warnings } = await step(platform, 'retrieve', { job_id: 'ftjob-a' });
    expect([exitCode, outputs.status, outputs.metrics, outputs.best_checkpoint]).toEqual([0, 'succeeded', '{}', 'null']);
    expect(warnings).toHaveLength(2);
  });

  const NOTHING = {
    result_files: '[]',
    metrics: '{}',
    best_checkpoint: 'null',
    job: 'null',
    jobs: '[]',
    events: '[]',
    checkpoints: '[]',
  };

  test.each([
    ['no job, as allowed', 'retrieve', { job_id: 'ftjob-x', if_not_found: 'empty' }],
    ['no job, which is an error', 'cancel', { job_id: 'ftjob-x' }],
    ['inputs that are wrong', 'retrieve', { job_id: 'ftjob-x', limit: 'many' }],
    ['an operation that there is not', 'train', {}],
    ['data that is wrong', 'validate', { training_file: 'nowhere.jsonl' }],
    ['an empty list', 'list', {}],
  ])('an output that is JSON is JSON in every ending: %s', async (_, operation, asked) => {
    const { outputs } = await step(await platformOf(), operation, asked);
    expect(outputs).toMatchObject(NOTHING);
  });

  test.each(['retrieve', 'wait', 'cancel', 'resume', 'list_events', 'list_checkpoints'])(
    '%s: no job is what if_not_found says',
    async (operation) => {
      const platform = await platformOf();
      for (const asked of [{ job_id: 'ftjob-x' }, { metadata: 'branch=none' }]) {
        const failed = await step(platform, operation, asked);
        expect([failed.exitCode, failed.errors]).toEqual([1, [expect.stringContaining('There is no job with')]]);
        const empty = await step(platform, operation, { ...asked, if_not_found: 'empty' });
        expect([empty.exitCode, empty.errors, empty.outputs.job_id]).toEqual([0, [], undefined]);
        expect(empty.summary).toContain('No job matches');
      }
    },
  );

  test.each([false, true])(
    'list: newest first over pages, the filter applied again (the server ignores it: %s)',
    async (ignoresFilter) => {
      const platform = await platformOf({ ignoresFilter });
      for (const number of many(270, (count) => count))
        jobIn(platform, `ftjob-${number}`, {
          metadata: { branch: number % 10 === 0 ? 'dev' : 'main' },
          status: number % 2 ? 'succeeded' : 'failed',
        });
      const all = await step(platform, 'list', { limit: '260' });
      const listed = readFileSync(path.join(path.dirname(all.outputs.report_path ?? ''), 'jobs.jsonl'), 'utf8');
      expect(ids(`[${listed.trim().replaceAll('\n', ',')}]`)).toEqual(many(260, (count) => `ftjob-${271 - count}`));
      expect(all.warnings).toEqual([expect.stringContaining('of 260 items')]);
      expect(ids(all.outputs.jobs).slice(0, 2)).toEqual(['ftjob-270', 'ftjob-269']);
      expect(all.log).toContain('ftjob-270 · failed');
      expect(all.log).toContain('and 210 more in the report');
      const main = await step(platform, 'list', { metadata: 'branch=main', limit: '1000' });
      expect(ids(main.outputs.jobs)).toHaveLength(243);
      const good = await step(platform, 'list', { metadata: 'branch=main', status: 'succeeded', limit: '3' });
      expect(ids(good.outputs.jobs)).toEqual(['ftjob-269', 'ftjob-267', 'ftjob-265']);
      expect(good.summary).toContain('3 jobs');
      const none = await step(platform, 'list', { metadata: 'branch=x', if_not_found: 'empty' });
      expect([none.exitCode, none.outputs.jobs]).toEqual([0, '[]']);
      expect((await step(platform, 'list', { metadata: 'branch=x' })).exitCode).toBe(1);
    },
  );

  test('list: an empty account is a fine answer', async () => {
    const { exitCode, outputs } = await step(await platformOf(), 'list');
    expect([exitCode, outputs.jobs]).toEqual([0, '[]']);
  });

  const event = (number: number) => ({
    id: `ev-${number}`,
    object: 'fine_tuning.job.event',
    created_at: 1_700_000_000 + Math.floor(number / 3),
    level: 'info',
    message: `Step ${number}/2500`,
    type: 'message',
  });
  /** Neighbours in the wrong order, and one of ten twice. */
  const untidy = (events: ReturnType<typeof event>[]) => events.flatMap((one, index) => (index % 10 === 0 ? [one, one] : [one]));

  test.each([
    ['newest', (events: ReturnType<typeof event>[]) => events.toReversed()],
    ['oldest', (events: ReturnType<typeof event>[]) => events],
  ])(
    'list_events: 2,500 on a server that begins with the %s, each once, the newest first, cut at whole items',
    async (_, order) => {
      const platform = await platformOf({ events: () => untidy(order(many(2500, event))) });
      jobIn(platform, 'ftjob-a');
      const few = await step(platform, 'list_events', { job_id: 'ftjob-a', limit: '5' });
      expect(ids(few.outputs.events)).toEqual(['ev-2500', 'ev-2499', 'ev-2498', 'ev-2497', 'ev-2496']);
      const all = await step(platform, 'list_events', { metadata: 'branch=main', limit: '10000' });
      const kept = ids(all.outputs.events);
      expect(Buffer.byteLength(all.outputs.events ?? '')).toBeLessThanOrEqual(100 * 1024);
      expect(kept).toEqual(many(kept.length, (count) => `ev-${2501 - count}`));
      expect(all.warnings).toEqual([expect.stringMatching(new RegExp(`holds the first ${kept.length} of 2500 items`))]);
      expect(Buffer.byteLength(all.summary)).toBeLessThan(1024 * 1024);
    },
  );

  test('list_checkpoints: the best one is named', async () => {
    const checkpoint = (number: number) => ({
      id: `ckpt-${number}`,
      object: 'fine_tuning.job.checkpoint',
      created_at: 1_700_000_000 + number,
      step_number: number * 10,
      fine_tuned_model_checkpoint: `ft:m:ckpt-step-${number * 10}`,
      metrics: { full_valid_loss: Math.abs(number - 2) + 1 },
    });
    const platform = await platformOf({ checkpoints: () => many(3, checkpoint).toReversed() });
    jobIn(platform, 'ftjob-a');
    const { outputs, summary } = await step(platform, 'list_checkpoints', { job_id: 'ftjob-a' });
    expect(ids(outputs.checkpoints)).toEqual(['ckpt-3', 'ckpt-2', 'ckpt-1']);
    expect(parsed(outputs.best_checkpoint)).toEqual({ id: 'ckpt-2', model: 'ft:m:ckpt-step-20', step: 20 });
    expect(summary).toContain('3 checkpoints');
  });
});

describe('changing', () => {
  test.each([
    ['cancel', 'running', 'cancelled'],
    ['cancel', 'paused', 'cancelled'],
    ['pause', 'running', 'paused'],
    ['resume', 'paused', 'queued'],
  ])('%s a job that is %s: it is %s', async (operation, before, after) => {
    const platform = await platformOf({ slowVerbs: 2 });
    jobIn(platform, 'ftjob-a', { status: before });
    const { exitCode, outputs } = await step(platform, operation, { job_id: 'ftjob-a' });
    expect([exitCode, outputs.status, platform.jobs[0]?.status]).toEqual([0, after, after]);
    // Once more: it is there already, and nothing is asked.
    const again = await step(platform, operation, { job_id: 'ftjob-a' });
    expect([again.exitCode, again.outputs.status]).toEqual([0, after]);
    expect(platform.calls.filter((call) => call === operation)).toHaveLength(1);
  });

  test.each([
    ['pause', 'failed', 'has failed'],
    ['resume', 'cancelled', 'is cancelled'],
  ])('%s a job that is %s: an error that says so', async (operation, status, standing) => {
    const platform = await platformOf();
    jobIn(platform, 'ftjob-a', { status });
    const { exitCode, errors } = await step(platform, operation, { job_id: 'ftjob-a' });
    expect([exitCode, errors]).toEqual([
      1,
      [expect.stringContaining(`Job ftjob-a ${standing}, so it cannot be asked to ${operation}`)],
    ]);
    expect(platform.calls).not.toContain(operation);
  });

  test.each(['succeeded', 'failed', 'cancelled'])('cancel of a job that is %s is a success that says so', async (status) => {
    const platform = await platformOf();
    jobIn(platform, 'ftjob-a', { status });
    const { exitCode, log, errors, summary } = await step(platform, 'cancel', { job_id: 'ftjob-a' });
    expect([exitCode, errors]).toEqual([0, []]);
    const standing = `${status === 'cancelled' ? 'is' : 'has'} ${status}`;
    expect(log).toContain(`Job ftjob-a ${standing} already.`);
    expect(summary).toContain(`The job ${standing}`);
    expect(platform.calls).not.toContain('cancel');
  });

  test('a job that ends while it is asked to cancel has ended', async () => {
    const onCall = (call: string) => {
      if (call === 'cancel') for (const job of platform.jobs) job.status = 'succeeded';
    };
    const platform: RunningPlatform = await platformOf({ onCall });
    jobIn(platform, 'ftjob-a');
    const { exitCode, outputs } = await step(platform, 'cancel', { job_id: 'ftjob-a' });
    expect([exitCode, outputs.status]).toEqual([0, 'succeeded']);
  });

  test('a job that ends while it is asked', async () => {
    const onCall = (call: string) => {
      if (call === 'pause') for (const job of platform.jobs) job.status = 'succeeded';
    };
    const platform: RunningPlatform = await platformOf({ onCall });
    jobIn(platform, 'ftjob-a');
    const { errors } = await step(platform, 'pause', { job_id: 'ftjob-a' });
    expect(errors).toEqual([expect.stringContaining('has succeeded, so it cannot be asked to pause')]);
  });

  test('an answer that is lost: the state tells', async () => {
    const platform = await platformOf({
      fault: (call, number) => (call === 'resume' && number === 1 ? { when: 'after', how: 'reset' } : undefined),
    });
    jobIn(platform, 'ftjob-a', { status: 'paused' });
    const { exitCode, outputs } = await step(platform, 'resume', { job_id: 'ftjob-a' });
    expect([exitCode, outputs.status]).toEqual([0, 'queued']);
  });

  test('a state that does not come in time is pending', async () => {
    const platform = await platformOf({ slowVerbs: 10_000 });
    jobIn(platform, 'ftjob-a');
    const { exitCode, log, outputs } = await step(platform, 'cancel', { job_id: 'ftjob-a', timeout_minutes: '0.05' });
    expect([exitCode, outputs.status]).toEqual([0, 'running']);
    expect(log).toContain('was asked to cancel; it is still running');
  });

  test('by metadata, the newest only', async () => {
    const platform = await platformOf();
    for (const id of ['ftjob-a', 'ftjob-b']) jobIn(platform, id);
    await step(platform, 'cancel', { metadata: 'branch=main', status: 'running' });
    expect(platform.jobs.map(({ status }) => status)).toEqual(['running', 'cancelled']);
  });
});

describe('around a creation', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

  test('a base model that is shut down soon is said, or refused before anything is sent', async () => {
    const platform = await platformOf({ models: { [MODEL]: { shutdown_date: inDays(40) } } });
    const refused = await step(platform, 'create', { ...data, min_model_days: '60' });
    expect([refused.exitCode, refused.errors]).toEqual([
      1,
      [expect.stringMatching(/is shut down on .*min_model_days is 60; nothing was uploaded/)],
    ]);
    expect(platform.calls).not.toContain('upload');
    const warned = await step(platform, 'create', data);
    expect([warned.exitCode, warned.warnings]).toEqual([0, [expect.stringContaining('models trained from it may go with it')]]);
  });

  test('a model that is far from its end is not spoken of; an unknown one is', async () => {
    const known = await step(await platformOf({ models: { [MODEL]: { shutdown_date: inDays(400) } } }), 'create', data);
    expect([known.exitCode, known.warnings]).toEqual([0, []]);
    const unknown = await step(await platformOf({ models: {} }), 'create', data);
    expect(unknown.warnings).toEqual([expect.stringContaining(`does not know the model ${MODEL}`)]);
  });

  test('delete_files: after_success takes away what this run uploaded, and only that', async () => {
    const run = (inputs: Run['inputs']) =>
      runAction({
        workspace,
        temp: newFolder(),
        inputs: { provider: 'sandbox', artifact_name: '', ...data, delete_files: 'after_success', ...inputs },
      });
    const { exitCode, log, outputs } = await run({});
    expect(exitCode).toBe(0);
    expect(log).toContain(`Deleted the file ${outputs.training_file_id}`);
    const platform = await platformOf({ forgetsMetadata: true });
    const kept = await step(platform, 'create', { ...data, delete_files: 'after_success' });
    expect(kept.warnings).toEqual([expect.stringContaining('is kept: this server keeps no metadata')]);
    expect(platform.files).toHaveLength(1);
  });
});

test('in the sandbox: begun, paused, looked at, resumed and waited for, a step each', async () => {
  const temp = newFolder();
  const sandbox = (operation: string, inputs: Run['inputs'] = {}) =>
    runAction({ workspace, temp, inputs: { provider: 'sandbox', operation, artifact_name: '', ...inputs } });
  const { outputs } = await sandbox('create', { ...data, wait: 'false', metadata: 'branch=main' });
  const job_id = outputs.job_id ?? '';
  expect((await sandbox('pause', { job_id })).outputs.status).toBe('paused');
  const listed = await sandbox('list', { metadata: 'branch=main', status: 'paused' });
  expect(ids(listed.outputs.jobs)).toEqual([job_id]);
  const resumed = await sandbox('resume', { metadata: 'branch=main' });
  expect([resumed.exitCode, resumed.outputs.job_id]).toEqual([0, job_id]);
  const waited = await sandbox('wait', { job_id });
  expect(waited.outputs).toMatchObject({ status: 'succeeded', fine_tuned_model: expect.stringMatching(/^ft:/) });
  expect((await sandbox('list_checkpoints', { job_id })).outputs.best_checkpoint).toBeDefined();
  const events = await sandbox('list_events', { job_id, limit: '3' });
  expect(ids(events.outputs.events)).toHaveLength(3);
});
