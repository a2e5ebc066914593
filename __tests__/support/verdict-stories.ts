/** What the promotion gate finds, by its verdicts: the findings that its pages are made of. */
import type { Dataset } from '../../src/dataset/dataset.ts';
import { reportedOperation } from '../../src/operations/registry.ts';
import type { EvaluatedRow, Evaluation } from '../../src/report/evaluation-findings.ts';
import { refusalSentence } from '../../src/report/evaluation-words.ts';
import type { Findings } from '../../src/report/findings.ts';
import { evaluationOf, rowsOf } from './evaluations.ts';
import { dataset, findings, MODEL, PREVIOUS, priced, START, validation, withoutJob } from './findings.ts';

/** The data of an evaluation: no training is estimated of it. */
const EVALUATED = 'data/support.eval.jsonl';
function evaluationData(rows: number): Dataset {
  const { statistics } = validation();
  const tokens = rows * 124;
  return validation({
    role: 'evaluation_file',
    paths: [EVALUATED],
    rows,
    tokens: { kind: 'exact', tokens, low: tokens, high: tokens, basis: 'o200k_base' },
    statistics: statistics && {
      ...statistics,
      rows,
      longest: statistics.longest.map((row) => ({ ...row, path: EVALUATED })),
      roles: { system: rows, user: rows, assistant: rows },
      histogram: statistics.histogram.map((bin) => ({ ...bin, rows: Math.round((bin.rows * rows) / 120) })),
    },
  });
}

/** What `operation: evaluate` finds, by its verdict. */
function judged(all: readonly EvaluatedRow[], more: Partial<Evaluation> & Pick<Findings, 'ending'>): Findings {
  const { ending, ...gate } = more;
  const { candidate, baseline } = evaluationOf([]);
  const rows = all.map((row) => ({ ...row, path: EVALUATED }));
  const evaluation = evaluationOf(rows, {
    tagBy: 'topic',
    candidate: { ...candidate, model: MODEL, endings: { length: 2 } },
    baseline: { ...baseline, model: PREVIOUS },
    ...gate,
  });
  return withoutJob({
    operation: reportedOperation('evaluate'),
    ending,
    finished: START + 94_000,
    datasets: [evaluationData(evaluation.total)],
    estimate: undefined,
    asked: {},
    evaluation,
    error: evaluation.passed ? undefined : { code: undefined, message: refusalSentence(evaluation) },
  });
}

/** The promotion gate by its verdicts. */
export const VERDICTS: Readonly<Record<string, Findings>> = {
  'verdict-pass': judged([...rowsOf(22, 4, 120, { tag: 'billing' }), ...rowsOf(3, 2, 49, { tag: 'login' })], { ending: 'done' }),
  'verdict-fail': judged([...rowsOf(4, 40, 100, { tag: 'billing' }), ...rowsOf(2, 12, 42, { tag: 'login' })], {
    ending: 'stopped',
  }),
  'verdict-inconclusive': judged(rowsOf(5, 6, 29), { ending: 'stopped' }),
  'verdict-incomplete': judged(rowsOf(5, 3, 30), {
    ending: 'stopped',
    total: 200,
    verdict: 'incomplete',
    stopped: 'The server limits the calls (429), and did so for all of the five minutes that were waited for it.',
  }),
  // The job was trained by this very step, so that it belongs to the page.
  'trained-and-judged': (() => {
    const { evaluation } = judged(rowsOf(25, 6, 169), { ending: 'succeeded' });
    return findings({ ...priced(450_000), evaluation, datasets: [dataset(), validation(), evaluationData(200)] });
  })(),
};
