/** By what the job of this step's inputs is recognised. */
import { fingerprintOf } from '../job/fingerprint.ts';
import { runName } from '../job/origin.ts';
import { hashInName } from '../job/upload-name.ts';
import type { Work } from '../job/work.ts';
import type { Mark } from '../providers/port.ts';
import type { World } from '../run/step.ts';
import type { DataFile, PreparedData } from './prepare-data.ts';

/** A file by ID is what its name says it holds, where its name says so. */
async function contentOf(file: DataFile, work: Work): Promise<string> {
  if (file.kind === 'upload') return file.contentSha256;
  const remote = await work.attempt('read', () => work.provider.file(file.id, work.signal));
  return hashInName(remote.filename) ?? file.id;
}

/** The mark of the job that these inputs ask for; its fingerprint is noted and published. */
export async function identifyJob(world: World, { training, validation }: PreparedData, work: Work): Promise<Mark> {
  const { inputs, runner, record } = world;
  const { repository, sha, runId, job, step } = runner.context;
  const fingerprint = fingerprintOf(inputs, {
    training: await contentOf(training, work),
    validation: validation === undefined ? undefined : await contentOf(validation, work),
    scope: inputs.reuse ? undefined : [repository, runId, job, step, inputs.matrix ?? ''].join('\n'),
  });
  record.note({ kind: 'fingerprint', fingerprint });
  runner.setOutput('fingerprint', fingerprint);
  const run = runName(runner.context, inputs.job_check_run_id);
  return {
    fingerprint,
    origin: { repository, commit: sha, run },
    likeness: { model: inputs.model, trainingFile: training.kind === 'id' ? training.id : undefined },
  };
}
