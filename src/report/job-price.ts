/** The price of a job, reckoned from what was trained. Pure. */
import type { Findings } from './findings.ts';
import { priceExpected } from './price.ts';
import { dollars, markdownText } from './text.ts';
import { type Creator, creatorOf } from './trained-by.ts';

/** What the trained tokens come to at the known price, in US$. */
export function realPrice({ job, price }: Pick<Findings, 'job' | 'price'>): number | undefined {
  return price === undefined || job?.trained_tokens == null ? undefined : (job.trained_tokens / 1_000_000) * price.perMillion;
}

/** Who reads the pages of several steps is not to count the same money twice. */
const PAID: Readonly<Record<Creator, string>> = {
  'this step': '',
  'another step of this run': 'paid once, by another step of this run',
  'an earlier attempt of this run': 'paid once, by an earlier attempt of this run',
  'before this run': 'paid before this run',
};

/** The real price, and what was expected, in one cell. */
export function priceCell(findings: Findings): string {
  const real = realPrice(findings);
  const expected = priceExpected(findings);
  return (real === undefined ? [expected] : [`**${dollars(real)}**`, expected, PAID[creatorOf(findings)]])
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
