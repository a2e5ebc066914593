/** The comment on a pull request, kept by the built action against a server of GitHub's API. */
import { execFileSync } from 'node:child_process';
import { afterEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { type FakeGitHub, fakeGitHub, type GitHubOptions } from '../support/github.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

const servers: FakeGitHub[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const MODEL = 'gpt-4.1-mini-2025-04-14';
const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);
const before = many(20, chatRow);
const after = [...before.slice(0, 10), chatRow(99), ...before.slice(11, 20), chatRow(100)];
const answered = { messages: [...chatRow(3).messages.slice(0, 1), { role: 'assistant', content: 'Six <b>it</b> is.' }] };
const changed = after.with(2, answered);

async function github(options: GitHubOptions = {}): Promise<FakeGitHub> {
  const server = await fakeGitHub({
    parents: { [HEAD]: [BASE, 'c'.repeat(40)] },
    files: { [`${BASE}:data/train.jsonl`]: jsonl(before) },
    ...options,
  });
  servers.push(server);
  return server;
}

const event = {
  repository: { full_name: 'octo/data', private: true },
  pull_request: { number: 5, head: { sha: 'd'.repeat(40), repo: { full_name: 'octo/data' } }, base: { sha: 'e'.repeat(40) } },
};

function step(server: FakeGitHub, workspace: string, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> {
  const { env, ...rest } = more;
  return runAction({
    workspace,
    event,
    ...rest,
    inputs: {
      operation: 'validate',
      model: MODEL,
      training_file: 'data/train.jsonl',
      artifact_name: '',
      comment: 'true',
      github_token: 'ghs_x',
      ...inputs,
    },
    env: {
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_SHA: HEAD,
      GITHUB_API_URL: server.url,
      GITHUB_REF: 'refs/pull/5/merge',
      GITHUB_WORKFLOW: 'Data',
      ...env,
    },
  });
}

function workspaceOf(rows: readonly object[], name = 'data/train.jsonl'): string {
  const folder = newFolder('workspace-');
  write(folder, name, jsonl(rows));
  return folder;
}

const row = (body: string | undefined, name = 'Training') => body?.split('\n').find((line) => line.startsWith(`| ${name} |`));

describe('the data diff', () => {
  test('is told by content, from the API where the checkout has no history', async () => {
    const server = await github();
    const { exitCode, warnings } = await step(server, workspaceOf(changed), { price_per_million_tokens: '5' });
    expect([exitCode, warnings]).toEqual([0, []]);
    expect(server.comments).toHaveLength(1);
    const [body = ''] = server.bodies.slice(-1);
    expect(row(body)).toMatch(/^\| Training \| 20 → 21 \| \+2 \| −1 \| 1 \| 0 \| [\d,]+ → [\d,]+ \| /);
    expect(body).toContain('<summary>Changed rows</summary>');
    expect(body).not.toContain('<b>it</b>');
  });

  test('from git where the checkout has the version before', async () => {
    const folder = workspaceOf(before);
    const git = (...args: string[]) =>
      execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.com', ...args], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'before');
    const base = git('rev-parse', 'HEAD');
    write(folder, 'data/train.jsonl', jsonl([chatRow(50), ...before]));
    const server = await github({ parents: { [HEAD]: [base, HEAD] }, files: {} });
    await step(server, folder);
    expect(row(server.comments[0]?.body)).toMatch(/\| 20 → 21 \| \+1 \| 0 \| 0 \| 0 \|/);
    expect(server.seen.filter((call) => /trees|blobs/.test(call))).toEqual([]);
  });

  test('a glob is applied to the version before; moved rows are said to move', async () => {
    const files = {
      [`${BASE}:data/a.jsonl`]: jsonl(before.slice(0, 10)),
      [`${BASE}:data/b.jsonl`]: jsonl(before.slice(10)),
      [`${BASE}:other.jsonl`]: jsonl(before),
    };
    const server = await github({ files });
    await step(server, workspaceOf([...before.slice(1), ...before.slice(0, 1)], 'data/c.jsonl'), {
      training_file: 'data/*.jsonl',
    });
    expect(row(server.comments[0]?.body)).toMatch(/\| Training \| 20 \| 0 \| 0 \| 0 \| 1 \|/);
  });

  test('a renamed file is known by its content, a new one is new', async () => {
    const renamed = await github({ files: { [`${BASE}:data/old.jsonl`]: jsonl(before) } });
    await step(renamed, workspaceOf(before));
    expect(renamed.comments[0]?.body).toContain('The data says what it said before: 20 rows for training.');
    expect(renamed.comments[0]?.body).toMatch(/the file was data.*old/);
    const fresh = await github({ files: {} });
    await step(fresh, workspaceOf(before));
    expect(row(fresh.comments[0]?.body)).toMatch(/\| Training \| 20 \| \+20 \| 0 \|/);
  });

  test.each<[string, GitHubOptions, string]>([
    [
      'a Git LFS pointer',
      { files: { [`${BASE}:data/train.jsonl`]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n' } },
      'Git LFS pointer',
    ],
    ['a file that the API does not give', { refuse: { path: /blobs/, status: 403 } }, 'could not be read'],
    ['a list that is cut', { truncated: true }, 'more files than GitHub lists'],
  ])('%s is said, and not fatal', async (_, options, words) => {
    const server = await github(options);
    expect((await step(server, workspaceOf(before))).exitCode).toBe(0);
    expect(row(server.comments[0]?.body)).toContain('| ? | ? | ? | ? |');
    expect(server.comments[0]?.body).toContain(words);
  });

  test('bad data: the step fails, and the comment says which problems are new', async () => {
    const bad = [...before, { messages: [{ role: 'user', content: 'no answer' }] }];
    const server = await github();
    const { exitCode } = await step(server, workspaceOf(bad));
    expect(exitCode).toBe(1);
    expect(server.comments[0]?.body).toContain('The data does not pass');
    expect(server.comments[0]?.body).toMatch(/New with this change[\s\S]*❌ 1 × <code>chat&#47;no&#45;assistant&#45;message/);
  });

  test('rows are quoted only where they may be shown', async () => {
    const server = await github();
    await step(server, workspaceOf(changed), { show_rows: 'false' });
    expect(server.comments[0]?.body).not.toContain('Changed rows');
  });
});

describe('one comment', () => {
  test('is found again among many by its marker, and each step and matrix leg has its own', async () => {
    const server = await github({ comments: many(230, (number) => `comment ${number}`) });
    await step(server, workspaceOf(before));
    await step(server, workspaceOf(changed));
    expect(server.comments).toHaveLength(231);
    await step(server, workspaceOf(before), { matrix: '{"model":"a --> b"}' });
    expect(server.comments).toHaveLength(232);
    expect(server.comments[231]?.body.split('\n')[0]).toBe(
      '<!-- finetune-action Data/train/fine-tune/%7B%22model%22%3A%22a%20--%3E%20b%22%7D -->',
    );
  });

  test('goes on through a run: checked, created, trained', async () => {
    const server = await github();
    const { exitCode, outputs } = await step(server, workspaceOf(before), { operation: 'create', provider: 'sandbox' });
    expect(exitCode).toBe(0);
    expect(server.comments).toHaveLength(1);
    const titles = server.bodies.map((body) => body.split('\n').find((line) => line.startsWith('## ')));
    expect(titles[0]).toBe('## 🔎 The data is checked');
    expect(titles[1]).toBe('## ⏳ The job is created');
    expect(titles.at(-1)).toBe('## ✅ Model ready');
    expect(server.comments[0]?.body).toContain(outputs.fine_tuned_model);
  });

  test('on a push it is on the pull request that was merged; without one there is none', async () => {
    const env = { GITHUB_EVENT_NAME: 'push' };
    const push = { repository: { full_name: 'octo/data' } };
    const server = await github({
      parents: { [HEAD]: [BASE] },
      pulls: [
        { number: 4, merged_at: null },
        { number: 5, merged_at: '2026-01-01T00:00:00Z' },
      ],
    });
    await step(server, workspaceOf(changed), {}, { event: push, env });
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
    const none = await github();
    const { log, exitCode } = await step(none, workspaceOf(changed), {}, { event: push, env });
    expect([exitCode, none.bodies]).toEqual([0, []]);
    expect(log).toContain('No pull request belongs to this run');
  });

  test('a head that is no merge is compared with where its branch began', async () => {
    const server = await github({ parents: { [HEAD]: ['f'.repeat(40)] }, mergeBase: BASE });
    await step(server, workspaceOf(changed));
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
    expect(server.seen).toContain(`GET /repos/octo/data/compare/${'e'.repeat(40)}...${'d'.repeat(40)}`);
  });

  test.each([
    ['without the permission', { refuse: { path: /^POST/, status: 403 } }, 'ghs_x', 'pull-requests: write'],
    ['when GitHub fails', { refuse: { path: /^GET .*\/issues/, status: 500 } }, 'ghs_x', 'could not be kept'],
    ['without a token', {}, '', 'github_token is empty'],
  ])('%s: a warning, once, and no failure', async (_, options, github_token, words) => {
    const server = await github(options);
    const { exitCode, warnings } = await step(server, workspaceOf(before), {
      operation: 'create',
      provider: 'sandbox',
      github_token,
    });
    expect(exitCode).toBe(0);
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });
});
