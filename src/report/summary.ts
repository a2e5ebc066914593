/** The job summary: GitHub-flavoured Markdown with Mermaid, always small enough to be shown. Pure. */
import type { Chapters } from './chapters.ts';
import { data, problems } from './data-sections.ts';
import type { Findings } from './findings.ts';
import { links, placed } from './links.ts';
import { fitting, type Part, part } from './parts.ts';
import { headline, warnings } from './sections.ts';
import { settings } from './settings.ts';

/** The platform drops a summary above 1 MiB whole; some room is left for other steps' rounding. In bytes. */
const LARGEST = 1024 * 1024 - 16 * 1024;

/** Parts in the order in which they are read; the last are shed first. */
function parts(findings: Findings, chapters: Chapters): readonly Part[] {
  const { ending } = findings;
  const { job } = chapters;
  const dataFirst = ending === 'stopped' || ending === 'skipped' || ending === 'valid';
  const problemList = part('Problems', 'problems.jsonl', problems(findings));
  const dataTable = part('Data', 'result.json', data(findings));
  const eventList = part('Events', 'events.jsonl', job?.events(findings) ?? '');
  return [
    part('Headline', 'result.json', headline(findings, chapters)),
    ...evaluation(findings, chapters).map((text) => part('Evaluation', 'evaluation.json', text)),
    part('Training', 'result.json', job?.judgedJob(findings) ?? ''),
    part('Links', 'result.json', links(findings)),
    ...(dataFirst ? [problemList, dataTable] : []),
    // Why a job failed often stands there, and nowhere else.
    ...(ending === 'failed' ? [eventList] : []),
    ...(job?.jobParts(findings) ?? []),
    part('Warnings', 'result.json', warnings(findings)),
    // Of a job that this step did not ask for, nothing was asked here.
    part('Settings', 'result.json', ending === 'done' || ending === 'absent' ? '' : settings(findings)),
    ...(dataFirst ? [] : [dataTable, problemList]),
    ...(ending === 'failed' ? [] : [eventList]),
  ].filter(({ text }) => text !== '');
}

function evaluation(findings: Findings, chapters: Chapters): readonly string[] {
  const { evaluation: found, run } = findings;
  if (found === undefined || chapters.evaluation === undefined) return [];
  return chapters.evaluation.evaluationSections(found, run.showRows, (path, line) => placed(findings, path, line));
}

/**
 * The summary, below 1 MiB whatever was found.
 * @param chapters those that the findings have
 * @param largest in bytes
 */
export function renderSummary(findings: Findings, chapters: Chapters, largest = LARGEST): string {
  return fitting(parts(findings, chapters), largest);
}
