/** The few problems that are annotated on their lines: the platform shows ten a step, and the closing verdict is one of them. */
import type { Dataset, Problem } from '../dataset/dataset.ts';

const MOST = 9;
const LONGEST = 990;

export type Annotation = Pick<Problem, 'severity' | 'message' | 'path' | 'line' | 'column'>;

/** The best nine: errors before warnings, one for each rule before seconds, frequent rules first. */
export function annotations(datasets: readonly Dataset[]): Annotation[] {
  const totals = new Map<string, number>();
  for (const { rule, count } of datasets.flatMap(({ counts }) => counts)) totals.set(rule, (totals.get(rule) ?? 0) + count);
  const seen = new Map<string, number>();
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
      return { severity: level, message: `${message.slice(0, LONGEST - 60)} (${rule}${more})`, path, line, column };
    });
}
