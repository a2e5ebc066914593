/**
 * What training costs, as far as it is known. A price is only ever as good as its date: entries older than 180 days are named, not used, and
 * `price_per_million_tokens` is the way to a figure.
 */
import type { ProfileName } from './profiles.ts';

interface Price {
  readonly provider: ProfileName;
  readonly model: RegExp;
  /** US$ for a million trained tokens; undefined where training is priced by the hour. */
  readonly perMillion: number | undefined;
  readonly source: string;
  /** YYYY-MM-DD: when the source said so. */
  readonly date: string;
}

/** The first that fits counts. */
const PRICES: readonly Price[] = [
  { provider: 'openai', model: /^gpt-4\.1-mini/, perMillion: 5, source: "OpenAI's pricing page", date: '2025-12-31' },
  { provider: 'openai', model: /^gpt-4\.1-nano/, perMillion: 1.5, source: "OpenAI's pricing page", date: '2025-12-31' },
  { provider: 'openai', model: /^gpt-4\.1-2/, perMillion: 25, source: "OpenAI's pricing page", date: '2025-12-31' },
  { provider: 'openai', model: /^gpt-4o-mini/, perMillion: 3, source: 'a third party', date: '2026-04-30' },
  { provider: 'openai', model: /^gpt-4o-2/, perMillion: 25, source: 'a third party', date: '2026-04-30' },
  { provider: 'openai', model: /^o4-mini/, perMillion: undefined, source: "OpenAI's pricing page", date: '2025-12-31' },
  { provider: 'azure', model: /^o4-mini/, perMillion: undefined, source: "Microsoft's cost page", date: '2026-03-31' },
];

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
export function trainingPrice(provider: ProfileName, model: string, given: number | undefined, now: number): KnownPrice {
  if (given !== undefined) return { perMillion: given, basis: `US$ ${given} a million tokens, as given` };
  if (provider === 'sandbox') return { perMillion: 0, basis: 'the sandbox costs nothing' };
  const advice = 'give price_per_million_tokens to see one';
  const base = model.replace(/^ft:([^:]*).*$/, '$1');
  const entry = PRICES.find((price) => price.provider === provider && price.model.test(base));
  if (entry === undefined) return { perMillion: undefined, why: `no price is known for this model; ${advice}` };
  if (entry.perMillion === undefined)
    return { perMillion: undefined, why: `this model is priced by the hour of training, so tokens do not tell its cost` };
  const basis = `US$ ${entry.perMillion} a million tokens by ${entry.source}, ${entry.date}`;
  if (now - Date.parse(entry.date) > FRESH_DAYS * DAY)
    return { perMillion: undefined, why: `the last known price (${basis}) is older than ${FRESH_DAYS} days; ${advice}` };
  return { perMillion: entry.perMillion, basis };
}
