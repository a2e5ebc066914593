/**
 * What a step leaves to its post step: the job that it is about, kept before anything can happen to the step.
 * Each step has a name of its own for it, because the runner merges what the uses of one action in a
 * composite keep.
 */
import type { Runner } from '../ports.ts';
import type { LeftJob } from './left-job-schema.ts';
import type { World } from './step.ts';

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
export async function leftJobs(runner: Runner): Promise<readonly LeftJob[]> {
  const kept = runner.savedStates(PREFIX);
  if (kept.length === 0) return [];
  const { LeftJob } = await import('./left-job-schema.ts');
  return kept.flatMap((text) => {
    try {
      const read = LeftJob.safeParse(JSON.parse(text));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });
}
