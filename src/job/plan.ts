/**
 * Create, attach or reuse: decided from what the provider already holds, with the reason in a line. Pure;
 * printing a decision is the dry run.
 */
import { isTerminal, type Job, timeOf } from '../api/objects.ts';

/**
 * What to do. `settle`: an identical job is on its way to being cancelled; wait for its end and plan again.
 */
export type Plan =
  | { readonly action: 'create'; readonly reason: string }
  | { readonly action: 'attach'; readonly job: Job; readonly reason: string; readonly surplus: readonly Job[] }
  | { readonly action: 'reuse'; readonly job: Job; readonly reason: string }
  | { readonly action: 'settle'; readonly job: Job; readonly reason: string }
  | { readonly action: 'refuse'; readonly job: Job | undefined; readonly reason: string };

/**
 * An identical job and what is known of its model: `gone` when the provider says that it does not exist, or
 * that this key may not see it.
 */
export interface Candidate {
  readonly job: Job;
  readonly modelGone: boolean;
}

/** The order in which identical jobs win: the oldest first, then the smallest ID. */
export function byAge(left: Job, right: Job): number {
  return (
    (left.created_at ?? Number.POSITIVE_INFINITY) - (right.created_at ?? Number.POSITIVE_INFINITY) ||
    (left.id < right.id ? -1 : 1)
  );
}

function day(job: Job): string {
  const time = timeOf(job.created_at || undefined);
  return time === '' ? '' : ` of ${time.slice(0, 10)}`;
}

/**
 * Decides over the jobs that carry the fingerprint, in any order.
 * @param unclear jobs that may be identical, which cannot be proved; they count only where nothing else
 *   decides
 * @param unproved why there may be more jobs than were seen; it counts likewise
 */
export function planOf(candidates: readonly Candidate[], unclear: readonly Job[] = [], unproved?: string): Plan {
  const jobs = candidates.map(({ job }) => job).sort(byAge);
  const live = jobs.filter((job) => !isTerminal(job.state) && job.state !== 'cancelling');
  const [winner, ...surplus] = live;
  const succeeded = candidates.filter(({ job }) => job.state === 'succeeded').sort((left, right) => byAge(left.job, right.job));
  const usable = succeeded.filter(({ modelGone }) => !modelGone).at(-1);
  if (usable !== undefined) {
    return {
      action: 'reuse',
      job: usable.job,
      reason: `an identical job${day(usable.job)} has succeeded; ${usable.job.fine_tuned_model ? 'its model is used again' : 'it is not paid for again, though the platform names no model'}`,
    };
  }
  if (winner !== undefined) {
    return {
      action: 'attach',
      job: winner,
      surplus,
      reason: `an identical job${day(winner)} is ${winner.status}; it is watched instead of paying again`,
    };
  }
  const ending = jobs.find((job) => job.state === 'cancelling');
  if (ending !== undefined)
    return { action: 'settle', job: ending, reason: `an identical job is being cancelled; its end is awaited` };
  const failed = jobs.filter((job) => job.state === 'failed');
  const refused = failed.find((job) => (job.trained_tokens ?? 0) > 0 && job.error?.moderated);
  if (refused !== undefined) {
    return {
      action: 'refuse',
      job: refused,
      reason: `an identical job was trained and then refused (${refused.error?.message ?? refused.error?.code}); it is not paid for again until the inputs change, or with reuse: false`,
    };
  }
  const [first, ...others] = unclear;
  if (first !== undefined) {
    const names = [first, ...others.slice(0, 4)].map(({ id, status }) => `${id} (${status})`).join(', ');
    return {
      action: 'refuse',
      job: first,
      reason: `nothing shows that this server keeps metadata, and it cannot be proved that ${names}${others.length > 4 ? ` and ${others.length - 4} more` : ''} asks for something else; go on with operation: wait and its job_id, or create anew with reuse: false`,
    };
  }
  const gone = succeeded.at(-1);
  if (gone !== undefined) {
    return {
      action: 'refuse',
      job: gone.job,
      reason: `an identical job${day(gone.job)} has succeeded, and the server says that its model ${gone.job.fine_tuned_model} does not exist or that this key may not see it; go on with reuse: false to pay for it again, or with a key that sees it`,
    };
  }
  if (unproved !== undefined) {
    return {
      action: 'refuse',
      job: undefined,
      reason: `it is not proved that no identical job exists: ${unproved}; go on with operation: wait and job_id, or create anew with reuse: false`,
    };
  }
  const last = failed.at(-1);
  if (last !== undefined)
    return { action: 'create', reason: `an identical job${day(last)} failed (${last.error?.message ?? 'without a reason'})` };
  if (jobs.length > 0) return { action: 'create', reason: 'an identical job was cancelled' };
  return { action: 'create', reason: 'no identical job exists' };
}
