/** The evaluation in the summary and the comment: Markdown in which no answer acts. Pure. */
import type { EvaluatedModel, EvaluatedRow, Evaluation } from './evaluation-findings.ts';
import {
  coverageText,
  differenceText,
  ICONS,
  intervalPercent,
  reasons,
  rowsSentence,
  scoreText,
  verdictSentence,
  verdictTitle,
  wayOn,
} from './evaluation-words.ts';
import { rows } from './tables.ts';
import { counted, markdownCode, markdownText, whole } from './text.ts';

/** So many rows that got worse are shown side by side. */
const SHOWN = 10;
const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

/** What a reader must know in ten seconds. */
export function evaluationHeadline(of: Evaluation): string {
  const why = reasons(of).map((reason) => markdownText(reason, 600));
  const on = wayOn(of);
  return joined([
    `## ${ICONS[of.verdict]} ${verdictTitle(of)}`,
    `**${verdictSentence(of)}** ${rowsSentence(of)}`,
    why.length === 0
      ? ''
      : `> **Why:** ${why.join('; ')}.${on === '' ? '' : `\n>\n> **What would decide:** ${markdownText(on, 400)}`}`,
    of.rehearsal
      ? '_A rehearsal: the sandbox answers by a tiny model. The verdict is about the workflow, not about a model._'
      : '',
  ]);
}

/** Characters that the bar has room for. */
const BAR = 41;

/** The interval against the margin and 0, drawn with characters, so that it stands in any page. */
export function intervalBar(of: Evaluation): string {
  const { judgement, maxDrop, range } = of;
  if (judgement === undefined) return '';
  const [low, high] = judgement.interval;
  const margin = -maxDrop * (range[1] - range[0]);
  const least = Math.min(low, margin * 1.5, 0);
  const most = Math.max(high, -margin * 1.5, 0);
  const place = (value: number) => Math.round(((value - least) / (most - least || 1)) * (BAR - 1));
  const line: string[] = Array.from({ length: BAR }, (_, at) => (at >= place(low) && at <= place(high) ? '═' : '·'));
  line[place(0)] = '0';
  line[place(margin)] = '│';
  line[place(judgement.difference)] = '●';
  const label = `${differenceText(low, of)} … ${differenceText(high, of)}`;
  return `\`\`\`text\n${line.join('')}  ${label}\n│ the margin   0 no difference   ● found   ═ ${intervalPercent(of)} % interval\n\`\`\``;
}

/** A score in a cell, on one line however narrow that is. */
const scoreCell = (score: number, of: Evaluation) => scoreText(score, of).replace(' ', '\u00a0');

/** A p-value, never as one that is impossible. */
const chance = (value: number) => (value < 0.001 ? 'under 0.001' : value.toFixed(3));

function models(of: Evaluation): string {
  const line = (
    role: string,
    { model, origin, recorded, flipRate, fingerprints, endings }: EvaluatedModel,
    score: number | undefined,
  ) => [
    role,
    markdownCode(model, 120),
    recorded ? 'recorded answers' : markdownCode(origin, 80),
    score === undefined ? '' : scoreCell(score, of),
    flipRate === undefined ? '' : `${(100 * flipRate).toFixed(1)} %`,
    fingerprints === 0 ? '' : whole(fingerprints),
    Object.entries(endings)
      .map(([ending, count]) => `${whole(count)} × ${markdownText(ending, 40)}`)
      .join(', '),
  ];
  const { judgement } = of;
  return rows(
    [
      '',
      'Model',
      'Asked at',
      'Score',
      'Answers that differ between repeats',
      'States of the server',
      'Answers that did not end by themselves',
    ],
    [line('Candidate', of.candidate, judgement?.score), line('Baseline', of.baseline, judgement?.baselineScore)],
  );
}

function tags(of: Evaluation): string {
  const found = of.judgement?.tags ?? [];
  if (found.length === 0) return '';
  const body = found.map(({ tag, rows: count, score, baselineScore, difference, interval, adjusted, worse }) => [
    markdownText(tag, 80),
    whole(count),
    scoreCell(score, of),
    scoreCell(baselineScore, of),
    differenceText(difference, of),
    `${differenceText(interval[0], of)} … ${differenceText(interval[1], of)}`,
    adjusted === undefined ? 'too few rows' : `${worse ? '❌ ' : ''}${chance(adjusted)}`,
  ]);
  const head = ['Tag', 'Rows', 'Candidate', 'Baseline', 'Difference', `${intervalPercent(of)} % interval`, 'p after Holm'];
  return `### Tags\n\n${rows(head, body)}`;
}

const loss = ({ score = 0, baselineScore = 0 }: EvaluatedRow) => score - baselineScore;

/** The rows that got worse, the worst first. */
export function regressions({ rows: all }: Evaluation): readonly EvaluatedRow[] {
  return all.filter((row) => row.score !== undefined && loss(row) < 0).sort((a, b) => loss(a) - loss(b));
}

function worst(of: Evaluation, showRows: boolean): string {
  const found = regressions(of);
  if (found.length === 0) return '';
  const places = found.slice(0, SHOWN).map(({ path, line }) => `${path}:${line}`);
  if (!showRows)
    return `### Rows that got worse\n\n${counted(found.length, 'row')}: ${places.map((place) => markdownCode(place)).join(', ')}${found.length > SHOWN ? ', …' : ''}. What they say is not shown, because \`show_rows\` does not allow it.`;
  const body = found
    .slice(0, SHOWN)
    .map((row) => [
      markdownCode(`${row.path}:${row.line}`),
      markdownCode(row.prompt, 300),
      markdownCode(row.candidate[0]?.text ?? '', 400),
      markdownCode(row.baseline[0]?.text ?? '', 400),
      `${scoreText(row.score ?? 0, of)} against ${scoreText(row.baselineScore ?? 0, of)}`,
    ]);
  return `### Rows that got worse\n\n${rows(['Row', 'Prompt', 'Candidate', 'Baseline', 'Score'], body)}`;
}

function unscored({ rows: all }: Evaluation, showRows: boolean): string {
  const found = all.filter((row) => row.unscored !== undefined);
  if (found.length === 0) return '';
  const lines = found
    .slice(0, SHOWN)
    .map(
      ({ path, line, unscored: why = '' }) =>
        `- ${markdownCode(`${path}:${line}`)}${showRows ? ` ${markdownText(why, 300)}` : ''}`,
    );
  const more = found.length > SHOWN ? [`- and ${whole(found.length - SHOWN)} more`] : [];
  return `### Rows without a score\n\n${[...lines, ...more].join('\n')}`;
}

const METHODS = {
  'paired shares': 'Bonett and Price’s interval of paired shares',
  t: 't interval of the mean difference',
  'clustered t': 't interval, robust against rows that belong together',
} as const;

function assumptions(of: Evaluation): string {
  const { judgement, repeat, clusterBy, detectable, retries, promptTokens, completionTokens } = of;
  if (judgement === undefined) return '';
  const lines = [
    `${METHODS[judgement.method]}, ${(100 * of.confidence).toFixed(of.confidence > 0.99 ? 2 : 0)} % on each side${clusterBy === undefined ? '' : `, clusters by ${markdownCode(clusterBy)}`}.`,
    `Graded by ${markdownText(of.grader, 120)}; ${counted(repeat, 'answer')} for each row and model.`,
    `${coverageText(of)} of the rows have a score for both models. So many rows show differences of about ${(100 * detectable).toFixed(1)} % of the range.`,
    ...(judgement.midP === undefined ? [] : [`McNemar’s mid-p, for reading only: ${judgement.midP.toFixed(4)}.`]),
    `${whole(promptTokens)} tokens asked, ${whole(completionTokens)} answered; ${counted(retries, 'call')} repeated.`,
    'Rows are taken for independent of each other, unless they are clustered; both models were asked in turn, in one run.',
  ];
  return `<details><summary>How it was judged</summary>\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\n</details>`;
}

/** The parts of the page after its headline, each by itself. */
export function evaluationSections(of: Evaluation, showRows: boolean): readonly string[] {
  return [intervalBar(of), models(of), tags(of), worst(of, showRows), unscored(of, showRows), assumptions(of)].filter(
    (part) => part !== '',
  );
}
