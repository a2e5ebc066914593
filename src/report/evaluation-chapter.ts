/** All that the report says of an evaluation, in one piece. */
import { coverageOf, type Evaluation, promotedOf } from './evaluation-findings.ts';
import { renderJunit } from './evaluation-junit.ts';
import { renderEvaluation } from './evaluation-result.ts';
import { pretty } from './json-text.ts';

export { evaluationHeadline, evaluationSections } from './evaluation-page.ts';

/** What it came to, as outputs. */
export function evaluationOutputs(evaluation: Evaluation): Record<string, string | undefined> {
  const { verdict, passed, judgement, usd } = evaluation;
  const number = (value: number | undefined) => (value === undefined ? undefined : String(Number(value.toFixed(6))));
  return {
    verdict,
    passed: String(passed),
    promoted_model: promotedOf(evaluation),
    score: number(judgement?.score),
    baseline_score: number(judgement?.baselineScore),
    difference: number(judgement?.difference),
    interval: judgement === undefined ? undefined : JSON.stringify(judgement.interval.map((end) => Number(end.toFixed(6)))),
    wins: number(judgement?.wins),
    losses: number(judgement?.losses),
    ties: number(judgement?.ties),
    coverage: number(coverageOf(evaluation)),
    required_rows: number(judgement?.requiredRows),
    evaluation_cost_usd: usd?.toFixed(4),
  };
}

/** Its files by name. */
export function evaluationFiles(evaluation: Evaluation, showRows: boolean): Record<string, () => string> {
  return {
    'evaluation.json': () => pretty(renderEvaluation(evaluation, showRows)),
    'evaluation.junit.xml': () => renderJunit(evaluation, showRows),
  };
}
