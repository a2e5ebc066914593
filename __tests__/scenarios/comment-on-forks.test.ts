/** Pull requests whose own runs may not write: a second workflow comments for them, with the built action against a server of GitHub's API. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import type { OpenPull } from '../support/github.ts';
import { BASE, before, changed, commit, github, MERGE, OLD_BASE, row, step, workspaceOf } from '../support/pull-request.ts';
import { jsonl } from '../support/rows.ts';

const FORK = 'mallory/data';
const env = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: MERGE };

/** The checkout of a fork's head. */
function forkCheckout(rows: readonly object[] = changed) {
  const folder = workspaceOf(rows);
  return { folder, head: commit(folder) };
}

const runOf = (head_sha: string, more: object = {}) => ({
  repository: { full_name: 'octo/data' },
  workflow_run: {
    event: 'pull_request',
    head_repository: { full_name: FORK },
    head_branch: 'better-data',
    head_sha,
    pull_requests: [],
    ...more,
  },
});
const pull = (sha: string, more: Partial<OpenPull> = {}): OpenPull => ({
  number: 5,
  head: { sha, ref: 'better-data', repo: { full_name: FORK } },
  base: { sha: OLD_BASE },
  ...more,
});
const untrusted = { allow_untrusted_data: 'true' };

describe('on workflow_run', () => {
  test('the pull request of a fork is found by its head, and compared with where it began', async () => {
    const { folder, head } = forkCheckout();
    const server = await github({ mergeBase: BASE, open: [pull('0'.repeat(40), { number: 4 }), pull(head)] });
    const { exitCode, warnings } = await step(server, folder, { ...untrusted, show_rows: 'true' }, { event: runOf(head), env });
    expect([exitCode, warnings]).toEqual([0, []]);
    expect(server.seen).toContain(`GET /repos/octo/data/compare/${OLD_BASE}...${head}`);
    const [{ body } = { body: '' }] = server.comments;
    expect(row(body)).toContain('| 20 → 21 | 2 added, 1 removed, 1 changed |');
    // GITHUB_SHA is a commit of the default branch, whose lines are others.
    expect(body).toContain(`/octo/data/blob/${head}/data/train.jsonl#L3`);
    expect(body).not.toContain(MERGE);
  });

  test('that of a branch of the repository itself is named by the event', async () => {
    const { folder, head } = forkCheckout();
    const server = await github({ mergeBase: BASE });
    const pull_requests = [
      { number: 4, head: { sha: '0'.repeat(40) }, base: { sha: OLD_BASE } },
      { number: 5, head: { sha: head }, base: { sha: OLD_BASE } },
    ];
    const event = runOf(head, { head_repository: { full_name: 'octo/data' }, pull_requests });
    await step(server, folder, {}, { event, env });
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
    expect(server.seen.filter((call) => call.endsWith('/pulls'))).toEqual([]);
  });

  test.each<[string, (head: string) => OpenPull[]]>([
    ['whose branch has moved on', () => [pull('0'.repeat(40))]],
    [
      'of another fork by the same owner',
      (head) => [pull(head, { head: { sha: head, ref: 'better-data', repo: { full_name: 'mallory/other' } } })],
    ],
    ['whose fork is gone', (head) => [pull(head, { head: { sha: head, ref: 'better-data', repo: null } })]],
    ['that was closed', () => []],
  ])('a pull request %s gets no comment', async (_, open) => {
    const { folder, head } = forkCheckout();
    const server = await github({ mergeBase: BASE, open: open(head) });
    const { exitCode, log } = await step(server, folder, untrusted, { event: runOf(head), env });
    expect([exitCode, server.comments]).toEqual([0, []]);
    expect(log).toContain('No pull request belongs to this run');
  });

  test('a checkout of something else is not passed off as the change', async () => {
    const { folder, head } = forkCheckout();
    const other = 'c'.repeat(40);
    const server = await github({ mergeBase: BASE, open: [pull(other)], parents: { [head]: [BASE] } });
    await step(server, folder, untrusted, { event: runOf(other), env });
    expect(row(server.comments[0]?.body)).toContain('| 21 | not known |');
    expect(server.comments[0]?.body).toContain('which is not the head of the pull request');
    const bare = await github({ mergeBase: BASE, open: [pull(other)] });
    await step(bare, workspaceOf([...changed, { messages: [] }]), untrusted, { event: runOf(other), env });
    expect(bare.comments[0]?.body).toContain('the workspace holds no checkout');
    expect(bare.comments[0]?.body).not.toContain('/blob/');
  });

  test('without allow_untrusted_data nothing is read and nothing said', async () => {
    const { folder, head } = forkCheckout();
    const server = await github({ mergeBase: BASE, open: [pull(head)] });
    const { exitCode, errors } = await step(server, folder, {}, { event: runOf(head), env });
    expect([exitCode, server.seen]).toEqual([1, []]);
    expect(errors[0]).toContain('allow_untrusted_data');
  });
});

test('on pull_request_target the head or its merge may have been checked out', async () => {
  const target = { ...env, GITHUB_EVENT_NAME: 'pull_request_target' };
  const { folder, head } = forkCheckout();
  const pull_request = (sha: string) => ({ number: 5, head: { sha, repo: { full_name: FORK } }, base: { sha: OLD_BASE } });
  const server = await github({ mergeBase: BASE });
  await step(server, folder, untrusted, { event: { pull_request: pull_request(head) }, env: target });
  expect(row(server.comments[0]?.body)).toContain('20 → 21');
  const merge = await github({ parents: { [head]: [BASE, 'c'.repeat(40)] } });
  await step(merge, folder, untrusted, { event: { pull_request: pull_request('c'.repeat(40)) }, env: target });
  expect(row(merge.comments[0]?.body)).toContain('20 → 21');
  expect(merge.seen.filter((call) => call.includes('/compare/'))).toEqual([]);
});

test('the workflow for it does as it says', async () => {
  const Steps = z.array(z.looseObject({ uses: z.string(), with: z.record(z.string(), z.unknown()) }));
  const workflow = parse(readFileSync(path.join('examples', 'workflows', 'comment-on-forks.yml'), 'utf8'));
  const [checkout, ours, ...more] = Steps.parse(workflow.jobs.comment.steps);
  expect(workflow.permissions).toEqual({ contents: 'read', 'pull-requests': 'write' });
  expect(checkout?.with).toMatchObject({ 'persist-credentials': false, ref: '${{ github.event.workflow_run.head_sha }}' });
  // No step after it, and no code of the fork in ours.
  expect(more).toEqual([]);
  const { folder, head } = forkCheckout();
  const server = await github({ mergeBase: BASE, open: [pull(head)], files: { [`${BASE}:data/train.jsonl`]: jsonl(before) } });
  const given = Object.fromEntries(Object.entries(ours?.with ?? {}).map(([name, value]) => [name, String(value)]));
  const inputs = { ...given, training_file: 'data/*.jsonl', validation_file: '' };
  const { exitCode } = await step(server, folder, inputs, { event: runOf(head), env });
  expect(exitCode).toBe(0);
  expect(row(server.comments[0]?.body)).toContain('20 → 21');
  expect(server.comments[0]?.body).not.toContain('Changed rows');
});
