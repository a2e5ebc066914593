/**
 * The method is read back: a gateway that drops it would train, and be paid for, otherwise than was asked.
 */
import { methodName } from '../api/method.ts';
import { isTerminal, type Job } from '../api/objects.ts';
import { JobError } from '../errors.ts';
import { RETRY } from '../job/backoff.ts';
import type { Work } from '../job/work.ts';
import { inertLine } from '../report/text.ts';
import { type World, warn } from '../run/step.ts';
import { cancelJob } from './cancel-or-detach.ts';
import type { HeldJob } from './follow.ts';

/** What the job says of its method: that it is the one that was asked for, another, or nothing. Pure. */
export function methodEcho({ method }: Pick<Job, 'method'>, asked: unknown): 'same' | 'silent' | { readonly other: string } {
  const echoed = method?.type;
  if (!echoed) return 'silent';
  return echoed === methodName(asked) ? 'same' : { other: echoed };
}

/**
 * Holds a job against the method that was asked for.
 * @throws JobError for another one, when the job has been cancelled
 */
export async function holdToMethod(world: World, held: HeldJob, work: Work): Promise<void> {
  const asked = methodName(world.inputs.method);
  const echo = methodEcho(held.job, world.inputs.method);
  if (echo === 'same') return;
  const id = inertLine(held.job.id, 80);
  if (echo === 'silent') {
    // What a server without methods does is the supervised one.
    if (asked !== 'supervised')
      warn(world, `Job ${id} does not say by which method it trains, so it is not proved that it is ${asked}.`);
    return;
  }
  const other = inertLine(echo.other, 80);
  const done = isTerminal(held.job.state)
    ? `It is ${held.job.status}.`
    : await cancelJob(world, held, work, { patience: RETRY.verb.patience, byDeletion: false });
  throw new JobError(
    `Job ${id} trains by ${other}, and ${asked} was asked for: what stands between dropped the method. ${done} Ask the platform directly, or write method: ${other}.`,
    'other_method',
  );
}
