import { describe, expect, test } from '@jest/globals';
import { clusteredError, jackknife, meanOf, pairedShares, plainError, wilson } from '../src/evaluation/statistics/intervals.ts';
import { detectableDifference, rowsToDetect, varianceOfShares } from '../src/evaluation/statistics/planning.ts';
import { normalQuantile, normalTail, tQuantile, tTail } from '../src/evaluation/statistics/quantiles.ts';
import { holm, mcNemarMidP } from '../src/evaluation/statistics/tests.ts';
import { acceleration, bca, signFlips } from './support/resampling.ts';

/** To six digits, as the published values are given. */
const six = (values: readonly number[]) => values.map((value) => Number(value.toFixed(6)));

describe('quantiles, against arithmetic of 50 digits', () => {
  test.each([
    [0.6, 0.2533471031357998],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446],
    [0.95, 1.644853626951473],
    [0.975, 1.959963984540054],
    [0.99, 2.326347874040841],
    [0.995, 2.575829303548901],
    [0.9995, 3.290526731491895],
    [0.99999, 4.264890793922825],
  ])('normal, %d', (probability, value) => {
    expect(Math.abs(normalQuantile(probability) - value)).toBeLessThan(1e-11);
    expect(normalQuantile(1 - probability)).toBeCloseTo(-value, 9);
  });
  test.each([
    [0.95, 1, 6.313751514675043],
    [0.975, 1, 12.7062047361747],
    [0.9995, 1, 636.6192487687196],
    [0.95, 2, 2.919985580353726],
    [0.6, 3, 0.2766706623326899],
    [0.975, 4, 2.776445105197794],
    [0.95, 5, 2.015048373333024],
    [0.975, 11, 2.20098516009164],
    [0.95, 29, 1.699127026533498],
    [0.99, 49, 2.404891759537669],
    [0.95, 99, 1.660391156016991],
    [0.95, 199, 1.652546746166563],
    [0.9995, 39, 3.558120081332732],
    [0.95, 999, 1.646380345427536],
    [0.95, 9999, 1.645006033311299],
    [0.95, 1000000, 1.64485515072204],
    [0.51, 7, 0.02597794156951687],
  ])('Student, %d with %d degrees of freedom', (probability, df, value) => {
    expect(Math.abs(tQuantile(probability, df) / value - 1)).toBeLessThan(1e-9);
  });
  test.each([
    [0.1, 3, 0.4633261744004029],
    [1, 3, 0.1955011094778853],
    [3.247576, 11, 0.003884313945815372],
    [2, 50, 0.02547353436884662],
    [5, 8, 0.0005264128966832696],
    [10, 1, 0.03172551743055357],
    [40, 2, 0.0003122073360923703],
    [1.5, 100000, 0.0668087797614153],
  ])('the tail of Student at %d with %d', (t, df, value) => {
    expect(Math.abs(tTail(t, df) / value - 1)).toBeLessThan(1e-10);
    expect(tTail(-t, df)).toBeCloseTo(1 - value, 12);
  });
  test.each([
    [0.1, 0.460172162722971],
    [1, 0.1586552539314571],
    [2.9, 0.001865813300384038],
    [3.1, 0.0009676032132183569],
    [5, 2.866515718791939e-7],
    [8, 6.220960574271784e-16],
    [20, 2.753624118606234e-89],
  ])('the normal tail at %d', (z, value) => {
    expect(Math.abs(normalTail(z) / value - 1)).toBeLessThan(1e-11);
  });
  test('the middle is 0', () => {
    expect([normalQuantile(0.5), tQuantile(0.5, 3), normalTail(0)]).toEqual([0, 0, 0.5]);
  });
});

describe('published values', () => {
  const T1 = { rows: 21, losses: 1, wins: 7 };
  const T2 = { rows: 200, losses: 8, wins: 22 };
  const T3 = [0.08, -0.02, 0.06, 0.09, 0.01, -0.03, 0.09, 0.02, 0.08, -0.01, 0.07, 0.11];
  const CLUSTERS = [...'aaabbccccdde'];

  test('T1: the table of Fagerland, Lydersen and Laake', () => {
    expect(six([pairedShares(T1).mean, mcNemarMidP(1, 7), ...pairedShares(T1).interval(0.975)])).toEqual([
      0.285714, 0.039063, 0.01338, 0.508359,
    ]);
  });
  test('T2: two hundred rows', () => {
    const shares = pairedShares(T2);
    expect(six([shares.mean, mcNemarMidP(8, 22)])).toEqual([0.07, 0.010674]);
    expect(six([...shares.interval(0.975), ...shares.interval(0.95)])).toEqual([0.015258, 0.123356, 0.023948, 0.114666]);
    expect(six([158, 172].flatMap((right) => wilson(right, 200, normalQuantile(0.975))))).toEqual([
      0.728354, 0.840716, 0.805101, 0.90133,
    ]);
  });
  test('T3: means, and clusters', () => {
    const plain = meanOf(T3, [-1, 1]);
    expect(six([plain.mean, plainError(T3), ...plain.interval(0.975), 2 * plain.chanceOfAtLeast(2 * plain.mean)])).toEqual([
      0.045833, 0.014113, 0.014771, 0.076896, 0.007769,
    ]);
    expect(signFlips(T3)).toBe(54 / 4096);
    expect(six([acceleration(T3)])).toEqual([-0.016634]);
    const error = clusteredError(T3, CLUSTERS);
    expect(six([error * Math.sqrt(4 / 5), error])).toEqual([0.006477, 0.007241]);
    const [low, high] = [-1, 1].map((side) => plain.mean + side * tQuantile(0.975, 4) * error);
    expect(six([low ?? 0, high ?? 0])).toEqual([0.025729, 0.065938]);
  });
  test('T3: five clusters make the error too small, and the plain one is its floor', () => {
    const [low, high] = meanOf(T3, [-1, 1], CLUSTERS).interval(0.975);
    expect(six([high - low])).toEqual(six([2 * tQuantile(0.975, 4) * plainError(T3)]));
  });
  test('clusters of equal sizes: the jackknife is the clustered error, with a degree less than clusters', () => {
    const pairs = T3.map((_, index) => String(Math.floor(index / 2)));
    const { error, df } = jackknife(T3, pairs);
    expect([error, df]).toEqual([expect.closeTo(clusteredError(T3, pairs), 12), expect.closeTo(5, 9)]);
  });
  test('of unequal ones: each left out in turn, and degrees of freedom as the sizes leave them', () => {
    const names = [...new Set(CLUSTERS)];
    const mean = (values: readonly number[]) => values.reduce((total, value) => total + value, 0) / values.length;
    const shifts = names.map((name) => (mean(T3.filter((_, index) => CLUSTERS[index] !== name)) - mean(T3)) ** 2);
    const shares = names.map((name) => CLUSTERS.filter((one) => one === name).length / T3.length);
    // Covariances of the shifts where each cluster's mean is drawn alike: C (I − 1w′)(I − w1′) C.
    const squares = shares.reduce((total, share) => total + share * share, 0);
    const covariances = shares.map((a, row) =>
      shares.map((b, column) => (a / (1 - a)) * (b / (1 - b)) * (Number(row === column) - a - b + squares)),
    );
    const trace = covariances.reduce((total, row, index) => total + (row[index] ?? 0), 0);
    const all = covariances.flat().reduce((total, value) => total + value * value, 0);
    const { error, df } = jackknife(T3, CLUSTERS);
    expect(error).toBeCloseTo(Math.sqrt((4 / 5) * shifts.reduce((total, shift) => total + shift, 0)), 12);
    expect(df).toBeCloseTo((trace * trace) / all, 9);
  });
  test('T4: all resamples of five values, with bias and acceleration corrected', () => {
    const found = bca([0.1, -0.02, 0.06, 0, 0.11], 0.95);
    expect([found.below, found.equal]).toEqual([1462, 120]);
    expect(six([found.bias, found.acceleration, ...found.levels, ...found.interval])).toEqual([
      -0.032492, -0.013241, 0.018812, 0.967627, 0.004, 0.094,
    ]);
  });
  test('T5: Holm', () => {
    expect(six(holm([0.003, 0.02, 0.041, 0.3, 0.012]))).toEqual([0.015, 0.06, 0.082, 0.3, 0.048]);
    expect([holm([]), holm([0.5, 0.9, 0.7])]).toEqual([[], [1, 1, 1]]);
  });
  test('T6: planning', () => {
    const twoSided = { confidence: 0.975 };
    expect(rowsToDetect(0.03, twoSided, 1 / 9)).toBe(969);
    const sampled = (repeat: number) => 1 / 9 + 2 / 6 / repeat;
    expect([1, 10].map((repeat) => rowsToDetect(0.03, twoSided, sampled(repeat)))).toEqual([3876, 1260]);
    expect([0.05, 0.03, 0.02].map((drop) => rowsToDetect(drop, twoSided, varianceOfShares(drop)))).toEqual([464, 1301, 2936]);
    expect(six([50, 100, 200, 500].map((rows) => detectableDifference(rows, twoSided)))).toEqual([
      0.153449, 0.108505, 0.076725, 0.048525,
    ]);
  });
  test('T7: Wilson at the ends, and the width of equal values', () => {
    const z = normalQuantile(0.975);
    expect(six([...wilson(17, 20, z), ...wilson(5, 5, z), ...wilson(0, 10, z)])).toEqual([
      0.639581, 0.947631, 0.565518, 1, 0, 0.277533,
    ]);
    const equal = meanOf(Array(50).fill(0.1), [-1, 1]);
    expect(six([...equal.interval(0.95)])).toEqual([0.036029, 0.15234]);
    expect(equal.chanceOfAtLeast(0.1)).toBe(1);
    // A difference of one may be followed by its opposite: few groups of wins prove no gain.
    expect(meanOf([1, 1, 1], [-1, 1], ['a', 'b', 'b']).interval(0.95)[0]).toBeLessThan(-0.5);
    // The test and the interval are one: at its end the chance is what is left to the confidence.
    expect(equal.chanceOfAtLeast(equal.interval(0.95)[1])).toBeCloseTo(0.05, 12);
  });
  test('T8: three wins and no loss', () => {
    const shares = pairedShares({ rows: 50, losses: 0, wins: 3 });
    // The reference counts the other way round.
    const turned = shares.interval(0.975).map((end) => -end);
    expect(six([mcNemarMidP(0, 3), ...turned.toReversed()])).toEqual([0.125, -0.140502, 0.025117]);
  });
  test('no row differs: an interval that has a width, and a p-value of a half', () => {
    const [low, high] = pairedShares({ rows: 50, losses: 0, wins: 0 }).interval(0.975);
    expect(six([low, high])).toEqual([-0.053304, 0.053304]);
    expect(mcNemarMidP(0, 0)).toBe(0.5);
  });
});

describe('ends', () => {
  test('shares are cut at their ends; a cluster alone says nothing', () => {
    expect(pairedShares({ rows: 3, losses: 0, wins: 3 }).interval(0.999)[1]).toBe(1);
    const alone = meanOf([0.2, 0.4], [-1, 1], ['a', 'a']);
    expect([alone.interval(0.95), alone.chanceOfAtLeast(0)]).toEqual([[-1, 1], 1]);
  });
  test('the one-sided test and the interval are one', () => {
    for (const evidence of [pairedShares({ rows: 80, losses: 9, wins: 4 }), meanOf([0.1, -0.3, 0.2, 0.05], [-1, 1])])
      expect(evidence.chanceOfAtLeast(evidence.interval(0.95)[1])).toBeCloseTo(0.05, 9);
  });
  test('a hundred thousand rows that differ take the mid-p value no further than chance does', () => {
    expect(mcNemarMidP(50_000, 50_000)).toBeCloseTo(1 - 0.5 * Math.sqrt(1 / (Math.PI * 50_000)), 6);
  });
});
