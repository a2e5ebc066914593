/** Which job a step means, and what is said of one that somebody else created. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import type { PlatformJob, RunningPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { stories } from '../support/stories.ts';

const told = stories();
const { platformOf } = told;

const workspace = newFolder();
write(workspace, 'v1.jsonl', jsonl(many(12, chatRow)));
write(workspace, 'v2.jsonl', jsonl(many(14, chatRow)));
const data = { model: 'm-1', training_file: 'v1.jsonl', metadata: 'branch=main' };

function step(
  platform: RunningPlatform,
  operation: string,
  inputs: Run['inputs'] = {},
  more: Partial<Run> = {},
): Promise<Outcome> {
  const on = { operation, base_url: platform.url, api_key: 'k', artifact_name: '' };
  return runAction({ workspace, time: told.time, ...more, inputs: { ...on, ...inputs } });
}

function jobIn(platform: RunningPlatform, id: string, more: Partial<PlatformJob> = {}): void {
  platform.jobs.push({
    id,
    created_at: 1_700_000_000 + platform.jobs.length,
    metadata: { branch: 'main' },
    body: { model: 'm-1', training_file: 'file-0' },
    status: 'running',
    life: [],
    ...more,
  });
}
const of = (repository: string) => ({ branch: 'main', finetune_action_repository: repository });

describe('by the inputs of create', () => {
  test('a reverted data set gets the model of the data that is checked out, whatever was trained since', async () => {
    const platform = await platformOf();
    const first = await step(platform, 'create', data);
    await step(platform, 'create', { ...data, training_file: 'v2.jsonl' });
    const released = await step(platform, 'retrieve', { ...data, status: 'succeeded' });
    expect(released.outputs.fine_tuned_model).toBe(first.outputs.fine_tuned_model);
    const newest = await step(platform, 'retrieve', { metadata: 'branch=main', status: 'succeeded' });
    expect(newest.outputs.job_id).toBe('ftjob-2');
  });

  test('data that was never trained has no model, and an older one is not handed out for it', async () => {
    const platform = await platformOf();
    await step(platform, 'create', data);
    const other = await step(platform, 'retrieve', { ...data, training_file: 'v2.jsonl' });
    expect(other.errors.join()).toContain('There is no job with the fingerprint of these inputs');
    expect(other.outputs.fine_tuned_model).toBeUndefined();
    expect((await step(platform, 'retrieve', { ...data, training_file: 'v2.jsonl', if_not_found: 'empty' })).exitCode).toBe(0);
  });

  test.each(['wait', 'retrieve', 'cancel', 'list_events', 'pause'])(
    '%s: the fingerprint comes before metadata, which only labels',
    async (operation) => {
      const platform = await platformOf({ life: ['running'] });
      await step(platform, 'create', { ...data, wait: 'false' });
      jobIn(platform, 'ftjob-billing', { metadata: of('octo/data'), created_at: 4_000_000_000 });
      const more = operation === 'wait' ? { timeout_minutes: '1', on_timeout: 'detach' } : {};
      const meant = await step(platform, operation, { ...data, ...more });
      expect([meant.outputs.job_id, meant.exitCode]).toEqual(['ftjob-1', 0]);
      expect(platform.jobs[1]?.status).toBe('running');
    },
  );
});

describe('repositories that share a project', () => {
  test.each(['retrieve', 'wait', 'cancel', 'pause', 'resume', 'list', 'list_events', 'list_checkpoints'])(
    '%s by metadata passes over the other one’s jobs, unless any_repository is true',
    async (operation) => {
      const platform = await platformOf();
      jobIn(platform, 'ftjob-ours', { metadata: of('Octo/data'), status: operation === 'resume' ? 'paused' : 'running' });
      jobIn(platform, 'ftjob-theirs', { metadata: of('acme/billing'), status: operation === 'resume' ? 'paused' : 'running' });
      const more = { metadata: 'branch=main', ...(operation === 'wait' ? { timeout_minutes: '1', on_timeout: 'detach' } : {}) };
      const kept = await step(platform, operation, more);
      expect(kept.exitCode).toBe(0);
      expect(kept.log).toContain('1 matching job of another repository passed over; any_repository: true takes them too.');
      if (operation === 'list') expect(kept.outputs.jobs).not.toContain('ftjob-theirs');
      else expect(kept.outputs.job_id).toBe('ftjob-ours');
      expect(platform.jobs[1]?.status).toBe(operation === 'resume' ? 'paused' : 'running');
      const any = await step(platform, operation, { ...more, any_repository: 'true' });
      if (operation === 'list') expect(any.outputs.jobs).toContain('ftjob-theirs');
      else expect(any.outputs.job_id).toBe('ftjob-theirs');
    },
  );

  test('a job that names no repository is nobody else’s', async () => {
    const platform = await platformOf();
    jobIn(platform, 'ftjob-old');
    expect((await step(platform, 'retrieve', { metadata: 'branch=main' })).outputs.job_id).toBe('ftjob-old');
  });
});

describe('a job that was created before keeps its labels', () => {
  test.each(['create', 'retrieve'])('%s: the difference is said', async (operation) => {
    const platform = await platformOf();
    await step(platform, 'create', { ...data, metadata: 'branch=feature-x' });
    const again = await step(platform, operation, { ...data, metadata: 'branch=main\nteam=nlp' });
    expect(again.outputs.job_id).toBe('ftjob-1');
    expect(again.warnings.join('\n')).toMatch(
      /Job ftjob-1 keeps the metadata .*branch=feature-x, not branch=main; team=\(absent\), not team=nlp.*inputs of create.*reuse: false/,
    );
    expect((await step(platform, operation, { ...data, metadata: 'branch=feature-x' })).warnings).toEqual([]);
  });

  test('a server that keeps no metadata lost no label', async () => {
    const platform = await platformOf({ forgetsMetadata: true });
    await step(platform, 'create', data);
    expect((await step(platform, 'create', data)).warnings).toEqual([]);
  });
});

test('the evidence names the run and commit that trained the model, not those that took it up', async () => {
  const platform = await platformOf();
  const run = (id: string, sha: string) => ({ env: { GITHUB_RUN_ID: id, GITHUB_SHA: sha }, temp: newFolder('temp-') });
  await step(platform, 'create', data, run('777', 'c4a7eb4'.padEnd(40, '0')));
  const later = run('888', '7365ba5'.padEnd(40, '0'));
  for (const operation of ['create', 'retrieve', 'wait']) {
    const taken = await step(platform, operation, data, later);
    const read = (name: string) => readFileSync(path.join(path.dirname(taken.outputs.report_path ?? ''), name), 'utf8');
    const predicate: unknown = JSON.parse(read('predicate.json'));
    expect(predicate).toMatchObject({
      buildDefinition: {
        resolvedDependencies: expect.arrayContaining([
          expect.objectContaining({ digest: { gitCommit: 'c4a7eb4'.padEnd(40, '0') } }),
        ]),
      },
      runDetails: { metadata: { invocationId: 'https://github.com/octo/data/actions/runs/777/attempts/1' } },
    });
    expect(read('predicate.json') + read('model-card.md') + read('provenance.json')).not.toMatch(/7365ba5|runs\/888/);
    expect(JSON.parse(read('result.json'))).toMatchObject({
      origin: { commit: 'c4a7eb4'.padEnd(40, '0'), run: expect.stringMatching(/^777\/1/) },
    });
  }
});

test('what this run has created itself is no money saved: the page says who pays, and once', async () => {
  const platform = await platformOf();
  const priced = { ...data, price_per_million_tokens: '5' };
  const run = (id: string, attempt: string) => ({ env: { GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } });
  const submitted = await step(platform, 'create', { ...priced, wait: 'false' }, run('7', '1'));
  const watched = await step(
    platform,
    'wait',
    { job_id: submitted.outputs.job_id, price_per_million_tokens: '5' },
    run('7', '1'),
  );
  expect(watched.summary).toContain('## ✅ Model ready\n');
  expect(watched.summary).toContain('<br>paid once, by another step of this run |');
  expect(watched.summary).not.toMatch(/used again|paid before/);
  const rerun = await step(platform, 'create', priced, run('7', '2'));
  expect(rerun.summary).toContain('<br>paid once, by an earlier attempt of this run |');
  expect(rerun.summary).toContain(
    'It was created, and paid for, by run <a href="https://github.com/octo/data/actions/runs/7/attempts/1">',
  );
  const later = await step(platform, 'create', priced, run('8', '1'));
  expect(later.summary).toContain('## ✅ Model ready, used again\n');
  expect(later.summary).toContain('<br>paid before this run |');
  expect([watched, rerun, later].map(({ outputs }) => outputs.reused)).toEqual(['true', 'true', 'true']);
});

describe('words for a status', () => {
  test.each([
    ['running,queued, Paused', ['ftjob-r', 'ftjob-q', 'ftjob-p']],
    ['succeeded', ['ftjob-s']],
    ['notRunning', ['ftjob-q']],
    ['canceled', ['ftjob-c']],
  ])('%s', async (status, found) => {
    const platform = await platformOf();
    for (const word of ['succeeded', 'cancelled', 'paused', 'queued', 'running'])
      jobIn(platform, `ftjob-${word[0]}`, { status: word });
    const listed = await step(platform, 'list', { status });
    const jobs: { id: string }[] = JSON.parse(listed.outputs.jobs ?? '[]');
    expect(jobs.map(({ id }) => id)).toEqual(found);
  });

  test.each([
    ['succeded', /Input status is "?succeded"?.*one or several of validating_files, .*did you mean succeeded\?/],
    ['running,halted', /running,halted.*one or several of/],
    [',', /one or several of/],
  ])('%s is refused before any request', async (status, message) => {
    const platform = await platformOf();
    const refused = await step(platform, 'list', { status });
    expect(refused.errors.join()).toMatch(message);
    expect(platform.calls).toEqual([]);
  });
});
