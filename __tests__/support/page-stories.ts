/** Stories that the previewer draws and the tests of pages render: whole findings of runs that ended in many ways. */
import type { JobEvent } from '../../src/api/objects.ts';
import type { Dataset } from '../../src/dataset/dataset.ts';
import { reportedOperation } from '../../src/operations/registry.ts';
import { explainJob } from '../../src/providers/openai-wire/explanations.ts';
import type { Subject } from '../../src/report/comment.ts';
import type { EvaluatedRow, Evaluation } from '../../src/report/evaluation-findings.ts';
import { refusalSentence } from '../../src/report/evaluation-words.ts';
import type { Findings, MetricPoint } from '../../src/report/findings.ts';
import { evaluationOf, rowsOf } from './evaluations.ts';
import {
  checkpoint,
  checkpointsOf,
  dataset,
  event,
  findings,
  job,
  lossCurve,
  MODEL,
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

const PREVIOUS = 'ft:gpt-4.1-mini-2025-04-14:acme:support:AwXy01';
const REASONER = 'ft:o4-mini-2025-04-16:acme:support:CyZa34';

const PRICE = { perMillion: 5, basis: 'US$ 5 a million tokens, as given' };
const FREE = { perMillion: 0, basis: 'the sandbox costs nothing' };
const REHEARSED = 'ft:gpt-4.1-mini-2025-04-14:sandbox:support:a89894f1';
const costOf = (tokens: number, { perMillion, basis } = PRICE) => {
  const usd = (tokens * perMillion) / 1e6;
  return { usd, low: usd, high: usd, basis };
};
const priced = (tokens: number, price = PRICE): Pick<Findings, 'price' | 'estimate'> => ({
  price,
  estimate: {
    epochs: 3,
    epochsAsked: true,
    tokens: { kind: 'exact', tokens, low: tokens, high: tokens, basis: 'o200k_base' },
    cost: costOf(tokens, price),
    withoutCost: undefined,
  },
});

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
    cost: costOf(450_000),
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
          cost: costOf(428_400),
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

/** The data of an evaluation: no training is estimated of it. */
const EVALUATED = 'data/support.eval.jsonl';
function evaluationData(rows: number): Dataset {
  const { statistics } = validation();
  const tokens = rows * 124;
  return validation({
    role: 'evaluation_file',
    paths: [EVALUATED],
    rows,
    tokens: { kind: 'exact', tokens, low: tokens, high: tokens, basis: 'o200k_base' },
    statistics: statistics && {
      ...statistics,
      rows,
      longest: statistics.longest.map((row) => ({ ...row, path: EVALUATED })),
      roles: { system: rows, user: rows, assistant: rows },
      histogram: statistics.histogram.map((bin) => ({ ...bin, rows: Math.round((bin.rows * rows) / 120) })),
    },
  });
}

/** What `operation: evaluate` finds, by its verdict. */
function judged(all: readonly EvaluatedRow[], more: Partial<Evaluation> & Pick<Findings, 'ending'>): Findings {
  const { ending, ...gate } = more;
  const { candidate, baseline } = evaluationOf([]);
  const rows = all.map((row) => ({ ...row, path: EVALUATED }));
  const evaluation = evaluationOf(rows, {
    tagBy: 'topic',
    candidate: { ...candidate, model: MODEL, endings: { length: 2 } },
    baseline: { ...baseline, model: PREVIOUS },
    ...gate,
  });
  return withoutJob({
    operation: reportedOperation('evaluate'),
    ending,
    finished: START + 94_000,
    datasets: [evaluationData(evaluation.total)],
    estimate: undefined,
    asked: {},
    evaluation,
    error: evaluation.passed ? undefined : { code: undefined, message: refusalSentence(evaluation) },
  });
}

/** The promotion gate by its verdicts. */
export const VERDICTS: Readonly<Record<string, Findings>> = {
  'verdict-pass': judged([...rowsOf(22, 4, 120, { tag: 'billing' }), ...rowsOf(3, 2, 49, { tag: 'login' })], { ending: 'done' }),
  'verdict-fail': judged([...rowsOf(4, 40, 100, { tag: 'billing' }), ...rowsOf(2, 12, 42, { tag: 'login' })], {
    ending: 'stopped',
  }),
  'verdict-inconclusive': judged(rowsOf(5, 6, 29), { ending: 'stopped' }),
  'verdict-incomplete': judged(rowsOf(5, 3, 30), {
    ending: 'stopped',
    total: 200,
    verdict: 'incomplete',
    stopped: 'The server limits the calls (429), and did so for all of the five minutes that were waited for it.',
  }),
  // The job was trained by this very step, so that it belongs to the page.
  'trained-and-judged': (() => {
    const { evaluation } = judged(rowsOf(25, 6, 169), { ending: 'succeeded' });
    return findings({ ...priced(450_000), evaluation, datasets: [dataset(), validation(), evaluationData(200)] });
  })(),
};
