/** The parts of the summary about what became of the step, each a piece of Markdown or empty. Pure. */
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import type { Chapters } from './chapters.ts';
import type { Ending, Findings } from './findings.ts';
import { joined } from './parts.ts';
import { priceExpected } from './price.ts';
import { factTable } from './tables.ts';
import { duration, isName, markdownCode, markdownText, whole } from './text.ts';

const ICONS: Readonly<Record<Ending, string>> = {
  succeeded: '✅',
  valid: '✅',
  failed: '❌',
  stopped: '❌',
  cancelled: '⏹️',
  paused: '⏸️',
  unclear: '❓',
  detached: '⏳',
  skipped: '⏭️',
  done: '🔎',
  absent: '🔎',
};

/** How it ended, where nothing more is to be said of a job. */
const TITLES: Readonly<Record<Ending, string>> = {
  succeeded: 'Model ready',
  valid: 'The data passes',
  failed: 'The training failed',
  stopped: 'Stopped before the end',
  cancelled: 'Cancelled',
  paused: 'The job is paused',
  unclear: 'The job has ended, and it is not known how',
  detached: 'Not finished yet',
  skipped: 'Checked only: no credential on this pull request',
  done: 'Done',
  absent: 'No job matches',
};

const isFaulty = ({ datasets }: Findings) => datasets.some((dataset) => countOf(dataset, 'error') > 0);

function title(findings: Findings, { job }: Chapters): string {
  const { ending } = findings;
  if (ending === 'stopped' && isFaulty(findings)) return 'The data does not pass';
  return job?.jobTitle(findings) ?? TITLES[ending];
}

/** What a reader must know in ten seconds. A verdict on a model comes before what its training took. */
export function headline(findings: Findings, chapters: Chapters): string {
  const ended = verdict(findings, chapters);
  return findings.evaluation === undefined ? joined([ended, figures(findings, chapters)]) : ended;
}

/** How it ended, with the model's name or the cause. */
export function verdict(findings: Findings, chapters: Chapters): string {
  const { evaluation, job, ending } = findings;
  if (evaluation !== undefined && chapters.evaluation !== undefined) return chapters.evaluation.evaluationHeadline(evaluation);
  const model = job?.fine_tuned_model;
  return joined([
    `## ${ICONS[ending]} ${title(findings, chapters)}`,
    model ? (isName(model) ? `\`\`\`text\n${model}\n\`\`\`` : markdownCode(model)) : '',
    cause(findings, chapters),
  ]);
}

/** Why it ended as it did, and what to do about it, side by side. */
function cause(findings: Findings, chapters: Chapters): string {
  const { job, error, run } = findings;
  const failure = job?.state === 'failed' ? (job.error?.message ?? '') : '';
  const message = error === undefined ? failure : textOf(error.message, run.showRows);
  if (message === '') return '';
  const causes = error?.causes ?? [];
  if (causes.length > 0)
    return `> **Cause:** ${causes.length} inputs are wrong.\n>\n${causes.map((one) => `> - ${markdownText(one, 1000)}`).join('\n')}`;
  const fix = error?.fix ?? '';
  const alone = fix !== '' && message.endsWith(fix) ? message.slice(0, -fix.length) : message;
  const todo = fix === '' ? remedy(findings, chapters) : markdownText(fix, 1000);
  return `> **Cause:** ${markdownText(alone, 1000)}${todo === '' ? '' : `\n>\n> **What to do:** ${todo}`}`;
}

/** What to do where the error itself does not say it. */
function remedy(findings: Findings, { job }: Chapters): string {
  return isFaulty(findings)
    ? 'Fix the rows below, each of which says how, and run again. `operation: validate` checks them without contacting the platform.'
    : (job?.jobRemedy(findings) ?? '');
}

/** What it took, and what is to be said of it. */
export function figures(findings: Findings, { job }: Chapters): string {
  if (findings.job !== undefined && job !== undefined) return job.jobFigures(findings, findings.job);
  const { estimate, started, finished } = findings;
  const all = [
    ['Took', finished > started ? duration(finished - started) : ''],
    ['Tokens', estimate === undefined ? '' : `${whole(estimate.tokens.tokens)} expected`],
    ['Price', priceExpected(findings)],
  ] as const;
  const known = all.filter(([, value]) => value !== '');
  return known.length === 1 ? known.map(([name, value]) => `${name} ${value}`).join('') : factTable(known);
}

/** What went wrong around the job without losing it. */
export function warnings(findings: Findings): string {
  return findings.warnings.length === 0
    ? ''
    : `### Warnings\n\n${findings.warnings
        .slice(0, 20)
        .map((text) => `- ${markdownText(text, 500)}`)
        .join('\n')}`;
}
