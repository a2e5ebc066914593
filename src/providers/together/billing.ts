/**
 * How Together bills: tokens times `n_epochs`, which is 1 where it is not given, and the validation data once
 * for each of `n_evals`. Without packing a row is billed as the longest sequence. Pure.
 */
import { hyperparametersOf } from '../../api/method.ts';
import type { Billing } from '../profile.ts';
import type { BilledRequest } from '../terms.ts';

/** The settings of a request, in whichever place it has them; the last one that is merged wins. */
export function settingsOf({ method, hyperparameters, extra_body }: BilledRequest): Readonly<Record<string, unknown>> {
  return { ...hyperparametersOf({ method, hyperparameters }), ...extra_body };
}

/** A number of things; undefined for what is none. */
export const countOf = (value: unknown): number | undefined => (typeof value === 'number' && value >= 0 ? value : undefined);

export function togetherBilling(asked: BilledRequest): Billing {
  const { n_epochs, n_evals, packing, max_seq_length } = settingsOf(asked);
  const epochs = countOf(n_epochs);
  const longest = countOf(max_seq_length);
  return {
    epochs: epochs ?? 1,
    epochsAsked: epochs !== undefined,
    looks: asked.hasValidation ? (countOf(n_evals) ?? 1) : 0,
    ...(packing === false ? { rowTokens: longest ?? 'the longest sequence that the model takes' } : {}),
  };
}
