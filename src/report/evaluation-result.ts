/**
 * `evaluation.json`: what a later program wants to know of an evaluation. The schema is published as
 * docs/evaluation.schema.json.
 */
import * as z from 'zod/mini';
import { coverageOf, type EvaluatedAnswer, type Evaluation, promotedOf } from './evaluation-findings.ts';

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

const model = ({ model: name, origin, recorded, flipRate, fingerprints, endings }: Evaluation['candidate']) => ({
  model: name,
  origin,
  recorded,
  flip_rate: flipRate ?? null,
  fingerprints,
  endings: { ...endings },
});

const answers = (all: readonly EvaluatedAnswer[], showRows: boolean) =>
  all.map(({ score, finishReason, text: said }) => ({ score, finish_reason: finishReason, ...(showRows ? { text: said } : {}) }));

/** The result; what rows and answers say stands in it only where that is allowed. */
export function renderEvaluation(of: Evaluation, showRows: boolean): EvaluationResult {
  const { judgement } = of;
  return {
    version: 1,
    verdict: of.verdict,
    passed: of.passed,
    promoted_model: promotedOf(of),
    rehearsal: of.rehearsal,
    stopped: of.stopped ?? null,
    candidate: model(of.candidate),
    baseline: model(of.baseline),
    grader: of.grader,
    range: [...of.range],
    repeat: of.repeat,
    confidence: of.confidence,
    max_drop: of.maxDrop,
    rows: of.total,
    coverage: coverageOf(of),
    method: judgement?.method ?? null,
    score: judgement?.score ?? null,
    baseline_score: judgement?.baselineScore ?? null,
    difference: judgement?.difference ?? null,
    interval: judgement === undefined ? null : [...judgement.interval],
    score_interval: judgement === undefined ? null : [...judgement.scoreInterval],
    mid_p: judgement?.midP ?? null,
    wins: judgement?.wins ?? null,
    losses: judgement?.losses ?? null,
    ties: judgement?.ties ?? null,
    required_rows: judgement?.requiredRows ?? null,
    conditions: (judgement?.conditions ?? []).map(({ name, proof, line, interval: ends }) => ({
      name,
      proof,
      line,
      interval: [...ends],
    })),
    tags: (judgement?.tags ?? []).map(({ tag, rows, score, baselineScore, difference, interval: ends, adjusted, worse }) => ({
      tag,
      rows,
      score,
      baseline_score: baselineScore,
      difference,
      interval: [...ends],
      adjusted_p: adjusted ?? null,
      worse,
    })),
    results: of.rows.map((row) => ({
      path: row.path,
      line: row.line,
      tag: row.tag ?? null,
      score: row.score ?? null,
      baseline_score: row.baselineScore ?? null,
      unscored: row.unscored === undefined ? null : showRows ? row.unscored : 'The row has no score.',
      candidate: answers(row.candidate, showRows),
      baseline: answers(row.baseline, showRows),
    })),
    cost_usd: of.usd ?? null,
    prompt_tokens: of.promptTokens,
    completion_tokens: of.completionTokens,
    answers_asked: of.asked,
    answers_kept: of.kept,
    retries: of.retries,
  };
}
