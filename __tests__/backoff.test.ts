import { describe, expect, test } from '@jest/globals';
import { ActionError, ProviderError, type ProviderFacts } from '../src/errors.ts';
import { isRepeatable, pause, RETRY, type RetryPolicy, retrying } from '../src/job/backoff.ts';
import { handClock } from './support/clock.ts';

const failure = (facts: Partial<ProviderFacts>) =>
  new ProviderError('failed', { call: 'GET /x', fate: 'refused', detail: 'd', ...facts });

describe('what is repeated', () => {
  test.each<[string, Partial<ProviderFacts>, Partial<Record<keyof typeof RETRY, boolean>>]>([
    ['500', { status: 500, fate: 'unknown' }, { read: true, watch: true, extra: true, verb: true, upload: false, create: false }],
    ['nothing sent', { fate: 'unsent' }, { read: true, watch: true, create: true, upload: true }],
    ['429', { kind: 'limited' }, { read: true, create: true }],
    ['429 without credit', { kind: 'limited', final: true }, { read: false, watch: false, create: false }],
    ['404', { kind: 'missing', final: true }, { read: false, watch: true, create: false }],
    ['401', { status: 401, final: true }, { read: false, watch: false }],
    ['401 while a paid job runs', { status: 401, kind: 'credential', final: true }, { read: false, watch: true, create: false }],
    ['400', { status: 400 }, { read: false, watch: false, create: false }],
  ])('%s', (_, facts, expected) => {
    const policies: [string, RetryPolicy][] = Object.entries(RETRY);
    for (const [name, policy] of policies) {
      const wanted: boolean | undefined = Reflect.get(expected, name);
      if (wanted !== undefined) expect([name, isRepeatable(failure(facts), policy)]).toEqual([name, wanted]);
    }
  });

  test('an error of another kind is not', () => {
    expect(isRepeatable(new Error('x'), RETRY.read)).toBe(false);
  });
});

describe('how long is waited', () => {
  test('doubling, spread by up to a quarter, never sooner than the server asks', () => {
    expect([1, 2, 3, 9].map((number) => pause(RETRY.read, number, undefined, 0))).toEqual([1000, 2000, 4000, 30_000]);
    expect(pause(RETRY.read, 1, undefined, 1)).toBe(750);
    expect(pause(RETRY.read, 1, 90_000, 0)).toBe(90_000);
  });

  test.each([
    ['what will stay as it is', RETRY.read, {}, 10_000],
    ['but a job that is paid for is watched on', RETRY.watch, { deadline: 60_000 }, 60_000],
  ])('no longer than it is worth: %s', async (_, policy, more, most) => {
    const clock = handClock();
    const began = clock.now();
    const call = () => Promise.reject(failure({ fate: 'unsent', patience: 10_000 }));
    const until = 'deadline' in more ? { deadline: began + more.deadline } : {};
    await expect(retrying(policy, { clock, ...until }, call)).rejects.toBeInstanceOf(ProviderError);
    const slept = clock.slept.reduce((sum, wait) => sum + wait, 0);
    expect(slept).toBeLessThanOrEqual(most);
    expect(slept).toBeGreaterThan(most / 4);
  });

  test('until patience ends, and then the last failure is told', async () => {
    const clock = handClock();
    let calls = 0;
    const call = async () => {
      calls += 1;
      throw failure({ status: 500, fate: 'unknown', detail: String(calls) });
    };
    await expect(retrying(RETRY.extra, { clock }, call)).rejects.toBeInstanceOf(ProviderError);
    expect(clock.slept.reduce((sum, wait) => sum + wait, 0)).toBeLessThanOrEqual(RETRY.extra.patience);
    expect(calls).toBeGreaterThan(3);
  });

  test("the server's own time is waited for beyond our patience, but not beyond the deadline", async () => {
    const clock = handClock();
    const once = () => {
      let calls = 0;
      return async () => {
        calls += 1;
        if (calls === 1) throw failure({ kind: 'limited', retryAfter: 10 * 60_000 });
        return 'ok';
      };
    };
    expect(await retrying(RETRY.read, { clock }, once())).toBe('ok');
    await expect(retrying(RETRY.read, { clock, deadline: clock.now() + 60_000 }, once())).rejects.toBeInstanceOf(ProviderError);
    // What surrounds a job does not hold it up for so long.
    await expect(retrying(RETRY.extra, { clock }, once())).rejects.toBeInstanceOf(ProviderError);
  });

  test('cancelled while waiting', async () => {
    const abort = new AbortController();
    const call = async () => {
      abort.abort();
      throw failure({ fate: 'unsent' });
    };
    await expect(retrying(RETRY.read, { clock: handClock(), signal: abort.signal }, call)).rejects.toMatchObject({
      name: 'AbortedError',
    });
  });

  test('each repetition is told; other errors pass through', async () => {
    const told: number[] = [];
    let calls = 0;
    const call = async () => {
      calls += 1;
      if (calls < 3) throw failure({ fate: 'unsent' });
      throw new ActionError('something else');
    };
    await expect(retrying(RETRY.read, { clock: handClock(), onRetry: (_, wait) => told.push(wait) }, call)).rejects.toThrow(
      'something else',
    );
    expect(told).toHaveLength(2);
  });
});
