/** Where and why this step runs: the runner's variables, and the event's payload read leniently. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { RunContext } from '../ports.ts';

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;

/** The event as the platform wrote it. */
function readPayload(file: string | undefined): unknown {
  if (!file) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No payload is no secret and no fork; what matters for safety is that the event's name, which comes from
    // elsewhere, still stands.
    return undefined;
  }
}

/** What stands at a place of a payload. Each value is read by itself: a wrong one takes no other along. */
function valueAt(payload: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>((map, name) => (typeof map === 'object' && map !== null ? Reflect.get(map, name) : undefined), payload);
}

function textAt(payload: unknown, place: string): string | undefined {
  const value = valueAt(payload, place);
  return typeof value === 'string' ? value : undefined;
}

const isMap = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Events that run on the default branch and concern something else: whoever checks that out may have a fork's
 * head.
 */
const ABOUT_ANOTHER_COMMIT: ReadonlySet<string> = new Set(['issue_comment', 'check_run', 'check_suite']);

/**
 * Whether the event carries content of another repository. A head whose repository is gone counts as foreign.
 */
function isFork(eventName: string, payload: unknown, repository: string, isOwnCommit: () => boolean): boolean {
  if (eventName.startsWith('pull_request')) return textAt(payload, 'pull_request.head.repo.full_name') !== repository;
  if (eventName === 'workflow_run') return textAt(payload, 'workflow_run.head_repository.full_name') !== repository;
  return ABOUT_ANOTHER_COMMIT.has(eventName) && !isOwnCommit();
}

/** The pull request of this repository whose head a workflow ran on. */
function pullRequestOfRun(payload: unknown): unknown {
  const all = valueAt(payload, 'workflow_run.pull_requests');
  const head = textAt(payload, 'workflow_run.head_sha');
  return Array.isArray(all) ? all.find((one) => head !== undefined && textAt(one, 'head.sha') === head) : undefined;
}

function pullRequestOf(payload: unknown): RunContext['pullRequest'] {
  const own = valueAt(payload, 'pull_request');
  const event = isMap(own) ? own : pullRequestOfRun(payload);
  const number = valueAt(event, 'number');
  if (typeof number !== 'number') return undefined;
  return { number, baseSha: textAt(event, 'base.sha') ?? '', headSha: textAt(event, 'head.sha') ?? '' };
}

function triggerOf(payload: unknown): RunContext['triggeredBy'] {
  if (!isMap(valueAt(payload, 'workflow_run'))) return undefined;
  const text = (name: string) => textAt(payload, `workflow_run.${name}`) ?? '';
  return { repository: text('head_repository.full_name'), branch: text('head_branch'), sha: text('head_sha') };
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
function commitOf(eventName: string, sha: string, payload: unknown, workspace: string): string {
  if (eventName === 'pull_request_target' || eventName === 'workflow_run') return checkedOut(workspace) ?? '';
  const head = textAt(payload, 'pull_request.head.sha');
  return head && checkedOut(workspace) === head ? head : sha;
}

/** Reads the context from the runner's variables; what is missing is empty. */
export function readContext(environment: Readonly<Record<string, string | undefined>>): RunContext {
  const payload = readPayload(environment.GITHUB_EVENT_PATH);
  const eventName = environment.GITHUB_EVENT_NAME ?? '';
  const repository = environment.GITHUB_REPOSITORY ?? '';
  const actor = environment.GITHUB_ACTOR ?? '';
  const workspace = path.resolve(environment.GITHUB_WORKSPACE || process.cwd());
  const before = textAt(payload, 'before') ?? '';
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
    privateRepository: valueAt(payload, 'repository.private') === true,
    pullRequest: pullRequestOf(payload),
    triggeredBy: eventName === 'workflow_run' ? triggerOf(payload) : undefined,
    before: COMMIT.test(before) && !/^0+$/.test(before) ? before : undefined,
  };
}
