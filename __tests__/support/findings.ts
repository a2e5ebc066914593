/** Findings by builder: what a run may have found when it ends. */
import type { Checkpoint, Job, JobEvent } from '../../src/api/objects.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { reportedOperation } from '../../src/operations/registry.ts';
import type { WireJob } from '../../src/providers/openai-wire/objects.ts';
import type { Findings, MetricPoint } from '../../src/report/findings.ts';
import { sent } from './jobs.ts';

export const START = Date.UTC(2026, 10, 23, 9, 0, 0);

export function dataset(overrides: Partial<Dataset> = {}): Dataset {
  return {
    role: 'training_file',
    paths: ['data/support.train.jsonl'],
    format: 'chat',
    rows: 1200,
    bytes: 812_345,
    sha256: 'ab'.repeat(32),
    contentSha256: 'ab'.repeat(32),
    problems: [],
    counts: [],
    tokens: { kind: 'exact', tokens: 150_000, low: 150_000, high: 150_000, basis: 'o200k_base' },
    statistics: {
      rows: 1200,
      leftOut: 0,
      rowTokens: { median: 118, p95: 260, max: 911 },
      longest: [77, 1012, 5, 640, 318].map((line, index) => ({
        path: 'data/support.train.jsonl',
        line,
        tokens: [911, 905, 872, 590, 588][index] ?? 0,
      })),
      histogram: [310, 522, 214, 88, 31, 17, 9, 0, 4, 2, 0, 3].map((rows, index) => ({
        from: 24 + index * 74,
        to: 98 + index * 74,
        rows,
      })),
      turns: { median: 1, p95: 3, max: 6 },
      roles: { system: 1200, user: 1300, assistant: 1300, tool: 46 },
      tools: { lookup_order: 40, refund: 6 },
      trainedShare: 0.41,
      nearEmptyAnswers: 2,
    },
    ...overrides,
  };
}

export function job(overrides: Partial<WireJob> = {}): Job {
  return sent({
    id: 'ftjob-abc123',
    status: 'succeeded',
    model: 'gpt-4.1-mini-2025-04-14',
    fine_tuned_model: MODEL,
    trained_tokens: 450_000,
    created_at: START / 1000,
    finished_at: START / 1000 + 3725,
    training_file: 'file-train',
    validation_file: 'file-valid',
    result_files: ['file-result'],
    seed: 42,
    user_provided_suffix: 'support',
    method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3, batch_size: 4, learning_rate_multiplier: 2 } } },
    ...overrides,
  });
}

/** A training that learns, and from the given step on learns by heart. */
export function lossCurve(steps: number, turn = Number.POSITIVE_INFINITY): MetricPoint[] {
  return Array.from({ length: steps }, (_, index) => {
    const step = index + 1;
    const train = 0.5 + 2 * Math.exp(-step / (steps / 4)) + 0.05 * Math.sin(step * 1.7);
    const valid = 0.7 + 1.8 * Math.exp(-Math.min(step, turn) / (steps / 4)) + Math.max(0, step - turn) * (0.6 / steps);
    return {
      step,
      totalSteps: steps,
      values: {
        train_loss: train,
        train_mean_token_accuracy: 1 - train / 4,
        ...(step % 10 === 0 ? { valid_loss: valid, valid_mean_token_accuracy: 1 - valid / 4 } : {}),
      },
    };
  });
}

export const MODEL = 'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12';
/** The model that was trained before it. */
export const PREVIOUS = 'ft:gpt-4.1-mini-2025-04-14:acme:support:AwXy01';

export function checkpoint(step: number, metrics: Readonly<Record<string, number>>, model = MODEL): Checkpoint {
  return { id: `ftckpt_${step}`, step_number: step, fine_tuned_model_checkpoint: `${model}:ckpt-step-${step}`, metrics };
}

/** The checkpoints at these steps, with what was measured there. */
export function checkpointsOf(metrics: readonly MetricPoint[], steps: readonly number[], model = MODEL): Checkpoint[] {
  return metrics
    .filter(({ step }) => steps.includes(step))
    .map(({ step, values: { valid_loss: full_valid_loss, ...values } }) =>
      checkpoint(step, { ...values, ...(full_valid_loss === undefined ? {} : { full_valid_loss }) }, model),
    );
}

export function event(message: string, overrides: Partial<JobEvent> = {}): JobEvent {
  return { id: `ftevent-${message}`, created_at: START / 1000 + 60, level: 'info', type: 'message', message, ...overrides };
}

/** The validation data that goes with `dataset()`. */
export function validation(overrides: Partial<Dataset> = {}): Dataset {
  const path = 'data/support.valid.jsonl';
  return dataset({
    role: 'validation_file',
    paths: [path],
    rows: 120,
    bytes: 80_000,
    sha256: 'cd'.repeat(32),
    contentSha256: 'cd'.repeat(32),
    tokens: { kind: 'exact', tokens: 14_880, low: 14_880, high: 14_880, basis: 'o200k_base' },
    statistics: {
      rows: 120,
      leftOut: 0,
      rowTokens: { median: 116, p95: 251, max: 402 },
      longest: [18, 7, 99].map((line, index) => ({ path, line, tokens: 402 - index * 40 })),
      histogram: [28, 51, 22, 11, 5, 2, 1].map((rows, index) => ({ from: 31 + index * 54, to: 85 + index * 54, rows })),
      turns: { median: 1, p95: 2, max: 3 },
      roles: { system: 120, user: 131, assistant: 131 },
      tools: {},
      trainedShare: 0.4,
      nearEmptyAnswers: 0,
    },
    ...overrides,
  });
}

/** Every file of the data at its own path in the repository. */
export const inPlace = (datasets: readonly Dataset[]): Findings['repositoryPaths'] =>
  new Map(
    datasets
      .flatMap(({ paths, problems }) => [...paths, ...problems.map(({ path }) => path)])
      .map((file) => [file, file.replace(/^(\.\/)+/, '')] as const),
  );

/** A run that succeeded with a validation file; overrides go over it. */
export function findings(overrides: Partial<Findings> = {}): Findings {
  return {
    operation: reportedOperation('create'),
    started: START,
    finished: START + 3_800_000,
    ending: 'succeeded',
    run: {
      repository: 'acme/support-bot',
      sha: '0123456789abcdef0123456789abcdef01234567',
      ref: 'refs/heads/main',
      workflow: 'Train',
      job: 'train',
      step: 'fine-tune',
      runId: '777',
      runAttempt: '1',
      serverUrl: 'https://github.com',
      showRows: true,
    },
    provider: {
      name: 'openai',
      baseUrl: 'https://api.openai.com/v1',
      jobUrl: 'https://platform.openai.com/finetune/ftjob-abc123',
    },
    asked: {
      model: 'gpt-4.1-mini-2025-04-14',
      training_file: 'data/support.train.jsonl',
      suffix: 'support',
      seed: 42,
      method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3, batch_size: 'auto' } } },
    },
    datasets: [dataset(), validation()],
    repositoryPaths: inPlace(overrides.datasets ?? [dataset(), validation()]),
    estimate: {
      epochs: 3,
      epochsAsked: true,
      tokens: { kind: 'exact', tokens: 450_000, low: 450_000, high: 450_000, basis: 'o200k_base' },
      cost: undefined,
      withoutCost: 'no price is known for this model',
    },
    changes: [],
    fingerprint: 'ef'.repeat(32),
    reused: false,
    reason: 'no job with these inputs is known',
    job: job(),
    jobs: [],
    metrics: lossCurve(90),
    events: [event('Created fine-tuning job'), event('Fine-tuning job started'), event('The job has successfully completed')],
    checkpoints: checkpointsOf(lossCurve(90), [30, 60, 90]),
    resultFiles: [],
    error: undefined,
    warnings: [],
    ...overrides,
  };
}

/** A step that ended before any job existed. */
export function withoutJob(overrides: Partial<Findings> = {}): Findings {
  return findings({
    ending: 'stopped',
    provider: undefined,
    job: undefined,
    jobs: [],
    reused: undefined,
    reason: undefined,
    fingerprint: undefined,
    metrics: [],
    events: [],
    checkpoints: [],
    ...overrides,
  });
}

/** A price that was given as an input. */
export const PRICE = { perMillion: 5, basis: 'US$ 5 a million tokens, as given' };

export const costOf = (tokens: number, { perMillion, basis } = PRICE) => {
  const usd = (tokens * perMillion) / 1e6;
  return { usd, low: usd, high: usd, basis };
};

/** The estimate of so many tokens, and the price that it rests on. */
export const priced = (tokens: number, price = PRICE): Pick<Findings, 'price' | 'estimate'> => ({
  price,
  estimate: {
    epochs: 3,
    epochsAsked: true,
    tokens: { kind: 'exact', tokens, low: tokens, high: tokens, basis: 'o200k_base' },
    cost: costOf(tokens, price),
    withoutCost: undefined,
  },
});
