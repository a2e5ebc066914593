/** The job summary: GitHub-flavoured Markdown with Mermaid, always small enough to be shown. Pure. */
import { charts } from './chart.ts';
import { data, problems } from './data-sections.ts';
import type { Findings } from './findings.ts';
import { events, headline, jobs, links, next, request, results, warnings } from './sections.ts';

/** The platform drops a summary above 1 MiB whole; some room is left for other steps' rounding. In bytes. */
const LARGEST = 1024 * 1024 - 16 * 1024;

/** Parts in the order in which they are read; the last are shed first. */
function parts(findings: Findings): string[] {
  const failedData = findings.ending === 'stopped' || findings.ending === 'skipped' || findings.ending === 'valid';
  const first = failedData ? [problems(findings), data(findings)] : [];
  const later = failedData ? [] : [data(findings), problems(findings)];
  return [
    headline(findings),
    ...first,
    jobs(findings),
    results(findings),
    ...charts(findings.metrics),
    // Of a job that this step did not ask for, nothing was asked here.
    findings.ending === 'done' || findings.ending === 'absent' ? '' : request(findings),
    ...later,
    next(findings),
    warnings(findings),
    events(findings),
    links(findings),
  ].filter((part) => part !== '');
}

/** The summary, below 1 MiB whatever was found. */
export function renderSummary(findings: Findings): string {
  const all = parts(findings);
  const kept: string[] = [];
  let size = 0;
  for (const part of all) {
    size += Buffer.byteLength(part) + 2;
    if (size > LARGEST) {
      kept.push(
        '_More was found than a summary can hold; the rest is in the run’s artifact and in the file behind the output `report_path`._',
      );
      break;
    }
    kept.push(part);
  }
  return `${kept.join('\n\n')}\n`;
}
