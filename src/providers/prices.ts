/**
 * What training costs, as far as it is known. A price is only ever as good as its date: one that is older
 * than 180 days is shown as old, with its date, and `price_per_million_tokens` is the way to a better one.
 */
import { baseOf } from '../api/method.ts';
import type { Platform, Price, Profile } from './profile.ts';

const DAY = 24 * 60 * 60 * 1000;
const FRESH_DAYS = 180;

/** A price to reckon with, or why there is none and what helps. */
export type KnownPrice =
  | { readonly perMillion: number; readonly basis: string; readonly old?: true }
  | { readonly perMillion: undefined; readonly why: string; readonly fix: string };

const UNKNOWN: KnownPrice = {
  perMillion: undefined,
  why: 'no price is known for this model (price_per_million_tokens gives one)',
  fix: 'Give price_per_million_tokens.',
};
const HOURLY: KnownPrice = {
  perMillion: undefined,
  why: 'this model is priced by the hour of training, so tokens do not say its cost',
  fix: 'Take max_cost_usd out; timeout_minutes with on_timeout: cancel limits the hours.',
};

const asGiven = (perMillion: number) => ({ perMillion, basis: `US$ ${perMillion} a million tokens, as given` });

const entryFor = ({ prices }: Pick<Profile, 'prices'>, model: string) => prices.find((price) => price.model.test(baseOf(model)));

/** What an entry of a table says today. */
function priceOf({ perMillion, source, date }: Price, now: number): KnownPrice {
  if (perMillion === undefined) return HOURLY;
  const basis = `US$ ${perMillion} a million tokens by ${source}, ${date}`;
  const days = Math.floor((now - Date.parse(date)) / DAY);
  return days > FRESH_DAYS
    ? { perMillion, basis: `${basis}, an old price of ${days} days ago`, old: true }
    : { perMillion, basis };
}

/**
 * The price of a million trained tokens in US$.
 * @param given the input `price_per_million_tokens`, which beats the table
 * @param now milliseconds since the epoch
 */
export function trainingPrice(
  profile: Pick<Profile, 'prices' | 'free'>,
  model: string,
  given: number | undefined,
  now: number,
): KnownPrice {
  if (profile.free !== undefined) return { perMillion: 0, basis: profile.free };
  if (given !== undefined) return asGiven(given);
  const entry = entryFor(profile, model);
  return entry === undefined ? UNKNOWN : priceOf(entry, now);
}

/**
 * Where training costs nothing: what the same model costs on the platform that it comes from, which is the
 * first that has a price for it; undefined where nothing is known.
 */
export function homePrice(
  { free }: Pick<Profile, 'free'>,
  model: string,
  given: number | undefined,
  now: number,
  platforms: readonly Platform[],
): { readonly title: string; readonly perMillion: number; readonly basis: string } | undefined {
  if (free === undefined) return undefined;
  const home = platforms.find(({ profile }) => entryFor(profile, model) !== undefined)?.profile;
  const title = home?.title ?? 'the real platform';
  if (given !== undefined) return { title, ...asGiven(given) };
  const price = home === undefined ? UNKNOWN : trainingPrice(home, model, undefined, now);
  return price.perMillion === undefined ? undefined : { title, perMillion: price.perMillion, basis: price.basis };
}
