/** The step's outputs, from what was found. Pure; every value is a text. */

import type { Job } from '../api/objects.ts';
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import { deploymentOutputs } from './deployment-section.ts';
import { coverageOf, promotedOf } from './evaluation-findings.ts';
import type { Findings, Listing } from './findings.ts';
import { bestCheckpoint, lastMetrics, namesLeftOut, resultPoints } from './metrics.ts';
import { platformPrice } from './price.ts';

/** A value larger than this breaks `env:` in a later step. In bytes. */
const LARGEST = 100 * 1024;

/** How many whole items of a JSON array fit, and the array of them. */
function jsonWithin(items: readonly unknown[]): { readonly text: string; readonly count: number } {
  const kept: string[] = [];
  let size = 2;
  for (const item of items) {
    const text = JSON.stringify(item);
    size += Buffer.byteLength(text) + 1;
    if (size > LARGEST) break;
    kept.push(text);
  }
  return { text: `[${kept.join(',')}]`, count: kept.length };
}

const without = (value: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

/** A job as the platform sent it, with what a list is read for where that goes by other names there. */
const listed = ({ id, created_at, model, fine_tuned_model, status, platform }: Job) => ({
  id,
  created_at,
  model,
  fine_tuned_model,
  ...platform,
  status,
});

/** A job under the API's names and in its words; what the platform sent stands under `raw` as it came. */
function jobShown(job: Job): object {
  const error = job.error == null ? {} : { error: without(job.error, ['moderated', 'fix']) };
  return { ...without(job, ['state', 'unknownStatus', 'origin', 'marked', 'platform']), ...error, raw: job.platform };
}

/** The job as a text that fits, and the fields that were left out for it: the largest first. */
function jobWithin(job: object): { readonly text: string; readonly without: readonly string[] } {
  const fields = new Map(Object.entries(job).filter(([, value]) => value !== undefined));
  const size = (name: string) => Buffer.byteLength(JSON.stringify(fields.get(name)) ?? '');
  const largest = [...fields.keys()].sort((left, right) => size(right) - size(left));
  const without: string[] = [];
  for (const name of largest) {
    const text = JSON.stringify(Object.fromEntries(fields));
    if (fits(text)) return { text, without };
    fields.delete(name);
    without.push(name);
  }
  return { text: '{}', without };
}

/** The outputs that are arrays, newest items first. */
function arrays({ jobs, events, checkpoints }: Findings): Record<Listing, readonly unknown[]> {
  return { jobs: jobs.map(listed), events: events.toReversed(), checkpoints };
}

/** What of the outputs had to be cut, a line each. */
export function cutOutputs(findings: Findings): string[] {
  const without = findings.job === undefined ? [] : jobWithin(jobShown(findings.job)).without;
  const job =
    without.length === 0
      ? []
      : [
          `Output job is without ${without.join(', ')}, as more than 100 KB would not fit a variable; the platform's page of the job shows all.`,
        ];
  const cut = Object.entries(arrays(findings)).flatMap(([name, items]) => {
    const { count } = jsonWithin(items);
    return count === items.length
      ? []
      : [
          `Output ${name} holds the first ${count} of ${items.length} items, as more than 100 KB would not fit a variable; ${name}.jsonl of the report holds all.`,
        ];
  });
  const rows = resultPoints(findings.resultFiles.map(({ text }) => text)).whole
    ? []
    : ['The result files have more rows than are read into metrics.csv; they stand beside it, whole.'];
  return [...job, ...cut, ...rows, namesLeftOut(findings.metrics) ?? []].flat();
}

/** A sentence is cut; a name or a value that does not fit is worth nothing in part, and is left out. */
const SENTENCE = 4000;
const sentence = (text: string | undefined) => text?.slice(0, SENTENCE);

function fits(text: string): boolean {
  return Buffer.byteLength(text) <= LARGEST;
}

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

/** What an evaluation came to. */
function evaluated({ evaluation }: Findings): Record<string, string | undefined> {
  if (evaluation === undefined) return {};
  const { verdict, passed, judgement, usd } = evaluation;
  const number = (value: number | undefined) => (value === undefined ? undefined : String(Number(value.toFixed(6))));
  return {
    verdict,
    passed: String(passed),
    promoted_model: promotedOf(evaluation),
    score: number(judgement?.score),
    baseline_score: number(judgement?.baselineScore),
    difference: number(judgement?.difference),
    interval: judgement === undefined ? undefined : JSON.stringify(judgement.interval.map((end) => Number(end.toFixed(6)))),
    wins: number(judgement?.wins),
    losses: number(judgement?.losses),
    ties: number(judgement?.ties),
    coverage: number(coverageOf(evaluation)),
    required_rows: number(judgement?.requiredRows),
    evaluation_cost_usd: usd?.toFixed(4),
  };
}

/** All outputs that apply, by name; what does not apply is absent, or empty where it is JSON. */
export function outputsOf(findings: Findings): Record<string, string> {
  const { job, estimate, error } = findings;
  const training = findings.datasets.find(({ role }) => role === 'training_file');
  const last = lastMetrics(findings.metrics);
  const best = bestCheckpoint(findings.checkpoints);
  const outputs: Record<string, string | undefined> = {
    ...essentialOutputs(findings),
    trained_tokens: job?.trained_tokens == null ? undefined : String(job.trained_tokens),
    training_file_id: job?.training_file ?? undefined,
    validation_file_id: job?.validation_file ?? undefined,
    result_files: JSON.stringify(job?.result_files ?? []),
    reused: findings.reused === undefined ? undefined : String(findings.reused),
    reason: sentence(findings.reason),
    fingerprint: findings.fingerprint,
    metrics: JSON.stringify(last),
    best_checkpoint: JSON.stringify(
      best === undefined
        ? null
        : { model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null, id: best.id },
    ),
    error_code: sentence(error?.code ?? job?.error?.code ?? undefined),
    error_message: sentence(failureWords(findings)),
    examples: training === undefined ? undefined : String(training.rows),
    estimated_tokens: estimate === undefined ? undefined : String(Math.round(estimate.tokens.tokens)),
    estimated_cost_usd: costOf(findings)?.toFixed(2),
    valid: valid(findings),
    ...deploymentOutputs(findings),
    job: job === undefined ? 'null' : jobWithin(jobShown(job)).text,
    ...evaluated(findings),
    ...Object.fromEntries(Object.entries(arrays(findings)).map(([name, items]) => [name, jsonWithin(items).text])),
  };
  return { ...EMPTY, ...fitting(outputs) };
}
