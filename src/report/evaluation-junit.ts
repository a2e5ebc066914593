/** The evaluation as JUnit XML, which test reporters read: a case a row, failed where it got worse. Pure. */
import type { EvaluatedRow, Evaluation } from './evaluation-findings.ts';
import { refusalSentence, verdictSentence, verdictTitle } from './evaluation-words.ts';

/** Signs that XML 1.0 does not take, and those that turn or hide text. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffe\uffff]/gu;

/** A sign that is written out: line ends as a reference, which an attribute keeps, others by their number. */
function written(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return sign === '\n' || sign === '\r' || sign === '\t' ? `&#${code};` : `\\u{${code.toString(16)}}`;
}

/** A text in XML: nothing of it is markup, and all of it is allowed. */
function xmlText(text: string, max = 2000): string {
  return text
    .slice(0, max)
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')
    .replace(UNSEEN, written);
}

const element = (name: string, attributes: Readonly<Record<string, string | number>>, inner = '') => {
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(String(value))}"`);
  return inner === '' ? `<${name}${pairs.join('')}/>` : `<${name}${pairs.join('')}>${inner}</${name}>`;
};

const isWorse = ({ score, baselineScore }: EvaluatedRow) =>
  score !== undefined && baselineScore !== undefined && score < baselineScore;

function testCase(row: EvaluatedRow, showRows: boolean): string {
  const name = `${row.path}:${row.line}`;
  const attributes = {
    name,
    classname: row.tag === undefined || !showRows ? 'rows' : `rows.${row.tag.replaceAll('.', '_')}`,
    file: row.path,
    line: row.line,
  };
  if (row.unscored !== undefined) {
    const message = showRows ? row.unscored : 'The row has no score.';
    return element('testcase', attributes, element('skipped', { message }));
  }
  if (!isWorse(row)) return element('testcase', attributes);
  const message = `${row.score} against ${row.baselineScore}`;
  const texts = [
    `Prompt: ${row.prompt}`,
    `Candidate: ${row.candidate[0]?.text ?? ''}`,
    `Baseline: ${row.baseline[0]?.text ?? ''}`,
  ];
  const inner = showRows ? texts.map((text) => xmlText(text)).join('&#10;') : '';
  return element('testcase', attributes, element('failure', { message, type: 'worse' }, inner));
}

/** The whole document. The first suite is the verdict, the second the rows. */
export function renderJunit(of: Evaluation, showRows: boolean): string {
  const { passed, rows } = of;
  const verdict = element(
    'testcase',
    { name: verdictTitle(of), classname: 'verdict' },
    passed
      ? element('system-out', {}, xmlText(verdictSentence(of)))
      : element('failure', { message: refusalSentence(of), type: of.verdict }),
  );
  const worse = rows.filter(isWorse).length;
  const skipped = rows.filter(({ unscored }) => unscored !== undefined).length;
  const suites = [
    element('testsuite', { name: 'verdict', tests: 1, failures: passed ? 0 : 1, errors: 0, skipped: 0 }, verdict),
    element(
      'testsuite',
      { name: 'rows', tests: rows.length, failures: worse, errors: 0, skipped },
      rows.map((row) => testCase(row, showRows)).join('\n'),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'evaluation' }, `\n${suites.join('\n')}\n`)}\n`;
}
