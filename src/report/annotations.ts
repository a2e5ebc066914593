/** The few problems that are annotated on their lines: the platform shows ten a step, and the closing verdict is one of them. */
import type { Dataset, Problem } from '../dataset/dataset.ts';
import type { RuleId } from '../dataset/rules/rules.ts';
import { textOf } from '../words.ts';

const MOST = 9;
const LONGEST = 990;

export interface Annotation extends Pick<Problem, 'rule' | 'severity' | 'path' | 'line' | 'column'> {
  readonly message: string;
}

/**
 * The best nine: errors before warnings, one for each rule before seconds, frequent rules first.
 * @param showRows whether rows of the data may be quoted
 */
export function annotations(datasets: readonly Dataset[], showRows: boolean): Annotation[] {
  const totals = new Map<RuleId, number>();
  for (const { rule, count } of datasets.flatMap(({ counts }) => counts)) totals.set(rule, (totals.get(rule) ?? 0) + count);
  const seen = new Map<RuleId, number>();
  const ranked = datasets
    .flatMap(({ problems }) => problems)
    .map((problem) => {
      const turn = seen.get(problem.rule) ?? 0;
      seen.set(problem.rule, turn + 1);
      return { problem, turn, total: totals.get(problem.rule) ?? 1 };
    });
  const severity = ({ problem }: (typeof ranked)[number]) => (problem.severity === 'error' ? 0 : 1);
  return ranked
    .sort((left, right) => severity(left) - severity(right) || left.turn - right.turn || right.total - left.total)
    .slice(0, MOST)
    .map(({ problem: { rule, severity: level, message, path, line, column }, turn, total }) => {
      const more = turn === 0 && total > 1 ? `; ${total - 1} more like it` : '';
      const text = textOf(message, showRows).slice(0, LONGEST - 60);
      return { rule, severity: level, message: `${text} (${rule}${more})`, path, line, column };
    });
}
