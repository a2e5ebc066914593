/** The findings of a step on a pull request, for the comment that it writes. */
import { reportedOperation } from '../../src/operations/registry.ts';
import type { Subject } from '../../src/report/comment.ts';
import type { Findings } from '../../src/report/findings.ts';
import { costOf, dataset, findings, START, validation } from './findings.ts';

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
