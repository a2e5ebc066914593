/** What a step leaves behind: outputs, summary, report files, artifact. None of it changes how the step ends. */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { messageOf } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { ArtifactStore, Files, RunContext, Runner } from '../ports.ts';
import type { Findings } from '../report/findings.ts';
import { renderMetricsCsv } from '../report/metrics-csv.ts';
import { renderModelCard } from '../report/model-card.ts';
import { cutOutputs, outputsOf } from '../report/outputs.ts';
import { renderPredicate, renderProvenance } from '../report/provenance.ts';
import { renderResult } from '../report/result.ts';
import { renderSarif } from '../report/sarif.ts';
import { renderSummary } from '../report/summary.ts';

export interface Leaving {
  readonly runner: Runner;
  readonly files: Files;
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

/** Lines of JSON. */
const lines = (items: readonly unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');

function reportFiles(findings: Findings, summary: string): Record<string, string> {
  const problems = findings.datasets.flatMap((dataset) => dataset.problems);
  const predicate = renderPredicate(findings);
  const pretty = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  const model = findings.job?.fine_tuned_model;
  return {
    'summary.md': summary,
    'result.json': pretty(renderResult(findings)),
    'events.jsonl': lines(findings.events),
    'metrics.csv': renderMetricsCsv(findings),
    'jobs.jsonl': lines(findings.jobs),
    'checkpoints.jsonl': lines(findings.checkpoints),
    'problems.jsonl': lines(problems),
    'problems.sarif': problems.length === 0 ? '' : `${JSON.stringify(renderSarif(findings.datasets))}\n`,
    'model-card.md': renderModelCard(findings),
    // The name itself and nothing else: its hash is the subject of the provenance.
    'model.txt': model ?? '',
    'predicate.json': predicate === undefined ? '' : pretty(predicate),
    'provenance.json': predicate === undefined ? '' : pretty(renderProvenance(findings)),
    ...Object.fromEntries(findings.resultFiles.map(({ name, text }) => [name.replace(/[^\w.-]+/g, '-'), text])),
  };
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
  for (const [name, value] of Object.entries(outputsOf(findings))) runner.setOutput(name, value);
  for (const text of cutOutputs(findings)) runner.warning(text);
  const summary = renderSummary(findings);
  await tolerant('The summary could not be written', () => runner.writeSummary(summary));
  const written: string[] = [];
  await tolerant('The report files could not be written', async () => {
    for (const [name, content] of Object.entries(reportFiles(findings, summary))) {
      if (content === '') continue;
      const file = await files.writeReport(name, content);
      written.push(file);
      if (name === 'summary.md') runner.setOutput('report_path', file);
      if (name === 'model-card.md') runner.setOutput('model_card_path', file);
    }
  });
  const [first] = written;
  const name = inputs?.artifact_name ?? '';
  if (name === '' || first === undefined || !artifacts.available) return;
  await tolerant('The artifact could not be uploaded', () =>
    artifacts.upload(name === 'auto' ? artifactName(runner.context, inputs?.matrix) : name, path.dirname(first), written),
  );
}
