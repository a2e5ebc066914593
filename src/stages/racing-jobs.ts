/** Jobs for the same data that racing runs created: which one to go on with. */
import type { Job } from '../api/objects.ts';
import { AbortedError, ProviderError } from '../errors.ts';
import { type Apart, settleRace } from '../job/lookup.ts';
import type { Work } from '../job/work.ts';
import type { Mark } from '../providers/port.ts';
import { type World, warn } from '../run/step.ts';
import type { Exchange, HeldJob } from './follow.ts';
import { announce } from './watch-to-end.ts';

/**
 * Looks for racing runs come so long after the creation, in milliseconds: lists may lag by a minute. A step
 * that does not wait for its job makes those of the first quarter of a minute.
 */
const LOOKS = [2000, 5000, 15_000, 35_000, 70_000];
const LOOKS_IN_PASSING = LOOKS.slice(0, 3);

/** What is looked for. */
export interface Race {
  readonly mark: Mark;
  /** Jobs with the same fingerprint that others asked for on purpose. */
  readonly isApart: Apart;
}

/**
 * The job of a racing run that wins, if there is one. A look that fails does not lose the job; the next one,
 * or the next run, sees it.
 */
async function winnerOf(world: World, job: Job, { mark, isApart }: Race, work: Work): Promise<Job | undefined> {
  try {
    return await settleRace(job, mark, work, isApart);
  } catch (error) {
    // Whoever watches the job hears of the cancelled run by itself.
    if (error instanceof AbortedError) return undefined;
    if (!(error instanceof ProviderError)) throw error;
    warn(world, `It could not be seen whether another run created the same job. ${error.message}`);
    return undefined;
  }
}

/** The job to go on with: the held one, or, where this run created it beside one that wins, that. */
export async function settleHeld(world: World, held: HeldJob, race: Race, work: Work): Promise<HeldJob> {
  if (!held.ours) return held;
  const winner = await winnerOf(world, held.job, race, work);
  if (winner === undefined) return held;
  const other = { job: winner, ours: false };
  announce(world, other);
  return other;
}

/** Looks again and again while the job is watched, as lists catch up. */
export function looksWhileWatching(world: World, race: Race, work: Work): Exchange {
  const from = world.clock.now();
  let due: readonly number[] = LOOKS;
  return async (held) => {
    const late = due.filter((wait) => world.clock.now() < from + wait);
    if (late.length === due.length) return held;
    due = late;
    return settleHeld(world, held, race, work);
  };
}

/** The looks of a step that does not wait for its job; they end with the run, and with the step's time. */
export async function looksInPassing(world: World, created: HeldJob, race: Race, work: Work): Promise<HeldJob> {
  // Nobody else creates jobs with a server that the step itself runs.
  if (world.connection.profile.embedded) return created;
  const from = world.clock.now();
  let held = created;
  for (const wait of LOOKS_IN_PASSING) {
    if (!held.ours || from + wait > work.deadline) break;
    await world.clock.sleep(from + wait - world.clock.now(), work.signal);
    if (work.signal.aborted) break;
    held = await settleHeld(world, held, race, work);
  }
  return held;
}
