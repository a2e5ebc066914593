/** Lines of the log about jobs and deployments. Pure. */
import { type Checkpoint, isTerminal, type Job, type JobEvent, standing, timeOf } from '../api/objects.ts';
import type { Steps } from '../api/steps.ts';
import type { DeploymentFindings, MetricPoint } from './findings.ts';
import { anHour, counted, duration, figure, inertLine, trainedShare, whole } from './text.ts';

const SHORT: Readonly<Record<string, string>> = {
  train_loss: 'loss',
  train_mean_token_accuracy: 'accuracy',
  train_accuracy: 'accuracy',
  train_mean_reward: 'reward',
  valid_loss: 'valid loss',
  valid_mean_token_accuracy: 'valid accuracy',
  full_valid_loss: 'full valid loss',
  full_valid_mean_token_accuracy: 'full valid accuracy',
  full_valid_mean_reward: 'full valid reward',
};

/** What is going to be done, before it is done. */
export function planLine(action: string, reason: string, jobId: string | undefined): string {
  return `Plan: ${action}${jobId === undefined ? '' : ` ${inertLine(jobId)}`}, because ${inertLine(reason, 500)}.`;
}

/** The job that is watched from now on, with its page at the provider where it has one. */
export function announcementLine(job: Job, reused: boolean, page: string | undefined): string {
  const what = reused ? 'Taken up' : 'Created';
  return `${what}: job ${inertLine(job.id, 80)} (${inertLine(job.status, 80)})${page === undefined ? '' : `, ${inertLine(page)}`}`;
}

/** What came of a job that succeeded: its model, and what it took. */
export function modelLine({ fine_tuned_model, trained_tokens, created_at, finished_at }: Job): string {
  const name = fine_tuned_model == null ? 'not named by the platform; see the checkpoints' : inertLine(fine_tuned_model);
  const tokens = trained_tokens == null ? '' : ` ${counted(trained_tokens, 'token')} trained`;
  const time = created_at && finished_at ? ` in ${duration((finished_at - created_at) * 1000)} from creation to end` : '';
  return `The model is ${name}.${tokens === '' ? '' : `${tokens}${time}.`}`;
}

/** A deployment that was found or asked for, and what it costs while it stands. */
export function deploymentLine(
  deployment: Pick<DeploymentFindings, 'name' | 'status' | 'stopsIdle'> & { readonly hourlyUsd?: number | undefined },
  outcome: string,
): string {
  const { name, status, hourlyUsd, stopsIdle = false } = deployment;
  const price = hourlyUsd === undefined ? '' : ` It costs ${anHour(hourlyUsd, stopsIdle)}.`;
  return `Deployment ${inertLine(name, 80)}: ${outcome} (${inertLine(status, 80)}).${price}`;
}

/** A change of the job's state. */
export function statusLine(job: Job, before: string | undefined): string {
  const paused =
    job.state === 'paused' ? ' It trains on only when someone resumes it (operation: resume, or the platform’s page).' : '';
  return `Job ${inertLine(job.id, 80)} ${standing(job, (status) => inertLine(status, 80))}${before === undefined ? '' : ` (was ${inertLine(before, 80)})`}.${paused}`;
}

/** An event in words. */
export function eventLine(event: JobEvent): string {
  const time = timeOf(event.created_at).slice(11, 19);
  const level =
    event.level === undefined || event.level === null || event.level === 'info' ? '' : `${inertLine(event.level, 20)}: `;
  return `${time} ${level}${inertLine(event.message ?? event.type ?? 'an event without words', 500)}`.trimStart();
}

/**
 * A step of the training, with the time that is left.
 * @param millisecondsPerStep the pace so far, where it is known
 */
export function progressLine(point: MetricPoint, millisecondsPerStep: number | undefined): string {
  const { step, totalSteps, values } = point;
  const shown = Object.entries(values)
    .slice(0, 8)
    .map(([name, value]) => `${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`);
  const of = totalSteps === undefined ? '' : `/${totalSteps} (${Math.floor((step / totalSteps) * 100)} %)`;
  const left =
    totalSteps === undefined || millisecondsPerStep === undefined ? undefined : millisecondsPerStep * (totalSteps - step);
  const at = totalSteps === undefined ? String(step) : String(step).padStart(String(totalSteps).length);
  return [`step ${at}${of}`, ...shown, ...(left === undefined || left < 1000 ? [] : [`about ${duration(left)} left`])].join(
    ' · ',
  );
}

/** How far a job is that says so itself, with the time that is left at the pace so far, in milliseconds. */
export function shareLine(steps: Steps, left: number | undefined): string {
  return `${trainedShare(steps)}${left === undefined || left < 1000 ? '' : ` · about ${duration(left)} left`}`;
}

/** A sign of life when nothing happens. @param now milliseconds since the epoch */
export function heartbeatLine(job: Job, elapsedMs: number, now: number): string {
  // A time that has passed is no expectation.
  const ahead = (job.estimated_finish ?? 0) * 1000 > now ? job.estimated_finish : undefined;
  const finish = timeOf(ahead).slice(0, 16).replace('T', ' ');
  const end = finish === '' ? '' : `; the platform expects its end at ${finish} UTC`;
  return `Still ${inertLine(job.status)} after ${duration(elapsedMs)}${end}.`;
}

/** What a log shows of a list; the report holds the rest. */
const LISTED = 50;

/** A line for each of the first items, and how many there are more. */
export function listLines<Item>(items: readonly Item[], lineOf: (item: Item) => string): string[] {
  const more = items.length - LISTED;
  return [...items.slice(0, LISTED).map(lineOf), ...(more > 0 ? [`and ${whole(more)} more in the report`] : [])];
}

/** A job among others. */
export function jobLine(job: Job): string {
  const model = job.fine_tuned_model ?? job.model ?? '';
  const parts = [job.id, job.status, model, timeOf(job.created_at).slice(0, 16).replace('T', ' ')];
  return parts
    .filter((part) => part !== '')
    .map((part) => inertLine(part, 120))
    .join(' · ');
}

/** A checkpoint among others, with what it was measured by. */
export function checkpointLine(checkpoint: Checkpoint): string {
  const metrics = Object.entries(checkpoint.metrics ?? {})
    .flatMap(([name, value]) => (typeof value === 'number' ? [`${SHORT[name] ?? inertLine(name, 40)} ${figure(value)}`] : []))
    .slice(0, 6);
  const step = checkpoint.step_number == null ? [] : [`step ${checkpoint.step_number}`];
  return [...step, inertLine(checkpoint.fine_tuned_model_checkpoint ?? checkpoint.id, 120), ...metrics].join(' · ');
}

/** What a look found, a line each: the state, the model, what was trained, why it failed. */
export function lookLines(job: Job): string[] {
  const trained = job.trained_tokens == null ? [] : [`Trained tokens: ${whole(job.trained_tokens)}`];
  const failure = job.state === 'failed' && job.error?.message ? [`It failed: ${inertLine(job.error.message, 500)}`] : [];
  return [
    ...(job.fine_tuned_model ? [`Model: ${inertLine(job.fine_tuned_model)}`] : []),
    ...(isTerminal(job.state) || job.steps === undefined ? [] : [`Progress: ${trainedShare(job.steps)}`]),
    ...trained,
    ...(job.estimated_usd === undefined ? [] : [`Estimated by the platform: US$ ${job.estimated_usd.toFixed(2)}`]),
    ...(job.created_at == null ? [] : [`Created: ${timeOf(job.created_at).slice(0, 16).replace('T', ' ')} UTC`]),
    ...failure,
  ];
}
