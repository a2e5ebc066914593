/** Following a job in the log and in the findings until it ends, time is up, or the run is cancelled. */
import { type Job, timeOf } from '../api/objects.ts';
import { ProviderError } from '../errors.ts';
import { type Happening, type Pace, type WatchEnd, watch } from '../job/watch.ts';
import { inPassing, type Work } from '../job/work.ts';
import { eventLine, heartbeatLine, progressLine, statusLine } from '../report/log.ts';
import { decodeResultFile, metricPoint } from '../report/metrics.ts';
import { type Step, warn } from './step.ts';

/** No line for so long: a sign of life, in milliseconds. */
const HEARTBEAT = 5 * 60_000;
/** A list that never ends is read no further. */
const CHECKPOINT_PIECES = 20;

/** The pace that the inputs ask for, or the provider's own. */
export function paceOf(step: Step): Pace {
  const { poll_interval_seconds } = step.inputs;
  if (poll_interval_seconds > 0) return { from: poll_interval_seconds, to: poll_interval_seconds };
  const [from, to] = step.connection.profile.pollSeconds;
  return { from, to };
}

/** Writes what happens into log and findings. @returns why the watch ended */
export async function follow(step: Step, job: Job, work: Work, onLook?: () => Promise<Job | undefined>): Promise<WatchEnd> {
  const { runner, clock, draft } = step;
  const watched = watch(job, paceOf(step), work);
  let told = clock.now();
  let first: { readonly step: number; readonly time: number } | undefined;
  for (;;) {
    const next = await watched.next();
    if (next.done) {
      draft.job = next.value.job;
      return next.value;
    }
    const line = lineOf(next.value);
    if (line !== undefined) {
      runner.info(line);
      told = clock.now();
    }
    if (next.value.kind === 'trouble') warn(step, next.value.message);
    if (next.value.kind === 'look') {
      await step.tell('running');
      if (clock.now() - told > HEARTBEAT) {
        runner.info(heartbeatLine(next.value.job, clock.now() - step.started));
        told = clock.now();
      }
      const other = await onLook?.();
      if (other !== undefined) {
        await watched.return({ reason: 'terminal', job: other });
        return follow(step, other, work);
      }
    }
  }

  function lineOf(happening: Happening): string | undefined {
    if (happening.kind === 'status') {
      draft.job = happening.job;
      return statusLine(happening.job, happening.before);
    }
    if (happening.kind !== 'event') return undefined;
    draft.events = [...draft.events, happening.event];
    const point = metricPoint(happening.event);
    if (point === undefined) return eventLine(happening.event);
    draft.metrics = [...draft.metrics, point];
    // The provider's own times: events may come in bundles.
    const time = happening.event.created_at * 1000;
    first ??= { step: point.step, time };
    const pace = point.step > first.step ? (time - first.time) / (point.step - first.step) : undefined;
    return `${timeOf(happening.event.created_at).slice(11, 19)} ${progressLine(point, pace)}`.trimStart();
  }
}

/** Reads what a job leaves besides its name: checkpoints and result files. What cannot be read is a warning. */
export async function collect(step: Step, job: Job, work: Work): Promise<void> {
  const { draft } = step;
  const tolerant = async (what: string, read: () => Promise<void>) => {
    try {
      await read();
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      warn(step, `${what} could not be read; the job is not affected. ${error.message}`);
    }
  };
  await tolerant('The checkpoints', async () => {
    let pieces = 0;
    for await (const piece of work.provider.checkpoints?.(job.id, inPassing(work)) ?? []) {
      draft.checkpoints = [...draft.checkpoints, ...piece.filter((one) => !draft.checkpoints.some(({ id }) => id === one.id))];
      pieces += 1;
      if (pieces === CHECKPOINT_PIECES) break;
    }
  });
  const { result } = work.provider;
  if (result === undefined) return;
  for (const id of job.result_files ?? []) {
    await tolerant(`The result file ${id}`, async () => {
      const text = decodeResultFile(await work.attempt('extra', () => result(id, work.signal)));
      draft.resultFiles = [...draft.resultFiles, { id, name: `${id}.csv`, text }];
    });
  }
}
