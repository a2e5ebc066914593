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
import { copyable, counted, markdownCode, markdownText, whole } from './text.ts';

/** So many rows that got worse are shown side by side. */
const SHOWN = 10;
const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n');

/** What a reader must know in ten seconds. */
export function evaluationHeadline(of: Evaluation): string {
  const why = reasons(of).map((reason) => markdownText(reason, 600));
  const on = wayOn(of);
  return joined([
    `## ${ICONS[of.verdict]} ${verdictTitle(of)}`,
    `Candidate ${copyable(of.candidate.model)}<br>Baseline ${copyable(of.baseline.model)}`,
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

/** A column of the table of models, and whether it says something that a reader would miss. */
interface ModelColumn {
  readonly head: string;
  readonly cell: (model: EvaluatedModel, score: number | undefined) => string;
  readonly isTold?: (models: readonly EvaluatedModel[]) => boolean;
}

function modelColumns(of: Evaluation): readonly ModelColumn[] {
  return [
    { head: 'Model', cell: ({ model }) => markdownCode(model, 120) },
    { head: 'Asked at', cell: ({ recorded, origin }) => (recorded ? 'recorded answers' : markdownCode(origin, 80)) },
    { head: 'Score', cell: (_, score) => (score === undefined ? '' : scoreCell(score, of)) },
    {
      head: 'Answers that differ between repeats',
      cell: ({ flipRate }) => (flipRate === undefined ? '' : `${(100 * flipRate).toFixed(1)} %`),
      isTold: (models) => models.some(({ flipRate }) => flipRate !== undefined),
    },
    {
      // One is how it should be; several mean that the server changed between answers.
      head: 'Server configurations seen',
      cell: ({ fingerprints }) => (fingerprints === 0 ? '' : whole(fingerprints)),
      isTold: (models) => models.some(({ fingerprints }) => fingerprints > 1),
    },
    {
      head: 'Answers that did not end by <code>stop</code>',
      cell: ({ endings }) =>
        Object.entries(endings)
          .map(([ending, count]) => `${whole(count)} × ${markdownText(ending, 40)}`)
          .join(', '),
      isTold: (models) => models.some(({ endings }) => Object.keys(endings).length > 0),
    },
  ];
}

function models(of: Evaluation): string {
  const { candidate, baseline, judgement } = of;
  const columns = modelColumns(of).filter(({ isTold }) => isTold === undefined || isTold([candidate, baseline]));
  const line = (role: string, model: EvaluatedModel, score: number | undefined) => [
    role,
    ...columns.map(({ cell }) => cell(model, score)),
  ];
  return rows(
    ['', ...columns.map(({ head }) => head)],
    [line('Candidate', candidate, judgement?.score), line('Baseline', baseline, judgement?.baselineScore)],
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

/** How a page writes the place of a row. */
export type Place = (path: string, line: number) => string;

const inCode: Place = (path, line) => markdownCode(`${path}:${line}`);

function worst(of: Evaluation, showRows: boolean, placed: Place): string {
  const found = regressions(of);
  if (found.length === 0) return '';
  const places = found.slice(0, SHOWN).map(({ path, line }) => placed(path, line));
  if (!showRows)
    return `### Rows that got worse\n\n${counted(found.length, 'row')}: ${places.join(', ')}${found.length > SHOWN ? ', …' : ''}. What they say is not shown, because \`show_rows\` does not allow it.`;
  const shown = found.slice(0, SHOWN);
  const isExpected = shown.some(({ reference }) => reference !== undefined);
  const body = shown.map((row) => [
    placed(row.path, row.line),
    markdownCode(row.prompt, 300),
    ...(isExpected ? [markdownCode(row.reference ?? '', 400)] : []),
    markdownCode(row.candidate[0]?.text ?? '', 400),
    markdownCode(row.baseline[0]?.text ?? '', 400),
    `${scoreCell(row.score ?? 0, of)} against ${scoreCell(row.baselineScore ?? 0, of)}`,
  ]);
  const head = ['Row', 'Prompt', ...(isExpected ? ['Expected'] : []), 'Candidate', 'Baseline', 'Score'];
  const more = found.length > SHOWN ? `\n\n_and ${whole(found.length - SHOWN)} more in \`evaluation.json\` of the report_` : '';
  return `### Rows that got worse\n\n${rows(head, body)}${more}`;
}

function unscored({ rows: all }: Evaluation, showRows: boolean, placed: Place): string {
  const found = all.filter((row) => row.unscored !== undefined);
  if (found.length === 0) return '';
  const lines = found
    .slice(0, SHOWN)
    .map(({ path, line, unscored: why = '' }) => `- ${placed(path, line)}${showRows ? ` ${markdownText(why, 300)}` : ''}`);
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
    `${coverageText(of)} of the rows have a score for both models. As a rule so many rows can show a difference of ${(100 * detectable).toFixed(1)} % of the score’s range.`,
    ...(judgement.midP === undefined ? [] : [`McNemar’s mid-p, for reading only: ${judgement.midP.toFixed(4)}.`]),
    `${whole(promptTokens)} tokens asked, ${whole(completionTokens)} answered; ${counted(retries, 'call')} repeated.`,
    'Rows are taken to be independent of each other, unless they are clustered; both models were asked in turn, in one run.',
  ];
  return `<details><summary>How it was judged</summary>\n\n${lines.map((line) => `- ${line}`).join('\n')}\n\n</details>`;
}

/**
 * The parts of the page after its headline, each by itself.
 * @param placed writes the place of a row, as a link where that leads somewhere
 */
export function evaluationSections(of: Evaluation, showRows: boolean, placed: Place = inCode): readonly string[] {
  const parts = [intervalBar(of), models(of), tags(of), worst(of, showRows, placed), unscored(of, showRows, placed)];
  return [...parts, assumptions(of)].filter((part) => part !== '');
}
