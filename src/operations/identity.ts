/** By what the job of this step's inputs is recognised. */
import { fingerprintOf, hashInName } from '../job/fingerprint.ts';
import type { Work } from '../job/work.ts';
import type { Mark } from '../providers/port.ts';
import type { Data, DataFile } from './data.ts';
import type { Step } from './step.ts';

/** A file by ID is what its name says it holds, where its name says so. */
async function identityOf(file: DataFile, work: Work): Promise<string> {
  if (file.kind === 'upload') return file.sha256;
  const remote = await work.attempt('read', () => work.provider.file(file.id, work.signal));
  return hashInName(remote.filename) ?? file.id;
}

/** The mark of the job that these inputs ask for; its fingerprint is kept in the findings and the outputs. */
export async function markFor(step: Step, data: Data, work: Work): Promise<Mark> {
  const { inputs, runner, draft } = step;
  const { repository, sha, runId, runAttempt, job, step: stepId } = runner.context;
  const fingerprint = fingerprintOf(inputs, {
    training: await identityOf(data.training, work),
    validation: data.validation === undefined ? undefined : await identityOf(data.validation, work),
    scope: inputs.reuse ? undefined : [repository, runId, job, stepId, inputs.matrix ?? ''].join('\n'),
  });
  draft.fingerprint = fingerprint;
  runner.setOutput('fingerprint', fingerprint);
  const run = `${runId}/${runAttempt} ${job} ${stepId}`.trim();
  return {
    fingerprint,
    origin: { repository, commit: sha, run: runId === '' ? undefined : run },
    likeness: { model: inputs.model, trainingFile: data.training.kind === 'id' ? data.training.id : undefined },
  };
}
