/** `result.json`: what a later program wants to know of a run. */
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Findings } from './findings.ts';
import { bestCheckpoint, lastMetrics } from './metrics.ts';
import { platformPrice, realPrice } from './price.ts';
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

/** The result of a run so far; what is not known is null. */
export function renderResult(findings: Findings): Result {
  const { run, provider, job, estimate, error } = findings;
  const best = bestCheckpoint(findings.checkpoints);
  return {
    version: 2,
    operation: findings.operation.name,
    ending: findings.ending,
    started: new Date(findings.started).toISOString(),
    finished: new Date(findings.finished).toISOString(),
    run: {
      repository: run.repository,
      sha: run.sha,
      ref: run.ref,
      workflow: run.workflow,
      job: run.job,
      step: run.step,
      run_id: run.runId,
      run_attempt: run.runAttempt,
    },
    provider:
      provider === undefined ? null : { name: provider.name, base_url: provider.baseUrl, job_url: provider.jobUrl ?? null },
    asked: { ...findings.asked },
    job:
      job === undefined
        ? null
        : {
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
          },
    fingerprint: findings.fingerprint ?? null,
    reused: findings.reused ?? null,
    reason: findings.reason ?? null,
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
    data: findings.datasets.map((dataset) => ({
      role: dataset.role,
      paths: [...dataset.paths],
      format: dataset.format ?? null,
      rows: dataset.rows,
      bytes: dataset.bytes,
      sha256: dataset.sha256,
      errors: countOf(dataset, 'error'),
      warnings: countOf(dataset, 'warning'),
      problems: dataset.counts.map((entry) => ({ ...entry })),
      tokens: dataset.tokens === undefined ? null : { ...dataset.tokens },
    })),
    estimate:
      estimate === undefined
        ? null
        : {
            epochs: estimate.epochs,
            epochs_asked: estimate.epochsAsked,
            tokens: estimate.tokens.tokens,
            low: estimate.tokens.low,
            high: estimate.tokens.high,
            cost_usd: estimate.cost?.usd ?? null,
            cost_low_usd: estimate.cost?.low ?? null,
            cost_high_usd: estimate.cost?.high ?? null,
            cost_basis: estimate.cost?.basis ?? estimate.withoutCost ?? null,
          },
    price: priceOf(findings),
    platform_price_usd: platformPrice(findings) ?? null,
    previous: previousOf(findings),
    deployment: deploymentOf(findings),
    origin: originOf(findings),
    error:
      error === undefined
        ? null
        : { code: error.code ?? null, message: textOf(error.message, run.showRows), fix: error.fix ?? null },
    warnings: [...findings.warnings],
  };
}
