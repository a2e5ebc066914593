/** What a job says of who asked for it, held against who asks now. Pure. */
import type { Job } from '../api/objects.ts';
import { isRun } from '../api/run.ts';

/** Whether a job says that another repository asked for it. */
export function isElsewhere({ origin }: Pick<Job, 'origin'>, repository: string | undefined): boolean {
  const said = origin?.repository;
  return said !== undefined && Boolean(repository) && said.toLowerCase() !== repository?.toLowerCase();
}

/** Where a run stands: which run and attempt, and which of its jobs by GitHub's own number. */
const PLACE = /^(\d+\/\d+)\b.* #(\d+)$/;

/**
 * How a run is named in the jobs that it asks for.
 * @param check GitHub's number of the workflow job, where it is known
 */
export function runName(
  {
    runId,
    runAttempt,
    job,
    step,
  }: { readonly runId: string; readonly runAttempt: string; readonly job: string; readonly step: string },
  check: string | undefined,
): string | undefined {
  if (runId === '') return undefined;
  return [`${runId}/${runAttempt}`, job, step, check === undefined ? '' : `#${check}`].filter((part) => part !== '').join(' ');
}

/**
 * Whether another job of the same attempt asked for it: a workflow that is called twice in a run has the same
 * names twice.
 */
export function isSibling({ origin }: Pick<Job, 'origin'>, run: string | undefined): boolean {
  if (isRun(origin, run)) return false;
  const [, ours, own] = PLACE.exec(run ?? '') ?? [];
  const [, theirs, other] = PLACE.exec(origin?.run ?? '') ?? [];
  return ours !== undefined && ours === theirs && own !== other;
}
