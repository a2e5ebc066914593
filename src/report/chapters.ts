/** The chapters of the report that not every run has, each loaded where there is something of it. */
import type { Findings } from './findings.ts';

export interface Chapters {
  /** On jobs and deployments. */
  readonly job?: typeof import('./job-chapter.ts') | undefined;
  /** On the verdict about a model. */
  readonly evaluation?: typeof import('./evaluation-chapter.ts') | undefined;
}

/** The chapters of these findings. Nothing is known of a job before its platform was asked. */
export async function chaptersOf({ provider, job, evaluation }: Findings): Promise<Chapters> {
  return {
    job: provider === undefined && job === undefined ? undefined : await import('./job-chapter.ts'),
    evaluation: evaluation === undefined ? undefined : await import('./evaluation-chapter.ts'),
  };
}
