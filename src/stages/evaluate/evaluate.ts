/** An evaluation from its rows to its verdict: checked, priced, asked, judged, noted. */
import type { Job } from '../../api/objects.ts';
import { ActionError } from '../../errors.ts';
import { Asking, Terms } from '../../evaluation/asking/asking.ts';
import { Budget } from '../../evaluation/asking/budget.ts';
import { evaluateRows, type Gate, type RowResult } from '../../evaluation/gate.ts';
import { type GraderParts, partsOf } from '../../evaluation/graders.ts';
import { JUDGE_OPTIONAL } from '../../evaluation/judging.ts';
import { KeptAnswers } from '../../evaluation/kept/kept-answers.ts';
import { rangeOf } from '../../evaluation/model-answers.ts';
import { detectableDifference } from '../../evaluation/statistics/planning.ts';
import type { Judgement } from '../../evaluation/statistics/verdict.ts';
import { InFlight } from '../../in-flight.ts';
import type { Work } from '../../job/work.ts';
import type { Evaluation } from '../../report/evaluation-findings.ts';
import { refusalSentence, rowsSentence, verdictSentence, verdictTitle } from '../../report/evaluation-words.ts';
import { counted, duration } from '../../report/text.ts';
import { maySeeRows, type World, warn } from '../../run/step.ts';
import { evaluationOf } from './findings.ts';
import { modelsOf } from './models.ts';
import { askingLine, askingPlan, enforcePlan, pricesOf } from './planning.ts';
import { recordedModel } from './recorded.ts';
import { type EvaluationData, evaluationData } from './rows.ts';

/** Time between two lines about how far it is, in milliseconds. */
const PROGRESS = 15_000;

/** Calls at once until a server has shown that it takes more. */
const FIRST_CALLS = 4;

/** A verdict that does not let the candidate through. */
export class VerdictError extends ActionError {
  override name = 'VerdictError';
}

/** What is to be asked, and how it is graded. */
export interface PreparedEvaluation {
  readonly data: EvaluationData;
  readonly parts: GraderParts;
}

/** What was given, before anybody is asked. @throws InputError, DataError, ActionError */
export async function preparedEvaluation(world: World): Promise<PreparedEvaluation> {
  const { grader } = world.inputs;
  if (grader === undefined) throw new ActionError('Input grader is missing.');
  let parts: GraderParts;
  try {
    parts = partsOf(grader);
  } catch (error) {
    throw new ActionError(`Input grader: ${Error.isError(error) ? error.message : String(error)}`, { cause: error });
  }
  const data = await evaluationData(world);
  const { confidence, max_drop } = world.inputs;
  const seen = detectableDifference(data.rows.length, { confidence });
  world.runner.info(
    `${counted(data.rows.length, 'row')} can show a difference of about ${(100 * seen).toFixed(1)} % of the score's range, as a rule; the margin (max_drop) is ${(100 * max_drop).toFixed(1)} %.`,
  );
  return { data, parts };
}

/** A line now and then about how far it is, and how long it takes yet. */
function progress({ runner, clock }: World, total: number, asking: Asking): (done: number) => void {
  const begun = clock.now();
  let said = begun;
  return (done) => {
    const now = clock.now();
    if (now - said < PROGRESS && done < total) return;
    said = now;
    const left = ((now - begun) / done) * (total - done);
    const pace = asking.world.inFlight.limit;
    runner.info(
      `${done} of ${counted(total, 'row')} done${done < total ? `, about ${duration(left)} left (up to ${pace} calls at once)` : ''}.`,
    );
  };
}

function rangeOfParts({ parts, formula }: GraderParts): readonly [number, number] {
  const [only] = parts.values();
  return formula === undefined && only !== undefined ? rangeOf(only) : [0, 1];
}

/**
 * Carries it out and notes what was found.
 * @param trained the job of this very step, where it trained the candidate
 * @throws VerdictError unless the candidate passed
 */
export async function evaluateModels(
  world: World,
  work: Work,
  { data, parts }: PreparedEvaluation,
  trained?: Job,
): Promise<void> {
  const { inputs, runner, clock, connection, record } = world;
  const models = await modelsOf(world, work, trained);
  if (models === undefined) return;
  const { answers_path } = inputs;
  const kept = answers_path === undefined ? undefined : await KeptAnswers.open(await world.answerFolder(answers_path));
  const { extra_body, ...own } = inputs.sampling_params ?? {};
  const sampling = { ...own, ...extra_body };
  const { candidate } = models;
  const baseline = models.recorded ? recordedModel(models.baseline.model, data.rows, sampling, kept, candidate) : models.baseline;
  const sides = { candidate, baseline };
  const say = (text: string) => runner.info(text);
  const terms = new Terms((text) => warn(world, text));
  const prices = pricesOf(inputs, connection.profile.free !== undefined);
  const repeat = inputs.repeat;
  const plan = askingPlan({ rows: data.rows, sides, sampling, repeat, parts, terms, kept, prices });
  say(`Candidate ${candidate.model} (${candidate.origin}), baseline ${baseline.model} (${baseline.origin}).`);
  say(askingLine(plan));
  enforcePlan(plan, inputs);
  const limits = { prices, maxCostUsd: inputs.max_cost_usd, maxTokens: inputs.max_tokens };
  const budget = new Budget(limits);
  const inFlight = new InFlight(inputs.concurrency, FIRST_CALLS);
  const asking = new Asking({ clock, deadline: work.deadline, inFlight, budget, kept, say }, world.signal);
  const gate: Gate = {
    rows: data.rows,
    sides,
    sampling,
    repeat,
    parts,
    asking,
    terms,
    judge: { asking, terms: new Terms((text) => warn(world, text), JUDGE_OPTIONAL), askedOf: models.judgeOf, grades: new Map() },
    mostUnscored: Math.floor(data.rows.length * (1 - inputs.min_coverage) + 1e-9),
    concurrency: inputs.concurrency,
    onRow: progress(world, data.rows.length, asking),
  };
  let results: readonly RowResult[];
  try {
    results = await evaluateRows(gate);
  } finally {
    asking.close();
  }
  if ((kept?.broken ?? 0) > 0)
    warn(
      world,
      `${counted(kept?.broken ?? 0, 'line')} under answers_path cannot be read, as after a kill; what stood there is asked again.`,
    );
  const found = evaluationOf({
    inputs,
    gate,
    budget,
    results,
    range: rangeOfParts(parts),
    recorded: models.recorded,
    rehearsal: connection.profile.rehearsal === true,
    showRows: maySeeRows(inputs, runner.context),
  });
  const { judgement } = found;
  if (judgement !== undefined && isBlind(judgement, found.range))
    warn(
      world,
      `Every answer of both models has the lowest score (${found.range[0]}), so the grader tells nothing apart. Check that it fits the rows: \`eq\` wants the whole answer letter by letter.`,
    );
  record.note({ kind: 'evaluation', evaluation: found });
  record.note({ kind: 'ending', ending: found.passed ? (trained === undefined ? 'done' : 'succeeded') : 'stopped' });
  conclude(world, found);
}

/** Whether the grader found nothing good in either model, which makes them equal and says no more. */
function isBlind({ score, baselineScore }: Judgement, [lowest]: readonly [number, number]): boolean {
  return score === lowest && baselineScore === lowest;
}

/** Says the verdict. @throws VerdictError unless the candidate passed */
function conclude({ runner }: World, found: Evaluation): void {
  runner.info(`${verdictTitle(found)}. ${verdictSentence(found)} ${rowsSentence(found)}`);
  if (found.passed) return;
  throw new VerdictError(refusalSentence(found));
}
