/** Findings by builder, and the stories that the previewer draws: what a run may have found when it ends. */
import type { Checkpoint, Job, JobEvent } from '../../src/api/objects.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { reportedOperation } from '../../src/operations/registry.ts';
import type { WireJob } from '../../src/providers/openai-wire/objects.ts';
import type { Subject } from '../../src/report/comment.ts';
import type { Findings, MetricPoint } from '../../src/report/findings.ts';
import { sent } from './jobs.ts';

const START = Date.UTC(2026, 10, 23, 9, 0, 0);

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
    fine_tuned_model: 'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
    trained_tokens: 450_000,
    created_at: START / 1000,
    finished_at: START / 1000 + 3725,
    training_file: 'file-train',
    validation_file: 'file-valid',
    result_files: ['file-result'],
    seed: 42,
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

export function checkpoint(step: number, metrics: Readonly<Record<string, number>>): Checkpoint {
  return {
    id: `ftckpt_${step}`,
    step_number: step,
    fine_tuned_model_checkpoint: `ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12:ckpt-step-${step}`,
    metrics,
  };
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
    checkpoints: [
      checkpoint(30, { train_loss: 1.1, full_valid_loss: 1.3 }),
      checkpoint(60, { train_loss: 0.7, full_valid_loss: 0.95 }),
      checkpoint(90, { train_loss: 0.55, full_valid_loss: 0.9 }),
    ],
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

function badData(): Dataset {
  const rules = [
    ['chat/no-assistant-message', 'error', 140],
    ['row/not-json', 'error', 60],
    ['row/duplicate', 'warning', 100],
  ] as const;
  return dataset({
    problems: rules.flatMap(([rule, severity, count], group) =>
      Array.from({ length: count }, (_, index) => ({
        rule,
        severity,
        message: [`Row of kind ${group}: `, { quote: '"some text of it"' }, '. Fix it.'],
        path: 'data/support.train.jsonl',
        line: group + 3 * index + 1,
        column: rule === 'row/not-json' ? 12 : undefined,
      })),
    ),
    counts: rules.map(([rule, severity, count]) => ({ rule, severity, count })),
  });
}

const rewards: MetricPoint[] = Array.from({ length: 40 }, (_, index) => ({
  step: index + 1,
  totalSteps: 40,
  values: {
    train_mean_reward: 0.85 - 0.65 * Math.exp(-index / 12) + 0.03 * Math.sin(index * 2.1),
    ...(index % 5 === 4 ? { valid_mean_reward: 0.8 - 0.65 * Math.exp(-index / 12) - Math.max(0, index - 30) * 0.01 } : {}),
  },
}));

const preferences: MetricPoint[] = Array.from({ length: 50 }, (_, index) => ({
  step: index + 1,
  totalSteps: 50,
  values: {
    train_loss: 0.69 * Math.exp(-index / 40),
    train_mean_reward_accuracy: 1 - 0.5 * Math.exp(-index / 10),
    train_mean_reward_margin: index * 0.06,
  },
}));

const PRICE = { perMillion: 5, basis: 'US$ 5 a million tokens, as given' };
const priced = (tokens: number): Pick<Findings, 'price' | 'estimate'> => ({
  price: PRICE,
  estimate: {
    epochs: 3,
    epochsAsked: true,
    tokens: { kind: 'exact', tokens, low: tokens, high: tokens, basis: 'o200k_base' },
    cost: { usd: (tokens * 5) / 1e6, low: (tokens * 5) / 1e6, high: (tokens * 5) / 1e6, basis: PRICE.basis },
    withoutCost: undefined,
  },
});

/** The usual events of a job, the last one as given. */
const usual = (...last: JobEvent[]) => [
  event('Created fine-tuning job: ftjob-abc123'),
  event('Validating training file: file-train and validation file: file-valid'),
  ...last,
];

/** By name: what the previewer draws and the tests render. */
export const STORIES: Readonly<Record<string, Findings>> = {
  'supervised-with-validation': findings({
    ...priced(450_000),
    job: job({ trained_tokens: 446_912 }),
    metrics: lossCurve(90, 55),
    checkpoints: [
      checkpoint(30, { train_loss: 1.1, full_valid_loss: 1.2 }),
      checkpoint(60, { train_loss: 0.7, full_valid_loss: 0.89 }),
      checkpoint(90, { train_loss: 0.55, full_valid_loss: 1.09 }),
    ],
    previous: {
      job: job({
        id: 'ftjob-abc122',
        fine_tuned_model: 'ft:gpt-4.1-mini-2025-04-14:acme:support:AwXy01',
        created_at: START / 1000 - 6 * 86_400,
        trained_tokens: 425_312,
      }),
      checkpoint: checkpoint(86, { train_loss: 0.58, full_valid_loss: 0.97 }),
    },
  }),
  reinforcement: findings({
    metrics: rewards,
    datasets: [
      dataset({
        format: 'reinforcement',
        tokens: { kind: 'estimated', tokens: 150_000, low: 112_500, high: 187_500, basis: 'bytes' },
      }),
      validation({ format: 'reinforcement' }),
    ],
    job: job({
      model: 'o4-mini-2025-04-16',
      fine_tuned_model: 'ft:o4-mini-2025-04-16:acme:support:CyZa34',
      method: { type: 'reinforcement', reinforcement: { hyperparameters: { n_epochs: 1, reasoning_effort: 'medium' } } },
    }),
    estimate: {
      epochs: 3,
      epochsAsked: false,
      tokens: { kind: 'estimated', tokens: 450_000, low: 337_500, high: 562_500, basis: 'bytes' },
      cost: undefined,
      withoutCost: 'this model is priced by the hour of training, so tokens do not tell its cost',
    },
    checkpoints: [
      checkpoint(20, { valid_mean_reward: 0.66 }),
      checkpoint(30, { valid_mean_reward: 0.74 }),
      checkpoint(40, { valid_mean_reward: 0.7 }),
    ],
    asked: { model: 'o4-mini-2025-04-16', method: { type: 'reinforcement' } },
  }),
  dpo: findings({
    ...priced(450_000),
    metrics: preferences,
    checkpoints: [],
    datasets: [dataset({ format: 'preference' })],
    job: job({ method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1, n_epochs: 3 } } } }),
    asked: { model: 'gpt-4.1-mini-2025-04-14', method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1 } } } },
  }),
  'failed-at-the-provider': findings({
    ...priced(450_000),
    ending: 'failed',
    metrics: [],
    checkpoints: [],
    events: usual(event('The job failed due to an unsafe training file.', { level: 'error' })),
    job: job({
      status: 'failed',
      fine_tuned_model: null,
      trained_tokens: null,
      finished_at: START / 1000 + 95,
      error: { code: 'invalid_training_file', message: 'The job failed due to an unsafe training file.' },
    }),
    error: {
      code: 'invalid_training_file',
      message:
        'Job ftjob-abc123 failed (invalid_training_file): The job failed due to an unsafe training file. Take out the rows that its message names, and run again.',
      fix: 'Take out the rows that its message names, and run again.',
    },
  }),
  'bad-data': withoutJob({
    finished: START + 1900,
    datasets: [badData(), validation()],
    error: {
      code: 'data',
      message: [
        'The data has 200 errors; nothing was uploaded. The first: data/support.train.jsonl:1: Row of kind 0: ',
        { quote: '"some text of it"' },
        '. Fix it.',
      ],
    },
  }),
  reused: findings({
    ...priced(450_000),
    reused: true,
    reason: 'an identical job of 2026-11-20 has succeeded; its model is used again',
    origin: { repository: 'acme/support-bot', commit: '89abcdef0123456789abcdef0123456789abcdef', run: '701/1 train fine-tune' },
    finished: START + 6200,
  }),
  cancelled: findings({
    ...priced(450_000),
    ending: 'cancelled',
    finished: START + 1_320_000,
    metrics: lossCurve(90).slice(0, 24),
    checkpoints: [],
    job: job({ status: 'cancelled', fine_tuned_model: null, trained_tokens: null, finished_at: START / 1000 + 1300 }),
    error: { code: undefined, message: 'The run was cancelled. Job ftjob-abc123 is cancelled.' },
  }),
  'out-of-time': findings({
    ...priced(450_000),
    ending: 'detached',
    metrics: lossCurve(90).slice(0, 40),
    checkpoints: [checkpoint(30, { train_loss: 1.1, full_valid_loss: 1.2 })],
    job: job({ status: 'running', fine_tuned_model: null, trained_tokens: null, finished_at: null }),
    error: {
      code: undefined,
      message:
        'Job ftjob-abc123 is still running after timeout_minutes: 60; it runs on. A later step with operation: wait and job_id: ftjob-abc123 goes on watching.',
      fix: 'A later step with operation: wait and job_id: ftjob-abc123 goes on watching.',
    },
  }),
  sandbox: findings({
    price: { perMillion: 0, basis: 'the sandbox costs nothing' },
    provider: { name: 'sandbox', baseUrl: 'http://127.0.0.1:4821/v1', jobUrl: undefined, rehearsal: true },
    job: job({ fine_tuned_model: 'ft:gpt-4.1-mini-2025-04-14:sandbox:support:a89894f1', finished_at: START / 1000 + 2 }),
    metrics: lossCurve(90),
    warnings: [
      'The result file file-result could not be read; the job is not affected. GET /files/file-result/content failed with 500: gone.',
    ],
  }),
  'one-step': findings({ metrics: lossCurve(1), checkpoints: [] }),
};

/** A pull request that changes the data; its comment leads with what it does to the data. */
export const PULL_REQUEST: Findings = findings({
  operation: reportedOperation('validate'),
  finished: START + 2400,
  ending: 'valid',
  provider: undefined,
  job: undefined,
  reason: undefined,
  reused: undefined,
  metrics: [],
  events: [],
  checkpoints: [],
  datasets: [
    dataset({
      counts: [{ rule: 'row/contradiction', severity: 'warning', count: 2 }],
      problems: [
        {
          rule: 'row/contradiction',
          severity: 'warning',
          message: ['The same prompt has another answer at data/support.train.jsonl:17.'],
          path: 'data/support.train.jsonl',
          line: 803,
          column: undefined,
        },
        {
          rule: 'row/contradiction',
          severity: 'warning',
          message: ['The same prompt has another answer at data/support.train.jsonl:52.'],
          path: 'data/support.train.jsonl',
          line: 1104,
          column: undefined,
        },
      ],
    }),
    validation(),
  ],
  estimate: {
    epochs: 3,
    epochsAsked: true,
    tokens: { kind: 'exact', tokens: 450_000, low: 450_000, high: 450_000, basis: 'o200k_base' },
    cost: { usd: 2.25, low: 2.25, high: 2.25, basis: 'price_per_million_tokens' },
    withoutCost: undefined,
  },
  changes: [
    {
      role: 'training_file',
      diff: {
        added: 64,
        removed: 12,
        changed: 9,
        moved: 3,
        kept: 1124,
        examples: [
          {
            before:
              '{"messages":[{"role":"user","content":"How do I reset my password?"},{"role":"assistant","content":"Write to us."}]}',
            after:
              '{"messages":[{"role":"user","content":"How do I reset my password?"},{"role":"assistant","content":"Choose Forgot password on the sign-in page."}]}',
            path: 'data/support.train.jsonl',
            line: 17,
          },
        ],
      },
      note: undefined,
      before: {
        rows: 1148,
        estimate: {
          epochs: 3,
          epochsAsked: true,
          tokens: { kind: 'exact', tokens: 428_400, low: 428_400, high: 428_400, basis: 'o200k_base' },
          cost: { usd: 2.14, low: 2.14, high: 2.14, basis: 'price_per_million_tokens' },
          withoutCost: undefined,
        },
      },
      newProblems: [{ rule: 'row/contradiction', severity: 'warning', count: 2 }],
    },
    {
      role: 'validation_file',
      diff: { added: 0, removed: 0, changed: 0, moved: 0, kept: 120, examples: [] },
      note: undefined,
      before: { rows: 120, estimate: undefined },
      newProblems: [],
    },
  ],
});

/** What the step of PULL_REQUEST trains, as its inputs name it. */
export const SUBJECT: Subject = {
  model: 'm-1',
  suffix: 'a',
  training_file: ['a.jsonl'],
  validation_file: [],
  evaluation_file: [],
  matrix: undefined,
};
