/** `evaluation.json`: what a later program wants to know of an evaluation. Pure. */
import { coverageOf, type EvaluatedAnswer, type Evaluation, promotedOf } from './evaluation-findings.ts';
import type { EvaluationResult } from './evaluation-schema.ts';

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
