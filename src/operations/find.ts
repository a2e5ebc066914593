/** The job that an operation is about. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ActionError, ProviderError } from '../errors.ts';
import { candidates, findIdentical } from '../job/lookup.ts';
import { newest } from '../job/newest.ts';
import { byAge, planOf } from '../job/plan.ts';
import type { Work } from '../job/work.ts';
import { prepareData, priceOf } from './data.ts';
import { markFor } from './identity.ts';
import type { Step } from './step.ts';

/** Whether a job bears all these pairs; asked again on our side, because some servers ignore the filter. */
export function bearsAll(job: Job, metadata: Readonly<Record<string, string>> | undefined): boolean {
  return Object.entries(metadata ?? {}).every(([key, value]) => job.metadata?.[key] === value);
}

/** The jobs that `metadata` and `status` ask for, newest first. */
export function matchingJobs({ inputs }: Step, limit: number, work: Work): Promise<readonly Job[]> {
  const { metadata, status } = inputs;
  const accept = (job: Job) => bearsAll(job, metadata) && (status === undefined || job.status === status);
  return newest(work.provider.jobs(metadata, work), { limit, accept });
}

/** What was looked for, in words. */
export function wanted({ inputs }: Step): string {
  const { job_id, metadata, status } = inputs;
  const which =
    job_id !== undefined
      ? `with job_id: ${job_id}`
      : metadata !== undefined
        ? `with metadata ${JSON.stringify(metadata)}`
        : 'with the fingerprint of these inputs';
  return `${which}${status === undefined || job_id !== undefined ? '' : ` and status: ${status}`}`;
}

/** The job itself: by `job_id`, else the newest with this `metadata`, else, where the inputs of `create` are given, by their fingerprint. */
async function look(step: Step, work: Work): Promise<Job | undefined> {
  const { job_id, metadata } = step.inputs;
  if (job_id !== undefined) {
    return work
      .attempt('read', () => work.provider.look(job_id, work.signal))
      .catch((error: unknown) => {
        if (error instanceof ProviderError && error.facts.kind === 'missing') return undefined;
        throw error;
      });
  }
  return metadata === undefined ? byFingerprint(step, work) : (await matchingJobs(step, 1, work))[0];
}

async function byFingerprint(step: Step, work: Work): Promise<Job | undefined> {
  const data = await prepareData(step);
  const { jobs, unclear } = await findIdentical(await markFor(step, data, work), work);
  const { status } = step.inputs;
  const matching = jobs.filter((job) => status === undefined || job.status === status);
  const plan = planOf(await candidates(matching, work), unclear);
  if (plan.action === 'refuse') throw new ActionError(`Job ${plan.job.id} is not taken up: ${plan.reason}.`);
  if (plan.action !== 'create') return plan.job;
  // Nothing lives: the last one to have ended says what became of it.
  return matching
    .filter((job) => isTerminal(job.state))
    .sort(byAge)
    .at(-1);
}

/**
 * The job that the inputs name.
 * @returns undefined when there is none and `if_not_found` is `empty`
 * @throws ActionError when there is none and it is `fail`
 */
export async function findJob(step: Step, work: Work): Promise<Job | undefined> {
  const job = await look(step, work);
  if (job === undefined) notFound(step);
  return job;
}

/** Keeps the job in the findings, and publishes its ID at once: a run that is killed later has told it. */
export function takeUp(step: Step, job: Job): void {
  const { runner, draft, connection } = step;
  draft.job = job;
  draft.origin = job.origin;
  draft.price ??= priceOf(step, job.model ?? '');
  if (draft.provider !== undefined) draft.provider = { ...draft.provider, jobUrl: connection.profile.jobPage?.(job.id) };
  runner.setOutput('job_id', job.id);
}

/** No match: what `if_not_found` says. @throws ActionError unless it is `empty` */
export function notFound(step: Step): void {
  const text = `There is no job ${wanted(step)}.`;
  if (step.inputs.if_not_found === 'fail') {
    throw new ActionError(
      `${text} Check the input and that the key belongs to the project of the job, or write if_not_found: empty.`,
    );
  }
  step.draft.ending = 'absent';
  step.runner.info(text);
}
