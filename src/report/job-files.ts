/** The files of the report that hold jobs and what they have left. Pure. */
import type { Findings } from './findings.ts';
import { lines, pretty } from './json-text.ts';
import { renderMetricsCsv } from './metrics-csv.ts';
import { renderModelCard } from './model-card.ts';
import { renderPredicate, renderProvenance } from './provenance.ts';

/**
 * The provider's files, by names, which are foreign: short, without signs that lead elsewhere, and each once.
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

/** Them by name, each made by itself; one that holds nothing is not to be written. */
export function jobFiles(findings: Findings): Record<string, () => string> {
  const ours = {
    // The name itself and nothing else: its hash is the subject of the provenance.
    'model.txt': () => findings.job?.fine_tuned_model ?? '',
    'model-card.md': () => renderModelCard(findings),
    'metrics.csv': () => renderMetricsCsv(findings),
    'checkpoints.jsonl': () => lines(findings.checkpoints),
    'predicate.json': () => pretty(renderPredicate(findings)),
    'provenance.json': () => pretty(renderProvenance(findings)),
    'jobs.jsonl': () => lines(findings.jobs.map(({ platform }) => platform)),
    'events.jsonl': () => lines(findings.events),
  };
  return { ...ours, ...resultFiles(findings, Object.keys(ours)) };
}
