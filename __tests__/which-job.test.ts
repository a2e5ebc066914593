/** Which run a model comes from, in what labels differ, and what words for a status mean. */
import { describe, expect, test } from '@jest/globals';
import { meantStatus } from '../src/api/statuses.ts';
import { isElsewhere, isSibling, runName } from '../src/job/origin.ts';
import { creatorOf, trainedBy } from '../src/report/trained-by.ts';
import { otherMetadata } from '../src/stages/other-metadata.ts';
import { findings, job } from './support/findings.ts';

describe('who trained a model', () => {
  const origin = { repository: 'acme/bot', commit: 'c4a7eb4', run: '777/2 train tune' };
  test('this run, where it created the job', () => {
    expect(trainedBy(findings({ reused: false, origin }))).toMatchObject({
      runId: '777',
      runAttempt: '1',
      ref: 'refs/heads/main',
    });
    const local = { ...findings().run, repository: '', sha: '' };
    expect(trainedBy(findings({ reused: false, run: local }))).toMatchObject({ repository: undefined, commit: undefined });
  });
  test('else the one that the job names, as far as it does', () => {
    expect(trainedBy(findings({ reused: true, origin }))).toEqual({
      repository: 'acme/bot',
      commit: 'c4a7eb4',
      ref: undefined,
      runId: '777',
      runAttempt: '2',
      job: 'train',
      step: 'tune',
    });
    const hostile = { repository: 'a b/../c', commit: '"; rm', run: '::error::x' };
    expect(Object.values(trainedBy(findings({ reused: true, origin: hostile }))).join('')).toBe('');
    expect(trainedBy(findings({ reused: undefined, origin: undefined })).runId).toBeUndefined();
  });
});

test.each([
  [false, '777/1 train tune', 'acme/bot', 'this step'],
  [undefined, '777/1 train tune', 'acme/bot', 'this step'],
  [true, '777/2 train other', 'Acme/Bot', 'another step of this run'],
  [true, '777/1 train tune', 'acme/bot', 'an earlier attempt of this run'],
  [true, '776/2 train tune', 'acme/bot', 'before this run'],
  [true, '777/2 train tune', 'acme/billing', 'before this run'],
  [true, undefined, 'acme/bot', 'before this run'],
])('reused %s, by %s of %s: it was created by %s', (reused, by, repository, creator) => {
  const run = { ...findings().run, repository: 'acme/bot', runId: '777', runAttempt: '2' };
  expect(creatorOf({ reused, origin: { repository, commit: undefined, run: by }, run })).toBe(creator);
});

test('labels that a job carries otherwise, or not at all; none where the server keeps none', () => {
  expect(otherMetadata({ metadata: { branch: 'x', a: '1' } }, { branch: 'main', a: '1', b: '2' })).toEqual([
    ['branch', 'main', 'x'],
    ['b', '2', undefined],
  ]);
  for (const metadata of [undefined, null, {}]) expect(otherMetadata({ metadata }, { a: '1' })).toEqual([]);
  expect(otherMetadata({ metadata: { a: '1' } }, undefined)).toEqual([]);
});

test('another repository is one that the job names otherwise, in whatever letter case', () => {
  const of = (repository: string | undefined) => ({ ...job({}), origin: { repository, commit: undefined, run: undefined } });
  expect(isElsewhere(of('acme/bot'), 'acme/billing')).toBe(true);
  expect(isElsewhere(of('Acme/Bot'), 'acme/bot')).toBe(false);
  expect(isElsewhere(of(undefined), 'acme/bot')).toBe(false);
  expect(isElsewhere(of('acme/bot'), '')).toBe(false);
});

test.each([
  ['notRunning', 'queued'],
  ['Validating Files', 'validating_files'],
  ['canceled', 'cancelled'],
  ['pausing', 'running'],
  ['toString', undefined],
  ['', undefined],
])('the status %j means %s', (word, status) => {
  expect(meantStatus(word)).toBe(status);
});

describe('a run that asked', () => {
  const place = { runId: '7', runAttempt: '1', job: 'train', step: 'tune' };
  const by = (run: string | undefined) => ({ origin: { repository: undefined, commit: undefined, run } });
  test('is named by all that keeps it apart', () => {
    expect(runName(place, '11')).toBe('7/1 train tune #11');
    expect(runName({ ...place, step: '' }, undefined)).toBe('7/1 train');
    expect(runName({ ...place, runId: '' }, '11')).toBeUndefined();
  });
  test('has siblings in its own attempt alone', () => {
    expect(isSibling(by('7/1 train tune #12'), '7/1 train tune #11')).toBe(true);
    expect(isSibling(by('7/1 train tune #11'), '7/1 train tune #11')).toBe(false);
    expect(isSibling(by('7/1 train tune #12'), '7/2 train tune #11')).toBe(false);
    for (const run of ['7/1 train tune', 'x', undefined]) expect(isSibling(by(run), '7/1 train tune #11')).toBe(false);
    expect(isSibling(by('7/1 train tune #12'), undefined)).toBe(false);
  });
});
