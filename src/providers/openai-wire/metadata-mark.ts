/** The mark in a job's metadata: the fingerprint under one reserved key, and beside it who asked. Pure. */

import { METADATA_PAIRS, METADATA_VALUE_LENGTH } from '../../api/limits.ts';
import type { Job, Origin } from '../../api/objects.ts';
import { ActionError } from '../../errors.ts';
import type { Mark } from '../port.ts';

/** The reserved metadata key of the fingerprint. */
export const FINGERPRINT_KEY = 'finetune_action_fingerprint';
const RESERVED = 'finetune_action_';

/**
 * Whether this job carries the fingerprint; asked again on our side, because some servers ignore the filter
 * of a list.
 */
export function carries(job: Pick<Job, 'metadata'>, fingerprint: string): boolean {
  return job.metadata?.[FINGERPRINT_KEY] === fingerprint;
}

/** Whether it carries a fingerprint of ours, and not this one: a positive sign of another job. */
export function carriesAnother(job: Pick<Job, 'metadata'>, fingerprint: string): boolean {
  const carried = job.metadata?.[FINGERPRINT_KEY];
  return carried !== undefined && carried !== fingerprint;
}

/** Whether it carries a fingerprint of ours, whichever: its server keeps metadata. */
export function carriesAny(job: Pick<Job, 'metadata'>): boolean {
  return job.metadata?.[FINGERPRINT_KEY] !== undefined;
}

/**
 * Refuses metadata that leaves no room for the mark.
 * @throws ActionError when there is none, or the user's pairs use a reserved key
 */
export function checkMetadata(given: Readonly<Record<string, string>> | undefined): void {
  const keys = Object.keys(given ?? {});
  const taken = keys.find((key) => key.startsWith(RESERVED));
  if (taken !== undefined) {
    throw new ActionError(
      `Input metadata uses the key ${taken}; keys that begin with ${RESERVED} are the action's own. Choose another key.`,
    );
  }
  if (keys.length > METADATA_PAIRS - 1) {
    throw new ActionError(
      `Input metadata has ${keys.length} pairs; at most ${METADATA_PAIRS - 1} fit beside the fingerprint, by which a job is never paid for twice. Take one out.`,
    );
  }
}

/**
 * The metadata to send: the user's pairs untouched, the fingerprint, and of the origin what fits.
 * @throws as `checkMetadata`
 */
export function markedMetadata(
  given: Readonly<Record<string, string>> | undefined,
  { fingerprint, origin }: Pick<Mark, 'fingerprint' | 'origin'>,
): Record<string, string> {
  checkMetadata(given);
  const pairs = given ?? {};
  const room = METADATA_PAIRS - Object.keys(pairs).length - 1;
  const extras = ['repository', 'commit', 'run'] as const;
  const labels = extras.flatMap((name) => {
    const value = origin?.[name] ?? '';
    return value === '' || value.length > METADATA_VALUE_LENGTH ? [] : [[`${RESERVED}${name}`, value] as const];
  });
  return { ...pairs, [FINGERPRINT_KEY]: fingerprint, ...Object.fromEntries(labels.slice(0, room)) };
}

/** Where a job says that it came from; each part undefined where it does not say. Foreign text. */
export function originOf(metadata: Readonly<Record<string, string>>): Origin {
  return {
    repository: metadata[`${RESERVED}repository`],
    commit: metadata[`${RESERVED}commit`],
    run: metadata[`${RESERVED}run`],
  };
}
