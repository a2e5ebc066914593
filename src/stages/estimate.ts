/** What training would take: tokens times epochs, and their price where it is known. Pure. */
import { merged } from '../api/merge.ts';
import { hyperparametersOf } from '../api/method.ts';
import type { Dataset, TokenCount } from '../dataset/dataset.ts';
import { costOf, defaultEpochs, timesEpochs } from '../dataset/tokens/estimate.ts';
import { homePrice, trainingPrice } from '../providers/prices.ts';
import { PLATFORMS } from '../providers/registry.ts';
import type { Estimate, Findings } from '../report/findings.ts';
import type { World } from '../run/step.ts';

/** What of the step an estimate depends on. */
type Pricing = Pick<World, 'inputs' | 'connection' | 'started'>;

/** The epochs that were asked for; undefined when the provider chooses. */
function askedEpochs({ inputs }: Pick<Pricing, 'inputs'>): number | undefined {
  const { method, hyperparameters, extra_body } = inputs;
  const epochs = hyperparametersOf(merged({ method, hyperparameters }, extra_body))?.n_epochs;
  return typeof epochs === 'number' ? epochs : undefined;
}

/** A price of so many tokens, of an estimate its bounds too. */
function costAt(perMillion: number, { tokens, low, high }: TokenCount) {
  return { usd: costOf(tokens, perMillion), low: costOf(low, perMillion), high: costOf(high, perMillion) };
}

/** What training on this data would take. */
export function estimateOf({ inputs, connection, started }: Pricing, training: Dataset): Estimate | undefined {
  if (training.tokens === undefined) return undefined;
  const asked = askedEpochs({ inputs });
  const epochs = asked ?? defaultEpochs(training.rows);
  const tokens = timesEpochs(training.tokens, epochs);
  const asking = [connection.profile, inputs.model ?? '', inputs.price_per_million_tokens, started] as const;
  const price = trainingPrice(...asking);
  const home = homePrice(...asking, PLATFORMS);
  const known = {
    epochs,
    epochsAsked: asked !== undefined,
    tokens,
    ...(home === undefined ? {} : { elsewhere: { title: home.title, basis: home.basis, ...costAt(home.perMillion, tokens) } }),
  };
  if (price.perMillion === undefined)
    return { ...known, cost: undefined, withoutCost: tokens.unpriced ?? price.why, toCost: price.fix };
  const cost = costAt(price.perMillion, tokens);
  if (tokens.unpriced !== undefined)
    return { ...known, cost: undefined, withoutCost: tokens.unpriced, atMost: { usd: cost.high, basis: price.basis } };
  const { basis, old } = price;
  return { ...known, cost: { ...cost, basis, ...(old ? { old } : {}) }, withoutCost: undefined };
}

/** What a million trained tokens of this model cost, where it is known. */
export function priceOf({ inputs, connection, started }: Pricing, model: string): Findings['price'] {
  const price = trainingPrice(connection.profile, model, inputs.price_per_million_tokens, started);
  return price.perMillion === undefined ? undefined : { perMillion: price.perMillion, basis: price.basis };
}
