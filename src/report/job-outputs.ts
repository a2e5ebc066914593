/** The outputs that hold jobs and what they have left, each as much of it as fits. Pure. */
import type { Job } from '../api/objects.ts';
import { deploymentOutputs } from './deployment-section.ts';
import type { Findings, Listing } from './findings.ts';
import { bestCheckpoint, lastMetrics, namesLeftOut, resultPoints } from './metrics.ts';
import { fits, LARGEST_OUTPUT } from './output-size.ts';

/** How many whole items of a JSON array fit, and the array of them. */
function jsonWithin(items: readonly unknown[]): { readonly text: string; readonly count: number } {
  const kept: string[] = [];
  let size = 2;
  for (const item of items) {
    const text = JSON.stringify(item);
    size += Buffer.byteLength(text) + 1;
    if (size > LARGEST_OUTPUT) break;
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

/** Those of a job, of lists of jobs and of a deployment. */
export function jobOutputs(findings: Findings): Record<string, string | undefined> {
  const { job } = findings;
  const best = bestCheckpoint(findings.checkpoints);
  return {
    trained_tokens: job?.trained_tokens == null ? undefined : String(job.trained_tokens),
    training_file_id: job?.training_file ?? undefined,
    validation_file_id: job?.validation_file ?? undefined,
    result_files: JSON.stringify(job?.result_files ?? []),
    metrics: JSON.stringify(lastMetrics(findings.metrics)),
    best_checkpoint: JSON.stringify(
      best === undefined
        ? null
        : { model: best.fine_tuned_model_checkpoint ?? null, step: best.step_number ?? null, id: best.id },
    ),
    ...deploymentOutputs(findings),
    job: job === undefined ? 'null' : jobWithin(jobShown(job)).text,
    ...Object.fromEntries(Object.entries(arrays(findings)).map(([name, items]) => [name, jsonWithin(items).text])),
  };
}
