/**
 * What a step leaves to its post step: the job that it is about, kept before anything can happen to the step.
 * Each step has a name of its own for it, because the runner merges what the uses of one action in a
 * composite keep.
 */
import * as z from 'zod/mini';
import type { Runner } from '../ports.ts';
import type { World } from './step.ts';

const LeftJob = z.object({
  /**
   * `creating`: asked for, and not answered yet; `cancelling`: its end was decided and is not sure; `ended`:
   * nothing is left to do.
   */
  phase: z.enum(['creating', 'created', 'cancelling', 'ended']),
  /** Where the job is. */
  server: z.string(),
  /** By what it is found where it has no ID yet. */
  fingerprint: z.optional(z.string()),
  /** Who asked, as the job itself says it. */
  run: z.optional(z.string()),
  jobId: z.optional(z.string()),
  /** Whether a cancelled run may cancel it: this run created it, or `on_cancel: cancel` is written out. */
  cancel: z.boolean(),
  /** The cancel was written out: where nothing else stops the job, it may be deleted. */
  byDeletion: z.optional(z.boolean()),
});
export type LeftJob = z.infer<typeof LeftJob>;

const PREFIX = 'job_of_';

/** What distinguishes two uses of the action that ask the same server. */
export function serverOf({ profile, baseUrl }: World['connection']): string {
  return `${profile.name} ${baseUrl}`;
}

/** Keeps it; what was kept before is replaced. */
export function leaveJob({ runner, connection }: Pick<World, 'runner' | 'connection'>, left: Omit<LeftJob, 'server'>): void {
  const name = `${PREFIX}${runner.context.step.replace(/\W+/g, '_')}`;
  runner.saveState(name, JSON.stringify({ ...left, server: serverOf(connection) }));
}

/** All that the uses of this action in the job left. What cannot be read is not ours. */
export function leftJobs(runner: Runner): readonly LeftJob[] {
  return runner.savedStates(PREFIX).flatMap((text) => {
    try {
      const read = LeftJob.safeParse(JSON.parse(text));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });
}
