/** What a step says where nothing is wrong with the data: once, and of the case that it is in. */
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import type { PlatformJob, PlatformOptions, RunningPlatform } from '../support/platform.ts';
import { stories } from '../support/stories.ts';

const told = stories();

/** A platform that knows one job. */
async function platformWith(job: Partial<PlatformJob>, options: PlatformOptions = {}): Promise<RunningPlatform> {
  const platform = await told.platformOf(options);
  const body = { model: 'm-1', training_file: 'file-0' };
  platform.jobs.push({ id: 'ftjob-a', created_at: 1_700_000_000, metadata: {}, body, status: 'running', life: [], ...job });
  return platform;
}
const step = ({ url }: RunningPlatform, inputs: Run['inputs'], more: Partial<Run> = {}): Promise<Outcome> =>
  runAction({
    time: told.time,
    ...more,
    inputs: { base_url: url, api_key: 'k', artifact_name: '', job_id: 'ftjob-a', ...inputs },
  });

test('operation: wait with wait: false waits, and says so', async () => {
  const platform = await platformWith({ life: ['succeeded'] });
  const { exitCode, warnings } = await step(platform, { operation: 'wait', wait: 'false' });
  expect(exitCode).toBe(0);
  expect(warnings).toEqual([expect.stringMatching(/^Input wait is false, and operation: wait waits all the same\./)]);
});

test('a folder for the report that is not there is said once', async () => {
  const platform = await platformWith({ status: 'succeeded' });
  const { exitCode, warnings, outputs } = await step(platform, { operation: 'retrieve' }, { temp: `${newFolder()}/gone` });
  expect([exitCode, outputs.status]).toEqual([0, 'succeeded']);
  expect(warnings).toHaveLength(1);
});

describe('a server without events or checkpoints', () => {
  test.each([
    ['list_events', 'events', 'The server does not show the events of this job.'],
    ['list_checkpoints', 'checkpoints', 'The server does not show the checkpoints of this job.'],
  ])('%s is not told that there is no such job', async (operation, lacks, words) => {
    const fault: PlatformOptions['fault'] = (call) => (call === lacks ? { when: 'before', how: { status: 404 } } : undefined);
    const { errors } = await step(await platformWith({}, { fault }), { operation });
    expect(errors).toEqual([expect.stringContaining(words)]);
    expect(errors.join()).not.toContain('no such job');
  });
});

test('a time to wait until is reckoned by the server’s own clock', async () => {
  const hour = 3_600_000;
  const fault: PlatformOptions['fault'] = (call, number) =>
    call === 'job' && number === 1
      ? {
          when: 'before',
          how: {
            status: 429,
            headers: {
              date: new Date(told.time.now() + hour).toUTCString(),
              'retry-after': new Date(told.time.now() + hour + 4000).toUTCString(),
            },
          },
        }
      : undefined;
  const { log, exitCode } = await step(await platformWith({ status: 'succeeded' }, { fault }), { operation: 'retrieve' });
  expect(exitCode).toBe(0);
  expect(log).toMatch(/Trying again in [45] s\./);
});
