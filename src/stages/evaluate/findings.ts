/** What the answers come to. Pure. */
import type { Budget } from '../../evaluation/asking/budget.ts';
import type { Gate, Graded, RowResult, Side } from '../../evaluation/gate.ts';
import { detectableDifference } from '../../evaluation/statistics/planning.ts';
import { judge, type ScoredRow } from '../../evaluation/statistics/verdict.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import type { EvaluatedModel, EvaluatedRow, Evaluation, EvaluationVerdict } from '../../report/evaluation-findings.ts';
import { foreignText } from '../../words.ts';

export interface Outcome {
  readonly inputs: Inputs;
  readonly gate: Gate;
  readonly budget: Budget;
  readonly results: readonly RowResult[];
  readonly range: readonly [number, number];
  readonly recorded: boolean;
  readonly rehearsal: boolean;
  /** Whether rows may be quoted: a server's words about a question may hold it. */
  readonly showRows: boolean;
}

/** So much of a text is kept for the report. */
const LONGEST = 4000;

const mean = (graded: readonly Graded[]) => graded.reduce((total, { score }) => total + score, 0) / graded.length;

/** The share of rows whose answers differ between repeats. */
function flipRate(all: readonly (readonly Graded[])[]): number | undefined {
  const repeated = all.filter(({ length }) => length > 1);
  if (repeated.length === 0) return undefined;
  return repeated.filter((graded) => new Set(graded.map(({ text }) => text)).size > 1).length / repeated.length;
}

/** Answers that ended otherwise than by themselves. */
function endings(all: readonly (readonly Graded[])[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { finishReason, refused } of all.flat()) {
    const ending = refused ? 'refusal' : finishReason;
    if (ending !== 'stop' && ending !== 'tool_calls' && ending !== '') counts[ending] = (counts[ending] ?? 0) + 1;
  }
  return counts;
}

function modelOf(side: Side, { gate, results, recorded }: Outcome): EvaluatedModel {
  const { model, origin } = gate.sides[side];
  const all = results.map((result) => result[side]);
  return {
    model,
    origin,
    recorded: recorded && side === 'baseline',
    flipRate: flipRate(all),
    fingerprints: gate.asking.fingerprints.get(model)?.size ?? 0,
    endings: endings(all),
  };
}

function promptOf(messages: readonly Readonly<Record<string, unknown>>[]): string {
  const content = messages.at(-1)?.content;
  return (typeof content === 'string' ? content : JSON.stringify(content ?? '')).slice(0, LONGEST);
}

type TagName = (tag: string | undefined) => string | undefined;

/** How tags are called. A tag is a value of a row: where rows are not shown it is a number. */
function tagNames({ gate, showRows }: Outcome): TagName {
  if (showRows) return (tag) => tag;
  const tags = new Set(gate.rows.flatMap(({ tag }) => tag ?? []));
  const names = new Map([...tags].map((tag, at) => [tag, `tag ${at + 1}`]));
  return (tag) => (tag === undefined ? undefined : names.get(tag));
}

function rowOf({ row, candidate, baseline, unscored }: RowResult, tagName: TagName): EvaluatedRow {
  const { reference_answer: reference } = row.item;
  const shown = (graded: readonly Graded[]) => graded.map(({ text, score, finishReason }) => ({ text, score, finishReason }));
  return {
    path: row.path,
    line: row.line,
    tag: tagName(row.tag),
    prompt: promptOf(row.messages),
    reference: typeof reference === 'string' ? reference.slice(0, LONGEST) : undefined,
    candidate: shown(candidate.filter((one) => one !== undefined)),
    baseline: shown(baseline.filter((one) => one !== undefined)),
    score: unscored === undefined ? mean(candidate) : undefined,
    baselineScore: unscored === undefined ? mean(baseline) : undefined,
    unscored,
  };
}

/** The evaluation as it is reported. */
export function evaluationOf(outcome: Outcome): Evaluation {
  const { inputs, gate, budget, results, range, rehearsal } = outcome;
  const { asking } = gate;
  const tagName = tagNames(outcome);
  const scored: ScoredRow[] = results
    .filter(({ unscored }) => unscored === undefined)
    .map(({ row, candidate, baseline }) => ({
      candidate: mean(candidate),
      baseline: mean(baseline),
      cluster: row.cluster,
      tag: tagName(row.tag),
    }));
  const terms = {
    range,
    repeat: inputs.repeat,
    clustered: gate.rows.some(({ cluster }) => cluster !== undefined),
    confidence: inputs.confidence,
    maxDrop: inputs.max_drop,
    minGain: inputs.min_gain,
    minScore: inputs.min_score,
    maxRegressions: inputs.max_regressions,
  };
  const judgement = scored.length === 0 ? undefined : judge(scored, terms);
  const covered = scored.length / gate.rows.length >= inputs.min_coverage;
  const stopped =
    (asking.stop && foreignText(asking.stop.words, outcome.showRows, [gate.sides.candidate.model, gate.sides.baseline.model])) ??
    (covered
      ? undefined
      : `${scored.length} of ${gate.rows.length} rows have a score for both models, and min_coverage is ${inputs.min_coverage}`);
  const verdict: EvaluationVerdict = stopped !== undefined || judgement === undefined ? 'incomplete' : judgement.verdict;
  return {
    verdict,
    passed: verdict === 'pass' || (verdict === 'inconclusive' && inputs.on_inconclusive === 'pass'),
    stopped,
    rehearsal,
    candidate: modelOf('candidate', outcome),
    baseline: modelOf('baseline', outcome),
    grader: [...gate.parts.parts.values()].map(({ name, type }) => `${name} (${type})`).join(', '),
    range,
    repeat: inputs.repeat,
    maxDrop: inputs.max_drop,
    confidence: inputs.confidence,
    onInconclusive: inputs.on_inconclusive,
    clusterBy: inputs.cluster_by,
    tagBy: inputs.tag_by,
    total: gate.rows.length,
    minCoverage: inputs.min_coverage,
    judgement,
    detectable: detectableDifference(gate.rows.length, { confidence: inputs.confidence }),
    rows: results.map((result) => rowOf(result, tagName)),
    usd: budget.usd,
    promptTokens: budget.promptTokens,
    completionTokens: budget.completionTokens,
    asked: asking.calls,
    kept: asking.found,
    retries: asking.retries,
  };
}
