import { afterEach, describe, expect, test } from '@jest/globals';
import { launch } from '../src/job/launch.ts';
import { candidates, findIdentical, identicalJobs, settleRace } from '../src/job/lookup.ts';
import { sent } from './support/jobs.ts';
import type { Answer, Seen } from './support/wire.ts';
import { type Bench, bench, closeBenches, failing, page } from './support/work.ts';

afterEach(closeBenches);

const job = (id = 'ftjob-1', more: Record<string, unknown> = {}) => ({
  id,
  object: 'fine_tuning.job',
  status: 'queued',
  created_at: 1_700_000_000,
  metadata: { finetune_action_fingerprint: 'f' },
  ...more,
});
const isCreate = (method: string, path: string) => method === 'POST' && path === '/fine_tuning/jobs';
const creates = (work: Bench) => work.server.seen.filter(({ method, path }) => isCreate(method, path)).length;

const NOTHING = {
  method: undefined,
  hyperparameters: undefined,
  seed: undefined,
  suffix: undefined,
  integrations: undefined,
  metadata: undefined,
  extra_body: undefined,
};
const REQUEST = { ...NOTHING, model: 'm', training_file: 'file-given', validation_file: undefined };

function start(work: Bench) {
  const phases: string[] = [];
  const outcome = launch(
    {
      request: REQUEST,
      mark: { fingerprint: 'f', likeness: { model: 'm', trainingFile: 'file-given' } },
      known: new Set(['ftjob-old']),
      remember: (phase, created) => phases.push(`${phase} ${created?.id ?? ''}`.trim()),
    },
    work,
  );
  return { phases, outcome };
}

describe('creating once', () => {
  test('one POST; the state is kept before and after it', async () => {
    const work = await bench(() => ({ body: job() }));
    const { phases, outcome } = start(work);
    expect(await outcome).toMatchObject({ found: false, job: { id: 'ftjob-1' } });
    expect(phases).toEqual(['creating', 'created ftjob-1']);
    expect(work.calls()).toEqual(['POST /fine_tuning/jobs']);
  });

  test.each<[string, Answer]>([
    ['a reset', 'reset'],
    ['a 500', failing(500)],
    ['a 502 of a proxy', { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>' }],
    ['an unreadable answer', { body: '{"id":' }],
  ])('%s after the server created it: the job is found, not created again', async (_, answer) => {
    const work = await bench(({ method, path }) =>
      isCreate(method, path) ? answer : path.startsWith('/fine_tuning/jobs?') ? page([job()]) : { body: job() },
    );
    const { phases, outcome } = start(work);
    expect(await outcome).toMatchObject({ found: true, job: { id: 'ftjob-1' } });
    expect(phases).toEqual(['creating', 'created ftjob-1']);
    expect(creates(work)).toBe(1);
  });

  test('an answer that names another job is looked into, and not believed', async () => {
    const other = job('ftjob-of-another', { metadata: { finetune_action_fingerprint: 'g' } });
    const work = await bench(({ method, path }) =>
      isCreate(method, path) ? { body: other } : path.startsWith('/fine_tuning/jobs?') ? page([other, job()]) : { body: job() },
    );
    expect(await start(work).outcome).toMatchObject({ found: true, job: { id: 'ftjob-1' } });
    expect(creates(work)).toBe(1);
  });

  test('a refusal keeps that nothing was created', async () => {
    const work = await bench(() => failing(400));
    const { phases, outcome } = start(work);
    await expect(outcome).rejects.toThrow('400');
    expect(phases).toEqual(['creating', 'ended']);
  });

  test('a list that lags is asked again and again before a second POST', async () => {
    let looks = 0;
    const work = await bench(({ method, path }) => {
      if (isCreate(method, path)) return failing(503);
      if (!path.startsWith('/fine_tuning/jobs?')) return { body: job() };
      looks += 1;
      return page(looks < 4 ? [] : [job()]);
    });
    expect(await start(work).outcome).toMatchObject({ found: true });
    expect(creates(work)).toBe(1);
    expect(looks).toBe(4);
  });

  test('absent in every look over a minute: one more POST', async () => {
    const work = await bench(({ method, path }, number) =>
      isCreate(method, path) ? (number === 1 ? 'reset' : { body: job() }) : page([]),
    );
    expect(await start(work).outcome).toMatchObject({ found: false, job: { id: 'ftjob-1' } });
    expect(creates(work)).toBe(2);
    expect(work.clock.slept.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThanOrEqual(60_000);
  });

  test('unclear twice: stop and say so', async () => {
    const work = await bench(({ method, path }) => (isCreate(method, path) ? failing(500) : page([])));
    await expect(start(work).outcome).rejects.toThrow('Run again');
    expect(creates(work)).toBe(2);
  });

  test('a look that fails is no absence: no second POST', async () => {
    const work = await bench(({ method, path }) => (isCreate(method, path) ? 'reset' : failing(500)));
    await expect(start(work).outcome).rejects.toThrow('GET /fine_tuning/jobs failed with 500');
    expect(creates(work)).toBe(1);
  });

  test('429 waits as long as the server asks, and then asks again', async () => {
    const work = await bench(({ method }, number) => {
      if (method === 'GET') return page([]);
      return number === 1 ? failing(429, { code: 'rate_limit_exceeded' }, { 'retry-after': '300' }) : { body: job() };
    });
    expect(await start(work).outcome).toMatchObject({ found: false });
    expect(work.clock.slept).toEqual([300_000]);
    expect(work.calls().filter((call) => call.startsWith('POST'))).toHaveLength(2);
  });

  test.each([
    [400, {}],
    [401, {}],
    [403, { code: 'training_not_available' }],
    [429, { code: 'insufficient_quota' }],
    [429, { code: 'daily_rate_limit_exceeded' }],
  ])('%d %j is told at once', async (status, more) => {
    const work = await bench(() => failing(status, more));
    await expect(start(work).outcome).rejects.toThrow(`POST /fine_tuning/jobs failed with ${status}`);
    expect(creates(work)).toBe(1);
  });

  test('cancelled while it is unclear: the looks end, and nothing is sent again', async () => {
    const work = await bench(({ method, path }) => {
      if (!isCreate(method, path)) return page([]);
      work.abort.abort();
      return 'reset';
    });
    await expect(start(work).outcome).rejects.toMatchObject({ name: 'AbortedError' });
    expect(creates(work)).toBe(1);
  });
});

describe('looking for the same job', () => {
  test('a server that ignores the filter is compared on our side', async () => {
    const foreign = job('ftjob-0', { metadata: { finetune_action_fingerprint: 'other' } });
    const work = await bench(({ path }) => (path.startsWith('/fine_tuning/jobs?') ? page([foreign, job()]) : { body: job() }));
    expect((await identicalJobs('f', work)).map(({ id }) => id)).toEqual(['ftjob-1']);
  });

  test('a list without metadata is looked through one by one', async () => {
    const work = await bench(({ path }) =>
      path.startsWith('/fine_tuning/jobs?')
        ? page([job('ftjob-0', { metadata: undefined }), job('ftjob-1', { metadata: null })])
        : { body: path.endsWith('ftjob-1') ? job() : job('ftjob-0', { metadata: null }) },
    );
    expect((await identicalJobs('f', work)).map(({ id }) => id)).toEqual(['ftjob-1']);
  });

  test('a filter that is refused is left out; pages are followed', async () => {
    const answer = ({ path }: Seen): Answer => {
      if (path.includes('metadata')) return failing(400);
      if (path.includes('after')) return page([job()]);
      if (path.startsWith('/fine_tuning/jobs?')) return page([job('ftjob-9', { metadata: { other: '1' } })], true);
      return { body: job() };
    };
    const work = await bench(answer, 330, { keepsMetadata: true });
    expect((await identicalJobs('f', work)).map(({ id }) => id)).toEqual(['ftjob-1']);
  });

  test('the scan ends after 90 days, and the log says where', async () => {
    const old = job('ftjob-old', { created_at: 1_600_000_000, metadata: { other: '1' } });
    const young = job('ftjob-young', { metadata: { other: '1' } });
    const work = await bench(({ path }) => (path.includes('?') ? page([young, old], true) : { body: young }));
    expect(await identicalJobs('f', work)).toEqual([]);
    expect(work.said.join()).toContain('ftjob-old');
    expect(work.calls().filter((call) => call === 'GET /fine_tuning/jobs')).toHaveLength(1);
  });

  test('a job that vanished between list and look is none', async () => {
    const work = await bench(({ path }) => (path.startsWith('/fine_tuning/jobs?') ? page([job()]) : failing(404)));
    expect(await identicalJobs('f', work)).toEqual([]);
  });

  test.each<[string, Answer, boolean]>([
    ['there', { body: { id: 'ft:m' } }, false],
    ['gone', failing(404, { code: 'model_not_found' }), true],
    ['on a server without that call', failing(404, { code: null }), false],
    ['on a server that fails', failing(500), false],
  ])('a model that is %s', async (_, answer, gone) => {
    const done = job('ftjob-1', { status: 'succeeded', fine_tuned_model: 'ft:m' });
    const work = await bench(({ path }) =>
      path.startsWith('/models/') ? answer : path.includes('?') ? page([done]) : { body: done },
    );
    expect(await candidates(await identicalJobs('f', work), work)).toMatchObject([{ modelGone: gone }]);
  });

  test('of two racing jobs the older stays and the younger is cancelled', async () => {
    const older = job('ftjob-a', { created_at: 1_699_999_999 });
    const work = await bench(({ method, path }) => {
      if (method === 'POST') return { body: job('ftjob-1', { status: 'cancelled' }) };
      return path.includes('?') ? page([job(), older]) : { body: path.endsWith('ftjob-a') ? older : job() };
    });
    expect(await settleRace(sent({ id: 'ftjob-1', status: 'queued' }), { fingerprint: 'f' }, work)).toMatchObject({
      id: 'ftjob-a',
    });
    expect(work.calls().filter((call) => call.startsWith('POST'))).toEqual(['POST /fine_tuning/jobs/ftjob-1/cancel']);
    expect(await settleRace(sent({ id: 'ftjob-a', status: 'queued' }), { fingerprint: 'f' }, work)).toBeUndefined();
  });

  test('a younger twin of another repository is left alone, and where all have ended there is none to go on with', async () => {
    const origin = { repository: 'octo/data', commit: 'c', run: '7/1' };
    const metadata = { ...job().metadata, finetune_action_repository: 'octo/other' };
    const theirs = job('ftjob-z', { created_at: 1_700_000_009, metadata });
    const held = sent({ id: 'ftjob-1', status: 'queued' });
    const work = await bench(({ path }) =>
      path.includes('?') ? page([job(), theirs]) : { body: path.endsWith('z') ? theirs : job() },
    );
    expect(await settleRace(held, { fingerprint: 'f', origin }, work)).toBeUndefined();
    const none = await bench(() => page([]));
    expect(await settleRace(held, { fingerprint: 'f', origin }, none)).toBeUndefined();
    for (const one of [work, none]) expect(one.calls().some((call) => call.startsWith('POST'))).toBe(false);
  });

  test('alone in the list, nothing is cancelled', async () => {
    const work = await bench(({ path }) => (path.includes('?') ? page([job()]) : { body: job() }));
    expect(await settleRace(sent({ id: 'ftjob-1', status: 'queued' }), { fingerprint: 'f' }, work)).toBeUndefined();
    expect(work.calls().some((call) => call.startsWith('POST'))).toBe(false);
  });
});

describe('what is not there', () => {
  test('a run that is being cancelled stops looking for its lost job, and says what is unclear', async () => {
    const work: Bench = await bench(({ method, path }) => {
      if (isCreate(method, path)) {
        work.abort.abort();
        return 'reset';
      }
      return page([]);
    });
    const { outcome } = start(work);
    await expect(outcome).rejects.toThrow('unclear whether the job exists');
    expect(creates(work)).toBe(1);
  });

  test('a job that is listed but gone is no candidate; only a clear answer makes a model gone', async () => {
    const jobs = [
      job('gone'),
      job('plain', { status: 'failed' }),
      job('nameless', { status: 'succeeded' }),
      job('done', { status: 'succeeded', fine_tuned_model: 'ft:done' }),
      job('lost', { status: 'succeeded', fine_tuned_model: 'ft:lost' }),
    ];
    const work = await bench(({ path }) => {
      if (path.startsWith('/fine_tuning/jobs?')) return page(jobs);
      if (path.endsWith('ft%3Alost')) return failing(404, { code: 'model_not_found' });
      if (path.startsWith('/models/')) return failing(404);
      const found = jobs.find(({ id }) => path.endsWith(id));
      return found === undefined || found.id === 'gone' ? failing(404) : { body: found };
    });
    const found = await candidates(await identicalJobs('f', work), work);
    expect(Object.fromEntries(found.map((one) => [one.job.id, one.modelGone]))).toEqual({
      plain: false,
      nameless: false,
      done: false,
      lost: true,
    });
  });
});

describe('a server that keeps no metadata', () => {
  const hash = 'a'.repeat(64);
  const fingerprint = 'f'.repeat(64);
  const silent = (id: string, more: Record<string, unknown> = {}) => job(id, { metadata: null, model: 'm', ...more });
  const files = [
    { id: 'file-ours', filename: `train.${fingerprint}.${hash}.jsonl` },
    { id: 'file-other', filename: `train.${'e'.repeat(64)}.${hash}.jsonl` },
    { id: 'file-plain', filename: 'train.jsonl' },
    { id: 'file-nameless' },
  ];
  const serving = (jobs: readonly Record<string, unknown>[]) =>
    bench(({ path }) => {
      if (path.startsWith('/fine_tuning/jobs?')) return page(jobs);
      if (path.startsWith('/files?')) return page(files.slice(0, 3));
      const found = [...jobs, ...files].find(({ id }) => path.endsWith(`/${id}`));
      return found === undefined ? failing(404) : { body: found };
    });

  test('a job is ours when its training file carries the fingerprint, and only then', async () => {
    const work = await serving([
      silent('other', { training_file: 'file-other' }),
      silent('ours', { training_file: 'file-ours' }),
      silent('plain', { training_file: 'file-plain' }),
      job('owned', { metadata: { team: 'x' }, training_file: 'file-ours' }),
    ]);
    const { jobs, unclear } = await findIdentical({ fingerprint, likeness: { model: 'm', trainingFile: undefined } }, work);
    // The keys of someone else in its metadata prove nothing against the name of its file.
    expect([jobs.map(({ id }) => id), unclear]).toEqual([['ours', 'owned'], []]);
    expect(work.calls().filter((call) => call === 'GET /files')).toHaveLength(1);
  });

  test.each([
    ['whose file has no name', { training_file: 'file-nameless' }, undefined, true],
    ['whose file is gone', { training_file: 'file-gone' }, undefined, true],
    ['of another model', { training_file: 'file-gone', model: 'n' }, undefined, false],
    ['that failed', { training_file: 'file-gone', status: 'failed' }, undefined, false],
    ['with the ID that was given', { training_file: 'file-plain' }, 'file-plain', true],
    ['with another ID', { training_file: 'file-gone' }, 'file-plain', false],
  ])('a job %s', async (_, more, trainingFile, isUnclear) => {
    const work = await serving([silent('x', more)]);
    const { jobs, unclear } = await findIdentical({ fingerprint, likeness: { model: 'm', trainingFile } }, work);
    expect([jobs, unclear.length === 1]).toEqual([[], isUnclear]);
  });

  test('a lost answer with a job that cannot be proved to be ours is told, and not followed by a second POST', async () => {
    const given = (id: string) => silent(id, { training_file: 'file-given' });
    const work = await bench(({ method, path }) => {
      if (isCreate(method, path)) return 'reset';
      if (path.startsWith('/files')) return path.includes('?') ? page([]) : failing(404);
      return path.includes('?') ? page([given('ftjob-new'), given('ftjob-old')]) : { body: given(path.split('/').at(-1) ?? '') };
    });
    const { outcome } = start(work);
    await expect(outcome).rejects.toThrow('ftjob-new (queued) may be the one');
    expect(creates(work)).toBe(1);
  });
});
