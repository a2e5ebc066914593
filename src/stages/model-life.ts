/** Before money is spent: whether the provider knows the model, and how long it will keep it. */
import { ActionError, ProviderError } from '../errors.ts';
import type { Work } from '../job/work.ts';
import { lifeOf } from '../models/standing.ts';
import { type World, warn } from '../run/step.ts';

/**
 * Asks about the model. What cannot be seen stops nothing: many servers do not have the call, or list only
 * the models that can be called.
 * @returns the day on which it is shut down, where that is known
 * @throws ActionError when the model is shut down sooner than `min_model_days`
 */
export async function checkModel(world: World, work: Work): Promise<string | undefined> {
  const { model, min_model_days } = world.inputs;
  const ask = work.provider.model;
  if (model === undefined || ask === undefined) return undefined;
  let date: string | null | undefined;
  try {
    date = (await work.attempt('extra', () => ask(model, work.signal))).shutdown_date;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.facts.kind === 'missing')
      warn(world, `The platform does not know the model ${model}, or this key may not see it; check its name. ${error.message}`);
    else world.runner.debug(`The model could not be looked at. ${error.message}`);
    return undefined;
  }
  const life = lifeOf({ model, now: world.clock.now(), minimumDays: min_model_days }, date);
  if (life?.severity === 'error') throw new ActionError(life.message);
  if (life !== undefined) warn(world, life.message);
  return date ?? undefined;
}
