/** What servers send that the API does not describe: lenient in what is shown, strict in what decides. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { Platform, type PlatformJob, type PlatformOptions, type RunningPlatform, startPlatform } from '../support/platform.ts';
import { onStage } from '../support/platforms/stage.ts';
import { STAGED } from '../support/platforms/staged.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories();
const { platformOf } = told;

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
const step = (platform: RunningPlatform, inputs: Run['inputs'] = {}): Promise<Outcome> =>
  runAction({
    workspace,
    time: told.time,
    inputs: { model: 'm-1', training_file: 'train.jsonl', base_url: platform.url, api_key: 'k', artifact_name: '', ...inputs },
  });

const pageIn = (body: unknown) => (typeof body === 'object' && body !== null && 'data' in body ? body.data : []);

const ODD: readonly (readonly [string, Record<string, unknown>])[] = [
  ['a null in its metadata', { metadata: { team: null } }],
  ['a number in its metadata', { metadata: { rows: 12 } }],
  ['a text for an error', { error: 'boom' }],
  ['numbers as texts', { trained_tokens: '123', created_at: '1790000000', finished_at: 'soon' }],
  ['maps for result files', { result_files: [{}] }],
  ['no status', { status: null }],
  ['texts for maps', { method: 'supervised', hyperparameters: 'none', metadata: 'x' }],
];

describe('one odd field hides nothing', () => {
  test.each(ODD)('a job of others with %s', async (_, more) => {
    const platform = await platformOf({ more: (job) => (job.id === 'foreign' ? more : {}) });
    const body = { model: 'm-2', training_file: 'file-x' };
    platform.jobs.push({ id: 'foreign', created_at: 1_790_000_000, metadata: {}, body, status: 'succeeded', life: [] });
    const main = await step(platform);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect((await step(platform, { operation: 'list' })).exitCode).toBe(0);
  });

  test.each(ODD.filter(([, more]) => !('metadata' in more) && !('status' in more)))('our own job with %s', async (_, more) => {
    const platform = await platformOf({ more: () => more });
    const main = await step(platform);
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1', status: 'succeeded', fine_tuned_model: 'ft:m-1:org::ftjob-1' });
    expect((await step(platform)).outputs).toMatchObject({ reused: 'true' });
  });

  test('the answer to the creation gives up its ID by all means', async () => {
    let asked = false;
    const platform = await platformOf({
      more: () => (asked ? {} : { created_at: [], status: 7, error: '', method: 1, metadata: null, model: {} }),
      onCall: (call) => {
        asked ||= call === 'job';
      },
    });
    const main = await step(platform, { wait: 'false' });
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1' });
    expect(platform.calls.filter((call) => call === 'create')).toHaveLength(1);
  });

  test('a list of which nothing can be read is no empty list', async () => {
    const platform = await platformOf({ page: (page) => ({ ...page, data: [{ name: 'x' }] }) });
    const main = await step(platform);
    expect(main.errors.join()).toContain('not what the API describes');
    expect(platform.calls).not.toContain('create');
  });
});

/** An entry that stands in every list of jobs, and cannot be read. */
const withEntry = (entry: unknown): PlatformOptions => ({
  page: (page) => ({ ...page, data: [entry, ...page.data] }),
  ignoresFilter: true,
});
const FOREIGN: PlatformJob = {
  id: 'foreign',
  created_at: 1_790_000_000,
  metadata: {},
  body: { model: 'm-2', training_file: 'file-2' },
  status: 'succeeded',
  life: [],
};
const unread = ({ warnings }: Outcome) => warnings.filter((text) => text.includes('cannot be read, for want of an ID'));

describe('an entry of a list that cannot be read', () => {
  const other = { id: null, metadata: { finetune_action_fingerprint: 'f'.repeat(64) } };

  test('is counted in one warning a list, and hides none of the rest', async () => {
    const platform = await platformOf({
      ...withEntry(other),
      checkpoints: () => [{ step_number: 1 }, { id: 'c', step_number: 2 }],
    });
    platform.jobs.push(FOREIGN);
    const main = await step(platform);
    expect([main.exitCode, main.errors]).toEqual([0, []]);
    expect(unread(main)).toEqual([expect.stringContaining('list of jobs'), expect.stringContaining('list of checkpoints')]);
    const listed = await step(platform, { operation: 'list' });
    expect(unread(listed)).toHaveLength(1);
    expect(JSON.parse(listed.outputs.jobs ?? '')).toHaveLength(2);
  });

  test.each<[string, unknown]>([
    ['of which nothing is known', null],
    ['with the file and the model that are asked for', { model: 'm-1', training_file: 'file-1' }],
  ])('%s, may be the job: nothing is created beside it', async (_, entry) => {
    const platform = await platformOf({ ...withEntry(entry), forgetsMetadata: true, nameShown: () => 'x.jsonl' });
    platform.files.push({ id: 'file-1', filename: 'x.jsonl', bytes: Buffer.from(''), created_at: 0, status: 'processed' });
    platform.jobs.push(FOREIGN);
    const main = await step(platform, { training_file: 'file-1' });
    expect(main.errors.join()).toMatch(/not proved that no identical job exists: an entry of the list of jobs.*reuse: false/);
    expect(platform.calls).not.toContain('create');
  });

  test.each<[string, Record<string, unknown>]>([
    ['the mark of another', other],
    ['another model', { model: 'm-9', training_file: 'file-1' }],
    ['another file', { model: 'm-1', training_file: 'file-9' }],
    ['an end without a model', { model: 'm-1', training_file: 'file-1', status: 'failed' }],
  ])('%s, shows that it is none: the job is created', async (_, entry) => {
    const platform = await platformOf({ ...withEntry(entry), forgetsMetadata: true });
    platform.files.push({ id: 'file-1', filename: 'x.jsonl', bytes: Buffer.from(''), created_at: 0, status: 'processed' });
    platform.jobs.push(FOREIGN);
    expect((await step(platform, { training_file: 'file-1' })).exitCode).toBe(0);
  });

  test('nor does it stop a platform whose lists come whole', async () => {
    const [together] = STAGED.filter(({ provider }) => provider === 'together');
    if (together === undefined) throw new Error('Together is not staged');
    const checkpoints = () => [{ step: 1 }, { path: 'p', step: 2 }];
    const entry = { model: 'other/model' };
    await onStage(together, { ...withEntry(entry), checkpoints }, async ({ platform, step }) => {
      platform.jobs.push(FOREIGN);
      const main = await step();
      expect([main.exitCode, main.errors]).toEqual([0, []]);
      expect(unread(main)).toHaveLength(2);
    });
  });
});

describe('words for a state', () => {
  test.each([
    ['canceled', 'cancelled'],
    ['deleted', 'cancelled'],
    ['Succeeded', 'succeeded'],
    ['completed', 'succeeded'],
    ['ERROR', 'failed'],
    ['expired', 'failed'],
  ])('%s ends the watch as %s', async (word, status) => {
    const platform = await platformOf({ life: ['running', word], more: () => ({ fine_tuned_model: 'ft:x' }) });
    const main = await step(platform);
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1', status });
    expect(main.exitCode).toBe(status === 'succeeded' ? 0 : 1);
  });
});

test.each([
  ['a moment later', 2, 'ft:late', 0],
  ['never', 1000, undefined, 1],
])('a model that is named %s', async (_, looks, model, warnings) => {
  let ended = 0;
  const platform = await platformOf({
    more: (job) => {
      ended += job.status === 'succeeded' ? 1 : 0;
      return job.status === 'succeeded' ? { fine_tuned_model: ended > looks ? 'ft:late' : '' } : {};
    },
  });
  const main = await step(platform);
  expect(main.exitCode).toBe(0);
  expect(main.outputs.fine_tuned_model).toBe(model);
  expect(main.warnings.filter((text) => text.includes('names no model'))).toHaveLength(warnings);
  expect(main.summary.includes('Trained, but the platform names no model')).toBe(warnings === 1);
});

test('wait: false with a job that has ended tells its end', async () => {
  const platform = await platformOf();
  await step(platform);
  const again = await step(platform, { wait: 'false' });
  expect(again.outputs).toMatchObject({ reused: 'true', status: 'succeeded' });
  expect(again.summary).not.toContain('Not finished yet');
});

test('a job that failed without a word is explained by its last error event', async () => {
  const platform = await platformOf({
    life: ['running', 'failed'],
    more: () => ({ error: {} }),
    events: (job) => [{ id: 'ev-1', created_at: job.created_at, level: 'error', message: 'Row 7 is too long.', type: 'message' }],
  });
  const main = await step(platform);
  expect(main.errors).toEqual([expect.stringContaining('failed: Row 7 is too long.')]);
});

test('a retrieved job that failed says why', async () => {
  const platform = await platformOf({ life: ['failed'] });
  await step(platform);
  const main = await step(platform, { operation: 'retrieve', job_id: 'ftjob-1' });
  expect(main.outputs).toMatchObject({ error_code: 'server_error', error_message: 'It broke.' });
});

test('the job that leaves the step carries no keys, and is never too large', async () => {
  const integrations = [{ type: 'wandb', wandb: { project: 'p', api_key: 'other-peoples-key-123' } }];
  const platform = await platformOf({ more: () => ({ integrations, grader: 'x'.repeat(120_000) }) });
  const main = await step(platform);
  const listed = await step(platform, { operation: 'list' });
  for (const { outputs, log, summary } of [main, listed])
    expect(JSON.stringify([outputs, log, summary])).not.toContain('other-peoples-key-123');
  expect(JSON.parse(main.outputs.job ?? '')).toMatchObject({ id: 'ftjob-1', integrations: [{ wandb: { api_key: '***' } }] });
  expect(main.warnings).toEqual([expect.stringContaining('Output job is without')]);
});

test('an old Node says so in one line', async () => {
  const platform = await platformOf();
  write(
    workspace,
    'old.cjs',
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });\n",
  );
  const main = await runAction({ workspace, inputs: {}, env: { NODE_OPTIONS: `--require ${workspace}/old.cjs` } });
  expect(main.exitCode).toBe(1);
  expect(main.errors).toEqual([expect.stringContaining('needs Node 24, and runs on 20.19.0')]);
  expect(platform.calls).toEqual([]);
});

test('a path is coded once in its link', async () => {
  const platform = await platformOf();
  write(workspace, 'my 50% train#1.jsonl', `${jsonl(many(12, chatRow))}{"a"\n`);
  const main = await step(platform, { training_file: './my 50% train#1.jsonl' });
  expect(main.summary).toContain('/my%2050%25%20train%231.jsonl#L13');
});

test('a file that arrives with other bytes is not trained on, and does not stay', async () => {
  const platform = await platformOf({ moreOfFile: { bytes: 3 } });
  const main = await step(platform);
  expect(main.errors).toEqual([expect.stringMatching(/holds 3 bytes .* was deleted again\. Look at what stands between/)]);
  expect(main.errors.join()).not.toMatch(/run again/i);
  expect([platform.files, platform.jobs]).toEqual([[], []]);
});

test('a success without a name is not handed out as a model by the next run', async () => {
  const platform = await platformOf({ more: () => ({ fine_tuned_model: null }) });
  await step(platform);
  const again = await step(platform);
  expect(again.outputs).toMatchObject({ reused: 'true', reason: expect.stringContaining('names no model') });
  expect(again.outputs).not.toHaveProperty('fine_tuned_model');
  expect(again.summary).toContain('Trained, but the platform names no model');
});

test('a name that is no plain name is said to be none', async () => {
  const platform = await platformOf({
    more: ({ status }) => (status === 'succeeded' ? { fine_tuned_model: 'ft:x";touch /tmp/y;"' } : {}),
  });
  const main = await step(platform);
  expect(main.warnings).toEqual([expect.stringMatching(/no plain name: .* put it into no script but through env/)]);
});

test('the verb cancel is content with another spelling of cancelled', async () => {
  const platform = await platformOf({
    life: ['running'],
    more: ({ status }) => (status === 'cancelled' ? { status: 'canceled' } : {}),
  });
  await step(platform, { wait: 'false' });
  const main = await step(platform, { operation: 'cancel', job_id: 'ftjob-1' });
  expect([main.exitCode, main.outputs.status]).toEqual([0, 'cancelled']);
  expect(main.log).not.toContain('will follow');
});

test('an end that was expected in the past is not spoken of', async () => {
  const platform = await platformOf({
    life: [...many(60, () => 'running'), 'succeeded'],
    more: () => ({ estimated_finish: 1_600_000_000 }),
  });
  expect((await step(platform)).log).not.toContain('expects its end');
});

test('metrics come from the result file where no event tells them; -1 is no loss', async () => {
  const platform = await platformOf({ more: () => ({ result_files: ['file-results'] }) });
  const csv = 'step,train_loss,train_accuracy,valid_loss\n1,1.3,0.675,-1\n2,1.1,0.7,1.2\n';
  platform.files.push({ id: 'file-results', filename: 'r.csv', bytes: Buffer.from(csv), created_at: 1, status: 'processed' });
  const main = await step(platform);
  expect(JSON.parse(main.outputs.metrics ?? '')).toMatchObject({ train_loss: 1.1, valid_loss: 1.2 });
  const metrics = readFileSync(path.join(path.dirname(main.outputs.report_path ?? ''), 'metrics.csv'), 'utf8');
  expect(metrics).toMatch(/^1,/m);
  expect(metrics).not.toContain('-1');
});

test('events go on while pages are full, where the server does not say whether there are more', async () => {
  const listed = many(270, (index) => ({
    id: `ev-${index}`,
    created_at: 1_790_000_000 - index,
    level: 'info',
    message: `said ${index}`,
  }));
  class Silent extends Platform {
    override answer(...[call, ...rest]: Parameters<Platform['answer']>) {
      const reply = super.answer(call, ...rest);
      return call === 'events' ? { ...reply, body: { object: 'list', data: pageIn(reply.body) } } : reply;
    }
  }
  const options = { now: told.time.now, events: () => listed };
  const platform = await startPlatform(options, new Silent(options));
  const main = await step(platform);
  await platform.close();
  expect(new Set(main.log.match(/said \d+/g)).size).toBe(270);
});

test('placeholders are no facts: a file of 0 bytes that expires at 0 is used, and used again', async () => {
  const platform = await platformOf({ moreOfFile: { bytes: 0, expires_at: 0 } });
  expect((await step(platform)).exitCode).toBe(0);
  const first = platform.jobs[0];
  if (first !== undefined) first.status = 'cancelled';
  expect((await step(platform)).exitCode).toBe(0);
  expect(platform.files).toHaveLength(1);
});

test('events without IDs and times are all told, once and in order', async () => {
  const said = ['begun', 'half', 'done'];
  const platform = await platformOf({
    events: (job) =>
      said
        .map((message, index) => ({ level: 'info', message, created_at: index === 1 ? null : job.created_at + index }))
        .toReversed(),
  });
  const main = await step(platform);
  expect(main.warnings).toEqual([]);
  expect([...main.log.matchAll(/\d\d:\d\d:\d\d (begun|half|done)/g)].map((match) => match[1])).toEqual(said);
});
