/** What training would take: tokens times epochs, and their price where it is known. Pure. */
import { hyperparametersOf } from '../api/method.ts';
import type { Dataset } from '../dataset/dataset.ts';
import { costOf, defaultEpochs, timesEpochs } from '../dataset/tokens/estimate.ts';
import { trainingPrice } from '../providers/prices.ts';
import type { Estimate, Findings } from '../report/findings.ts';
import type { World } from '../run/step.ts';

/** What of the step an estimate depends on. */
type Pricing = Pick<World, 'inputs' | 'connection' | 'started'>;

/** The epochs that were asked for; undefined when the provider chooses. */
function askedEpochs({ inputs }: Pricing): number | undefined {
  const epochs = hyperparametersOf(inputs)?.n_epochs;
  return typeof epochs === 'number' ? epochs : undefined;
}

/** What training on this data would take. */
export function estimateOf(step: Pricing, training: Dataset): Estimate | undefined {
  if (training.tokens === undefined) return undefined;
  const asked = askedEpochs(step);
  const epochs = asked ?? defaultEpochs(training.rows);
  const tokens = timesEpochs(training.tokens, epochs);
  const { inputs, connection, started } = step;
  const price = trainingPrice(connection.profile, inputs.model ?? '', inputs.price_per_million_tokens, started);
  const known = { epochs, epochsAsked: asked !== undefined, tokens };
  if (price.perMillion === undefined) return { ...known, cost: undefined, withoutCost: price.why };
  const { perMillion, basis } = price;
  const [usd = 0, low = 0, high = 0] = [tokens.tokens, tokens.low, tokens.high].map((count) => costOf(count, perMillion));
  return { ...known, cost: { usd, low, high, basis }, withoutCost: undefined };
}

/** What a million trained tokens of this model cost, where it is known. */
export function priceOf({ inputs, connection, started }: Pricing, model: string): Findings['price'] {
  const price = trainingPrice(connection.profile, model, inputs.price_per_million_tokens, started);
  return price.perMillion === undefined ? undefined : { perMillion: price.perMillion, basis: price.basis };
}
