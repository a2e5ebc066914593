/** What a provider's refusal means and what to do about it, as data. Matched from the top; the first that fits is told. */

interface Explanation {
  readonly code?: string;
  readonly status?: number;
  /** Only for calls that contain this text. */
  readonly call?: string;
  readonly tell: string;
  /** Waiting does not help: never repeated within a run. */
  readonly final: boolean;
}

const CLOSED =
  'OpenAI closed fine-tuning to new organisations on 2026-05-07 and to inactive ones on 2026-07-02, and creates no jobs for anyone from 2027-01-06. ' +
  'Azure (base_url https://RESOURCE.openai.azure.com/openai/v1) and other servers of this wire (provider: compatible) still train.';

const EXPLANATIONS: readonly Explanation[] = [
  { code: 'training_not_available', tell: CLOSED, final: true },
  {
    code: 'insufficient_quota',
    tell: 'The account has no credit left, or its spending limit is reached. Raise it with the provider and run again.',
    final: true,
  },
  {
    code: 'billing_hard_limit_reached',
    tell: 'The spending limit is reached. Raise it with the provider and run again.',
    final: true,
  },
  { code: 'exceeded_quota', tell: 'The account has no credit left. Raise it with the provider and run again.', final: true },
  {
    code: 'daily_rate_limit_exceeded',
    tell: 'The number of fine-tuning jobs a day for this model is used up. Run again after 24 hours.',
    final: true,
  },
  {
    status: 401,
    tell: 'The key was not accepted. Check that api_key belongs to this server and has not been revoked.',
    final: true,
  },
  {
    status: 403,
    tell: 'The key may not do this. Check the permissions of the key, its project and its organisation.',
    final: true,
  },
  {
    status: 404,
    call: '/fine_tuning/jobs/',
    tell: 'The server knows no such job. Check job_id, and that the key belongs to the same project.',
    final: true,
  },
  {
    status: 404,
    call: '/files/',
    tell: 'The server knows no such file. Check the ID, and that the key belongs to the same project.',
    final: true,
  },
  {
    status: 404,
    tell: 'The server has no such address. Check that base_url is the API root, such as https://host/v1.',
    final: true,
  },
  { status: 405, tell: 'The server does not offer this call. Check that base_url is the API root.', final: true },
  { status: 413, tell: 'The file is larger than the server takes.', final: true },
];

interface Facts {
  readonly call: string;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
}

function explanationOf(facts: Facts): Explanation | undefined {
  return EXPLANATIONS.find(
    (entry) =>
      (entry.code === undefined || entry.code === facts.code || entry.code === facts.type) &&
      (entry.status === undefined || entry.status === facts.status) &&
      (entry.call === undefined || facts.call.includes(entry.call)),
  );
}

/** What to do about a failed call; empty when there is nothing to add to the server's own words. */
export function explain(facts: Facts): string {
  return explanationOf(facts)?.tell ?? '';
}

/** Whether the same request can never succeed within this run. */
export function isFinal(facts: Facts): boolean {
  return explanationOf(facts)?.final ?? false;
}

interface JobExplanation {
  /** Matched against the code and the message of the job's error. */
  readonly about: RegExp;
  readonly tell: string;
}

const AGAIN = 'A failed job is not taken up again: the next create makes a new one.';

/** What a job's own error means. Matched from the top. */
const JOB_EXPLANATIONS: readonly JobExplanation[] = [
  {
    about: /moderation|safety|unsafe|flagged|harm|content[_ ]policy|usage[_ ]polic/i,
    tell: 'The provider’s safety check refused the data or the model. Take out the rows that its message names, or ask the provider for a review; then run again.',
  },
  {
    about: /invalid_(training|validation)_file|invalid_file_format|invalid_n_examples/i,
    tell: `The provider refused a data file that passed here. Mend what its message names, and run again. ${AGAIN}`,
  },
  {
    about: /insufficient_quota|exceeded_quota|billing|spending limit|credit/i,
    tell: `Raise the account’s credit or limit with the provider, and run again. ${AGAIN}`,
  },
  { about: /rate_limit/i, tell: `Too many jobs were asked for at once or today. Run again later. ${AGAIN}` },
  { about: /server_error|internal|timeout|timed out/i, tell: `The fault is the provider’s. Run again. ${AGAIN}` },
];

/** What to do about a job that failed. */
export function explainJob(error: {
  readonly code?: string | null | undefined;
  readonly message?: string | null | undefined;
}): string {
  const text = `${error.code ?? ''} ${error.message ?? ''}`;
  return JOB_EXPLANATIONS.find(({ about }) => about.test(text))?.tell ?? `Look at the events for more. ${AGAIN}`;
}
