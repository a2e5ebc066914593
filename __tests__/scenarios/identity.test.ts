/** What proves, on servers that lose what identity travels by, that the same job exists: evidence from their answers, and no table of traits. */
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { type PlatformJob, type PlatformOptions, paidFor, type RunningPlatform } from '../support/platform.ts';
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
const creates = ({ calls }: RunningPlatform) => calls.filter((call) => call === 'create').length;

const LOST_MARKS: readonly (readonly [string, PlatformOptions])[] = [
  ['an empty map instead of metadata', { metadataShown: () => ({}) }],
  ['keys of its own only', { metadataShown: () => ({ server: 'x' }) }],
  ['no metadata', { metadataShown: () => null, forgetsMetadata: true }],
];
const LOST_NAMES: readonly (readonly [string, PlatformOptions])[] = [
  ['names cut', { nameShown: (name) => name.slice(0, 100) }],
  ['names by ID', { nameShown: (_, id) => `${id}.jsonl` }],
  ['names by UUID', { nameShown: () => '0d1f8a52-3c52-4d0c-9a53-1f6f6a3a7a11.jsonl' }],
];

describe('a server that loses the mark', () => {
  test.each(
    LOST_MARKS.flatMap(([what, options]) => ['openai', 'compatible'].map((provider) => [what, provider, options] as const)),
  )('%s, %s: the name of the training file finds the job', async (_, provider, options) => {
    const platform = await platformOf(options);
    await step(platform, { provider });
    const again = await step(platform, { provider });
    expect(again.outputs).toMatchObject({ reused: 'true', job_id: 'ftjob-1' });
    expect([creates(platform), paidFor(platform.jobs)]).toEqual([1, 1]);
  });

  test.each(
    LOST_MARKS.flatMap(([what, marks]) => LOST_NAMES.map(([how, names]) => [what, how, { ...marks, ...names }] as const)),
  )('%s, %s: refused, with both ways on', async (_, _how, options) => {
    const platform = await platformOf(options);
    await step(platform);
    const again = await step(platform);
    expect(again.errors.join()).toMatch(/ftjob-1 .*cannot be proved.*job_id.*reuse: false/);
    expect(creates(platform)).toBe(1);
    expect((await step(platform, { reuse: 'false' })).exitCode).toBe(0);
  });

  test('and the answer to the creation: no second request in one run', async () => {
    const platform = await platformOf({
      metadataShown: () => ({}),
      nameShown: (_, id) => `${id}.jsonl`,
      fault: (call) => (call === 'create' ? { when: 'after', how: 'reset' } : undefined),
    });
    const main = await step(platform);
    expect(main.errors.join()).toContain('ftjob-1');
    expect([creates(platform), platform.jobs.length]).toEqual([1, 1]);
  });
});

/** Jobs of others, newer than ours; each carries what others write. */
const others = (count: number, now: number): PlatformJob[] =>
  many(count, (index) => ({
    id: `other-${index}`,
    created_at: Math.floor(now / 1000),
    metadata: { team: 'other' },
    body: { model: 'm-2', training_file: 'file-x' },
    status: 'succeeded',
    life: [],
  }));

/** There are jobs of others. */
let crowded = false;

describe('a list that proves nothing', () => {
  test.each<[string, PlatformOptions]>([
    ['does not say whether there is more', { page: ({ object, data }) => ({ object, data }) }],
    ['has no plausible times', { more: () => ({ created_at: 0 }) }],
    [
      'ends behind an empty page of the filtered list',
      { page: (page, all) => (crowded && all.length === 0 ? { ...page, data: [], has_more: true } : page) },
    ],
  ])('%s: the job behind 130 others is found', async (_, options) => {
    crowded = false;
    const platform = await platformOf({ ...options, forgetsMetadata: true });
    await step(platform);
    crowded = true;
    platform.jobs.push(...others(130, told.time.now()));
    const again = await step(platform, { provider: 'openai' });
    expect(again.outputs).toMatchObject({ reused: 'true', job_id: 'ftjob-1' });
    expect(creates(platform)).toBe(1);
  });

  test.each<[string, PlatformOptions]>([
    ['ignores `after`', { page: (page, all) => ({ ...page, data: all.slice(0, 100), has_more: true }) }],
    [
      'brings an empty page and says that there is more',
      { page: (page, _, after) => (after === null ? page : { ...page, data: [], has_more: true }) },
    ],
  ])('%s: refused, and nothing is paid for', async (_, options) => {
    const platform = await platformOf({ ...options, ignoresFilter: true });
    await step(platform, { wait: 'false' });
    const made = creates(platform);
    platform.jobs.push(...others(130, told.time.now()));
    const again = await step(platform);
    expect(again.errors.join()).toMatch(/not proved that no identical job exists.*job_id.*reuse: false/);
    expect(creates(platform)).toBe(made);
  });
});

test('data by ID, behind 60 newer jobs that say nothing: never paid for a second time', async () => {
  const platform = await platformOf({ forgetsMetadata: true, nameShown: (_, id) => `${id}.jsonl` });
  const bytes = Buffer.from(jsonl(many(12, chatRow)));
  platform.files.push({ id: 'file-given', filename: 'x.jsonl', bytes, created_at: 1, status: 'processed' });
  await step(platform, { training_file: 'file-given' });
  platform.jobs.push(...others(60, told.time.now()).map((job) => ({ ...job, metadata: null })));
  const again = await step(platform, { training_file: 'file-given' });
  expect(again.errors.join()).toMatch(/ftjob-1|not proved/);
  expect(creates(platform)).toBe(1);
});

test.each([-10, 10])('a server whose clock is %d years off: the job behind 130 others is found', async (years) => {
  const off = years * 365 * 24 * 3600 * 1000;
  const platform = await platformOf({ now: () => told.time.now() + off, ignoresFilter: true });
  await step(platform);
  platform.jobs.push(...others(130, told.time.now() + off));
  expect((await step(platform)).outputs).toMatchObject({ reused: 'true', job_id: 'ftjob-1' });
  expect(creates(platform)).toBe(1);
});

test('line ends of a checkout make no other job, and are sent as they are', async () => {
  const platform = await platformOf({});
  await step(platform);
  write(workspace, 'windows.jsonl', jsonl(many(12, chatRow)).replaceAll('\n', '\r\n'));
  const again = await step(platform, { training_file: 'windows.jsonl' });
  expect(again.outputs).toMatchObject({ reused: 'true', job_id: 'ftjob-1' });
  expect(creates(platform)).toBe(1);
});

test('a tokenizer’s setting in extra_body makes another job', async () => {
  const platform = await platformOf({});
  await step(platform, { extra_body: '{pad_token: "<pad>"}' });
  const other = await step(platform, { extra_body: '{pad_token: "<eos>"}' });
  expect(other.outputs).toMatchObject({ reused: 'false', job_id: 'ftjob-2' });
});

test('a model that is once not found does not outweigh the job that was paid for', async () => {
  const platform = await platformOf({
    fault: (call, number) =>
      call === 'model' && number > 1
        ? { when: 'before', how: { status: 404, body: '{"error":{"message":"no","code":"model_not_found","param":"model"}}' } }
        : undefined,
  });
  await step(platform);
  const again = await step(platform);
  expect(again.errors.join()).toMatch(
    /has succeeded, and the server says that its model .* does not exist or that this key may not see it/,
  );
  expect(creates(platform)).toBe(1);
});

describe('a file of our name and size', () => {
  /** The job of the first run failed; its file is there. */
  async function left(more: PlatformOptions = {}): Promise<RunningPlatform> {
    const platform = await platformOf(more);
    await step(platform, { wait: 'false' });
    for (const job of platform.jobs) job.status = 'failed';
    return platform;
  }
  const trainedOn = ({ jobs, files }: RunningPlatform) =>
    files.find(({ id }) => id === jobs.at(-1)?.body.training_file)?.bytes.toString();

  test('with our bytes is used again', async () => {
    const platform = await left();
    expect((await step(platform)).exitCode).toBe(0);
    expect([creates(platform), platform.files.length]).toEqual([2, 1]);
  });

  test('with bytes that someone planted is not trained on: ours are sent, and it is said', async () => {
    const platform = await left();
    const [ours] = platform.files;
    if (ours === undefined) throw new Error('Nothing was uploaded.');
    platform.files.splice(0, 1, { ...ours, id: 'file-planted', bytes: Buffer.from(String(ours.bytes).replaceAll('a', 'e')) });
    const main = await step(platform);
    expect([main.exitCode, main.warnings]).toEqual([
      0,
      [expect.stringMatching(/file-planted .*holds other bytes: it is not used/)],
    ]);
    expect(trainedOn(platform)).toBe(String(ours.bytes));
  });

  test('whose bytes the server does not show is not trained on either', async () => {
    const platform = await left({
      fault: (call) => (call === 'content' ? { when: 'before', how: { status: 404 } } : undefined),
    });
    const main = await step(platform);
    expect([main.exitCode, main.warnings]).toEqual([0, []]);
    expect([creates(platform), platform.files.length]).toEqual([2, 2]);
  });
});
