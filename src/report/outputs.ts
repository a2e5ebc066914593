/** The step's outputs, from what was found. Pure; every value is a text. */
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Chapters } from './chapters.ts';
import type { Findings } from './findings.ts';
import { fits } from './output-size.ts';
import { platformPrice } from './price.ts';

/** A sentence is cut; a name or a value that does not fit is worth nothing in part, and is left out. */
const SENTENCE = 4000;
const sentence = (text: string | undefined) => text?.slice(0, SENTENCE);

/** Whether the data passed, where there was data to check. */
function valid(findings: Findings): string | undefined {
  if (findings.datasets.length === 0) return undefined;
  return String(findings.datasets.every((dataset) => countOf(dataset, 'error') === 0) && findings.error?.code !== 'data');
}

/** Why it failed: in the words of the server where it said something, else in our own. */
function failureWords({ job, error, run }: Findings): string | undefined {
  const server = job?.state === 'failed' ? job.error?.message || undefined : undefined;
  return server ?? error?.said ?? (error === undefined ? undefined : textOf(error.message, run.showRows));
}

/** What has no value is JSON all the same, so that `fromJSON` takes it. */
const EMPTY: Readonly<Record<string, string>> = {
  result_files: '[]',
  metrics: '{}',
  best_checkpoint: 'null',
  job: 'null',
  jobs: '[]',
  events: '[]',
  checkpoints: '[]',
  interval: 'null',
};

/** What the training of this step's data is expected to cost: by our price, else by the platform's own. */
function costOf(findings: Findings): number | undefined {
  const { estimate, asked } = findings;
  return estimate?.cost?.usd ?? (asked.training_file === undefined ? undefined : platformPrice(findings));
}

/** Those that apply, as far as they fit. */
function fitting(outputs: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => (value === undefined || !fits(value) ? [] : [[name, value] as const])),
  );
}

/**
 * Those that say which job it is and what came of it: whatever becomes of the others, a later step needs
 * these.
 */
export function essentialOutputs({ job, ending }: Findings): Record<string, string> {
  return fitting({
    job_id: job?.id,
    status: ending === 'skipped' ? 'skipped' : job?.status,
    fine_tuned_model: job?.fine_tuned_model ?? undefined,
  });
}

/** All outputs that apply, by name; what does not apply is absent, or empty where it is JSON. */
export function outputsOf(findings: Findings, chapters: Chapters): Record<string, string> {
  const { job, estimate, error, evaluation } = findings;
  const training = findings.datasets.find(({ role }) => role === 'training_file');
  const outputs: Record<string, string | undefined> = {
    ...essentialOutputs(findings),
    reused: findings.reused === undefined ? undefined : String(findings.reused),
    reason: sentence(findings.reason),
    fingerprint: findings.fingerprint,
    error_code: sentence(error?.code ?? job?.error?.code ?? undefined),
    error_message: sentence(failureWords(findings)),
    examples: training === undefined ? undefined : String(training.rows),
    estimated_tokens: estimate === undefined ? undefined : String(Math.round(estimate.tokens.tokens)),
    estimated_cost_usd: costOf(findings)?.toFixed(2),
    valid: valid(findings),
    ...chapters.job?.jobOutputs(findings),
    ...(evaluation === undefined ? {} : chapters.evaluation?.evaluationOutputs(evaluation)),
  };
  return { ...EMPTY, ...fitting(outputs) };
}
