/** A step with `comment: true` on a pull request, run by the built action against a server of GitHub's API. */
import { execFileSync } from 'node:child_process';
import { newFolder, type Outcome, type Run, runAction } from './action.ts';
import { type FakeGitHub, fakeGitHub, type GitHubOptions } from './github.ts';
import { keep } from './keep.ts';
import { chatRow, jsonl, many, write } from './rows.ts';

export const MODEL = 'gpt-4.1-mini-2025-04-14';
/** The merge that the event is about, the base that it merges into, the head of the branch, the base that the event names. */
export const MERGE = 'a'.repeat(40);
export const BASE = 'b'.repeat(40);
export const HEAD = 'd'.repeat(40);
export const OLD_BASE = 'e'.repeat(40);

export const before = many(20, chatRow);
const answered = { messages: [...chatRow(3).messages.slice(0, 1), { role: 'assistant', content: 'Six <b>it</b> is.' }] };
/** Two rows come, one goes, one has another answer. */
export const changed = [...before.slice(0, 10), chatRow(99), ...before.slice(11, 20), chatRow(100)].with(2, answered);

/** GitHub with a merge of two parents, the first of which has the rows of before; overrides go over it. */
export async function github(options: GitHubOptions = {}): Promise<FakeGitHub> {
  return keep(
    await fakeGitHub({
      parents: { [MERGE]: [BASE, HEAD] },
      files: { [`${BASE}:data/train.jsonl`]: jsonl(before) },
      ...options,
    }),
  );
}

export const event = {
  repository: { full_name: 'octo/data', private: true },
  pull_request: { number: 5, head: { sha: HEAD, repo: { full_name: 'octo/data' } }, base: { sha: OLD_BASE } },
};

export function step(
  server: FakeGitHub,
  workspace: string,
  inputs: Run['inputs'] = {},
  { env, ...more }: Partial<Run> = {},
): Promise<Outcome> {
  return runAction({
    workspace,
    event,
    ...more,
    inputs: {
      operation: 'validate',
      // A gateway: nothing is said of how long OpenAI itself goes on.
      provider: 'openai',
      base_url: 'https://gateway.example.com/v1',
      model: MODEL,
      training_file: 'data/train.jsonl',
      artifact_name: '',
      comment: 'true',
      github_token: 'ghs_x',
      ...inputs,
    },
    env: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: MERGE,
      GITHUB_REF: 'refs/pull/5/merge',
      GITHUB_API_URL: server.url,
      GITHUB_WORKFLOW: 'Data',
      ...env,
    },
  });
}

/** A folder with these rows, or these bytes. */
export function workspaceOf(rows: readonly object[] | string | Uint8Array, name = 'data/train.jsonl'): string {
  const folder = newFolder('workspace-');
  write(folder, name, typeof rows === 'string' || rows instanceof Uint8Array ? rows : jsonl(rows));
  return folder;
}

/** Commits all that a folder holds. @returns the commit */
export function commit(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'a commit', '--allow-empty');
  return git('rev-parse', 'HEAD');
}

/** The line of a comment's table, its unbreakable spaces as plain ones. */
export const row = (body: string | undefined, name = 'Training') =>
  body
    ?.split('\n')
    .find((line) => line.startsWith(`| ${name} `))
    ?.replaceAll('\u00a0', ' ');
