/** What of a request this platform takes. Pure. */
import { isMap, methodName } from '../../api/method.ts';
import type { InputProblem } from '../../errors.ts';
import type { Asked } from '../port.ts';
import { ABOVE_ZERO, numberFrom, type Setting, type Terms } from '../terms.ts';

const BETA: Setting = {
  allowed: '"auto" or a number above 0 and below 0.5',
  passes: (value) => value === 'auto' || (typeof value === 'number' && value > 0 && value < 0.5),
};

const LONGEST_SUFFIX = 40;

/** What a preference job has no place for, and what a run of Weights & Biases is not given there. */
function refuses(asked: Partial<Asked> & { readonly validation_file?: unknown }): readonly InputProblem[] {
  const { method, validation_file, integrations } = asked;
  const validates = Array.isArray(validation_file) ? validation_file.length > 0 : validation_file !== undefined;
  const [first] = integrations ?? [];
  const run: Readonly<Record<string, unknown>> = first !== undefined && isMap(first.wandb) ? first.wandb : {};
  const named = ['name', 'tags'].find((name) => run[name] != null);
  return [
    ...(methodName(method) === 'dpo' && validates
      ? [
          {
            place: 'validation_file',
            message: 'Input validation_file is given; Fireworks AI has none beside method: dpo. Take it out.',
          },
        ]
      : []),
    ...(named === undefined
      ? []
      : [
          {
            place: `integrations.wandb.${named}`,
            message: `Input integrations gives wandb.${named}; Fireworks AI has no such field. Take it out, or name the run by extra_body: {wandbConfig: {runId: …}}.`,
          },
        ]),
  ];
}

/** Without a key of its own the platform cannot write to Weights & Biases. */
function remarks({ integrations = [], extra_body }: Partial<Asked>): readonly string[] {
  const wandb = extra_body?.wandbConfig;
  if (integrations.length === 0 || (isMap(wandb) && wandb.apiKey !== undefined)) return [];
  return [
    'Fireworks AI signs in to Weights & Biases with a key that comes with the job; write it as a secret: extra_body: {wandbConfig: {apiKey: …}}.',
  ];
}

export const TERMS: Terms = {
  methods: {
    names: ['supervised', 'dpo'],
    instead:
      'It trains by reinforcement with evaluators that are kept there, and takes no grader of the API: write method: supervised or method: dpo, or train on another platform.',
  },
  lacksFields: { seed: 'It chooses one itself. Take it out.' },
  lacksSettings: {
    learning_rate_multiplier: 'Write learning_rate, which is the rate itself and no multiple of one.',
  },
  settings: {
    beta: BETA,
    learning_rate: ABOVE_ZERO,
    learning_rate_warmup_steps: numberFrom(0, 1_000_000, true),
    lora_rank: numberFrom(0, 1024, true),
    max_context_length: numberFrom(16, 10_000_000, true),
    gradient_accumulation_steps: numberFrom(1, 10_000, true),
    optimizer_weight_decay: numberFrom(0, 1),
  },
  suffix: {
    longest: LONGEST_SUFFIX,
    characters: /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/,
    allowed: `1 to ${LONGEST_SUFFIX} lower-case letters, digits and hyphens that begin and end with a letter or digit`,
  },
  refuses,
  remarks,
  metadata: 'has no metadata, so they are not sent',
};
