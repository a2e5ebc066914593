/** The comment on a pull request, kept by the built action against a server of GitHub's API. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { BOT, type Comment, type GitHubOptions } from '../support/github.ts';
import { keep } from '../support/keep.ts';
import { forwardProxy, secureFront } from '../support/proxy.ts';
import { BASE, before, changed, github, HEAD, MERGE, MODEL, row, step, workspaceOf } from '../support/pull-request.ts';
import { chatRow, jsonl, many } from '../support/rows.ts';
import { storyTime } from '../support/story-time.ts';

/** What the step trains, as `step` of the support names it. */
const SUBJECT = createHash('sha256')
  .update(JSON.stringify([MODEL, '', ['data/train.jsonl'], [], []]))
  .digest('hex')
  .slice(0, 12);
const MARKER = `<!-- finetune-action Data/train/fine-tune//${SUBJECT} -->`;
const create = { operation: 'create', provider: 'sandbox' };
const by = (user: Comment['user'], body: string) => ({ user, body });
const PERSON = { login: 'mallory', type: 'User' } as const;
describe('one comment', () => {
  test('is found again among many by its marker, and each step and matrix leg has its own', async () => {
    const server = await github({ comments: many(230, (number) => `comment ${number}`) });
    await step(server, workspaceOf(before));
    await step(server, workspaceOf(changed));
    expect(server.comments).toHaveLength(231);
    await step(server, workspaceOf(before), { matrix: '{"model":"a --> b"}' });
    expect(server.comments).toHaveLength(232);
    expect(server.comments[231]?.body.split('\n')[0]).toBe(
      `<!-- finetune-action Data/train/fine-tune/%7B%22model%22%3A%22a%20--%3E%20b%22%7D/${SUBJECT} -->`,
    );
    await step(server, workspaceOf(before), { matrix: `{"long":"${'é'.repeat(2000)}"}` });
    expect(server.comments[232]?.body.split('\n')[0]).toMatch(/fine-tune\/[0-9a-f]{64}\/[0-9a-f]{12} -->$/);
    expect(server.comments.slice(230).map(({ body }) => body.split('\n')[0])).toHaveLength(3);
  });

  test('is kept apart for a reusable workflow that is called twice, each call updating its own', async () => {
    const server = await github();
    const calls = [{ suffix: 'one' }, { suffix: 'two' }];
    for (const call of calls) await step(server, workspaceOf(before), call);
    for (const call of calls) await step(server, workspaceOf(changed), call);
    expect(server.comments).toHaveLength(2);
    expect(new Set(server.comments.map(({ body }) => body.split('\n')[0])).size).toBe(2);
    for (const { body } of server.comments) expect(row(body)).toContain('20 → 21');
  });

  test('goes on through a run: checked, created, trained', async () => {
    const server = await github();
    const { exitCode, outputs } = await step(server, workspaceOf(before), create);
    expect(exitCode).toBe(0);
    expect(server.comments).toHaveLength(1);
    const titles = server.bodies.map((body) => body.split('\n').find((line) => line.startsWith('## ')));
    expect(titles[0]).toBe('## 🔎 The data is checked');
    expect(titles[1]).toBe('## ⏳ The job is created');
    expect(titles.at(-1)).toBe('## ✅ Model ready');
    expect(server.comments[0]?.body).toContain(outputs.fine_tuned_model);
    // Looked for once, and once more after it was created.
    expect(server.seen.filter((call) => call.startsWith('GET') && call.endsWith('/comments'))).toHaveLength(2);
  });

  test('on a push it is on the pull request that was merged; without one there is none', async () => {
    const env = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main' };
    const push = { repository: { full_name: 'octo/data' } };
    const pulls = [
      { number: 4, merged_at: null },
      { number: 3, merged_at: '2026-01-01T00:00:00Z', merge_commit_sha: HEAD },
      { number: 5, merged_at: '2026-01-01T00:00:00Z', merge_commit_sha: MERGE },
    ];
    const server = await github({ parents: { [MERGE]: [BASE] }, pulls });
    await step(server, workspaceOf(changed), {}, { event: push, env });
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
    const rebased = await github({ parents: { [MERGE]: ['f'.repeat(40)] }, pulls: pulls.slice(2) });
    await step(rebased, workspaceOf(changed), {}, { event: { ...push, before: BASE }, env });
    expect(row(rebased.comments[0]?.body)).toContain('20 → 21');
    const none = await github();
    const { log, exitCode } = await step(none, workspaceOf(changed), {}, { event: push, env });
    expect([exitCode, none.bodies]).toEqual([0, []]);
    expect(log).toContain('No pull request belongs to this run');
  });

  test('that was deleted in between is created anew', async () => {
    let updates = 0;
    const server = await github({
      onCall: (call, comments) => {
        if (!call.startsWith('PATCH')) return;
        updates += 1;
        if (updates === 1) comments.splice(0);
      },
    });
    const { exitCode, warnings } = await step(server, workspaceOf(before), create);
    expect([exitCode, warnings]).toEqual([0, []]);
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]?.body).toContain('## ✅ Model ready');
  });

  test('that someone has edited below its first line is found again and rewritten', async () => {
    const server = await github({ comments: [by(BOT, `${MARKER}\r\nI changed this.\r\n\r\n## ✅ Old news`)] });
    await step(server, workspaceOf(changed));
    expect(server.comments).toHaveLength(1);
    expect(server.comments[0]?.body.startsWith(`${MARKER}\n`)).toBe(true);
    expect(server.comments[0]?.body).not.toContain('I changed this');
  });

  test('of two that a race has made the oldest stays', async () => {
    const server = await github({
      comments: [by(BOT, `${MARKER}\n\none`), by(BOT, 'another'), by(BOT, `${MARKER}\n\ntwo`)],
    });
    await step(server, workspaceOf(changed));
    expect(server.comments.map(({ id }) => id)).toEqual([1, 2]);
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
  });

  test('that another run creates at the same moment is kept, and the own one goes', async () => {
    let raced = false;
    const server = await github({
      onCall: (call, comments) => {
        if (!call.startsWith('POST') || raced) return;
        raced = true;
        comments.push({ id: 0, user: BOT, body: `${MARKER}\n\nof the other run` });
      },
    });
    const { warnings } = await step(server, workspaceOf(changed), create);
    expect(warnings).toEqual([]);
    expect(server.comments.map(({ id }) => id)).toEqual([0]);
    expect(server.comments[0]?.body).toContain('## ✅ Model ready');
  });
});

test('of two runs at once one comment is left', async () => {
  const server = await github();
  const outcomes = await Promise.all([1, 2].map(() => step(server, workspaceOf(changed), create)));
  expect(outcomes.map(({ exitCode, warnings }) => [exitCode, warnings])).toEqual([
    [0, []],
    [0, []],
  ]);
  expect(server.comments).toHaveLength(1);
  expect(server.comments[0]?.body).toContain('## ✅ Model ready');
});

describe('a comment with the marker', () => {
  test.each<[string, Comment['user'], string, string]>([
    ['by a person is not ours', PERSON, `${MARKER}\n\nAll is well, merge me.`, 'ghs_x'],
    ['of which nobody is the author any more is not ours', null, MARKER, 'ghs_x'],
    ['within a line is a quotation', BOT, `> ${MARKER}\n`, 'ghs_x'],
    ['by a bot is not ours where the token is a person’s', BOT, MARKER, 'ghp_x'],
    ['by another app is not ours', { login: 'other-app[bot]', type: 'Bot' }, `${MARKER}\n\nTheir news`, 'ghs_x'],
    ['by the workflow is not ours where the token is an app’s', BOT, `${MARKER}\n\nTheir news`, 'ghs_app'],
    ['below other words is a quotation', BOT, `A user writes:\n\n${MARKER}\n\n## ✅ Model ready`, 'ghs_x'],
    ['with more on its line is another', BOT, `${MARKER} ${MARKER}\n`, 'ghs_x'],
    ['after a blank is a quotation', BOT, ` ${MARKER}\n`, 'ghs_x'],
  ])('%s', async (_, user, body, github_token) => {
    const server = await github({ comments: [by(user, body)] });
    const { warnings } = await step(server, workspaceOf(changed), { github_token });
    expect(warnings).toEqual([]);
    expect(server.comments).toHaveLength(2);
    expect(server.comments[0]).toEqual({ id: 1, user, body });
    await step(server, workspaceOf(before), { github_token });
    expect(server.comments).toHaveLength(2);
  });

  test('that an app wrote in the name of its user is not ours', async () => {
    const theirs = {
      user: { login: 'octocat', type: 'User' },
      body: MARKER,
      performed_via_github_app: { slug: 'a-bot' },
    } as const;
    const server = await github({ comments: [theirs] });
    await step(server, workspaceOf(changed), { github_token: 'ghp_x' });
    expect(server.comments).toHaveLength(2);
    expect(server.comments[0]).toEqual({ id: 1, ...theirs });
  });

  test('of an app is its own, by whatever name, and its twins go alone', async () => {
    const user = { login: 'our-app[bot]', type: 'Bot' } as const;
    const others = [by({ login: 'other-app[bot]', type: 'Bot' }, MARKER), by(BOT, `${MARKER}\n\nof the workflow`)];
    const app = { performed_via_github_app: { slug: 'our-app' } };
    const server = await github({
      comments: [...others, { ...by(user, `${MARKER}\n\none`), ...app }, { ...by(user, `${MARKER}\n\ntwo`), ...app }],
    });
    await step(server, workspaceOf(changed), { github_token: 'ghs_app' });
    expect(server.comments.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(server.comments.slice(0, 2)).toEqual(others.map((one, index) => ({ id: index + 1, ...one })));
    expect(row(server.comments[2]?.body)).toContain('20 → 21');
  });

  test('that the token may not edit is left, and one of our own is created', async () => {
    const server = await github({
      comments: [by(BOT, MARKER)],
      refuse: { path: /^PATCH .*\/comments\/1$/, status: 403 },
    });
    const { warnings } = await step(server, workspaceOf(changed), create);
    expect(warnings).toEqual([]);
    expect(server.comments).toHaveLength(2);
    expect(server.comments[1]?.body).toContain('## ✅ Model ready');
  });
});

describe('what GitHub refuses', () => {
  const LIMIT = { message: 'You have exceeded a secondary rate limit', status: 403 };
  test.each<[string, GitHubOptions, string, string]>([
    ['without the permission', { refuse: { path: /^POST/, status: 403 } }, 'ghs_x', 'pull-requests: write'],
    ['without a token', {}, '', 'github_token is empty'],
    ['with a wrong token', {}, 'ghs_y', 'the token may not (401)'],
    ['when the token ends while the job runs', { refuse: { path: /^PATCH/, status: 401 } }, 'ghs_x', 'the token has ended (401)'],
    [
      'in a locked conversation',
      { refuse: { path: /^POST/, status: 403, message: 'Unable to create comment because issue is locked.' } },
      'ghs_x',
      'its conversation is locked',
    ],
    [
      'when GitHub fails',
      { refuse: { path: /^GET .*\/issues/, status: 500, message: 'Oh no' } },
      'ghs_x',
      'could not be kept: Oh no',
    ],
    [
      'above its limit for a long time',
      { refuse: { path: /^POST/, ...LIMIT, headers: { 'retry-after': '3600' } } },
      'ghs_x',
      'limits how often',
    ],
    [
      'whatever the body',
      { refuse: { path: /^POST/, status: 422, message: 'Validation Failed' } },
      'ghs_x',
      'refuses what it should say',
    ],
  ])('%s: a warning, once, and no failure', async (_, options, github_token, words) => {
    const server = await github(options);
    const { exitCode, warnings } = await step(server, workspaceOf(before), { ...create, github_token }, { time: storyTime() });
    expect(exitCode).toBe(0);
    expect(warnings).toEqual([expect.stringContaining(words)]);
  });

  test('on a fork the warning names the way that there is', async () => {
    const server = await github({ refuse: { path: /^POST/, status: 403 } });
    const pull_request = { number: 5, head: { sha: HEAD, repo: { full_name: 'mallory/data' } }, base: { sha: BASE } };
    const event = { repository: { full_name: 'octo/data' }, pull_request };
    const { exitCode, warnings } = await step(server, workspaceOf(before), {}, { event });
    expect(exitCode).toBe(0);
    expect(warnings).toEqual([expect.stringContaining('comment-on-forks.yml')]);
  });

  test.each<[string, GitHubOptions['refuse']]>([
    ['a limit of a second', { path: /^POST/, ...LIMIT, headers: { 'retry-after': '1' }, times: 1 }],
    ['too many requests', { path: /^GET .*comments/, status: 429, headers: { 'retry-after': '0' }, times: 2 }],
    ['a bad gateway', { path: /^(GET|PATCH)/, status: 502, times: 2 }],
    ['a creation that was done and not confirmed', { path: /^POST/, status: 502, times: 1, done: true }],
  ])('for a moment is tried again: %s', async (_, refuse) => {
    const server = await github(refuse === undefined ? {} : { refuse });
    const { exitCode, warnings } = await step(server, workspaceOf(changed), {}, { time: storyTime() });
    expect([exitCode, warnings]).toEqual([0, []]);
    expect(server.comments).toHaveLength(1);
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
  });

  test('at the beginning is no reason to leave out the end', async () => {
    const server = await github({ refuse: { path: /^GET .*comments/, status: 503, times: 3 } });
    const { exitCode, warnings } = await step(server, workspaceOf(before), create, { time: storyTime() });
    expect(exitCode).toBe(0);
    expect(warnings).toHaveLength(1);
    expect(server.comments[0]?.body).toContain('## ✅ Model ready');
  });

  test('a redirect is followed on its server, and to no other', async () => {
    const elsewhere = await github();
    const away = { path: /^POST/, status: 307, headers: { location: `${elsewhere.url}/repos/octo/data/issues/5/comments` } };
    const server = await github({ refuse: away });
    const { exitCode, warnings } = await step(server, workspaceOf(before));
    expect([exitCode, elsewhere.seen]).toEqual([0, []]);
    expect(warnings).toEqual([expect.stringContaining(`redirects to another server (${new URL(elsewhere.url).origin})`)]);
    const moved = { path: /^GET .*comments/, status: 301, headers: { location: '/repos/octo/data/issues/5/comments' }, times: 1 };
    const renamed = await github({ refuse: moved });
    expect((await step(renamed, workspaceOf(before))).warnings).toEqual([]);
    expect(renamed.comments).toHaveLength(1);
    const circle = await github({ refuse: { ...moved, times: 100 } });
    expect((await step(circle, workspaceOf(before))).warnings).toEqual([expect.stringContaining('again and again')]);
  });

  test('by silence: the training goes on', async () => {
    const server = await github({ refuse: { path: /comments/ } });
    const { exitCode, warnings, outputs } = await step(server, workspaceOf(before), create, { time: storyTime() });
    expect([exitCode, outputs.status]).toEqual([0, 'succeeded']);
    expect(warnings).toEqual([expect.stringContaining('could not be kept')]);
  });

  test('for its length is shed by parts, and keeps its marker', async () => {
    const talk = (number: number, answer: string) => ({
      messages: [...chatRow(number).messages.slice(0, 1), { role: 'assistant', content: answer }],
    });
    const rows = (answer: string) => many(20, (number) => (number > 5 ? chatRow(number) : talk(number, answer)));
    const files = { [`${BASE}:data/train.jsonl`]: jsonl(rows('<'.repeat(400))) };
    const server = await github({ longestBody: 11_000, files });
    await step(server, workspaceOf(rows('>'.repeat(400))), { show_rows: 'true' });
    const [body = ''] = server.bodies;
    expect(body.startsWith(`${MARKER}\n`)).toBe(true);
    expect(body.length).toBeLessThanOrEqual(10_000);
    expect(body).toContain('There is more in the summary');
    expect(row(body)).toContain('| 20 | 5 changed |');
    expect(server.seen.filter((call) => call.startsWith('POST'))).toHaveLength(3);
  });
});

describe('GitHub elsewhere', () => {
  test.each(['/api/v3', '/api/v3/'])('an Enterprise server has its API below a path: %s', async (ending) => {
    const server = await github({ prefix: '/api/v3' });
    const env = { GITHUB_API_URL: server.url.replace(/\/api\/v3$/, ending), GITHUB_SERVER_URL: 'https://git.example.com' };
    const { warnings } = await step(server, workspaceOf(changed), {}, { env });
    expect(warnings).toEqual([]);
    expect(server.comments[0]?.body).toContain(`https://git.example.com/octo/data/blob/${MERGE}/data/train.jsonl#L3`);
  });

  test.each(['HTTP_PROXY', 'http_proxy'])('every request goes through the proxy of %s', async (variable) => {
    const server = await github({ prefix: '/api/v3' });
    const proxy = keep(await forwardProxy(new URL(server.url).origin));
    const env = { GITHUB_API_URL: 'http://github.example.test/api/v3', [variable]: proxy.url };
    const { warnings } = await step(server, workspaceOf(changed), {}, { env });
    expect(warnings).toEqual([]);
    expect(server.comments).toHaveLength(1);
    // The one more asks who writes with the token.
    expect(proxy.asked).toHaveLength(server.seen.length + 1);
    expect(new Set(proxy.asked.map((call) => call.split(' ')[1]))).toEqual(new Set(['github.example.test']));
  });

  test.each(['HTTPS_PROXY', 'https_proxy'])('with TLS through the tunnel of %s', async (variable) => {
    const host = 'github.example.test';
    const server = await github();
    const front = keep(await secureFront(host, server.url));
    const proxy = keep(await forwardProxy(server.url, front.port));
    const env = { GITHUB_API_URL: `https://${host}`, NODE_EXTRA_CA_CERTS: front.certificate, [variable]: proxy.url };
    const { warnings } = await step(server, workspaceOf(changed), {}, { env });
    expect(warnings).toEqual([]);
    expect(server.comments).toHaveLength(1);
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${host}:443`]));
  });

  test('NO_PROXY is honoured', async () => {
    const server = await github();
    const proxy = keep(await forwardProxy(new URL(server.url).origin));
    const env = { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' };
    const { warnings } = await step(server, workspaceOf(changed), {}, { env });
    expect([warnings, proxy.asked]).toEqual([[], []]);
    expect(server.comments).toHaveLength(1);
  });
});
