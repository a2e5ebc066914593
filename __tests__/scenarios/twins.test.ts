/** One job is left to be paid for, whatever races, lags, lies or comes late; and nobody's job is touched but one's own. */
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { type Fault, paidFor, type RunningPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories();
const { platformOf } = told;

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));

function step(platform: RunningPlatform, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> {
  const on = { model: 'm-1', training_file: 'train.jsonl', base_url: platform.url, api_key: 'k', artifact_name: '' };
  return runAction({ workspace, time: told.time, ...more, inputs: { ...on, ...inputs } });
}
const run = (id: string, more: Record<string, string> = {}): Partial<Run> => ({
  env: { GITHUB_RUN_ID: id, ...more },
  temp: newFolder('temp-'),
});
const creates = ({ calls }: RunningPlatform) => calls.filter((call) => call === 'create').length;

/** What our own job carries, in a job that somebody else is said to have. */
function twinOf(platform: RunningPlatform, id: string, more: Record<string, string>, status = 'running'): void {
  const [own] = platform.jobs;
  if (own === undefined) throw new Error('There is no job yet.');
  platform.jobs.push({ ...own, id, status, life: [], created_at: own.created_at - 5, metadata: { ...own.metadata, ...more } });
}

describe('racing runs', () => {
  test.each([1000, 4000, 14_000])('that do not wait, while lists lag %d ms: one job is left', async (listLag) => {
    const platform = await platformOf({ listLag, life: many(200, () => 'running') });
    const both = await Promise.all(['1', '2'].map((id) => step(platform, { wait: 'false' }, run(id))));
    expect(both.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(new Set(both.map(({ outputs }) => outputs.job_id)).size).toBe(1);
    expect(paidFor(platform.jobs)).toBe(1);
  });

  test.each([1000, 14_000])('with jobs of a few looks, while lists lag %d ms: one job is left', async (listLag) => {
    const platform = await platformOf({ listLag, life: [...many(12, () => 'running'), 'succeeded'] });
    const both = await Promise.all(['1', '2'].map((id) => step(platform, {}, run(id))));
    expect(new Set(both.map(({ outputs }) => outputs.fine_tuned_model)).size).toBe(1);
    expect(paidFor(platform.jobs)).toBe(1);
  });

  test('a twin that has succeeded wins over one that still runs', async () => {
    let told = false;
    const platform = await platformOf({
      life: many(50, () => 'running'),
      onCall: (call, number) => {
        if (call !== 'job' || number < 3 || told) return;
        told = true;
        twinOf(platform, 'ftjob-twin', { finetune_action_run: '2/1 train' }, 'succeeded');
      },
    });
    const main = await step(platform, {}, run('1'));
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-twin', reused: 'true', fine_tuned_model: 'ft:m-1:org::ftjob-twin' });
    expect(platform.jobs[0]?.status).toBe('cancelled');
  });

  test('a twin that is seen when our job has ended is cancelled, and ours is kept', async () => {
    const platform = await platformOf({
      life: ['succeeded'],
      onCall: (call) => {
        if (call === 'checkpoints') twinOf(platform, 'ftjob-twin', { finetune_action_run: '2/1 train' });
      },
    });
    const main = await step(platform);
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1', reused: 'false' });
    expect(platform.jobs.map(({ status }) => status)).toEqual(['succeeded', 'cancelled']);
  });

  test('a twin of another repository is watched instead, and never cancelled', async () => {
    const platform = await platformOf({
      life: [...many(5, () => 'running'), 'succeeded'],
      onCall: (call, number) => {
        if (call === 'job' && number === 2) twinOf(platform, 'ftjob-theirs', { finetune_action_repository: 'acme/billing' });
        if (call === 'job' && number === 12)
          for (const job of platform.jobs) if (job.status === 'running') job.status = 'succeeded';
      },
    });
    const main = await step(platform);
    expect(main.outputs.job_id).toBe('ftjob-theirs');
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled', 'succeeded']);
  });
});

describe('a creation that is refused after it was done', () => {
  test.each<[string, Fault['how']]>([
    ['429', { status: 429 }],
    ['409', { status: 409 }],
    ['499', { status: 499 }],
    ['303', { status: 303, headers: { location: '/v1/fine_tuning/jobs/ftjob-1' } }],
  ])('%s: the job is found before anything is asked again', async (_, how) => {
    const platform = await platformOf({
      fault: (call, number) => (call === 'create' && number === 1 ? { when: 'after', how } : undefined),
    });
    const main = await step(platform);
    expect(main.outputs).toMatchObject({ status: 'succeeded', job_id: 'ftjob-1' });
    expect([creates(platform), platform.jobs.length]).toEqual([1, 1]);
  });

  test('an identical job that failed before is not taken for the one whose answer was lost', async () => {
    const platform = await platformOf({
      fault: (call, number) => (call === 'create' && number === 2 ? { when: 'after', how: 'reset' } : undefined),
    });
    await step(platform, { wait: 'false' });
    for (const job of platform.jobs) job.status = 'failed';
    const main = await step(platform);
    expect(main.outputs).toMatchObject({ status: 'succeeded', job_id: 'ftjob-2' });
    expect(creates(platform)).toBe(2);
  });

  test('an answer that names a job which was there before is not believed', async () => {
    const platform = await platformOf({ forgetsMetadata: true, nameShown: (_, id) => `${id}.jsonl` });
    await step(platform, { wait: 'false' });
    const [old] = platform.jobs;
    const body = JSON.stringify({ id: old?.id, object: 'fine_tuning.job', status: 'running', model: 'm-1' });
    const lying = await platformOf({
      forgetsMetadata: true,
      nameShown: (_, id) => `${id}.jsonl`,
      fault: (call) => (call === 'create' ? { when: 'after', how: { status: 200, body } } : undefined),
    });
    lying.jobs.push(...platform.jobs);
    lying.files.push(...platform.files);
    const main = await step(lying, { reuse: 'false' });
    expect(main.errors.join()).toMatch(/answer to the create call was lost, and the job ftjob-2/);
    expect(lying.jobs[0]?.status).not.toBe('cancelled');
  });
});

test('an answer that names the job of another is not believed: theirs is left, and ours is found', async () => {
  const theirs = { id: 'ftjob-theirs', object: 'fine_tuning.job', status: 'running', model: 'm-1' };
  const metadata = { finetune_action_fingerprint: 'f'.repeat(64) };
  const body = JSON.stringify({ ...theirs, metadata });
  const platform = await platformOf({
    fault: (call) => (call === 'create' ? { when: 'after', how: { status: 200, body } } : undefined),
  });
  const job = { ...theirs, created_at: Math.floor(told.time.now() / 1000), metadata, life: many(400, () => 'running') };
  platform.jobs.push({ ...job, body: { model: 'm-1', training_file: 'file-x' } });
  const main = await step(platform);
  expect(main.outputs).toMatchObject({ status: 'succeeded', job_id: 'ftjob-2' });
  expect(creates(platform)).toBe(1);
  expect(platform.jobs[0]?.status).toBe('running');
});

test('time that is over before the job exists: nothing is created', async () => {
  let looks = 0;
  const platform = await platformOf({
    moreOfFile: {
      get status() {
        looks += 1;
        return looks < 6 ? 'pending' : 'processed';
      },
    },
  });
  const main = await step(platform, { timeout_minutes: '0.1' });
  expect(main.exitCode).toBe(1);
  expect(main.errors.join()).toMatch(/nothing was created|cannot be used/);
  expect(creates(platform)).toBe(0);
});

describe('only one’s own', () => {
  test('the post step leaves a job that says that another run asked for it', async () => {
    const platform = await platformOf({ life: many(50, () => 'running') });
    let sent = false;
    const main = await step(
      platform,
      {},
      {
        onLine: (line, child) => {
          if (!sent && /is running/.test(line)) sent = child.kill('SIGKILL');
        },
      },
    );
    const [job] = platform.jobs;
    if (job?.metadata) job.metadata.finetune_action_run = '222/1 train';
    const post = await step(platform, { job_status: 'cancelled' }, { state: main.state });
    expect(post.warnings.join()).toContain('says that another run asked for it, so it was not cancelled');
    expect(job?.status).toBe('running');
  });

  test('a commit that comes 100 s after the run was cancelled is still found, and cancelled', async () => {
    let kill: (() => void) | undefined;
    const platform = await platformOf({
      fault: (call) => (call === 'create' ? { when: 'before', how: 'hang' } : undefined),
      onCall: (call) => {
        if (call === 'create') kill?.();
      },
    });
    const elsewhere = await platformOf({ life: many(50, () => 'running') });
    await step(elsewhere, { wait: 'false' });
    const [late] = elsewhere.jobs;
    const main = await step(
      platform,
      {},
      {
        onLine: (_, child) => {
          kill ??= () => void child.kill('SIGINT');
        },
      },
    );
    const from = told.time.now();
    const list = platform.jobs;
    const watching = setInterval(() => {
      if (late !== undefined && list.length === 0 && told.time.now() - from > 100_000) list.push({ ...late });
    }, 5);
    const post = await step(platform, { job_status: 'cancelled' }, { state: main.state });
    clearInterval(watching);
    expect(list.map(({ status }) => status)).toEqual(['cancelled']);
    expect(post.log).toContain('is cancelled, because the workflow run was cancelled');
  });

  test('delete_files: a file that another live job trains on is kept', async () => {
    const platform = await platformOf({
      onCall: (call) => {
        if (call === 'checkpoints') twinOf(platform, 'ftjob-other', { finetune_action_fingerprint: 'f'.repeat(64) }, 'queued');
      },
    });
    const main = await step(platform, { delete_files: 'after_success' });
    expect(main.log).toContain('is kept: another job trains on it');
    expect(platform.calls).not.toContain('delete file');
    for (const job of platform.jobs) job.status = 'succeeded';
  });
});

describe('a workflow that is called twice in a run', () => {
  const calls = (platform: RunningPlatform, inputs: Run['inputs']) =>
    Promise.all(['11', '12'].map((check) => step(platform, { ...inputs, job_check_run_id: check }, run('7'))));

  test('without reuse each call gets a job of its own', async () => {
    const platform = await platformOf();
    const both = await calls(platform, { reuse: 'false' });
    expect(both.map(({ outputs }) => outputs.reused)).toEqual(['false', 'false']);
    expect(platform.jobs.map(({ status }) => status)).toEqual(['succeeded', 'succeeded']);
  });

  test('and a re-run of one of them takes up its job instead of paying again', async () => {
    const platform = await platformOf();
    await step(platform, { reuse: 'false', job_check_run_id: '11' }, run('7'));
    const again = await step(platform, { reuse: 'false', job_check_run_id: '21' }, run('7', { GITHUB_RUN_ATTEMPT: '2' }));
    expect(again.outputs).toMatchObject({ reused: 'true', job_id: 'ftjob-1', reason: expect.stringMatching(/identical job/) });
  });

  test('with reuse both get the same one', async () => {
    const platform = await platformOf({ life: [...many(5, () => 'running'), 'succeeded'] });
    const both = await calls(platform, {});
    expect(new Set(both.map(({ outputs }) => outputs.job_id)).size).toBe(1);
    expect(paidFor(platform.jobs)).toBe(1);
  });
});
