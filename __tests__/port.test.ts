/** A platform of another wire, in memory: no lists in pages, no events, no model call, and a job ID of our choosing for a mark. */
import { describe, expect, test } from '@jest/globals';
import type { Job, JobState } from '../src/api/objects.ts';
import { ProviderError } from '../src/errors.ts';
import { launch } from '../src/job/launch.ts';
import { candidates, findIdentical, settleRace } from '../src/job/lookup.ts';
import { jobRequest } from '../src/job/request.ts';
import { watch } from '../src/job/watch.ts';
import { inPassing, offered, type Work, workOf } from '../src/job/work.ts';
import type { Asked, Attempts, Mark, Provider } from '../src/providers/port.ts';
import { handClock } from './support/clock.ts';

const ASKED: Asked = {
  model: 'base',
  method: undefined,
  hyperparameters: undefined,
  seed: 0,
  suffix: undefined,
  integrations: undefined,
  metadata: undefined,
  extra_body: undefined,
};
const REQUEST = jobRequest(ASKED, { training_file: 'dataset-1', validation_file: undefined });
const MARK: Mark = { fingerprint: 'f'.repeat(64) };

const lost = (call: string) => new ProviderError(`${call} failed`, { call, fate: 'unknown', detail: 'the connection failed' });
const missing = (call: string) => new ProviderError(`${call} failed`, { call, fate: 'refused', kind: 'missing', detail: 'none' });

/** The platform's memory, and its provider. `fails` strikes a verb once. */
function platform(life: readonly JobState[] = ['queued', 'running', 'succeeded'], fails?: keyof Provider) {
  const jobs = new Map<string, { request: unknown; life: JobState[] }>();
  let failing = fails;
  const shown = (id: string): Job => {
    const job = jobs.get(id);
    if (job === undefined) throw missing(`look ${id}`);
    const state = job.life.length > 1 ? (job.life.shift() ?? 'running') : (job.life[0] ?? 'running');
    return {
      id,
      state,
      status: state,
      fine_tuned_model: state === 'succeeded' ? 'tuned' : null,
      platform: { name: id, STATE: state },
    };
  };
  const strike = (verb: keyof Provider) => {
    if (failing !== verb) return;
    failing = undefined;
    throw lost(verb);
  };
  const idOf = ({ fingerprint }: Mark) => `job-${fingerprint.slice(0, 40)}`;
  const provider: Provider = {
    baseUrl: 'https://train.example.com',
    place: async ({ filename }) => ({ id: filename, uploaded: true, marked: false }),
    async create(request, mark) {
      const id = idOf(mark);
      // The ID is the mark: the platform itself refuses a second one.
      if (!jobs.has(id)) jobs.set(id, { request, life: [...life] });
      strike('create');
      return shown(id);
    },
    find: async (mark) => (jobs.has(idOf(mark)) ? { jobs: [shown(idOf(mark))], unclear: [] } : { jobs: [], unclear: [] }),
    async look(id) {
      strike('look');
      return shown(id);
    },
    async cancel(id) {
      jobs.set(id, { request: undefined, life: ['cancelled'] });
      return shown(id);
    },
    async *jobs() {
      yield [...jobs.keys()].map(shown);
    },
    file: async (id) => ({ id, filename: id }),
  };
  return { jobs, provider };
}

function workOn(provider: Provider): Work & { readonly said: string[] } {
  const said: string[] = [];
  const clock = handClock();
  const abort = new AbortController();
  const work = workOf({
    provider,
    clock,
    signal: abort.signal,
    deadline: clock.now() + 3_600_000,
    say: (text) => said.push(text),
    warn: (text) => said.push(text),
  });
  return { ...work, said };
}

const launching = (work: Work) => launch({ request: REQUEST, mark: MARK, known: new Set(), remember: () => undefined }, work);

describe('the core over another wire', () => {
  test('creates once, and follows to the end without events', async () => {
    const { jobs, provider } = platform();
    const work = workOn(provider);
    const { job, found } = await launching(work);
    expect([found, [...jobs.values()].map(({ request }) => request)]).toEqual([false, [REQUEST]]);
    const kinds: string[] = [];
    const watched = watch(job, { from: 5, to: 60 }, work);
    let next = await watched.next();
    for (; !next.done; next = await watched.next())
      kinds.push(next.value.kind === 'status' ? next.value.job.status : next.value.kind);
    expect(next.value).toMatchObject({ reason: 'terminal', job: { state: 'succeeded', platform: { STATE: 'succeeded' } } });
    expect(kinds.filter((kind) => kind !== 'look')).toEqual(['queued', 'running', 'succeeded']);
    // It cannot say whether the model still stands, so it is not called gone.
    expect(await candidates((await findIdentical(MARK, work)).jobs, work)).toMatchObject([{ modelGone: false }]);
    expect(await settleRace(job, MARK, work)).toBeUndefined();
  });
  test('a lost answer to the creation is looked up by the mark', async () => {
    const { jobs, provider } = platform(['running'], 'create');
    expect(await launching(workOn(provider))).toMatchObject({ found: true, job: { state: 'running' } });
    expect(jobs.size).toBe(1);
  });
  test('what fails for a moment is asked again', async () => {
    const { provider } = platform(['running'], 'look');
    const work = workOn(provider);
    const { job } = await launching(work);
    expect(await work.attempt('read', () => provider.look(job.id, work.signal))).toMatchObject({ id: job.id });
    expect(work.said.join()).toContain('Trying again');
    await expect(work.attempt('read', () => provider.look('job-none', work.signal))).rejects.toThrow('look job-none failed');
  });
});

describe('attempts', () => {
  test('what surrounds a job is read with less patience', async () => {
    const kinds: Attempts[] = [];
    const work = workOn(platform().provider);
    const heard: Work = {
      ...work,
      attempt: (kind, call) => {
        kinds.push(kind);
        return call();
      },
    };
    for (const kind of ['read', 'verb'] as const) await inPassing(heard).attempt(kind, async () => kind);
    expect(kinds).toEqual(['extra', 'verb']);
  });
  test('after a lost answer the effect is looked for before anything is sent again', async () => {
    const work = workOn(platform().provider);
    let sent = 0;
    const send = async () => {
      sent += 1;
      throw lost('send');
    };
    let looks = 0;
    const lookUp = async () => {
      looks += 1;
      return looks < 3 ? undefined : 'arrived';
    };
    expect(await work.attempt('upload', send, { lookUp })).toBe('arrived');
    expect([sent, looks]).toEqual([3, 3]);
    expect(work.said.join()).toContain('Looking whether it arrived');
  });
  test('a verb that is not there is a defect of its profile', () => {
    expect(() => offered(platform().provider.pause, 'pause')).toThrow('pause');
    expect(offered(() => 1, 'one')()).toBe(1);
  });
});
