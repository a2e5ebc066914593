/** All rules that training data is checked by. `docs/dataset-rules.md` is generated from them. */
import type { DataProfile, Severity } from '../profile.ts';
import { BEGINNING_RULES } from './beginning.ts';
import { CHAT_RULES } from './chat.ts';
import { COMPLETION_RULES } from './completion.ts';
import { EVALUATION_RULES } from './evaluation.ts';
import { FILE_RULES } from './file.ts';
import { FORMAT_RULES } from './format.ts';
import { LINE_RULES } from './line.ts';
import { PREFERENCE_RULES } from './preference.ts';
import { REINFORCEMENT_RULES } from './reinforcement.ts';
import { REPEAT_RULES } from './repeats.ts';
import type { Rule } from './rule.ts';
import { SECRET_RULES } from './secrets.ts';
import { TALK_RULES } from './talk-rules.ts';
import { TEXT_RULES } from './text.ts';
import { TEXT_ROW_RULES } from './text-row.ts';

const ALL = [
  ...BEGINNING_RULES,
  ...FILE_RULES,
  ...LINE_RULES,
  ...FORMAT_RULES,
  ...TEXT_RULES,
  ...REPEAT_RULES,
  ...SECRET_RULES,
  ...CHAT_RULES,
  ...TALK_RULES,
  ...COMPLETION_RULES,
  ...TEXT_ROW_RULES,
  ...PREFERENCE_RULES,
  ...REINFORCEMENT_RULES,
  ...EVALUATION_RULES,
] as const;

/** The ID of a rule that there is. */
export type RuleId = (typeof ALL)[number]['id'];
export const RULES: readonly Rule<RuleId>[] = ALL;

const BY_ID: ReadonlyMap<RuleId, Rule<RuleId>> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of an ID. */
export function ruleOf(id: RuleId): Rule<RuleId> {
  const rule = BY_ID.get(id);
  if (rule === undefined) throw new RangeError(`There is no rule ${id}.`);
  return rule;
}

/** Whether what a rule finds stops nothing, not even where warnings count as errors. */
export function isHarmless(id: RuleId): boolean {
  return ruleOf(id).harmless === true;
}

/** The severity of a rule for a provider. */
export function severityOf(id: RuleId, profile: DataProfile, allowSecrets: boolean): Severity {
  const { severity, severityFor } = ruleOf(id);
  return profile.severities?.[id] ?? severityFor?.(profile, allowSecrets) ?? severity;
}

/** Faults after which the rows of a file are not read. */
export const UNREAD: ReadonlySet<RuleId> = new Set(
  BEGINNING_RULES.filter((rule: Rule<RuleId>) => rule.whole === true).map(({ id }) => id),
);
