/** What a step leaves to its post step of a job, as it is kept. Pure. */
import * as z from 'zod/mini';

export const LeftJob = z.object({
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
