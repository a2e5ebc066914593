/**
 * Provenance of a model: an in-toto statement (https://in-toto.io/Statement/v1) with a predicate in the terms
 * of SLSA (https://slsa.dev/provenance/v1), which binds the model's name to the data, the commit, the
 * workflow and the settings. A provider shows no bytes of a model, so the subject is its name: the digest is
 * the SHA-256 of the name itself, as the file model.txt holds it. Pure.
 */
import { createHash } from 'node:crypto';
import { timeOf } from '../api/objects.ts';
import type { Findings } from './findings.ts';
import { type Trainer, trainedBy } from './trained-by.ts';

const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
/**
 * What kind of making this is: the parameters are the fields of the API's call that creates a job, and the
 * workflow that made it. A name, not a page.
 */
const BUILD_TYPE = 'urn:finetune-action:fine-tuning-job:v1';

/** The commit that the data came from, where it is known. */
function sourceOf({ commit, ref }: Trainer, repository: string | undefined): readonly Record<string, unknown>[] {
  if (repository === undefined || commit === undefined) return [];
  return [{ uri: `git+${repository}${ref === undefined ? '' : `@${ref}`}`, digest: { gitCommit: commit } }];
}

/** The predicate; undefined when there is no model. */
export function renderPredicate(findings: Findings): Record<string, unknown> | undefined {
  const { job, run, provider, asked, datasets, fingerprint } = findings;
  if (!job?.fine_tuned_model) return undefined;
  const trainer = trainedBy(findings);
  const repository = trainer.repository === undefined ? undefined : `${run.serverUrl}/${trainer.repository}`;
  return {
    buildDefinition: {
      buildType: BUILD_TYPE,
      externalParameters: {
        ...asked,
        workflow: {
          repository,
          ref: trainer.ref,
          name: trainer.ref === undefined ? undefined : run.workflow,
          job: trainer.job,
          step: trainer.step,
        },
      },
      internalParameters: {
        provider: provider?.name,
        base_url: provider?.baseUrl,
        fingerprint,
        method: job.method ?? undefined,
        hyperparameters: job.hyperparameters ?? undefined,
        seed: job.seed ?? undefined,
        reused: findings.reused,
      },
      resolvedDependencies: [
        ...sourceOf(trainer, repository),
        ...datasets.map(({ role, paths, sha256, rows, bytes }) => ({
          name: role,
          digest: { sha256 },
          annotations: { paths: [...paths], rows, bytes },
        })),
        { name: 'base_model', annotations: { model: job.model ?? null } },
      ],
    },
    runDetails: {
      builder: { id: provider?.baseUrl ?? 'unknown' },
      metadata: {
        invocationId:
          repository === undefined || trainer.runId === undefined
            ? job.id
            : `${repository}/actions/runs/${trainer.runId}/attempts/${trainer.runAttempt}`,
        startedOn: timeOf(job.created_at) || undefined,
        finishedOn: timeOf(job.finished_at) || undefined,
      },
      byproducts: [{ name: 'job', annotations: { id: job.id, trained_tokens: job.trained_tokens ?? null } }],
    },
  };
}

/** The whole statement; undefined when there is no model. */
export function renderProvenance(findings: Findings): Record<string, unknown> | undefined {
  const predicate = renderPredicate(findings);
  const name = findings.job?.fine_tuned_model;
  if (predicate === undefined || !name) return undefined;
  const sha256 = createHash('sha256').update(name).digest('hex');
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name, digest: { sha256 } }],
    predicateType: PREDICATE_TYPE,
    predicate,
  };
}
