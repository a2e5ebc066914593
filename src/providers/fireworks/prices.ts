/** What training costs on Fireworks: by the size of the base model, which its name says. Pure. */
import { hyperparametersOf, methodName } from '../../api/method.ts';
import type { Billing, Price, PricedRequest, Surcharge } from '../profile.ts';
import type { BilledRequest } from '../terms.ts';

const PAGE = { source: "Fireworks' pricing page, as read by a third party", date: '2026-10-07' };

/** A name with so many billions of parameters in it. (Those that are active stand behind a letter.) */
const sized = (billions: string) => new RegExp(`[-/](?:${billions})b(?:-|$)`, 'i');
const PART = '(?:[.p]\\d+)?';

/** Low-rank training. A model whose name says no size has no entry. */
export const PRICES: readonly Price[] = [
  { model: sized(`\\d${PART}|1[0-5]${PART}|16`), perMillion: 0.5, ...PAGE },
  { model: sized(`1[6-9]${PART}|[2-7]\\d${PART}|80`), perMillion: 3, ...PAGE },
  { model: sized(`[89]\\d${PART}|[12]\\d\\d${PART}|300`), perMillion: 6, ...PAGE },
  { model: sized(`\\d{3,4}${PART}`), perMillion: 10, ...PAGE },
];

/** A preference job costs twice as much, and one that trains all parameters too. */
export function surcharge({ method, hyperparameters, extra_body }: PricedRequest): Surcharge | undefined {
  const rank = extra_body?.loraRank ?? hyperparametersOf({ method, hyperparameters })?.lora_rank;
  const reasons = [...(methodName(method) === 'dpo' ? ['dpo'] : []), ...(rank === 0 ? ['all parameters'] : [])];
  return reasons.length === 0 ? undefined : { times: 2 ** reasons.length, why: reasons.join(' and ') };
}

/** Without `n_epochs` it trains one. Source: its page on supervised fine-tuning, 2025-11-08. */
export function billing({ method, hyperparameters, extra_body }: BilledRequest): Billing {
  const asked = extra_body?.epochs ?? hyperparametersOf({ method, hyperparameters })?.n_epochs;
  const epochs = typeof asked === 'number' ? asked : undefined;
  return { epochs: epochs ?? 1, epochsAsked: epochs !== undefined, looks: 0 };
}
