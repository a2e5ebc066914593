/** A job that is paid for is not given up for one bad answer, and no longer watched than it exists. */
import { expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import type { Fault, RunningPlatform } from '../support/platform.ts';
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
const html = { status: 403, headers: { 'content-type': 'text/html' }, body: '<html>Just a moment</html>' };

test.each<[string, Fault['how'], number]>([
  ['401', { status: 401, body: '{"error":{"message":"expired"}}' }, 6],
  ['a 403 of a proxy', html, 3],
  ['a long time to wait', { status: 429, headers: { 'retry-after': '7200' } }, 1],
  ['an outage of half an hour', { status: 502 }, 35],
])('%s while the job runs is borne', async (_, how, times) => {
  const platform = await platformOf({
    life: [...many(4, () => 'running'), 'succeeded'],
    fault: (call, number) => (call === 'job' && number > 2 && number <= 2 + times ? { when: 'before', how } : undefined),
  });
  const main = await step(platform);
  expect(main.errors).toEqual([]);
  expect(main.outputs).toMatchObject({ job_id: 'ftjob-1', status: 'succeeded' });
});

test('a key that is refused to the end: warned once, the job runs on, and how to go on is said', async () => {
  const platform = await platformOf({
    life: ['running'],
    fault: (call, number) => (call === 'job' && number > 2 ? { when: 'before', how: { status: 401 } } : undefined),
  });
  const main = await step(platform, { timeout_minutes: '30' });
  expect(main.warnings.filter((text) => text.includes('refused again and again'))).toHaveLength(1);
  expect(main.errors).toEqual([expect.stringMatching(/it runs on.*operation: wait/)]);
  expect(platform.jobs[0]?.status).toBe('running');
});

test('a job that is gone is given up in minutes', async () => {
  const platform = await platformOf({
    life: ['running'],
    fault: (call, number) => (call === 'job' && number > 2 ? { when: 'before', how: 'vanished' } : undefined),
  });
  const began = told.time.now();
  const main = await step(platform);
  expect(main.errors.join()).toContain('404');
  expect(told.time.now() - began).toBeLessThan(5 * 60_000);
});

test('when a token ends before the step may, that is said at the start', async () => {
  const platform = await platformOf();
  const claims = Buffer.from(JSON.stringify({ exp: Math.floor(told.time.now() / 1000) + 3600 })).toString('base64url');
  const main = await step(platform, { api_key: `eyJhbGciOiJub25lIn0.${claims}.x` });
  expect(main.warnings).toEqual([expect.stringMatching(/ends in (59|60) min, and timeout_minutes is 330/)]);
  expect(main.exitCode).toBe(0);
});

test.each([
  ['fail', 1],
  ['detach', 0],
])('a job that was paused is not waited for by a paid runner, nor resumed: on_timeout %s', async (on_timeout, exitCode) => {
  const platform = await platformOf({ life: ['running', ...many(400, () => 'paused' as const)] });
  const ended = await step(platform, { on_timeout });
  expect(ended).toMatchObject({ exitCode, outputs: { status: 'paused' } });
  expect(`${ended.log}`).toContain('operation: resume with job_id: ');
  expect(ended.summary).toContain('The job is paused');
  expect(platform.jobs.map(({ status }) => status)).toEqual(['paused']);
});

test('a job that ended under an unknown word: said once, the step ends, and a re-run pays for no other', async () => {
  const platform = await platformOf({
    life: ['running', 'wound_up'],
    more: ({ status, created_at }) => (status === 'wound_up' ? { finished_at: created_at } : {}),
  });
  for (const attempt of [1, 2]) {
    const main = await step(platform, { on_timeout: 'detach' });
    expect(main.exitCode).toBe(1);
    expect(main.errors).toEqual([expect.stringMatching(/ftjob-1 says that it ended at .*"wound_up"/)]);
    expect(main.warnings.filter((text) => text.includes('wound_up'))).toHaveLength(1);
    expect(main.outputs).toMatchObject({ job_id: 'ftjob-1', reused: String(attempt === 2) });
    expect(main.summary).toContain('The job has ended, and it is not known how');
    expect(main.summary).not.toContain('operation: wait');
  }
  expect(platform.jobs).toHaveLength(1);
});
