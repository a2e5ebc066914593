/** What the head of the page says of a job: how it ended, what it took, who pays for it. Pure. */
import { isTerminal, type Job, standing } from '../api/objects.ts';
import { deploymentTitle } from './deployment-section.ts';
import type { Findings } from './findings.ts';
import { priceCell, priceNote } from './job-price.ts';
import { judgeCheckpoints, overfitting } from './metrics.ts';
import { joined } from './parts.ts';
import { factTable } from './tables.ts';
import { copyable, counted, duration, figure, markdownLink, markdownText, trainedShare, whole } from './text.ts';
import { creatorOf } from './trained-by.ts';

/** How it ended, where more is to be said than its ending; undefined where not. */
export function jobTitle(findings: Findings): string | undefined {
  const { ending, job } = findings;
  if (ending === 'done') return outcomeTitle(findings);
  if (ending === 'detached' && job !== undefined) return `Not finished yet: the job is ${markdownText(job.status)}`;
  if (ending !== 'succeeded') return undefined;
  if (!job?.fine_tuned_model) return 'Trained, but the platform names no model';
  return creatorOf(findings) === 'before this run' ? 'Model ready, used again' : undefined;
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

/** What to do about a job whose run was cancelled. */
export function jobRemedy({ ending, job }: Findings): string {
  if (ending !== 'cancelled' || job === undefined) return '';
  return isTerminal(job.state) || job.state === 'cancelling'
    ? 'Run the workflow again; it creates a new job.'
    : `Nothing, if the job is to go on: the next run with the same inputs takes it up and pays nothing twice. To end it, run \`operation: cancel\` with \`job_id\`: ${copyable(job.id)}.`;
}

/** What it took, and what is to be said of it. */
export function jobFigures(findings: Findings, job: Job): string {
  return joined([facts(findings, job), priceNote(findings), overfitted(findings), because(findings), rehearsed(findings)]);
}

/** Beside a verdict: the job whose model was judged. */
export function judgedJob(findings: Findings): string {
  const { evaluation, job } = findings;
  return evaluation === undefined || job === undefined ? '' : `### The candidate’s training\n\n${jobFigures(findings, job)}`;
}

/** How far a job is that goes on, where it says so itself. */
function ahead({ state, steps }: Job): string {
  return isTerminal(state) || steps === undefined ? '' : trainedShare(steps);
}

/** The figures of the run, those that are known. */
function facts(findings: Findings, job: Job): string {
  const { provider, estimate, started, finished } = findings;
  const trained = job.trained_tokens == null ? '' : `**${whole(job.trained_tokens)}**`;
  const expected = estimate === undefined ? '' : `${whole(estimate.tokens.tokens)} expected`;
  const training = job.created_at && job.finished_at ? duration((job.finished_at - job.created_at) * 1000) : '';
  const step = finished > started ? duration(finished - started) : '';
  return factTable([
    ['Status', [markdownText(job.status, 40), ahead(job)].filter((part) => part !== '').join('<br>')],
    [training === '' ? 'Step took' : 'Training took', training === '' ? step : training],
    ['Trained tokens', [trained, expected].filter((part) => part !== '').join('<br>')],
    ['Price', priceCell(findings)],
    ['Job', `${copyable(job.id)}${provider === undefined ? '' : `<br>${markdownText(provider.name)}`}`],
  ]);
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
