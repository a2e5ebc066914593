/** The job summary: GitHub-flavoured Markdown with Mermaid, always small enough to be shown. Pure. */
import { charts } from './chart.ts';
import { data, problems } from './data-sections.ts';
import { deploymentSection } from './deployment-section.ts';
import { evaluationSections } from './evaluation-page.ts';
import type { Findings } from './findings.ts';
import { checkpoints, events, finalMetrics, jobs } from './job-sections.ts';
import { judgeCheckpoints } from './metrics.ts';
import { previousModel } from './previous-section.ts';
import { headline, judgedJob, links, next, warnings } from './sections.ts';
import { settings } from './settings.ts';
import { placed } from './tables.ts';

/** The platform drops a summary above 1 MiB whole; some room is left for other steps' rounding. In bytes. */
const LARGEST = 1024 * 1024 - 16 * 1024;

/** A piece of the page, and the file of the report that holds the whole of it. */
interface Part {
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

/** Parts in the order in which they are read; the last are shed first. */
function parts(findings: Findings): Part[] {
  const part = (name: string, file: string, text: string): Part => ({ name, file, text });
  const { ending } = findings;
  const dataFirst = ending === 'stopped' || ending === 'skipped' || ending === 'valid';
  const problemList = part('Problems', 'problems.jsonl', problems(findings));
  const dataTable = part('Data', 'result.json', data(findings));
  const eventList = part('Events', 'events.jsonl', events(findings));
  return [
    part('Headline', 'result.json', headline(findings)),
    ...evaluation(findings).map((text) => part('Evaluation', 'evaluation.json', text)),
    part('Training', 'result.json', judgedJob(findings)),
    part('Links', 'result.json', links(findings)),
    ...(dataFirst ? [problemList, dataTable] : []),
    // Why a job failed often stands there, and nowhere else.
    ...(ending === 'failed' ? [eventList] : []),
    part('Deployment', 'result.json', deploymentSection(findings)),
    part('Jobs', 'jobs.jsonl', jobs(findings)),
    part('Previous model', 'result.json', previousModel(findings)),
    ...chartsOf(findings).map((text) => part('Charts', 'metrics.csv', text)),
    part('Checkpoints', 'checkpoints.jsonl', checkpoints(findings)),
    part('Final metrics', 'metrics.csv', finalMetrics(findings)),
    part('Next', 'result.json', next(findings)),
    part('Warnings', 'result.json', warnings(findings)),
    // Of a job that this step did not ask for, nothing was asked here.
    part('Settings', 'result.json', ending === 'done' || ending === 'absent' ? '' : settings(findings)),
    ...(dataFirst ? [] : [dataTable, problemList]),
    ...(ending === 'failed' ? [] : [eventList]),
  ].filter(({ text }) => text !== '');
}

function evaluation(findings: Findings): readonly string[] {
  const { evaluation: found, run } = findings;
  return found === undefined ? [] : evaluationSections(found, run.showRows, (path, line) => placed(findings, path, line));
}

/** The charts; none of one step, whose values the final metrics are. */
function chartsOf({ metrics, checkpoints: found }: Findings): readonly string[] {
  if (metrics.every(({ step }) => step === metrics[0]?.step)) return [];
  // Of one checkpoint there is no best.
  return charts(metrics, found.length > 1 ? judgeCheckpoints(found) : undefined);
}

/** What is not on the page, and where it is. */
function shedNote(shed: readonly Part[]): string {
  const names = [...new Set(shed.map(({ name, file }) => `${name} (\`${file}\`)`))].join(', ');
  return `_More was found than a summary can hold. Left out here, and found in the files of the run’s artifact and beside the output \`report_path\`: ${names}._`;
}

/** As many parts from the top as fit. A part that is too large by itself takes none of the others with it. */
function fitting(all: readonly Part[], largest: number): string {
  const room = largest - 2000;
  const oversize = all.filter(({ text }) => Buffer.byteLength(text) > room / 2);
  const kept: Part[] = [];
  let size = 0;
  for (const part of all) {
    if (oversize.includes(part)) continue;
    size += Buffer.byteLength(part.text) + 2;
    if (size > room) break;
    kept.push(part);
  }
  const shed = all.filter((part) => !kept.includes(part));
  return `${[...kept.map(({ text }) => text), ...(shed.length === 0 ? [] : [shedNote(shed)])].join('\n\n')}\n`;
}

/**
 * The summary, below 1 MiB whatever was found.
 * @param largest in bytes
 */
export function renderSummary(findings: Findings, largest = LARGEST): string {
  return fitting(parts(findings), largest);
}
