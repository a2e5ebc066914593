/** Where and why this step runs: the runner's variables, and the event's payload read leniently. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod/mini';
import type { RunContext } from '../ports.ts';

/** Built where there is a payload: a terminal has none. */
const Payload = z.lazy(() => {
  const Repository = z.nullish(z.looseObject({ full_name: z.nullish(z.string()), private: z.nullish(z.boolean()) }));
  const PullRequest = z.looseObject({
    number: z.nullish(z.number()),
    head: z.nullish(
      z.looseObject({ sha: z.nullish(z.string()), repo: z.nullish(z.looseObject({ full_name: z.nullish(z.string()) })) }),
    ),
    base: z.nullish(z.looseObject({ sha: z.nullish(z.string()) })),
  });
  return z.looseObject({
    repository: Repository,
    pull_request: z.nullish(PullRequest),
    workflow_run: z.nullish(
      z.looseObject({
        head_repository: Repository,
        head_branch: z.nullish(z.string()),
        head_sha: z.nullish(z.string()),
        pull_requests: z.nullish(z.array(PullRequest)),
      }),
    ),
    before: z.nullish(z.string()),
  });
});
type Payload = z.infer<typeof Payload>;

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

function readPayload(file: string | undefined): Payload {
  if (!file) return {};
  try {
    const parsed = Payload.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : {};
  } catch {
    // No payload is no secret and no fork; what matters for safety is that the event's name, which comes from
    // elsewhere, still stands.
    return {};
  }
}

/**
 * Events that run on the default branch and concern something else: whoever checks that out may have a fork's
 * head.
 */
const ABOUT_ANOTHER_COMMIT: ReadonlySet<string> = new Set(['issue_comment', 'check_run', 'check_suite']);

/**
 * Whether the event carries content of another repository. A head whose repository is gone counts as foreign.
 */
function isFork(eventName: string, payload: Payload, repository: string, isOwnCommit: () => boolean): boolean {
  if (eventName.startsWith('pull_request')) return payload.pull_request?.head?.repo?.full_name !== repository;
  if (eventName === 'workflow_run') return payload.workflow_run?.head_repository?.full_name !== repository;
  return ABOUT_ANOTHER_COMMIT.has(eventName) && !isOwnCommit();
}

function pullRequestOf({ pull_request, workflow_run }: Payload): RunContext['pullRequest'] {
  const own = workflow_run?.pull_requests?.find(({ head }) => head?.sha === workflow_run.head_sha);
  const { number, base, head } = pull_request ?? own ?? {};
  if (number == null) return undefined;
  return { number, baseSha: base?.sha ?? '', headSha: head?.sha ?? '' };
}

function triggerOf({ workflow_run }: Payload): RunContext['triggeredBy'] {
  if (workflow_run == null) return undefined;
  const { head_repository, head_branch, head_sha } = workflow_run;
  return { repository: head_repository?.full_name ?? '', branch: head_branch ?? '', sha: head_sha ?? '' };
}

/**
 * The commit that is checked out in the workspace; undefined when there is no checkout. Read without git,
 * which not every runner has.
 */
function checkedOut(workspace: string): string | undefined {
  const read = (name: string) => readFileSync(path.join(workspace, '.git', name), 'utf8');
  try {
    const head = read('HEAD').trim();
    const branch = /^ref: (refs\/.+)$/.exec(head)?.[1];
    const commit = branch === undefined ? head : read(branch).trim();
    return COMMIT.test(commit) ? commit : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The commit whose data the step reads. On `pull_request_target` and `workflow_run` GITHUB_SHA is a commit of
 * the base branch, whatever was checked out; on `pull_request` it is the merge, while a workflow may have
 * checked out the head.
 */
function commitOf(eventName: string, sha: string, payload: Payload, workspace: string): string {
  if (eventName === 'pull_request_target' || eventName === 'workflow_run') return checkedOut(workspace) ?? '';
  const head = payload.pull_request?.head?.sha;
  return head && checkedOut(workspace) === head ? head : sha;
}

/** Reads the context from the runner's variables; what is missing is empty. */
export function readContext(environment: Readonly<Record<string, string | undefined>>): RunContext {
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const eventName = environment.GITHUB_EVENT_NAME ?? '';
  const repository = environment.GITHUB_REPOSITORY ?? '';
  const actor = environment.GITHUB_ACTOR ?? '';
  const workspace = path.resolve(environment.GITHUB_WORKSPACE || process.cwd());
  const isOwnCommit = () => (checkedOut(workspace) ?? environment.GITHUB_SHA) === environment.GITHUB_SHA;
  const fork = isFork(eventName, payload, repository, isOwnCommit);
  return {
    eventName,
    repository,
    sha: commitOf(eventName, environment.GITHUB_SHA ?? '', payload, workspace),
    ref: environment.GITHUB_REF ?? '',
    workflow: environment.GITHUB_WORKFLOW ?? '',
    job: environment.GITHUB_JOB ?? '',
    step: environment.GITHUB_ACTION ?? '',
    runId: environment.GITHUB_RUN_ID ?? '',
    runAttempt: environment.GITHUB_RUN_ATTEMPT ?? '',
    actor,
    serverUrl: environment.GITHUB_SERVER_URL || 'https://github.com',
    apiUrl: (environment.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
    workspace,
    temp: path.resolve(environment.RUNNER_TEMP || tmpdir()),
    fork,
    withoutSecrets: eventName.startsWith('pull_request') && (fork || actor === 'dependabot[bot]'),
    privateRepository: payload.repository?.private === true,
    pullRequest: pullRequestOf(payload),
    triggeredBy: eventName === 'workflow_run' ? triggerOf(payload) : undefined,
    before: payload.before != null && COMMIT.test(payload.before) && !/^0+$/.test(payload.before) ? payload.before : undefined,
  };
}
