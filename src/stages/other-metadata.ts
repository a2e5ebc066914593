/** The labels of a job that was taken up: it keeps those that it was created with. */
import type { Job } from '../api/objects.ts';
import { inertLine } from '../report/text.ts';
import { type World, warn } from '../run/step.ts';

/**
 * The pairs that were asked for and that the job carries otherwise, with what it carries; undefined: nothing.
 * Pure.
 */
export function otherMetadata(
  { metadata: carried }: Pick<Job, 'metadata'>,
  asked: Readonly<Record<string, string>> | undefined,
): readonly (readonly [key: string, asked: string, carried: string | undefined])[] {
  // A server that keeps no metadata has lost no label: there was none.
  if (!carried || Object.keys(carried).length === 0) return [];
  return Object.entries(asked ?? {}).flatMap(([key, value]) =>
    carried[key] === value ? [] : [[key, value, carried[key]] as const],
  );
}

/** Says in what the labels of a job differ from those that were asked for: later searches go by its own. */
export function warnOfOtherMetadata(world: World, job: Job): void {
  const others = otherMetadata(job, world.inputs.metadata);
  if (others.length === 0) return;
  const shown = others
    .slice(0, 4)
    .map(([key, asked, carried]) => `${key}=${carried ?? ''}${carried === undefined ? '(absent)' : ''}, not ${key}=${asked}`);
  const more = others.length > shown.length ? `, and ${others.length - shown.length} more` : '';
  warn(
    world,
    `Job ${inertLine(job.id, 80)} keeps the metadata that it was created with: ${inertLine(`${shown.join('; ')}${more}`, 600)}. A search by metadata finds it by those alone; retrieve it by the inputs of create instead, or pay for one of its own with reuse: false.`,
  );
}
