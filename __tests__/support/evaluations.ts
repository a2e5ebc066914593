/** Evaluations for the tests of their pages, with overrides. */
import { judge, type ScoredRow } from '../../src/evaluation/statistics/verdict.ts';
import type { EvaluatedRow, Evaluation } from '../../src/report/evaluation-findings.ts';

const TERMS = { range: [0, 1], repeat: 1, clustered: false, confidence: 0.95, maxDrop: 0.05 } as const;

/** A row with its two answers. */
export function evaluated(line: number, score: number, baselineScore: number, more: Partial<EvaluatedRow> = {}): EvaluatedRow {
  const answer = (text: string, one: number) => [{ text, score: one, finishReason: 'stop' }];
  return {
    path: 'eval.jsonl',
    line,
    tag: undefined,
    prompt: `question ${line}`,
    reference: `answer ${line}`,
    candidate: answer(`candidate ${line}`, score),
    baseline: answer(`baseline ${line}`, baselineScore),
    score,
    baselineScore,
    unscored: undefined,
    ...more,
  };
}

/** So many rows that were won, lost and the same. */
export function rowsOf(wins: number, losses: number, ties: number, more: Partial<EvaluatedRow> = {}): EvaluatedRow[] {
  return Array.from({ length: wins + losses + ties }, (_, index) =>
    evaluated(index + 1, index >= wins && index < wins + losses ? 0 : 1, index < wins ? 0 : 1, more),
  );
}

/** The evaluation of these rows. */
export function evaluationOf(rows: readonly EvaluatedRow[], more: Partial<Evaluation> = {}): Evaluation {
  const scored: ScoredRow[] = rows.flatMap(({ score, baselineScore, tag }) =>
    score === undefined || baselineScore === undefined ? [] : [{ candidate: score, baseline: baselineScore, tag }],
  );
  const judgement = scored.length === 0 ? undefined : judge(scored, { ...TERMS, ...(more.range && { range: more.range }) });
  const verdict = more.verdict ?? judgement?.verdict ?? 'incomplete';
  const model = { origin: 'https://llm.example.com', recorded: false, flipRate: undefined, fingerprints: 1, endings: {} };
  return {
    verdict,
    passed: verdict === 'pass',
    stopped: undefined,
    rehearsal: false,
    candidate: { ...model, model: 'new' },
    baseline: { ...model, model: 'old' },
    grader: 'eq (string_check)',
    range: [0, 1],
    repeat: 1,
    maxDrop: 0.05,
    confidence: 0.95,
    onInconclusive: 'fail',
    clusterBy: undefined,
    tagBy: undefined,
    total: rows.length,
    minCoverage: 0.98,
    judgement,
    detectable: 0.07,
    rows,
    usd: 0.41,
    promptTokens: 1000,
    completionTokens: 200,
    asked: rows.length * 2,
    kept: 0,
    retries: 0,
    ...more,
  };
}
