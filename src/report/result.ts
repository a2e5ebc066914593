/** `result.json`: what a later program wants to know of a run. */
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Chapters } from './chapters.ts';
import type { Findings } from './findings.ts';
import { platformPrice } from './price.ts';
import type { Result } from './result-schema.ts';

/** The result of a run so far; what is not known is null. */
export function renderResult(findings: Findings, { job }: Chapters): Result {
  const { run, provider, estimate, price, error } = findings;
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
    job: null,
    fingerprint: findings.fingerprint ?? null,
    reused: findings.reused ?? null,
    reason: findings.reason ?? null,
    metrics: {},
    best_checkpoint: null,
    checkpoints: [],
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
    price: price === undefined ? null : { usd_per_million_tokens: price.perMillion, basis: price.basis, trained_usd: null },
    platform_price_usd: platformPrice(findings) ?? null,
    previous: null,
    deployment: null,
    origin: null,
    error:
      error === undefined
        ? null
        : { code: error.code ?? null, message: textOf(error.message, run.showRows), fix: error.fix ?? null },
    warnings: [...findings.warnings],
    ...job?.jobResult(findings),
  };
}
