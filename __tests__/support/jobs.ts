import type { Job } from '../../src/api/objects.ts';
import { dialectOf } from '../../src/providers/openai-wire/dialect.ts';
import { jobOf, type WireJob } from '../../src/providers/openai-wire/objects.ts';

/** A job as a server of the wire sends it, in our words. */
export const sent = (job: WireJob): Job => jobOf(job, dialectOf());
