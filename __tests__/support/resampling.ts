/** What the intervals are held against: all sign flips, and all resamples with bias and acceleration corrected. */
import { normalQuantile, normalTail } from '../../src/evaluation/statistics/quantiles.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** The share of all flips of signs whose sum is at least as far from 0. */
export function signFlips(values: readonly number[]): number {
  const scaled = values.map((value) => Math.round(value * 1e6));
  const seen = Math.abs(sum(scaled));
  let extreme = 0;
  for (let flips = 0; flips < 2 ** values.length; flips += 1) {
    const total = sum(scaled.map((value, index) => ((flips >> index) & 1 ? value : -value)));
    if (Math.abs(total) >= seen) extreme += 1;
  }
  return extreme / 2 ** values.length;
}

/** How skewed the means are that leave one value out. */
export function acceleration(values: readonly number[]): number {
  const without = values.map((_, index) => mean(values.toSpliced(index, 1)));
  const off = without.map((one) => mean(without) - one);
  return sum(off.map((one) => one ** 3)) / (6 * sum(off.map((one) => one ** 2)) ** 1.5);
}

function allResamples(values: readonly number[]): number[] {
  const tuples = values.reduce<number[]>((sums) => sums.flatMap((one) => values.map((value) => one + value)), [0]);
  return tuples.map((one) => Math.round((one / values.length) * 1e9) / 1e9).sort((a, b) => a - b);
}

/** The interval over all resamples. */
export function bca(values: readonly number[], confidence: number) {
  const resamples = allResamples(values);
  const seen = Math.round(mean(values) * 1e9) / 1e9;
  const below = resamples.filter((one) => one < seen).length;
  const equal = resamples.filter((one) => one === seen).length;
  const bias = normalQuantile((below + equal / 2) / resamples.length);
  const a = acceleration(values);
  const levels = [(1 - confidence) / 2, (1 + confidence) / 2].map((level) => {
    const shifted = bias + normalQuantile(level);
    return 1 - normalTail(bias + shifted / (1 - a * shifted));
  });
  const interval = levels.map((level) => {
    const at = level * (resamples.length - 1);
    const [low = 0, high = low] = resamples.slice(Math.floor(at), Math.floor(at) + 2);
    return low + (at % 1) * (high - low);
  });
  return { below, equal, bias, acceleration: a, levels, interval };
}
