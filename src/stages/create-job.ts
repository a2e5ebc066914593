/** A job that does not exist yet: its model is asked about, its data sent, and it is created once. */
import type { Job } from '../api/objects.ts';
import { isRun } from '../api/run.ts';
import { ActionError } from '../errors.ts';
import { launch } from '../job/launch.ts';
import type { Apart } from '../job/lookup.ts';
import { jobRequest } from '../job/request.ts';
import type { Work } from '../job/work.ts';
import type { Mark } from '../providers/port.ts';
import { suffixFor } from '../providers/terms.ts';
import { leaveJob } from '../run/left-job.ts';
import { stage, type World } from '../run/step.ts';
import type { SentFile } from './delete-files.ts';
import { checkModel } from './model-life.ts';
import { checkStanding } from './model-standing.ts';
import { holdToPrice } from './platform-price.ts';
import type { DataFile, PreparedData } from './prepare-data.ts';

/** What is asked for. */
export interface WantedJob {
  readonly mark: Mark;
  readonly data: PreparedData;
  /** Jobs with the same fingerprint that others asked for on purpose. */
  readonly isApart: Apart;
}

/**
 * Whether this run asked for the job: it says so itself, or it is what our own request was answered with. One
 * that was found after a lost answer may be a twin's. Pure.
 */
export function isOurs({ origin }: Pick<Job, 'origin'>, mark: Pick<Mark, 'origin'>, found: boolean): boolean {
  return origin?.run === undefined ? !found : isRun(origin, mark.origin?.run);
}

/** Nothing that is paid for begins after the step's own time. @throws ActionError when that is over */
function holdToTime({ clock, inputs }: World, { deadline }: Work): void {
  if (clock.now() < deadline) return;
  throw new ActionError(
    `timeout_minutes: ${inputs.timeout_minutes} was over before the job could be created; nothing was created. Run again: what was uploaded is found and not repeated. Or allow more time.`,
  );
}

/**
 * Creates the job.
 * @param seen jobs that were there before
 * @returns the job, whether it is this run's, and the files that were sent for it
 */
export async function createJob(
  world: World,
  { data, mark, isApart }: WantedJob,
  seen: readonly Job[],
  work: Work,
): Promise<{ readonly job: Job; readonly ours: boolean; readonly sent: readonly SentFile[] }> {
  const { inputs, runner, connection } = world;
  const { on_cancel: onCancel } = inputs;
  await checkStanding(world, await checkModel(world, work));
  work.provider.check?.(inputs);
  const asked = (await work.provider.prepare?.(inputs, work)) ?? inputs;
  const sent: SentFile[] = [];
  const place = async (file: DataFile, fingerprint?: string) => {
    if (file.kind === 'id') return file.id;
    const { id, uploaded, marked } = await work.provider.place({ ...file.upload, fingerprint }, work);
    if (uploaded) sent.push({ id, proves: marked });
    return id;
  };
  const files = await stage(world, 'Send the data', async () => ({
    training_file: await place(data.training, mark.fingerprint),
    validation_file: data.validation === undefined ? undefined : await place(data.validation),
  }));
  runner.setOutput('training_file_id', files.training_file);
  if (files.validation_file !== undefined) runner.setOutput('validation_file_id', files.validation_file);
  const suffix = suffixFor(inputs.suffix, mark.fingerprint, { terms: await connection.profile.terms?.() });
  if (suffix !== inputs.suffix)
    work.say(`${connection.profile.title} asks for a suffix; it is made from the fingerprint: ${suffix}.`);
  const request = jobRequest({ ...asked, suffix }, files);
  await holdToPrice(world, { request, sent: sent.map(({ id }) => id), estimate: data.estimate }, work);
  holdToTime(world, work);
  const { job, found } = await launch(
    {
      request,
      mark,
      known: new Set(seen.map(({ id }) => id)),
      isApart,
      remember: (phase, created, found = false) => {
        const { fingerprint, origin } = mark;
        const cancel = onCancel !== 'detach' && (created === undefined || isOurs(created, mark, found) || onCancel === 'cancel');
        const run = created !== undefined && onCancel === 'cancel' ? undefined : origin?.run;
        leaveJob(world, { phase, fingerprint, run, jobId: created?.id, cancel, byDeletion: onCancel === 'cancel' });
        if (created !== undefined) runner.setOutput('job_id', created.id);
      },
    },
    work,
  );
  if (job.marked === false && sent.length > 0)
    work.say('The job shows no metadata of ours; it is known by the name of its training file.');
  // Where the job itself carries the mark, its file is not needed to find it.
  return { job, ours: isOurs(job, mark, found), sent: job.marked ? sent.map(({ id }) => ({ id, proves: false })) : sent };
}
