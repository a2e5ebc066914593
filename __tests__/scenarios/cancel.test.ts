import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { type PlatformOptions, paidFor, type RunningPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories({ life: ['running'] });
const { platformOf } = told;

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));

function step(platform: RunningPlatform, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> {
  return runAction({
    workspace,
    time: told.time,
    ...more,
    inputs: {
      model: 'gpt-4.1-mini-2025-04-14',
      training_file: 'train.jsonl',
      base_url: platform.url,
      api_key: 'k',
      artifact_name: '',
      poll_interval_seconds: '1',
      ...inputs,
    },
  });
}

/** Sends a signal when the log first shows this: that the job runs. */
function whenRunning(signal: NodeJS.Signals, shown = /is running/): Partial<Run> {
  let sent = false;
  return {
    onLine: (line, child) => {
      if (sent || !shown.test(line)) return;
      sent = true;
      child.kill(signal);
    },
  };
}
/** What the step kept for its post step. */
const leftBy = (main: Outcome, step = 'fine_tune') => JSON.parse(main.state[`job_of_${step}`] ?? '{}');
const postOf = (main: Outcome, platform: RunningPlatform, inputs: Run['inputs'] = {}) =>
  step(platform, inputs, { state: main.state });

describe('the workflow run is cancelled', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s: the job that this run created is cancelled, the step says so',
    async (signal) => {
      const platform = await platformOf();
      const main = await step(platform, {}, whenRunning(signal));
      expect(main.exitCode).toBe(1);
      expect(main.errors).toEqual(['The run was cancelled. Job ftjob-1 is cancelled.']);
      expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
      expect(main.outputs).toMatchObject({ job_id: 'ftjob-1' });
      expect(main.summary).toContain('⏹️ Cancelled');
      // The post step has nothing left to do.
      const post = await postOf(main, platform, { job_status: 'cancelled' });
      expect(post.exitCode).toBe(0);
      expect(platform.calls.filter((call) => call === 'cancel')).toHaveLength(1);
    },
  );

  test('on_cancel: detach leaves it running', async () => {
    const platform = await platformOf();
    const main = await step(platform, { on_cancel: 'detach' }, whenRunning('SIGINT'));
    expect(main.exitCode).toBe(1);
    expect(main.errors).toEqual([expect.stringContaining('runs on (on_cancel: detach)')]);
    expect(platform.jobs[0]?.status).toBe('running');
    await postOf(main, platform, { on_cancel: 'detach', job_status: 'cancelled' });
    expect(platform.calls).not.toContain('cancel');
  });

  test('a job that was attached to is left alone, unless on_cancel is written out', async () => {
    const platform = await platformOf();
    await step(platform, { wait: 'false' });
    const attached = await step(platform, {}, whenRunning('SIGINT'));
    expect(attached.outputs.reused).toBe('true');
    expect(attached.errors).toEqual([expect.stringContaining('was not created by this run and runs on')]);
    expect(platform.jobs[0]?.status).toBe('running');
    const written = await step(platform, { on_cancel: 'cancel' }, whenRunning('SIGINT'));
    expect(written.errors).toEqual([expect.stringContaining('is cancelled')]);
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('a step that is killed before it could act: its post step cancels the job', async () => {
    const platform = await platformOf();
    const main = await step(platform, {}, whenRunning('SIGKILL'));
    expect(main.exitCode).toBeNull();
    expect(main.state.isPost).toBe('true');
    expect(leftBy(main)).toMatchObject({ jobId: 'ftjob-1', phase: 'created' });
    const post = await postOf(main, platform, { job_status: 'cancelled' });
    expect(post.exitCode).toBe(0);
    expect(post.log).toContain('Job ftjob-1 is cancelled, because the workflow run was cancelled.');
    expect(platform.jobs[0]?.status).toBe('cancelled');
  });

  test('killed while the creation was under way: the post step finds the job by its fingerprint', async () => {
    let kill: (() => void) | undefined;
    const platform = await platformOf({ onCall: (call) => (call === 'create' ? kill?.() : undefined) });
    const main = await step(platform, {}, { onLine: (_, child) => (kill = () => child.kill('SIGKILL')) });
    expect(leftBy(main)).toMatchObject({ phase: 'creating' });
    expect(leftBy(main)).not.toHaveProperty('jobId');
    const post = await postOf(main, platform, { job_status: 'cancelled' });
    expect(post.log).toContain('Job ftjob-1 is cancelled');
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });
});

describe('the net is stronger than what it secures', () => {
  const unavailable = { when: 'before', how: { status: 503 } } as const;

  test.each(['SIGINT', 'on_timeout: cancel'])('%s, and the cancel fails: the post step goes on cancelling', async (how) => {
    let strike = 1000;
    const platform = await platformOf({
      fault: (call) => {
        strike -= call === 'cancel' ? 1 : 0;
        return call === 'cancel' && strike >= 0 ? unavailable : undefined;
      },
    });
    const timeout = how === 'SIGINT' ? {} : { timeout_minutes: '0.05', on_timeout: 'cancel' };
    const main = await step(platform, timeout, how === 'SIGINT' ? whenRunning('SIGINT') : {});
    expect(main.errors).toEqual([expect.stringContaining('could not be cancelled and may still run')]);
    expect(leftBy(main)).toMatchObject({ phase: 'cancelling' });
    // For another half a minute the server is still away.
    strike = 5;
    const post = await postOf(main, platform, { ...timeout, job_status: how === 'SIGINT' ? 'cancelled' : 'failure' });
    expect(post.warnings).toEqual([]);
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('on_timeout: cancel, and the step is killed while it cancels: the post step goes on cancelling', async () => {
    let kill: (() => void) | undefined;
    const platform = await platformOf({
      fault: (call, number) => (call === 'cancel' && number === 1 ? unavailable : undefined),
      onCall: (call) => (call === 'cancel' ? kill?.() : undefined),
    });
    const timeout = { timeout_minutes: '0.05', on_timeout: 'cancel' };
    const main = await step(platform, timeout, {
      onLine: (_, child) => {
        kill = () => void child.kill('SIGKILL');
      },
    });
    expect(main.exitCode).toBeNull();
    kill = undefined;
    await postOf(main, platform, { ...timeout, job_status: 'failure' });
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('a cancel whose answer was lost is looked into when the second is refused', async () => {
    const platform = await platformOf({
      fault: (call, number) => (call === 'cancel' && number === 1 ? { when: 'after', how: 'reset' } : undefined),
    });
    const main = await step(platform, {}, whenRunning('SIGINT'));
    expect(main.errors).toEqual(['The run was cancelled. Job ftjob-1 is cancelled.']);
    expect(leftBy(main)).toMatchObject({ phase: 'ended' });
  });

  test('the post step needs none of the files that the main step read', async () => {
    write(workspace, 'method.yml', 'type: supervised\n');
    const platform = await platformOf();
    const main = await step(platform, { method: 'method.yml' }, whenRunning('SIGKILL'));
    const post = await postOf(main, platform, { method: 'gone.yml', training_file: 'gone.jsonl', job_status: 'cancelled' });
    expect(post.warnings).toEqual([]);
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test.each<[string, Run['inputs']]>([
    ['attached to', {}],
    ['watched', { operation: 'wait', job_id: 'ftjob-1' }],
  ])(
    'a job that was %s is cancelled by the post step where on_cancel: cancel is written out, and only there',
    async (_, inputs) => {
      const platform = await platformOf();
      await step(platform, { wait: 'false' });
      const plain = await step(platform, inputs, whenRunning('SIGKILL', /Watch ftjob-1/));
      await postOf(plain, platform, { ...inputs, job_status: 'cancelled' });
      expect(platform.jobs[0]?.status).not.toBe('cancelled');
      const written = { ...inputs, on_cancel: 'cancel' };
      const main = await step(platform, written, whenRunning('SIGKILL', /Watch ftjob-1/));
      await postOf(main, platform, { ...written, job_status: 'cancelled' });
      expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
    },
  );

  test('a job of another run with the same fingerprint is not cancelled', async () => {
    const platform = await platformOf({
      fault: (call, number) =>
        call === 'create' && number === 1
          ? { when: 'before', how: { status: 429, headers: { 'retry-after': '600' } } }
          : undefined,
    });
    const main = await step(
      platform,
      {},
      { onLine: (line, child) => void (/failed with 429/.test(line) && child.kill('SIGKILL')) },
    );
    const other = await step(platform, { wait: 'false' }, { env: { GITHUB_RUN_ID: '222' } });
    expect(other.outputs).toMatchObject({ job_id: 'ftjob-1', reused: 'false' });
    expect(leftBy(main)).toMatchObject({ phase: 'creating' });
    await postOf(main, platform, { job_status: 'cancelled' });
    expect(platform.calls).not.toContain('cancel');
    expect(platform.jobs[0]?.status).not.toBe('cancelled');
  });

  test('a creation that was refused leaves nothing for the post step', async () => {
    const platform = await platformOf({
      fault: (call) =>
        call === 'create' ? { when: 'before', how: { status: 400, body: '{"error":{"message":"no"}}' } } : undefined,
    });
    const main = await step(platform);
    expect(leftBy(main)).toMatchObject({ phase: 'ended' });
    const before = platform.calls.length;
    const post = await postOf(main, platform, { job_status: 'failure' });
    expect(post.log).not.toContain('takes it up again');
    expect(platform.calls).toHaveLength(before);
  });

  test('a job that someone else cancelled leaves nothing either', async () => {
    const platform = await platformOf({ life: ['running', 'cancelled'] });
    const main = await step(platform);
    const post = await postOf(main, platform, { job_status: 'failure' });
    expect(post.log).not.toContain('takes it up again');
  });

  test('an action that is used twice in a composite loses neither job', async () => {
    const platform = await platformOf();
    const first = await step(platform, {}, { ...whenRunning('SIGKILL'), env: { GITHUB_ACTION: 'first' } });
    const second = await step(platform, { wait: 'false', suffix: 'other' }, { env: { GITHUB_ACTION: 'second' } });
    // The runner gives both post steps what both kept.
    const state = { ...first.state, ...second.state };
    await step(platform, { job_status: 'cancelled' }, { state });
    expect(platform.jobs.map(({ status }) => status === 'cancelled')).toEqual([true, false]);
  });
});

describe('someone else cancels the job', () => {
  test('one that this run created is not created anew', async () => {
    const platform = await platformOf({ life: ['running', 'cancelled'] });
    const main = await step(platform);
    expect(main.errors).toEqual(['Job ftjob-1 was cancelled by someone else. Run the workflow again to create it anew.']);
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1', status: 'cancelled', reused: 'false', error_code: 'cancelled' });
    expect(platform.jobs).toHaveLength(1);
  });

  test('one that was taken up is looked for once more, and created where there is none', async () => {
    const platform = await platformOf();
    await step(platform, { wait: 'false' });
    let onwards = false;
    const main = await step(
      platform,
      { delete_files: 'after_success' },
      {
        onLine: (line) => {
          const [first, second] = platform.jobs;
          if (!onwards && first !== undefined && /ftjob-1 is running/.test(line)) first.status = 'cancelled';
          if (second !== undefined && /ftjob-2 is running/.test(line)) second.life.push('succeeded');
          onwards ||= first?.status === 'cancelled';
        },
      },
    );
    expect(main).toMatchObject({ exitCode: 0, errors: [] });
    expect(main.log).toContain('Job ftjob-1 was cancelled by someone else; looking once more.');
    expect(main.outputs).toMatchObject({
      job_id: 'ftjob-2',
      status: 'succeeded',
      reused: 'false',
      reason: 'an identical job was cancelled',
    });
    // The file of the first job was found again, so it is none that this run has sent.
    expect(platform.calls).not.toContain('delete file');
    expect(paidFor(platform.jobs)).toBe(1);
  });
});

describe('cancelled while the creation is under way', () => {
  const interrupted = async (options: PlatformOptions) => {
    let interrupt: (() => void) | undefined;
    const platform = await platformOf({ ...options, onCall: (call) => (call === 'create' ? interrupt?.() : undefined) });
    const main = await step(
      platform,
      {},
      {
        onLine: (_, child) =>
          (interrupt = () => {
            child.kill('SIGINT');
            // As the runner does it.
            told.time.after(7500, () => child.kill('SIGKILL'));
          }),
      },
    );
    return { platform, main };
  };

  test('an answer that comes is awaited, and its job cancelled', async () => {
    const { platform, main } = await interrupted({});
    expect(main.errors).toEqual(['The run was cancelled. Job ftjob-1 is cancelled.']);
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });

  test('an answer that does not come in time is left to the post step, which finds the job though lists lag', async () => {
    const hang = { when: 'after', how: 'hang' } as const;
    const { platform, main } = await interrupted({
      fault: (call) => (call === 'create' ? hang : undefined),
      listLag: 6000,
    });
    expect(main).toMatchObject({ exitCode: 1, state: { cancelled: 'true' } });
    expect(leftBy(main)).toMatchObject({ phase: 'creating' });
    expect(platform.jobs.map(({ status }) => status)).toEqual(['validating_files']);
    const post = await postOf(main, platform, { job_status: 'cancelled' });
    expect(post.log).toContain('Job ftjob-1 is cancelled, because the workflow run was cancelled.');
    expect(platform.jobs.map(({ status }) => status)).toEqual(['cancelled']);
  });
});

describe('the step crashes', () => {
  test('its job runs on, the post step says so, and the re-run takes it up', async () => {
    const platform = await platformOf();
    const main = await step(platform, {}, whenRunning('SIGKILL'));
    const post = await postOf(main, platform, { job_status: 'failure' });
    expect(post.log).toContain('a re-run takes it up again instead of paying twice');
    expect(platform.jobs[0]?.status).toBe('running');
    platform.jobs[0]?.life.push('succeeded');
    const again = await step(platform);
    expect(again.exitCode).toBe(0);
    expect(again.outputs).toMatchObject({ job_id: 'ftjob-1', reused: 'true', status: 'succeeded' });
    expect(platform.calls.filter((call) => call === 'create')).toHaveLength(1);
    expect(paidFor(platform.jobs)).toBe(1);
  });
});

describe('the time is over', () => {
  const brief = { timeout_minutes: '0.05' };
  test.each([
    ['fail', 1, 'running', 'goes on watching'],
    ['cancel', 1, 'cancelled', 'is cancelled'],
    ['detach', 0, 'running', ''],
  ])('on_timeout: %s', async (on_timeout, exitCode, status, words) => {
    const platform = await platformOf();
    const main = await step(platform, { ...brief, on_timeout });
    expect(main.exitCode).toBe(exitCode);
    expect(main.errors.join()).toContain(words);
    expect(main.errors).toHaveLength(exitCode);
    expect(platform.jobs[0]?.status).toBe(status);
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1' });
  });
});
