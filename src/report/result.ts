/**
 * `result.json`: what a later program wants to know of a run. The schema is published as
 * docs/result.schema.json.
 */
import * as z from 'zod/mini';
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Findings } from './findings.ts';
import { bestCheckpoint, lastMetrics } from './metrics.ts';
import { platformPrice, realPrice } from './price.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());

export const Result = z.object({
  /** Raised when a field changes its meaning or goes away; new fields may come without it. */
  version: z.literal(2),
  operation: z.string(),
  ending: z.enum([
    'succeeded',
    'failed',
    'cancelled',
    'paused',
    'unclear',
    'detached',
    'skipped',
    'stopped',
    'valid',
    'done',
    'absent',
  ]),
  /** ISO 8601, UTC. */
  started: z.string(),
  finished: z.string(),
  run: z.object({
    repository: z.string(),
    sha: z.string(),
    ref: z.string(),
    workflow: z.string(),
    job: z.string(),
    step: z.string(),
    run_id: z.string(),
    run_attempt: z.string(),
  }),
  provider: z.nullable(z.object({ name: z.string(), base_url: z.string(), job_url: text })),
  asked: z.record(z.string(), z.unknown()),
  job: z.nullable(
    z.object({
      id: z.string(),
      status: z.string(),
      model: text,
      fine_tuned_model: text,
      trained_tokens: number,
      created_at: number,
      finished_at: number,
      training_file: text,
      validation_file: text,
      result_files: z.array(z.string()),
      seed: number,
      method: z.unknown(),
      hyperparameters: z.unknown(),
    }),
  ),
  fingerprint: text,
  reused: z.nullable(z.boolean()),
  reason: text,
  metrics: z.record(z.string(), z.number()),
  best_checkpoint: z.nullable(z.object({ id: z.string(), model: text, step: number })),
  checkpoints: z.array(z.object({ id: z.string(), model: text, step: number, metrics: z.record(z.string(), z.unknown()) })),
  data: z.array(
    z.object({
      role: z.enum(['training_file', 'validation_file', 'evaluation_file']),
      paths: z.array(z.string()),
      format: text,
      rows: z.number(),
      bytes: z.number(),
      sha256: z.string(),
      errors: z.number(),
      warnings: z.number(),
      problems: z.array(z.object({ rule: z.string(), severity: z.enum(['error', 'warning']), count: z.number() })),
      tokens: z.nullable(
        z.object({
          kind: z.enum(['exact', 'estimated', 'sampled']),
          tokens: z.number(),
          low: z.number(),
          high: z.number(),
          basis: z.string(),
        }),
      ),
    }),
  ),
  estimate: z.nullable(
    z.object({
      epochs: z.number(),
      epochs_asked: z.boolean(),
      tokens: z.number(),
      low: z.number(),
      high: z.number(),
      cost_usd: number,
      cost_low_usd: number,
      cost_high_usd: number,
      /** The price and where it is from, an old one called so; or why there is no cost. */
      cost_basis: text,
    }),
  ),
  /** What the trained tokens come to at the known price: reckoned, not billed. */
  price: z.nullable(z.object({ usd_per_million_tokens: z.number(), basis: z.string(), trained_usd: number })),
  /** What the platform itself expects the job to cost, where it says so. */
  platform_price_usd: number,
  /** The model that this one follows, with what its last checkpoint measured. */
  previous: z.nullable(
    z.object({
      job_id: z.string(),
      fine_tuned_model: text,
      created_at: number,
      trained_tokens: number,
      validation_file: text,
      metrics: z.record(z.string(), z.unknown()),
    }),
  ),
  /** After `deploy` and `undeploy`. */
  deployment: z.nullable(
    z.object({
      name: z.string(),
      served_model: z.string(),
      status: z.string(),
      url: z.string(),
      hourly_usd: number,
      outcome: z.string(),
    }),
  ),
  /** Who created a job that was taken up, as its metadata says. */
  origin: z.nullable(z.object({ repository: text, commit: text, run: text })),
  error: z.nullable(z.object({ code: text, message: z.string(), fix: text })),
  warnings: z.array(z.string()),
});
export type Result = z.infer<typeof Result>;

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
