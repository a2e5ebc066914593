/** By what the job of this step's inputs is recognised. */
import { RETRY } from '../job/backoff.ts';
import { fingerprintOf, hashInName } from '../job/fingerprint.ts';
import type { Likeness } from '../job/lookup.ts';
import { persist, type Work } from '../job/work.ts';
import type { World } from '../run/step.ts';
import type { DataFile, PreparedData } from './prepare-data.ts';

export interface JobIdentity {
  readonly fingerprint: string;
  /** What of a job is compared where it carries no fingerprint. */
  readonly likeness: Likeness;
}

/** A file by ID is what its name says it holds, where its name says so. */
async function contentOf(file: DataFile, work: Work): Promise<string> {
  if (file.kind === 'upload') return file.sha256;
  const remote = await persist(work, RETRY.read, () => work.provider.retrieveFile(file.id, work.signal));
  return hashInName(remote.filename) ?? file.id;
}

/** What identifies the job that these inputs ask for; its fingerprint is an output too. */
export async function identifyJob(world: World, data: PreparedData, work: Work): Promise<JobIdentity> {
  const { inputs, runner, record } = world;
  const { repository, runId, job, step } = runner.context;
  const fingerprint = fingerprintOf(inputs, {
    training: await contentOf(data.training, work),
    validation: data.validation === undefined ? undefined : await contentOf(data.validation, work),
    scope: inputs.reuse ? undefined : [repository, runId, job, step, inputs.matrix ?? ''].join('\n'),
  });
  record.note({ kind: 'fingerprint', fingerprint });
  runner.setOutput('fingerprint', fingerprint);
  const trainingFile = data.training.kind === 'id' ? data.training.id : undefined;
  return { fingerprint, likeness: { model: inputs.model, trainingFile } };
}
