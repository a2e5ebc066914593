/** What training would take: tokens times epochs, and their price where it is known. Pure. */
import { merged } from '../api/merge.ts';
import { hyperparametersOf } from '../api/method.ts';
import type { Dataset, TokenCount } from '../dataset/dataset.ts';
import { costOf, defaultEpochs, timesEpochs } from '../dataset/tokens/estimate.ts';
import { homePrice, type KnownPrice, trainingPrice } from '../providers/prices.ts';
import type { Billing } from '../providers/profile.ts';
import { PLATFORMS } from '../providers/registry.ts';
import type { Estimate, Findings } from '../report/findings.ts';
import type { World } from '../run/step.ts';

/** What of the step an estimate depends on. */
interface Pricing extends Pick<World, 'started'> {
  readonly inputs: Pick<
    World['inputs'],
    'model' | 'method' | 'hyperparameters' | 'extra_body' | 'validation_file' | 'price_per_million_tokens'
  >;
  readonly connection: Pick<World['connection'], 'profile'>;
}

/** The epochs that were asked for; undefined when the provider chooses. */
function askedEpochs({ inputs }: Pick<Pricing, 'inputs'>): number | undefined {
  const { method, hyperparameters, extra_body } = inputs;
  const epochs = hyperparametersOf(merged({ method, hyperparameters }, extra_body))?.n_epochs;
  return typeof epochs === 'number' ? epochs : undefined;
}

/** What of the data is billed how often: as the platform says, else its epochs over the training data. */
function billingOf({ inputs, connection }: Pricing, { rows }: Counted): Billing {
  const { billing } = connection.profile;
  if (billing !== undefined) return billing({ ...inputs, hasValidation: inputs.validation_file.length > 0 });
  const asked = askedEpochs({ inputs });
  return { epochs: asked ?? defaultEpochs(rows), epochsAsked: asked !== undefined, looks: 0 };
}

/** The price of this request: a table has that of the plain one, and who gives a price gives the whole. */
function priceFor({ inputs, connection, started }: Pricing, model: string, method: unknown): KnownPrice {
  const given = inputs.price_per_million_tokens;
  const price = trainingPrice(connection.profile, model, given, started);
  const more = connection.profile.surcharge?.({ ...inputs, method });
  if (price.perMillion === undefined || given !== undefined || more === undefined) return price;
  const basis = `${price.basis}, ${more.times} times for ${more.why}`;
  return { ...price, perMillion: price.perMillion * more.times, basis };
}

/** A price of so many tokens, of an estimate its bounds too. */
function costAt(perMillion: number, { tokens, low, high }: TokenCount) {
  return { usd: costOf(tokens, perMillion), low: costOf(low, perMillion), high: costOf(high, perMillion) };
}

/** What of a dataset its price depends on. */
type Counted = Pick<Dataset, 'rows' | 'tokens'>;

/** Why not all that is billed can be counted, as a clause; undefined where it can. */
function uncounted({ rowTokens, looks }: Billing, validation: Counted | undefined): string | undefined {
  if (typeof rowTokens === 'string') return `each row is billed as ${rowTokens}`;
  if (looks === 0 || validation?.tokens !== undefined) return undefined;
  return 'the validation data is billed too, and the tokens of a file ID cannot be counted';
}

/** The tokens of some rows as they are billed. */
function billedTokens({ tokens, rows }: Counted, { rowTokens }: Billing): TokenCount | undefined {
  if (tokens === undefined || typeof rowTokens !== 'number') return tokens;
  const all = rows * rowTokens;
  return { kind: 'estimated', tokens: all, low: all, high: all, basis: `${rowTokens} for each row, whatever it holds` };
}

/** What is paid for: what is trained, and the validation data as often as it is looked at. */
function paidFor(trained: TokenCount, validation: Counted | undefined, billing: Billing): TokenCount {
  const looked = validation === undefined ? undefined : billedTokens(validation, billing);
  if (looked === undefined || billing.looks === 0) return trained;
  const { tokens, low, high, unpriced } = timesEpochs(looked, billing.looks);
  const sum = { ...trained, tokens: trained.tokens + tokens, low: trained.low + low, high: trained.high + high };
  return unpriced === undefined ? sum : { ...sum, unpriced };
}

/**
 * What training on this data would take.
 * @param validation what was counted of the validation data; undefined where it is a file by ID, or none
 */
export function estimateOf(pricing: Pricing, training: Counted, validation: Counted | undefined): Estimate | undefined {
  const { inputs, connection, started } = pricing;
  const billing = billingOf(pricing, training);
  const counted = billedTokens(training, billing);
  if (counted === undefined) return undefined;
  const { epochs, epochsAsked, looks } = billing;
  const tokens = timesEpochs(counted, epochs);
  const paid = paidFor(tokens, validation, billing);
  const asking = [connection.profile, inputs.model ?? '', inputs.price_per_million_tokens, started] as const;
  const price = priceFor(pricing, inputs.model ?? '', inputs.method);
  const home = homePrice(...asking, PLATFORMS);
  const known = {
    epochs,
    epochsAsked,
    tokens,
    ...(looks === 0 || validation?.tokens === undefined ? {} : { looks: { times: looks, tokens: paid.tokens - tokens.tokens } }),
    ...(home === undefined ? {} : { elsewhere: { title: home.title, basis: home.basis, ...costAt(home.perMillion, paid) } }),
  };
  const unknown = uncounted(billing, validation);
  if (unknown !== undefined) return { ...known, cost: undefined, withoutCost: unknown, toCost: 'Take max_cost_usd out.' };
  if (price.perMillion === undefined)
    return { ...known, cost: undefined, withoutCost: paid.unpriced ?? price.why, toCost: price.fix };
  const cost = costAt(price.perMillion, paid);
  if (paid.unpriced !== undefined)
    return { ...known, cost: undefined, withoutCost: paid.unpriced, atMost: { usd: cost.high, basis: price.basis } };
  const { basis, old } = price;
  return { ...known, cost: { ...cost, basis, ...(old ? { old } : {}) }, withoutCost: undefined };
}

/**
 * What a million trained tokens of this model cost, where it is known.
 * @param method that of a job, where it is not that of the inputs
 */
export function priceOf(pricing: Pricing, model: string, method: unknown = pricing.inputs.method): Findings['price'] {
  const price = priceFor(pricing, model, method);
  return price.perMillion === undefined ? undefined : { perMillion: price.perMillion, basis: price.basis };
}
