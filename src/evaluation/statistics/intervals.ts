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

/** What the values of a cluster add up to, as differences from the mean of all, and their share of all. */
interface Cluster {
  readonly sum: number;
  readonly share: number;
}

function clustersOf(values: readonly number[], names: readonly string[]): readonly Cluster[] {
  const mean = sum(values) / values.length;
  const found = new Map<string, Cluster>();
  values.forEach((value, index) => {
    const name = names[index] ?? '';
    const { sum: before, share } = found.get(name) ?? { sum: 0, share: 0 };
    found.set(name, { sum: before + value - mean, share: share + 1 / values.length });
  });
  return [...found.values()];
}

/** The standard error of a mean whose values belong together in clusters. */
export function clusteredError(values: readonly number[], names: readonly string[]): number {
  const clusters = clustersOf(values, names);
  const count = clusters.length;
  return Math.sqrt((count / (count - 1)) * sum(clusters.map((one) => one.sum * one.sum))) / values.length;
}

/** A standard error, and on how many independent values it stands, less one. */
export interface Spread {
  readonly error: number;
  readonly df: number;
}

/**
 * The same by leaving out one cluster at a time (the jackknife), its degrees of freedom by Satterthwaite as
 * if the values of a cluster were one value. Clusters of equal sizes give the error above and one degree less
 * than there are clusters; where one holds most of the rows it shows little of its own spread, and the error
 * above promotes in up to 40 of 100 evaluations what it should in 5.
 */
export function jackknife(values: readonly number[], names: readonly string[]): Spread {
  const clusters = clustersOf(values, names);
  const count = clusters.length;
  const shifts = clusters.map((one) => (one.sum / values.length / (1 - one.share)) ** 2);
  // Of squared shifts: Σ of c²(w)ʲ with c = w / (1 − w), w a cluster's share, and what their variances are.
  const weight = ({ share }: Cluster) => (share / (1 - share)) ** 2;
  const moment = (power: number) => sum(clusters.map((one) => weight(one) * one.share ** power));
  const [all, once, twice] = [moment(0), moment(1), moment(2)];
  const squares = sum(clusters.map(({ share }) => share * share));
  const trace = all * (1 + squares) - 2 * once;
  const own = sum(clusters.map((one) => weight(one) ** 2 * (1 + 2 * squares - 4 * one.share)));
  const among = squares * squares * all * all + 2 * all * twice - 4 * squares * all * once + 2 * once * once;
  return { error: Math.sqrt(((count - 1) / count) * sum(shifts)), df: Math.min(count - 1, (trace * trace) / (own + among)) };
}

/** The standard error of a mean of independent values. */
export function plainError(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / (values.length - 1) / values.length);
}

/**
 * The t interval of a mean, robust against values that belong together. A few clusters can make the error
 * too small by chance, so the plain one is its floor, and unequal ones by their sizes, so the widest of all
 * holds; values that are all equal prove no more than that others are rare, so theirs is not of no width
 * either.
 * @param bounds the lowest and the highest value that there may be
 * @param clusters one for each value; undefined where each stands for itself
 */
export function meanOf(values: readonly number[], bounds: Interval, clusters?: readonly string[]): Evidence {
  const mean = sum(values) / values.length;
  const groups = clusters === undefined ? values.length : new Set(clusters).size;
  if (groups < 2) return { mean, interval: () => bounds, chanceOfAtLeast: () => 1 };
  const plain = plainError(values);
  if (plain < NOTHING * (bounds[1] - bounds[0])) return ofEqual(mean, bounds, groups);
  const simple = { error: clusters === undefined ? plain : Math.max(plain, clusteredError(values, clusters)), df: groups - 1 };
  const spreads: readonly Spread[] = clusters === undefined ? [simple] : [simple, jackknife(values, clusters)];
  return {
    mean,
    interval(confidence) {
      const half = Math.max(...spreads.map(({ error, df }) => tQuantile(confidence, df) * error));
      return [mean - half, mean + half];
    },
    chanceOfAtLeast: (line) => Math.max(...spreads.map(({ error, df }) => tTail((line - mean) / error, df))),
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
