import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../src/canonical.ts';
import type { RawInputs } from '../src/inputs/inputs.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { canonicalMethod, fingerprintOf, type Identity } from '../src/job/fingerprint.ts';
import { jobRequest } from '../src/job/request.ts';
import { hashInName } from '../src/job/upload-name.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import { FINGERPRINT_KEY, markedMetadata } from '../src/providers/openai-wire/metadata-mark.ts';
import { createBody } from '../src/providers/openai-wire/requests.ts';

const identity: Identity = { training: 'a'.repeat(64), validation: undefined, scope: undefined };
const inputs = (raw: RawInputs) => readInputs({ model: 'm', training_file: 't.jsonl', ...raw }, async () => '', OPERATIONS);
const print = async (raw: RawInputs, more: Partial<Identity> = {}) => fingerprintOf(await inputs(raw), { ...identity, ...more });

describe('the fingerprint', () => {
  test.each<[string, RawInputs]>([
    ['a bare method', { method: 'supervised' }],
    ['a method with auto', { method: '{type: supervised, supervised: {hyperparameters: {n_epochs: auto}}}' }],
    ['an empty method', { method: '{type: supervised, supervised: {}}' }],
    ['the deprecated form with auto', { hyperparameters: '{n_epochs: auto, batch_size: auto}' }],
    ['metadata', { metadata: 'team=a' }],
    ['integrations', { integrations: '[{type: wandb, wandb: {project: p}}]' }],
    ['another server', { base_url: 'https://llm.example.com/v1', api_key: 'k' }],
    ['an empty extra body', { extra_body: '{}' }],
  ])('%s changes nothing', async (_, raw) => {
    expect(await print(raw)).toBe(await print({}));
  });

  test.each<[string, RawInputs]>([
    ['another model', { model: 'other' }],
    ['seed 0', { seed: '0' }],
    ['a suffix', { suffix: 's' }],
    ['epochs', { hyperparameters: '{n_epochs: 3}' }],
    ['an extra field', { extra_body: '{trainingType: standard}' }],
    ['another method', { method: 'dpo' }],
  ])('%s makes another job', async (_, raw) => {
    expect(await print(raw)).not.toBe(await print({}));
  });

  test('the deprecated and the present form of one request are one', async () => {
    const method = '{type: supervised, supervised: {hyperparameters: {batch_size: 4, n_epochs: 3}}}';
    expect(await print({ method })).toBe(await print({ hyperparameters: '{n_epochs: 3, batch_size: 4}' }));
  });

  test('credentials of the extra body are no part of it', async () => {
    expect(await print({ extra_body: '{from: {repo: r, token: one}}' })).toBe(
      await print({ extra_body: '{from: {repo: r, token: two}}' }),
    );
  });

  test.each([
    ['pad_token', '<pad>', '<eos>'],
    ['eosToken', 'a', 'b'],
    ['image_token', 'x1234567890123456', 'y1234567890123456'],
    ['separator_token', '|', '||'],
  ])('a setting %s is no credential: its value makes another job', async (name, one, other) => {
    const of = (value: string) => print({ extra_body: JSON.stringify({ [name]: value }) });
    expect(await of(one)).not.toBe(await of(other));
  });

  test.each(['api_key', 'hf_token', 'accessToken', 'client_secret', 'token'])('a rotated %s is no other job', async (name) => {
    const of = (value: string) => print({ extra_body: JSON.stringify({ [name]: value }) });
    expect(await of('hf_abcdefgh12345678')).toBe(await of('hf_zyxwvuts87654321'));
  });

  test('other bytes and another scope make another job', async () => {
    const prints = [await print({}), await print({}, { training: 'b'.repeat(64) }), await print({}, { scope: 'run 1' })];
    expect(new Set(prints).size).toBe(3);
    expect(prints[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  test('the recipe stands: a change of it would pay for every job again', async () => {
    expect(await print({ seed: '1', suffix: 's' })).toBe(
      fingerprintOf({ ...(await inputs({})), seed: 1, suffix: 's' }, identity),
    );
    expect(canonicalJson({ b: [1, { d: undefined, c: null }], a: 'x' })).toBe('{"a":"x","b":[1,{"c":null}]}');
    expect(canonicalMethod({ method: undefined, hyperparameters: undefined })).toEqual({ type: 'supervised' });
  });

  test('an uploaded name carries the hash', () => {
    expect(hashInName(`train.${'0'.repeat(64)}.jsonl`)).toBe('0'.repeat(64));
    expect(hashInName('train.jsonl')).toBeUndefined();
    expect(hashInName(null)).toBeUndefined();
  });
});

describe('metadata', () => {
  const origin = { repository: 'o/r', commit: 'abc', run: '1/1 train step' };
  const pairs = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 'v']));

  test("the user's pairs come first, provenance gives way", () => {
    expect(Object.keys(markedMetadata(undefined, { fingerprint: 'f', origin }))).toHaveLength(4);
    expect(Object.keys(markedMetadata(pairs(14), { fingerprint: 'f', origin }))).toHaveLength(16);
    expect(markedMetadata(pairs(15), { fingerprint: 'f', origin })).toEqual({ ...pairs(15), [FINGERPRINT_KEY]: 'f' });
    expect(() => markedMetadata(pairs(16), { fingerprint: 'f', origin })).toThrow('Take one out');
  });

  test('a reserved key is refused; what is empty or too long is left out', () => {
    expect(() => markedMetadata({ finetune_action_x: '1' }, { fingerprint: 'f', origin })).toThrow('Choose another key');
    expect(markedMetadata({}, { fingerprint: 'f', origin: { repository: '', commit: 'c', run: 'x'.repeat(513) } })).toEqual({
      [FINGERPRINT_KEY]: 'f',
      finetune_action_commit: 'c',
    });
  });
});

describe('the create body', () => {
  test('nothing is invented, nothing dropped, numbers stay numbers', async () => {
    const asked = await inputs({
      method: '{type: dpo, dpo: {hyperparameters: {beta: 0.1, n_epochs: 2}}}',
      seed: '0',
      suffix: 'x',
      integrations: '[{type: wandb, wandb: {project: p, tags: [a]}}]',
      extra_body: '{trainingType: globalstandard, n: 1.50}',
    });
    expect(createBody(jobRequest(asked, { training_file: 'file-1', validation_file: 'file-2' }), { k: 'v' })).toEqual({
      model: 'm',
      suffix: 'x',
      seed: 0,
      method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1, n_epochs: 2 } } },
      integrations: [{ type: 'wandb', wandb: { project: 'p', tags: ['a'] } }],
      training_file: 'file-1',
      validation_file: 'file-2',
      metadata: { k: 'v' },
      trainingType: 'globalstandard',
      n: 1.5,
    });
    expect(createBody(jobRequest(await inputs({}), { training_file: 'file-1', validation_file: undefined }), undefined)).toEqual({
      model: 'm',
      training_file: 'file-1',
    });
  });
});
