/** Tests that are shown beside the interval, and the correction for several at once. Pure. */

/** How likely 0 to `most` heads are among the tosses of a fair coin, and how likely `most` itself. */
function heads(tosses: number, most: number): { readonly upTo: number; readonly exactly: number } {
  let log = -tosses * Math.LN2;
  for (let step = 0; step < most; step += 1) log += Math.log((tosses - step) / (step + 1));
  const exactly = Math.exp(log);
  let term = exactly;
  let upTo = exactly;
  for (let count = most; count > 0; count -= 1) {
    term *= count / (tosses - count + 1);
    upTo += term;
  }
  return { upTo, exactly };
}

/** McNemar's test with the mid-p value, two-sided: 1 where no row differs. */
export function mcNemarMidP(losses: number, wins: number): number {
  const { upTo, exactly } = heads(losses + wins, Math.min(losses, wins));
  return losses === wins ? 1 - exactly / 2 : 2 * upTo - exactly;
}

/** Holm's correction: by what each p-value counts when all of them are looked at, in their order. */
export function holm(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const adjusted = [...values];
  let largest = 0;
  order.forEach(({ value, index }, rank) => {
    largest = Math.max(largest, Math.min(1, (values.length - rank) * value));
    adjusted[index] = largest;
  });
  return adjusted;
}
