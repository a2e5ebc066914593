/**
 * What `result.json` holds, published as docs/result.schema.json. A run takes nothing but the type from here:
 * it writes the file and reads none.
 */
import * as z from 'zod/mini';

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
