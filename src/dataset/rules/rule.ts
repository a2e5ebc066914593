/** What a rule is: one object with its words, its check, and examples that break it and keep it. */
import type { Words } from '../../words.ts';
import type { MethodType } from '../formats/messages.ts';
import type { DataProfile, Severity } from '../profile.ts';

/** A place in the row that a grader reads as `item`. */
export interface ItemRead {
  /** Keys and indices, from the row on. */
  readonly path: readonly string[];
  /** A template prints what it finds there, and null cannot be printed. */
  readonly printed?: boolean;
  /** The source of the grader goes on without it in some way. */
  readonly optional?: boolean;
}

/** What a check knows beside what it looks at. */
export interface RuleSettings {
  readonly method: MethodType;
  readonly profile: DataProfile;
  /** What the grader reads of each row. */
  readonly graderItems: readonly ItemRead[];
}

/** How a file of an example is checked, where it matters. */
export interface ExampleSettings {
  readonly role?: 'training_file' | 'validation_file';
  readonly method?: MethodType;
  readonly model?: string;
  readonly profile?: Partial<DataProfile>;
  readonly graderItems?: readonly ItemRead[];
  readonly unknownReferences?: readonly string[];
  readonly usesOutputJson?: boolean;
  readonly hasResponseFormat?: boolean;
  readonly countTokens?: boolean;
}

/**
 * The content of a file: one that breaks the rule on its first line and breaks no other rule, or one that
 * keeps every rule.
 */
export type Content = string | Uint8Array;
/**
 * Content with the settings that it needs, and all that is found in it where that is something else, as
 * `rule@line`.
 */
export type Example =
  | Content
  | { readonly content: Content; readonly settings: ExampleSettings; readonly finds: readonly string[] | undefined };

/** An example with settings, or with what is found in it. */
export const example = (content: Content, settings: ExampleSettings, finds?: readonly string[]): Example => ({
  content,
  settings,
  finds,
});

export interface Rule<Id extends string = string, Subject = never> {
  readonly id: Id;
  readonly severity: Severity;
  /** The severity where it depends on the provider, or on what is allowed. */
  readonly severityFor?: (profile: DataProfile, allowSecrets: boolean) => Severity;
  /** What is wrong, as a sentence without a full stop. */
  readonly summary: string;
  /** What to do, as a sentence. */
  readonly fix: string;
  /** Where it is written, or `practice` for what is not written but fails, or harms, all the same. */
  readonly source: string;
  /** It concerns the file as a whole and not one of its lines. */
  readonly whole?: boolean;
  /**
   * Of lines of which the same is said the first is reported, with their number; always, or where it is a
   * warning: one decision of the file.
   */
  readonly once?: boolean | 'warning';
  /** A warning that stops nothing, not even under `strict`: nobody reports harm from it. */
  readonly harmless?: boolean;
  /** Files that break it; made when they are asked for, because some are large. */
  readonly breaks: () => readonly Example[];
  /** Files that come near to breaking it, and keep it. */
  readonly keeps: () => readonly Example[];
  /** Reports each fault that it finds. Absent where the scan itself finds it. */
  readonly check?: (subject: Subject, report: (detail: Words) => void, settings: RuleSettings) => void;
}

/** One rule of a family; its ID is part of its type. */
export function rule<const Id extends string, Subject = never>(made: Rule<Id, Subject>): Rule<Id, Subject> {
  return made;
}

export const SFT = 'https://developers.openai.com/api/docs/guides/supervised-fine-tuning';
export const BEST = 'https://developers.openai.com/api/docs/guides/fine-tuning-best-practices';
export const DPO = 'https://developers.openai.com/api/docs/guides/direct-preference-optimization';
export const RFT = 'https://developers.openai.com/api/docs/guides/reinforcement-fine-tuning';
export const VISION = 'https://developers.openai.com/api/docs/guides/vision-fine-tuning';
export const AZURE = 'https://learn.microsoft.com/azure/ai-foundry/openai/quotas-limits';
export const TOGETHER = 'https://github.com/togethercomputer/together-typescript/blob/main/src/lib/check-file.ts';
export const FIREWORKS = 'https://docs.fireworks.ai/fine-tuning/fine-tuning-models';
export const COOKBOOK = 'https://github.com/openai/openai-cookbook/blob/main/examples/Chat_finetuning_data_prep.ipynb';
export const RFC = 'https://www.rfc-editor.org/rfc/rfc8259';
export const PRACTICE = 'practice';
