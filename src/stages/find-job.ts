/** The job that an operation is about. */
import { isTerminal, type Job } from '../api/objects.ts';
import { ActionError, ProviderError } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { candidates, findIdentical } from '../job/lookup.ts';
import { newest } from '../job/newest.ts';
import { isElsewhere } from '../job/origin.ts';
import { byAge, planOf } from '../job/plan.ts';
import type { Work } from '../job/work.ts';
import { counted } from '../report/text.ts';
import { type World, warn } from '../run/step.ts';
import { acceptData } from './accept-data.ts';
import { priceOf } from './estimate.ts';
import { identifyJob } from './identify-job.ts';
import { warnOfOtherMetadata } from './other-metadata.ts';

/** Whether a job carries all these pairs; asked again on our side, because some servers ignore the filter. */
export function carriesAll(job: Job, metadata: Readonly<Record<string, string>> | undefined): boolean {
  return Object.entries(metadata ?? {}).every(([key, value]) => job.metadata?.[key] === value);
}

/** Says that not all of a list could be kept. */
export function listCut(world: World, what: string): (kept: number) => void {
  return (kept) => warn(world, `The list of ${what} is larger than the 32 MiB that are kept of it; ${kept} ${what} are.`);
}

/** A job's status is one of those that were asked for, or none was. */
const hasStatus = (job: Job, status: Inputs['status']) => status === undefined || status.includes(job.status);

/** The jobs that `metadata` and `status` ask for, newest first. */
export async function matchingJobs(world: World, limit: number, work: Work): Promise<readonly Job[]> {
  const { metadata, status, any_repository } = world.inputs;
  const { repository } = world.runner.context;
  let passed = 0;
  const accept = (job: Job) => {
    if (!carriesAll(job, metadata) || !hasStatus(job, status)) return false;
    if (metadata === undefined || any_repository || !isElsewhere(job, repository)) return true;
    passed += 1;
    return false;
  };
  const found = await newest(work.provider.jobs(metadata, work), { limit, accept, onCut: listCut(world, 'jobs') });
  if (passed > 0)
    work.say(`${counted(passed, 'matching job')} of another repository passed over; any_repository: true takes them too.`);
  return found;
}

/** Whether the inputs of a creation are given, by which one job is meant and no other. */
const hasRequest = ({ model, training_file }: Inputs) => model !== undefined && training_file.length > 0;

/** What was looked for, in words. */
export function wanted({ inputs }: World): string {
  const { job_id, metadata, status } = inputs;
  const which =
    job_id !== undefined
      ? `with job_id: ${job_id}`
      : hasRequest(inputs)
        ? 'with the fingerprint of these inputs'
        : `with metadata ${JSON.stringify(metadata)}`;
  return `${which}${status === undefined || job_id !== undefined ? '' : ` and status: ${status.join(', ')}`}`;
}

/**
 * The job itself: by `job_id`, else, where the inputs of `create` are given, by their fingerprint, else the
 * newest with this `metadata`.
 */
async function namedJob(world: World, work: Work): Promise<Job | undefined> {
  const { job_id } = world.inputs;
  if (job_id !== undefined) {
    return work
      .attempt('read', () => work.provider.look(job_id, work.signal))
      .catch((error: unknown) => {
        if (error instanceof ProviderError && error.facts.kind === 'missing') return undefined;
        throw error;
      });
  }
  if (!hasRequest(world.inputs)) return (await matchingJobs(world, 1, work))[0];
  const job = await byFingerprint(world, work);
  if (job !== undefined) warnOfOtherMetadata(world, job);
  return job;
}

async function byFingerprint(world: World, work: Work): Promise<Job | undefined> {
  const mark = await identifyJob(world, await acceptData(world), work);
  const { jobs, unclear, unproved } = await findIdentical(mark, work);
  const { status } = world.inputs;
  const matching = jobs.filter((job) => hasStatus(job, status));
  const plan = planOf(await candidates(matching, work), unclear, unproved);
  if (plan.action === 'refuse') {
    // Watching costs nothing: one that has ended is shown with what became of it.
    if (plan.job?.state === 'succeeded' && jobs.includes(plan.job)) return plan.job;
    throw new ActionError(`${plan.job === undefined ? 'No job is' : `Job ${plan.job.id} is not`} taken up: ${plan.reason}.`);
  }
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
export async function findJob(world: World, work: Work): Promise<Job | undefined> {
  const job = await namedJob(world, work);
  if (job === undefined) notFound(world);
  return job;
}

/** From here on this job is meant. Its ID is published at once: a run that is killed later has named it. */
export function takeUp(world: World, job: Job): void {
  const { runner, record, connection } = world;
  record.note({
    kind: 'job taken up',
    job,
    origin: job.origin,
    price: priceOf(world, job.model ?? '', job.method ?? undefined),
    jobUrl: connection.profile.jobPage?.(job.id),
  });
  runner.setOutput('job_id', job.id);
}

/** No match: what `if_not_found` says. @throws ActionError unless it is `empty` */
export function notFound(world: World): void {
  const text = `There is no job ${wanted(world)}.`;
  if (world.inputs.if_not_found === 'fail') {
    throw new ActionError(
      `${text} Check the input and that the key belongs to the project of the job, or write if_not_found: empty.`,
    );
  }
  world.record.note({ kind: 'ending', ending: 'absent' });
  world.runner.info(text);
}
