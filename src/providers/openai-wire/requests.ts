/**
 * The body of the create call: what the user asked, in the API's own names; no field invented, none dropped.
 * Pure.
 */
import { merged } from '../../api/merge.ts';
import type { JobRequest } from '../port.ts';

/**
 * The body of `POST /fine_tuning/jobs`. `seed: 0` is a seed.
 * @param metadata the user's pairs and our own; undefined where nothing is to be sent
 */
export function createBody(
  request: JobRequest,
  metadata: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, unknown>> {
  const { model, suffix, seed, method, hyperparameters, integrations, training_file, validation_file, extra_body } = request;
  const fields = { model, suffix, seed, method, hyperparameters, integrations, training_file, validation_file, metadata };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return merged(Object.fromEntries(given), extra_body);
}
