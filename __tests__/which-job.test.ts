/** Which run a model comes from, in what labels differ, and what words for a status mean. */
import { describe, expect, test } from '@jest/globals';
import { meantStatus } from '../src/api/statuses.ts';
import { trainedBy } from '../src/report/trained-by.ts';
import { isElsewhere } from '../src/stages/find-job.ts';
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
