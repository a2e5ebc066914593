/** Stories that the previewer draws and the tests of pages render: whole findings of runs that ended in many ways. */
import type { JobEvent } from '../../src/api/objects.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { explainJob } from '../../src/providers/openai-wire/explanations.ts';
import type { Findings, MetricPoint } from '../../src/report/findings.ts';
import {
  checkpoint,
  checkpointsOf,
  dataset,
  event,
  findings,
  job,
  lossCurve,
  PREVIOUS,
  priced,
  START,
  validation,
  withoutJob,
} from './findings.ts';

/** What these rules say of a row. */
const SAID = {
  'chat/no-assistant-message': ['The conversation has no message of the assistant. Add the answer.'],
  'row/not-json': [
    'The line is not JSON at column 12: ',
    { quote: '"some text of it"' },
    ' was not expected. Fix the JSON at the given column.',
  ],
  'row/duplicate': [
    'The row is the same as data/support.train.jsonl:9. Remove it, or raise n_epochs if it is meant to weigh more.',
  ],
} as const;

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
        message: SAID[rule],
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

const REASONER = 'ft:o4-mini-2025-04-16:acme:support:CyZa34';

const FREE = { perMillion: 0, basis: 'the sandbox costs nothing' };
const REHEARSED = 'ft:gpt-4.1-mini-2025-04-14:sandbox:support:a89894f1';
/** The usual events of a job, the last one as given. */
const usual = (...last: JobEvent[]) => [
  event('Created fine-tuning job: ftjob-abc123'),
  event('Validating training file: file-train and validation file: file-valid'),
  ...last,
];

const UNSAFE = explainJob({ code: 'invalid_training_file', message: 'unsafe' });

/** By name: what the previewer draws and the tests render. */
export const STORIES: Readonly<Record<string, Findings>> = {
  'supervised-with-validation': findings({
    ...priced(450_000),
    job: job({ trained_tokens: 446_912 }),
    metrics: lossCurve(90, 55),
    checkpoints: checkpointsOf(lossCurve(90, 55), [30, 60, 90]),
    previous: {
      job: job({
        id: 'ftjob-abc122',
        fine_tuned_model: PREVIOUS,
        created_at: START / 1000 - 6 * 86_400,
        trained_tokens: 425_312,
      }),
      checkpoint: checkpoint(86, { train_loss: 0.612, full_valid_loss: 0.971 }, PREVIOUS),
    },
  }),
  reinforcement: findings({
    metrics: rewards,
    datasets: [dataset({ format: 'reinforcement' }), validation({ format: 'reinforcement' })],
    job: job({
      model: 'o4-mini-2025-04-16',
      fine_tuned_model: REASONER,
      trained_tokens: 148_310,
      method: { type: 'reinforcement', reinforcement: { hyperparameters: { n_epochs: 1, reasoning_effort: 'medium' } } },
    }),
    estimate: {
      epochs: 1,
      epochsAsked: false,
      tokens: { kind: 'exact', tokens: 150_000, low: 150_000, high: 150_000, basis: 'o200k_base' },
      cost: undefined,
      withoutCost: 'this model is priced by the hour of training, so tokens do not tell its cost',
    },
    checkpoints: [
      checkpoint(20, { valid_mean_reward: 0.6643 }, REASONER),
      checkpoint(30, { valid_mean_reward: 0.7421 }, REASONER),
      checkpoint(40, { valid_mean_reward: 0.6848 }, REASONER),
    ],
    asked: { model: 'o4-mini-2025-04-16', suffix: 'support', method: { type: 'reinforcement' } },
  }),
  dpo: findings({
    ...priced(450_000),
    metrics: preferences,
    checkpoints: [],
    datasets: [dataset({ format: 'preference' })],
    job: job({ method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1, n_epochs: 3 } } } }),
    asked: {
      model: 'gpt-4.1-mini-2025-04-14',
      suffix: 'support',
      method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1 } } },
    },
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
      message: `Job ftjob-abc123 failed (invalid_training_file): The job failed due to an unsafe training file. ${UNSAFE}`,
      fix: UNSAFE,
    },
  }),
  'bad-data': withoutJob({
    finished: START + 1900,
    datasets: [badData(), validation()],
    error: {
      code: 'data',
      message: [
        'The data has 200 errors; nothing was uploaded. The first: data/support.train.jsonl:1: ',
        ...SAID['chat/no-assistant-message'],
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
    finished: START + 3_612_000,
    metrics: lossCurve(90).slice(0, 40),
    checkpoints: checkpointsOf(lossCurve(90), [30]),
    job: job({ status: 'running', fine_tuned_model: null, trained_tokens: null, finished_at: null }),
    error: {
      code: undefined,
      message:
        'Job ftjob-abc123 is still running after timeout_minutes: 60; it runs on. A later step with operation: wait and job_id: ftjob-abc123 goes on watching.',
      fix: 'A later step with operation: wait and job_id: ftjob-abc123 goes on watching.',
    },
  }),
  sandbox: findings({
    ...priced(450_000, FREE),
    provider: { name: 'sandbox', baseUrl: 'http://127.0.0.1:4821/v1', jobUrl: undefined, rehearsal: true },
    job: job({ fine_tuned_model: REHEARSED, finished_at: START / 1000 + 2 }),
    checkpoints: checkpointsOf(lossCurve(90), [30, 60, 90], REHEARSED),
    warnings: [
      'The result file file-result could not be read; the job is not affected. GET /files/file-result/content failed with 500: gone.',
    ],
  }),
  'one-step': findings({ metrics: lossCurve(1), checkpoints: [], datasets: [dataset()], job: job({ validation_file: null }) }),
};
