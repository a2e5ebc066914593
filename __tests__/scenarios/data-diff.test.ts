/** What the comment on a pull request says of its data, by the built action, with real git and a server of GitHub's API. */
import { type ChildProcess, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder } from '../support/action.ts';
import type { GitHubOptions } from '../support/github.ts';
import { BASE, before, changed, commit, github, HEAD, MERGE, OLD_BASE, row, step, workspaceOf } from '../support/pull-request.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { storyTime } from '../support/story-time.ts';

/** What a step with this version before says. */
async function bodyOf(options: GitHubOptions, workspace: string, inputs: Record<string, string> = {}) {
  const server = await github(options);
  const { exitCode, warnings, temp } = await step(server, workspace, inputs);
  expect([exitCode, warnings.filter((text) => text.includes('comment'))]).toEqual([0, []]);
  expect(readdirSync(temp).filter((name) => name.startsWith('fine-tune-base-'))).toEqual([]);
  return server.comments[0]?.body ?? '';
}

const at = (name: string, content: string | Uint8Array) => ({ [`${BASE}:${name}`]: content });
const UNCHANGED = 'The data says what it said before: 20 rows for training.';

describe('the data diff', () => {
  test('is told by content, from the API where the checkout has no history', async () => {
    const body = await bodyOf({}, workspaceOf(changed), { price_per_million_tokens: '5' });
    expect(row(body)).toMatch(
      /^\| Training <code>data\/train.jsonl<\/code> \| 20 → 21 \| 2 added, 1 removed, 1 changed \| 2,200 in 5 epochs → 1,868 in 4 epochs \| /,
    );
    expect(body).toContain('<summary>Changed rows</summary>');
    expect(body).toContain(`/blob/${MERGE}/data/train.jsonl#L3`);
    expect(body).not.toContain('<b>it</b>');
  });

  test('from git where the checkout has the version before', async () => {
    const folder = workspaceOf(before);
    const base = commit(folder);
    write(folder, 'data/train.jsonl', jsonl([chatRow(50), ...before]));
    const server = await github({ parents: { [MERGE]: [base, HEAD] }, files: {} });
    await step(server, folder);
    expect(row(server.comments[0]?.body)).toMatch(/\| 20 → 21 \| 1 added \|/);
    expect(server.seen.filter((call) => /trees|blobs/.test(call))).toEqual([]);
  });

  test('from the API where the checkout is shallow', async () => {
    const origin = workspaceOf(before);
    const base = commit(origin);
    write(origin, 'data/train.jsonl', jsonl(changed));
    commit(origin);
    const folder = newFolder('shallow-');
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${origin}`, folder]);
    const server = await github({
      parents: { [MERGE]: [base, HEAD] },
      files: { [`${base}:data/train.jsonl`]: jsonl(before) },
    });
    await step(server, folder);
    expect(row(server.comments[0]?.body)).toContain('| 20 → 21 | 2 added, 1 removed, 1 changed |');
    expect(server.seen.filter((call) => /trees|blobs/.test(call))).toHaveLength(2);
  });

  test('from the API where git is killed in the middle of a file', async () => {
    const folder = workspaceOf(before);
    const base = commit(folder);
    write(folder, 'data/train.jsonl', jsonl(changed));
    const bin = newFolder('bin-');
    const git = execFileSync('which', ['git'], { encoding: 'utf8' }).trim();
    write(bin, 'git', `#!/bin/sh\ncase "$*" in *cat-file*) ${git} "$@" | head -c 300; kill -9 $$;; *) exec ${git} "$@";; esac\n`);
    chmodSync(path.join(bin, 'git'), 0o755);
    const server = await github({
      parents: { [MERGE]: [base, HEAD] },
      files: { [`${base}:data/train.jsonl`]: jsonl(before) },
    });
    const { exitCode } = await step(server, folder, {}, { env: { PATH: `${bin}:${process.env.PATH}` } });
    expect(exitCode).toBe(0);
    expect(server.seen.filter((call) => /blobs/.test(call))).toHaveLength(1);
    expect(row(server.comments[0]?.body)).toContain('| 20 → 21 | 2 added, 1 removed, 1 changed |');
  });

  test('a glob is applied to the version before; moved rows are said to move', async () => {
    const files = {
      ...at('data/a.jsonl', jsonl(before.slice(0, 10)).trimEnd()),
      ...at('data/b.jsonl', jsonl(before.slice(10))),
      ...at('other.jsonl', jsonl(before)),
    };
    const body = await bodyOf({ files }, workspaceOf([...before.slice(1), ...before.slice(0, 1)], 'data/c.jsonl'), {
      training_file: './data/*.jsonl',
    });
    expect(row(body)).toMatch(/<\/code> \| 20 \| 1 moved \|/);
  });

  test('a renamed file is known by its content, a new one is new', async () => {
    const renamed = await bodyOf(
      { files: { ...at('data/old.jsonl', jsonl(before)), ...at('b.jsonl', jsonl(many(25, (n) => chatRow(n + 500)))) } },
      workspaceOf(before),
    );
    expect(renamed).toContain(UNCHANGED);
    expect(renamed).toMatch(/the file was data.*old/);
    const fresh = await bodyOf({ files: at('far-too-large.jsonl', jsonl(many(900, chatRow))) }, workspaceOf(before));
    expect(row(fresh)).toMatch(/<\/code> \| 20 \| 20 added \|/);
    expect(fresh).toContain('the file is new since');
  });

  test('data that is the same says so in a line', async () => {
    expect(await bodyOf({}, workspaceOf(before))).toContain(`${UNCHANGED}\n`);
    const spaced = before.map((one) => JSON.stringify(one, null, 1).replaceAll('\n', ' ')).join('\r\n');
    expect(await bodyOf({ files: at('data/train.jsonl', spaced) }, workspaceOf(before))).toContain(UNCHANGED);
  });

  test.each(['white space/zwölf.jsonl', 'line\nfeed/[1].jsonl', '-q/"quoted".jsonl'])('the path %j', async (name) => {
    const inputs = { training_file: name.includes('\n') ? '**/*1*.jsonl' : name };
    expect(row(await bodyOf({ files: at(name, jsonl(before)) }, workspaceOf(changed, name), inputs))).toContain(
      '2 added, 1 removed, 1 changed',
    );
    const folder = workspaceOf(before, name);
    const base = commit(folder);
    write(folder, name, jsonl(changed));
    const body = await bodyOf({ parents: { [MERGE]: [base, HEAD] }, files: {} }, folder, inputs);
    expect(row(body)).toContain('2 added, 1 removed, 1 changed');
  });

  test('a checkout in a folder of the workspace', async () => {
    const folder = workspaceOf(changed, 'head/data/train.jsonl');
    commit(path.join(folder, 'head'));
    for (const training_file of ['head/data/train.jsonl', 'head/**/*.jsonl'])
      expect(row(await bodyOf({}, folder, { training_file }))).toContain('2 added, 1 removed, 1 changed');
  });

  test('an absolute path is one of the repository, a file elsewhere is not', async () => {
    const folder = workspaceOf(changed);
    expect(row(await bodyOf({}, folder, { training_file: path.join(folder, 'data/train.jsonl') }))).toContain(
      '2 added, 1 removed, 1 changed',
    );
    const elsewhere = workspaceOf(changed, 'train.jsonl');
    const body = await bodyOf({}, folder, { training_file: path.join(elsewhere, 'train.jsonl'), allow_paths: elsewhere });
    expect(body).toContain('not part of the checkout');
  });

  test.each<[string, string | Uint8Array, string]>([
    ['has no final newline', jsonl(before).trimEnd(), UNCHANGED],
    ['is empty', '', '</code> | 0 → 21 | 21 added | 0 → '],
    [
      'is not UTF-8',
      Buffer.concat([Buffer.from(jsonl(before)), Buffer.from([0xff, 0xfe, 0x0a])]),
      '</code> | 21 | 2 added, 2 removed, 1 changed |',
    ],
    ['is one line of 40 MB', `"${'x'.repeat(40_000_000)}"`, '</code> | 0 → 21 | 21 added | 0 → '],
    ['is a JSON array', `[\n${before.map((one) => JSON.stringify(one)).join(',\n')}\n]`, '20 added, 21 removed |'],
  ])('the version before %s', async (_, content, words) => {
    const now = words === UNCHANGED ? before : changed;
    const body = await bodyOf({ files: at('data/train.jsonl', content) }, workspaceOf(now));
    expect(body?.replaceAll('\u00a0', ' ')).toContain(words);
  });

  test('a link is followed within the version before, by the API and by git', async () => {
    const options = (to: string) => ({
      files: { ...at('data/train.jsonl', to), ...at('kept/real.jsonl', jsonl(before)) },
      modes: { 'data/train.jsonl': '120000' },
    });
    expect(row(await bodyOf(options('../kept/real.jsonl'), workspaceOf(changed)))).toContain('2 added, 1 removed, 1 changed');
    for (const to of ['../../etc/passwd', 'train.jsonl'])
      expect(await bodyOf(options(to), workspaceOf(changed))).toContain('a link that leads to no file');
    const folder = workspaceOf(before, 'kept/real.jsonl');
    write(folder, 'data/other', '');
    symlinkSync('../kept/real.jsonl', path.join(folder, 'data/train.jsonl'));
    const base = commit(folder);
    rmSync(path.join(folder, 'data/train.jsonl'));
    write(folder, 'data/train.jsonl', jsonl(changed));
    const body = await bodyOf({ parents: { [MERGE]: [base, HEAD] }, files: {} }, folder);
    expect(row(body)).toContain('2 added, 1 removed, 1 changed');
  });

  test('a submodule in its place is no file', async () => {
    const options = { files: at('data/train.jsonl', ''), modes: { 'data/train.jsonl': '160000' } };
    expect(await bodyOf(options, workspaceOf(before))).toContain('the file is new since');
  });

  const pointer = (oid: string) => `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize 12\n`;
  test('a Git LFS pointer to what is there now changes nothing', async () => {
    const oid = createHash('sha256').update(jsonl(before)).digest('hex');
    expect(await bodyOf({ files: at('data/train.jsonl', pointer(oid)) }, workspaceOf(before))).toContain(UNCHANGED);
  });

  test.each<[string, GitHubOptions, string]>([
    ['a Git LFS pointer', { files: at('data/train.jsonl', pointer('0'.repeat(64))) }, 'Git LFS pointer'],
    ['a file that the API does not give', { refuse: { path: /blobs/, status: 403 } }, 'could not be read'],
    ['a file that is too large for the API', { sizes: { 'data/train.jsonl': 120_000_000 } }, 'fetch-depth'],
    ['a file that comes in part', { sizes: { 'data/train.jsonl': 12_345 } }, 'only a part could be read'],
    ['a list that is cut', { truncated: true }, 'more files than GitHub lists'],
    ['a commit that GitHub does not have', { parents: {} }, 'there is nothing to compare with'],
    [
      'a first commit',
      { parents: { [MERGE]: [] }, refuse: { path: /compare/, status: 404 } },
      'there is nothing to compare with',
    ],
  ])('%s is said, and not fatal', async (_, options, words) => {
    const body = await bodyOf(options, workspaceOf(before));
    expect(row(body)).toContain('| 20 | not known |');
    expect(body).toContain(words);
  });

  test('GitHub that is silent is waited for shortly, and asked the same thing once', async () => {
    const calls: string[] = [];
    const server = await github({ refuse: { path: /blobs/ }, onCall: (call) => void calls.push(call) });
    const { exitCode, warnings } = await step(server, workspaceOf(changed), {}, { time: storyTime() });
    expect([exitCode, warnings]).toEqual([0, []]);
    expect(server.comments[0]?.body).toContain('GitHub does not answer');
    expect(calls.filter((call) => call.includes('/blobs/'))).toHaveLength(1);
  });

  test('GitHub that is silent altogether holds up a check for half a minute', async () => {
    const time = storyTime();
    const server = await github({ refuse: { path: /./ } });
    const begun = time.now();
    const { exitCode, warnings } = await step(server, workspaceOf(changed), {}, { time });
    expect(exitCode).toBe(0);
    expect(warnings.join()).toContain('could not be kept: GitHub does not answer');
    expect(time.now() - begun).toBeLessThan(45_000);
  });

  test('a run that is cancelled while it compares ends at once', async () => {
    const time = storyTime();
    let running: ChildProcess | undefined;
    const onCall = (call: string) => void (call.includes('/blobs/') && running?.kill('SIGINT'));
    const server = await github({ refuse: { path: /blobs/ }, onCall });
    const begun = time.now();
    const { exitCode } = await step(
      server,
      workspaceOf(changed),
      { operation: 'create', provider: 'sandbox' },
      {
        time,
        onLine: (_, child) => {
          running = child;
        },
      },
    );
    expect(exitCode).toBe(1);
    expect(time.now() - begun).toBeLessThan(6000);
  });

  test('a head that is no merge is compared with where its branch began', async () => {
    const server = await github({ parents: { [MERGE]: ['f'.repeat(40)] }, mergeBase: BASE });
    await step(server, workspaceOf(changed));
    expect(row(server.comments[0]?.body)).toContain('20 → 21');
    expect(server.seen).toContain(`GET /repos/octo/data/compare/${OLD_BASE}...${HEAD}`);
  });

  test('so is a head that was checked out in place of the merge', async () => {
    const folder = workspaceOf(changed);
    const head = commit(folder);
    const server = await github({ mergeBase: BASE });
    const pull_request = { number: 5, head: { sha: head, repo: { full_name: 'octo/data' } }, base: { sha: OLD_BASE } };
    await step(server, folder, {}, { event: { repository: { full_name: 'octo/data', private: true }, pull_request } });
    expect(server.seen).toContain(`GET /repos/octo/data/compare/${OLD_BASE}...${head}`);
    expect(server.comments[0]?.body).toContain(`/blob/${head}/data/train.jsonl#L3`);
  });

  test('rows are quoted only where they may be shown', async () => {
    expect(await bodyOf({}, workspaceOf(changed), { show_rows: 'false' })).not.toContain('Changed rows');
  });
});

describe('new problems', () => {
  test('bad data: the step fails, and the comment says which problems are new', async () => {
    const old = [...before, before[0] ?? {}];
    const server = await github({ files: at('data/train.jsonl', jsonl(old)) });
    const { exitCode } = await step(server, workspaceOf([...old, { messages: [{ role: 'user', content: 'no answer' }] }]));
    expect(exitCode).toBe(1);
    const fresh = server.comments[0]?.body.split('**New with this change**')[1]?.split('###')[0] ?? '';
    expect(fresh).toMatch(/1 × <code>chat\/no-assistant/);
    expect(fresh).not.toContain('duplicate');
  });

  test('what training and validation data share is new where it is more than before', async () => {
    const valid = [...many(5, (number) => chatRow(number + 200)), before[0] ?? {}];
    const files = { ...at('data/train.jsonl', jsonl(before)), ...at('data/valid.jsonl', jsonl(valid)) };
    const bodyFor = async (rows: readonly object[]) => {
      const folder = workspaceOf(rows);
      write(folder, 'data/valid.jsonl', jsonl(valid));
      return bodyOf({ files }, folder, { validation_file: 'data/valid.jsonl' });
    };
    expect(await bodyFor([...before, chatRow(300)])).not.toContain('New with this change');
    expect(await bodyFor([...before, valid[0] ?? {}])).toMatch(/New with this change\*\*\n\n- ⚠️ 1 × <code>pair\/overlap/);
    expect(await bodyFor(before)).toContain('rows for validation');
  });

  test('rows that are too long are new where they were not there before', async () => {
    const long = { messages: [{ role: 'user', content: 'why? '.repeat(20_000) }, ...chatRow(1).messages.slice(1)] };
    const files = at('data/train.jsonl', jsonl([...before, long]));
    const inputs = { model: 'gpt-3.5-turbo' };
    expect(await bodyOf({ files }, workspaceOf([...before, long, chatRow(70)]), inputs)).not.toContain('New with this change');
    expect(await bodyOf({ files }, workspaceOf([...before, long, { ...long, tools: [] }]), inputs)).toMatch(
      /1 × <code>row\/over-limit/,
    );
  });
});
