/** The files of the report: what each of them holds. Pure. */
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Findings } from './findings.ts';
import { renderMetricsCsv } from './metrics-csv.ts';
import { renderPredicate, renderProvenance } from './provenance.ts';
import { renderResult } from './result.ts';
import { renderSarif } from './sarif.ts';

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
function problemLines({ datasets, run }: Findings): string {
  const kept = datasets.flatMap((dataset) => dataset.problems);
  const problems = kept.map((problem) => ({ ...problem, message: textOf(problem.message, run.showRows) }));
  const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error') + countOf(dataset, 'warning'), 0);
  return lines(found > problems.length ? [...problems, { truncated: true, found, kept: problems.length }] : problems);
}

/**
 * Names for the provider's files, which are foreign: short, without signs that lead elsewhere, and each once.
 */
function resultFiles({ resultFiles: found }: Findings, taken: readonly string[]): Record<string, () => string> {
  const files = new Map<string, () => string>();
  for (const { name, text } of found) {
    const stem = name
      .replace(/\.csv$/, '')
      .replace(/[^\w.-]+/g, '-')
      .slice(0, 80);
    let own = `${stem}.csv`;
    for (let turn = 2; taken.includes(own) || files.has(own); turn += 1) own = `${stem}-${turn}.csv`;
    files.set(own, () => text);
  }
  return Object.fromEntries(files);
}

/** Makes a file's text; what few runs write is loaded by those that do. */
export type FileText = () => string | Promise<string>;

const pretty = (value: unknown) => (value === undefined ? '' : `${JSON.stringify(value, undefined, 2)}\n`);

function evaluationFiles({ evaluation, run }: Findings): Record<string, FileText> {
  if (evaluation === undefined) return {};
  return {
    'evaluation.json': async () => pretty((await import('./evaluation-result.ts')).renderEvaluation(evaluation, run.showRows)),
    'evaluation.junit.xml': async () => (await import('./evaluation-junit.ts')).renderJunit(evaluation, run.showRows),
  };
}

/** The report's files by name, each made by itself; one that holds nothing is not to be written. */
export function reportFiles(findings: Findings, summary: string): Record<string, FileText> {
  const ours = {
    'summary.md': () => summary,
    // The name itself and nothing else: its hash is the subject of the provenance.
    'model.txt': () => findings.job?.fine_tuned_model ?? '',
    'result.json': () => pretty(renderResult(findings)),
    ...evaluationFiles(findings),
    ...(findings.job === undefined
      ? {}
      : { 'model-card.md': async () => (await import('./model-card.ts')).renderModelCard(findings) }),
    'metrics.csv': () => renderMetricsCsv(findings),
    'checkpoints.jsonl': () => lines(findings.checkpoints),
    'problems.jsonl': () => problemLines(findings),
    'problems.sarif': () =>
      findings.datasets.every(({ problems }) => problems.length === 0)
        ? ''
        : `${JSON.stringify(renderSarif(findings.datasets, findings.run.showRows, findings.repositoryPaths))}\n`,
    'predicate.json': () => pretty(renderPredicate(findings)),
    'provenance.json': () => pretty(renderProvenance(findings)),
    'jobs.jsonl': () => lines(findings.jobs.map(({ platform }) => platform)),
    'events.jsonl': () => lines(findings.events),
  };
  return { ...ours, ...resultFiles(findings, Object.keys(ours)) };
}
