/** What an evaluation will take, told before anything is spent. Pure but for looking at what is kept. */
import { LimitError } from '../../errors.ts';
import type { Asked, Terms } from '../../evaluation/asking/asking.ts';
import { answerLimit, costOf, promptTokens, type TokenPrices, USUAL_ANSWER } from '../../evaluation/asking/budget.ts';
import { requestOf, SIDES } from '../../evaluation/gate.ts';
import type { GraderParts } from '../../evaluation/graders.ts';
import { isTextGrader } from '../../evaluation/graders.ts';
import type { KeptAnswers } from '../../evaluation/kept/kept-answers.ts';
import { adapted, questionHash } from '../../evaluation/questions.ts';
import type { EvaluationRow } from '../../evaluation/rows.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import { counted, dollars, whole } from '../../report/text.ts';

export interface AskingPlan {
  /** Calls to the two models that are not kept yet, and those to graders' models. */
  readonly calls: number;
  readonly kept: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  /** US$; undefined without prices. */
  readonly usd: number | undefined;
}

/** What a judge reads beside the row and the answer, and what it writes. In tokens. */
const JUDGE_READS = 200;
const JUDGE_WRITES = 300;

/** The prices of this step; undefined where none are known. */
export function pricesOf(inputs: Inputs, free: boolean): TokenPrices | undefined {
  const { price_per_million_input_tokens: input, price_per_million_output_tokens: output } = inputs;
  if (free) return { input: 0, output: 0 };
  return input === undefined || output === undefined ? undefined : { input, output };
}

interface Planned {
  readonly rows: readonly EvaluationRow[];
  readonly sides: Readonly<Record<(typeof SIDES)[number], Asked>>;
  readonly sampling: Readonly<Record<string, unknown>>;
  readonly repeat: number;
  readonly parts: GraderParts;
  readonly terms: Terms;
  readonly kept: KeptAnswers | undefined;
  readonly prices: TokenPrices | undefined;
}

/** The calls that are missing, and what they take at most, as far as that is known. */
export function askingPlan({ rows, sides, sampling, repeat, parts, terms, kept, prices }: Planned): AskingPlan {
  const judges = [...parts.parts.values()].filter((part) => !isTextGrader(part)).length;
  let [calls, found, prompt, completion] = [0, 0, 0, 0];
  for (const row of rows) {
    for (const side of SIDES) {
      const asked = sides[side];
      const body = adapted(requestOf(row, asked.model, sampling), terms.adaptation);
      const written = answerLimit(body) ?? USUAL_ANSWER;
      for (let time = 0; time < repeat; time += 1) {
        if (asked.ask === undefined || kept?.find(questionHash(body, time), asked) !== undefined) {
          found += 1;
          continue;
        }
        calls += 1 + judges;
        prompt += promptTokens(body) + judges * (promptTokens(body) + written + JUDGE_READS);
        completion += written + judges * JUDGE_WRITES;
      }
    }
  }
  const usd = prices === undefined ? undefined : costOf(prompt, completion, prices);
  return { calls, kept: found, promptTokens: prompt, completionTokens: completion, usd };
}

/** The plan as a line of the log. */
export function askingLine({ calls, kept, promptTokens: prompt, completionTokens, usd }: AskingPlan): string {
  const cost =
    usd === undefined
      ? 'at a price that is not known (price_per_million_input_tokens and …_output_tokens)'
      : `for ${dollars(usd)} at most`;
  const known = kept === 0 ? '' : `; ${counted(kept, 'answer')} kept from before`;
  return `${counted(calls, 'call')} to make, about ${whole(prompt)} tokens asked and ${whole(completionTokens)} answered, ${cost}${known}.`;
}

/** @throws LimitError where the plan is above what is allowed, or nothing says what it costs */
export function enforcePlan(
  { calls, promptTokens: prompt, completionTokens, usd }: AskingPlan,
  { max_cost_usd, max_tokens }: Inputs,
): void {
  if (calls === 0) return;
  if (max_cost_usd !== undefined && usd === undefined)
    throw new LimitError(
      `Input max_cost_usd is ${max_cost_usd}; what the evaluation costs is not known. Write price_per_million_input_tokens and price_per_million_output_tokens of the most expensive model that is asked.`,
    );
  if (max_cost_usd !== undefined && usd !== undefined && usd > max_cost_usd)
    throw new LimitError(
      `The evaluation would cost ${dollars(usd)}, and max_cost_usd is ${max_cost_usd}; nothing was asked. Raise it, set max_completion_tokens in sampling_params, or take fewer rows.`,
    );
  const tokens = prompt + completionTokens;
  if (max_tokens !== undefined && tokens > max_tokens)
    throw new LimitError(
      `The evaluation would take ${whole(tokens)} tokens, and max_tokens is ${max_tokens}; nothing was asked. Raise it, set max_completion_tokens in sampling_params, or take fewer rows.`,
    );
}
