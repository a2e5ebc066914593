import { afterEach, describe, expect, test } from '@jest/globals';
import type { JobEvent } from '../src/api/objects.ts';
import { type Happening, UNCLEAR_LOOKS, unclearLooks, watch } from '../src/job/watch.ts';
import { inOrder } from '../src/providers/openai-wire/events.ts';
import type { WireJob } from '../src/providers/openai-wire/objects.ts';
import { sent } from './support/jobs.ts';
import type { Seen } from './support/wire.ts';
import { type Bench, bench, closeBenches, failing, page } from './support/work.ts';

afterEach(closeBenches);

const PACE = { from: 5, to: 60 };
const event = (number: number, more: Partial<JobEvent> = {}): JobEvent => ({
  id: `ev-${number}`,
  created_at: 1_700_000_000 + number,
  level: 'info',
  message: `event ${number}`,
  ...more,
});

/** Cuts a list as the API pages it. */
function paged(events: readonly JobEvent[], path: string) {
  const query = new URLSearchParams(path.split('?')[1]);
  const after = query.get('after');
  const from = after === null ? 0 : events.findIndex(({ id }) => id === after) + 1;
  const limit = Number(query.get('limit') ?? 20);
  return page(events.slice(from, from + limit), from + limit < events.length);
}

async function watched(work: Bench, pace = PACE) {
  const happenings: Happening[] = [];
  const generator = watch(sent({ id: 'ftjob-1', status: 'queued' }), pace, work);
  for (;;) {
    const next = await generator.next();
    if (next.done) return { happenings, end: next.value };
    happenings.push(next.value);
  }
}
const messages = (happenings: readonly Happening[]) =>
  happenings.flatMap((one) => (one.kind === 'event' ? [one.event.message] : []));
const statuses = (happenings: readonly Happening[]) =>
  happenings.flatMap((one) => (one.kind === 'status' ? [one.job.status] : []));
const isEvents = ({ path }: Seen) => path.includes('/events');

describe('watching', () => {
  test('ends with the job; each event once and in order, whatever the status was called', async () => {
    const story = ['queued', 'some_new_status', 'paused', 'running', 'succeeded'];
    let look = 0;
    const work = await bench((request) => {
      if (!isEvents(request)) return { body: { id: 'ftjob-1', status: story[Math.min(look++, 4)] } };
      return paged(Array.from({ length: look * 2 }, (_, index) => event(index)).reverse(), request.path);
    });
    const { happenings, end } = await watched(work);
    expect(end).toMatchObject({ reason: 'terminal', job: { status: 'succeeded' } });
    expect(statuses(happenings)).toEqual(story.with(1, 'running'));
    expect(messages(happenings)).toEqual(Array.from({ length: 10 }, (_, index) => `event ${index}`));
  });

  test('a job that stands still is left after a quarter of an hour; one that goes on in time is not', async () => {
    const paused = await bench((request) => (isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: 'paused' } }));
    const from = paused.clock.now();
    expect((await watched(paused)).end).toMatchObject({ reason: 'paused', job: { status: 'paused' } });
    expect(paused.clock.now() - from).toBeGreaterThanOrEqual(15 * 60_000);
    expect(paused.clock.now() - from).toBeLessThan(20 * 60_000);
    let look = 0;
    const resumed = await bench((request) => {
      if (isEvents(request)) return page([]);
      look += 1;
      return { body: { id: 'ftjob-1', status: look > 30 ? 'succeeded' : look % 10 === 0 ? 'running' : 'paused' } };
    });
    expect((await watched(resumed)).end).toMatchObject({ reason: 'terminal' });
  });

  test('a job that ended under an unknown word is said once, and left after some looks; a word that comes in time counts', async () => {
    const past = 1_700_000_000;
    const ended = await bench((request) =>
      isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: 'wound_up', finished_at: past } },
    );
    const left = await watched(ended);
    expect(left.end).toMatchObject({ reason: 'unclear', job: { status: 'running', unknownStatus: 'wound_up' } });
    expect(left.happenings.filter(({ kind }) => kind === 'trouble')).toEqual([
      { kind: 'trouble', message: expect.stringContaining('under the unknown status "wound_up"') },
    ]);
    expect(ended.calls().filter((call) => !call.endsWith('/events'))).toHaveLength(UNCLEAR_LOOKS);
    let look = 0;
    const settled = await bench((request) => {
      if (isEvents(request)) return page([]);
      look += 1;
      return { body: { id: 'ftjob-1', status: look < UNCLEAR_LOOKS ? 'wrapping up' : 'succeeded', finished_at: past } };
    });
    expect((await watched(settled)).end).toMatchObject({ reason: 'terminal', job: { status: 'succeeded' } });
  });

  test.each<[string, WireJob, number]>([
    ['a time of its end under a word that nobody knows', { id: 'j', status: 'wound_up', finished_at: 1000 }, 3],
    ['a time that is still to come', { id: 'j', status: 'wound_up', finished_at: 3000 }, 0],
    ['no time', { id: 'j', status: 'wound_up' }, 0],
    ['a word that is known', { id: 'j', status: 'running', finished_at: 1000 }, 0],
  ])('%s: counted or not', (_, job, count) => {
    expect(unclearLooks(2, sent(job), 2_000_000)).toBe(count);
  });

  test('a platform that says nothing is not asked for words at each look, and has its say at the end', async () => {
    let looks = 0;
    const work = await bench((request) => {
      if (isEvents(request)) return page(looks > 100 ? [event(2), event(1)] : [event(1)]);
      looks += 1;
      return { body: { id: 'ftjob-1', status: looks > 100 ? 'failed' : 'running' } };
    });
    const { happenings, end } = await watched(work);
    expect(end.job.status).toBe('failed');
    expect(messages(happenings)).toEqual(['event 1', 'event 2']);
    const reads = work.calls().filter((call) => call.endsWith('/events')).length;
    expect(reads).toBeGreaterThan(2);
    expect(reads).toBeLessThan(looks / 5);
    expect([work.clock.slept[0], Math.max(...work.clock.slept)]).toEqual([5000, 15_000]);
  });

  test('events that fail are asked for as rarely as those that say nothing', async () => {
    let looks = 0;
    const work = await bench((request) => {
      if (isEvents(request)) return failing(500);
      looks += 1;
      return { body: { id: 'ftjob-1', status: looks > 100 ? 'succeeded' : 'running' } };
    });
    await watched(work);
    expect(work.calls().filter((call) => call.endsWith('/events')).length).toBeLessThan(looks / 5);
  });

  test("a pace of the user's own is kept, with the events at each look", async () => {
    const work = await bench((request, number) =>
      isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: number > 20 ? 'succeeded' : 'running' } },
    );
    await watched(work, { from: 7, to: 7 });
    expect(new Set(work.clock.slept)).toEqual(new Set([7000]));
    expect(work.calls().filter((call) => call.endsWith('/events')).length).toBe(work.calls().length / 2);
  });

  test('a server that fails for ten minutes loses nothing', async () => {
    let began: number | undefined;
    const work = await bench((request) => {
      began ??= work.clock.now();
      const down = work.clock.now() - began < 600_000;
      if (down) return work.server.seen.length % 2 === 0 ? failing(502) : 'reset';
      return isEvents(request) ? page([event(1)]) : { body: { id: 'ftjob-1', status: 'succeeded' } };
    });
    const { end } = await watched(work);
    expect(end.job.status).toBe('succeeded');
    expect(work.said.length).toBeGreaterThan(5);
  });

  test.each([503, 401, 403])('a server that answers %s for good is borne until the deadline, and told', async (status) => {
    const work = await bench(() => failing(status), 60);
    const { happenings, end } = await watched(work);
    expect(end).toMatchObject({ reason: 'deadline', job: { id: 'ftjob-1' } });
    expect(happenings.filter(({ kind }) => kind === 'trouble')).toMatchObject([
      { message: expect.stringContaining(`GET /fine_tuning/jobs/ftjob-1 failed with ${status}`) },
    ]);
    expect(work.clock.now()).toBe(work.deadline);
    expect(work.warned).toHaveLength(status === 503 ? 0 : 1);
  });

  test('a key that is refused for minutes, and a long time to wait, lose nothing', async () => {
    const work = await bench((request, number) => {
      if (number < 6) return failing(number % 2 === 0 ? 401 : 403);
      if (number === 6) return failing(429, {}, { 'retry-after': '7200' });
      return isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: 'succeeded' } };
    });
    expect((await watched(work)).end).toMatchObject({ reason: 'terminal', job: { status: 'succeeded' } });
  });

  test('a job that is gone is given up within two minutes', async () => {
    const work = await bench(() => failing(404));
    const began = work.clock.now();
    await expect(watched(work)).rejects.toThrow('GET /fine_tuning/jobs/ftjob-1 failed with 404');
    expect(work.clock.now() - began).toBeLessThanOrEqual(120_000);
  });

  test('events that cannot be read are a trouble told once, not an end', async () => {
    const work = await bench((request, number) =>
      isEvents(request) ? failing(500) : { body: { id: 'ftjob-1', status: number > 5 ? 'succeeded' : 'running' } },
    );
    const { happenings, end } = await watched(work);
    expect(end.reason).toBe('terminal');
    expect(happenings.filter(({ kind }) => kind === 'trouble')).toHaveLength(1);
  });

  test('ends at the deadline', async () => {
    const work = await bench((request) => (isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: 'running' } }), 3);
    expect((await watched(work)).end).toMatchObject({ reason: 'deadline', job: { status: 'running' } });
    expect(work.clock.now()).toBe(work.deadline);
  });

  test.each([
    ['between looks', ({ path }: Seen) => path.includes('/events')],
    ['during a look', ({ path }: Seen) => !path.includes('/events')],
  ])('ends when the run is cancelled %s', async (_, when) => {
    const work = await bench((request, number) => {
      if (number > 2 && when(request)) work.abort.abort();
      return isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: 'running' } };
    });
    expect((await watched(work)).end).toMatchObject({ reason: 'aborted', job: { id: 'ftjob-1' } });
  });

  test('a job that has ended already still tells its events', async () => {
    const work = await bench((request) => paged([event(2), event(1)], request.path));
    const generator = watch(sent({ id: 'ftjob-1', status: 'succeeded' }), PACE, work);
    const kinds: string[] = [];
    for (let next = await generator.next(); !next.done; next = await generator.next()) kinds.push(next.value.kind);
    expect(kinds).toEqual(['status', 'event', 'event']);
    expect(work.calls()).toEqual(['GET /fine_tuning/jobs/ftjob-1/events']);
  });
});

describe('events', () => {
  const all = Array.from({ length: 250 }, (_, index) => event(index));

  test.each([
    ['newest first', (events: JobEvent[]) => events.toReversed()],
    ['oldest first', (events: JobEvent[]) => events],
  ])('250 over several pages, %s; afterwards one request a look', async (_, sorted) => {
    let known = all.slice(0, 249);
    const work = await bench(({ path }) => paged(sorted(known), path));
    const reader = work.provider.events('ftjob-1');
    expect(await reader.fresh(work.signal)).toEqual(known);
    const before = work.server.seen.length;
    expect(await reader.fresh(work.signal)).toEqual([]);
    expect(work.server.seen.length).toBe(before + 1);
    known = all;
    expect(await reader.fresh(work.signal)).toEqual([all.at(-1)]);
    expect(work.server.seen.length).toBe(before + 2);
  });

  test('a server that pages in circles, or repeats events, ends', async () => {
    const work = await bench(() => page([event(2), event(1), event(1)], true));
    const reader = work.provider.events('ftjob-1');
    expect((await reader.fresh(work.signal)).map(({ id }) => id)).toEqual(['ev-1', 'ev-2']);
    expect(work.server.seen.length).toBe(2);
  });

  test.each([
    ['newest first', [3, undefined, 2, 1]],
    ['oldest first', [1, 2, undefined, 3]],
  ])('within one second the steps tell that a server sorts %s, and other events keep their place', async (_, steps) => {
    const same = steps.map(
      (step, index): JobEvent => ({ id: `ev-${index}`, created_at: 1, data: step === undefined ? null : { step } }),
    );
    const work = await bench(() => page(same));
    const read = await work.provider.events('ftjob-1').fresh(work.signal);
    const told = read.map(({ data }) => data);
    expect(told).toEqual([{ step: 1 }, { step: 2 }, null, { step: 3 }]);
  });

  test('times decide across pages', () => {
    const at = (created_at: number): JobEvent => ({ id: `${created_at}`, created_at });
    expect(inOrder([at(3), at(1), at(2)]).map(({ id }) => id)).toEqual(['1', '2', '3']);
  });
});

describe('being cut short', () => {
  test.each(['deadline', 'aborted'] as const)('%s between two looks', async (reason) => {
    const work: Bench = await bench((request, number) => {
      if (number === 4 && reason === 'aborted') work.abort.abort();
      if (number === 4 && reason === 'deadline') work.clock.advance(60 * 60_000);
      return isEvents(request) ? page([]) : { body: { id: 'ftjob-1', status: 'running' } };
    }, 10);
    const { end } = await watched(work);
    expect(end).toMatchObject({ reason, job: { status: 'running' } });
    expect(work.server.seen).toHaveLength(4);
  });
});
