/** The one comment on a pull request: what its data change does, what it costs, and how the training goes. Pure. */
import { problems } from './data-sections.ts';
import type { DataChange, Findings } from './findings.ts';
import { lastMetrics } from './metrics.ts';
import { headline, links } from './sections.ts';
import { rows } from './tables.ts';
import { dollars, figure, markdownCode, markdownText, whole } from './text.ts';

/** How far the run is. */
export type Stage = 'checked' | 'queued' | 'running' | 'done';

/** GitHub takes no more. In characters, with some room. */
const LARGEST = 65_536 - 536;

/** What a comment of this step is found again by; it is not shown. */
export function markerOf({ run }: Findings, matrix: string | undefined): string {
  const leg = matrix && matrix !== 'null' && matrix !== '{}' ? matrix : '';
  return `<!-- finetune-action ${[run.workflow, run.job, run.step, leg].map((part) => encodeURIComponent(part.toWellFormed())).join('/')} -->`;
}

const TITLES: Readonly<Record<Exclude<Stage, 'done'>, string>> = {
  checked: '🔎 The data is checked',
  queued: '⏳ The job is created',
  running: '⏳ The job trains',
};

function title(findings: Findings, stage: Stage): string {
  if (stage === 'done') return headline(findings);
  const { job } = findings;
  const metrics = Object.entries(lastMetrics(findings.metrics)).slice(0, 6);
  const step = findings.metrics.at(-1);
  const at =
    step === undefined
      ? ''
      : `step ${whole(step.step)}${step.totalSteps === undefined ? '' : ` of ${whole(step.totalSteps)}`} · `;
  const last =
    metrics.length === 0
      ? ''
      : `\n\n${at}${metrics.map(([name, value]) => `${markdownText(name)} ${figure(value)}`).join(' · ')}`;
  return `## ${TITLES[stage]}${job === undefined ? '' : `\n\nJob ${markdownCode(job.id)} is ${markdownText(job.status)}.`}${last}`;
}

const NAMES = { training_file: 'Training', validation_file: 'Validation' } as const;

/** `1,000 → 1,200`, or one number where nothing changed. */
function fromTo(before: string | undefined, after: string): string {
  return before === undefined || before === after ? after : `${before} → ${after}`;
}

/** What the change does to the data, a line a file. */
export function changes({ changes: all, datasets, estimate }: Findings): string {
  const body = all.map(({ role, diff, before }) => {
    const now = datasets.find((dataset) => dataset.role === role);
    const priced = role === 'training_file' ? estimate : undefined;
    const tokens =
      priced === undefined ? '' : fromTo(before?.estimate && whole(before.estimate.tokens.tokens), whole(priced.tokens.tokens));
    const cost =
      priced?.cost === undefined
        ? ''
        : fromTo(before?.estimate?.cost && dollars(before.estimate.cost.usd), dollars(priced.cost.usd));
    const count = (number: number | undefined, sign = '') =>
      number === undefined ? '?' : number === 0 ? '0' : `${sign}${whole(number)}`;
    return [
      NAMES[role],
      fromTo(before && whole(before.rows), whole(now?.rows ?? 0)),
      count(diff?.added, '+'),
      count(diff?.removed, '−'),
      count(diff?.changed),
      count(diff?.moved),
      tokens,
      cost,
    ];
  });
  const notes = all.flatMap(({ role, note }) => (note === undefined ? [] : [`_${NAMES[role]}: ${markdownText(note, 400)}_`]));
  const table = rows(['Data', 'Rows', 'Added', 'Removed', 'Changed', 'Moved', 'Tokens', 'Price'], body);
  return [table, ...notes].filter((part) => part !== '').join('\n\n');
}

function newProblems(all: readonly DataChange[]): string {
  const found = all.flatMap(({ role, newProblems: fresh }) => fresh.map((one) => ({ ...one, role })));
  if (found.length === 0) return '';
  const list = found
    .slice(0, 50)
    .map(
      ({ role, rule, severity, count }) =>
        `- ${severity === 'error' ? '❌' : '⚠️'} ${whole(count)} × ${markdownCode(rule)} (${NAMES[role].toLowerCase()})`,
    );
  return `**New with this change**\n\n${list.join('\n')}`;
}

/** Rows that say something else now, folded; only where rows may be shown. */
function examples({ changes: all, run }: Findings): string {
  if (!run.showRows) return '';
  const found = all.flatMap(({ role, diff }) => (diff?.examples ?? []).map((one) => ({ ...one, role })));
  if (found.length === 0) return '';
  const body = found.map(({ role, line, before, after }) => [
    `${NAMES[role]} ${whole(line)}`,
    markdownCode(before, 500),
    markdownCode(after, 500),
  ]);
  return `<details><summary>Changed rows</summary>\n\n${rows(['Row', 'Before', 'After'], body)}\n\n</details>`;
}

/** The comment, its marker first, always below GitHub's limit: parts are shed from the bottom. */
export function renderComment(findings: Findings, stage: Stage, marker: string): string {
  const parts = [
    title(findings, stage),
    changes(findings),
    newProblems(findings.changes),
    problems(findings),
    links(findings),
    examples(findings),
  ].filter((part) => part !== '');
  const kept: string[] = [marker];
  let size = marker.length;
  for (const part of parts) {
    if (size + part.length + 2 > LARGEST) {
      kept.push('_There is more in the summary of the run._');
      break;
    }
    size += part.length + 2;
    kept.push(part);
  }
  return `${kept.join('\n\n')}\n`;
}
