/** `comment: true`: one comment on the pull request, updated in place while the run goes on. It never stops the run. */
import type { PullRequest } from '../ports.ts';
import { markerOf, renderComment, type Stage } from '../report/comment.ts';
import { compareWithBase } from './compare.ts';
import { type Step, warn } from './step.ts';

/** Between two updates of a running job, in milliseconds: GitHub limits how often one may write. */
const PAUSE = 60_000;

export interface Telling {
  /** The pull request of this run; undefined when there is none. @throws whatever GitHub refuses */
  readonly find: () => Promise<PullRequest | undefined>;
  /** Why GitHub refused, for a person. */
  readonly refusal: (error: unknown) => string;
}

/** Tells of the run where it is followed. The first failure is a warning and the last attempt. */
export function teller(step: () => Step, { find, refusal }: Telling): (stage: Stage) => Promise<void> {
  let found: Promise<PullRequest | undefined> | undefined;
  let silent = false;
  let told = Number.NEGATIVE_INFINITY;
  return async (stage) => {
    const { clock, draft, inputs, signal, runner } = step();
    if (silent || (stage === 'running' && clock.now() - told < PAUSE)) return;
    told = clock.now();
    try {
      const first = found === undefined;
      found ??= find();
      const pullRequest = await found;
      if (pullRequest === undefined) {
        silent = true;
        return runner.info('No pull request belongs to this run, so there is nothing to comment on (comment: true).');
      }
      // A run that is being cancelled has seconds left.
      if (first && !signal.aborted) draft.changes = await compareWithBase(step(), pullRequest.base);
      const marker = markerOf(draft, inputs.matrix);
      await pullRequest.comment(marker, renderComment(draft, stage, marker));
    } catch (error) {
      silent = true;
      warn(step(), `The comment on the pull request could not be kept: ${refusal(error)}`);
    }
  };
}
