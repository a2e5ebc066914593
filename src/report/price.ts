/** The price of a run: estimated before, and reckoned from what was trained after. Pure. */
import type { Findings } from './findings.ts';
import { dollars, markdownText } from './text.ts';

/** What the trained tokens come to at the known price, in US$. */
export function realPrice({ job, price }: Pick<Findings, 'job' | 'price'>): number | undefined {
  return price === undefined || job?.trained_tokens == null ? undefined : (job.trained_tokens / 1_000_000) * price.perMillion;
}

/** The real price and the estimated one, in one cell. */
export function priceCell(findings: Findings): string {
  const cost = findings.estimate?.cost;
  const real = realPrice(findings);
  const range = cost === undefined || cost.low === cost.high ? '' : ` (${dollars(cost.low)} to ${dollars(cost.high)})`;
  return [
    real === undefined ? '' : `**${dollars(real)}**`,
    cost === undefined ? '' : `${dollars(cost.usd)} estimated${range}`,
    real !== undefined && findings.reused === true ? 'paid before this run' : '',
  ]
    .filter((part) => part !== '')
    .join('<br>');
}

/** What the real price rests on: it is reckoned, not billed. */
export function priceNote(findings: Findings): string {
  const { price } = findings;
  return price === undefined || price.perMillion === 0 || realPrice(findings) === undefined
    ? ''
    : `<sub>Price: trained tokens at ${markdownText(price.basis)}. The provider’s bill may differ.</sub>`;
}
