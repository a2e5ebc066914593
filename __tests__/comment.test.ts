import { describe, expect, test } from '@jest/globals';
import { RULES } from '../src/dataset/rules/rules.ts';
import { changes, LENGTHS, markerOf, type Subject } from '../src/report/comment.ts';
import type { DataChange, Findings } from '../src/report/findings.ts';
import { dataset, findings, job, lossCurve } from './support/findings.ts';
import { html } from './support/page.ts';
import { PULL_REQUEST, SUBJECT } from './support/pull-request-story.ts';
import { renderComment } from './support/whole-report.ts';

const marker = markerOf(PULL_REQUEST, SUBJECT);
const [change] = PULL_REQUEST.changes;
/** With plain spaces where a line must not break. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const table = (story: Findings) => plain(changes(story));
const withChange = (more: Partial<DataChange>): Findings =>
  findings({ ...PULL_REQUEST, changes: change === undefined ? [] : [{ ...change, ...more }] });

describe('the comment', () => {
  test('leads with the change of the data: rows, tokens and price before and after', () => {
    const text = plain(renderComment(PULL_REQUEST, 'done', marker));
    expect(text.startsWith(`${marker}\n\n## ✅ The data passes`)).toBe(true);
    expect(text).toContain(
      '| Training <code>data/support.train.jsonl</code> | 1,148 → 1,200 | 64 added, 12 removed, 9 changed, 3 moved | 428,400 → 450,000<br>+21,600 · +5 % | $2.14 → $2.25<br>+$0.11 |',
    );
    expect(text).toContain('| Validation <code>data/support.valid.jsonl</code> | 120 | none |  |  |');
    expect(text).toContain('2 × <code>row/contradiction</code> (training)');
    expect(text).toContain('Forgot password');
  });

  test('data that shrinks says so with its sign; what changes by nothing has none', () => {
    const { estimate } = PULL_REQUEST;
    const before = change?.before;
    if (estimate?.cost === undefined || before?.estimate === undefined) throw new Error('no estimate');
    const tokens = (count: number) => ({ ...estimate.tokens, tokens: count });
    const less = { ...PULL_REQUEST, estimate: { ...estimate, tokens: tokens(200_000), cost: { ...estimate.cost, usd: 1 } } };
    expect(table(less)).toContain('428,400 → 200,000<br>−228,400 · −53 % | $2.14 → $1.00<br>−$1.14 |');
    const same = withChange({ before: { ...before, estimate } });
    expect(table(same)).toContain('| 450,000 | $2.25 |');
    const fromNothing = withChange({ before: { ...before, estimate: { ...before.estimate, tokens: tokens(0) } } });
    expect(table(fromNothing)).toContain('0 → 450,000<br>+450,000 |');
  });

  test('several files are one dataset, named by the first', () => {
    const [training = dataset(), ...others] = PULL_REQUEST.datasets;
    const both = { ...PULL_REQUEST, datasets: [{ ...training, paths: ['data/a.jsonl', 'data/b.jsonl'] }, ...others] };
    expect(table(both)).toContain('| Training <code>data/a.jsonl</code> and 1 more |');
  });

  test('a file that is new, one that cannot be compared, an unknown price', () => {
    expect(table(withChange({ before: undefined, note: 'the file is new' }))).toContain(
      '| Training <code>data/support.train.jsonl</code> | 1,200 |',
    );
    const blind = withChange({ diff: undefined, note: 'a Git LFS pointer' });
    expect(table(blind)).toContain('| 1,148 → 1,200 | not known |');
    expect(table(blind)).toContain('<i>Training: a Git LFS pointer</i>');
    expect(table({ ...PULL_REQUEST, estimate: undefined })).toMatch(/^\| Data \| Rows \| Changes \|\n.*\n.* 3 moved \|$/m);
    expect(table({ ...PULL_REQUEST, datasets: [] })).toContain('1,148 → 0');
    const error = withChange({ newProblems: [{ rule: 'row/shape', severity: 'error', count: 1 }] });
    expect(renderComment(error, 'done', marker)).toContain('❌ 1 ×');
  });

  test('data that says what it said is told in a line; problems that are new are told all the same', () => {
    const same = { added: 0, removed: 0, changed: 0, moved: 0, kept: 1200, examples: [] };
    const quiet = withChange({ diff: same, note: 'the file was old.jsonl', newProblems: [] });
    expect(table(quiet)).toBe(
      'The data says what it said before: 1,200 rows for training.\n\n<i>Training: the file was old.jsonl</i>',
    );
    const moved = withChange({ diff: { ...same, moved: 2 }, newProblems: [] });
    expect(table(moved)).toContain('| Training <code>data/support.train.jsonl</code> | 1,148 → 1,200 | 2 moved |');
    expect(table(withChange({ diff: same }))).toContain('| Changes |');
    expect(table(findings({ changes: [] }))).toBe('');
  });

  test('tokens that were not counted one by one are about so many', () => {
    const { estimate } = PULL_REQUEST;
    if (estimate === undefined) throw new Error('no estimate');
    const sampled = { ...estimate, tokens: { ...estimate.tokens, kind: 'sampled' as const } };
    expect(table({ ...PULL_REQUEST, estimate: sampled })).toContain('| 428,400 → ≈ 450,000<br>+21,600 · +5 % |');
    expect(table({ ...PULL_REQUEST, estimate: { ...estimate, epochs: 2 } })).toContain(
      '| 428,400 in 3 epochs → 450,000 in 2 epochs |',
    );
  });

  test('the figures of a training are said to be its own', () => {
    const trained = renderComment({ ...findings(), changes: PULL_REQUEST.changes }, 'done', marker);
    expect(trained).toContain('**The training**\n\n| Status | Training took |');
    expect(renderComment(PULL_REQUEST, 'done', marker)).not.toContain('The training');
  });

  test('a changed row is linked to its line', () => {
    expect(renderComment(PULL_REQUEST, 'done', marker)).toContain('/data/support.train.jsonl#L17');
  });

  test.each([
    ['checked', '## 🔎 The data is checked'],
    ['queued', '## ⏳ The job is created'],
    ['running', '## ⏳ The job trains'],
  ] as const)('%s', (stage, title) => {
    const story = findings({ job: job({ status: 'running' }), metrics: lossCurve(90).slice(0, 30) });
    const text = renderComment(story, stage, marker);
    expect(text).toContain(title);
    expect(text).toContain('is running.');
    expect(text).toMatch(/step 30 of 90 · train_loss/);
    const [point] = lossCurve(9);
    expect(renderComment(findings({ job: undefined, metrics: [] }), stage, marker)).not.toContain('step');
    expect(
      renderComment(findings({ metrics: point === undefined ? [] : [{ ...point, totalSteps: undefined }] }), stage, marker),
    ).toContain('step 1 · ');
  });

  test('quotes rows only where they may be shown', () => {
    const hidden = { ...PULL_REQUEST, run: { ...PULL_REQUEST.run, showRows: false } };
    expect(renderComment(hidden, 'done', marker)).not.toContain('Forgot password');
  });

  test('is never larger than GitHub takes, and keeps its marker and its beginning', () => {
    const problems = Array.from({ length: 300 }, (_, index) => ({
      rule: RULES[index % RULES.length]?.id ?? 'row/shape',
      severity: 'warning' as const,
      count: 1,
    }));
    const messages = problems.map(({ rule }) => ({
      rule,
      severity: 'warning' as const,
      message: ['<&'.repeat(400)],
      path: 'p',
      line: 1,
      column: undefined,
    }));
    const story = { ...PULL_REQUEST, datasets: [dataset({ counts: problems, problems: messages })] };
    const text = renderComment(story, 'done', marker);
    expect(text.length).toBeLessThan(65_536);
    expect(text.startsWith(marker)).toBe(true);
    expect(text).toContain('There is more in the summary');
    expect(text).toContain('| Training <code>');
  });

  test('of a shorter comment what fits is kept, whatever came before it', () => {
    const long = { ...PULL_REQUEST, error: { code: undefined, message: '&'.repeat(900) } };
    const text = renderComment(long, 'done', marker, 3000);
    expect(text.length).toBeLessThanOrEqual(3000);
    expect(text.startsWith(`${marker}\n`)).toBe(true);
    expect(text).toContain('| Training <code>');
    expect(text.trimEnd().endsWith('_There is more in the summary of the run._')).toBe(true);
    for (const length of LENGTHS) expect(renderComment(long, 'done', marker, length).length).toBeLessThanOrEqual(length);
  });

  test('its marker tells steps and matrix legs apart, and cannot end early', () => {
    const run = { ...PULL_REQUEST.run, workflow: 'a --> b', job: '\ud800', step: '/' };
    const odd = markerOf({ ...PULL_REQUEST, run }, { ...SUBJECT, matrix: '{"x":"-->"}' });
    expect(odd.indexOf('>')).toBe(odd.length - 1);
    expect(markerOf(PULL_REQUEST, { ...SUBJECT, matrix: 'null' })).toBe(marker);
    expect(markerOf(PULL_REQUEST, { ...SUBJECT, matrix: '{"x":1}' })).not.toBe(marker);
    expect(markerOf(PULL_REQUEST, { ...SUBJECT, matrix: `"${'x'.repeat(500)}"` })).toMatch(/\/[0-9a-f]{64}\/[0-9a-f]{12} -->$/);
  });

  test.each<[string, Partial<Subject>]>([
    ['another model', { model: 'm-2' }],
    ['another suffix', { suffix: 'b' }],
    ['no suffix', { suffix: undefined }],
    ['other training data', { training_file: ['b.jsonl'] }],
    ['one more training file', { training_file: ['a.jsonl', 'b.jsonl'] }],
    ['the same paths in another role', { training_file: [], validation_file: ['a.jsonl'] }],
    ['evaluation data', { evaluation_file: ['a.jsonl'] }],
  ])('its marker tells one call of a reusable workflow from that with %s', (_, other) => {
    expect(markerOf(PULL_REQUEST, { ...SUBJECT, ...other })).not.toBe(marker);
    expect(markerOf(PULL_REQUEST, { ...SUBJECT })).toBe(marker);
  });

  test.each([
    '<img src=x onerror=alert(1)>',
    '</code></td></tr></table></details><h1>x</h1>',
    '| a | b |\n\n# x\n```',
    '--> <script>',
    '@everyone #1',
    '\u202e\u0007',
  ])('foreign text stays text: %j', (text) => {
    const hostile = (word: string) =>
      withChange({
        note: word,
        newProblems: [{ rule: 'row/shape', severity: 'error', count: 1 }],
        diff: {
          added: 1,
          removed: 1,
          changed: 1,
          moved: 1,
          kept: 1,
          examples: [{ before: word, after: word, path: word, line: 1 }],
        },
      });
    const tags = (page: string) => [...page.matchAll(/<(\/?\w+)/g)].map((match) => match[1]);
    expect(tags(html(renderComment(hostile(text), 'done', marker)))).toEqual(
      tags(html(renderComment(hostile('plain'), 'done', marker))),
    );
  });
});
