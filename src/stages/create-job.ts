/** A job that does not exist yet: its model is asked about, its data sent, and it is created once. */
import type { Job } from '../api/objects.ts';
import { launch } from '../job/launch.ts';
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
}

/**
 * Whether the job does not say that another run asked for it: after a lost answer the one that is found may
 * be a twin's. Pure.
 */
export function isOurs({ origin }: Job, mark: Mark): boolean {
  return origin?.run === undefined || origin.run === mark.origin?.run;
}

/**
 * Creates the job.
 * @param unclear jobs of which it cannot be proved that they ask for something else
 * @returns the job, whether it is this run's, and the files that were sent for it
 */
export async function createJob(
  world: World,
  { data, mark }: WantedJob,
  unclear: readonly Job[],
  work: Work,
): Promise<{ readonly job: Job; readonly ours: boolean; readonly sent: readonly SentFile[] }> {
  const { inputs, runner, connection } = world;
  const { on_cancel: onCancel } = inputs;
  checkStanding(world, await checkModel(world, work));
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
  const suffix = suffixFor(inputs.suffix, mark.fingerprint, connection.profile);
  if (suffix !== inputs.suffix)
    work.say(`${connection.profile.title} asks for a suffix; it is made from the fingerprint: ${suffix}.`);
  const request = jobRequest({ ...asked, suffix }, files);
  const unwanted = sent.map(({ id }) => id);
  await holdToPrice(world, request, unwanted, work);
  const { job } = await launch(
    {
      request,
      mark,
      known: new Set(unclear.map(({ id }) => id)),
      remember: (phase, created) => {
        const { fingerprint, origin } = mark;
        const cancel = onCancel !== 'detach' && (created === undefined || isOurs(created, mark) || onCancel === 'cancel');
        leaveJob(world, { phase, fingerprint, run: origin?.run, jobId: created?.id, cancel });
        if (created !== undefined) runner.setOutput('job_id', created.id);
      },
    },
    work,
  );
  if (job.marked === false && sent.length > 0)
    work.say('The job shows no metadata of ours; it is known by the name of its training file.');
  // Where the job itself carries the mark, its file is not needed to find it.
  return { job, ours: isOurs(job, mark), sent: job.marked ? sent.map(({ id }) => ({ id, proves: false })) : sent };
}
