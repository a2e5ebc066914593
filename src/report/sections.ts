/** The parts of the summary about what became of the run, each a piece of Markdown or empty. Pure. */
import { isTerminal, type Job, standing } from '../api/objects.ts';
import { countOf } from '../dataset/dataset.ts';
import { textOf } from '../words.ts';
import { deploymentTitle } from './deployment-section.ts';
import { evaluationHeadline } from './evaluation-page.ts';
import type { Findings } from './findings.ts';
import { judgeCheckpoints, overfitting } from './metrics.ts';
import { priceCell, priceNote } from './price.ts';
import { factTable } from './tables.ts';
import {
  copyable,
  counted,
  duration,
  figure,
  isName,
  markdownCode,
  markdownLink,
  markdownText,
  trainedShare,
  whole,
} from './text.ts';
import { creatorOf } from './trained-by.ts';

const ICONS: Readonly<Record<Findings['ending'], string>> = {
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

function title(findings: Findings): string {
  const { ending, job } = findings;
  switch (ending) {
    case 'succeeded':
      if (!job?.fine_tuned_model) return 'Trained, but the platform names no model';
      return creatorOf(findings) === 'before this run' ? 'Model ready, used again' : 'Model ready';
    case 'valid':
      return 'The data passes';
    case 'failed':
      return 'The training failed';
    case 'cancelled':
      return 'Cancelled';
    case 'paused':
      return 'The job is paused';
    case 'unclear':
      return 'The job has ended, and it is not known how';
    case 'detached':
      return `Not finished yet${job === undefined ? '' : `: the job is ${markdownText(job.status)}`}`;
    case 'skipped':
      return 'Checked only: no credential on this pull request';
    case 'absent':
      return 'No job matches';
    case 'done':
      return outcomeTitle(findings);
    case 'stopped':
      return findings.datasets.some((dataset) => countOf(dataset, 'error') > 0)
        ? 'The data does not pass'
        : 'Stopped before the end';
  }
}

/** What an operation on jobs that exist has shown. */
function outcomeTitle({ operation, job, jobs, events, checkpoints, deployment }: Findings): string {
  const found = {
    standing: job === undefined ? 'is unknown' : standing(job, markdownText),
    jobs: counted(jobs.length, 'job'),
    events: counted(events.length, 'event'),
    checkpoints: counted(checkpoints.length, 'checkpoint'),
    deployment: deploymentTitle(deployment),
  };
  const { title: words = 'The job {standing}' } = operation;
  return Object.entries(found).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), words);
}

/** What a reader must know in ten seconds. A verdict on a model comes before what its training took. */
export function headline(findings: Findings): string {
  return findings.evaluation === undefined ? joined([verdict(findings), figures(findings)]) : verdict(findings);
}

/** Beside a verdict: the job whose model was judged. */
export function judgedJob(findings: Findings): string {
  return findings.evaluation === undefined || findings.job === undefined
    ? ''
    : `### The candidate’s training\n\n${figures(findings)}`;
}

const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

/** How it ended, with the model's name or the cause. */
export function verdict(findings: Findings): string {
  if (findings.evaluation !== undefined) return evaluationHeadline(findings.evaluation);
  const model = findings.job?.fine_tuned_model;
  return joined([
    `## ${ICONS[findings.ending]} ${title(findings)}`,
    model ? (isName(model) ? `\`\`\`text\n${model}\n\`\`\`` : markdownCode(model)) : '',
    cause(findings),
  ]);
}

/** What it took, and what is to be said of it. */
export function figures(findings: Findings): string {
  return joined([facts(findings), priceNote(findings), overfitted(findings), because(findings), rehearsed(findings)]);
}

/** Why there was a new job, or none. */
function because(findings: Findings): string {
  const { job, reason, reused, deployment } = findings;
  // That nothing was deployed is no longer so.
  if (reason === undefined || job === undefined || deployment?.outcome === 'created') return '';
  if (reused === undefined) return `Note: ${markdownText(reason, 500)}.`;
  return `${reused ? 'Attached' : 'Created'}, because ${markdownText(reason, 500)}.${creator(findings)}`;
}

function rehearsed({ job, provider, evaluation }: Findings): string {
  // A verdict says so itself.
  if (!provider?.rehearsal || job === undefined || evaluation !== undefined) return '';
  return job.fine_tuned_model
    ? '_The sandbox is a rehearsal: it trained a tiny model on these rows, at no cost. Only later steps of this workflow job can call the name above._'
    : '_The sandbox is a rehearsal: what it trains is a tiny model, at no cost._';
}

/** Why it ended as it did, and what to do about it, side by side. */
function cause(findings: Findings): string {
  const { job, error, run } = findings;
  const failure = job?.state === 'failed' ? (job.error?.message ?? '') : '';
  const message = error === undefined ? failure : textOf(error.message, run.showRows);
  if (message === '') return '';
  const causes = error?.causes ?? [];
  if (causes.length > 0)
    return `> **Cause:** ${causes.length} inputs are wrong.\n>\n${causes.map((one) => `> - ${markdownText(one, 1000)}`).join('\n')}`;
  const fix = error?.fix ?? '';
  const alone = fix !== '' && message.endsWith(fix) ? message.slice(0, -fix.length) : message;
  const todo = fix === '' ? remedy(findings) : markdownText(fix, 1000);
  return `> **Cause:** ${markdownText(alone, 1000)}${todo === '' ? '' : `\n>\n> **What to do:** ${todo}`}`;
}

/** What to do where the error itself does not say it. */
function remedy({ ending, job, datasets }: Findings): string {
  if (datasets.some((dataset) => countOf(dataset, 'error') > 0))
    return 'Fix the rows below, each of which says how, and run again. `operation: validate` checks them without contacting the platform.';
  if (ending !== 'cancelled' || job === undefined) return '';
  return isTerminal(job.state) || job.state === 'cancelling'
    ? 'Run the workflow again; it creates a new job.'
    : `Nothing, if the job is to go on: the next run with the same inputs takes it up and pays nothing twice. To end it, run \`operation: cancel\` with \`job_id\`: ${copyable(job.id)}.`;
}

/** How far a job is that goes on, where it says so itself. */
function ahead({ state, steps }: Job): string {
  return isTerminal(state) || steps === undefined ? '' : trainedShare(steps);
}

/** The figures of the run, those that are known. */
function facts(findings: Findings): string {
  const { job, provider, estimate, started, finished } = findings;
  const trained = job?.trained_tokens == null ? '' : `**${whole(job.trained_tokens)}**`;
  const expected = estimate === undefined ? '' : `${whole(estimate.tokens.tokens)} expected`;
  const training = job?.created_at && job.finished_at ? duration((job.finished_at - job.created_at) * 1000) : '';
  const step = finished > started ? duration(finished - started) : '';
  const all: [string, string][] =
    job === undefined
      ? [
          ['Took', step],
          ['Tokens', expected],
          ['Price', priceCell(findings)],
        ]
      : [
          ['Status', [markdownText(job.status, 40), ahead(job)].filter((part) => part !== '').join('<br>')],
          [training === '' ? 'Step took' : 'Training took', training === '' ? step : training],
          ['Trained tokens', [trained, expected].filter((part) => part !== '').join('<br>')],
          ['Price', priceCell(findings)],
          ['Job', `${copyable(job.id)}${provider === undefined ? '' : `<br>${markdownText(provider.name)}`}`],
        ];
  const known = all.filter(([, value]) => value !== '');
  return known.length === 1 ? known.map(([name, value]) => `${name} ${value}`).join('') : factTable(known);
}

/** Who created, and paid for, a job that was taken up. */
function creator(findings: Findings): string {
  const { reused, origin, run } = findings;
  const by = creatorOf(findings);
  if (by === 'another step of this run') return ' It was created by another step of this run, which pays for it once.';
  if (!reused || origin === undefined) return '';
  const { repository = '', commit = '', run: creating = '' } = origin;
  const known = /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository);
  const [, id, attempt] = /^(\d{1,20})\/(\d{1,6})\b/.exec(creating) ?? [];
  const base = `${run.serverUrl}/${repository}`;
  const parts = [
    creating === ''
      ? ''
      : known && id !== undefined
        ? `run ${markdownLink(creating, `${base}/actions/runs/${id}/attempts/${attempt}`)}`
        : `run ${markdownText(creating, 100)}`,
    repository === '' ? '' : `of ${markdownText(repository, 200)}`,
    commit === ''
      ? ''
      : `at commit ${known && /^[0-9a-f]{7,64}$/.test(commit) ? markdownLink(commit.slice(0, 7), `${base}/commit/${commit}`) : markdownText(commit, 64)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` It was created, and paid for, by ${parts.join(' ')}.`;
}

function overfitted({ metrics, checkpoints }: Findings): string {
  const turned = overfitting(metrics);
  if (turned === undefined) return '';
  const judged = judgeCheckpoints(checkpoints)?.checkpoint;
  const last = Math.max(...checkpoints.map(({ step_number }) => step_number ?? 0));
  const best = (judged?.step_number ?? last) < last ? judged?.fine_tuned_model_checkpoint : undefined;
  return `⚠️ **Overfitting:** the validation loss was lowest at step ${whole(turned.step)} (${figure(turned.lowest)}) and has risen to ${figure(turned.last)} since. ${
    best ? `The checkpoint ${copyable(best)} is the better model; fewer` : 'Fewer'
  } epochs, or more data, would help.`;
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

/** Where to look further. */
export function links(findings: Findings): string {
  const { run, provider, job } = findings;
  const base = `${run.serverUrl}/${run.repository}`;
  const found = [
    run.repository === '' || run.runId === '' ? '' : markdownLink('Workflow run', `${base}/actions/runs/${run.runId}`),
    run.repository === '' || run.sha === '' ? '' : markdownLink(`Commit ${run.sha.slice(0, 7)}`, `${base}/commit/${run.sha}`),
    provider?.jobUrl === undefined || job === undefined ? '' : markdownLink('Job at the platform', provider.jobUrl),
  ].filter((link) => link !== '');
  return found.join(' · ');
}

/** What to do now: call the model, or look at the job again. */
export function next(findings: Findings): string {
  const { job, provider, run, deployment } = findings;
  if (job === undefined || provider === undefined) return '';
  // What serves it says itself how it is called.
  if (deployment !== undefined && deployment.servedModel !== '') return '';
  const model = job.fine_tuned_model;
  const live = !isTerminal(job.state);
  if (live && (findings.ending === 'detached' || findings.ending === 'paused' || findings.ending === 'stopped') && isName(job.id))
    return `### Next\n\nThe job goes on without this run. A later step of this action watches it to its end with:\n\n\`\`\`yaml\noperation: wait\njob_id: ${job.id}\n\`\`\``;
  if (!model || provider.rehearsal || !isName(model)) return '';
  const step = /^[A-Za-z][\w-]{0,99}$/.test(run.step)
    ? `A later step of this job reads the name as \`\${{ steps.${run.step}.outputs.fine_tuned_model }}\`.`
    : '';
  const call = [
    '```sh',
    `curl ${provider.baseUrl.replace(/[^\w.:/-]/g, '')}/chat/completions \\`,
    '  -H "Authorization: Bearer $API_KEY" -H "Content-Type: application/json" \\',
    `  -d '{"model": "${model}",`,
    `       "messages": [{"role": "user", "content": "Hello"}]}'`,
    '```',
  ].join('\n');
  return ['### Next', provider.beforeUse ?? call, step].filter((part) => part !== '').join('\n\n');
}
