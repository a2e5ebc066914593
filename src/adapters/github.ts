/**
 * GitHub's API, as far as a pull request is concerned: which one a run belongs to, and what it is compared
 * with.
 */
import { ActionError } from '../errors.ts';
import type { PullRequest, RunContext, Runner } from '../ports.ts';
import { baseVersion } from './base-version.ts';
import { type GitHub, gitHubOf } from './github-client.ts';
import { commentKeeper } from './github-comment.ts';
import { useEnvironmentProxies } from './http.ts';

interface Found {
  readonly number: number;
  readonly baseSha: string;
  readonly headSha: string;
}

/**
 * The open pull request of another branch or repository, by its head: on `workflow_run` the event does not
 * name those of forks.
 */
async function byHead({ octokit, place }: GitHub, context: RunContext, signal: AbortSignal): Promise<Found | undefined> {
  const { repository, branch, sha } = context.triggeredBy ?? {};
  if (!repository || !branch || !sha) return undefined;
  const head = `${repository.split('/')[0]}:${branch}`;
  const { data } = await octokit.rest.pulls.list({ ...place, head, state: 'open', per_page: 100, request: { signal } });
  const found = data.find((one) => one.head.sha === sha && one.head.repo?.full_name === repository);
  return found && { number: found.number, baseSha: found.base.sha, headSha: sha };
}

/** The pull request that a push to its base branch has merged. */
async function merged({ octokit, place }: GitHub, sha: string, signal: AbortSignal): Promise<number | undefined> {
  const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({
    ...place,
    commit_sha: sha,
    per_page: 100,
    request: { signal },
  });
  const all = data.filter(({ merged_at }) => merged_at !== null);
  return (all.find(({ merge_commit_sha }) => merge_commit_sha === sha) ?? all[0])?.number;
}

/**
 * The commit before the change: the first parent of a merge, else where the branch of the pull request began;
 * on a push what it was pushed on.
 */
async function baseCommit(
  { octokit, place }: GitHub,
  { sha, eventName, before }: RunContext,
  pullRequest: Found | undefined,
  signal: AbortSignal,
): Promise<string> {
  const short = sha.slice(0, 7);
  if (sha === '') throw new ActionError('the workspace holds no checkout, so it is not known which version of the data this is');
  const parents =
    sha === pullRequest?.headSha
      ? []
      : (await octokit.rest.git.getCommit({ ...place, commit_sha: sha, request: { signal } })).data.parents.map((one) => one.sha);
  const [first] = parents;
  if (pullRequest === undefined) {
    const base = parents.length > 1 ? first : (before ?? first);
    if (base === undefined) throw new ActionError(`the commit ${short} has no version before it`);
    return base;
  }
  // There the commit is whatever was checked out; elsewhere it is the merge that GitHub made for the event.
  const chosen = eventName === 'pull_request_target' || eventName === 'workflow_run';
  const isMerge = chosen ? parents.slice(1).includes(pullRequest.headSha) : parents.length > 1;
  if (first !== undefined && isMerge) return first;
  if (chosen && sha !== pullRequest.headSha)
    throw new ActionError(
      `the checkout is at ${short}, which is not the head of the pull request (${pullRequest.headSha.slice(0, 7)}); check that out`,
    );
  const basehead = `${pullRequest.baseSha}...${pullRequest.headSha}`;
  const compared = await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead, per_page: 1, request: { signal } });
  return compared.data.merge_base_commit.sha;
}

/**
 * The pull request of this run: the event's own, that of the head that a `workflow_run` event is about, or on
 * a push the one that was merged by it.
 * @returns undefined when there is none
 * @throws whatever GitHub refuses
 */
export async function pullRequestOf(
  { context, redact }: Pick<Runner, 'context' | 'redact'>,
  token: string,
  signal: AbortSignal,
): Promise<PullRequest | undefined> {
  await useEnvironmentProxies();
  const github = gitHubOf(context, token);
  const { eventName, pullRequest } = context;
  const found = pullRequest ?? (eventName === 'workflow_run' ? await byHead(github, context, signal) : undefined);
  const number = found?.number ?? (eventName === 'push' ? await merged(github, context.sha, signal) : undefined);
  if (number === undefined) return undefined;
  const comment = commentKeeper(github, number);
  return {
    number,
    base: async (limit) => baseVersion(github, context, await baseCommit(github, context, found, limit), limit),
    comment: (marker, body, limit) => comment(redact(marker), redact(body), limit),
  };
}
