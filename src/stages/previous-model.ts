/** The model before this one, for the figures that stand beside its own. Its loss is nothing to speak of. */
import type { Checkpoint, Job } from '../api/objects.ts';
import { AbortedError, ActionError } from '../errors.ts';
import { predecessor } from '../job/line.ts';
import type { Work } from '../job/work.ts';
import { lacking } from '../providers/profile.ts';
import type { World } from '../run/step.ts';

/** The same work, in which each request is made once. */
const once = (work: Work): Work => ({ ...work, attempt: (_kind, call) => call() });

/** The first piece of a list: one request. */
async function firstOf<Item>(pieces: AsyncIterable<readonly Item[]>): Promise<readonly Item[]> {
  for await (const piece of pieces) return piece;
  return [];
}

/** The label by which jobs of the same repository are asked for, as the job itself carries it. */
function repositoryLabel({ metadata, origin }: Job): Record<string, string> {
  const pairs = Object.entries(metadata ?? {});
  return Object.fromEntries(pairs.filter(([name, value]) => name.startsWith('finetune_action_') && value === origin?.repository));
}

/** Whether this piece of the list reaches back from the job: a list may also begin with the oldest. */
function reachesBack(listed: readonly Job[], job: Job): boolean {
  return (listed[0]?.created_at ?? 0) >= (job.created_at ?? 0) || listed.some(({ id }) => id === job.id);
}

async function find(world: World, job: Job, work: Work): Promise<{ job: Job; checkpoint: Checkpoint | undefined } | undefined> {
  const { provider } = work;
  const listed = await firstOf(provider.jobs(repositoryLabel(job), once(work)));
  const found = reachesBack(listed, job) ? predecessor(job, listed) : undefined;
  if (found === undefined) return undefined;
  const kept = lacking(world.connection.profile, 'checkpoints') === undefined ? provider.checkpoints : undefined;
  const checkpoints = kept === undefined ? [] : await firstOf(kept.call(provider, found.id, once(work)));
  const last = checkpoints.toSorted((left, right) => (left.step_number ?? 0) - (right.step_number ?? 0)).at(-1);
  return { job: found, checkpoint: last };
}

/** Notes the model that this job's model follows, where two requests can tell. */
export async function notePrevious(world: World, job: Job, work: Work): Promise<void> {
  if (job.state !== 'succeeded' || !job.fine_tuned_model || job.origin?.repository === undefined) return;
  try {
    const previous = await find(world, job, work);
    if (previous !== undefined) world.record.note({ kind: 'previous model', previous });
  } catch (error) {
    if (!(error instanceof ActionError) || error instanceof AbortedError) throw error;
  }
}
