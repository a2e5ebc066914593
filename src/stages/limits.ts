/**
 * What a step refuses before anything is uploaded, and why. Pure: each is a verdict, which `enforce` carries
 * out.
 */
import { countOf, type Dataset } from '../dataset/dataset.ts';
import { isHarmless } from '../dataset/rules/rules.ts';
import type { Source } from '../dataset/sources.ts';
import { DataError, LimitError } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Profile } from '../providers/profile.ts';
import type { Estimate } from '../report/findings.ts';
import { counted } from '../report/text.ts';
import { cutWords, ours, textOf, type Words, words } from '../words.ts';

/** The reason stands with a refusal only. */
export type Verdict =
  | { readonly passes: true }
  /** `of`: whether the data is refused, or what would be done with it. */
  | { readonly passes: false; readonly reason: string | Words; readonly of: 'data' | 'limit' };

const PASSES: Verdict = { passes: true };
const refusal = (reason: string | Words): Verdict => ({ passes: false, reason, of: 'data' });
const aboveLimit = (reason: string): Verdict => ({ passes: false, reason, of: 'limit' });

/** @throws DataError, or LimitError, for the first verdict that refuses */
export function enforce(...verdicts: readonly Verdict[]): void {
  for (const verdict of verdicts)
    if (!verdict.passes)
      throw verdict.of === 'data' ? new DataError(verdict.reason) : new LimitError(textOf(verdict.reason, true));
}

/** Files by ID can only be looked at by asking the provider. */
export function offlineVerdict(sources: readonly (Source | undefined)[]): Verdict {
  const byId = sources.find((source) => source?.kind === 'id');
  if (byId?.kind !== 'id') return PASSES;
  return refusal(
    `Input training_file or validation_file is the file ID ${byId.id}; operation validate contacts no platform. Give paths.`,
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

/** More tokens than the platform takes in a job are refused; of an estimate the upper bound counts. */
export function capacityVerdict(
  estimate: Estimate | undefined,
  { maximumTrainingTokens: most, title }: Pick<Profile, 'maximumTrainingTokens' | 'title'>,
): Verdict {
  if (most === undefined || estimate === undefined || estimate.tokens.high <= most) return PASSES;
  return aboveLimit(
    `The training would take ${tokensOf(estimate)}, and ${title} takes at most ${most} in a job; nothing was uploaded. Take fewer epochs or rows.`,
  );
}

/** `up to 1,523 tokens (3 epochs)` of an estimate, `1,400 tokens (3 epochs)` of a count. */
function tokensOf({ tokens: { low, high }, epochs }: Estimate): string {
  return `${low < high ? 'up to ' : ''}${high} tokens (${counted(epochs, 'epoch')})`;
}

/**
 * More tokens or money than allowed are refused; of an estimate the upper bound counts. Where the platform
 * prices jobs itself, an unknown cost waits for its word.
 */
export function budgetVerdict(
  estimate: Estimate | undefined,
  { max_tokens, max_cost_usd }: Pick<Inputs, 'max_tokens' | 'max_cost_usd'>,
  { pricesJobs }: Pick<Profile, 'pricesJobs'> = {},
): Verdict {
  const limit = max_tokens === undefined ? 'max_cost_usd' : 'max_tokens';
  if (max_tokens === undefined && max_cost_usd === undefined) return PASSES;
  const waits = pricesJobs && (estimate === undefined || (estimate.cost ?? estimate.atMost) === undefined);
  if (waits && max_tokens === undefined) return PASSES;
  if (estimate === undefined)
    return aboveLimit(`${limit} is given, but the tokens of a file ID cannot be counted. Give the data as a path.`);
  if (max_tokens !== undefined && estimate.tokens.high > max_tokens)
    return aboveLimit(
      `The training would take ${tokensOf(estimate)}, above max_tokens: ${max_tokens}; nothing was uploaded. Take fewer epochs or rows, or raise max_tokens.`,
    );
  return max_cost_usd === undefined || waits ? PASSES : costVerdict(estimate, max_cost_usd);
}

function costVerdict({ cost, atMost, withoutCost, toCost }: Estimate, most: number): Verdict {
  const limit = `max_cost_usd is ${most}`;
  if (cost === undefined && atMost === undefined)
    return aboveLimit(
      `The cost cannot be estimated (${withoutCost ?? 'no price is known'}), and ${limit}; nothing was uploaded. ${toCost ?? 'Give price_per_million_tokens.'}`,
    );
  const high = cost?.high ?? atMost?.usd ?? 0;
  if (high <= most) return PASSES;
  const about = cost === undefined || cost.low < cost.high ? 'up to' : 'about';
  const fresh = cost?.old ? ', or give price_per_million_tokens if the price has changed' : '';
  return aboveLimit(
    `The cost would be ${about} US$ ${high.toFixed(2)} (${cost?.basis ?? atMost?.basis}), and ${limit}; nothing was uploaded. Take fewer epochs or rows, or raise max_cost_usd${fresh}.`,
  );
}
