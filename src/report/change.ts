/** What figures have become, beside what they were. Pure. */
import { dollars, whole } from './text.ts';

/** What it has become less what it was, as a text with its sign; empty where nothing changed. */
export function change(before: number, after: number, words: (size: number) => string): string {
  const difference = after - before;
  return difference === 0 ? '' : `${difference > 0 ? '+' : '−'}${words(Math.abs(difference))}`;
}

/**
 * The same of amounts of money, as they are shown: what a reader subtracts is what stands there. Less than a
 * cent is no change that is worth a word.
 */
export function priceChange(before: number, after: number): string {
  const cents = (amount: number) => (amount < 0.01 ? amount * 100 : Math.round(amount * 100));
  const more = cents(after) - cents(before);
  return Math.abs(more) < 1 ? '' : change(0, Math.round(more) / 100, dollars);
}

/** The change as a share of what was, in whole percents; empty where it is less than one. */
export function share(before: number, after: number): string {
  const percent = before > 0 ? Math.round((after / before - 1) * 100) : 0;
  return percent === 0 ? '' : `${percent > 0 ? '+' : '−'}${whole(Math.abs(percent))} %`;
}
