/** What Together itself says of a model that is to be trained, and whether a request keeps to it. Pure. */
import * as z from 'zod/mini';
import { isMap, methodName } from '../../api/method.ts';
import type { InputProblem } from '../../errors.ts';
import type { Asked } from '../port.ts';
import { settingsOf } from './billing.ts';

const number = z.catch(z.nullish(z.number()), undefined);
const flag = z.catch(z.nullish(z.boolean()), undefined);
const Batches = z.catch(
  z.nullish(
    z.looseObject({
      max_batch_size: number,
      max_batch_size_dpo: number,
      min_batch_size: number,
      max_rank: number,
      target_modules: z.catch(z.nullish(z.array(z.string())), undefined),
    }),
  ),
  undefined,
);

/** A model's limits; what is not said is not limited. */
export const ModelLimits = z.looseObject({
  full_training: Batches,
  lora_training: Batches,
  max_num_epochs: number,
  max_num_evals: number,
  max_num_checkpoints: number,
  min_learning_rate: number,
  max_learning_rate: number,
  max_seq_length_sft: number,
  max_seq_length_dpo: number,
  min_max_seq_length: number,
  supports_full_training: flag,
  supports_vision: flag,
});
export type ModelLimits = z.infer<typeof ModelLimits>;

export const SupportedModels = z.looseObject({ models: z.array(z.string()) });

type Bound = readonly [least: number | null | undefined, most: number | null | undefined];

/** A bound that is 0 says that there is nothing of the kind. */
const isNone = (bound: number | null | undefined) => bound === 0;

function rangeOf([least, most]: Bound): string {
  if (least == null) return `at most ${most}`;
  return most == null ? `at least ${least}` : `from ${least} to ${most}`;
}

/** The bounds of each setting under this method, with these weights. */
function boundsOf(limits: ModelLimits, isDpo: boolean, isFull: boolean): Readonly<Record<string, Bound>> {
  const batches = isFull ? limits.full_training : limits.lora_training;
  return {
    n_epochs: [1, limits.max_num_epochs],
    n_evals: [undefined, limits.max_num_evals],
    n_checkpoints: [undefined, limits.max_num_checkpoints],
    learning_rate: [limits.min_learning_rate, limits.max_learning_rate],
    max_seq_length: [limits.min_max_seq_length, isDpo ? limits.max_seq_length_dpo : limits.max_seq_length_sft],
    batch_size: [batches?.min_batch_size, isDpo ? batches?.max_batch_size_dpo : batches?.max_batch_size],
  };
}

function loraProblems(type: Readonly<Record<string, unknown>>, limits: ModelLimits, model: string): InputProblem[] {
  const { lora_r: rank, lora_trainable_modules: modules } = type;
  const { max_rank, target_modules } = limits.lora_training ?? {};
  const found: InputProblem[] = [];
  const wrong = (name: string, message: string) => found.push({ place: `extra_body.training_type.${name}`, message });
  if (typeof rank === 'number' && max_rank != null && rank > max_rank)
    wrong('lora_r', `Input extra_body.training_type.lora_r is ${rank}; for ${model} Together takes at most ${max_rank}.`);
  const asked = typeof modules === 'string' && modules !== 'all-linear' ? modules.split(',').map((name) => name.trim()) : [];
  const other = asked.find((name) => target_modules != null && !target_modules.includes(name));
  if (other !== undefined)
    wrong(
      'lora_trainable_modules',
      `Input extra_body.training_type.lora_trainable_modules names ${JSON.stringify(other)}; for ${model} Together takes all-linear, or some of ${target_modules?.join(', ')}.`,
    );
  return found;
}

/** Why this model is not trained so, a sentence each. */
export function limitProblems(asked: Asked, limits: ModelLimits): readonly InputProblem[] {
  const { model = '', method, extra_body = {} } = asked;
  const isDpo = methodName(method) === 'dpo';
  const type = isMap(extra_body.training_type) ? extra_body.training_type : {};
  const isFull = type.type === 'Full';
  const settings = settingsOf({ ...asked, hasValidation: false });
  if (isDpo && (isNone(limits.max_seq_length_dpo) || isNone(limits.lora_training?.max_batch_size_dpo)))
    return [{ place: 'method', message: `Input method is dpo; Together trains ${model} by supervised only.` }];
  if (isFull && limits.supports_full_training === false) {
    const message = `Input extra_body.training_type.type is "Full"; Together trains ${model} by LoRA only. Write Lora, with lora_r and lora_alpha, or leave training_type out.`;
    return [{ place: 'extra_body.training_type.type', message }];
  }
  const outOfBounds = Object.entries(boundsOf(limits, isDpo, isFull)).flatMap(([name, bound]): InputProblem[] => {
    const value = settings[name];
    const [least, most] = bound;
    if (typeof value !== 'number' || ((least ?? value) <= value && value <= (most ?? value))) return [];
    const place = Object.hasOwn(extra_body, name) ? `extra_body.${name}` : name;
    return [{ place, message: `Input ${place} is ${value}; for ${model} Together takes ${rangeOf(bound)}.` }];
  });
  return [...outOfBounds, ...(isFull ? [] : loraProblems(type, limits, model))];
}

const SHOWN = 8;

/** What is said of a model that is not trained there. */
export function unknownModel(model: string, { models }: z.infer<typeof SupportedModels>): string {
  const [family = ''] = /[a-z]+/i.exec(model.split('/').at(-1) ?? '') ?? [];
  const like = models.filter((name) => family.length > 2 && name.toLowerCase().includes(family.toLowerCase()));
  const shown = (like.length > 0 ? like : models).toSorted();
  const more = shown.length > SHOWN ? ` and ${shown.length - SHOWN} more` : '';
  return `Input model is ${JSON.stringify(model)}, which Together does not train; nothing was uploaded. It trains ${shown.slice(0, SHOWN).join(', ')}${more}.`;
}
