/**
 * What `evaluation.json` holds, published as docs/evaluation.schema.json. A run takes nothing but the type
 * from here.
 */
import * as z from 'zod/mini';

const number = z.nullable(z.number());
const text = z.nullable(z.string());
const interval = z.array(z.number());

const Model = z.object({
  model: z.string(),
  origin: z.string(),
  recorded: z.boolean(),
  flip_rate: number,
  fingerprints: z.number(),
  endings: z.record(z.string(), z.number()),
});

/** Texts only where rows may be shown. */
const Answer = z.object({ score: z.number(), finish_reason: z.string(), text: z.optional(z.string()) });

export const EvaluationResult = z.object({
  /** Raised when a field changes its meaning or goes away; new fields may come without it. */
  version: z.literal(1),
  verdict: z.enum(['pass', 'fail', 'inconclusive', 'incomplete']),
  passed: z.boolean(),
  promoted_model: z.string(),
  rehearsal: z.boolean(),
  /** Of an incomplete one: what ended it. */
  stopped: text,
  candidate: Model,
  baseline: Model,
  grader: z.string(),
  range: interval,
  repeat: z.number(),
  confidence: z.number(),
  max_drop: z.number(),
  rows: z.number(),
  coverage: z.number(),
  method: text,
  score: number,
  baseline_score: number,
  difference: number,
  interval: z.nullable(interval),
  score_interval: z.nullable(interval),
  mid_p: number,
  wins: number,
  losses: number,
  ties: number,
  required_rows: number,
  conditions: z.array(z.object({ name: z.string(), proof: z.enum(['proved', 'disproved', 'open']), line: z.number(), interval })),
  tags: z.array(
    z.object({
      tag: z.string(),
      rows: z.number(),
      score: z.number(),
      baseline_score: z.number(),
      difference: z.number(),
      interval,
      adjusted_p: number,
      worse: z.boolean(),
    }),
  ),
  results: z.array(
    z.object({
      path: z.string(),
      line: z.number(),
      tag: text,
      score: number,
      baseline_score: number,
      unscored: text,
      candidate: z.array(Answer),
      baseline: z.array(Answer),
    }),
  ),
  cost_usd: number,
  prompt_tokens: z.number(),
  completion_tokens: z.number(),
  answers_asked: z.number(),
  answers_kept: z.number(),
  retries: z.number(),
});
export type EvaluationResult = z.infer<typeof EvaluationResult>;
