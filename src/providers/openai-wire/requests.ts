/**
 * The body of the create call: what the user asked, in the API's own names and the server's own form; no
 * field invented, none dropped. Pure.
 */
import { merged } from '../../api/merge.ts';
import { hyperparametersOf, isMap } from '../../api/method.ts';
import type { JobRequest } from '../port.ts';
import type { Fields } from './dialect.ts';

/**
 * The body of `POST /fine_tuning/jobs`. `seed: 0` is a seed.
 * @param metadata the user's pairs and our own; undefined where nothing is to be sent
 * @param form the server's own form of the API's fields
 */
export function createBody(
  request: JobRequest,
  metadata: Readonly<Record<string, string>> | undefined,
  form: (fields: Fields) => Fields = (fields) => fields,
): Fields {
  const { model, suffix, seed, method, hyperparameters, integrations, training_file, validation_file, extra_body } = request;
  const fields = { model, suffix, seed, method, hyperparameters, integrations, training_file, validation_file, metadata };
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return merged(form(Object.fromEntries(given)), extra_body);
}

/** Without the settings that are left to the server, which some servers know by their absence alone. */
function withoutAuto(settings: Fields): Fields {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== 'auto'));
}

/** The form of servers that take the settings of a method beside its type, and numbers alone. */
export function flatMethod(fields: Fields): Fields {
  const { method, hyperparameters, ...rest } = fields;
  if (!isMap(method)) return isMap(hyperparameters) ? { ...rest, hyperparameters: withoutAuto(hyperparameters) } : rest;
  const settings = withoutAuto(hyperparametersOf({ method }) ?? {});
  const flat = Object.keys(settings).length === 0 ? {} : { hyperparameters: settings };
  return { ...rest, method: { type: method.type, ...flat } };
}

/** The form of servers that know no method: the settings of the one that they have stand beside it. */
export function settingsAlone(fields: Fields): Fields {
  const { method, hyperparameters, ...rest } = fields;
  const settings = withoutAuto(hyperparametersOf(fields) ?? {});
  return Object.keys(settings).length === 0 ? rest : { ...rest, hyperparameters: settings };
}
