/**
 * The post step: the safety net for a main step that was cancelled before it could act. Best effort; it never
 * fails a workflow.
 */
import { actionsRunner, rawInputs } from './adapters/actions-runner.ts';
import { systemClock } from './adapters/clock.ts';
import { isTerminal, type Job } from './api/objects.ts';
import { isRun } from './api/run.ts';
import { messageOf } from './errors.ts';
import { INPUT_NAMES, type RawInputs } from './inputs/inputs.ts';
import { readConnection } from './inputs/read-inputs.ts';
import { isRepeatable, RETRY } from './job/backoff.ts';
import { cancelSurely } from './job/cancel.ts';
import { identicalJobs } from './job/lookup.ts';
import { type Work, workOf } from './job/work.ts';
import type { Runner } from './ports.ts';
import { type Connection, resolveConnection } from './providers/connection.ts';
import { connector } from './run/connect.ts';
import { leftDeployments } from './run/left-deployment.ts';
import { leftJobs, serverOf } from './run/left-job.ts';
import type { LeftJob } from './run/left-job-schema.ts';
import { maskSecrets } from './run/mask-secrets.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A cancelled workflow run leaves its steps five minutes. In milliseconds. */
const PATIENCE = 4 * 60_000;
const LOOKS = [0, 2000, 8000, 20_000, 40_000, 60_000, 60_000];

/** What is to be done about what a main step left. Pure. */
function duty(left: Pick<LeftJob, 'phase' | 'cancel'>, cancelled: boolean): 'nothing' | 'leave' | 'cancel' {
  if (left.phase === 'ended') return 'nothing';
  // Its end was decided, by a cancelled run or by `on_timeout`.
  if (left.phase === 'cancelling') return 'cancel';
  if (cancelled) return left.cancel ? 'cancel' : 'nothing';
  return 'leave';
}

/** Runs the post step. Never throws. */
export async function run(environment: Environment = process.env, runner: Runner = actionsRunner(environment)): Promise<void> {
  const raw = rawInputs(environment, INPUT_NAMES);
  await using closing = new AsyncDisposableStack();
  try {
    await maskSecrets(raw, environment, runner);
    const cancelled = raw.job_status?.trim() === 'cancelled' || runner.getState('cancelled') === 'true';
    for (const words of leftDeployments(runner)) runner.warning(words);
    const cancel: LeftJob[] = [];
    for (const left of await leftJobs(runner)) {
      const task = duty(left, cancelled);
      if (task === 'cancel') cancel.push(left);
      if (task === 'leave' && left.cancel)
        runner.notice(
          `The step ended before its job${left.jobId === undefined ? '' : ` ${left.jobId}`} did; a re-run takes it up again instead of paying twice.`,
        );
    }
    if (cancel.length > 0) await cancelAll(cancel, runner, raw, environment, closing);
  } catch (error) {
    runner.warning(`The post step could not finish: ${messageOf(error)}`);
  }
}

/** Cancels what this server was left with; another use of the action asks its own server. */
async function cancelAll(
  lefts: readonly LeftJob[],
  runner: Runner,
  raw: RawInputs,
  environment: Environment,
  closing: AsyncDisposableStack,
): Promise<void> {
  // Of the inputs only those that lead to the server: a later step may have taken away every file.
  const connection = await resolveConnection(await readConnection(raw), environment);
  if (connection.credential?.kind === 'key') runner.mask(connection.credential.key);
  const own = lefts.filter(({ server }) => server === serverOf(connection));
  if (own.length === 0) return;
  const work = await openWork(connection, runner, closing);
  await Promise.all(
    own.map((left) =>
      cancelJobs(left, runner, work).catch((error: unknown) =>
        runner.warning(`The post step could not cancel the job ${left.jobId ?? ''}: ${messageOf(error)}`),
      ),
    ),
  );
}

/** The provider, with as much time as a cancelled run leaves. */
async function openWork(connection: Connection, runner: Runner, closing: AsyncDisposableStack): Promise<Work> {
  return workOf({
    provider: await connector(connection, runner, closing)(),
    clock: systemClock,
    signal: AbortSignal.timeout(PATIENCE),
    deadline: systemClock.now() + PATIENCE,
    say: (text) => runner.info(text),
    warn: (text) => runner.warning(text),
  });
}

/**
 * The live jobs of this fingerprint that say that this run asked for them, looked for several times: one that
 * was created a moment ago may be in no list yet. Another run's job of the same fingerprint is none of ours.
 */
async function liveJobs({ fingerprint = '', run }: LeftJob, work: Work): Promise<readonly string[]> {
  for (const wait of LOOKS) {
    if (work.clock.now() + wait > work.deadline) break;
    await work.clock.sleep(wait, work.signal);
    const jobs = await identicalJobs(fingerprint, work).catch(toLookAgain(work));
    const own = jobs.filter(({ origin }) => isRun(origin, run));
    if (own.length > 0) return own.filter((job) => !isTerminal(job.state)).map(({ id }) => id);
    const unproved = jobs.find(({ origin, state }) => origin?.run === undefined && !isTerminal(state));
    if (unproved === undefined) continue;
    work.warn(
      `The job ${unproved.id} (${unproved.status}) may be the one that this run asked for; nothing on it proves that, so it was not cancelled. Look at it.`,
    );
    return [];
  }
  return [];
}

/** A look that failed for now is followed by the next one, as long as there is time. */
function toLookAgain(work: Work): (error: unknown) => readonly Job[] {
  return (error) => {
    if (!isRepeatable(error, RETRY.read) || work.clock.now() >= work.deadline) throw error;
    work.say(`${error.message} Looking again.`);
    return [];
  };
}

/** How long a look at a job may take before it is cancelled, in milliseconds: to act counts more. */
const GLANCE = 5000;

/** Whether the job itself says that another run asked for it. What cannot be read proves nothing. */
async function isProvedAnothers(id: string, { run }: LeftJob, work: Work): Promise<boolean> {
  if (run === undefined) return false;
  try {
    const { origin } = await work.provider.look(id, AbortSignal.any([work.signal, AbortSignal.timeout(GLANCE)]));
    return origin?.run !== undefined && !isRun(origin, run);
  } catch {
    return false;
  }
}

/**
 * Cancels the job that the main step left, or, where it had no answer yet, those that say that it asked for
 * them.
 */
async function cancelJobs(left: LeftJob, runner: Runner, work: Work): Promise<void> {
  const ids = left.jobId === undefined ? await liveJobs(left, work) : [left.jobId];
  for (const id of ids) {
    if (await isProvedAnothers(id, left, work)) {
      runner.warning(`The job ${id} says that another run asked for it, so it was not cancelled.`);
      continue;
    }
    const { byDeletion } = left;
    const patience = work.deadline - work.clock.now();
    const { status } = await cancelSurely(id, work, { patience, signal: work.signal, byDeletion });
    runner.notice(`Job ${id} is ${status}, because the workflow run was cancelled.`);
  }
  if (ids.length === 0) runner.info('No job of this run is live, so there is nothing to cancel.');
}
