/** What is known of models: their encodings and their limits. */
import { baseOf } from '../../api/method.ts';
import type { Encoding } from './tokenizer/counter.ts';

export interface ModelFacts {
  /** Undefined when the model's tokenizer is not shipped. */
  readonly encoding: Encoding | undefined;
  /** A row of more tokens is cut from its end. Undefined when not known. */
  readonly rowLimit: number | undefined;
}

/** Families by the beginning of the name; the first that fits counts. Limits: OpenAI's fine-tuning best practices, 2026. */
const FAMILIES: readonly (readonly [name: RegExp, facts: ModelFacts])[] = [
  [/^gpt-(4\.1|4o)(-|$)/, { encoding: 'o200k_base', rowLimit: 65_536 }],
  [/^(gpt-5|gpt-oss|chatgpt-4o|o[1-9])/, { encoding: 'o200k_base', rowLimit: undefined }],
  [/^(openai\/)?gpt-oss/, { encoding: 'o200k_base', rowLimit: undefined }],
  [/^gpt-(3\.5|35)-turbo/, { encoding: 'cl100k_base', rowLimit: 16_385 }],
  [/^gpt-4(-|$)/, { encoding: 'cl100k_base', rowLimit: 8192 }],
  [/^(babbage|davinci)-002/, { encoding: 'cl100k_base', rowLimit: undefined }],
];
const UNKNOWN: ModelFacts = { encoding: undefined, rowLimit: undefined };

/** What is known of a model. A fine-tuned name (`ft:base:…`, Azure's `base.ft-…`) means its base. */
export function modelFacts(model: string): ModelFacts {
  const base = baseOf(model);
  return FAMILIES.find(([name]) => name.test(base.toLowerCase()))?.[1] ?? UNKNOWN;
}
