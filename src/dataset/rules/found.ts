/** What rules find. */
import type { Words } from '../../words.ts';
import type { Rule, RuleSettings } from './rule.ts';
import type { RuleId } from './rules.ts';

/** What a rule found, before it has a place. */
export interface Found {
  readonly rule: RuleId;
  readonly detail: Words;
  /** What to do, where it is more than the rule can say. */
  readonly fix?: string;
  /** Counts from 1. */
  readonly column?: number;
}

/** Everything that some rules find in what they look at, rule by rule. */
export function faultsOf<Subject>(rules: readonly Rule<RuleId, Subject>[], subject: Subject, settings: RuleSettings): Found[] {
  const found: Found[] = [];
  let rule: Rule<RuleId, Subject> | undefined;
  // One for all of them: rules are run on every row that is not plain.
  const report = (detail: Words) => {
    if (rule !== undefined) found.push({ rule: rule.id, detail });
  };
  for (rule of rules) rule.check?.(subject, report, settings);
  return found;
}
