/** The servers that stand in for platforms are judged by the platforms' own descriptions: a judge that lets all pass would prove nothing. */
import { describe, expect, test } from '@jest/globals';
import { html } from './support/page.ts';
import { FIREWORKS } from './support/platforms/fireworks.ts';
import { LLMARINER } from './support/platforms/llmariner.ts';

if (!LLMARINER.here) console.log('The descriptions of the platforms are not here; requests and replies were not judged by them.');
/** Without the descriptions nothing is judged, and that is said above. */
const found = (faults: readonly string[], judge: { readonly here: boolean }) => !judge.here || faults.length > 0;

describe('what the description of LLMariner forbids is found', () => {
  const create = { model: 'm', training_file: 'f', suffix: 's' };
  test.each([
    [create, false],
    [{ ...create, suffix: 'x'.repeat(19) }, true],
    [{ model: 'm', training_file: 'f' }, true],
    [{ ...create, method: { type: 'supervised', supervised: {} } }, true],
    [{ ...create, method: { type: 'dpo', hyperparameters: { beta: 0.1 } } }, false],
    [{ ...create, hyperparameters: { n_epochs: 'auto' } }, true],
    [{ ...create, unknown: 1 }, true],
  ])('%j', (body, wrong) => {
    const faults = LLMARINER.requestFaults('POST', '/fine_tuning/jobs', body);
    if (wrong) expect(found(faults, LLMARINER)).toBe(true);
    else expect(faults).toEqual([]);
  });
  test.each([
    [{ id: 'j', created_at: '1', status: 'queued' }, false],
    [{ id: 'j', created_at: 1, status: 'queued' }, true],
  ])('%j', (reply, wrong) => {
    const faults = LLMARINER.replyFaults('GET', '/fine_tuning/jobs/j', 200, reply);
    if (wrong) expect(found(faults, LLMARINER)).toBe(true);
    else expect(faults).toEqual([]);
  });
  test('a route that it does not have', () => {
    expect(found(LLMARINER.requestFaults('GET', '/fine_tuning/jobs/j/events', undefined), LLMARINER)).toBe(true);
  });
});

describe('what the description of Fireworks forbids is found', () => {
  const root = '/v1/accounts/acc';
  test.each([
    ['/supervisedFineTuningJobs', { dataset: 'd', epochs: 2 }, false],
    ['/supervisedFineTuningJobs', { dataset: 'd', epochs: 'auto' }, true],
    ['/supervisedFineTuningJobs', { epochs: 2 }, true],
    ['/supervisedFineTuningJobs', { dataset: 'd', n_epochs: 2 }, true],
    ['/dpoJobs', { dataset: 'd', lossConfig: { method: 'DPO', dpo: { beta: 0.1 } } }, false],
    ['/dpoJobs', { dataset: 'd', lossConfig: { method: 'DPO', beta: 0.1 } }, true],
    ['/datasets', { datasetId: 'd', dataset: { userUploaded: {} } }, false],
    ['/datasets', { dataset: {} }, true],
  ])('POST %s with %j', (path, body, wrong) => {
    const faults = FIREWORKS.requestFaults('POST', `${root}${path}?x=1`, body);
    if (wrong) expect(found(faults, FIREWORKS)).toBe(true);
    else expect(faults).toEqual([]);
  });
  test.each([
    [{ name: 'n', dataset: 'd', state: 'JOB_STATE_RUNNING' }, false],
    [{ name: 'n', dataset: 'd', state: 'RUNNING' }, true],
  ])('%j', (reply, wrong) => {
    const faults = FIREWORKS.replyFaults('GET', `${root}/dpoJobs/j`, 200, reply);
    if (wrong) expect(found(faults, FIREWORKS)).toBe(true);
    else expect(faults).toEqual([]);
  });
  test('a verb is judged by itself', () => {
    expect(FIREWORKS.replyFaults('GET', `${root}/dpoJobs/j:getMetricsFileEndpoint`, 200, { signedUrl: 'u' })).toEqual([]);
  });
});

test.each([
  ['[a]', '[a]: https://x.y', 'href="https://x.y"'],
  ['b[^1]', '[^1]: said', 'said'],
])('what one page defines is not there on the next: %s', (used, defined, seen) => {
  const alone = html(used);
  expect(html(`${used}\n\n${defined}`)).toContain(seen);
  expect(html(used)).toBe(alone);
  expect(alone).not.toContain(seen);
});
