/** Breaks of what errors say. */
import type { Defect } from './defect.ts';

export const ERRORS: readonly Defect[] = [
  {
    what: 'names that nobody knows are sent',
    promise: 'A slip is said',
    from: /function unknownNames\(values, own, inputs\) \{/,
    to: '$& return [];',
    proof: { file: 'refusals', name: 'a slip is never paid for: a setting that is misspelt' },
  },
  {
    what: 'a server without the API is not named as one',
    promise: 'An error is of the case',
    from: 'or the server does not offer the fine-tuning API (/fine_tuning/jobs)',
    to: 'or it is down',
    proof: { file: 'reach', name: 'a server without the fine-tuning API' },
  },
];
