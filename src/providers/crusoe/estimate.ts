/**
 * The price that the platform names for a job. Its reply is not described; it is known to carry a price or a
 * cost, so that is read wherever it stands. Pure.
 */
import { isMap } from '../../api/method.ts';
import type { PlatformEstimate } from '../port.ts';

interface Found {
  readonly name: string;
  readonly usd: number;
}

function amount(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.replace(/^\s*(US)?\$\s*/i, '').trim() : value;
  const number = typeof text === 'string' && text !== '' ? Number(text) : text;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** Every amount under a name that says price or cost, and is no price of a unit. */
function amounts(value: unknown): readonly Found[] {
  if (Array.isArray(value)) return value.flatMap(amounts);
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const usd = /price|cost/i.test(name) && !/(^|_)per(_|$)|rate|unit/i.test(name) ? amount(inner) : undefined;
    return usd === undefined ? amounts(inner) : [{ name, usd }];
  });
}

function currencyOf(value: unknown): string | undefined {
  if (!isMap(value)) return undefined;
  const own = Object.entries(value).find(([name, inner]) => /currency/i.test(name) && typeof inner === 'string')?.[1];
  return typeof own === 'string' ? own : Object.values(value).map(currencyOf).find(Boolean);
}

/** The highest amount of those that say that they are the whole, else of all. */
export function estimateIn(reply: unknown): PlatformEstimate {
  const currency = currencyOf(reply);
  if (currency !== undefined && currency.toUpperCase() !== 'USD')
    return { usd: undefined, reason: `its price is in ${currency}` };
  const all = amounts(reply);
  const whole = all.filter(({ name }) => /total/i.test(name));
  const counted = (whole.length > 0 ? whole : all).map(({ usd }) => usd);
  if (counted.length === 0) return { usd: undefined, reason: 'its answer has no price that can be read' };
  return { usd: Math.max(...counted) };
}
