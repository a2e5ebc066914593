/** Which model a new one follows, and what is said of the two. */
import { describe, expect, test } from '@jest/globals';
import type { Job } from '../src/api/objects.ts';
import { predecessor } from '../src/job/line.ts';
import type { WireJob } from '../src/providers/openai-wire/objects.ts';
import { priceChange } from '../src/report/change.ts';
import type { PreviousModel } from '../src/report/findings.ts';
import { checkpoint, findings, job } from './support/findings.ts';
import { renderResult, renderSummary } from './support/whole-report.ts';

const origin = (run: string, more: Readonly<Record<string, string>> = {}) => ({
  finetune_action_repository: 'acme/bot',
  finetune_action_commit: 'c4a7eb4'.padEnd(40, '0'),
  finetune_action_run: run,
  ...more,
});

/** A job of the line, a minute after the one of the number before it. */
function trained(number: number, overrides: Partial<WireJob> = {}): Job {
  const metadata = origin(`${number}/1 train tune #${number}00`);
  return job({ id: `ftjob-${number}`, created_at: 1_790_000_000 + number * 60, suffix: 'bot', metadata, ...overrides });
}

describe('the job that a job follows', () => {
  const now = trained(9);
  const found = (...listed: readonly Job[]) => predecessor(now, [now, ...listed])?.id;

  test('is the newest one before it, in whatever order they are listed', () => {
    expect(found(trained(2), trained(7), trained(4), trained(11))).toBe('ftjob-7');
    expect(found()).toBeUndefined();
  });

  test.each<[string, Partial<WireJob>]>([
    ['of another repository', { metadata: origin('7/1 train tune', { finetune_action_repository: 'acme/billing' }) }],
    ['of another step', { metadata: origin('7/1 train other') }],
    ['of the same run', { metadata: origin('9/2 train tune') }],
    ['with another base', { model: 'gpt-4.1-2025-04-14' }],
    ['with another method', { method: { type: 'dpo', dpo: {} } }],
    ['with another suffix', { suffix: 'billing' }],
    ['with other labels', { metadata: origin('7/1 train tune', { branch: 'feature' }) }],
    ['that says nothing of itself', { metadata: null }],
    ['that names no run', { metadata: { finetune_action_repository: 'acme/bot' } }],
    ['that failed', { status: 'failed' }],
    ['that has no model', { fine_tuned_model: null }],
    ['without a base', { model: null }],
  ])('is none %s', (_, overrides) => {
    expect(found(trained(7), trained(8, overrides))).toBe('ftjob-7');
    expect(found(trained(8, overrides))).toBeUndefined();
  });

  test('a model that goes on from a fine-tuned one is of the same base; a label that names the commit or the run is none', () => {
    const before = trained(7, { model: 'ft:gpt-4.1-mini-2025-04-14:acme:bot:A' });
    expect(found(before)).toBe('ftjob-7');
    const labelled = (number: number, commit: string) =>
      trained(number, {
        metadata: origin(`${number}/1 train tune`, {
          branch: 'main',
          commit,
          run: String(number),
          finetune_action_commit: commit.padEnd(40, '0'),
        }),
      });
    expect(predecessor(labelled(9, 'abcdef0'), [labelled(8, '1234567')])?.id).toBe('ftjob-8');
  });

  test('nothing follows from a job that does not say when it was created', () => {
    expect(predecessor(trained(9, { created_at: null }), [trained(7)])).toBeUndefined();
    expect(found(trained(7, { created_at: null }))).toBeUndefined();
  });
});

describe('on the page', () => {
  const before: PreviousModel = {
    job: trained(7, { fine_tuned_model: 'ft:m:acme:bot:A', trained_tokens: 400_000 }),
    checkpoint: checkpoint(90, { train_loss: 0.9, full_valid_loss: 0.8, full_valid_mean_token_accuracy: 0.75, step: 90 }),
  };
  const after = findings({
    job: trained(9, { trained_tokens: 450_000 }),
    price: { perMillion: 5, basis: 'b' },
    previous: before,
    checkpoints: [
      checkpoint(100, { train_loss: 0.6, full_valid_loss: 0.7, full_valid_mean_token_accuracy: 0.75 }),
      checkpoint(50, { train_loss: 2, full_valid_loss: 2 }),
    ],
  });
  const section = (overrides: Parameters<typeof findings>[0] = {}) =>
    /### Beside the previous model\n\n([\s\S]*?)(?=\n\n[#`<*]|\n*$)/.exec(renderSummary({ ...after, ...overrides }))?.[1];

  test('stand the figures of both, and what has changed', () => {
    expect(section()?.split('\n')).toEqual([
      '`ft:m:acme:bot:A` of 2026-09-21 was trained before it from the same base, with the same suffix and labels.',
      '',
      '|  | Previous | This | Change |',
      '| --- | --: | --: | --: |',
      '| Epochs | 3 | 3 | – |',
      '| Trained tokens | 400,000 | 450,000 | +50,000 · +13 % |',
      '| Price | $2.00 | $2.25 | +$0.25 · +13 % |',
      '| full_valid_loss | 0.8 | 0.7 | −0.1 · −13 % |',
      '| full_valid_mean_token_accuracy | 0.75 | 0.75 | – |',
      '| train_loss | 0.9 | 0.6 | −0.3 · −33 % |',
    ]);
  });

  test('only what both have; validated on other files, that is said', () => {
    const other = { ...before, job: { ...before.job, validation_file: 'file-other', trained_tokens: null } };
    expect(section({ previous: other, price: undefined })).toMatch(
      /\| Epochs .*\n\| full_valid_loss .*\n.*\n\| train_loss .*\n\nThe validation files differ/,
    );
    expect(section({ previous: { ...other, checkpoint: undefined }, price: undefined })).not.toMatch(/valid/i);
    const nothing = { job: { ...other.job, method: null, hyperparameters: null }, checkpoint: undefined };
    expect(section({ previous: nothing })).toBeUndefined();
    expect(section({ previous: undefined })).toBeUndefined();
  });

  test('and in result.json', () => {
    expect(renderResult(after).previous).toMatchObject({
      job_id: 'ftjob-7',
      trained_tokens: 400_000,
      metrics: { full_valid_loss: 0.8 },
    });
    expect(renderResult({ ...after, previous: undefined }).previous).toBeNull();
  });
});

test('the change of a price is what a reader subtracts', () => {
  expect([priceChange(2.126, 2.2346), priceChange(2.2346, 2.126), priceChange(2.131, 2.132)]).toEqual(['+$0.10', '−$0.10', '']);
  expect([priceChange(0.001, 0.004), priceChange(0.013, 0.004), priceChange(2.12, 2.13)]).toEqual(['', '', '+$0.01']);
});
