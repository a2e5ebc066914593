import { describe, expect, test } from '@jest/globals';
import { trainingPrice } from '../src/providers/prices.ts';
import { platformNamed } from '../src/providers/registry.ts';

const of = (name: string) => platformNamed(name).profile;

const SPRING = Date.parse('2026-05-10');

describe('the price of training', () => {
  test('what is given beats the table', () => {
    expect(trainingPrice(of('openai'), 'gpt-4o-mini-2024-07-18', 1.5, SPRING)).toEqual({
      perMillion: 1.5,
      basis: 'US$ 1.5 a million tokens, as given',
    });
  });
  test('the table knows some models, also under the name of a fine-tuned one', () => {
    for (const model of ['gpt-4o-mini-2024-07-18', 'ft:gpt-4o-mini-2024-07-18:org::id']) {
      expect(trainingPrice(of('openai'), model, undefined, SPRING)).toMatchObject({
        perMillion: 3,
        basis: expect.stringContaining('2026-04-30'),
      });
    }
  });
  test('a price of more than 180 days ago is named, not used', () => {
    expect(trainingPrice(of('openai'), 'gpt-4o-mini-2024-07-18', undefined, Date.parse('2026-11-23'))).toEqual({
      perMillion: undefined,
      why: expect.stringMatching(/US\$ 3 a million .* 2026-04-30\) is older than 180 days; give price_per_million_tokens/),
    });
  });
  test('hourly prices and unknown models give no figure, and say so', () => {
    expect(trainingPrice(of('azure'), 'o4-mini-2025-04-16', undefined, SPRING)).toMatchObject({
      why: expect.stringContaining('by the hour'),
    });
    expect(trainingPrice(of('compatible'), 'gpt-4o-mini', undefined, SPRING)).toMatchObject({
      why: expect.stringContaining('no price is known'),
    });
  });
  test('the sandbox costs nothing', () => {
    expect(trainingPrice(of('sandbox'), 'anything', undefined, SPRING)).toMatchObject({ perMillion: 0 });
  });
});
