/** When a job is looked at next: the policy by itself, and the course of two hundred jobs under it. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { coursesOf } from '../benchmarks/polling/courses.ts';
import { newsAlone } from '../benchmarks/polling/news-alone.ts';
import { simulated, sumsOf } from '../benchmarks/polling/simulation.ts';
import { found, missed } from '../benchmarks/polling/table.ts';
import type { Job, JobEvent } from '../src/api/objects.ts';
import { stepsOf } from '../src/api/steps.ts';
import { atFirst, guided, type Known, type Look, learned, type Pace, timeLeft } from '../src/job/polling.ts';
import { dialectOf } from '../src/providers/openai-wire/dialect.ts';
import { jobOf, WireJob } from '../src/providers/openai-wire/objects.ts';
import { TogetherEvent, TogetherJob } from '../src/providers/together/objects.ts';

const PACE = { from: 5, to: 60 };
const SECOND = 1000;
const BEGIN = 1_700_000_000 * SECOND;
const running = (more: Partial<Job> = {}): Job => ({ id: 'j', state: 'running', status: 'running', platform: {}, ...more });
const step = (number: number, total: number | undefined, at: number): JobEvent => ({
  id: `ev-${number}`,
  created_at: BEGIN / SECOND + at,
  data: { step: number, total_steps: total },
});

/** What is known after these looks, each at its second. */
function knownAfter(looks: readonly { readonly at: number; readonly job?: Job; readonly events?: readonly JobEvent[] }[]): Known {
  const begun = atFirst({ ...running(), state: 'queued', status: 'queued' }, BEGIN);
  return looks.reduce(
    (known, { at, job = running(), events }) => learned(known, { now: BEGIN + at * SECOND, job, events }, 5, PACE),
    begun,
  );
}

describe('when to look', () => {
  test('the longer a state has lasted, the rarer the looks; a new one is looked at closely', () => {
    const queued = { ...running(), state: 'queued', status: 'queued' } as const;
    const waits = [10, 300, 1000, 10_000].map((at) => guided(knownAfter([{ at, job: queued }]), PACE).seconds);
    expect(waits).toEqual([5, 12, 40, 60]);
    expect(guided(knownAfter([{ at: 10_000 }]), PACE).seconds).toBe(5);
    const silent = [100, 300, 40_000].map((at) => guided(knownAfter([{ at: 0 }, { at }]), PACE).seconds);
    expect(silent).toEqual([5, 12, 15]);
  });

  test('steps say when the end comes: far from it looks are rare, near it frequent, and rarer when it does not come', () => {
    const half = knownAfter([{ at: 0 }, { at: 1000, events: [step(1, 100, 10), step(50, 100, 990)] }]);
    expect(timeLeft(half)).toBe(990 * SECOND);
    expect(guided(half, PACE).seconds).toBe(12);
    const last = [{ at: 0 }, { at: 1000, events: [step(1, 100, 10)] }, { at: 1990, events: [step(99, 100, 1970)] }];
    expect(guided(knownAfter(last), PACE).seconds).toBe(5);
    const late = [200, 400].map((more) => guided(knownAfter([...last, { at: 1990 + more }]), PACE).seconds);
    expect(late).toEqual([8, 10]);
  });

  test('an estimate of the platform serves where there are no steps; steps know better', () => {
    const told = (at: number) => ({ at, job: running({ estimated_finish: BEGIN / SECOND + 1000 }) });
    expect(guided(knownAfter([{ at: 0 }, told(960)]), PACE).seconds).toBe(10);
    expect(guided(knownAfter([{ at: 0 }, told(990)]), PACE).seconds).toBe(5);
    // It has passed, and the steps are at a tenth.
    const wrong = knownAfter([{ at: 0 }, told(1000), { ...told(5000), events: [step(1, 100, 1000), step(10, 100, 4900)] }]);
    expect(wrong.nearSince).toBeUndefined();
    expect(guided(wrong, PACE).seconds).toBe(12);
    expect(timeLeft(knownAfter([{ at: 100, job: running({ seconds_left: 30 }) }]))).toBe(30 * SECOND);
  });

  test('an end that is always a minute away is looked for no longer than one that was named once', () => {
    const looks = [0, 2400, 3000].map((at) => ({ at, job: running({ estimated_finish: BEGIN / SECOND + at + 10 }) }));
    expect(guided(knownAfter(looks), PACE).seconds).toBe(10);
  });

  test("a job's own steps count as well as those of events; what goes back is believed once it is beyond", () => {
    const at = (now: number, number: number) => ({ at: now, job: running({ steps: { step: number, totalSteps: 100 } }) });
    expect(timeLeft(knownAfter([at(0, 1), at(490, 50)]))).toBe(500 * SECOND);
    expect(timeLeft(knownAfter([at(0, 1), at(490, 50), at(500, 40)]))).toBe(490 * SECOND);
    expect(timeLeft(knownAfter([at(0, 1), at(490, 50), at(990, 100)]))).toBe(0);
    expect(timeLeft(knownAfter([at(0, 1)]))).toBeUndefined();
    // The total is said once.
    expect(timeLeft(knownAfter([{ at: 490, events: [step(1, 100, 0), step(50, undefined, 490)] }]))).toBe(500 * SECOND);
    expect(timeLeft(knownAfter([{ at: 490, events: [step(1, undefined, 0), step(50, undefined, 490)] }]))).toBeUndefined();
  });

  test('events are read as they come, and ever more rarely where none do', () => {
    const silent: { at: number; events?: JobEvent[] }[] = [{ at: 0, events: [] }];
    const reads: number[] = [];
    for (let now = 0; now < 3600; ) {
      const next = guided(knownAfter(silent), PACE);
      now += next.seconds;
      silent.push(next.events ? { at: now, events: [] } : { at: now });
      if (next.events) reads.push(now);
    }
    const gaps = reads.map((at, index) => at - (reads[index - 1] ?? 0));
    expect(gaps.slice(0, 3).every((gap, index) => gap <= 20 * 2 ** index + 15)).toBe(true);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(315);
    expect(reads.length).toBeLessThan(18);
    const busy = knownAfter([{ at: 0, events: [step(1, 9, 0)] }, { at: 12 }]);
    expect(guided(busy, PACE)).toEqual({ seconds: 5, events: false });
    expect(guided(knownAfter([{ at: 0, events: [step(1, 9, 0)] }, { at: 16 }]), PACE).events).toBe(true);
  });
});

describe('what platforms say', () => {
  test('the steps of a job on the shared wire', () => {
    const sentJob = { id: 'j', status: 'running', trained_steps: 3, total_steps: 10 };
    expect(jobOf(WireJob.parse(sentJob), dialectOf()).steps).toEqual({ step: 3, totalSteps: 10 });
    expect(jobOf(WireJob.parse({ id: 'j', status: 'running' }), dialectOf()).steps).toBeUndefined();
  });

  test.each([
    [{ estimate_available: true, seconds_remaining: 90 }, 90],
    [{ estimate_available: false, seconds_remaining: 0 }, undefined],
    [undefined, undefined],
  ])('what remains, where a platform with a wire of its own says it: %j', (progress, left) => {
    expect(jobOf(TogetherJob.parse({ id: 'ft-1', status: 'running', progress }), dialectOf()).seconds_left).toBe(left);
  });

  test.each([
    [
      { step: 4, total_steps: 8 },
      { step: 4, totalSteps: 8 },
    ],
    // An event about no step says zero.
    [{ step: 0, total_steps: 0 }, undefined],
  ])('the steps of its events: %j', (sentEvent, steps) => {
    const event = TogetherEvent.parse({ created_at: '2026-11-01T10:00:00Z', message: 'm', ...sentEvent });
    expect(stepsOf(Reflect.get(event, 'data'))).toEqual(steps);
  });
});

describe('whatever a job says', () => {
  const moment = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const number = fc.oneof(fc.integer({ min: -5, max: 500 }), fc.double());
  const looked = fc.record({
    wait: fc.integer({ min: 0, max: 5000 }),
    state: fc.constantFrom('queued', 'running', 'paused', 'cancelling'),
    estimate: fc.option(moment),
    left: fc.option(number),
    events: fc.option(fc.array(fc.record({ at: moment, step: number, total: fc.option(number) }), { maxLength: 5 })),
  });

  test.each<Pace>([PACE, { from: 7, to: 7 }, { from: 0.5, to: 5 }])(
    'looks keep to the pace, and no hour has more requests than the shortest wait allows: %j',
    (pace) => {
      fc.assert(
        fc.property(fc.array(looked, { minLength: 1, maxLength: 30 }), (course) => {
          let now = BEGIN;
          let known = atFirst(running(), now);
          for (const { wait, state, estimate, left, events } of course) {
            now += wait * SECOND;
            const look: Look = {
              now,
              job: running({
                state,
                status: state,
                estimated_finish: estimate === null ? null : now + estimate,
                seconds_left: left,
              }),
              events: events?.map(({ at, step: index, total }) => ({
                ...{ id: 'e', created_at: now / SECOND + at },
                data: { step: index, total_steps: total },
              })),
            };
            known = learned(known, look, wait, pace);
            const { seconds, events: reads } = guided(known, pace);
            expect(seconds).toBeGreaterThanOrEqual(pace.from);
            expect(seconds).toBeLessThanOrEqual(pace.to);
            if (pace.from === pace.to) expect(reads).toBe(true);
            expect(guided(known, pace)).toEqual({ seconds, events: reads });
          }
        }),
      );
    },
  );
});

describe('two hundred jobs', () => {
  test.each([1, 7])('their ends are noticed within seconds, with no more requests than by news alone: seed %s', async (seed) => {
    const results = await found(coursesOf(200, seed));
    expect(results.map(({ all }) => all.length)).toEqual([200, 200]);
    expect(missed(results)).toEqual([]);
    expect(missed(results.toReversed())).not.toEqual([]);
  });

  test('courses are the same for the same seed, and end between minutes and twelve hours', async () => {
    const courses = coursesOf(200, 3);
    expect(JSON.stringify(courses)).toBe(JSON.stringify(coursesOf(200, 3)));
    const ends = courses.map(({ statuses }) => statuses.at(-1)?.at ?? 0).toSorted((left, right) => left - right);
    expect(ends[0]).toBeLessThan(600);
    expect(ends.at(-1)).toBeGreaterThan(9 * 3600);
    expect(ends.at(-1)).toBeLessThanOrEqual(12 * 3600);
    const few = courses.slice(0, 3);
    expect(sumsOf(await simulated(few, newsAlone)).requests).toBeGreaterThan(0);
  });
});
