/** Numbers of a training: read from what providers send, judged, and drawn. */
import { describe, expect, test } from '@jest/globals';
import { charts } from '../src/report/chart.ts';
import { filled, gapOf, gridOf, means, placeOf } from '../src/report/grid.ts';
import {
  bestCheckpoint,
  decodeResultFile,
  judgeCheckpoints,
  lastMetrics,
  metricPoint,
  overfitting,
  resultPoints,
} from '../src/report/metrics.ts';
import { renderMetricsCsv } from '../src/report/metrics-csv.ts';
import { checkpoint, event, findings, lossCurve } from './support/findings.ts';

describe('charts', () => {
  const lines = (text = '') =>
    [...text.matchAll(/^ {2}line \[(.*)\]$/gm)].map((match) => (match[1] ?? '').split(', ').map(Number));
  const axis = (text = '') => /x-axis "step" (\S+) --> (\S+)/.exec(text)?.slice(1).map(Number) ?? [];
  test('a metric a chart, at most 60 points, the lines named below, the numbers folded', () => {
    const [loss = '', accuracy = ''] = charts(lossCurve(500));
    expect(loss).toContain('xychart-beta');
    expect(lines(loss).map(({ length }) => length)).toEqual([56, 56]);
    expect(loss).toContain('🔵 train_loss · 🟠 valid_loss (measured at 50 steps');
    expect(accuracy).toContain('**Token accuracy**');
  });
  test.each([2, 3, 59, 60, 61, 90, 119, 1000, 3599])(
    '%d steps: the points lie at whole distances, the last at the last step',
    (steps) => {
      const [loss] = charts(lossCurve(steps));
      const [first = 0, last = 0] = axis(loss);
      const [drawn = []] = lines(loss);
      const distance = (last - first) / (drawn.length - 1);
      expect(drawn.length).toBeLessThanOrEqual(60);
      expect(Number.isInteger(distance)).toBe(true);
      expect(last).toBe(steps);
      // Mermaid 10 reckons the distance in its own way; its last point lies less than one distance before ours.
      const shifted = first + (drawn.length - 1) * ((last - first + 1) / drawn.length);
      expect(last - shifted).toBeLessThan(distance);
    },
  );
  test('the best checkpoint is named below the picture and starred in the numbers; nothing in the picture seems to explode', () => {
    const judged = judgeCheckpoints([checkpoint(30, { full_valid_loss: 1 }), checkpoint(60, { full_valid_loss: 0.5 })]);
    const [loss = ''] = charts(lossCurve(90), judged);
    expect(lines(loss)).toEqual(lines(charts(lossCurve(90))[0]));
    expect(loss).toContain('⭐ the best checkpoint: step 60 (full_valid_loss 0.5)');
    expect(loss).toMatch(/^\| ⭐ 60 \|/m);
    for (const step of [null, 0, 91]) {
      const away = judged && { ...judged, checkpoint: { ...judged.checkpoint, step_number: step } };
      expect(charts(lossCurve(90), away)[0]).not.toContain('⭐');
    }
  });
  test('a gap is said', () => {
    const gappy = lossCurve(90).filter(({ step }) => step < 20 || step > 60);
    expect(charts(gappy)[0]).toContain('nothing between steps 19 and 61');
    expect(charts(lossCurve(90))[0]).not.toContain('nothing between');
  });
  test('a validation that was measured more often than the training makes the grid', () => {
    const points = [10, 20, 30].map((step) => ({
      step,
      totalSteps: 30,
      values: { valid_loss: step, ...(step === 20 ? { train_loss: 1 } : {}) },
    }));
    expect(lines(charts(points)[0])).toEqual([
      [1, 1, 1],
      [10, 20, 30],
    ]);
    expect(axis(charts(points)[0])).toEqual([10, 30]);
  });
  test('steps that are no whole numbers, numbers that are tiny or beyond all measure', () => {
    const at = (step: number, value: number) => ({ step, totalSteps: undefined, values: { train_loss: value } });
    expect(lines(charts([at(0.5, 1), at(1, 2), at(2.25, 3)])[0])).toHaveLength(1);
    const [tiny = ''] = charts([at(1, 2e-9), at(2, 1e-9)]);
    expect(tiny).not.toMatch(/^ {2}.*\de/m);
    expect(lines(tiny)[0]?.[0]).toBeCloseTo(2e-9, 12);
    for (const values of [
      [at(1, 1e300), at(2, -1e300)],
      [at(1, 1e308), at(1, 1e308), at(2, 1)],
      [at(-1e20, 1), at(1e20, 2)],
    ])
      expect(charts(values)[0]).not.toContain('mermaid');
  });
  test('one point is a table, none is nothing', () => {
    const [loss = ''] = charts(lossCurve(1));
    expect(loss).not.toContain('mermaid');
    expect(loss).toContain('| 1 |');
    expect(charts([])).toEqual([]);
  });
  test('equal values still have an axis', () => {
    const flat = [1, 2].map((step) => ({ step, totalSteps: 2, values: { train_loss: 0 } }));
    expect(charts(flat)[0]).toContain('y-axis "loss" 0 --> 1');
  });
  test('negative values have room below', () => {
    const margin = [-1, 1].map((value, index) => ({ step: index, totalSteps: 2, values: { train_mean_reward_margin: value } }));
    expect(charts(margin)[0]).toContain('y-axis "preference margin" -1.1 --> 1.1');
  });
});

describe('the grid of a chart', () => {
  const series = (...steps: number[]) => ({ name: 's', points: steps.map((step) => ({ step, value: step })) });
  test('follows the rhythm of the steps, and ends at the last', () => {
    expect(gridOf(series(10, 20, 40), 60)).toEqual({ first: 10, spacing: 10, count: 4 });
    expect(gridOf(series(1, 2, 3, 4, 5, 6), 3)).toEqual({ first: 3, spacing: 3, count: 2 });
    expect([gridOf(series(), 60), gridOf(series(5), 60), gridOf(series(5, 5), 60)]).toEqual([undefined, undefined, undefined]);
  });
  test('means of what was measured since the step before, holes filled by straight lines', () => {
    const grid = { first: 2, spacing: 2, count: 4 };
    expect(means(series(1, 2, 7, 8, 9), grid)).toEqual([1.5, undefined, undefined, 8]);
    expect(filled([undefined, 1, undefined, undefined, 4, undefined])).toEqual([1, 1, 2, 3, 4, 4]);
    expect(filled([undefined])).toEqual([0]);
    expect([placeOf(-9, grid), placeOf(5.2, grid), placeOf(99, grid)]).toEqual([0, 2, 3]);
  });
  test('a gap is long against the rhythm of its series', () => {
    expect(gapOf(series(1, 2, 3, 9, 10))).toEqual({ from: 3, to: 9 });
    expect([gapOf(series(10, 20, 30)), gapOf(series(1))]).toEqual([undefined, undefined]);
  });
});

describe('metrics', () => {
  test('a metrics event gives its numbers', () => {
    const data = { step: 3, total_steps: 9, train_loss: 0.5, note: 'x', bad: Number.NaN };
    expect(metricPoint(event('', { data }))).toEqual({ step: 3, totalSteps: 9, values: { train_loss: 0.5 } });
    expect(metricPoint(event('', { data: { step: 3, total_steps: 0, train_loss: 1 } }))?.totalSteps).toBeUndefined();
    for (const empty of [undefined, null, 'text', { train_loss: 1 }, { step: 1 }]) {
      expect(metricPoint(event('', { data: empty }))).toBeUndefined();
    }
  });
  test('the last value of each stays', () => {
    expect(lastMetrics(lossCurve(20))).toEqual(
      expect.objectContaining({ valid_loss: expect.any(Number), train_loss: lossCurve(20)[19]?.values.train_loss }),
    );
  });
  test('a result file is CSV, in base64 or not; blank cells are no measurement', () => {
    const csv = 'step,train_loss,valid_loss\n1,2.5,\n2,2.0,2.1\n,,\nx,1,1\n';
    const points = [
      { step: 1, totalSteps: undefined, values: { train_loss: 2.5 } },
      { step: 2, totalSteps: undefined, values: { train_loss: 2, valid_loss: 2.1 } },
    ];
    expect(resultPoints([decodeResultFile(Buffer.from(csv))]).points).toEqual(points);
    expect(resultPoints([decodeResultFile(Buffer.from(Buffer.from(csv).toString('base64')))]).points).toEqual(points);
    expect(decodeResultFile(Buffer.from('not base64!'))).toBe('not base64!');
    expect(decodeResultFile(new Uint8Array())).toBe('');
    expect(resultPoints([''])).toEqual({ points: [], whole: true });
  });
  test('the best checkpoint has the lowest validation loss, of equals the earlier; without one it is the last', () => {
    const list = [
      checkpoint(30, { full_valid_loss: 0.9 }),
      checkpoint(20, { full_valid_loss: 0.9 }),
      checkpoint(10, { full_valid_loss: 1 }),
    ];
    expect(judgeCheckpoints(list)).toMatchObject({ metric: 'full_valid_loss', value: 0.9, checkpoint: { step_number: 20 } });
    expect(bestCheckpoint([checkpoint(10, {}), checkpoint(20, {})])?.step_number).toBe(20);
    expect(bestCheckpoint([])).toBeUndefined();
    const noSteps = [{ id: 'a', metrics: { valid_loss: 1 } }, { id: 'b', metrics: { valid_loss: 1 } }, { id: 'c' }];
    expect(bestCheckpoint(noSteps)?.id).toBe('a');
    expect(bestCheckpoint([{ id: 'a' }, { id: 'b' }])?.id).toBe('b');
  });
  test('of rewards the highest is the best', () => {
    const list = [
      checkpoint(10, { valid_reward_mean: 0.2 }),
      checkpoint(20, { valid_reward_mean: 0.8 }),
      checkpoint(30, { valid_reward_mean: 0.5 }),
    ];
    expect(bestCheckpoint(list)?.step_number).toBe(20);
  });
  test('overfitting is a clear rise after the lowest validation loss', () => {
    const points = (...values: number[]) =>
      values.map((value, step) => ({ step, totalSteps: undefined, values: { valid_loss: value } }));
    expect(overfitting(points(3, 2, 2.5))).toEqual({ step: 1, lowest: 2, last: 2.5 });
    expect(overfitting(points(3, 2, 2.01))).toBeUndefined();
    expect(overfitting(points(3, 4))).toBeUndefined();
  });
  test('a loss that only wavers is no overfitting, one that turns through its noise is', () => {
    const noisy = (slope: number) =>
      Array.from({ length: 60 }, (_, step) => ({
        step,
        totalSteps: 60,
        values: {
          train_loss: 2 - step / 60,
          valid_loss: 2 - Math.min(step, 30) * 0.02 + Math.max(0, step - 30) * slope + 0.15 * Math.sin(step * 2.3),
        },
      }));
    expect(overfitting(noisy(0))).toBeUndefined();
    expect(overfitting(noisy(-0.01))).toBeUndefined();
    expect(overfitting(noisy(0.02))?.step).toBeGreaterThan(20);
  });
  test('a training whose own loss rises, too, went wrong in another way', () => {
    const diverging = Array.from({ length: 30 }, (_, step) => ({
      step,
      totalSteps: 30,
      values: { train_loss: 1 + Math.abs(step - 10) / 10, full_valid_loss: 1 + Math.abs(step - 10) / 10 },
    }));
    expect(overfitting(diverging)).toBeUndefined();
    expect(
      overfitting(diverging.map((point) => ({ ...point, values: { full_valid_loss: point.values.full_valid_loss } })))?.step,
    ).toBe(10);
  });
  test('a step that is no number is no point', () => {
    expect(metricPoint(event('', { data: { step: Number.POSITIVE_INFINITY, train_loss: 1 } }))).toBeUndefined();
  });
});

test('-1 in a column that is never negative is no measurement: a blank cell, and never the best', () => {
  const text = 'step,train_loss,valid_loss,valid_reward_mean\n1,1.3,-1,-1\n2,1.1,0.9,-0.5\n';
  const csv = renderMetricsCsv(findings({ metrics: [], resultFiles: [{ id: 'f', name: 'f.csv', text }] }));
  expect(
    csv
      .split('\n')
      .slice(1, 3)
      .map((line) => line.split(',').sort()),
  ).toEqual([
    ['', '-1', '1', '1.3'],
    ['-0.5', '0.9', '1.1', '2'],
  ]);
  const list = [checkpoint(1, { full_valid_loss: -1 }), checkpoint(2, { full_valid_loss: 0.9 })];
  expect(judgeCheckpoints(list)).toMatchObject({ value: 0.9 });
});
