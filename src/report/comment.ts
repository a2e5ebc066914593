/**
 * The one comment on a pull request: what its data change does, what it costs, and how the training goes.
 * Pure.
 */
import { createHash } from 'node:crypto';
import { isTerminal, standing } from '../api/objects.ts';
import type { TokenCount } from '../dataset/dataset.ts';
import { change, priceChange, share } from './change.ts';
import type { Chapters } from './chapters.ts';
import { problems } from './data-sections.ts';
import type { DataChange, Estimate, Findings } from './findings.ts';
import { links, placed } from './links.ts';
import { lastMetrics } from './metrics.ts';
import { figures, verdict } from './sections.ts';
import { rows } from './tables.ts';
import { counted, dollars, figure, markdownCode, markdownText, trainedShare, whole } from './text.ts';

/** How far the run is. */
export type Progress = 'checked' | 'queued' | 'running' | 'done';

/**
 * How long a comment may be: GitHub takes 65,536 characters, and where it takes fewer the next length is
 * tried. With some room.
 */
export const LENGTHS = [65_536 - 536, 30_000, 10_000, 3000] as const;

/** A longer part of a marker is hashed: a matrix may hold anything. */
const LONGEST_PART = 400;

function markerPart(text: string): string {
  const part = encodeURIComponent(text.toWellFormed());
  return part.length <= LONGEST_PART ? part : createHash('sha256').update(text).digest('hex');
}

/** The inputs that tell a training from another of the same step. */
export interface Subject {
  readonly model: string | undefined;
  readonly suffix: string | undefined;
  readonly training_file: readonly string[];
  readonly validation_file: readonly string[];
  readonly evaluation_file: readonly string[];
  readonly matrix: string | undefined;
}

/** A short hash of what is trained, as the inputs name it: they stay the same while the data changes. */
function subjectPart({ model = '', suffix = '', training_file, validation_file, evaluation_file }: Subject): string {
  const named = JSON.stringify([model, suffix, training_file, validation_file, evaluation_file]);
  return createHash('sha256').update(named).digest('hex').slice(0, 12);
}

/**
 * What a comment of this step is found again by; it is not shown. No marker is the beginning of another. A
 * reusable workflow that is called twice has the same job, step and leg both times, so what is trained counts
 * too.
 */
export function markerOf({ run }: Findings, subject: Subject): string {
  const { matrix } = subject;
  const leg = matrix && matrix !== 'null' && matrix !== '{}' ? matrix : '';
  const place = [run.workflow, run.job, run.step, leg].map(markerPart).join('/');
  return `<!-- finetune-action ${place}/${subjectPart(subject)} -->`;
}

const TITLES: Readonly<Record<Exclude<Progress, 'done'>, string>> = {
  checked: '🔎 The data is checked',
  queued: '⏳ The job is created',
  running: '⏳ The job trains',
};

function title(findings: Findings, chapters: Chapters, progress: Progress): string {
  if (progress === 'done') return verdict(findings, chapters);
  const { job } = findings;
  const metrics = Object.entries(lastMetrics(findings.metrics)).slice(0, 6);
  const step = findings.metrics.at(-1);
  const at =
    step === undefined
      ? ''
      : `step ${whole(step.step)}${step.totalSteps === undefined ? '' : ` of ${whole(step.totalSteps)}`} · `;
  const own = job?.steps === undefined || isTerminal(job.state) ? '' : `\n\n${trainedShare(job.steps)}`;
  const last =
    metrics.length === 0
      ? own
      : `\n\n${at}${metrics.map(([name, value]) => `${markdownText(name)} ${figure(value)}`).join(' · ')}`;
  return `## ${TITLES[progress]}${job === undefined ? '' : `\n\nJob ${markdownCode(job.id)} ${standing(job, markdownText)}.`}${last}`;
}

const NAMES = { training_file: 'Training', validation_file: 'Validation', evaluation_file: 'Evaluation' } as const;

/** `1,000 → 1,200`, kept on one line, or one number where nothing changed. */
function fromTo(before: string | undefined, after: string): string {
  return before === undefined || before === after ? after : `${before}\u00a0→\u00a0${after}`;
}

/** A figure, and on a line below by how much it changed. */
function withChange(figures: string, parts: readonly string[]): string {
  const by = parts.filter((part) => part !== '').join(' · ');
  return by === '' ? figures : `${figures}<br>${by}`;
}

/** A dataset by its role and its files. */
function nameOf(role: DataChange['role'], paths: readonly string[]): string {
  const [first, ...more] = paths;
  const files =
    first === undefined ? '' : ` ${markdownCode(first, 200)}${more.length === 0 ? '' : ` and ${whole(more.length)} more`}`;
  return `${NAMES[role]}${files}`;
}

const tokenFigure = ({ kind, tokens }: TokenCount) => `${kind === 'exact' ? '' : '≈ '}${whole(tokens)}`;

/** Whether the data says what it said, in the same order, and has no problems that it had not. */
function isUnchanged(all: readonly DataChange[]): boolean {
  return (
    all.length > 0 &&
    all.every(
      ({ diff, newProblems: fresh }) =>
        diff !== undefined && diff.added + diff.removed + diff.changed + diff.moved === 0 && fresh.length === 0,
    )
  );
}

/** What became of the rows: `64 added, 12 removed, 9 changed`. */
function rowChanges(diff: DataChange['diff']): string {
  if (diff === undefined) return 'not known';
  const found = (['added', 'removed', 'changed', 'moved'] as const).filter((kind) => diff[kind] > 0);
  return found.length === 0 ? 'none' : found.map((kind) => `${whole(diff[kind])}\u00a0${kind}`).join(', ');
}

/** What the training takes by these two estimates, in tokens and in money. */
function estimateCells(old: Estimate | undefined, now: Estimate | undefined): readonly [tokens: string, price: string] {
  if (now === undefined) return ['', ''];
  // Few rows are seen more often than many: without the epochs more rows may seem to have fewer tokens.
  const others = old !== undefined && old.tokens.tokens > 0 && old.epochs !== now.epochs;
  const inEpochs = ({ tokens, epochs }: Estimate) => `${tokenFigure(tokens)}${others ? ` in ${counted(epochs, 'epoch')}` : ''}`;
  const moreTokens =
    old === undefined || others
      ? []
      : [change(old.tokens.tokens, now.tokens.tokens, whole), share(old.tokens.tokens, now.tokens.tokens)];
  const tokens = withChange(fromTo(old && inEpochs(old), inEpochs(now)), moreTokens);
  if (now.cost === undefined) return [tokens, ''];
  const before = old?.cost?.usd;
  const moreCost = before === undefined ? [] : [priceChange(before, now.cost.usd)];
  return [tokens, withChange(fromTo(old?.cost && dollars(old.cost.usd), dollars(now.cost.usd)), moreCost)];
}

/** What the change does to the data, a line a file. */
export function changes({ changes: all, datasets, estimate }: Findings): string {
  const notes = all.flatMap(({ role, note }) =>
    note === undefined ? [] : [`<i>${NAMES[role]}: ${markdownText(note, 400)}</i>`],
  );
  if (isUnchanged(all)) {
    const count = all.map(({ role, diff }) => `${whole(diff?.kept ?? 0)} rows for ${NAMES[role].toLowerCase()}`).join(', ');
    return [`The data says what it said before: ${count}.`, ...notes].join('\n\n');
  }
  const body = all.map(({ role, diff, before }) => {
    const now = datasets.find((dataset) => dataset.role === role);
    return [
      nameOf(role, now?.paths ?? []),
      fromTo(before && whole(before.rows), whole(now?.rows ?? 0)),
      rowChanges(diff),
      ...estimateCells(before?.estimate, role === 'training_file' ? estimate : undefined),
    ];
  });
  const head = ['Data', 'Rows', 'Changes', 'Tokens', 'Price'];
  const isTold = (_: string, index: number) => index < 3 || body.some((cells) => cells[index] !== '');
  const table = rows(
    head.filter(isTold),
    body.map((cells) => cells.filter(isTold)),
  );
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

/** What the step took; beside figures of the data it is said whose they are. */
function took(findings: Findings, chapters: Chapters): string {
  const text = figures(findings, chapters);
  return findings.job === undefined || text === '' ? text : `**The training**\n\n${text}`;
}

/** Rows that say something else now, folded; only where rows may be shown. */
function examples(findings: Findings): string {
  const { changes: all, run } = findings;
  if (!run.showRows) return '';
  const found = all.flatMap(({ diff }) => diff?.examples ?? []);
  if (found.length === 0) return '';
  const body = found.map(({ path, line, before, after }) => [
    placed(findings, path, line),
    markdownCode(before, 500),
    markdownCode(after, 500),
  ]);
  return `<details><summary>Changed rows</summary>\n\n${rows(['Row', 'Before', 'After'], body)}\n\n</details>`;
}

const MORE = '_There is more in the summary of the run._';

/**
 * The comment, its marker first, always below the given length: parts that do not fit are left out, the last
 * first.
 */
export function renderComment(
  findings: Findings,
  chapters: Chapters,
  progress: Progress,
  marker: string,
  length: number = LENGTHS[0],
): string {
  const change = changes(findings);
  const parts = [
    title(findings, chapters, progress),
    change,
    newProblems(findings.changes),
    // Without a job they say nothing that the change does not.
    progress === 'done' && (findings.job !== undefined || change === '') ? took(findings, chapters) : '',
    problems(findings),
    links(findings),
    examples(findings),
  ].filter((part) => part !== '');
  const kept: string[] = [marker];
  let room = length - marker.length - MORE.length - 5;
  for (const part of parts) {
    if (part.length + 2 > room) continue;
    room -= part.length + 2;
    kept.push(part);
  }
  if (kept.length <= parts.length) kept.push(MORE);
  return `${kept.join('\n\n')}\n`;
}
