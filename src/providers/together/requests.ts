/** What is asked, in the platform's names and units. Pure. */
import { hyperparametersOf, isMap, methodName } from '../../api/method.ts';
import type { Fields } from '../openai-wire/dialect.ts';
import type { PlatformEstimate } from '../port.ts';

/** What of a create call decides its price. */
const PRICED = [
  'training_file',
  'validation_file',
  'model',
  'n_epochs',
  'n_evals',
  'training_method',
  'training_type',
  'from_checkpoint',
];

function methodFields(name: string, { beta, train_on_inputs }: Fields): Fields {
  if (name === 'dpo') return { method: 'dpo', ...(beta === undefined ? {} : { dpo_beta: beta }) };
  return { method: 'sft', train_on_inputs: train_on_inputs ?? 'auto' };
}

function wandbOf(integrations: unknown): Fields {
  const first: unknown = Array.isArray(integrations) ? integrations[0] : undefined;
  const { project, name, entity } = isMap(first) && isMap(first.wandb) ? first.wandb : {};
  const fields = { wandb_project_name: project, wandb_name: name, wandb_entity: entity };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

/**
 * The create call of the API in this platform's form. What is left to the server is not sent; validation data
 * without `n_evals` would never be looked at.
 */
export function togetherForm({ method, hyperparameters, seed, integrations, ...rest }: Fields): Fields {
  const settings = Object.entries(hyperparametersOf({ method, hyperparameters }) ?? {}).filter(([, value]) => value !== 'auto');
  const given = Object.fromEntries(settings);
  const { beta: _, train_on_inputs: __, ...plain } = given;
  return {
    ...rest,
    ...(rest.validation_file === undefined ? {} : { n_evals: 1 }),
    ...plain,
    ...(seed === undefined ? {} : { random_seed: seed }),
    training_method: methodFields(methodName(method), given),
    ...wandbOf(integrations),
  };
}

/** What of a create call the price call takes. */
export function pricedFields(body: Fields): Fields {
  return Object.fromEntries(PRICED.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
}

/** The price that the platform names; one that it cannot name yet is never taken for none. */
export function estimateIn(reply: unknown): PlatformEstimate {
  if (!isMap(reply)) return { usd: undefined, reason: 'its answer cannot be read' };
  const { estimation_available, unavailable_reason, allowed_to_proceed, estimated_total_price, user_limit } = reply;
  if (estimation_available === false) {
    const reason = String(unavailable_reason ?? 'no price is available');
    return { usd: undefined, reason, ...(reason.endsWith('_not_validated') ? { later: true } : {}) };
  }
  if (allowed_to_proceed === false)
    return { usd: undefined, reason: `the account may not proceed; its limit is US$ ${String(user_limit ?? 'unknown')}` };
  return typeof estimated_total_price === 'number' && estimated_total_price >= 0
    ? { usd: estimated_total_price }
    : { usd: undefined, reason: 'its answer has no price that can be read' };
}
