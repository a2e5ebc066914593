/** GitHub's API, as far as a pull request is concerned: its one comment, and the version of the repository that it changes. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { getOctokit } from '@actions/github';
import { ActionError } from '../errors.ts';
import type { BaseVersion, PullRequest, RunContext } from '../ports.ts';
import { useEnvironmentProxies } from './http.ts';

const run = promisify(execFile);
/** GitHub's own limit for the raw form of a file. In bytes. */
const LARGEST = 100 * 1024 * 1024;
const COMMENT_PAGES = 20;

type Octokit = ReturnType<typeof getOctokit>;
interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** The commit before the change: the first parent of a merge, else where the branch of the pull request began. */
async function baseCommit(octokit: Octokit, place: Place, { sha, pullRequest }: RunContext): Promise<string | undefined> {
  const { data } = await octokit.rest.git.getCommit({ ...place, commit_sha: sha });
  if (pullRequest === undefined || data.parents.length > 1) return data.parents[0]?.sha;
  const basehead = `${pullRequest.baseSha}...${pullRequest.headSha}`;
  return (await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead, per_page: 1 })).data.merge_base_commit.sha;
}

/** What the checkout has of a commit is read from it; the rest comes from the API. */
function baseVersion(octokit: Octokit, place: Place, workspace: string, commit: string): BaseVersion {
  const git = async (...args: string[]) => (await run('git', ['-C', workspace, ...args], { maxBuffer: LARGEST })).stdout;
  return {
    commit,
    async paths() {
      try {
        return (await git('ls-tree', '-r', '-z', '--name-only', commit)).split('\0').filter((path) => path !== '');
      } catch {
        const { data } = await octokit.rest.git.getTree({ ...place, tree_sha: commit, recursive: 'true' });
        if (data.truncated) throw new ActionError('the repository has more files than GitHub lists at once');
        return data.tree.flatMap(({ path, type }) => (type === 'blob' && path !== undefined ? [path] : []));
      }
    },
    async read(path) {
      try {
        return await git('cat-file', 'blob', `${commit}:${path}`);
      } catch {
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/contents/{path}', {
          ...place,
          path,
          ref: commit,
          mediaType: { format: 'raw' },
        });
        if (typeof data !== 'string') throw new ActionError(`GitHub does not send ${path} as text`);
        return data;
      }
    },
  };
}

async function keepComment(octokit: Octokit, place: Place, issue_number: number, marker: string, body: string): Promise<void> {
  for (let page = 1; page <= COMMENT_PAGES; page += 1) {
    const { data } = await octokit.rest.issues.listComments({ ...place, issue_number, per_page: 100, page });
    const own = data.find((comment) => comment.body?.includes(marker));
    if (own !== undefined) {
      if (own.body !== body) await octokit.rest.issues.updateComment({ ...place, comment_id: own.id, body });
      return;
    }
    if (data.length < 100) break;
  }
  await octokit.rest.issues.createComment({ ...place, issue_number, body });
}

/**
 * The pull request of this run: the event's own, or on a push the one that was merged by it.
 * @returns undefined when there is none
 * @throws whatever GitHub refuses
 */
export async function pullRequestOf(context: RunContext, token: string): Promise<PullRequest | undefined> {
  await useEnvironmentProxies();
  const [owner = '', repo = ''] = context.repository.split('/');
  const place = { owner, repo };
  // Its own fetch would go past the proxies' dispatcher.
  const octokit = getOctokit(token, { baseUrl: context.apiUrl, request: { fetch: globalThis.fetch } });
  const merged = async () => {
    const { data } = await octokit.rest.repos.listPullRequestsAssociatedWithCommit({ ...place, commit_sha: context.sha });
    return data.find(({ merged_at }) => merged_at !== null)?.number;
  };
  const number = context.pullRequest?.number ?? (context.eventName === 'push' ? await merged() : undefined);
  if (number === undefined) return undefined;
  const commit = await baseCommit(octokit, place, context);
  if (commit === undefined) throw new ActionError(`the commit ${context.sha} has no version before it`);
  return {
    number,
    base: baseVersion(octokit, place, context.workspace, commit),
    comment: (marker, body) => keepComment(octokit, place, number, marker, body),
  };
}
