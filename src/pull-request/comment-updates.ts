/**
 * `comment: true`: one comment on the pull request, updated in place while the run goes on. It never stops
 * the run.
 */
import { ActionError, messageOf } from '../errors.ts';
import type { PullRequest } from '../ports.ts';
import { chaptersOf } from '../report/chapters.ts';
import { LENGTHS, markerOf, type Progress, renderComment, type Subject } from '../report/comment.ts';
import type { DataChange, Findings } from '../report/findings.ts';
import { type Step, type World, warn } from '../run/step.ts';

/** Between two updates of a running job, in milliseconds: GitHub limits how often one may write. */
const PAUSE = 60_000;
/**
 * How long one update may take: at first, once GitHub has failed, and when the workflow run is being
 * cancelled. In milliseconds.
 */
const PATIENCE = { first: 30_000, later: 5000, last: 3000 } as const;
/** How long the version before may take to come. In milliseconds. */
const COMPARING = 3 * 60_000;
/** After so many updates in a row that failed only the end is reported. */
const FAILURES = 3;

/** What the comment needs of GitHub. */
export interface Discussion {
  /** The pull request of this run; undefined when there is none. @throws whatever GitHub refuses */
  readonly find: (signal: AbortSignal) => Promise<PullRequest | undefined>;
  /**
   * Why GitHub refused, for a person; on a fork's pull request, and with a token that it took before, for
   * another reason.
   */
  readonly refusal: (error: unknown, fork: boolean, accepted: boolean) => string;
  /** Whether it will refuse again, whatever passes. */
  readonly isFinal: (error: unknown) => boolean;
}

/** A limit of so long, which a cancelled run shortens: it has seconds left. */
function limitOf(signal: AbortSignal, patience: number): AbortSignal {
  const limit = new AbortController();
  const end = (after: number) =>
    setTimeout(() => limit.abort(new DOMException('GitHub does not answer.', 'TimeoutError')), after).unref();
  end(signal.aborted ? PATIENCE.last : patience);
  signal.addEventListener('abort', () => end(PATIENCE.last), { once: true, signal: limit.signal });
  return limit.signal;
}

async function changesOf(world: World, findings: Findings, pullRequest: PullRequest): Promise<readonly DataChange[]> {
  const { datasets } = findings;
  if (datasets.length === 0) return [];
  const limit = AbortSignal.any([world.signal, AbortSignal.timeout(COMPARING)]);
  try {
    const base = await pullRequest.base(limit);
    try {
      const { compareWithBase } = await import('./compare.ts');
      return await compareWithBase(world, findings, base);
    } finally {
      await base.close();
    }
  } catch (error) {
    const note = `there is nothing to compare with: ${messageOf(error)}`;
    return datasets.map(({ role }) => ({ role, diff: undefined, before: undefined, newProblems: [], note }));
  }
}

/** Gives the comment as many of its parts as GitHub takes. */
async function keep(
  findings: Findings,
  subject: Subject,
  progress: Progress,
  pullRequest: PullRequest,
  signal: AbortSignal,
): Promise<void> {
  const marker = markerOf(findings, subject);
  const chapters = await chaptersOf(findings);
  for (const length of LENGTHS) {
    const text = renderComment(findings, chapters, progress, marker, length);
    if ((await pullRequest.comment(marker, text, signal)) === 'kept') return;
  }
  throw new ActionError('GitHub refuses what it should say (422).');
}

/**
 * Keeps the comment up to date. The first failure is a warning; one that will not pass is the last attempt.
 * @param findings what is known by now
 */
export function commentUpdates(world: World, findings: () => Findings, { find, refusal, isFinal }: Discussion): Step['comment'] {
  const { clock, signal, runner, record, inputs } = world;
  let found: PullRequest | undefined;
  let compared = false;
  let silent = false;
  let failures = 0;
  let accepted = false;
  let warned = false;
  let lastUpdate = Number.NEGATIVE_INFINITY;
  return async (progress) => {
    if (silent || (progress === 'running' && clock.now() - lastUpdate < PAUSE)) return;
    if (failures >= FAILURES && progress !== 'done') return;
    // A run that is being cancelled asks a silent server no second time.
    if (failures > 0 && signal.aborted) return;
    lastUpdate = clock.now();
    const patience = failures > 0 ? PATIENCE.later : PATIENCE.first;
    try {
      found ??= await find(limitOf(signal, patience));
      if (found === undefined) {
        silent = true;
        return runner.info('No pull request belongs to this run, so there is nothing to comment on (comment: true).');
      }
      // A run that is being cancelled has seconds left.
      if (!compared && !signal.aborted) {
        compared = true;
        record.note({ kind: 'changes', changes: await changesOf(world, findings(), found) });
      }
      await keep(findings(), inputs, progress, found, limitOf(signal, patience));
      failures = 0;
      accepted = true;
    } catch (error) {
      failures += 1;
      silent = isFinal(error) || error instanceof ActionError;
      const why = `The comment on the pull request could not be kept: ${refusal(error, runner.context.fork, accepted)}`;
      if (warned) runner.debug(why);
      else warn(world, why);
      warned = true;
    }
  };
}
