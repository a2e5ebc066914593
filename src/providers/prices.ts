/**
 * What training costs, as far as it is known. A price is only ever as good as its date: entries older than 180 days are named, not used, and
 * `price_per_million_tokens` is the way to a figure.
 */
import { baseOf } from '../api/method.ts';
import type { Profile } from './profile.ts';

const DAY = 24 * 60 * 60 * 1000;
const FRESH_DAYS = 180;

/** A price to reckon with, or why there is none. */
export type KnownPrice =
  | { readonly perMillion: number; readonly basis: string }
  | { readonly perMillion: undefined; readonly why: string };

/**
 * The price of a million trained tokens in US$.
 * @param given the input `price_per_million_tokens`, which beats the table
 * @param now milliseconds since the epoch
 */
export function trainingPrice(
  { prices, free }: Pick<Profile, 'prices' | 'free'>,
  model: string,
  given: number | undefined,
  now: number,
): KnownPrice {
  if (given !== undefined) return { perMillion: given, basis: `US$ ${given} a million tokens, as given` };
  if (free !== undefined) return { perMillion: 0, basis: free };
  const advice = 'give price_per_million_tokens to see one';
  const base = baseOf(model);
  const entry = prices.find((price) => price.model.test(base));
  if (entry === undefined) return { perMillion: undefined, why: `no price is known for this model; ${advice}` };
  if (entry.perMillion === undefined)
    return { perMillion: undefined, why: `this model is priced by the hour of training, so tokens do not say what it costs` };
  const basis = `US$ ${entry.perMillion} a million tokens by ${entry.source}, ${entry.date}`;
  if (now - Date.parse(entry.date) > FRESH_DAYS * DAY)
    return { perMillion: undefined, why: `the last known price (${basis}) is older than ${FRESH_DAYS} days; ${advice}` };
  return { perMillion: entry.perMillion, basis };
}
