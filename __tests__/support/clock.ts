import type { Clock } from '../../src/ports.ts';

/** A clock that a test moves: sleeping takes no time, and what was slept is remembered. Timers are no part of what these tests are about. */
export function handClock(start = 1_700_000_000_000): Clock & { readonly slept: number[]; advance(milliseconds: number): void } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    async sleep(milliseconds, signal) {
      if (signal?.aborted) return;
      slept.push(milliseconds);
      now += milliseconds;
    },
    advance(milliseconds) {
      now += milliseconds;
    },
  };
}
