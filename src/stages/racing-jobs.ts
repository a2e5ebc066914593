/** Jobs for the same data that racing runs created: which one to go on with. */
import type { Job } from '../api/objects.ts';
import { AbortedError, ProviderError } from '../errors.ts';
import { settleRace } from '../job/lookup.ts';
import type { Work } from '../job/work.ts';
import { type World, warn } from '../run/step.ts';
import type { Exchange, HeldJob } from './follow.ts';
import { announce } from './watch-to-end.ts';

/**
 * A second look for a racing run comes this long after the first, in milliseconds: lists may lag by a minute.
 */
const SECOND_LOOK = 70_000;

/**
 * The older job of a racing run, if there is one. A look that fails does not lose the job; the next one, or
 * the next run, sees it.
 */
async function olderJob(world: World, job: Job, fingerprint: string, work: Work): Promise<Job | undefined> {
  try {
    return await settleRace(job, fingerprint, work);
  } catch (error) {
    // Whoever watches the job hears of the cancelled run by itself.
    if (error instanceof AbortedError) return undefined;
    if (!(error instanceof ProviderError)) throw error;
    warn(world, `It could not be seen whether another run created the same job. ${error.message}`);
    return undefined;
  }
}

/** The job to go on with: the held one, or, where this run created it beside an older one, that. */
export async function settleHeld(world: World, held: HeldJob, fingerprint: string, work: Work): Promise<HeldJob> {
  if (!held.ours) return held;
  const winner = await olderJob(world, held.job, fingerprint, work);
  if (winner === undefined) return held;
  const other = { job: winner, ours: false };
  announce(world, other);
  return other;
}

/** Looks once more, when lists have caught up. */
export function secondLook(world: World, fingerprint: string, work: Work): Exchange {
  const due = world.clock.now() + SECOND_LOOK;
  let looked = false;
  return async (held) => {
    if (looked || world.clock.now() < due) return held;
    looked = true;
    return settleHeld(world, held, fingerprint, work);
  };
}
