/** The step's outputs, from what was found. Pure; every value is a text. */
import { countOf } from '../dataset/dataset.ts';
import type { Findings } from './findings.ts';
import { bestCheckpoint, lastMetrics } from './metrics.ts';

/** A value larger than this breaks `env:` in a later step. In bytes. */
const LARGEST = 100 * 1024;

/** JSON of as many whole items as fit. */
function jsonWithin(items: readonly unknown[]): string {
  const kept: string[] = [];
  let size = 2;
  for (const item of items) {
    const text = JSON.stringify(item);
    size += Buffer.byteLength(text) + 1;
    if (size > LARGEST) break;
    kept.push(text);
  }
  return `[${kept.join(',')}]`;
}

function fits(text: string): string | undefined {
  return Buffer.byteLength(text) <= LARGEST ? text : undefined;
}

/** Whether the data passed, where there was data to check. */
function valid(findings: Findings): string | undefined {
  if (findings.datasets.length === 0) return undefined;
  return String(findings.datasets.every((dataset) => countOf(dataset, 'error') === 0) && findings.error?.code !== 'data');
}

/** All outputs that apply, by name; what does not apply is absent. */
export function outputsOf(findings: Findings): Record<string, string> {
  const { job, estimate, error } = findings;
  const training = findings.datasets.find(({ role }) => role === 'training_file');
  const last = lastMetrics(findings.metrics);
  const best = bestCheckpoint(findings.checkpoints);
  const outputs: Record<string, string | undefined> = {
    job_id: job?.id,
    status: findings.ending === 'skipped' ? 'skipped' : job?.status,
    fine_tuned_model: job?.fine_tuned_model ?? undefined,
    trained_tokens: job?.trained_tokens == null ? undefined : String(job.trained_tokens),
    training_file_id: job?.training_file ?? undefined,
    validation_file_id: job?.validation_file ?? undefined,
    result_files: job === undefined ? undefined : JSON.stringify(job.result_files ?? []),
    reused: findings.reused === undefined ? undefined : String(findings.reused),
    reason: findings.reason,
    fingerprint: findings.fingerprint,
    metrics: Object.keys(last).length === 0 ? undefined : JSON.stringify(last),
    best_checkpoint:
      best === undefined
        ? undefined
        : JSON.stringify({ model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null, id: best.id }),
    error_code: error?.code ?? job?.error?.code ?? undefined,
    error_message: error?.message,
    examples: training === undefined ? undefined : String(training.rows),
    estimated_tokens: estimate === undefined ? undefined : String(Math.round(estimate.tokens.tokens)),
    estimated_cost_usd: estimate?.cost === undefined ? undefined : estimate.cost.usd.toFixed(2),
    valid: valid(findings),
    job: job === undefined ? undefined : fits(JSON.stringify(job)),
    events: findings.events.length === 0 ? undefined : jsonWithin(findings.events.toReversed()),
    checkpoints: findings.checkpoints.length === 0 ? undefined : jsonWithin(findings.checkpoints),
  };
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
