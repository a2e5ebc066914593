/** Ending a job for good: asked first, looked at after a refusal, and given up only when patience ends. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { cancelSurely, isEnding } from '../src/job/cancel.ts';
import { launch } from '../src/job/launch.ts';
import { verifiedBytes } from '../src/job/verified-bytes.ts';
import { sent } from './support/jobs.ts';
import type { Answer } from './support/wire.ts';
import { type Bench, bench, closeBenches, failing } from './support/work.ts';

afterEach(closeBenches);

const job = (status: string) => ({ id: 'j', object: 'fine_tuning.job', status, created_at: 1_700_000_000 });
const answers =
  (cancels: readonly Answer[], looked: Answer = { body: job('running') }) =>
  ({ method }: { readonly method: string }, number: number): Answer =>
    method === 'POST' ? (cancels[Math.min(number, cancels.length) - 1] ?? 'reset') : looked;
const end = (work: Bench, patience = 60_000) => cancelSurely('j', work, { patience, signal: new AbortController().signal });

describe('a job is ended', () => {
  test('by one request, where the answer is clear', async () => {
    const work = await bench(answers([{ body: job('cancelled') }]));
    expect(await end(work)).toMatchObject({ state: 'cancelled' });
    expect(work.calls()).toEqual(['POST /fine_tuning/jobs/j/cancel']);
  });
  test('by asking again, where the server fails for a while', async () => {
    const work = await bench(answers([failing(503), 'reset', { body: job('cancelling') }]));
    expect(isEnding(await end(work))).toBe(true);
    expect(work.said.join('\n')).toContain('Trying again in');
  });
  test('already, where the refusal means that', async () => {
    const work = await bench(answers([failing(400)], { body: job('succeeded') }));
    expect(await end(work)).toMatchObject({ state: 'succeeded' });
  });
  test('not, where it was refused and still runs', async () => {
    const work = await bench(answers([failing(400)]));
    await expect(end(work)).rejects.toThrow('failed with 400');
  });
  test('not, where the server fails for longer than patience', async () => {
    const work = await bench(answers([failing(503)]));
    await expect(end(work, 5000)).rejects.toThrow('failed with 503');
  });
  test('only in states that end by themselves', () => {
    for (const status of ['succeeded', 'failed', 'cancelled', 'cancelling']) expect(isEnding(sent(job(status)))).toBe(true);
    for (const status of ['queued', 'running', 'paused']) expect(isEnding(sent(job(status)))).toBe(false);
  });
});

const REQUEST = {
  model: 'm',
  method: undefined,
  hyperparameters: undefined,
  seed: undefined,
  suffix: undefined,
  integrations: undefined,
  metadata: undefined,
  extra_body: undefined,
  training_file: 'file-1',
  validation_file: undefined,
};

test('a lost creation is not repeated where a list breaks off: that nothing was created is not proved', async () => {
  const work = await bench(({ method }) =>
    method === 'POST' ? 'reset' : { body: { object: 'list', data: [], has_more: true } },
  );
  const phases: string[] = [];
  const remember = (phase: string) => phases.push(phase);
  const launched = launch({ request: REQUEST, mark: { fingerprint: 'f' }, known: new Set(), remember }, work);
  await expect(launched).rejects.toThrow('it is not proved that the job does not exist');
  expect(work.calls().filter((call) => call.startsWith('POST'))).toHaveLength(1);
  expect(phases).toEqual(['creating']);
});

test('a creation that is refused when it is asked for again leaves the first one to be looked for', async () => {
  let posts = 0;
  const work = await bench(({ method }) => {
    if (method !== 'POST') return { body: { object: 'list', data: [], has_more: false } };
    posts += 1;
    return posts === 1 ? 'reset' : failing(400);
  });
  const phases: string[] = [];
  const remember = (phase: string) => phases.push(phase);
  const launched = launch({ request: REQUEST, mark: { fingerprint: 'f' }, known: new Set(), remember }, work);
  await expect(launched).rejects.toThrow('failed with 400');
  expect([posts, phases]).toEqual([2, ['creating']]);
});

test('what is no failure of the platform is thrown as it is', async () => {
  const work = await bench(() => ({ body: job('running') }));
  const broken = {
    ...work.provider,
    create: async () => Promise.reject(new TypeError('a defect')),
    cancel: async () => Promise.reject(new TypeError('a defect')),
  };
  const given = { request: REQUEST, mark: { fingerprint: 'f' }, known: new Set<string>(), remember: () => undefined };
  await expect(launch(given, { ...work, provider: broken })).rejects.toThrow(TypeError);
  const patience = { patience: 1000, signal: new AbortController().signal };
  await expect(cancelSurely('j', { ...work, provider: broken }, patience)).rejects.toThrow(TypeError);
});

test('a file without a byte is what it is', async () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(await Array.fromAsync(verifiedBytes((async function* () {})(), empty))).toEqual([]);
});
