/** What of a request a platform takes: each profile's terms are words that can be read, and what they refuse names what to write. */
import { describe, expect, test } from '@jest/globals';
import { PLATFORMS } from '../src/providers/registry.ts';
import {
  ABOVE_ZERO,
  numberFrom,
  oneOf,
  suffixFor,
  type Terms,
  TRUE_OR_FALSE,
  termProblems,
  termRemarks,
} from '../src/providers/terms.ts';
import { methodEcho } from '../src/stages/method-read-back.ts';

const taker = {
  title: 'Somewhere',
  terms: {
    methods: { names: ['supervised', 'dpo'], instead: 'Write method: dpo.' },
    lacksFields: { seed: 'Leave it out.', integrations: 'Leave them out.' },
    lacksSettings: { learning_rate_multiplier: 'Write learning_rate.' },
    settings: { learning_rate: ABOVE_ZERO, rank: numberFrom(2, 256, true), kind: oneOf('lora', 'full'), packing: TRUE_OR_FALSE },
    suffix: { longest: 8, characters: /^[a-z]+$/, allowed: 'up to 8 small letters', required: true },
    metadata: 'keeps none',
  },
} as const satisfies { readonly title: string; readonly terms: Terms };

const supervised = (hyperparameters: Record<string, unknown>) =>
  ({ type: 'supervised', supervised: { hyperparameters } }) as const;
const places = (asked: Parameters<typeof termProblems>[0]) => termProblems(asked, taker).map(({ place }) => place);

describe('what is taken', () => {
  test.each([
    [{}, []],
    [{ method: { type: 'reinforcement', reinforcement: { grader: { type: 'python' } } } }, ['method']],
    [{ seed: 0 }, ['seed']],
    [{ integrations: [] }, []],
    [{ integrations: [{ type: 'wandb' }] }, ['integrations']],
    [{ method: supervised({ learning_rate_multiplier: 2 }) }, ['method.supervised.hyperparameters.learning_rate_multiplier']],
    [{ hyperparameters: { learning_rate_multiplier: 2 } }, ['hyperparameters.learning_rate_multiplier']],
    [{ method: supervised({ learning_rate: 'auto', rank: 2, kind: 'full', packing: false }) }, []],
    [{ hyperparameters: { rank: 2.5 } }, ['hyperparameters.rank']],
    [{ hyperparameters: { kind: 'half', packing: 'yes' } }, ['hyperparameters.kind', 'hyperparameters.packing']],
    [{ hyperparameters: { toString: 1, unknown: 1 } }, []],
    [{ hyperparameters: { batch_size: 'max' } }, ['hyperparameters.batch_size']],
    [{ suffix: 'abc' }, []],
    [{ suffix: 'abcdefghi' }, ['suffix']],
    [{ suffix: 'A' }, ['suffix']],
  ] as const)('%j', (asked, wanted) => {
    expect(places(asked)).toEqual(wanted);
  });
  test('each sentence has the value, and what to write instead', () => {
    const [problem] = termProblems({ hyperparameters: { learning_rate_multiplier: 2 } }, taker);
    expect(problem?.message).toBe(
      'Input hyperparameters.learning_rate_multiplier is 2; Somewhere has no such setting. Write learning_rate.',
    );
    expect(termProblems({ seed: 42 }, taker)[0]?.message).toBe('Input seed is 42; Somewhere has no such field. Leave it out.');
  });
  test('what only labels the job is a remark', () => {
    expect(termRemarks({ metadata: { a: 'b' }, hasValidation: false }, taker)).toHaveLength(1);
    expect(termRemarks({ metadata: {}, hasValidation: false }, taker)).toEqual([]);
  });
  test('a suffix that is demanded is made from the fingerprint, and fits', () => {
    const fingerprint = '0123456789abcdef'.repeat(4);
    expect(suffixFor(undefined, fingerprint, taker)).toBe('ft-01234');
    expect(suffixFor('mine', fingerprint, taker)).toBe('mine');
    expect(suffixFor(undefined, fingerprint, {})).toBeUndefined();
  });
  test('a platform without terms takes all', () => {
    expect(termProblems({ seed: 1, suffix: 'x'.repeat(64) }, { title: 'x' })).toEqual([]);
  });
});

describe.each(PLATFORMS.map(({ profile }) => [profile.name, profile] as const))('the terms of %s', (_, profile) => {
  test('a sentence for each thing that it lacks, and suffixes that it makes are its own', async () => {
    const terms = await profile.terms?.();
    const { lacksFields = {}, lacksSettings = {}, methods, graders, suffix } = terms ?? {};
    const sentences = [...Object.values(lacksFields), ...Object.values(lacksSettings), methods?.instead, graders?.instead];
    for (const sentence of sentences.filter((one) => one !== undefined)) expect(sentence).toMatch(/^[A-Z].*\.$/);
    const made = suffixFor(undefined, 'f'.repeat(64), { terms });
    if (made !== undefined) expect(termProblems({ suffix: made }, { title: profile.title, terms })).toEqual([]);
    expect(suffix === undefined || suffix.longest >= 8).toBe(true);
  });
});

test.each([
  [{ method: { type: 'dpo' } }, { type: 'dpo' }, 'same'],
  [{ method: { type: 'supervised' } }, undefined, 'same'],
  [{ method: { type: 'supervised' } }, { type: 'dpo' }, { other: 'supervised' }],
  [{ method: { type: '' } }, { type: 'dpo' }, 'silent'],
  [{ method: null }, undefined, 'silent'],
  [{}, undefined, 'silent'],
] as const)('%j where %j was asked for', (job, asked, echo) => {
  expect(methodEcho(job, asked)).toEqual(echo);
});
