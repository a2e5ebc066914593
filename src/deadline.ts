/** The end of a step's own time, as a signal. */
import type { Clock } from './ports.ts';

/** What a timer can wait at most, in milliseconds; a later deadline comes after what begins then. */
const LONGEST_TIMER = 2 ** 31 - 1;

export interface Timed {
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** In milliseconds, by the clock. */
  readonly deadline: number;
}

/** Fires with the given signal, and when the deadline has passed. */
export function untilDeadline({ signal, clock, deadline }: Timed): AbortSignal {
  const left = Math.max(0, deadline - clock.now());
  return AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(Math.min(left, LONGEST_TIMER)))]);
}
