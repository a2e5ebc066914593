/**
 * The few problems that are annotated on their lines: the platform shows ten a step, and the closing verdict
 * is one of them.
 */
import type { Dataset, Problem } from '../dataset/dataset.ts';
import type { RuleId } from '../dataset/rules/rules.ts';
import { textOf } from '../words.ts';
import { inertLine } from './text.ts';

const MOST = 9;
const LONGEST = 990;
const LONGEST_PATH = 200;
/** With room for the name of the rule. */
const cut = (text: string) => (text.length > LONGEST - 60 ? `${text.slice(0, LONGEST - 61)}…` : text);

export interface Annotation extends Pick<Problem, 'rule' | 'severity' | 'path' | 'line' | 'column'> {
  readonly message: string;
}

/**
 * The best nine: errors before warnings, one for each rule before seconds, frequent rules first, none that
 * says the same as another.
 * @param showRows whether rows of the data may be quoted
 */
export function annotations(datasets: readonly Dataset[], showRows: boolean): Annotation[] {
  const totals = new Map<RuleId, number>();
  for (const { rule, count } of datasets.flatMap(({ counts }) => counts)) totals.set(rule, (totals.get(rule) ?? 0) + count);
  const seen = new Map<RuleId, number>();
  const said = new Set<string>();
  const ranked = datasets
    .flatMap(({ problems }) => problems)
    .flatMap((problem) => {
      const text = cut(textOf(problem.message, showRows));
      // Nine times the same is no more than once.
      if (said.has(`${problem.rule} ${text}`)) return [];
      said.add(`${problem.rule} ${text}`);
      const turn = seen.get(problem.rule) ?? 0;
      seen.set(problem.rule, turn + 1);
      return [{ problem, text, turn, total: totals.get(problem.rule) ?? 1 }];
    });
  const severity = ({ problem }: (typeof ranked)[number]) => (problem.severity === 'error' ? 0 : 1);
  return ranked
    .sort((left, right) => severity(left) - severity(right) || left.turn - right.turn || right.total - left.total)
    .slice(0, MOST)
    .map(({ problem: { rule, severity: level, path, line, column }, text, turn, total }) => {
      const more = turn === 0 && total > 1 ? `; ${total - 1} more like it` : '';
      // A plain log shows the message alone, so the place stands in it too; what is wrong with a file as a
      // whole stands on its first line.
      const place = `${inertLine(path, LONGEST_PATH)}${line === undefined ? '' : `:${line}`}: `;
      const about = cut(`${place}${text}`);
      return { rule, severity: level, message: `${about} (${rule}${more})`, path, line: line ?? 1, column };
    });
}
