/** By what the job of this step's inputs is recognised. */
import { RETRY } from '../job/backoff.ts';
import { fingerprintOf, hashInName } from '../job/fingerprint.ts';
import type { Likeness } from '../job/lookup.ts';
import { persist, type Work } from '../job/work.ts';
import type { Step } from '../run/step.ts';
import type { Data, DataFile } from './prepare-data.ts';

/** A file by ID is what its name says it holds, where its name says so. */
async function identityOf(file: DataFile, work: Work): Promise<string> {
  if (file.kind === 'upload') return file.sha256;
  const remote = await persist(work, RETRY.read, () => work.provider.retrieveFile(file.id, work.signal));
  return hashInName(remote.filename) ?? file.id;
}

/** The fingerprint of the job that these inputs ask for; kept in the findings and the outputs. */
export async function fingerprintFor(step: Step, data: Data, work: Work): Promise<string> {
  const { inputs, runner, draft } = step;
  const { repository, runId, job, step: stepId } = runner.context;
  const fingerprint = fingerprintOf(inputs, {
    training: await identityOf(data.training, work),
    validation: data.validation === undefined ? undefined : await identityOf(data.validation, work),
    scope: inputs.reuse ? undefined : [repository, runId, job, stepId, inputs.matrix ?? ''].join('\n'),
  });
  draft.fingerprint = fingerprint;
  runner.setOutput('fingerprint', fingerprint);
  return fingerprint;
}

/** What of a job is compared where it bears no fingerprint. */
export function likenessOf({ inputs }: Step, data: Data): Likeness {
  return { model: inputs.model, trainingFile: data.training.kind === 'id' ? data.training.id : undefined };
}
