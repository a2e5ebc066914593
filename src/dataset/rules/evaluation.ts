/** Rows of an evaluation. They are found where the rows are cut into prompts and answers. */
import { PRACTICE, RFT, rule } from './rule.ts';

export const EVALUATION_RULES = [
  rule({
    id: 'evaluation/leak',
    severity: 'error',
    summary: 'The prompt of an evaluation row stands in the training or validation data too',
    fix: 'Remove it from one of the files: an answer that a model has memorised says nothing about it.',
    source: PRACTICE,
    breaks: () => [],
    keeps: () => [],
  }),
  rule({
    id: 'evaluation/no-prompt',
    severity: 'error',
    summary: 'An evaluation row asks nothing',
    fix: 'Begin the row with what is asked, for example a message of the user.',
    source: PRACTICE,
    breaks: () => [],
    keeps: () => [],
  }),
  rule({
    id: 'evaluation/missing-item',
    severity: 'error',
    summary: 'An evaluation row lacks a field that the grader, cluster_by or tag_by reads',
    fix: 'Add the field, or take it out of the grader or the input.',
    source: RFT,
    breaks: () => [],
    keeps: () => [],
  }),
] as const;
