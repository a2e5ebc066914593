import { describe, expect, test } from '@jest/globals';
import { homePrice, trainingPrice } from '../src/providers/prices.ts';
import { PLATFORMS, platformNamed } from '../src/providers/registry.ts';

const of = (name: string) => platformNamed(name).profile;

const SPRING = Date.parse('2026-05-10');
const AUTUMN = Date.parse('2026-11-23');
const MINI = 'gpt-4o-mini-2024-07-18';

describe('the price of training', () => {
  test('what is given beats the table', () => {
    expect(trainingPrice(of('openai'), MINI, 1.5, SPRING)).toEqual({
      perMillion: 1.5,
      basis: 'US$ 1.5 a million tokens, as given',
    });
  });
  test('the table knows some models, also under the name of a fine-tuned one', () => {
    for (const model of [MINI, `ft:${MINI}:org::id`]) {
      expect(trainingPrice(of('openai'), model, undefined, SPRING)).toEqual({
        perMillion: 3,
        basis: expect.stringContaining('2026-04-30'),
      });
    }
  });
  test('a price of more than 180 days ago is used, and called old', () => {
    const dated = 'US$ 3 a million tokens by a third party, 2026-04-30';
    const on = (date: string) => trainingPrice(of('openai'), MINI, undefined, Date.parse(date));
    expect(on('2026-11-23')).toEqual({ perMillion: 3, basis: `${dated}, an old price of 207 days ago`, old: true });
    expect(on('2026-10-28')).toMatchObject({ old: true });
    expect(on('2026-10-27')).toEqual({ perMillion: 3, basis: dated });
  });
  test('hourly prices and unknown models give no figure, and say what helps', () => {
    expect(trainingPrice(of('azure'), 'o4-mini-2025-04-16', undefined, SPRING)).toMatchObject({
      why: expect.stringContaining('by the hour'),
      fix: expect.stringMatching(/^Take max_cost_usd out/),
    });
    expect(trainingPrice(of('compatible'), 'gpt-4o-mini', undefined, SPRING)).toMatchObject({
      why: expect.stringContaining('no price is known'),
      fix: 'Give price_per_million_tokens.',
    });
  });

  test('the sandbox costs nothing whatever is given, and says what the real platform costs', () => {
    const free = { perMillion: 0, basis: 'the sandbox costs nothing' };
    for (const given of [undefined, 5]) expect(trainingPrice(of('sandbox'), MINI, given, SPRING)).toEqual(free);
    expect(homePrice(of('sandbox'), MINI, undefined, AUTUMN, PLATFORMS)).toEqual({
      title: 'OpenAI',
      perMillion: 3,
      basis: expect.stringContaining('an old price of 207 days ago'),
    });
    expect(homePrice(of('sandbox'), MINI, 5, SPRING, PLATFORMS)).toMatchObject({ title: 'OpenAI', perMillion: 5 });
    expect(homePrice(of('sandbox'), 'a-model', 5, SPRING, PLATFORMS)).toMatchObject({
      title: 'the real platform',
      perMillion: 5,
    });
    // By the hour, unknown, and where it is no rehearsal.
    expect(homePrice(of('sandbox'), 'o4-mini-2025-04-16', undefined, SPRING, PLATFORMS)).toBeUndefined();
    expect(homePrice(of('sandbox'), 'a-model', undefined, SPRING, PLATFORMS)).toBeUndefined();
    expect(homePrice(of('openai'), MINI, undefined, SPRING, PLATFORMS)).toBeUndefined();
  });
});
