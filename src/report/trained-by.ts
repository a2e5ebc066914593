/**
 * Which run, at which commit, a model comes from: the present one where it created the job, else the one that
 * the job itself names. What the job does not say is not filled in with the present run. Pure.
 */
import type { Findings } from './findings.ts';

/** Each part undefined where it is not known. */
export interface Trainer {
  readonly repository: string | undefined;
  readonly commit: string | undefined;
  /** Only of the present run. */
  readonly ref: string | undefined;
  readonly runId: string | undefined;
  readonly runAttempt: string | undefined;
  readonly job: string | undefined;
  readonly step: string | undefined;
}

const known = (text: string | undefined, form: RegExp) => (text !== undefined && form.test(text) ? text : undefined);

/** Who trained the model. What a job says is foreign text: only what has the right form is taken. */
export function trainedBy({ reused, origin, run }: Pick<Findings, 'reused' | 'origin' | 'run'>): Trainer {
  const present = (text: string) => (text === '' ? undefined : text);
  if (reused === false) {
    const { repository, sha, ref, runId, runAttempt, job, step } = run;
    return {
      repository: present(repository),
      commit: present(sha),
      ref: present(ref),
      runId: present(runId),
      runAttempt: present(runAttempt),
      job: present(job),
      step: present(step),
    };
  }
  const [, runId, runAttempt, job, step] =
    /^(\d{1,20})\/(\d{1,6})(?: ([\w.-]{1,200}))?(?: ([\w.-]{1,200}))?/.exec(origin?.run ?? '') ?? [];
  return {
    repository: known(origin?.repository, /^[\w.-]{1,100}\/[\w.-]{1,100}$/),
    commit: known(origin?.commit, /^[0-9a-f]{7,64}$/),
    ref: undefined,
    runId,
    runAttempt,
    job,
    step,
  };
}

/**
 * Whose the job is that this step reports, seen from the step: what this run has created itself, in another
 * step or in an earlier attempt, is no money saved.
 */
export type Creator = 'this step' | 'another step of this run' | 'an earlier attempt of this run' | 'before this run';

/** Who created the job, and so pays for it, as far as it says. */
export function creatorOf({ reused, origin, run }: Pick<Findings, 'reused' | 'origin' | 'run'>): Creator {
  if (!reused) return 'this step';
  const { runId, runAttempt, repository } = trainedBy({ reused, origin, run });
  const ours = runId !== undefined && runId === run.runId && repository?.toLowerCase() === run.repository.toLowerCase();
  if (!ours) return 'before this run';
  return runAttempt === run.runAttempt ? 'another step of this run' : 'an earlier attempt of this run';
}
