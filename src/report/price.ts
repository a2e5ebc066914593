/** The price of a run: estimated before, and reckoned from what was trained after. Pure. */
import type { Cost, Estimate, Findings } from './findings.ts';
import { counted, dollars, markdownText, whole } from './text.ts';
import { type Creator, creatorOf } from './trained-by.ts';

/** What the trained tokens come to at the known price, in US$. */
export function realPrice({ job, price }: Pick<Findings, 'job' | 'price'>): number | undefined {
  return price === undefined || job?.trained_tokens == null ? undefined : (job.trained_tokens / 1_000_000) * price.perMillion;
}

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

/** Who reads the pages of several steps is not to count the same money twice. */
const PAID: Readonly<Record<Creator, string>> = {
  'this step': '',
  'another step of this run': 'paid once, by another step of this run',
  'an earlier attempt of this run': 'paid once, by an earlier attempt of this run',
  'before this run': 'paid before this run',
};

/** The real price, our estimate and the platform's own, in one cell. */
export function priceCell(findings: Findings): string {
  const cost = findings.estimate?.cost;
  const real = realPrice(findings);
  const theirs = platformPrice(findings);
  return [
    real === undefined ? '' : `**${dollars(real)}**`,
    cost === undefined ? '' : `${dollars(cost.usd)} estimated${notes(cost)}`,
    theirs === undefined ? '' : `${dollars(theirs)} estimated by the platform`,
    real === undefined ? '' : PAID[creatorOf(findings)],
  ]
    .filter((part) => part !== '')
    .join('<br>');
}

/** What the real price rests on: it is reckoned, not billed. */
export function priceNote(findings: Findings): string {
  const { price } = findings;
  return price === undefined || price.perMillion === 0 || realPrice(findings) === undefined
    ? ''
    : `<sub>Price: trained tokens at ${markdownText(price.basis)}. The platform’s bill may differ.</sub>`;
}
