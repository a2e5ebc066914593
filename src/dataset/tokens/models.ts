/** What is known of models: their encodings, their limits, and whether their bills are known. */
import { baseOf } from '../../api/method.ts';
import type { Encoding } from './tokenizer/counter.ts';

export interface ModelFacts {
  /** Undefined when the model's tokenizer is not shipped. */
  readonly encoding: Encoding | undefined;
  /** A row of more tokens is cut from its end. Undefined when not known. */
  readonly rowLimit: number | undefined;
  /** Whether the form of a conversation was held against bills of this family. */
  readonly billed: boolean;
}

const O200K = { encoding: 'o200k_base', billed: true } as const;
const CL100K = { encoding: 'cl100k_base', billed: true } as const;

/**
 * Families by the beginning of the name; the first that fits counts. Limits: OpenAI's fine-tuning best
 * practices, 2026.
 */
const FAMILIES: readonly (readonly [name: RegExp, facts: ModelFacts])[] = [
  [/^gpt-(4\.1|4o)(-|$)/, { ...O200K, rowLimit: 65_536 }],
  [/^(gpt-5|gpt-oss|chatgpt-4o|o[1-9])/, { ...O200K, rowLimit: undefined, billed: false }],
  [/^(openai\/)?gpt-oss/, { ...O200K, rowLimit: undefined, billed: false }],
  [/^gpt-(3\.5|35)-turbo/, { ...CL100K, rowLimit: 16_385 }],
  [/^gpt-4(-|$)/, { ...CL100K, rowLimit: 8192 }],
  [/^(babbage|davinci)-002/, { ...CL100K, rowLimit: undefined }],
];
const UNKNOWN: ModelFacts = { encoding: undefined, rowLimit: undefined, billed: false };

/**
 * The base of a model, in lower case. A fine-tuned name (`ft:base:…`, Azure's `base.ft-…`) begins with it.
 */
export const baseName = (model: string): string => baseOf(model).toLowerCase();

/** What is known of a model. */
export function modelFacts(model: string): ModelFacts {
  const base = baseName(model);
  return FAMILIES.find(([name]) => name.test(base))?.[1] ?? UNKNOWN;
}
