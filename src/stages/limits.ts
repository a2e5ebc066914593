/**
 * What a step refuses before anything is uploaded, and why. Pure: each is a verdict, which `enforce` carries
 * out.
 */
import { countOf, type Dataset } from '../dataset/dataset.ts';
import { isHarmless } from '../dataset/rules/rules.ts';
import type { Source } from '../dataset/sources.ts';
import { DataError } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Profile } from '../providers/profile.ts';
import type { Estimate } from '../report/findings.ts';
import { counted } from '../report/text.ts';
import { cutWords, ours, type Words, words } from '../words.ts';

/** The reason stands with a refusal only. */
export type Verdict = { readonly passes: true } | { readonly passes: false; readonly reason: string | Words };

const PASSES: Verdict = { passes: true };
const refusal = (reason: string | Words): Verdict => ({ passes: false, reason });

/** @throws DataError for the first verdict that refuses */
export function enforce(...verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts) if (!verdict.passes) throw new DataError(verdict.reason);
}

/** Files by ID can only be looked at by asking the provider. */
export function offlineVerdict(sources: readonly (Source | undefined)[]): Verdict {
  const byId = sources.find((source) => source?.kind === 'id');
  if (byId?.kind !== 'id') return PASSES;
  return refusal(
    `Input training_file or validation_file is the file ID ${byId.id}; operation validate contacts no provider. Give paths.`,
  );
}

/** Data with errors is refused, with warnings where they count as errors. */
export function dataVerdict(datasets: readonly Dataset[], { strict }: Pick<Inputs, 'strict'>): Verdict {
  const errors = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error'), 0);
  const warnings = datasets
    .flatMap(({ counts }) => counts)
    .filter(({ rule, severity }) => severity === 'warning' && !isHarmless(rule))
    .reduce((sum, { count }) => sum + count, 0);
  if (errors > 0) {
    const worst = datasets.flatMap((dataset) => dataset.problems).find((problem) => problem.severity === 'error');
    const verdict = ours(`The data has ${counted(errors, 'error')}; nothing was uploaded.`);
    if (worst === undefined) return refusal(verdict);
    const place = ours(`${worst.path}${worst.line === undefined ? '' : `:${worst.line}`}`);
    return refusal(cutWords(words`${verdict} The first: ${place}: ${worst.message}`, 990));
  }
  if (warnings === 0 || !strict) return PASSES;
  return refusal(
    `The data has ${counted(warnings, 'warning')}, and strict: true counts them as errors; nothing was uploaded. Fix them, or take strict out.`,
  );
}

/**
 * More tokens than the platform takes in a job are refused where even the lower bound of the estimate is
 * above it.
 */
export function capacityVerdict(
  estimate: Estimate | undefined,
  { maximumTrainingTokens: most, title }: Pick<Profile, 'maximumTrainingTokens' | 'title'>,
): Verdict {
  if (most === undefined || estimate === undefined || estimate.tokens.low <= most) return PASSES;
  return refusal(
    `The training would take ${estimate.tokens.tokens} tokens (${estimate.epochs} epochs), and ${title} takes at most ${most} in a job; nothing was uploaded. Take fewer epochs or rows.`,
  );
}

/** More tokens or money than allowed are refused; of an estimate the upper bound counts. */
export function budgetVerdict(
  estimate: Estimate | undefined,
  { max_tokens, max_cost_usd }: Pick<Inputs, 'max_tokens' | 'max_cost_usd'>,
): Verdict {
  if (max_tokens !== undefined) {
    if (estimate === undefined)
      return refusal('max_tokens is given, but the tokens of a file ID cannot be counted. Give the data as a path.');
    if (estimate.tokens.high > max_tokens)
      return refusal(
        `The training would take about ${estimate.tokens.high} tokens (${estimate.epochs} epochs), above max_tokens: ${max_tokens}; nothing was uploaded. Take fewer epochs or rows, or raise max_tokens.`,
      );
  }
  if (max_cost_usd === undefined) return PASSES;
  const cost = estimate?.cost;
  if (cost !== undefined && cost.high <= max_cost_usd) return PASSES;
  const why =
    cost === undefined
      ? `the cost cannot be estimated (${estimate?.withoutCost ?? 'no tokens are known'})`
      : `the cost would be about US$ ${cost.high.toFixed(2)}`;
  return refusal(
    `${why}, and max_cost_usd is ${max_cost_usd}; nothing was uploaded. Give price_per_million_tokens, fewer epochs or rows, or a higher max_cost_usd.`,
  );
}
