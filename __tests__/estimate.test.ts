/** What a job is expected to take, as its platform bills it. */
import { describe, expect, test } from '@jest/globals';
import type { TokenCount } from '../src/dataset/dataset.ts';
import { platformNamed } from '../src/providers/registry.ts';
import { looksPaid } from '../src/report/price.ts';
import { estimateOf } from '../src/stages/estimate.ts';

const exactly = (tokens: number): TokenCount => ({ kind: 'exact', tokens, low: tokens, high: tokens, basis: 'x' });
const TRAINING = { rows: 200, tokens: exactly(1_000_000) };
const VALIDATION = { rows: 20, tokens: exactly(100_000) };

type Inputs = Parameters<typeof estimateOf>[0]['inputs'];

/** Of a million training tokens and a hundred thousand to look at, at US$ 2 a million. */
function estimated(provider: string, hyperparameters: Record<string, unknown> = {}, more: Partial<Inputs> = {}) {
  const { profile } = platformNamed(provider);
  const inputs: Inputs = {
    model: 'm',
    method: undefined,
    hyperparameters,
    extra_body: undefined,
    validation_file: [],
    price_per_million_tokens: 2,
    ...more,
  };
  return estimateOf(
    { inputs, connection: { profile }, started: 0 },
    TRAINING,
    inputs.validation_file.length > 0 ? VALIDATION : undefined,
  );
}
const usd = (...given: Parameters<typeof estimated>) => estimated(...given)?.cost?.usd;
const held = { validation_file: ['held.jsonl'] };

describe('Together', () => {
  test.each<[string, Record<string, unknown>, Partial<Inputs>, number]>([
    ['one epoch where none is asked for', {}, {}, 2],
    ['auto is none', { n_epochs: 'auto' }, {}, 2],
    ['the epochs that are asked for', { n_epochs: 3 }, {}, 6],
    ['those that extra_body says', { n_epochs: 3 }, { extra_body: { n_epochs: 2 } }, 4],
    ['a look at the validation data', {}, held, 2.2],
    ['as many looks as are asked for', { n_evals: 5 }, held, 3],
    ['a look that extra_body takes out', { n_evals: 5 }, { ...held, extra_body: { n_evals: 0 } }, 2],
    ['looks at nothing', { n_evals: 5 }, {}, 2],
    ['each row as the longest, without packing', { packing: false, max_seq_length: 8000 }, {}, 3.2],
    ['the looks too', { packing: false, max_seq_length: 8000, n_evals: 2 }, held, 3.84],
  ])('%s', (_, hyperparameters, more, cost) => {
    expect(usd('together', hyperparameters, more)).toBeCloseTo(cost, 9);
  });

  test('what cannot be counted has no price, and says why', () => {
    expect(estimated('together', { packing: false })).toMatchObject({
      cost: undefined,
      withoutCost: 'each row is billed as the longest sequence that the model takes',
    });
    const { profile } = platformNamed('together');
    const inputs = { ...INPUTS, validation_file: ['file-1'] };
    const byId = estimateOf({ inputs, connection: { profile }, started: 0 }, TRAINING, undefined);
    expect(byId).toMatchObject({ cost: undefined, withoutCost: expect.stringContaining('tokens of a file ID') });
    expect(byId?.looks).toBeUndefined();
  });

  test('the epochs and the looks are said', () => {
    const estimate = estimated('together', { n_evals: 3 }, held);
    expect(estimate).toMatchObject({ epochs: 1, epochsAsked: false, tokens: { tokens: 1_000_000 } });
    expect(looksPaid(estimate?.looks)).toBe(', and 300,000 more for 3 looks at the validation data');
    expect(looksPaid(undefined)).toBe('');
  });
});

const INPUTS: Inputs = {
  model: 'm',
  method: undefined,
  hyperparameters: undefined,
  extra_body: undefined,
  validation_file: [],
  price_per_million_tokens: 2,
};

describe('on the shared wire', () => {
  test('three epochs are usual, validation data is free, and extra_body is laid over the settings', () => {
    expect(usd('openai')).toBe(6);
    expect(usd('openai', {}, held)).toBe(6);
    expect(usd('openai', { n_epochs: 2 })).toBe(4);
    expect(usd('openai', { n_epochs: 2 }, { extra_body: { hyperparameters: { n_epochs: 5 } } })).toBe(10);
    expect(usd('openai', { n_epochs: 2 }, { extra_body: { n_epochs: 5 } })).toBe(4);
  });
  test('what was not counted is not estimated', () => {
    const { profile } = platformNamed('openai');
    const nothing = { rows: 1, tokens: undefined };
    expect(estimateOf({ inputs: INPUTS, connection: { profile }, started: 0 }, nothing, undefined)).toBeUndefined();
  });
  test('tokens that are not to be priced cost at most what they come to', () => {
    const { profile } = platformNamed('openai');
    const pictures = { rows: 200, tokens: { ...exactly(1000), unpriced: 'pictures' } };
    expect(estimateOf({ inputs: INPUTS, connection: { profile }, started: 0 }, pictures, undefined)).toMatchObject({
      cost: undefined,
      withoutCost: 'pictures',
      atMost: { usd: 0.006 },
    });
  });
});
