import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { gradingOf } from '../src/sandbox/trainer/graders.ts';
import { train } from '../src/sandbox/trainer/train.ts';
import type { TrainerReport, TrainingTask } from '../src/sandbox/training.ts';
import { newFolder } from './support/action.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow, write } from './support/rows.ts';

const folder = newFolder('trainer-');
const file = (name: string, rows: readonly object[]) => path.join(folder, write(folder, name, jsonl(rows)));

function task(training: string, more: Partial<TrainingTask> = {}): TrainingTask {
  return {
    method: 'supervised',
    trainingFile: training,
    validationFile: null,
    hyperparameters: { n_epochs: 4, batch_size: 4, learning_rate_multiplier: 1 },
    grader: null,
    seed: 7,
    startFrom: null,
    folder: newFolder('weights-'),
    reportedStep: 0,
    ...more,
  };
}

const run = (one: TrainingTask): TrainerReport[] => [...train(one)];
/** The values of one metric, in order. */
const series = (reports: readonly TrainerReport[], name: string) =>
  reports.flatMap((report) => (report.kind === 'step' && report.metrics[name] !== undefined ? [report.metrics[name]] : []));
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const withoutPaths = (reports: readonly TrainerReport[]) =>
  reports.map((report) => ('weights' in report ? { ...report, weights: path.basename(report.weights) } : report));

const lessons = file('chat.jsonl', many(24, chatRow));

describe('supervised', () => {
  test('the same task gives the same numbers; another seed, others', () => {
    expect(withoutPaths(run(task(lessons)))).toEqual(withoutPaths(run(task(lessons))));
    expect(series(run(task(lessons, { seed: 8 })), 'train_loss')).not.toEqual(series(run(task(lessons)), 'train_loss'));
  });

  test('reports every step of every epoch, a checkpoint after each, and the end', () => {
    const reports = run(task(lessons));
    expect(reports.filter(({ kind }) => kind === 'step')).toHaveLength(24);
    const checkpoints = reports.flatMap((report) => (report.kind === 'checkpoint' ? [report] : []));
    expect(checkpoints.map(({ step, epoch }) => [step, epoch])).toEqual([
      [6, 1],
      [12, 2],
      [18, 3],
      [24, 4],
    ]);
    expect(checkpoints.every(({ weights }) => existsSync(weights))).toBe(true);
    expect(reports.at(-1)).toMatchObject({ kind: 'finished', weights: checkpoints[3]?.weights });
  });

  test('more epochs fit better', () => {
    const losses = series(run(task(lessons)), 'train_loss');
    expect(mean(losses.slice(18))).toBeLessThan(mean(losses.slice(0, 6)) * 0.8);
    const accuracies = series(run(task(lessons)), 'train_mean_token_accuracy');
    expect(mean(accuracies.slice(18))).toBeGreaterThan(mean(accuracies.slice(0, 6)));
  });

  test('with a validation file of other things, learning by heart shows: its loss falls, turns and rises', () => {
    // Answers that nothing can foretell: what is learned of one is of no use for another.
    const words = ['red', 'blue', 'green', 'black', 'white', 'brown', 'pink', 'grey'];
    const riddle = (offset: number) => (number: number) => ({
      messages: [
        { role: 'user', content: `Colour ${number + offset}?` },
        {
          role: 'assistant',
          content: many(6, (turn) => words[(Math.imul(number + offset, 2654435761) >>> (turn * 4)) % 8]).join(' '),
        },
      ],
    });
    const reports = run(
      task(file('riddles.jsonl', many(30, riddle(0))), {
        validationFile: file('riddles.valid.jsonl', many(12, riddle(1000))),
        hyperparameters: { n_epochs: 25, batch_size: 4, learning_rate_multiplier: 2 },
      }),
    );
    const losses = series(reports, 'full_valid_loss');
    const lowest = losses.indexOf(Math.min(...losses));
    expect(lowest).toBeGreaterThan(0);
    expect(lowest).toBeLessThan(losses.length - 1);
    expect(losses.at(-1)).toBeGreaterThan((losses[lowest] ?? 0) * 1.02);
    const trained = series(reports, 'train_loss');
    expect(mean(trained.slice(-8))).toBeLessThan(mean(trained.slice(0, 8)) / 2);
  });

  test('what was reported before is not reported again, and what follows is as if nothing had happened', () => {
    const whole = run(task(lessons));
    const rest = run(task(lessons, { reportedStep: 10 }));
    expect(withoutPaths(rest)).toEqual(withoutPaths(whole.filter((report) => !('step' in report) || report.step > 10)));
  });

  test('goes on from the weights of another job', () => {
    const first = run(task(lessons)).at(-1);
    const startFrom = first?.kind === 'finished' ? first.weights : null;
    const again = series(run(task(lessons, { startFrom })), 'train_loss');
    expect(again[0]).toBeLessThan((series(run(task(lessons)), 'train_loss')[0] ?? 0) * 0.7);
  });

  test('an answer of weight 0 is not learned', () => {
    const silent = (number: number) => ({
      messages: chatRow(number).messages.map((one) => ({ ...one, weight: one.role === 'assistant' ? 0 : undefined })),
    });
    expect(series(run(task(file('silent.jsonl', many(8, silent)))), 'train_loss')).toEqual(Array(8).fill(0));
  });

  test('prompt and completion', () => {
    const losses = series(run(task(file('completion.jsonl', many(24, completionRow)))), 'train_loss');
    expect(losses.at(-1)).toBeLessThan(losses[0] ?? 0);
  });

  test.each([
    ['', 'no rows'],
    ['{"text":1}\n', 'Line 1 is no row for supervised'],
    ['\n{"messages":3}\n', 'Line 2'],
  ])('a file that cannot be trained on is told: %j', (content, words) => {
    const bad = path.join(folder, write(folder, 'bad.jsonl', content));
    expect(() => run(task(bad))).toThrow(words);
  });
});

test('dpo: from indifference to a growing margin, also on pairs that were not seen', () => {
  const reports = run(
    task(file('preference.jsonl', many(30, preferenceRow)), {
      method: 'dpo',
      validationFile: file(
        'preference.valid.jsonl',
        many(8, (number) => preferenceRow(number + 100)),
      ),
      hyperparameters: { n_epochs: 4, batch_size: 4, learning_rate_multiplier: 1, beta: 0.1 },
    }),
  );
  // Before anything is learned both answers are as likely as the reference has them: the loss of a pair is ln 2.
  expect(series(reports, 'train_loss')[0]).toBeCloseTo(Math.log(2), 1);
  expect(series(reports, 'train_loss').at(-1)).toBeLessThan(0.6);
  expect(series(reports, 'train_mean_reward_accuracy').at(-1)).toBe(1);
  const margins = series(reports, 'full_valid_mean_reward_margin');
  expect(margins).toHaveLength(4);
  expect(margins.at(-1)).toBeGreaterThan(margins[0] ?? 0);
});

test('reinforcement: the reward rises, and a stand-in says that it is one', () => {
  const rows = many(20, (number) => ({
    messages: [{ role: 'user', content: `Say ${number % 4}.` }],
    answer: String(number % 4),
  }));
  const grader = {
    type: 'string_check',
    name: 'g',
    input: '{{sample.output_text}}',
    reference: '{{item.answer}}',
    operation: 'eq',
  };
  const settings = {
    method: 'reinforcement',
    grader,
    validationFile: file('rewards.valid.jsonl', rows.slice(0, 4)),
    hyperparameters: { n_epochs: 10, batch_size: 4, learning_rate_multiplier: 1, eval_interval: 10 },
  } as const;
  const training = file('rewards.jsonl', rows);
  const reports = run(task(training, settings));
  const rewards = series(reports, 'train_mean_reward');
  expect(rewards).toHaveLength(50);
  expect(mean(rewards.slice(-5))).toBeGreaterThan(mean(rewards.slice(0, 5)) + 0.2);
  const validated = series(reports, 'full_valid_mean_reward');
  expect(validated.at(-1)).toBeGreaterThan(validated[0] ?? 1);
  const python = run(task(training, { ...settings, grader: { type: 'python', name: 'p', source: 'x' } }));
  expect(python[0]).toMatchObject({ kind: 'notice', message: expect.stringContaining('cannot run the python grader "p"') });
});

describe('rewards', () => {
  const rows = many(8, (number) => ({
    messages: [{ role: 'user', content: `Say ${number}.` }],
    label: String(number % 2),
    // Every other row lacks what the grader reads.
    ...(number % 2 === 0 ? { answer: String(number % 2) } : {}),
  }));
  const check = (reference: string) => ({
    type: 'string_check',
    name: 'g',
    input: '{{sample.output_text}}',
    reference,
    operation: 'eq',
  });
  const settings = (reference: string) =>
    ({
      method: 'reinforcement',
      grader: check(reference),
      validationFile: file('lacking.valid.jsonl', rows),
      hyperparameters: { n_epochs: 2, batch_size: 2, learning_rate_multiplier: 1, eval_interval: 2 },
    }) as const;

  test('an answer without a score is no reward of 0: it is an event and a metric, and rewards are of the others', () => {
    const reports = run(task(file('lacking.jsonl', rows), settings('{{item.answer}}')));
    expect(reports.filter(({ kind }) => kind === 'notice')).toEqual([
      {
        kind: 'notice',
        level: 'warn',
        message: 'Answers have no reward: {{item.answer}} cannot be filled: the row has no answer.',
      },
    ]);
    expect(mean(series(reports, 'train_mean_grader_error'))).toBeGreaterThan(0.4);
    for (const report of reports) {
      if (report.kind !== 'step' || report.metrics.train_mean_grader_error !== 1) continue;
      expect(report.metrics).not.toHaveProperty('train_mean_reward');
    }
    expect(series(reports, 'full_valid_mean_reward').length).toBeGreaterThan(0);
  });

  test('a grader that can grade no row at all ends the training with its reason', () => {
    expect(() => run(task(file('lacking.jsonl', rows), settings('{{item.nothing}}')))).toThrow(
      'No answer of the first epoch could be graded: {{item.nothing}} cannot be filled',
    );
  });

  test('a formula that cannot be read ends it before the first step', () => {
    const grader = { type: 'multi', name: 'm', graders: { a: check('x') }, calculate_output: 'a + b' };
    expect(() => run(task(file('lacking.jsonl', rows), { ...settings('x'), grader }))).toThrow('"b", which is no grader');
  });

  test('what cannot be run here is graded by likeness to the field that looks like the answer', () => {
    const { grade, notices } = gradingOf({ type: 'lambda', name: 'far away' });
    expect(notices[0]).toContain('cannot run the lambda grader');
    expect(gradingOf({}).notices[0]).toContain('cannot run the unknown grader');
    expect(grade('Oslo', { messages: [], answer: 'Oslo' })).toEqual({ score: 1 });
    expect(grade('Oslo', { messages: [], town: 'Oslo' })).toEqual({ score: 1 });
    expect(grade('Oslo', { messages: [], answer: null })).toEqual({ score: 0 });
    expect(grade('Oslo', { messages: [] })).toEqual({ unscored: 'The row has no field that looks like the answer.' });
    const python = { type: 'python', name: 'p', source: 'x' };
    const multi = gradingOf({ type: 'multi', graders: { p: python, c: check('Oslo') }, calculate_output: '(p + c) / 2' });
    expect(multi.notices).toHaveLength(1);
    expect(multi.grade('Oslo', { answer: 'Oslo' })).toEqual({ score: 1 });
  });
});
