import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readContext } from '../src/adapters/context.ts';
import { isFinal, pauseBefore, refusal, statusOf } from '../src/adapters/github-refusal.ts';
import { namedFiles } from '../src/pull-request/base-files.ts';
import { repositoryPath } from '../src/stages/repository-path.ts';
import { newFolder } from './support/action.ts';
import { write } from './support/rows.ts';

const answer = (status: number, message = 'No.', headers: Record<string, string> = {}) =>
  Object.assign(new Error(message), { status, response: { headers } });
/** As the client throws it when no answer came. */
const silence = Object.assign(new Error('connect ECONNREFUSED'), { status: 500 });

describe('a refusal by GitHub', () => {
  test.each<[string, unknown, boolean, number | undefined, number | undefined]>([
    ['a missing permission', answer(403), true, undefined, undefined],
    ['nothing there', answer(404), true, undefined, undefined],
    ['a server that fails', answer(502), false, 1000, undefined],
    ['no answer', silence, false, 1000, undefined],
    ['a secondary limit', answer(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '2' }), false, 2000, 2000],
    ['a limit that is over', answer(429, 'Slow down.', { 'retry-after': '0' }), false, 500, 500],
    ['a limit for long', answer(429, 'Slow down.', { 'retry-after': '60' }), false, undefined, undefined],
    ['a limit without an end', answer(403, 'No.', { 'x-ratelimit-remaining': '0' }), false, undefined, undefined],
  ])('%s', (_, error, final, pause, pauseOfCreation) => {
    expect(isFinal(error)).toBe(final);
    expect(pauseBefore(error, 1, true)).toBe(pause);
    expect(pauseBefore(error, 1, false)).toBe(pauseOfCreation);
    expect(pauseBefore(error, 3, true)).toBeUndefined();
  });

  test('is told for a person', () => {
    expect(refusal(answer(403), false)).toContain('pull-requests: write');
    expect(refusal(answer(404), true)).toContain('workflow_run');
    expect(refusal(answer(403, 'Unable to create comment because issue is locked.'), false)).toBe('its conversation is locked.');
    expect(refusal(answer(403, 'API rate limit exceeded'), true)).toContain('limits how often');
    expect(refusal(silence, false)).toBe('connect ECONNREFUSED');
    expect(refusal('odd', false)).toBe('odd');
    expect([statusOf(silence), statusOf(undefined), statusOf(answer(418))]).toEqual([undefined, undefined, 418]);
  });
});

describe('the context', () => {
  const HEAD = 'd'.repeat(40);
  const contextOf = (environment: Record<string, string>, event: unknown, workspace = newFolder()) =>
    readContext({
      GITHUB_WORKSPACE: workspace,
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_EVENT_PATH: path.join(workspace, write(workspace, 'event.json', JSON.stringify(event))),
      ...environment,
    });
  const checkout = (head: string) => {
    const folder = newFolder();
    write(folder, '.git/HEAD', head);
    return folder;
  };
  const run = { workflow_run: { head_repository: { full_name: 'm/d' }, head_branch: 'b', head_sha: HEAD } };

  test('of workflow_run has the head of that run, and the commit that is checked out', () => {
    const triggeredBy = { repository: 'm/d', branch: 'b', sha: HEAD };
    const event = { GITHUB_EVENT_NAME: 'workflow_run', GITHUB_REPOSITORY: 'o/d' };
    expect(contextOf(event, run, checkout(`${HEAD}\n`))).toMatchObject({
      sha: HEAD,
      triggeredBy,
      fork: true,
      pullRequest: undefined,
    });
    const onBranch = checkout('ref: refs/heads/main\n');
    write(onBranch, '.git/refs/heads/main', `${'c'.repeat(40)}\n`);
    expect(contextOf(event, run, onBranch).sha).toBe('c'.repeat(40));
    for (const head of ['ref: refs/heads/gone', 'ref: ../../../etc/passwd', 'what?'])
      expect(contextOf(event, run, checkout(head)).sha).toBe('');
    expect(contextOf(event, {}).triggeredBy).toBeUndefined();
    expect(contextOf(event, { workflow_run: {} }).triggeredBy).toEqual({ repository: '', branch: '', sha: '' });
  });

  test('of other events has the commit of the event, whatever is checked out', () => {
    const event = { GITHUB_EVENT_NAME: 'push' };
    expect(contextOf(event, run, checkout(HEAD))).toMatchObject({ sha: 'a'.repeat(40), triggeredBy: undefined });
    expect(contextOf(event, { before: HEAD }).before).toBe(HEAD);
    for (const before of ['0'.repeat(40), '--all', undefined]) expect(contextOf(event, { before }).before).toBeUndefined();
    expect(contextOf({ ...event, GITHUB_API_URL: 'https://git.example.com/api/v3/' }, {}).apiUrl).toBe(
      'https://git.example.com/api/v3',
    );
  });

  describe('reads each value of the event by itself: one of another type takes no other along', () => {
    const BASE = 'b'.repeat(40);
    const pull = { number: 7, head: { sha: HEAD, repo: { full_name: 'o/d' } }, base: { sha: BASE } };
    const shared = { repository: { full_name: 'o/d', private: true }, before: BASE };
    const events = {
      pull_request: { ...shared, pull_request: pull },
      workflow_run: {
        ...shared,
        workflow_run: { head_repository: { full_name: 'o/d' }, head_branch: 'b', head_sha: HEAD, pull_requests: [pull] },
      },
    };
    const pullRequest = { number: 7, baseSha: BASE, headSha: HEAD };
    const triggeredBy = { repository: 'o/d', branch: 'b', sha: HEAD };
    const foreign = { fork: true, withoutSecrets: true };

    test.each([
      ['pull_request', 'repository', { privateRepository: false }],
      ['pull_request', 'repository.private', { privateRepository: false }],
      ['pull_request', 'repository.full_name', {}],
      ['pull_request', 'before', { before: undefined }],
      ['pull_request', 'pull_request', { ...foreign, pullRequest: undefined }],
      ['pull_request', 'pull_request.number', { pullRequest: undefined }],
      ['pull_request', 'pull_request.head', { ...foreign, pullRequest: { ...pullRequest, headSha: '' } }],
      ['pull_request', 'pull_request.head.sha', { pullRequest: { ...pullRequest, headSha: '' } }],
      ['pull_request', 'pull_request.head.repo', foreign],
      ['pull_request', 'pull_request.head.repo.full_name', foreign],
      ['pull_request', 'pull_request.base', { pullRequest: { ...pullRequest, baseSha: '' } }],
      ['pull_request', 'pull_request.base.sha', { pullRequest: { ...pullRequest, baseSha: '' } }],
      ['workflow_run', 'pull_request', {}],
      ['workflow_run', 'workflow_run.head_repository', { fork: true, triggeredBy: { ...triggeredBy, repository: '' } }],
      ['workflow_run', 'workflow_run.head_branch', { triggeredBy: { ...triggeredBy, branch: '' } }],
      ['workflow_run', 'workflow_run.head_sha', { triggeredBy: { ...triggeredBy, sha: '' }, pullRequest: undefined }],
      ['workflow_run', 'workflow_run.pull_requests', { pullRequest: undefined }],
      ['workflow_run', 'workflow_run.pull_requests.0', { pullRequest: undefined }],
    ] as const)('on %s, of %s', (name, place, changed) => {
      const workspace = newFolder();
      const given = { GITHUB_EVENT_NAME: name, GITHUB_REPOSITORY: 'o/d' };
      const whole = contextOf(given, events[name], workspace);
      expect(whole).toMatchObject({ fork: false, privateRepository: true, before: BASE, pullRequest });
      expect(whole.triggeredBy).toEqual(name === 'workflow_run' ? triggeredBy : undefined);
      for (const wrong of [null, false, ['wrong']]) {
        const event: object = structuredClone(events[name]);
        const inside = place.split('.');
        const last = inside.pop() ?? '';
        Reflect.set(
          inside.reduce((map, key) => Reflect.get(map, key), event),
          last,
          wrong,
        );
        expect(contextOf(given, event, workspace)).toEqual({ ...whole, ...changed });
      }
    });
  });
});

describe('the files of the version before', () => {
  const workspace = newFolder();
  mkdirSync(path.join(workspace, 'data'));
  const all = ['[a].jsonl', 'data/a.jsonl', 'data/b.jsonl', 'data/deep/c.jsonl', 'other/a.jsonl'].map((name) => ({
    path: name,
    bytes: 1,
  }));
  test.each([
    [['data/a.jsonl'], ['data/a.jsonl']],
    [['./data//a.jsonl', 'data/../data/a.jsonl', path.join(workspace, 'data', 'a.jsonl')], ['data/a.jsonl']],
    [
      ['data/b.jsonl', 'data/*.jsonl'],
      ['data/b.jsonl', 'data/a.jsonl'],
    ],
    [['**/*.jsonl'], ['[a].jsonl', 'data/a.jsonl', 'data/b.jsonl', 'data/deep/c.jsonl', 'other/a.jsonl']],
    [['[a].jsonl'], ['[a].jsonl']],
    [['{data,other}/a.jsonl'], ['data/a.jsonl', 'other/a.jsonl']],
    [['gone.jsonl', '/tmp/a.jsonl', '../a.jsonl', '.'], []],
  ])('%j', (lines, found) => {
    expect(namedFiles(lines, workspace, all)).toEqual(found);
  });
  test('lie in the workspace', () => {
    expect(repositoryPath('..data/a.jsonl', workspace)).toBe('..data/a.jsonl');
    expect(repositoryPath('..', workspace)).toBeUndefined();
  });
});
