/** What a step leaves behind: outputs, summary, report files, artifact. None of it changes how the step ends. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { countOf } from '../dataset/dataset.ts';
import { messageOf } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ArtifactStore, Files, RunContext, Runner } from '../ports.ts';
import type { Findings } from '../report/findings.ts';
import { renderMetricsCsv } from '../report/metrics-csv.ts';
import { renderModelCard } from '../report/model-card.ts';
import { cutOutputs, outputsOf } from '../report/outputs.ts';
import { renderPredicate, renderProvenance } from '../report/provenance.ts';
import { shown } from '../report/quotes.ts';
import { renderResult } from '../report/result.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderSummary } from '../report/summary.ts';

export interface Leaving {
  readonly runner: Runner;
  readonly files: Pick<Files, 'writeReport'>;
  readonly artifacts: ArtifactStore;
  /** Undefined when the inputs themselves were wrong. */
  readonly inputs: Inputs | undefined;
}

/** A name that no other step, job or matrix leg of this run uses. */
export function artifactName(context: RunContext, matrix: string | undefined): string {
  const leg = matrix && matrix !== 'null' && matrix !== '{}' ? createHash('sha256').update(matrix).digest('hex').slice(0, 8) : '';
  const attempt = context.runAttempt === '' || context.runAttempt === '1' ? '' : `attempt-${context.runAttempt}`;
  return ['fine-tune', context.job, context.step, leg, attempt]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\w.-]+/g, '-');
}

/** Signs that some readers take for the end of a line, though JSON does not. */
const BREAKS = /[\u0085\u2028\u2029]/g;

/** Lines of JSON, however lines are read. */
const lines = (items: readonly unknown[]) =>
  items
    .map(
      (item) => `${JSON.stringify(item).replace(BREAKS, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`,
    )
    .join('');

/** The problems; where more were found than are kept, the last line says so. */
function problemLines({ datasets }: Findings): string {
  const problems = datasets.flatMap((dataset) => dataset.problems);
  const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error') + countOf(dataset, 'warning'), 0);
  return lines(found > problems.length ? [...problems, { truncated: true, found, kept: problems.length }] : problems);
}

/** Names for the provider's files, which are foreign: short, without signs that lead elsewhere, and each once. */
function resultFiles({ resultFiles: found }: Findings, taken: readonly string[]): Record<string, string> {
  const files = new Map<string, string>();
  for (const { name, text } of found) {
    const stem = name
      .replace(/\.csv$/, '')
      .replace(/[^\w.-]+/g, '-')
      .slice(0, 80);
    let own = `${stem}.csv`;
    for (let turn = 2; taken.includes(own) || files.has(own); turn += 1) own = `${stem}-${turn}.csv`;
    files.set(own, text);
  }
  return Object.fromEntries(files);
}

function reportFiles(findings: Findings, summary: string): Record<string, string> {
  const predicate = renderPredicate(findings);
  const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const model = findings.job?.fine_tuned_model;
  const ours = {
    'summary.md': summary,
    'result.json': pretty(renderResult(findings)),
    'events.jsonl': lines(findings.events),
    'metrics.csv': renderMetricsCsv(findings),
    'jobs.jsonl': lines(findings.jobs.map(({ platform }) => platform)),
    'checkpoints.jsonl': lines(findings.checkpoints),
    'problems.jsonl': problemLines(findings),
    'problems.sarif': findings.datasets.every(({ problems }) => problems.length === 0)
      ? ''
      : `${JSON.stringify(renderSarif(findings.datasets))}\n`,
    'model-card.md': renderModelCard(findings),
    // The name itself and nothing else: its hash is the subject of the provenance.
    'model.txt': model ?? '',
    'predicate.json': predicate === undefined ? '' : pretty(predicate),
    'provenance.json': predicate === undefined ? '' : pretty(renderProvenance(findings)),
  };
  return { ...ours, ...resultFiles(findings, Object.keys(ours)) };
}

/** Writes everything; whatever cannot be written is a warning, and the rest is written all the same. */
export async function leave(findings: Findings, { runner, files, artifacts, inputs }: Leaving): Promise<void> {
  const tolerant = async (what: string, act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      runner.warning(`${what}: ${messageOf(error)}`);
    }
  };
  await tolerant('The outputs could not be written', async () => {
    for (const [name, value] of Object.entries(outputsOf(findings))) runner.setOutput(name, value);
    for (const text of cutOutputs(findings)) runner.warning(text);
  });
  const told = shown(findings);
  const summary = renderSummary(told);
  await tolerant('The summary could not be written', () => runner.writeSummary(summary));
  const written: string[] = [];
  for (const [name, content] of Object.entries(reportFiles(told, summary))) {
    if (content === '') continue;
    await tolerant(`The report file ${name} could not be written`, async () => {
      const file = await files.writeReport(name, content);
      written.push(file);
      if (name === 'summary.md') runner.setOutput('report_path', file);
      if (name === 'model-card.md') runner.setOutput('model_card_path', file);
    });
  }
  const [first] = written;
  const name = inputs?.artifact_name ?? '';
  if (name === '' || first === undefined || !artifacts.available) return;
  await tolerant('The artifact could not be uploaded', () =>
    artifacts.upload(name === 'auto' ? artifactName(runner.context, inputs?.matrix) : name, path.dirname(first), written),
  );
}
