/** Rows of the data in texts about it, which stand in quotation marks: left out where `show_rows` does not allow them. Pure. */
import type { Problem } from '../dataset/dataset.ts';
import { RULES } from '../dataset/rules/rules.ts';
import type { Findings } from './findings.ts';

const MENDS = new Map<string, string>(Object.entries(RULES).map(([rule, { mend }]) => [rule, mend]));

/** From the first quotation mark to the last: what is quoted may hold some itself. */
const withoutQuotes = (text: string) => text.replace(/"[\s\S]*"|"[\s\S]*$/, '"…"');

/** What is wrong at one place, as it may be shown. The mend at its end is ours, and quotes nothing. */
export function shownMessage({ run }: Pick<Findings, 'run'>, { rule, message }: Pick<Problem, 'rule' | 'message'>): string {
  if (run.showRows) return message;
  const mend = MENDS.get(rule) ?? '';
  return mend !== '' && message.endsWith(mend)
    ? `${withoutQuotes(message.slice(0, -mend.length))}${mend}`
    : withoutQuotes(message);
}

/** The findings as files and pages may show them: nothing quotes a row where rows may not be seen. */
export function shown(findings: Findings): Findings {
  const { run, error, datasets } = findings;
  if (run.showRows) return findings;
  return {
    ...findings,
    datasets: datasets.map((dataset) => ({
      ...dataset,
      problems: dataset.problems.map((problem) => ({ ...problem, message: shownMessage(findings, problem) })),
    })),
    error: error?.code === 'data' ? { ...error, message: withoutQuotes(error.message) } : error,
  };
}
