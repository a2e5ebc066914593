/** What Azure's data plane has of its own, as a workflow meets it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { paidFor, type RunningPlatform, startPlatform } from '../support/platform.ts';
import { Azure, type AzureOptions, KEY } from '../support/platforms/azure.ts';
import { chatRow, jsonl, many, reinforcementRow, write } from '../support/rows.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';

let time: StoryTime;
const running: RunningPlatform[] = [];
beforeEach(() => {
  time = storyTime();
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
});

async function start(options: AzureOptions = {}): Promise<RunningPlatform> {
  const all = { now: time.now, ...options };
  const platform = await startPlatform(all, new Azure(all));
  running.push(platform);
  return platform;
}

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
write(workspace, 'graded.jsonl', jsonl(many(12, reinforcementRow)));
const step = ({ url }: RunningPlatform, inputs: Run['inputs'] = {}): Promise<Outcome> =>
  runAction({
    workspace,
    time,
    inputs: {
      provider: 'azure',
      base_url: url,
      api_key: KEY,
      model: 'gpt-4.1-mini-2025-04-14',
      training_file: 'train.jsonl',
      artifact_name: '',
      ...inputs,
    },
  });

describe('an open model', () => {
  const model = 'Qwen3-32B';
  test('without trainingType: said before the create, and Azure’s misleading answer is explained', async () => {
    const platform = await start();
    const { errors, warnings } = await step(platform, { model });
    expect(warnings.join()).toContain('Write extra_body: {trainingType: GlobalStandard}');
    expect(errors.join()).toMatch(/does not support fine-tuning\. .*trainingType is missing/);
    expect(platform.jobs).toEqual([]);
  });
  test('with it: trained, and the field stands where Azure wants it', async () => {
    const platform = await start();
    const { errors, warnings } = await step(platform, { model, extra_body: '{trainingType: GlobalStandard}' });
    expect([errors, warnings]).toEqual([[], []]);
    expect(platform.exchanges.find(({ path, method }) => method === 'POST' && path === '/fine_tuning/jobs')?.sent).toMatchObject({
      model,
      trainingType: 'GlobalStandard',
    });
    expect(platform.faults).toEqual([]);
  });
});

test('metadata that are not shown: the same job is found by its file, and paid for once', async () => {
  const platform = await start({ echoesMetadata: false });
  const first = await step(platform);
  const again = await step(platform);
  expect([again.errors, again.outputs.job_id, again.outputs.reused]).toEqual([[], first.outputs.job_id, 'true']);
  expect(paidFor(platform.jobs)).toBe(1);
});

test('a file that is pending for a while is waited for, and nothing goes to a route that Azure lacks', async () => {
  const platform = await start({ fileWaits: 6 });
  expect((await step(platform)).errors).toEqual([]);
  expect(platform.exchanges.filter(({ path }) => path.startsWith('/uploads'))).toEqual([]);
  expect(platform.calls.filter((call) => call === 'file').length).toBeGreaterThan(3);
});

test('a job that Azure paused is never resumed by itself; whoever does is told what it means', async () => {
  const platform = await start({ life: ['running', 'paused'] });
  const left = await step(platform, { timeout_minutes: '20', on_timeout: 'detach' });
  expect([left.exitCode, platform.calls.includes('resume')]).toEqual([0, false]);
  const resumed = await step(platform, { operation: 'resume', job_id: left.outputs.job_id });
  expect([resumed.errors, resumed.log]).toEqual([[], expect.stringContaining('has no further limit once it is resumed')]);
});

test('a job that does not run yet cannot be paused, and Azure’s reason comes with the rule', async () => {
  const platform = await start({ life: ['queued', 'queued', 'queued'] });
  const left = await step(platform, { wait: 'false' });
  const { errors } = await step(platform, { operation: 'pause', job_id: left.outputs.job_id });
  expect(errors.join()).toMatch(
    /only a running job can be paused\. Azure pauses a job only while it runs and has finished a step/,
  );
});

describe('limits of a resource are said in words', () => {
  test('100 jobs', async () => {
    const platform = await start();
    const old = { created_at: 1_790_000_000, metadata: null, status: 'succeeded', life: [] };
    platform.jobs.push(
      ...many(100, (index) => ({ id: `ftjob-old-${index}`, body: { model: 'm', training_file: `f-${index}` }, ...old })),
    );
    const { errors } = await step(platform);
    expect(errors.join()).toMatch(/keeps 100 in all.*delete old ones in the portal/);
  });
  test('100 files', async () => {
    const platform = await start();
    const old = { bytes: Buffer.from('{}'), created_at: 1_790_000_000, status: 'processed' };
    platform.files.push(...many(100, (index) => ({ id: `file-old-${index}`, filename: `${index}.jsonl`, ...old })));
    const { errors } = await step(platform);
    expect(errors.join()).toMatch(/holds 100 files and 1 GB.*delete_files: after_success/);
  });
});

test.each<[string, Run['inputs'], RegExp]>([
  ['a suffix with a dot', { suffix: 'bot.v2' }, /suffix is "bot\.v2".*on Azure OpenAI it must be 1 to 40 letters/],
  [
    'reinforcement without validation data',
    {
      training_file: 'graded.jsonl',
      model: 'o4-mini',
      method:
        '{type: reinforcement, reinforcement: {grader: {type: string_check, name: e, input: "{{sample.output_text}}", reference: "{{item.answer}}", operation: eq}}}',
    },
    /validation_file is missing/,
  ],
])('%s is refused before anything is sent', async (_, inputs, words) => {
  const platform = await start();
  const { errors } = await step(platform, { ...inputs, wait: 'false' });
  expect([errors.join(), platform.calls]).toEqual([expect.stringMatching(words), []]);
});
