/** The log of the built action as it is followed: stages with their durations, a line an event, a sign of life when nothing happens. */
import { afterEach, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { type PlatformOptions, type RunningPlatform, startPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { storyTime } from '../support/story-time.ts';

const platforms: RunningPlatform[] = [];
afterEach(async () => {
  await Promise.all(platforms.splice(0).map((platform) => platform.close()));
});

async function logOf(options: PlatformOptions) {
  const time = storyTime();
  const platform = await startPlatform({ ...options, now: time.now });
  platforms.push(platform);
  const workspace = newFolder();
  write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
  return runAction({
    workspace,
    inputs: {
      model: 'gpt-4.1-mini-2025-04-14',
      training_file: 'train.jsonl',
      base_url: platform.url,
      api_key: 'k',
      artifact_name: '',
      poll_interval_seconds: '60',
      price_per_million_tokens: '5',
    },
    time,
  });
}

test('stages in groups with their durations, the plan before acting, the job at once, a line an event, a heartbeat', async () => {
  const metrics = (step: number) => ({
    id: `ev-${step}`,
    object: 'fine_tuning.job.event',
    created_at: 1_700_000_000 + step,
    level: 'info',
    type: 'metrics',
    message: `Step ${step}/90`,
    data: { step, total_steps: 90, train_loss: 3 / step },
  });
  const { log, exitCode, summary } = await logOf({
    life: ['queued', ...many(24, () => 'running'), 'succeeded'],
    events: () => [metrics(2), metrics(1)],
  });
  expect(exitCode).toBe(0);
  const lines = log.split('\n').filter((line) => line !== '' && !/^::(add-mask|debug)::/.test(line));
  const shape = [
    /^::group::Check the data$/,
    /^training_file: train\.jsonl: 12 chat rows, /,
    /^Expected: [\d,]+ tokens over \d+ epochs/,
    /^::endgroup::$/,
    /^Check the data: done in /,
    /^Plan: create, because /,
    /^::group::Send the data$/,
    /^Uploaded /,
    /^::endgroup::$/,
    /^Send the data: done in /,
    /^Created: job ftjob-1 \(validating_files\)/,
    /^::group::Watch ftjob-1$/,
    /^Job ftjob-1 is validating_files\.$/,
    /^Job ftjob-1 is running \(was \w+\)\.$/,
    /^22:13:21 step {2}1\/90 \(1 %\) · loss 3$/,
    /^22:13:22 step {2}2\/90 \(2 %\) · loss 1\.5 · about 1 min 28 s left$/,
    /^Still running after \d+ min/,
    /^Still running after \d+ min/,
    /^Job ftjob-1 has succeeded \(was running\)\.$/,
    /^::endgroup::$/,
    /^Watch ftjob-1: done in \d+ min/,
    /^The model is ft:\S+\. 1,000 tokens trained in 1 min from creation to end\.$/,
  ];
  let at = 0;
  for (const line of lines) if (at < shape.length && shape[at]?.test(line)) at += 1;
  expect([at, shape[at]]).toEqual([shape.length, undefined]);
  expect(summary).toContain('| **1,000**<br>');
});

test('a job that fails ends in one line with its cause and what to do; the summary has them side by side', async () => {
  const { log, errors, summary, exitCode } = await logOf({ life: ['failed'] });
  expect(exitCode).toBe(1);
  expect(errors).toEqual([
    'Job ftjob-1 failed (server_error): It broke. The fault is the platform’s. Run again. A failed job is not taken up again: the next create makes a new one.',
  ]);
  expect(log.trimEnd().split('\n').at(-1)).toMatch(/^::error::/);
  expect(summary).toMatch(/> \*\*Cause:\*\* .*It broke.*\n>\n> \*\*What to do:\*\* The fault is the platform/);
});
