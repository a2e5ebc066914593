/** The price of a run as it is expected, by us and by the platform. Pure. */
import type { Cost, Estimate, Findings } from './findings.ts';
import { counted, dollars, whole } from './text.ts';

/** What the platform itself expects the job to cost, in US$: by the job, else as it answered before. */
export function platformPrice({ job, platformPrice: asked }: Pick<Findings, 'job' | 'platformPrice'>): number | undefined {
  return job?.estimated_usd ?? asked;
}

/** `$1.40 to $1.52`: the bounds of a cost; empty where they are the same. */
const bounds = ({ low, high }: Cost) => (low === high ? '' : `${dollars(low)} to ${dollars(high)}`);

/**
 * What an estimate says of the price: what it rests on, or why there is none; of a rehearsal also what it
 * would cost elsewhere.
 * @param shown makes what it rests on fit to be written
 */
export function estimatedPrice(
  { cost, withoutCost, elsewhere }: Pick<Estimate, 'cost' | 'withoutCost' | 'elsewhere'>,
  shown: (text: string) => string,
): string {
  const priced = (one: Cost) =>
    `${dollars(one.usd)} (${[bounds(one), shown(one.basis)].filter((part) => part !== '').join('; ')})`;
  const here = cost === undefined ? shown(withoutCost ?? '') : priced(cost);
  return elsewhere === undefined ? here : `${here}; on ${shown(elsewhere.title)} it would cost ${priced(elsewhere)}`;
}

/** Looks at the validation data that are paid for, as they follow the trained tokens. */
export function looksPaid(looks: Estimate['looks']): string {
  return looks === undefined
    ? ''
    : `, and ${whole(looks.tokens)} more for ${counted(looks.times, 'look')} at the validation data`;
}

/** ` ($1.00 to $2.00; old price)` */
function notes(cost: Cost): string {
  const all = [bounds(cost), cost.old ? 'old price' : ''].filter((note) => note !== '');
  return all.length === 0 ? '' : ` (${all.join('; ')})`;
}

/** Our estimate and the platform's own, in one cell. */
export function priceExpected(findings: Findings): string {
  const cost = findings.estimate?.cost;
  const theirs = platformPrice(findings);
  return [
    cost === undefined ? '' : `${dollars(cost.usd)} estimated${notes(cost)}`,
    theirs === undefined ? '' : `${dollars(theirs)} estimated by the platform`,
  ]
    .filter((part) => part !== '')
    .join('<br>');
}
