/** The verdict in sentences: one for the page and the log, one for the error. Pure. */
import type { Condition, Judgement } from '../evaluation/statistics/verdict.ts';
import { coverageOf, type Evaluation } from './evaluation-findings.ts';
import { counted, dollars, inertLine, whole } from './text.ts';

/** Scores of a range from 0 to 1 read as percentages, others as they are. */
const isShare = ({ range: [lowest, highest] }: Evaluation) => lowest === 0 && highest === 1;

const decimals = (value: number, digits: number) =>
  value
    .toFixed(digits)
    .replace('-', '−')
    .replace(/^−(0(?:\.0+)?)$/, '$1');

/** A score, as it is read. */
export function scoreText(value: number, of: Evaluation): string {
  return isShare(of) ? `${decimals(value * 100, 1)} %` : decimals(value, 2);
}

/** A difference of scores, with its sign. */
export function differenceText(value: number, of: Evaluation): string {
  const text = isShare(of) ? decimals(value * 100, 1) : decimals(value, 2);
  return `${value > 0 && !/^0(\.0+)?$/.test(text) ? '+' : ''}${text}`;
}

const unit = (of: Evaluation) => (isShare(of) ? ' points' : '');
const marginOf = ({ maxDrop, range: [lowest, highest] }: Evaluation) => maxDrop * (highest - lowest);

/** The interval's own confidence, two-sided: 90 for .95 on each side. */
export const intervalPercent = ({ confidence }: Evaluation) => Number((100 * (2 * confidence - 1)).toFixed(2));

/** `+7.0 points, 90 % interval +2.4 … +11.5, margin −5.0`. */
function differencePhrase(of: Evaluation, { difference, interval: [low, high] }: Judgement): string {
  const ends = `${differenceText(low, of)} … ${differenceText(high, of)}`;
  return `${differenceText(difference, of)}${unit(of)}, ${intervalPercent(of)} % interval ${ends}, margin ${differenceText(-marginOf(of), of)}`;
}

const TITLES = {
  pass: 'Promote',
  fail: 'Do not promote',
  inconclusive: 'Not proved',
  incomplete: 'Not evaluated to the end',
} as const;

export const ICONS = { pass: '✅', fail: '❌', inconclusive: '❔', incomplete: '⚠️' } as const;

/** The verdict in two or three words. */
export function verdictTitle({ verdict, rehearsal }: Evaluation): string {
  return `${TITLES[verdict]}${rehearsal ? ' (a rehearsal)' : ''}`;
}

/** A condition that does not hold, as a clause. */
function conditionClause({ name, proof, line, interval: [low, high] }: Condition, of: Evaluation): string {
  const not = proof === 'disproved' ? 'is not met' : 'is not proved';
  switch (name) {
    case 'max_drop':
      return proof === 'disproved'
        ? `the candidate is worse by more than the margin of ${differenceText(marginOf(of), of).replace('+', '')}${unit(of)}`
        : `it may be worse by more than the margin of ${differenceText(marginOf(of), of).replace('+', '')}${unit(of)}`;
    case 'min_gain':
      return `min_gain ${not}: the difference is from ${differenceText(low, of)} to ${differenceText(high, of)}, and ${differenceText(line, of)} is asked`;
    case 'min_score':
      return `min_score ${not}: the score is from ${scoreText(low, of)} to ${scoreText(high, of)}, and ${scoreText(line, of)} is asked`;
    case 'max_regressions':
      return `${counted(low, 'row')} got worse, and max_regressions allows ${whole(line)}`;
  }
}

/** Why the verdict is none that promotes; empty where it is. */
export function reasons(of: Evaluation): readonly string[] {
  const { judgement, verdict, stopped } = of;
  if (verdict === 'incomplete') return [(stopped ?? 'too few rows have a score').replace(/[.\s]+$/, '')];
  if (judgement === undefined || verdict === 'pass') return [];
  const wanted = verdict === 'fail' ? 'disproved' : 'open';
  const conditions = judgement.conditions.filter(({ proof }) => proof === wanted).map((one) => conditionClause(one, of));
  const tags = judgement.tags.filter(({ worse }) => worse).map(({ tag }) => inertLine(tag, 60));
  const tagged = tags.length === 0 ? [] : [`the rows tagged ${tags.join(', ')} are worse by more than the margin`];
  return [...conditions, ...(verdict === 'fail' ? tagged : [])];
}

/** What would decide it, as a sentence. */
export function wayOn(of: Evaluation): string {
  const { verdict, judgement } = of;
  if (verdict === 'incomplete') return 'Run again: with answers_path what was answered is not paid for twice.';
  if (verdict !== 'inconclusive') return '';
  const { requiredRows, interval } = judgement ?? { requiredRows: undefined, interval: [0, 0] as const };
  const rows = requiredRows === undefined ? '' : `About ${counted(requiredRows, 'row')} like these would decide`;
  const margin = -interval[0] / (of.range[1] - of.range[0]);
  const wider = margin > of.maxDrop ? `a max_drop above ${(Math.ceil(margin * 1000) / 1000).toFixed(3)} would pass` : '';
  const both = [rows, wider].filter((part) => part !== '').join('; ');
  return both === '' ? 'More rows would decide.' : `${both.charAt(0).toUpperCase()}${both.slice(1)}.`;
}

/** What was found, in one sentence: "86.0 % against 79.0 %: +7.0 points, …". */
export function verdictSentence(of: Evaluation): string {
  const { judgement } = of;
  if (judgement === undefined) return 'No row has a score for both models.';
  const { score, baselineScore } = judgement;
  return `${scoreText(score, of)} against ${scoreText(baselineScore, of)}: ${differencePhrase(of, judgement)}.`;
}

/** How the rows went, what it took. */
export function rowsSentence(of: Evaluation): string {
  const { judgement, total, usd, asked, kept } = of;
  const went =
    judgement === undefined
      ? ''
      : `Better on ${counted(judgement.wins, 'row')}, worse on ${whole(judgement.losses)}, same on ${whole(judgement.ties)}. `;
  const cost = usd === undefined ? '' : ` ${dollars(usd)}.`;
  const from = kept === 0 ? '' : ` (${counted(kept, 'answer')} known already)`;
  return `${went}Scored ${whole(judgement?.rows ?? 0)} of ${counted(total, 'row')}, ${counted(asked, 'answer')} asked for${from}.${cost}`;
}

/** The closing line of a step whose candidate did not pass. */
export function refusalSentence(of: Evaluation): string {
  const { verdict, candidate, baseline } = of;
  const why = reasons(of)
    .join('; ')
    .replace(/[.\s]+$/, '');
  const found = of.judgement === undefined ? '' : ` ${verdictSentence(of)}`;
  const name = inertLine(candidate.model, 120);
  const lead = `The verdict on ${name} against ${inertLine(baseline.model, 120)} is ${verdict}: ${why}.${found}`;
  return `${lead} ${wayOn(of)}`.trim();
}

/** The coverage as it is read. */
export const coverageText = (of: Evaluation) => `${decimals(coverageOf(of) * 100, 1)} %`;
