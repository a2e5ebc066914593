/** A job that does not exist yet: its model is asked about, its data sent, and it is created once. */
import type { Job } from '../api/objects.ts';
import { createBody } from '../job/body.ts';
import { jobMetadata, nameWithFingerprint } from '../job/fingerprint.ts';
import { launch } from '../job/launch.ts';
import { placeFile } from '../job/upload.ts';
import type { Work } from '../job/work.ts';
import { stage, type World } from '../run/step.ts';
import type { SentFile } from './delete-files.ts';
import type { JobIdentity } from './identify-job.ts';
import { checkModel } from './model-life.ts';
import type { DataFile, PreparedData } from './prepare-data.ts';

/** What is asked for. */
export interface WantedJob extends JobIdentity {
  readonly data: PreparedData;
}

/**
 * Creates the job.
 * @param unclear jobs of which it cannot be proved that they ask for something else
 * @returns the job, and the files that were sent for it
 */
export async function createJob(
  world: World,
  { data, fingerprint, likeness }: WantedJob,
  unclear: readonly Job[],
  work: Work,
): Promise<{ readonly job: Job; readonly sent: readonly SentFile[] }> {
  const { inputs, runner, connection } = world;
  await checkModel(world, work);
  const { context } = runner;
  const run = `${context.runId}/${context.runAttempt} ${context.job} ${context.step}`.trim();
  const metadata = jobMetadata(inputs.metadata, fingerprint, {
    repository: context.repository,
    commit: context.sha,
    run: context.runId === '' ? '' : run,
  });
  const sent: SentFile[] = [];
  const place = async (file: DataFile, rename = (name: string) => name) => {
    if (file.kind === 'id') return file.id;
    const upload = { ...file.upload, filename: rename(file.upload.filename) };
    const placed = await placeFile(upload, connection.profile, work);
    if (placed.uploaded) sent.push({ id: placed.file.id, proves: upload.filename !== file.upload.filename });
    return placed.file.id;
  };
  const named = (name: string) => (work.provider.keepsMetadata ? name : nameWithFingerprint(name, fingerprint));
  const files = await stage(world, 'Send the data', async () => ({
    training_file: await place(data.training, named),
    validation_file: data.validation === undefined ? undefined : await place(data.validation),
  }));
  runner.setOutput('training_file_id', files.training_file);
  if (files.validation_file !== undefined) runner.setOutput('validation_file_id', files.validation_file);
  const { job } = await launch(
    {
      body: createBody(inputs, files, metadata),
      fingerprint,
      likeness,
      known: new Set(unclear.map(({ id }) => id)),
      remember: (phase, created) => {
        runner.saveState('fingerprint', fingerprint);
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
