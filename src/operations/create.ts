/**
 * The story of `operation: create`: prove the data, look for the same job, send the files, create once, watch
 * to the end.
 */
import { isTerminal, type Job } from '../api/objects.ts';
import { ActionError, JobError } from '../errors.ts';
import { type Apart, candidates, findIdentical } from '../job/lookup.ts';
import { isSibling } from '../job/origin.ts';
import { type Plan, planOf } from '../job/plan.ts';
import type { Work } from '../job/work.ts';
import { planLine } from '../report/job-log.ts';
import { leaveJob } from '../run/left-job.ts';
import { type Step, stage, type World } from '../run/step.ts';
import { acceptData } from '../stages/accept-data.ts';
import { cancelOrDetach } from '../stages/cancel-or-detach.ts';
import { createJob, type WantedJob } from '../stages/create-job.ts';
import { deleteFiles, type SentFile } from '../stages/delete-files.ts';
import type { PreparedEvaluation } from '../stages/evaluate/evaluate.ts';
import type { HeldJob } from '../stages/follow.ts';
import { identifyJob } from '../stages/identify-job.ts';
import { holdToMethod } from '../stages/method-read-back.ts';
import { checkStanding } from '../stages/model-standing.ts';
import { lacksCredential, openProvider } from '../stages/open-provider.ts';
import { warnOfOtherMetadata } from '../stages/other-metadata.ts';
import { looksInPassing, looksWhileWatching, type Race, settleHeld } from '../stages/racing-jobs.ts';
import { announce, type Watched, watchToEnd } from '../stages/watch-to-end.ts';

/** So often a job that someone else cancelled is followed by another look. */
const LOOKS_AGAIN = 2;

/** Runs the whole story. */
export async function create(step: Step): Promise<void> {
  const data = await stage(step, 'Check the data', () => acceptData(step));
  const evaluation = await preparedGate(step);
  await step.comment('checked');
  if (lacksCredential(step) && step.runner.context.withoutSecrets) return withoutCredential(step);

  const work = await openProvider(step);
  const mark = await identifyJob(step, data, work);
  // Without reuse a job of this run is still created once; a workflow that it calls twice asks twice.
  const isApart: Apart = step.inputs.reuse ? () => false : (job) => isSibling(job, mark.origin?.run);
  const wanted = { data, mark, isApart };
  let outcome = await carryOut(step, wanted, asAsked(step, await decide(step, wanted, work)), work);
  let sent = outcome.sent;
  for (let looks = 1; outcome.ended === 'cancelled'; looks += 1) {
    step.runner.info(`Job ${outcome.job.id} was cancelled by someone else; looking once more.`);
    const decision = await decide(step, wanted, work);
    if (looks > LOOKS_AGAIN || isFinal(outcome, decision.plan)) throw cancelledByOthers(outcome.job);
    outcome = await carryOut(step, wanted, decision, work);
    sent = [...sent, ...outcome.sent];
  }
  if (outcome.ended !== 'succeeded') return;
  await deleteFiles(step, sent, work);
  if (evaluation !== undefined) await judge(step, outcome.job, evaluation, work);
}

/** The rows of the gate that the model is to pass, proved before anything is paid for. */
async function preparedGate(step: Step): Promise<PreparedEvaluation | undefined> {
  const { evaluation_file, grader, wait } = step.inputs;
  if (evaluation_file.length === 0 || grader === undefined) return undefined;
  if (!wait) {
    step.runner.notice('Nothing is evaluated, because wait: false leaves the job before it has a model.');
    return undefined;
  }
  const { preparedEvaluation } = await import('../stages/evaluate/evaluate.ts');
  return stage(step, 'Check the rows', () => preparedEvaluation(step));
}

/** Judges the model against what it is to replace, where it can be called. */
async function judge(step: Step, job: Job, evaluation: PreparedEvaluation, work: Work): Promise<void> {
  const { beforeUse } = step.connection.profile;
  if (beforeUse !== undefined || !job.fine_tuned_model) {
    step.runner.notice(`Nothing is evaluated yet: ${beforeUse ?? 'the platform names no model'} Then run operation: evaluate.`);
    return;
  }
  const { evaluateModels } = await import('../stages/evaluate/evaluate.ts');
  await stage(step, 'Evaluate', () => evaluateModels(step, work, evaluation, job));
}

interface Decision {
  readonly plan: Exclude<Plan, { action: 'settle' }>;
  /** All jobs that were there before. */
  readonly seen: readonly Job[];
}

/** The plan over what the provider holds now. A job on its way to being cancelled is awaited first. */
async function decide({ inputs }: World, { mark, isApart }: WantedJob, work: Work): Promise<Decision> {
  for (;;) {
    const found = await findIdentical(mark, work);
    const { unclear, unproved } = found;
    const jobs = found.jobs.filter((job) => !isApart(job));
    const doubt = inputs.reuse ? { unclear, unproved } : { unclear: [], unproved: undefined };
    const plan = planOf(await candidates(jobs, work), doubt.unclear, doubt.unproved);
    if (plan.action !== 'settle') return { plan, seen: [...found.jobs, ...unclear] };
    work.say(`${plan.reason} (${plan.job.id}).`);
    await work.clock.sleep(5000, work.signal);
    if (work.signal.aborted || work.clock.now() > work.deadline) {
      throw new ActionError(`Job ${plan.job.id} is still being cancelled; nothing was created. Run again when it has ended.`);
    }
  }
}

/** Where a job of another run is none that this run would know, that is why there is a new one. Pure. */
function asAsked({ inputs }: World, { plan, seen }: Decision): Decision {
  return { plan: plan.action === 'create' && !inputs.reuse ? { ...plan, reason: 'reuse is false' } : plan, seen };
}

/**
 * Whether another job would be created against someone's will: a job of ours that someone cancelled is not
 * created anew, while one that a racing run cancelled has a twin to go on with. Pure.
 */
function isFinal(cancelled: Watched, plan: Plan): boolean {
  return cancelled.ours && plan.action === 'create';
}

/** Creates or attaches, and waits for the end, as far as asked. */
async function carryOut(
  step: Step,
  wanted: WantedJob,
  { plan, seen }: Decision,
  work: Work,
): Promise<Watched & { readonly sent: readonly SentFile[] }> {
  const { runner, record } = step;
  record.note({ kind: 'reason', reason: plan.reason });
  runner.info(planLine(plan.action, plan.reason, plan.action === 'create' ? undefined : plan.job?.id));
  if (plan.action === 'refuse')
    throw new ActionError(
      `${plan.job === undefined ? 'Nothing is created' : `Job ${plan.job.id} is not repeated`}: ${plan.reason}.`,
    );
  const { job, ours, sent } =
    plan.action === 'create' ? await createJob(step, wanted, seen, work) : { job: plan.job, ours: false, sent: [] };
  const held = { job, ours };
  announce(step, held);
  if (plan.action !== 'create') warnOfOtherMetadata(step, job);
  await holdToMethod(step, held, work);
  await step.comment('queued');
  return { ...(await finish(step, held, wanted, work)), sent };
}

/**
 * Waits for the end, unless nobody is to wait. Twins that racing runs created are looked for before and while
 * it waits.
 */
async function finish(step: Step, created: HeldJob, race: Race, work: Work): Promise<Watched> {
  const first = await settleHeld(step, created, race, work);
  const held = step.inputs.wait ? first : await looksInPassing(step, first, race, work);
  // One that has ended already has nothing to be waited for: its end is reported.
  if (step.inputs.wait || isTerminal(held.job.state)) {
    const watched = await watchToEnd(step, held, work, looksWhileWatching(step, race, work));
    // What still runs beside a model that is there already would be paid for in vain.
    if (watched.ended === 'succeeded') await settleHeld(step, watched, race, work);
    return watched;
  }
  if (work.signal.aborted) return cancelOrDetach(step, held, work);
  leaveJob(step, { phase: 'ended', jobId: held.job.id, cancel: false });
  step.record.note({ kind: 'ending', ending: 'detached' });
  step.runner.info(`Not waiting for ${held.job.id} (wait: false).`);
  return { ...held, ended: 'left' };
}

function cancelledByOthers(job: Job): JobError {
  return new JobError(`Job ${job.id} was cancelled by someone else. Run the workflow again to create it anew.`, 'cancelled');
}

/** A fork's pull request has no secrets: its data is proved, and that is all that can be done. */
async function withoutCredential(world: World): Promise<void> {
  await checkStanding(world);
  const { runner, record } = world;
  record.note({ kind: 'ending', ending: 'skipped' });
  runner.notice(
    'No credential on a pull request from a fork or by Dependabot: the data was checked and passes, nothing was created.',
  );
}
