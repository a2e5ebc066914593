import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { evaluate } from '../src/sandbox/trainer/formula.ts';
import { fill, gradingOf } from '../src/sandbox/trainer/graders.ts';
import { similarity } from '../src/sandbox/trainer/similarity.ts';
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

describe('graders', () => {
  const check = (operation: string, reference: string) =>
    gradingOf({ type: 'string_check', name: 'g', input: '{{ sample.output_text }}', reference, operation }).grade;
  test.each([
    ['eq', 'Oslo', 'Oslo', 1],
    ['eq', 'oslo', 'Oslo', 0],
    ['ne', 'oslo', 'Oslo', 1],
    ['like', 'in Oslo now', 'Oslo', 1],
    ['like', 'in oslo now', 'Oslo', 0],
    ['ilike', 'in oslo now', 'Oslo', 1],
  ])('%s: %j against %j is %d', (operation, output, reference, grade) => {
    expect(check(operation, '{{item.city}}')(output, { city: reference })).toBe(grade);
  });

  test('templates reach into the row and into an answer in JSON', () => {
    expect(fill('{{item.a.b}} {{ sample.output_json.c }} {{nothing}}{{item.none}}', '{"c":[1]}', { a: { b: 2 } })).toBe('2 [1] ');
    expect(fill('{{sample.output_json.c}}', 'no JSON', {})).toBe('');
  });

  test('several graders by a formula; a formula without a value is 0', () => {
    const city = {
      type: 'string_check',
      name: 'city',
      input: '{{sample.output_text}}',
      reference: '{{item.city}}',
      operation: 'ilike',
    };
    const near = {
      type: 'text_similarity',
      name: 'near',
      input: '{{sample.output_text}}',
      reference: '{{item.city}}',
      evaluation_metric: 'fuzzy_match',
    };
    const multi = (calculate_output: string) =>
      gradingOf({ type: 'multi', name: 'm', graders: { city, near }, calculate_output });
    // "Olso" for "Oslo": no match; two of four characters differ.
    expect(multi('0.5 * city + 0.5 * near').grade('Olso', { city: 'Oslo' })).toBe(0.25);
    expect(multi('city / 0').grade('x', { city: 'Oslo' })).toBe(0);
    expect(multi('city').notices).toEqual([]);
    const single = gradingOf({ type: 'multi', name: 'm', graders: city, calculate_output: 'city' });
    expect(single.grade('oslo', { city: 'Oslo' })).toBe(1);
  });

  test('what cannot be run here is graded by likeness to the field that looks like the answer', () => {
    const { grade, notices } = gradingOf({ type: 'lambda', name: 'far away' });
    expect(notices[0]).toContain('cannot run the lambda grader');
    expect(grade('Oslo', { messages: [], answer: 'Oslo' })).toBe(1);
    expect(grade('Oslo', { messages: [], town: 'Oslo' })).toBe(1);
    expect(grade('Oslo', { messages: [] })).toBe(0);
  });

  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['min(a, b) + max(a, b)', 5],
    ['abs(-a) / sqrt(4)', 1],
    ['floor(2.7) + ceil(0.2) + exp(0) + log(1)', 4],
    ['1e2 - 8 / 4 / 2', 99],
  ])('%s is %d', (formula, value) => {
    expect(evaluate(formula, { a: 2, b: 3 })).toBe(value);
  });
  test.each(['1 +', 'c', '(1', '1 2', 'process.exit()', 'a; b', 'nothing(1)', ''])('%j is no formula', (formula) => {
    expect(() => evaluate(formula, { a: 2, b: 3 })).toThrow('calculate_output');
  });

  test.each([
    // Words: the cat sat / the cat ran. Two of three are shared, each way.
    ['rouge_1', 2 / 3],
    // Pairs: the-cat, cat-sat / the-cat, cat-ran.
    ['rouge_2', 1 / 2],
    ['rouge_l', 2 / 3],
    // Cosine of two vectors of three ones with two in common.
    ['cosine', 2 / 3],
    // Precision and recall are both 2/3.
    ['meteor', 2 / 3],
    // "sat" to "ran": two of eleven characters.
    ['fuzzy_match', 1 - 2 / 11],
  ])('%s of "the cat sat" and "the cat ran"', (metric, value) => {
    expect(similarity(metric, 'the cat sat', 'the cat ran')).toBeCloseTo(value, 10);
  });
  test.each(['rouge_1', 'rouge_3', 'rouge_l', 'bleu', 'gleu', 'meteor', 'cosine', 'fuzzy_match'])(
    '%s is 1 for the same text and 0 for a wholly other one',
    (metric) => {
      expect(similarity(metric, 'one two three four five', 'one two three four five')).toBeCloseTo(1, 10);
      // BLEU is smoothed, so it is never quite 0.
      expect(similarity(metric, 'zzzz', 'aaaa')).toBeLessThan(0.01);
    },
  );
});
