/** Following a job in log and record until it ends, time is up, or the run is cancelled. */
import { type Job, timeOf } from '../api/objects.ts';
import type { Pace } from '../job/polling.ts';
import { type Happening, type WatchEnd, watch } from '../job/watch.ts';
import type { Work } from '../job/work.ts';
import type { Clock, Runner } from '../ports.ts';
import { eventLine, heartbeatLine, progressLine, shareLine, statusLine } from '../report/job-log.ts';
import { metricPoint } from '../report/metrics.ts';
import { trainedShare } from '../report/text.ts';
import { maySeeRows, type Step, type World, warn } from '../run/step.ts';
import { foreignText } from '../words.ts';

/** No line for so long: a sign of life, in milliseconds. */
const HEARTBEAT = 5 * 60_000;

/** A job, and whether this run created it: only then `cancel` reaches it without being written out. */
export interface HeldJob {
  readonly job: Job;
  readonly ours: boolean;
}

/** Asked after every look at the held job; may give another one to go on with. */
export type Exchange = (held: HeldJob) => Promise<HeldJob>;

/** Why following ended, and with which job. */
export interface Followed extends HeldJob {
  readonly reason: WatchEnd['reason'];
}

/** The pace that the inputs ask for, or the platform's own. */
function paceOf({ inputs, connection }: World): Pace {
  const { poll_interval_seconds } = inputs;
  if (poll_interval_seconds > 0) return { from: poll_interval_seconds, to: poll_interval_seconds };
  const [from, to] = connection.profile.pollSeconds;
  return { from, to };
}

/**
 * What happens as a line of the log; it is noted at the same time. Lines of steps say how long the rest will
 * take.
 */
function happenings({ record, runner, inputs, clock }: World): (happening: Happening) => string | undefined {
  let first: { readonly step: number; readonly time: number } | undefined;
  const shareOf = shares(runner, clock);
  return (happening) => {
    // Where events say the steps, the job's own are no news.
    if (happening.kind === 'look' && first === undefined) return shareOf(happening.job);
    if (happening.kind === 'status') {
      record.note({ kind: 'job seen', job: happening.job });
      return statusLine(happening.job, happening.before);
    }
    if (happening.kind !== 'event') return undefined;
    const { event } = happening;
    const point = metricPoint(event);
    record.note({ kind: 'event', event, metrics: point });
    if (point === undefined) return foreignText(eventLine(event), maySeeRows(inputs, runner.context));
    if (point.totalSteps !== undefined) runner.progress?.('Training', point.step, point.totalSteps);
    // The provider's own times: events may come in bundles.
    const time = event.created_at * 1000;
    first ??= { step: point.step, time };
    const pace = point.step > first.step ? (time - first.time) / (point.step - first.step) : undefined;
    return `${timeOf(event.created_at).slice(11, 19)} ${progressLine(point, pace)}`.trimStart();
  };
}

/** A line for each percent that a job itself says it has moved on. */
function shares(runner: Runner, clock: Clock): (job: Job) => string | undefined {
  let first: { readonly step: number; readonly at: number } | undefined;
  let shown: string | undefined;
  return ({ state, steps }) => {
    if (state !== 'running' || steps === undefined) return undefined;
    const { step, totalSteps } = steps;
    const at = clock.now();
    first ??= { step, at };
    const words = trainedShare(steps);
    if (words === shown) return undefined;
    shown = words;
    if (totalSteps === undefined) return words;
    runner.progress?.('Training', step, totalSteps);
    return shareLine(steps, step > first.step ? ((at - first.at) / (step - first.step)) * (totalSteps - step) : undefined);
  };
}

/** The job with the words of its last error event, where it failed and says nothing itself. Pure. */
export function explained(job: Job, lastError: string | undefined): Job {
  if (job.state !== 'failed' || job.error?.message || lastError === undefined) return job;
  return { ...job, error: { ...job.error, message: lastError } };
}

/**
 * Follows the held job, or the one that it is exchanged for.
 * @returns why that ended, with the job as last seen
 */
export async function follow(step: Step, held: HeldJob, work: Work, exchange?: Exchange): Promise<Followed> {
  const { runner, clock, record } = step;
  const watched = watch(held.job, paceOf(step), work);
  const lineOf = happenings(step);
  let lastLine = clock.now();
  let lastError: string | undefined;
  for (;;) {
    const next = await watched.next();
    if (next.done) {
      const { reason } = next.value;
      const job = explained(next.value.job, lastError);
      record.note({ kind: 'job seen', job });
      return { reason, job, ours: held.ours };
    }
    const line = lineOf(next.value);
    if (next.value.kind === 'event' && next.value.event.level === 'error') lastError = next.value.event.message ?? lastError;
    if (line !== undefined) {
      runner.info(line);
      lastLine = clock.now();
    }
    if (next.value.kind === 'trouble') warn(step, next.value.message);
    if (next.value.kind !== 'look') continue;
    const { job } = next.value;
    await step.comment('running');
    if (clock.now() - lastLine > HEARTBEAT) {
      runner.info(heartbeatLine(job, clock.now() - step.started, clock.now()));
      lastLine = clock.now();
    }
    const other = (await exchange?.({ job, ours: held.ours })) ?? held;
    if (other.job.id === held.job.id) continue;
    await watched.return({ reason: 'terminal', job: other.job });
    return follow(step, other, work);
  }
}
