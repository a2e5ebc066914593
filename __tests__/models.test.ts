import { describe, expect, test } from '@jest/globals';
import { baseOf, familyOf } from '../src/models/family.ts';
import { closingsOf, daysUntil, lifeOf, methodFault } from '../src/models/standing.ts';
import { MODELS as azure } from '../src/providers/azure/models.ts';
import { MODELS as openai } from '../src/providers/openai/models.ts';

const now = Date.parse('2026-11-25T12:00:00Z');
const asked = (model: string, method: 'supervised' | 'dpo' | 'reinforcement' = 'supervised', minimumDays = 0) => ({
  model,
  method,
  now,
  minimumDays,
});

describe('the base of a model', () => {
  test.each([
    ['gpt-4.1-mini-2025-04-14', 'gpt-4.1-mini-2025-04-14'],
    ['ft:gpt-4.1-mini-2025-04-14:acme:support:AbC123', 'gpt-4.1-mini-2025-04-14'],
    ['ft:gpt-4o-2024-08-06:acme::AbC123:ckpt-step-90', 'gpt-4o-2024-08-06'],
    ['ft:gpt-4o-mini-2024-07-18', 'gpt-4o-mini-2024-07-18'],
    ['gpt-4.1-2025-04-14.ft-0a1b2c3d4e5f', 'gpt-4.1-2025-04-14'],
    ['gpt-4o-mini-2024-07-18.ft-0a1b2c3d-support', 'gpt-4o-mini-2024-07-18'],
    ['davinci-002:ft-acme-2023', 'davinci-002'],
    [' gpt-4.1 ', 'gpt-4.1'],
    ['acme/soft-7b', 'acme/soft-7b'],
    ['model.ft', 'model.ft'],
    ['', ''],
  ])('%s', (model, base) => expect(baseOf(model)).toBe(base));
});

describe('the family of a model', () => {
  test.each([
    ['gpt-4.1', 'gpt-4.1'],
    ['GPT-4.1-Mini-2025-04-14', 'gpt-4.1-mini'],
    ['ft:gpt-4o-2024-08-06:acme::x', 'gpt-4o-2024-08-06'],
    ['gpt-3.5-turbo-0125', 'gpt-3.5-turbo'],
    ['davinci-002', 'babbage-002 and davinci-002'],
  ])('%s is known to OpenAI', (model, name) => expect(familyOf(openai.families, model)?.name).toBe(name));
  test.each(['gpt-4.1-2099-01-01', 'gpt-4o-audio-preview', 'gpt-4.5', 'my-gpt-4.1', 'llama-3.1-8b', 'gpt-4o-2024-11-20', ''])(
    'nothing is guessed of %s',
    (model) => expect(familyOf(openai.families, model)).toBeUndefined(),
  );
  test.each([
    ['gpt-4.1-2025-04-14.ft-00aa', 'gpt-4.1'],
    ['Ministral-3B-2411', 'Ministral-3B'],
    ['gpt-oss-120b', 'gpt-oss-120b'],
  ])('%s is known to Azure', (model, name) => expect(familyOf(azure.families, model)?.name).toBe(name));
  test('each entry has a source, the day on which it was read, and dates that are dates', () => {
    for (const { source, read, ends } of [...openai.families, ...azure.families]) {
      expect(source).toMatch(/^https:\/\//);
      expect(daysUntil(read, now)).toBeLessThan(1);
      if (ends !== undefined) expect(daysUntil(ends, now)).toEqual(expect.any(Number));
    }
  });
});

describe('the method', () => {
  test.each([
    ['gpt-4.1-mini-2025-04-14', 'dpo'],
    ['ft:gpt-4o-2024-08-06:acme::x', 'dpo'],
    ['gpt-4o-mini-2024-07-18', 'supervised'],
    ['somebody/else', 'reinforcement'],
  ] as const)('OpenAI may train %s by %s', (model, method) => expect(methodFault(asked(model, method), openai)).toBeUndefined());
  test.each([
    ['gpt-4.1-mini-2025-04-14', 'reinforcement', 'it is trained by supervised and dpo'],
    ['gpt-4o-mini-2024-07-18', 'dpo', 'it is trained by supervised'],
    ['o4-mini-2025-04-16', 'supervised', 'Write method: reinforcement'],
    ['gpt-6-luna', 'supervised', 'it is not trained at all. Choose another model.'],
  ] as const)('OpenAI does not train %s by %s', (model, method, words) => {
    expect(methodFault(asked(model, method), openai)).toMatchObject({
      severity: 'error',
      message: expect.stringContaining(words),
    });
  });
  test('what a platform trains by the method is named', () => {
    expect(methodFault(asked('gpt-oss-20b', 'reinforcement'), azure)?.message).toBe(
      'Azure OpenAI does not train gpt-oss-20b by reinforcement; it is trained by supervised. Write method: supervised, or choose another model, such as gpt-oss-120b, Muse-Glimmer-30B, Qwen3.6-35B-A3B.',
    );
  });
});

describe('the end', () => {
  test('a model that is gone is refused, one that goes soon is said, one that stays is not', () => {
    expect(lifeOf(asked('gpt-4.1-nano'), '2026-10-23')).toEqual({
      severity: 'error',
      message:
        'The base model gpt-4.1-nano was shut down on 2026-10-23, and min_model_days is 0; nothing was uploaded. Choose a model that lives longer.',
    });
    expect(lifeOf(asked('ft:gpt-4.1:a::b'), '2027-01-14')).toEqual({
      severity: 'warning',
      message: 'The base model gpt-4.1 is shut down on 2027-01-14, in 49 days; models trained from it may go with it.',
    });
    expect(lifeOf(asked('gpt-4.1'), '2027-10-14')).toBeUndefined();
    expect(lifeOf(asked('x'), undefined)).toBeUndefined();
    expect(lifeOf(asked('x'), 'soon')).toBeUndefined();
  });
  test('min_model_days refuses what lives for less', () => {
    expect(lifeOf(asked('gpt-4.1', 'supervised', 120), '2027-01-14')?.severity).toBe('error');
    expect(lifeOf(asked('gpt-4.1', 'supervised', 400), '2027-10-14')?.severity).toBe('error');
    expect(lifeOf(asked('gpt-4.1', 'supervised', 40), '2027-01-14')?.severity).toBe('warning');
  });
  test('what a platform has closed to some is said, what it will close to all is a warning, and then refused', () => {
    const at = (date: string) =>
      closingsOf({ now: Date.parse(date) }, openai).map(({ severity, message }) => `${severity}: ${message}`);
    expect(at('2026-11-25')).toEqual([
      'notice: Since 2026-05-07 OpenAI creates no jobs for organisations that had never fine-tuned.',
      'notice: Since 2026-07-02 OpenAI creates no jobs for organisations that had not called a fine-tuned model for 60 days.',
      'warning: From 2027-01-06 (in 42 days) OpenAI creates no jobs for anyone.',
    ]);
    expect(at('2026-04-01')).toEqual([
      'warning: From 2026-05-07 (in 36 days) OpenAI creates no jobs for organisations that had never fine-tuned.',
    ]);
    expect(at('2027-01-07')).toEqual([
      'error: Since 2027-01-06 OpenAI creates no jobs for anyone; nothing was uploaded. Train on another platform.',
    ]);
    expect(closingsOf({ now }, azure)).toHaveLength(1);
  });
});
