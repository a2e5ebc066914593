import { describe, expect, test } from '@jest/globals';
import { judge, type ScoredRow, type Terms } from '../src/evaluation/statistics/verdict.ts';

const TERMS: Terms = { range: [0, 1], repeat: 1, clustered: false, confidence: 0.95, maxDrop: 0.05 };
const times = (count: number, candidate: number, baseline: number, more: Partial<ScoredRow> = {}): ScoredRow[] =>
  Array.from({ length: count }, () => ({ candidate, baseline, ...more }));
/** Rows of which so many were won, lost, right for both and wrong for both. */
const shares = (wins: number, losses: number, right: number, wrong: number, more: Partial<ScoredRow> = {}) => [
  ...times(wins, 1, 0, more),
  ...times(losses, 0, 1, more),
  ...times(right, 1, 1, more),
  ...times(wrong, 0, 0, more),
];
const six = (values: readonly number[]) => values.map((value) => Number(value.toFixed(6)));

describe('the verdict', () => {
  test('T2: proved to be no worse than the margin', () => {
    const found = judge(shares(22, 8, 150, 20), TERMS);
    expect(found).toMatchObject({ verdict: 'pass', method: 'paired shares', wins: 22, losses: 8, ties: 170, rows: 200 });
    expect(six([found.score, found.baselineScore, found.difference, ...found.interval, found.midP ?? 0])).toEqual([
      0.86, 0.79, 0.07, 0.023948, 0.114666, 0.010674,
    ]);
    expect(found.requiredRows).toBeUndefined();
  });
  test('proved to be worse than the margin', () => {
    expect(judge(shares(5, 50, 100, 45), TERMS)).toMatchObject({ verdict: 'fail', requiredRows: undefined });
  });
  test('neither, and so many rows would tell', () => {
    const found = judge(shares(4, 6, 30, 10), TERMS);
    const half = (found.interval[1] - found.interval[0]) / 2;
    expect(found).toMatchObject({ verdict: 'inconclusive', requiredRows: Math.ceil(50 * (half / 0.01) ** 2) });
  });
  test('exactly at the margin no number of rows tells', () => {
    expect(judge(shares(3, 8, 79, 10), TERMS).requiredRows).toBeUndefined();
  });
  test('equal answers on few rows prove nothing', () => {
    expect(judge(shares(0, 0, 30, 0), TERMS).verdict).toBe('inconclusive');
    expect(judge(times(30, 0.5, 0.5), TERMS)).toMatchObject({ verdict: 'inconclusive', method: 't' });
    expect(judge(times(80, 0.5, 0.5), TERMS).verdict).toBe('pass');
  });
  test.each<[string, Partial<Terms>, ScoredRow[], string]>([
    ['scores between', {}, [...times(9, 0.5, 0.5), ...times(2, 1, 0)], 't'],
    ['answers asked for twice', { repeat: 2 }, shares(1, 1, 4, 4), 't'],
    ['clusters', { clustered: true }, shares(1, 1, 4, 4), 'clustered t'],
    ['another range', { range: [0, 5] }, shares(1, 1, 4, 4), 't'],
  ])('by the t interval: %s', (_, terms, rows, method) => {
    expect(judge(rows, { ...TERMS, ...terms })).toMatchObject({ method, midP: undefined });
  });
  test('the margin is a share of the range', () => {
    const rows = [...times(50, 4, 4.2), ...times(50, 4.1, 4.3)];
    expect(judge(rows, { ...TERMS, range: [1, 5] })).toMatchObject({ conditions: [{ line: -0.2 }] });
  });
  test('rows that belong together prove less', () => {
    const rows = Array.from({ length: 60 }, (_, index) => ({
      candidate: index % 12 < 6 ? 0.9 : 0.4,
      baseline: 0.6,
      cluster: String(Math.floor(index / 6)),
    }));
    const widthOf = (clustered: boolean) => {
      const [low, high] = judge(rows, { ...TERMS, clustered }).interval;
      return high - low;
    };
    expect(widthOf(true)).toBeGreaterThan(1.5 * widthOf(false));
  });
});

describe('one conversation with most of the rows', () => {
  /** Forty rows of one conversation, and ten of five others, better by as much as is said. */
  const rows = (gains: readonly number[]) => [
    ...times(40, 0.9, 0.8).map((row) => ({ ...row, cluster: 'long' })),
    ...gains.flatMap((gain, talk) => times(2, 0.8 + gain, 0.8).map((row) => ({ ...row, cluster: String(talk) }))),
  ];
  test('is one piece of evidence: how it stands to the others says what it is worth', () => {
    expect(judge(rows([0.1, 0.1, 0.09, 0.11, 0.1]), { ...TERMS, clustered: true }).verdict).toBe('pass');
    expect(judge(rows([0, -0.02, 0.01, 0, 0.01]), { ...TERMS, clustered: true }).verdict).toBe('inconclusive');
  });
});

describe('further conditions', () => {
  const better = shares(60, 10, 120, 10);
  const proofs = (terms: Partial<Terms>, rows = better) => {
    const { verdict, conditions } = judge(rows, { ...TERMS, ...terms });
    return [verdict, ...conditions.map(({ name, proof }) => `${name} ${proof}`)];
  };
  test('a gain that is proved, open, disproved', () => {
    expect(proofs({ minGain: 0.1 })).toEqual(['pass', 'max_drop proved', 'min_gain proved']);
    expect(proofs({ minGain: 0.25 })).toEqual(['inconclusive', 'max_drop proved', 'min_gain open']);
    expect(proofs({ minGain: 0.5 })).toEqual(['fail', 'max_drop proved', 'min_gain disproved']);
  });
  test('a score, by its own interval', () => {
    expect(proofs({ minScore: 0.85 })).toEqual(['pass', 'max_drop proved', 'min_score proved']);
    expect(proofs({ minScore: 0.9 })).toEqual(['inconclusive', 'max_drop proved', 'min_score open']);
    expect(proofs({ minScore: 0.97 })).toEqual(['fail', 'max_drop proved', 'min_score disproved']);
    const between = times(100, 0.7, 0.5).map((row, index) => ({ ...row, candidate: index % 2 ? 0.6 : 0.8 }));
    expect(proofs({ minScore: 0.65 }, between)).toEqual(['pass', 'max_drop proved', 'min_score proved']);
  });
  test('a score stays within its range', () => {
    expect(judge(times(4, 1, 0.5).concat(times(1, 0.9, 0.5)), { ...TERMS, confidence: 0.999 }).scoreInterval[1]).toBe(1);
  });
  test('rows that got worse', () => {
    expect(proofs({ maxRegressions: 10 })).toEqual(['pass', 'max_drop proved', 'max_regressions proved']);
    expect(proofs({ maxRegressions: 9 })).toEqual(['fail', 'max_drop proved', 'max_regressions disproved']);
  });
  test('what is open beside the margin says how many rows would tell', () => {
    const { requiredRows = 0, rows } = judge(better, { ...TERMS, minGain: 0.24 });
    expect(requiredRows).toBeGreaterThan(rows);
  });
  test('what adding decimals leaves is no regression', () => {
    expect(judge([{ candidate: 0.1 + 0.2, baseline: 0.3 }, ...times(3, 0.3, 0.1 + 0.2)], TERMS)).toMatchObject({ ties: 4 });
  });
});

describe('tags', () => {
  const tagged = (worse: number) => [
    ...shares(40, 0, 160, 0, { tag: 'large' }),
    ...shares(0, worse, 30 - worse, 0, { tag: 'small' }),
    ...shares(0, 9, 0, 0, { tag: 'tiny' }),
    ...times(5, 1, 1),
  ];
  test('one that is surely worse fails the whole', () => {
    const { verdict, tags } = judge(tagged(15), TERMS);
    expect([verdict, tags.map(({ tag, rows, worse }) => [tag, rows, worse])]).toEqual([
      'fail',
      [
        ['tiny', 9, false],
        ['small', 30, true],
        ['large', 200, false],
      ],
    ]);
    expect(tags[0]?.adjusted).toBeUndefined();
  });
  test('one that may be worse does not, and none makes it pass', () => {
    expect(judge(tagged(3), TERMS).verdict).toBe('pass');
    const many = Array.from({ length: 20 }, (_, index) => shares(0, index === 0 ? 12 : 0, 26, 0, { tag: String(index) })).flat();
    const alone = judge([...shares(0, 12, 26, 0, { tag: '0' }), ...shares(40, 0, 160, 0)], TERMS);
    const among = judge(many, TERMS);
    expect((among.tags[0]?.adjusted ?? 0) / (alone.tags[0]?.adjusted ?? 1)).toBeCloseTo(20, 6);
  });
});
