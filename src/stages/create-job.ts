/** A job that does not exist yet: its model is asked about, its data sent, and it is created once. */
import type { Job } from '../api/objects.ts';
import { launch } from '../job/launch.ts';
import { jobRequest } from '../job/request.ts';
import type { Work } from '../job/work.ts';
import type { Mark } from '../providers/port.ts';
import { stage, type World } from '../run/step.ts';
import type { SentFile } from './delete-files.ts';
import { checkModel } from './model-life.ts';
import { checkStanding } from './model-standing.ts';
import type { DataFile, PreparedData } from './prepare-data.ts';

/** What is asked for. */
export interface WantedJob {
  readonly mark: Mark;
  readonly data: PreparedData;
}

/**
 * Creates the job.
 * @param unclear jobs of which it cannot be proved that they ask for something else
 * @returns the job, and the files that were sent for it
 */
export async function createJob(
  world: World,
  { data, mark }: WantedJob,
  unclear: readonly Job[],
  work: Work,
): Promise<{ readonly job: Job; readonly sent: readonly SentFile[] }> {
  const { inputs, runner } = world;
  checkStanding(world, await checkModel(world, work));
  work.provider.check?.(inputs);
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
  const { job } = await launch(
    {
      request: jobRequest(inputs, files),
      mark,
      known: new Set(unclear.map(({ id }) => id)),
      remember: (phase, created) => {
        runner.saveState('fingerprint', mark.fingerprint);
        runner.saveState('phase', phase);
        if (created !== undefined) {
          runner.saveState('job_id', created.id);
          runner.setOutput('job_id', created.id);
        }
      },
    },
    work,
  );
  return { job, sent };
}
