/**
 * What `npm run mutate` breaks: for each promise of docs/promises.md at least one way to break it, and where
 * that should show: in cells of the fault matrix, or in a test of `__tests__/scenarios`. A file a section of
 * that page.
 */
import type { Defect } from './defect.ts';
import { ERRORS } from './errors.ts';
import { LOST_JOBS } from './lost-jobs.ts';
import { PAID_TWICE } from './paid-twice.ts';
import { RIGHT_JOB } from './right-job.ts';

export const DEFECTS: readonly Defect[] = [...PAID_TWICE, ...LOST_JOBS, ...RIGHT_JOB, ...ERRORS];
