/**
 * The post step: the safety net for a main step that was cancelled before it could act. Best effort; it never
 * fails a workflow.
 */
import { actionsRunner, rawInputs } from './adapters/actions-runner.ts';
import { systemClock } from './adapters/clock.ts';
import { isTerminal } from './api/objects.ts';
import { messageOf } from './errors.ts';
import { INPUT_NAMES, type RawInputs } from './inputs/inputs.ts';
import { readInputs } from './inputs/read-inputs.ts';
import { secretsIn } from './inputs/secrets.ts';
import { identicalJobs } from './job/lookup.ts';
import { type Work, workOf } from './job/work.ts';
import { OPERATIONS } from './operations/registry.ts';
import type { Runner } from './ports.ts';
import { resolveConnection } from './providers/connection.ts';
import { connector, filesFor } from './run/connect.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A cancelled workflow run leaves its steps five minutes. In milliseconds. */
const PATIENCE = 4 * 60_000;
const LOOKS = [0, 2000, 8000, 20_000, 40_000];

/** What the main step left, and whether there is anything to do about it. Pure. */
export function duty(state: {
  readonly phase: string;
  readonly cancelled: boolean;
  readonly onCancel: string | undefined;
}): 'nothing' | 'leave' | 'cancel' {
  if (state.phase === '' || state.phase === 'ended') return 'nothing';
  return state.cancelled && state.onCancel !== 'detach' ? 'cancel' : 'leave';
}

/** Runs the post step. Never throws. */
export async function run(environment: Environment = process.env): Promise<void> {
  const runner = actionsRunner(environment);
  const raw = rawInputs(environment, INPUT_NAMES);
  for (const secret of await secretsIn(raw)) runner.mask(secret);
  await using closing = new AsyncDisposableStack();
  try {
    const jobId = runner.getState('job_id');
    const cancelled = raw.job_status?.trim() === 'cancelled' || runner.getState('cancelled') === 'true';
    const task = duty({ phase: runner.getState('phase'), cancelled, onCancel: raw.on_cancel?.trim() || undefined });
    if (task === 'leave')
      runner.notice(
        `The step ended before its job${jobId === '' ? '' : ` ${jobId}`} did; a re-run takes it up again instead of paying twice.`,
      );
    if (task === 'cancel') await cancelJobs(jobId, runner, await openWork(runner, raw, environment, closing));
  } catch (error) {
    runner.warning(`The post step could not finish: ${messageOf(error)}`);
  }
}

/** The provider that the inputs name, with as much time as a cancelled run leaves. */
async function openWork(runner: Runner, raw: RawInputs, environment: Environment, closing: AsyncDisposableStack): Promise<Work> {
  const files = filesFor(raw, runner.context);
  const inputs = await readInputs(raw, (file) => files.readText(file), OPERATIONS);
  return workOf({
    provider: await connector(resolveConnection(inputs, environment), runner, closing)(),
    clock: systemClock,
    signal: AbortSignal.timeout(PATIENCE),
    deadline: systemClock.now() + PATIENCE,
    say: (text) => runner.info(text),
    warn: (text) => runner.warning(text),
  });
}

/**
 * The live jobs of this fingerprint, looked for several times: one that was created a moment ago may be in no
 * list yet.
 */
async function liveJobs(fingerprint: string, work: Work): Promise<readonly string[]> {
  for (const wait of LOOKS) {
    await work.clock.sleep(wait, work.signal);
    const jobs = await identicalJobs(fingerprint, work);
    if (jobs.length > 0) return jobs.filter((job) => !isTerminal(job.state)).map(({ id }) => id);
  }
  return [];
}

/** Cancels the job that the main step left, or, where it had no answer yet, those that carry its fingerprint. */
async function cancelJobs(jobId: string, runner: Runner, work: Work): Promise<void> {
  const { provider, signal } = work;
  const ids = jobId === '' ? await liveJobs(runner.getState('fingerprint'), work) : [jobId];
  for (const id of ids) {
    const before = await provider.look(id, signal);
    if (isTerminal(before.state)) runner.info(`Job ${id} is ${before.status}; there is nothing to cancel.`);
    else runner.notice(`Job ${id} is ${(await provider.cancel(id, signal)).status}, because the workflow run was cancelled.`);
  }
  if (ids.length === 0) runner.info('No job was created, so there is nothing to cancel.');
}
