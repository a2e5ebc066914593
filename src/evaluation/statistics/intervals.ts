/** Intervals of a difference and of a share, and how surely a difference is below a line. Pure. */
import { normalQuantile, normalTail, tQuantile, tTail } from './quantiles.ts';

export type Interval = readonly [low: number, high: number];

/** What the rows say of a mean: its interval at any confidence, and how it stands against a line. */
export interface Evidence {
  readonly mean: number;
  /** @param confidence of each side by itself: .95 gives the two-sided interval of 90 % */
  interval(confidence: number): Interval;
  /** The one-sided p-value of "the true mean is at least this". */
  chanceOfAtLeast(line: number): number;
}

/** Pairs of right and wrong that differ: only the baseline right, only the candidate right. */
export interface Discordant {
  readonly rows: number;
  readonly losses: number;
  readonly wins: number;
}

/** Bonett and Price's interval of the difference of two paired shares; never of no width. */
export function pairedShares({ rows, losses, wins }: Discordant): Evidence {
  const lost = (losses + 1) / (rows + 2);
  const won = (wins + 1) / (rows + 2);
  const middle = won - lost;
  const error = Math.sqrt((lost + won - middle * middle) / (rows + 2));
  return {
    mean: (wins - losses) / rows,
    interval(confidence) {
      const half = normalQuantile(confidence) * error;
      return [Math.max(-1, middle - half), Math.min(1, middle + half)];
    },
    chanceOfAtLeast: (line) => normalTail((line - middle) / error),
  };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Below it a spread is what adding decimals leaves, not a spread. */
const NOTHING = 1e-12;

/** The standard error of a mean whose values belong together in clusters. */
export function clusteredError(values: readonly number[], clusters: readonly string[]): number {
  const mean = sum(values) / values.length;
  const sums = new Map<string, number>();
  values.forEach((value, index) => {
    const cluster = clusters[index] ?? '';
    sums.set(cluster, (sums.get(cluster) ?? 0) + value - mean);
  });
  const count = sums.size;
  return Math.sqrt((count / (count - 1)) * sum([...sums.values()].map((one) => one * one))) / values.length;
}

/** The standard error of a mean of independent values. */
export function plainError(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1) / values.length);
}

/**
 * The t interval of a mean, robust against values that belong together. A few clusters can make the error
 * too small by chance, so the plain one is its floor; values that are all equal prove no more than that
 * others are rare, so theirs is not of no width either.
 * @param bounds the lowest and the highest value that there may be
 * @param clusters one for each value; undefined where each stands for itself
 */
export function meanOf(values: readonly number[], bounds: Interval, clusters?: readonly string[]): Evidence {
  const mean = sum(values) / values.length;
  const groups = clusters === undefined ? values.length : new Set(clusters).size;
  if (groups < 2) return { mean, interval: () => bounds, chanceOfAtLeast: () => 1 };
  const plain = plainError(values);
  const error = clusters === undefined ? plain : Math.max(plain, clusteredError(values, clusters));
  if (error < NOTHING * (bounds[1] - bounds[0])) return ofEqual(mean, bounds, groups);
  return {
    mean,
    interval(confidence) {
      const half = tQuantile(confidence, groups - 1) * error;
      return [mean - half, mean + half];
    },
    chanceOfAtLeast: (line) => tTail((line - mean) / error, groups - 1),
  };
}

/** What equal values say: another one, as far off as can be, was drawn in none of the groups. */
function ofEqual(mean: number, [lowest, highest]: Interval, groups: number): Evidence {
  return {
    mean,
    interval(confidence) {
      const unseen = 1 - (1 - confidence) ** (1 / groups);
      return [mean - (mean - lowest) * unseen, mean + (highest - mean) * unseen];
    },
    chanceOfAtLeast: (line) => (line <= mean ? 1 : Math.max(0, 1 - (line - mean) / (highest - mean)) ** groups),
  };
}

/** Wilson's interval of a share. @param z the quantile of its confidence */
export function wilson(successes: number, rows: number, z: number): Interval {
  const share = successes / rows;
  const scale = 1 + (z * z) / rows;
  const centre = (share + (z * z) / (2 * rows)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / rows + (z * z) / (4 * rows * rows));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
