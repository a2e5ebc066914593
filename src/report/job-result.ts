/** What `result.json` holds of a job and of what it has left. Pure. */
import type { Job } from '../api/objects.ts';
import type { Findings } from './findings.ts';
import { realPrice } from './job-price.ts';
import { bestCheckpoint, lastMetrics } from './metrics.ts';
import type { Result } from './result-schema.ts';

function priceOf({ price, job }: Findings): Result['price'] {
  if (price === undefined) return null;
  return { usd_per_million_tokens: price.perMillion, basis: price.basis, trained_usd: realPrice({ price, job }) ?? null };
}

function deploymentOf({ deployment }: Findings): Result['deployment'] {
  if (deployment === undefined) return null;
  const { name, servedModel, status, url, hourlyUsd, outcome } = deployment;
  return { name, served_model: servedModel, status, url, hourly_usd: hourlyUsd ?? null, outcome };
}

function previousOf({ previous }: Findings): Result['previous'] {
  if (previous === undefined) return null;
  const { job, checkpoint } = previous;
  return {
    job_id: job.id,
    fine_tuned_model: job.fine_tuned_model ?? null,
    created_at: job.created_at ?? null,
    trained_tokens: job.trained_tokens ?? null,
    validation_file: job.validation_file ?? null,
    metrics: { ...checkpoint?.metrics },
  };
}

function originOf({ origin }: Findings): Result['origin'] {
  const { repository = null, commit = null, run = null } = origin ?? {};
  return origin === undefined ? null : { repository, commit, run };
}

function jobOf(job: Job): Result['job'] {
  return {
    id: job.id,
    status: job.status,
    model: job.model ?? null,
    fine_tuned_model: job.fine_tuned_model ?? null,
    trained_tokens: job.trained_tokens ?? null,
    created_at: job.created_at ?? null,
    finished_at: job.finished_at ?? null,
    training_file: job.training_file ?? null,
    validation_file: job.validation_file ?? null,
    result_files: [...(job.result_files ?? [])],
    seed: job.seed ?? null,
    method: job.method ?? null,
    hyperparameters: job.hyperparameters ?? null,
  };
}

/** The part of the result that only a job, or a deployment, has. */
export function jobResult(
  findings: Findings,
): Pick<Result, 'job' | 'metrics' | 'best_checkpoint' | 'checkpoints' | 'price' | 'previous' | 'deployment' | 'origin'> {
  const { job } = findings;
  const best = bestCheckpoint(findings.checkpoints);
  return {
    job: job === undefined ? null : jobOf(job),
    metrics: lastMetrics(findings.metrics),
    best_checkpoint:
      best === undefined
        ? null
        : { id: best.id, model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null },
    checkpoints: findings.checkpoints.map((checkpoint) => ({
      id: checkpoint.id,
      model: checkpoint.fine_tuned_model_checkpoint ?? null,
      step: checkpoint.step_number ?? null,
      metrics: { ...checkpoint.metrics },
    })),
    price: priceOf(findings),
    previous: previousOf(findings),
    deployment: deploymentOf(findings),
    origin: originOf(findings),
  };
}
