/**
 * Series of measurements on one even grid of steps, as a chart needs them: few points, at equal distances.
 * Pure.
 */

export interface Series {
  readonly name: string;
  /** By rising step. */
  readonly points: readonly { readonly step: number; readonly value: number }[];
}

export interface Grid {
  readonly first: number;
  readonly spacing: number;
  readonly count: number;
}

const divisor = (left: number, right: number): number => (right === 0 ? left : divisor(right, left % right));

/**
 * At most so many steps at equal whole distances, the last step among them.
 * Versions of Mermaid reckon the places of a line's points differently, and some lose the last point to a
 * rounding error. At whole distances none is lost, and the oldest shift a point by less than one distance.
 * @returns undefined where there are not two different steps
 */
export function gridOf({ points }: Series, most: number): Grid | undefined {
  const steps = points.map(({ step }) => step);
  const [first = 0] = steps;
  const last = steps.at(-1) ?? 0;
  const span = last - first;
  if (!(span > 0)) return undefined;
  const whole = steps.every(Number.isSafeInteger);
  const rhythm = whole ? steps.reduce((common, step) => divisor(common, step - first), 0) : span / (most - 1);
  const spacing = Math.max(1, Math.ceil(span / (most - 1) / rhythm)) * rhythm;
  const count = Math.floor(span / spacing) + 1;
  return { first: last - (count - 1) * spacing, spacing, count };
}

/** The steps of a grid. */
export function stepsOf({ first, spacing, count }: Grid): number[] {
  return Array.from({ length: count }, (_, index) => first + index * spacing);
}

/** The place of a step on the grid: the nearest. */
export function placeOf(step: number, { first, spacing, count }: Grid): number {
  return Math.min(count - 1, Math.max(0, Math.round((step - first) / spacing)));
}

/** The mean of what was measured since the grid's step before; undefined where nothing was. */
export function means({ points }: Series, grid: Grid): (number | undefined)[] {
  const sums = Array.from({ length: grid.count }, () => ({ sum: 0, count: 0 }));
  for (const { step, value } of points) {
    const sum = sums[Math.min(grid.count - 1, Math.max(0, Math.ceil((step - grid.first) / grid.spacing)))];
    if (sum === undefined) continue;
    sum.sum += value;
    sum.count += 1;
  }
  return sums.map(({ sum, count }) => (count === 0 ? undefined : sum / count));
}

/** The same without holes: straight lines over them, level before the first value and after the last. */
export function filled(values: readonly (number | undefined)[]): number[] {
  return values.map((value, index) => {
    if (value !== undefined) return value;
    const before = values.findLastIndex((one, place) => place < index && one !== undefined);
    const after = values.findIndex((one, place) => place > index && one !== undefined);
    const [left, right] = [values[before], values[after]];
    if (left === undefined || right === undefined) return left ?? right ?? 0;
    return left + ((index - before) / (after - before)) * (right - left);
  });
}

/** The longest stretch without a measurement, where it is long against the series' own rhythm. */
export function gapOf({ points }: Series): { readonly from: number; readonly to: number } | undefined {
  const distances = points.slice(1).map(({ step }, index) => ({ from: points[index]?.step ?? step, to: step }));
  const length = ({ from, to }: { readonly from: number; readonly to: number }) => to - from;
  const sorted = distances.toSorted((left, right) => length(left) - length(right));
  const [median, longest] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  if (median === undefined || longest === undefined) return undefined;
  return length(longest) > 3 * length(median) ? longest : undefined;
}
