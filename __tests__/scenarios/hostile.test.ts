/** The built action between a hostile server and hostile data, over the runner's own protocol: it says and leaves what it does for harmless text, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { elementsOf, HARMLESS, HOSTILE, surplus } from '../support/hostile.ts';
import { keep } from '../support/keep.ts';
import { html } from '../support/page.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { type Answer, type WireServer, wireServer } from '../support/wire.ts';

const list = (...data: object[]): Answer => ({ body: { object: 'list', data, has_more: false } });

/**
 * How the story ends. `known`: the server has the job already, from a run that it says strange things of; `mistaken`: it says that the
 * job trains by another method.
 */
type Ending = 'succeeded' | 'failed' | 'refused' | 'known' | 'mistaken';

/** A server that says this text wherever it may say one. */
async function hostileServer(text: string, ending: Ending): Promise<WireServer> {
  let metadata: Record<string, unknown> = {};
  const error = { code: text, message: text, param: text, type: text };
  // An ID stands in addresses, of which a server takes only so much.
  const id = text.slice(0, 500);
  const job = () => ({
    id,
    object: 'fine_tuning.job',
    created_at: 1_700_000_000,
    finished_at: 1_700_000_100,
    model: text,
    status: ending === 'failed' ? 'failed' : 'succeeded',
    fine_tuned_model: ending === 'failed' ? null : text,
    training_file: text,
    validation_file: text,
    trained_tokens: 1234,
    result_files: [id],
    error: ending === 'failed' ? error : null,
    hyperparameters: { [text]: text },
    method: { type: ending === 'mistaken' ? text : 'supervised', [text]: { hyperparameters: { [text]: text } } },
    suffix: text,
    user_provided_suffix: text,
    metadata,
  });
  const started = await wireServer(({ method, path: place, body }) => {
    const address = decodeURIComponent(place);
    if (method === 'POST' && place === '/fine_tuning/jobs') {
      metadata = JSON.parse(String(body)).metadata;
      return ending === 'refused' ? { status: 400, headers: { 'x-request-id': 'req_1' }, body: { error } } : { body: job() };
    }
    const file = { id: `file-${id}`, object: 'file', filename: text, status: 'processed', status_details: text };
    if (method === 'POST') return { body: file };
    if (place.startsWith('/models/')) return { body: { id: text, object: 'model', owned_by: text } };
    if (/\/events(\?|$)/.test(place))
      return list({
        ...{ id: text, object: 'fine_tuning.job.event', created_at: 1_700_000_001, level: text, type: text, message: text },
        data: { step: 1, total_steps: 2, train_loss: 1, [text]: 2, text },
      });
    if (/\/checkpoints(\?|$)/.test(place))
      return list({ id: text, fine_tuned_model_checkpoint: text, step_number: 1, metrics: { full_valid_loss: 1, [text]: 2 } });
    if (place.endsWith('/content')) return { body: `step,${text}\n1,2\n` };
    if (place.startsWith('/files/')) return { body: { ...file, id: text } };
    if (place.startsWith('/fine_tuning/jobs?')) {
      if (ending !== 'known') return list();
      const query = new URLSearchParams(place.split('?')[1]);
      const wanted = [...query].flatMap(([name, value]) => (name.startsWith('metadata[') ? [[name.slice(9, -1), value]] : []));
      const origin = ['repository', 'commit', 'run'].map((name) => [`finetune_action_${name}`, text]);
      metadata = Object.fromEntries([...origin, ...wanted]);
      return list(job());
    }
    if (address.startsWith('/fine_tuning/jobs/')) return { body: job() };
    return list();
  });
  keep(started);
  return started;
}

function step(server: WireServer, more: Run['inputs'] = {}): Promise<Outcome> {
  const workspace = newFolder();
  write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
  const inputs = {
    ...{ base_url: server.url, api_key: 'secret-key', model: 'gpt-4.1-mini', training_file: 'train.jsonl', artifact_name: '' },
    ...more,
  };
  return runAction({ workspace, inputs });
}

/** The commands that a runner finds in a log, as it looks for them. */
const commandsOf = (log: string) =>
  log.split(/\r\n|\r|\n/).flatMap((line) => {
    const command = /^\s*::([a-z-]+)/.exec(line)?.[1];
    return command !== undefined ? [command] : line.includes('##[') ? [`##[ in ${line.slice(0, 80)}`] : [];
  });

/** The report's files, by name. */
function reportOf({ temp }: Outcome): Record<string, string> {
  const folder = readdirSync(temp).find((name) => name.startsWith('fine-tune-report-')) ?? '';
  return Object.fromEntries(
    readdirSync(path.join(temp, folder)).map((name) => [name, readFileSync(path.join(temp, folder, name), 'utf8')]),
  );
}

/** Kept once for each ending: what the same story leaves with harmless text. */
const harmless = new Map<Ending, Promise<Outcome>>();
function usual(ending: Ending): Promise<Outcome> {
  const found = harmless.get(ending) ?? hostileServer(HARMLESS, ending).then((server) => step(server));
  harmless.set(ending, found);
  return found;
}

// Names that are no text at all are no answers of the API, and are refused as such.
const TEXTS = HOSTILE.filter((text) => text !== '').map((text) => [JSON.stringify(text.slice(0, 30)), text] as const);

describe.each(['succeeded', 'failed', 'refused', 'known', 'mistaken'] as const)('a server that is hostile, job %s', (ending) => {
  test.each(TEXTS)('%s', async (_, text) => {
    const calm = await usual(ending);
    const outcome = await step(await hostileServer(text, ending));
    expect(outcome.exitCode).toBe(calm.exitCode);
    // Of a job, events and checkpoints that are longer than an output may be, it is said what is left out.
    const cut = outcome.warnings.filter((warning) => warning.startsWith('Output ')).length;
    const sorted = (names: readonly string[]) => [...names].sort();
    expect(sorted(commandsOf(outcome.log))).toEqual(sorted([...commandsOf(calm.log), ...many(cut, () => 'warning')]));
    const outputs = { succeeded: 3, failed: 3, known: 3, mistaken: 1, refused: 0 };
    expect(cut).toBe(text.length < 100_000 ? 0 : outputs[ending]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(outcome.log).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2028\u2029\ufeff]/);
    for (const line of outcome.log.split('\n')) expect(line.length).toBeLessThan(4200);
    expect(outcome.errors).toHaveLength(calm.errors.length);
    expect(Object.keys(outcome.outputs).filter((name) => !(name in calm.outputs))).toEqual([]);
    expect(surplus(elementsOf(html(outcome.summary)), elementsOf(html(calm.summary)))).toEqual([]);
    expect(Object.keys(reportOf(outcome)).length).toBe(Object.keys(reportOf(calm)).length);
    expect(() => JSON.parse(reportOf(outcome)['result.json'] ?? '')).not.toThrow();
  });
});

describe('data that is hostile', () => {
  const rows = (text: string) => [
    ...many(12, chatRow),
    { messages: [{ role: text, content: text }], [text]: text },
    {
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', content: text, [text]: text },
      ],
    },
    { [text]: text },
    [text],
    { messages: [{ role: 'assistant', content: [{ type: text, text }] }] },
  ];
  /** As much of a text as may stand in the name of a file. */
  const nameOf = (text: string) =>
    `${text
      .toWellFormed()
      .replaceAll(/^\.|[/\p{Cc}]/gu, '_')
      .slice(0, 60)}.jsonl`;
  const run = (text: string) => {
    const workspace = newFolder();
    write(workspace, path.join('data', nameOf(text)), `${jsonl(rows(text))}{"a": ${text}\n`);
    const inputs = {
      operation: 'validate',
      model: 'gpt-4.1-mini',
      training_file: 'data/*.jsonl',
      artifact_name: '',
      show_rows: 'true',
    };
    return runAction({ workspace, inputs });
  };
  let harmlessly: Promise<Outcome> | undefined;
  test.each(TEXTS.filter(([, text]) => !text.includes('\n')))('rows, keys and file names: %s', async (_, text) => {
    harmlessly ??= run(HARMLESS);
    const calm = await harmlessly;
    const outcome = await run(text);
    expect([outcome.exitCode, calm.exitCode]).toEqual([1, 1]);
    expect(commandsOf(outcome.log).filter((name) => !commandsOf(calm.log).includes(name))).toEqual([]);
    expect(commandsOf(outcome.log).filter((name) => name === 'error').length).toBeLessThanOrEqual(10);
    expect(outcome.errors.at(-1)).toMatch(/^The data has \d+ errors; nothing was uploaded/);
    for (const error of outcome.errors) expect(error.length).toBeLessThan(1000);
    const tags = (page: string) => new Set(elementsOf(page));
    expect([...tags(html(outcome.summary))].filter((one) => !tags(html(calm.summary)).has(one))).toEqual([]);
    const files = reportOf(outcome);
    expect(Object.keys(files).sort()).toEqual(['problems.jsonl', 'problems.sarif', 'result.json', 'summary.md']);
    for (const line of (files['problems.jsonl'] ?? '').trimEnd().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
  });
});
