/** What is read of Crusoe's catalogue and of its prices, whose form is described nowhere. */
import { describe, expect, test } from '@jest/globals';
import { modelId, nameOf } from '../src/providers/crusoe/catalogue.ts';
import { estimateIn } from '../src/providers/crusoe/estimate.ts';

describe('the price in an answer', () => {
  test.each<[unknown, number | undefined]>([
    [{ estimated_price: 0.12 }, 0.12],
    [{ estimated_price: '0.12', currency: 'USD' }, 0.12],
    [{ estimate: { cost: '$1.50' } }, 1.5],
    [{ price: { training_cost: 2, validation_cost: 1, total_cost: 3 } }, 3],
    [{ training_cost: 2, validation_cost: 1 }, 2],
    [{ price_per_million: 400, total_price: 0.2 }, 0.2],
    [{ unit_price: 400 }, undefined],
    [{ total_price: 3, currency: 'EUR' }, undefined],
    [{ total_price: 'unknown' }, undefined],
    [{ total_price: -1 }, undefined],
    [{}, undefined],
    ['1', undefined],
    [null, undefined],
  ])('%j: %p', (reply, usd) => {
    const estimate = estimateIn(reply);
    expect(estimate.usd).toBe(usd);
    expect(estimate.reason === undefined).toBe(usd !== undefined);
  });
});

describe('a model by its name', () => {
  const models = [
    { id: 'model-1', model_name: 'meta/Llama', created: 1, fine_tuning_available: true },
    { id: 'model-2', model_name: 'meta/Llama', created: 2, fine_tuning_available: true },
    { id: 'model-3', model_name: 'meta/Llama', created: 3, fine_tuning_available: false },
    { id: 'model-4', model_name: 'google/gemma', created: 1, fine_tuning_available: false },
    { id: 'ftmodel-5' },
  ];
  test.each([
    ['meta/Llama', 'model-2'],
    [' META/llama ', 'model-2'],
    ['model-1', 'model-1'],
    ['ftmodel-5', 'ftmodel-5'],
  ])('%s is %s', (name, id) => {
    expect(modelId(name, models)).toBe(id);
  });
  test.each([
    ['google/gemma', 'is not trained there'],
    ['model-4', 'is not trained there'],
    ['Model-1', 'neither by name nor by ID'],
  ])('%s: refused, with the names that there are', (name, why) => {
    expect(() => modelId(name, models)).toThrow(new RegExp(`${why}.*nothing was uploaded. It trains meta/Llama\\.`));
  });
  test('names of IDs that the catalogue still has', () => {
    expect([nameOf('model-1', models), nameOf('model-0', models), nameOf(undefined, models)]).toEqual([
      'meta/Llama',
      undefined,
      undefined,
    ]);
  });
});
