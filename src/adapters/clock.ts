import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    if (signal?.aborted) return;
    try {
      await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (!Error.isError(error) || error.name !== 'AbortError') throw error;
    }
  },
};
