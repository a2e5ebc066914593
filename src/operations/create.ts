/** The story of `operation: create`: prove the data, look for the same job, send the files, create once, watch to the end. */
import type { Job } from '../api/objects.ts';
import { AbortedError, ActionError, JobError, ProviderError } from '../errors.ts';
import { type Launched, launch } from '../job/launch.ts';
import { candidates, findIdentical, settleRace } from '../job/lookup.ts';
import { type Plan, planOf } from '../job/plan.ts';
import { jobRequest } from '../job/request.ts';
import type { Work } from '../job/work.ts';
import type { Mark } from '../providers/port.ts';
import { planLine } from '../report/log.ts';
import { type Data, type DataFile, prepareData } from './data.ts';
import { cancelOnRequest } from './ending.ts';
import { markFor } from './identity.ts';
import { checkModel } from './model-life.ts';
import { lacksCredential, open } from './server.ts';
import { type Step, stage, warn } from './step.ts';
import { tidy, type Upload } from './tidy.ts';
import { announce, watchToEnd } from './watching.ts';

/** A second look for a racing run comes this long after the creation, in milliseconds: lists may lag by a minute. */
const SECOND_LOOK = 70_000;

/** Runs the whole story; what is found on the way stands in the step's draft, whatever happens. */
export async function create(step: Step): Promise<void> {
  const { runner, draft } = step;
  const data = await stage(step, 'Check the data', () => prepareData(step));
  await step.tell('checked');
  if (lacksCredential(step) && runner.context.withoutSecrets) return withoutCredential(step);

  const work = await open(step);
  const mark = await markFor(step, data, work);
  const uploads: Upload[] = [];
  const follower = { step, data, mark, uploads, work };
  let before: { readonly job: Job; readonly owned: boolean } | undefined;
  for (let round = 1; ; round += 1) {
    const { plan, unclear } = await decide(mark, step.inputs.reuse, work);
    // A job of ours that someone cancelled is not created anew against their will; one that a racing run cancelled has a twin to go on with.
    if (before !== undefined && (round > ROUNDS || (before.owned && plan.action === 'create')))
      throw cancelledByOthers(before.job);
    // A job of another run is none that this run would know.
    const reason = plan.action === 'create' && !step.inputs.reuse && round === 1 ? 'reuse is false' : plan.reason;
    draft.reason = reason;
    runner.info(planLine(plan.action, reason, plan.action === 'create' ? undefined : plan.job.id));
    if (plan.action === 'refuse') throw new ActionError(`Job ${plan.job.id} is not repeated: ${plan.reason}.`);
    before = await carryOut({ ...follower, unclear }, plan);
    if (before === undefined) break;
    runner.info(`Job ${before.job.id} was cancelled by someone else; looking once more.`);
  }
  if (draft.ending === 'succeeded') await tidy(step, uploads, work);
}

/** So often a job that someone else cancelled is followed by another look. */
const ROUNDS = 3;

/** What every round needs. */
interface Follower {
  readonly step: Step;
  readonly data: Data;
  readonly mark: Mark;
  /** What this run has sent; it grows. */
  readonly uploads: Upload[];
  readonly work: Work;
  /** Jobs of which it cannot be proved that they ask for something else. */
  readonly unclear: readonly Job[];
}

function cancelledByOthers(job: Job): JobError {
  return new JobError(`Job ${job.id} was cancelled by someone else. Run the workflow again to create it anew.`, 'cancelled');
}

/** Creates or attaches, and waits for the end. @returns the job, when someone else cancelled it */
async function carryOut(
  follower: Follower,
  plan: Exclude<Plan, { action: 'refuse' }>,
): Promise<{ readonly job: Job; readonly owned: boolean } | undefined> {
  const { step, mark, work } = follower;
  const { draft } = step;
  const owned = plan.action === 'create';
  const job = owned ? (await createJob(follower)).job : plan.job;
  announce(step, job, !owned);
  await step.tell('queued');
  try {
    const cancelled = await finish(step, job, owned, mark.fingerprint, work);
    return cancelled === undefined ? undefined : { job: cancelled, owned: owned && draft.reused === false };
  } catch (error) {
    if (!(error instanceof AbortedError)) throw error;
    return cancelOnRequest(step, draft.job ?? job, owned && draft.reused === false, work);
  }
}

/** Looks for twins of a job that racing runs created. A look that fails does not lose the job; the next one, or the next run, will see them. */
async function settle(step: Step, job: Job, fingerprint: string, work: Work): Promise<Job | undefined> {
  try {
    return await settleRace(job, fingerprint, work);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    warn(step, `It could not be seen whether another run created the same job. ${error.message}`);
    return undefined;
  }
}

/** Waits for the end, as far as asked, and judges it. @returns the job, when someone else cancelled it */
async function finish(step: Step, job: Job, owned: boolean, fingerprint: string, work: Work): Promise<Job | undefined> {
  const { runner, draft, inputs } = step;
  const winner = owned ? await settle(step, job, fingerprint, work) : undefined;
  if (winner !== undefined) announce(step, winner, true);
  if (!inputs.wait) {
    runner.saveState('phase', 'ended');
    draft.ending = 'detached';
    runner.info(`Not waiting for ${draft.job?.id} (wait: false).`);
    return undefined;
  }
  let secondLook = owned && winner === undefined ? step.clock.now() + SECOND_LOOK : Number.POSITIVE_INFINITY;
  const onLook = async () => {
    if (step.clock.now() < secondLook) return undefined;
    secondLook = Number.POSITIVE_INFINITY;
    const other = await settle(step, job, fingerprint, work);
    if (other !== undefined) announce(step, other, true);
    return other;
  };
  return watchToEnd(step, winner ?? job, owned, work, onLook);
}

async function createJob({ step, data, mark, uploads, unclear, work }: Follower): Promise<Launched> {
  const { inputs, runner } = step;
  await checkModel(step, work);
  work.provider.check?.(inputs);
  const place = async (file: DataFile, fingerprint?: string) => {
    if (file.kind === 'id') return file.id;
    const { id, uploaded, marked } = await work.provider.place({ ...file.upload, fingerprint }, work);
    if (uploaded) uploads.push({ id, proves: marked });
    return id;
  };
  const files = await stage(step, 'Send the data', async () => ({
    training_file: await place(data.training, mark.fingerprint),
    validation_file: data.validation === undefined ? undefined : await place(data.validation),
  }));
  runner.setOutput('training_file_id', files.training_file);
  if (files.validation_file !== undefined) runner.setOutput('validation_file_id', files.validation_file);
  return launch(
    {
      request: jobRequest(inputs, files),
      mark,
      known: new Set(unclear.map(({ id }) => id)),
      remember: (phase, job) => {
        runner.saveState('fingerprint', mark.fingerprint);
        runner.saveState('phase', phase);
        if (job !== undefined) {
          runner.saveState('job_id', job.id);
          runner.setOutput('job_id', job.id);
        }
      },
    },
    work,
  );
}

/** The plan over what the provider holds now. A job on its way to being cancelled is awaited first. */
async function decide(
  mark: Mark,
  reuse: boolean,
  work: Work,
): Promise<{ readonly plan: Plan; readonly unclear: readonly Job[] }> {
  for (;;) {
    const { jobs, unclear } = await findIdentical(mark, work);
    const plan = planOf(await candidates(jobs, work), reuse ? unclear : []);
    if (plan.action !== 'settle') return { plan, unclear };
    work.say(`${plan.reason} (${plan.job.id}).`);
    await work.clock.sleep(5000, work.signal);
    if (work.signal.aborted || work.clock.now() > work.deadline) {
      throw new ActionError(`Job ${plan.job.id} is still being cancelled; nothing was created. Run again when it has ended.`);
    }
  }
}

/** A fork's pull request has no secrets: its data is proved, and that is all that can be done. */
function withoutCredential({ runner, draft }: Step): void {
  draft.ending = 'skipped';
  runner.notice(
    'No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.',
  );
}
