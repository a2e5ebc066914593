import type { Clock } from '../ports.ts';

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(milliseconds, signal) {
    if (signal?.aborted) return;
    const { setTimeout } = await import('node:timers/promises');
    try {
      await setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (!Error.isError(error) || error.name !== 'AbortError') throw error;
    }
  },
};
