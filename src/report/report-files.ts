/** The files of the report: what each of them holds. Pure. */
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Chapters } from './chapters.ts';
import type { Findings } from './findings.ts';
import { lines, pretty } from './json-text.ts';
import { renderResult } from './result.ts';

/** The problems; where more were found than are kept, the last line says so. */
function problemLines({ datasets, run }: Findings): string {
  const kept = datasets.flatMap((dataset) => dataset.problems);
  const problems = kept.map((problem) => ({ ...problem, message: textOf(problem.message, run.showRows) }));
  const found = datasets.reduce((sum, dataset) => sum + countOf(dataset, 'error') + countOf(dataset, 'warning'), 0);
  return lines(found > problems.length ? [...problems, { truncated: true, found, kept: problems.length }] : problems);
}

/** Problems for code scanning; nothing where there is none. */
async function sarif({ datasets, run, repositoryPaths }: Findings): Promise<string> {
  if (datasets.every(({ problems }) => problems.length === 0)) return '';
  const { renderSarif } = await import('./sarif.ts');
  return `${JSON.stringify(renderSarif(datasets, run.showRows, repositoryPaths))}\n`;
}

/** Makes a file's text; what few runs write is loaded by those that do. */
export type FileText = () => string | Promise<string>;

/**
 * The report's files by name, each made by itself; one that holds nothing is not to be written.
 * @param chapters those that the findings have
 */
export function reportFiles(findings: Findings, chapters: Chapters, summary: string): Record<string, FileText> {
  const { evaluation, run } = findings;
  return {
    'summary.md': () => summary,
    'result.json': () => pretty(renderResult(findings, chapters)),
    ...(evaluation === undefined ? {} : chapters.evaluation?.evaluationFiles(evaluation, run.showRows)),
    'problems.jsonl': () => problemLines(findings),
    'problems.sarif': () => sarif(findings),
    ...chapters.job?.jobFiles(findings),
  };
}
