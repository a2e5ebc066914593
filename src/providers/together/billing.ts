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

const countOf = (value: unknown): number | undefined => (typeof value === 'number' && value >= 0 ? value : undefined);

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

/** What the user should know of the evaluations, a sentence each. */
export function evaluationRemarks(asked: BilledRequest): readonly string[] {
  const { n_evals, packing } = settingsOf(asked);
  const evals = countOf(n_evals);
  return [
    ...(evals !== undefined && evals > 0 && !asked.hasValidation
      ? [`n_evals is ${evals} and there is no validation_file, so nothing is evaluated. Give one, or take n_evals out.`]
      : []),
    ...(evals === 0 && asked.hasValidation
      ? ['n_evals is 0, so the validation data is never looked at. Take n_evals out, or validation_file.']
      : []),
    ...(packing === false
      ? ['packing: false is billed as the number of rows times the longest sequence (max_seq_length), whatever the rows hold.']
      : []),
  ];
}

/** What is filled in where it is left out, a sentence each. */
export function evaluationNotes(asked: BilledRequest): readonly string[] {
  const left = asked.hasValidation && countOf(settingsOf(asked).n_evals) === undefined;
  return left ? ['Together AI looks at the validation data n_evals times, which is left out; it is asked for once.'] : [];
}
