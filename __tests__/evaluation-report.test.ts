import { describe, expect, test } from '@jest/globals';
import { renderJunit } from '../src/report/evaluation-junit.ts';
import { evaluationHeadline, evaluationSections, intervalBar, regressions } from '../src/report/evaluation-page.ts';
import { renderEvaluation } from '../src/report/evaluation-result.ts';
import { EvaluationResult } from '../src/report/evaluation-schema.ts';
import { reasons, refusalSentence, verdictSentence, wayOn } from '../src/report/evaluation-words.ts';
import { evaluated, evaluationOf, rowsOf } from './support/evaluations.ts';
import { findings } from './support/findings.ts';
import { elementsOf } from './support/well-formed.ts';
import { outputsOf, renderSummary } from './support/whole-report.ts';

const PASS = evaluationOf(rowsOf(22, 8, 170));
const FAIL = evaluationOf(rowsOf(5, 50, 145));
const OPEN = evaluationOf(rowsOf(4, 6, 40));
const CUT = evaluationOf(rowsOf(2, 1, 7), { verdict: 'incomplete', stopped: 'timeout_minutes have passed', total: 100 });

describe('the verdict in words', () => {
  test('in one sentence', () => {
    expect(verdictSentence(PASS)).toBe('96.0 % against 89.0 %: +7.0 points, 90 % interval +2.4 … +11.5, margin −5.0.');
    expect(verdictSentence(evaluationOf([]))).toBe('No row has a score for both models.');
    const marks = evaluationOf([evaluated(1, 4, 3), evaluated(2, 3, 3)], { range: [1, 5] });
    expect(verdictSentence(marks)).toContain('3.50 against 3.00: +0.50, 90 % interval');
  });
  test('why it is none that promotes, and what would decide', () => {
    expect([reasons(PASS), wayOn(PASS), wayOn(FAIL)]).toEqual([[], '', '']);
    expect(reasons(FAIL)).toEqual(['the candidate is worse by more than the margin of 5.0 points']);
    expect(reasons(OPEN)).toEqual(['it may be worse by more than the margin of 5.0 points']);
    expect(wayOn(OPEN)).toMatch(/^About [\d,]+ rows like these would decide; a max_drop above 0\.\d+ would pass\.$/);
    expect([reasons(CUT), wayOn(CUT)]).toEqual([['timeout_minutes have passed'], expect.stringContaining('answers_path')]);
  });
  test('what stopped it may be a whole sentence, and ends once', () => {
    const stopped = { ...CUT, stopped: 'The server limits the calls.' };
    expect(reasons(stopped)).toEqual(['The server limits the calls']);
    expect(evaluationHeadline(stopped)).toContain('**Why:** The server limits the calls.\n');
  });
  test('each condition in its own words', () => {
    const condition = { proof: 'open', line: 0.1, interval: [0.05, 0.2] } as const;
    const judgement = {
      ...judgementOf(OPEN),
      conditions: [
        { ...condition, name: 'min_gain' as const },
        { ...condition, name: 'min_score' as const },
        { name: 'max_drop' as const, proof: 'open' as const, line: -0.05, interval: [-0.1, 0.1] as const },
      ],
    };
    expect(reasons({ ...OPEN, judgement })).toEqual([
      'min_gain is not proved: the difference is from +5.0 to +20.0, and +10.0 is asked',
      'min_score is not proved: the score is from 5.0 % to 20.0 %, and 10.0 % is asked',
      'it may be worse by more than the margin of 5.0 points',
    ]);
    const lost = { name: 'max_regressions', proof: 'disproved', line: 0, interval: [8, 8] } as const;
    const failed = { ...PASS, verdict: 'fail' as const, judgement: { ...judgementOf(PASS), conditions: [lost] } };
    expect(reasons(failed)).toEqual(['8 rows got worse, and max_regressions allows 0']);
  });
  test('a tag that is surely worse is named', () => {
    const found = evaluationOf([...rowsOf(0, 15, 15, { tag: 'refunds' }), ...rowsOf(40, 0, 160, { tag: 'orders' })]);
    const both = evaluationOf([...rowsOf(0, 15, 15, { tag: 'refunds' }), ...rowsOf(0, 20, 15, { tag: 'orders' })]);
    expect(reasons(both).at(-1)).toMatch(/^the rows tagged (orders, refunds|refunds, orders) are worse by more than the margin$/);
    expect([found.verdict, reasons(found)]).toEqual(['fail', ['the rows tagged refunds are worse by more than the margin']]);
  });
  test('the closing line of a step', () => {
    expect(refusalSentence(FAIL)).toMatch(
      /^The verdict on new against old is fail: the candidate is worse by more than the margin of 5.0 points. 75.0 % against 97.5 %/,
    );
    expect(refusalSentence({ ...CUT, judgement: undefined })).toContain('incomplete: timeout_minutes have passed. Run again');
  });
});

const judgementOf = ({ judgement }: typeof PASS) => {
  if (judgement === undefined) throw new Error('There is no judgement.');
  return judgement;
};

describe('the page', () => {
  const page = (of: typeof PASS, showRows = true) => [evaluationHeadline(of), ...evaluationSections(of, showRows)].join('\n\n');
  test.each([
    ['pass', PASS, '## ✅ Promote'],
    ['fail', FAIL, '## ❌ Do not promote'],
    ['inconclusive', OPEN, '## ❔ Not proved'],
    ['incomplete', CUT, '## ⚠️ Not evaluated to the end'],
  ])('%s leads with the verdict', (_, of, title) => {
    expect(page(of).startsWith(`${title}\n`)).toBe(true);
  });
  test('a rehearsal says that it is one', () => {
    expect(page({ ...PASS, rehearsal: true })).toContain('## ✅ Promote (a rehearsal)');
    expect(page({ ...PASS, rehearsal: true })).toContain('about the workflow, not about a model');
  });
  test('the interval stands against the margin and no difference', () => {
    expect(intervalBar(PASS).split('\n')[1]).toMatch(/^·+│·+0·+═+●═+ {2}\+2\.4 … \+11\.5$/);
    expect(intervalBar(evaluationOf([]))).toBe('');
  });
  test('the worst rows stand side by side only where rows may be shown', () => {
    expect(page(FAIL)).toContain('candidate 6');
    expect(page(FAIL, false)).toContain('<code>eval.jsonl:6</code>');
    for (const word of ['candidate 6', 'baseline 6', 'question 6']) expect(page(FAIL, false)).not.toContain(word);
    expect(regressions(FAIL)).toHaveLength(50);
    expect(page(evaluationOf(rowsOf(3, 0, 60)))).not.toContain('Rows that got worse');
  });
  test('beside a row that got worse stands what was expected; how many more there are is said', () => {
    expect(page(FAIL)).toContain('| Row | Prompt | Expected | Candidate | Baseline | Score |');
    expect(page(FAIL)).toContain('| <code>answer 6</code> | <code>candidate 6</code> |');
    expect(page(FAIL)).toContain('_and 40 more in `evaluation.json` of the report_');
    expect(page(PASS)).not.toContain(' more in ');
    const unexpected = evaluationOf([evaluated(1, 0, 1, { reference: undefined }), ...rowsOf(0, 0, 40)]);
    expect(page(unexpected)).toContain('| Row | Prompt | Candidate | Baseline | Score |');
  });
  test('of the models it shows what is to be said of them, and no column of nothing', () => {
    const noisy = { flipRate: 0.25, fingerprints: 2, endings: { length: 3 } };
    expect(page(PASS)).toMatch(/^\| {2}\| Model \| Asked at \| Score \|$/m);
    expect(page({ ...PASS, baseline: { ...PASS.baseline, ...noisy } })).toMatch(
      /^\| {2}\| Model \| Asked at \| Score \| Answers that differ between repeats \| Server configurations seen \| .*stop.* \|$/m,
    );
  });
  test('the models are named before anything is said of them', () => {
    expect(page(PASS).split('\n')[2]).toBe('Candidate `new`<br>Baseline `old`');
  });
  test('tags, rows without a score, and the noise', () => {
    const unscored = Array.from({ length: 12 }, (_, at) =>
      evaluated(900 + at, 0, 0, { score: undefined, baselineScore: undefined, unscored: 'Its prompt was filtered.' }),
    );
    const rows = [...rowsOf(5, 5, 50, { tag: 'orders' }), ...rowsOf(0, 1, 3, { tag: 'few' }), ...unscored];
    const noisy = { flipRate: 0.25, fingerprints: 2, endings: { length: 3 } };
    const of = evaluationOf(rows, {
      candidate: { ...PASS.candidate, ...noisy },
      baseline: { ...PASS.baseline, recorded: true },
      clusterBy: 'talk',
    });
    const text = page(of);
    for (const word of [
      'orders',
      'too few rows',
      'Its prompt was filtered',
      'and 2 more',
      '25.0 %',
      '3 × length',
      'recorded answers',
      'clusters by',
    ])
      expect(text).toContain(word);
    expect(page(of, false)).not.toContain('Its prompt was filtered');
  });
  test('an evaluation of which little is known says what it knows, and nothing else', () => {
    const little = {
      candidate: { ...PASS.candidate, fingerprints: 0 },
      usd: undefined,
      kept: 3,
      confidence: 0.995,
      verdict: 'incomplete' as const,
      stopped: undefined,
    };
    const unscored = evaluated(7, 0, 0, { score: undefined, baselineScore: undefined, unscored: 'It was filtered.' });
    const of = evaluationOf([evaluated(1, 0.25, 0.5), evaluated(2, 0.75, 0.5), unscored], little);
    expect(reasons(of)).toEqual(['too few rows have a score']);
    expect(page(of)).toContain('Scored 2 of 3 rows, 6 answers asked for (3 answers known already).');
    expect(page(of)).toContain('99.50 % on each side');
    // Scores between 0 and 1 have no pairs of right and wrong.
    expect(page(of)).not.toContain('mid-p');
    expect(JSON.parse(JSON.stringify(renderEvaluation(of, false)))).toMatchObject({ cost_usd: null });
    expect(JSON.stringify(renderEvaluation(of, true))).toContain('It was filtered.');
    expect(JSON.stringify(renderEvaluation(of, false))).not.toContain('It was filtered.');
    const none = evaluationOf([unscored], little);
    expect(page(none)).toContain('Scored 0 of 1 row, 2 answers asked for');
    expect(wayOn({ ...none, verdict: 'inconclusive' })).toBe('More rows would decide.');
    expect(intervalBar(none)).toBe('');
  });
  test('an answer that was never given is an empty one beside the other', () => {
    const of = evaluationOf([evaluated(1, 0, 1, { candidate: [], baseline: [] }), ...rowsOf(0, 0, 40)]);
    expect(page(of)).toContain('0.0\u00a0% against 100.0\u00a0%');
    expect(elementsOf(renderJunit(of, true)).length).toBeGreaterThan(0);
  });
  test('a tag that is surely worse is marked, and no chance is called none', () => {
    const rows = [...rowsOf(0, 15, 15, { tag: 'refunds' }), ...rowsOf(40, 0, 160, { tag: 'orders' })];
    expect(page(evaluationOf(rows, { tagBy: 'topic' }))).toMatch(/refunds.*\| 50\.0\u00a0% \|.*❌ under 0\.001/);
  });
  test('it stands in the summary, and its figures in the outputs', () => {
    const found = findings({ evaluation: FAIL, job: undefined, ending: 'stopped' });
    expect(renderSummary(found).startsWith('## ❌ Do not promote')).toBe(true);
    expect(outputsOf(found)).toMatchObject({
      verdict: 'fail',
      passed: 'false',
      promoted_model: 'old',
      losses: '50',
      coverage: '1',
    });
    expect(outputsOf(findings({ evaluation: evaluationOf([], { total: 5 }) }))).toMatchObject({
      verdict: 'incomplete',
      interval: 'null',
    });
  });
});

const HOSTILE = '</failure>::error::x\u0000\u202e]]><script>&amp;"\ud800 | `code` <!-- \ufffe\n##[x]';

describe('files for other programs', () => {
  test('the JSON is what its schema says, and quotes rows only where that is allowed', () => {
    for (const one of [PASS, FAIL, OPEN, CUT, evaluationOf([], { total: 3 })])
      for (const showRows of [true, false]) expect(EvaluationResult.parse(renderEvaluation(one, showRows))).toBeTruthy();
    expect(JSON.stringify(renderEvaluation(FAIL, true))).toContain('candidate 6');
    expect(JSON.stringify(renderEvaluation(FAIL, false))).not.toContain('candidate 6');
  });
  test('JUnit: the verdict and each row', () => {
    const names = elementsOf(renderJunit(FAIL, true));
    const count = (name: string) => names.filter((one) => one === name).length;
    expect([count('testsuite'), count('testcase'), count('failure')]).toEqual([2, 201, 51]);
    expect(elementsOf(renderJunit(PASS, false))).toContain('system-out');
    expect(renderJunit(FAIL, false)).not.toContain('candidate 6');
  });
  test.each([true, false])('hostile texts stay texts, rows shown: %s', (showRows) => {
    const row = evaluated(1, 0, 1, {
      prompt: HOSTILE,
      tag: HOSTILE,
      path: HOSTILE,
      candidate: [{ text: HOSTILE.repeat(200_000), score: 0, finishReason: HOSTILE }],
    });
    const none = evaluated(2, 0, 0, { score: undefined, baselineScore: undefined, unscored: HOSTILE });
    const model = { ...PASS.candidate, model: HOSTILE, origin: HOSTILE, endings: { [HOSTILE]: 1 } };
    const of = evaluationOf([row, none, ...rowsOf(0, 9, 3)], {
      candidate: model,
      baseline: model,
      grader: HOSTILE,
      verdict: 'incomplete',
      stopped: HOSTILE,
      clusterBy: HOSTILE,
    });
    expect(() => elementsOf(renderJunit(of, showRows))).not.toThrow();
    const text = [evaluationHeadline(of), ...evaluationSections(of, showRows)].join('\n');
    expect(text).not.toMatch(/<script|<!--|^::|^##\[|\p{Cf}/mu);
    expect(refusalSentence({ ...of, stopped: 'x' })).not.toMatch(/\p{Cc}|\p{Cf}/u);
  });
});
