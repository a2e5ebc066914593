/** Before money is spent: whether the provider knows the model, and how long it will keep it. */
import { ActionError, ProviderError } from '../errors.ts';
import type { Work } from '../job/work.ts';
import { type World, warn } from '../run/step.ts';

const DAY = 24 * 3_600_000;
/** Said without being asked when a model lives for less. */
const SOON = 90;

/** Whole days from one moment to the beginning of a day (`YYYY-MM-DD`, UTC); undefined for any other text. */
export function daysUntil(date: string | null | undefined, now: number): number | undefined {
  const time = /^\d{4}-\d{2}-\d{2}/.test(date ?? '') ? Date.parse((date ?? '').slice(0, 10)) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.floor((time - now) / DAY);
}

/**
 * Asks about the model. What cannot be seen stops nothing: many servers do not have the call, or list only
 * the models that can be called.
 * @throws ActionError when the model is shut down sooner than `min_model_days`
 */
export async function checkModel(world: World, work: Work): Promise<void> {
  const { model, min_model_days } = world.inputs;
  const ask = work.provider.model;
  if (model === undefined || ask === undefined) return;
  let date: string | null | undefined;
  try {
    date = (await work.attempt('extra', () => ask(model, work.signal))).shutdown_date;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.facts.kind === 'missing')
      warn(world, `The provider does not know the model ${model}, or this key may not see it; check its name. ${error.message}`);
    else world.runner.debug(`The model could not be looked at. ${error.message}`);
    return;
  }
  const days = daysUntil(date, world.clock.now());
  if (days === undefined) return;
  const when = days < 0 ? `was shut down on ${date}` : `is shut down on ${date}, in ${days} day${days === 1 ? '' : 's'}`;
  if (days < min_model_days) {
    throw new ActionError(
      `The base model ${model} ${when}, and min_model_days is ${min_model_days}; nothing was uploaded. Choose a model that lives longer.`,
    );
  }
  if (days < SOON) warn(world, `The base model ${model} ${when}; models trained from it may go with it.`);
}
