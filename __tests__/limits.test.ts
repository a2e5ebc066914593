/** What is refused before anything is uploaded, and what a cancelled run does with its job: verdicts with their reasons. */
import { describe, expect, test } from '@jest/globals';
import { DataError, LimitError } from '../src/errors.ts';
import type { Estimate } from '../src/report/findings.ts';
import { cancelVerdict } from '../src/stages/cancel-or-detach.ts';
import { budgetVerdict, capacityVerdict, dataVerdict, enforce, offlineVerdict, type Verdict } from '../src/stages/limits.ts';
import { textOf } from '../src/words.ts';
import { dataset, job } from './support/findings.ts';

const reasonOf = (verdict: Verdict) => (verdict.passes ? undefined : textOf(verdict.reason, true));

const estimate = (high: number, usd?: number): Estimate => ({
  epochs: 3,
  epochsAsked: true,
  tokens: { kind: 'estimated', tokens: high * 0.8, low: high * 0.6, high, basis: 'bytes' },
  cost: usd === undefined ? undefined : { usd: usd * 0.8, low: usd * 0.6, high: usd, basis: 'as given' },
  withoutCost: usd === undefined ? 'no price is known' : undefined,
});

describe('the data', () => {
  const bad = (severity: 'error' | 'warning', count: number) => dataset({ counts: [{ rule: 'row/not-json', severity, count }] });
  const problem = {
    rule: 'row/not-json',
    severity: 'error',
    message: ['It is wrong.'],
    path: 'a.jsonl',
    column: undefined,
  } as const;

  test.each<[string, Verdict, string | undefined]>([
    ['nothing wrong', dataVerdict([dataset()], { strict: true }), undefined],
    ['warnings', dataVerdict([bad('warning', 2)], { strict: false }), undefined],
    ['warnings, strict', dataVerdict([bad('warning', 2)], { strict: true }), 'The data has 2 warnings, and strict: true'],
    ['one error', dataVerdict([dataset(), bad('error', 1)], { strict: false }), 'The data has 1 error; nothing was uploaded.'],
  ])('%s', (_, verdict, reason) => {
    expect(verdict.passes).toBe(reason === undefined);
    expect(reasonOf(verdict) ?? '').toContain(reason ?? '');
  });

  test('the first error is named with its place, in a line that is not too long', () => {
    const one = { ...bad('error', 1), problems: [{ ...problem, line: 7 }] };
    expect(reasonOf(dataVerdict([one], { strict: false }))).toMatch(/The first: a\.jsonl:7: It is wrong\.$/);
    const whole = { ...bad('error', 1), problems: [{ ...problem, line: undefined }] };
    expect(reasonOf(dataVerdict([whole], { strict: false }))).toMatch(/The first: a\.jsonl: It is wrong\.$/);
    const long = { ...bad('error', 1), problems: [{ ...problem, line: 1, message: ['x'.repeat(5000)] }] };
    expect(reasonOf(dataVerdict([long], { strict: false }))).toHaveLength(990);
  });

  test('a file by ID cannot be checked offline', () => {
    const paths = { kind: 'paths', paths: ['a.jsonl'] } as const;
    expect(offlineVerdict([paths, undefined])).toEqual({ passes: true });
    expect(reasonOf(offlineVerdict([paths, { kind: 'id', id: 'file-1' }]))).toContain('the file ID file-1');
  });
});

describe('tokens and money', () => {
  const none = { max_tokens: undefined, max_cost_usd: undefined };
  const atMost = { usd: 7, basis: 'a price' };
  const old: Estimate = {
    ...estimate(1),
    cost: { usd: 5, low: 5, high: 5, basis: 'of 2025', old: true },
    withoutCost: undefined,
  };
  test.each<[string, Verdict, string | undefined]>([
    ['no limits', budgetVerdict(undefined, none), undefined],
    ['tokens within', budgetVerdict(estimate(100), { ...none, max_tokens: 100 }), undefined],
    [
      'tokens above',
      budgetVerdict(estimate(101), { ...none, max_tokens: 100 }),
      'take up to 101 tokens (3 epochs), above max_tokens: 100',
    ],
    ['tokens unknown', budgetVerdict(undefined, { ...none, max_tokens: 100 }), 'the tokens of a file ID cannot be counted'],
    ['cost within', budgetVerdict(estimate(1, 5), { ...none, max_cost_usd: 5 }), undefined],
    [
      'cost above',
      budgetVerdict(estimate(1, 5.5), { ...none, max_cost_usd: 5 }),
      'The cost would be up to US$ 5.50 (as given), and max_cost_usd is 5',
    ],
    ['cost unknown', budgetVerdict(estimate(1), { ...none, max_cost_usd: 5 }), 'cannot be estimated (no price is known)'],
    ['cost unknown, fix', budgetVerdict(estimate(1), { ...none, max_cost_usd: 5 }), 'uploaded. Give price_per_million_tokens.'],
    ['by the hour', budgetVerdict({ ...estimate(1), toCost: 'Do this.' }, { ...none, max_cost_usd: 5 }), 'uploaded. Do this.'],
    ['at most within', budgetVerdict({ ...estimate(1), atMost }, { ...none, max_cost_usd: 7 }), undefined],
    ['at most above', budgetVerdict({ ...estimate(1), atMost }, { ...none, max_cost_usd: 6 }), 'up to US$ 7.00 (a price)'],
    ['old price within', budgetVerdict(old, { ...none, max_cost_usd: 5 }), undefined],
    [
      'old price above',
      budgetVerdict(old, { ...none, max_cost_usd: 1 }),
      'about US$ 5.00 (of 2025), and max_cost_usd is 1; nothing was uploaded. Take fewer epochs or rows, or raise max_cost_usd, or give price_per_million_tokens if the price has changed.',
    ],
    [
      'no estimate',
      budgetVerdict(undefined, { ...none, max_cost_usd: 5 }),
      'max_cost_usd is given, but the tokens of a file ID cannot be counted',
    ],
    ['any number', capacityVerdict(estimate(1e12), { title: 'Wire' }), undefined],
    ['not too many', capacityVerdict(estimate(100), { title: 'Wire', maximumTrainingTokens: 100 }), undefined],
    ['perhaps too many', capacityVerdict(estimate(150), { title: 'Wire', maximumTrainingTokens: 100 }), 'up to 150 tokens'],
    ['surely too many', capacityVerdict(estimate(200), { title: 'Wire', maximumTrainingTokens: 100 }), 'Wire takes at most 100'],
  ])('%s', (_, verdict, reason) => {
    expect(verdict.passes).toBe(reason === undefined);
    expect(reasonOf(verdict) ?? '').toContain(reason ?? '');
  });

  test('the first refusal is the one that is thrown', () => {
    const refused = (reason: string): Verdict => ({ passes: false, reason, of: 'data' });
    expect(() => enforce({ passes: true }, refused('a'), refused('b'))).toThrow(new DataError('a'));
    expect(() => enforce({ passes: true })).not.toThrow();
    // Data that passes may be more than is allowed.
    expect(() => enforce(budgetVerdict(estimate(101), { ...none, max_tokens: 100 }))).toThrow(LimitError);
  });
});

describe('a cancelled run', () => {
  test.each([
    [true, undefined, true],
    [true, 'cancel', true],
    [true, 'detach', false],
    [false, undefined, false],
    [false, 'cancel', true],
    [false, 'detach', false],
  ] as const)('a job that is ours: %s, on_cancel: %s: cancelled: %s', (ours, onCancel, cancelled) => {
    expect(cancelVerdict({ job: job({ status: 'running' }), ours }, onCancel).cancel).toBe(cancelled);
  });

  test('a job that has ended has nothing to be cancelled', () => {
    const reason = 'Job ftjob-abc123 has succeeded.';
    expect(cancelVerdict({ job: job(), ours: true }, undefined)).toEqual({ cancel: false, reason });
    expect(cancelVerdict({ job: job(), ours: false }, 'cancel')).toEqual({ cancel: false, reason });
  });
});
