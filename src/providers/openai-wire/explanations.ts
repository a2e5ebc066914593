/**
 * What a refusal of any server of the wire means and what to do about it, as data. Matched from the top; the
 * first that fits is taken.
 */
import type { Explanation } from '../failures.ts';

export const WIRE_EXPLANATIONS: readonly Explanation[] = [
  {
    code: 'insufficient_quota',
    fix: 'The account has no credit left, or its spending limit is reached. Raise it at the platform and run again.',
    final: true,
  },
  {
    code: 'billing_hard_limit_reached',
    fix: 'The spending limit is reached. Raise it at the platform and run again.',
    final: true,
  },
  { code: 'exceeded_quota', fix: 'The account has no credit left. Raise it at the platform and run again.', final: true },
  {
    code: 'daily_rate_limit_exceeded',
    fix: 'The number of fine-tuning jobs a day for this model is used up. Run again after 24 hours.',
    final: true,
  },
  { status: 404, call: '/events', fix: 'The server does not show the events of this job.', final: true },
  { status: 404, call: '/checkpoints', fix: 'The server does not show the checkpoints of this job.', final: true },
  ...['model_not_found', 'DeploymentNotFound'].map((code) => ({
    code,
    call: '/chat/completions',
    fix: 'Nothing answers there under this name. Check the name, that the model is deployed where its platform needs that, and that the key may use it; a new deployment may take some minutes.',
    final: true,
  })),
  {
    status: 404,
    call: '/fine_tuning/jobs/',
    fix: 'The server knows no such job. Check job_id, and that the key belongs to the same project.',
    final: true,
  },
  {
    status: 404,
    call: '/files/',
    fix: 'The server knows no such file. Check the ID, and that the key belongs to the same project.',
    final: true,
  },
  {
    status: 404,
    call: '/fine_tuning/jobs',
    fix: 'Either base_url is not the root of the API, such as https://host/v1, or the server does not offer the fine-tuning API (/fine_tuning/jobs).',
    final: true,
  },
  {
    status: 404,
    call: '/files',
    fix: 'Either base_url is not the root of the API, such as https://host/v1, or the server does not offer the files of the fine-tuning API (/files).',
    final: true,
  },
];

interface JobExplanation {
  /** Matched against the code and the message of the job's error. */
  readonly about: RegExp;
  readonly fix: string;
}

const AGAIN = 'A failed job is not taken up again: the next create makes a new one.';

/** What a job's own error means. Matched from the top. */
const JOB_EXPLANATIONS: readonly JobExplanation[] = [
  {
    about: /moderation|safety|unsafe|flagged|harm|content[_ ]policy|usage[_ ]polic/i,
    fix: 'The platform’s safety check refused the data or the model. Take out the rows that its message names, if it names any, or ask the platform for a review; then run again.',
  },
  {
    about: /invalid_(training|validation)_file|invalid_file_format|invalid_n_examples/i,
    fix: `The platform refused a data file that passed here. Fix what its message names, and run again. ${AGAIN}`,
  },
  {
    about: /insufficient_quota|exceeded_quota|billing|spending limit|credit/i,
    fix: `Raise the account’s credit or limit at the platform, and run again. ${AGAIN}`,
  },
  { about: /rate_limit/i, fix: `Too many jobs were asked for at once or today. Run again later. ${AGAIN}` },
  { about: /server_error|internal|timeout|timed out/i, fix: `The fault is the platform’s. Run again. ${AGAIN}` },
];

interface Failure {
  readonly code?: string | null | undefined;
  readonly message?: string | null | undefined;
}

/**
 * Codes and words by which servers refuse a model for what it says, some of them after it was trained and
 * paid for.
 */
const MODERATED = /moderation|safety|harm|content[_ ]policy|usage[_ ]polic/i;

/** Whether a job failed for what its data or its model says. */
export function isModerated({ code, message }: Failure): boolean {
  return MODERATED.test(`${code ?? ''} ${message ?? ''}`);
}

/** What to do about a job that failed. */
export function explainJob({ code, message }: Failure): string {
  const text = `${code ?? ''} ${message ?? ''}`;
  return JOB_EXPLANATIONS.find(({ about }) => about.test(text))?.fix ?? `Look at the events for more. ${AGAIN}`;
}
