import { describe, expect, test } from '@jest/globals';
import type { Job } from '../src/api/objects.ts';
import { planOf } from '../src/job/plan.ts';
import { carries } from '../src/providers/openai-wire/metadata-mark.ts';
import type { WireJob } from '../src/providers/openai-wire/objects.ts';
import { sent } from './support/jobs.ts';

const wire = (status: string, more: Partial<WireJob> = {}): WireJob => ({
  id: `ftjob-${status}`,
  created_at: 1_700_000_000,
  status,
  ...more,
});
const job = (status: string, more: Partial<WireJob> = {}): Job => sent(wire(status, more));
const plan = (...jobs: Job[]) => planOf(jobs.map((one) => ({ job: one, modelGone: one.fine_tuned_model === 'gone' })));

describe('the plan', () => {
  test('a failed job without a word is created anew; jobs without a time come last, by their IDs', () => {
    expect(plan(job('failed', { trained_tokens: 5, error: null }))).toMatchObject({ action: 'create' });
    expect(plan(job('queued', { id: 'b', created_at: null }), job('queued', { id: 'a', created_at: null }))).toMatchObject({
      job: { id: 'a' },
    });
  });

  test('nothing exists: create', () => {
    expect(plan()).toEqual({ action: 'create', reason: 'no identical job exists' });
  });

  test.each(['validating_files', 'queued', 'running', 'paused', 'some_new_status'])('%s is live: attach', (status) => {
    const live = { platform: { status } };
    expect(plan(job('cancelled'), job(status))).toMatchObject({ action: 'attach', job: live, surplus: [] });
  });

  test('of two live jobs the older wins, then the smaller ID; the other is surplus', () => {
    const younger = job('running', { id: 'a', created_at: 1_700_000_001 });
    const older = job('queued', { id: 'b' });
    const twin = job('queued', { id: 'c' });
    expect(plan(younger, twin, older)).toMatchObject({ action: 'attach', job: { id: 'b' }, surplus: [{ id: 'c' }, { id: 'a' }] });
    expect(plan(job('queued', { created_at: undefined, id: 'z' }), older)).toMatchObject({ job: { id: 'b' } });
  });

  test('succeeded: reuse; that its model cannot be seen never outweighs what was paid', () => {
    expect(plan(job('succeeded', { fine_tuned_model: 'ft:m' }))).toMatchObject({
      action: 'reuse',
      reason: expect.stringContaining('2023-11-14'),
    });
    expect(plan(job('succeeded', { fine_tuned_model: 'gone' }))).toMatchObject({
      action: 'refuse',
      reason: expect.stringContaining('reuse: false'),
    });
    expect(plan(job('succeeded', { fine_tuned_model: 'gone' }), job('running'))).toMatchObject({ action: 'attach' });
  });

  test('on its way to being cancelled: await its end', () => {
    expect(plan(job('cancelling'))).toMatchObject({ action: 'settle' });
  });

  test('cancelled or failed: create anew, and say how it failed', () => {
    expect(plan(job('cancelled'))).toMatchObject({ action: 'create', reason: 'an identical job was cancelled' });
    expect(plan(job('failed', { error: { message: 'bad line 4' } }))).toMatchObject({
      action: 'create',
      reason: expect.stringContaining('bad line 4'),
    });
    expect(plan(job('failed', { created_at: null }))).toMatchObject({ reason: 'an identical job failed (without a reason)' });
  });

  test('trained and then refused for safety: not paid for again', () => {
    const refused = wire('failed', {
      trained_tokens: 1000,
      error: { code: 'moderation', message: 'the model failed safety checks' },
    });
    expect(plan(sent(refused))).toMatchObject({ action: 'refuse', reason: expect.stringContaining('reuse: false') });
    expect(plan(sent({ ...refused, error: { code: 'safety' } }))).toMatchObject({ action: 'refuse' });
    expect(plan(sent({ ...refused, trained_tokens: null }))).toMatchObject({ action: 'create' });
  });

  test('what cannot be proved to be another job is not paid for beside it; a job that is surely ours counts more', () => {
    const unclear = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => ({ ...job('running'), id }));
    expect(planOf([], unclear.slice(0, 1))).toMatchObject({
      action: 'refuse',
      reason: expect.stringMatching(/that a \(running\) asks for something else.*job_id.*reuse: false/),
    });
    expect(planOf([], unclear)).toMatchObject({ reason: expect.stringContaining('e (running) and 2 more') });
    expect(planOf([{ job: job('running'), modelGone: false }], unclear)).toMatchObject({ action: 'attach' });
  });

  test('a list that breaks off proves nothing: refused, with both ways on', () => {
    expect(planOf([], [], 'the list breaks off')).toMatchObject({
      action: 'refuse',
      job: undefined,
      reason: expect.stringMatching(/the list breaks off.*job_id.*reuse: false/),
    });
    expect(planOf([{ job: job('running'), modelGone: false }], [], 'it breaks off')).toMatchObject({ action: 'attach' });
  });

  test('of two that live or have succeeded the oldest, then the smallest ID, is chosen', () => {
    const at = (id: string, created_at: number, status = 'running') => job(status, { id, created_at });
    expect(plan(at('b', 5), at('a', 5), at('c', 4))).toMatchObject({ job: { id: 'c' }, surplus: [{ id: 'a' }, { id: 'b' }] });
    expect(plan(at('a', 5, 'succeeded'), at('b', 6, 'succeeded'))).toMatchObject({ action: 'reuse', job: { id: 'b' } });
  });

  test('a job carries a fingerprint only in its own metadata', () => {
    expect(carries(job('queued', { metadata: { finetune_action_fingerprint: 'f' } }), 'f')).toBe(true);
    expect(carries(job('queued', { metadata: null }), 'f')).toBe(false);
  });
});
