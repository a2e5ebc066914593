import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { requestFaults, sayWhenAbsent } from '../support/openapi.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow, reinforcementRow, write } from '../support/rows.ts';
import { type Answer, type Seen, type WireServer, wireServer } from '../support/wire.ts';

sayWhenAbsent();

/** A server that keeps what it gets and ends every job at once. */
async function server(override: (request: Seen) => Answer | undefined = () => undefined) {
  let uploads = 0;
  let body: Record<string, unknown> = {};
  const job = () => ({
    id: 'ftjob-1',
    object: 'fine_tuning.job',
    created_at: 1_700_000_000,
    finished_at: 1_700_000_100,
    model: body.model,
    status: 'succeeded',
    fine_tuned_model: 'ft:m:org::1',
    training_file: body.training_file,
    validation_file: body.validation_file ?? null,
    trained_tokens: 1234,
    result_files: [],
    error: { code: null, message: null, param: null },
    hyperparameters: null,
    metadata: body.metadata ?? null,
  });
  const started = await wireServer((request) => {
    const special = override(request);
    if (special !== undefined) return special;
    const { method, path } = request;
    if (method === 'POST' && path === '/files') {
      uploads += 1;
      return { body: { id: `file-${uploads}`, object: 'file', status: null } };
    }
    if (method === 'POST' && path === '/fine_tuning/jobs') {
      body = JSON.parse(String(request.body));
      return { body: job() };
    }
    if (path.startsWith('/fine_tuning/jobs/ftjob-1/') || path.includes('?') || path === '/files')
      return { body: { object: 'list', data: [], has_more: false } };
    if (path.startsWith('/fine_tuning/jobs/')) return { body: job() };
    if (path.startsWith('/files/')) return { body: { id: path.slice(7), object: 'file', filename: 'x.jsonl', bytes: 1 } };
    return {
      status: 404,
      body: { error: { message: 'no such address', type: 'invalid_request_error', param: null, code: null } },
    };
  });
  keep(started);
  return started;
}

function createBody({ seen }: WireServer): Record<string, unknown> {
  const creates = seen.filter(({ method, path }) => method === 'POST' && path === '/fine_tuning/jobs');
  expect(creates).toHaveLength(1);
  return JSON.parse(String(creates[0]?.body));
}

/** The bytes of the files that were sent, in order. */
function uploaded({ seen }: WireServer): string[] {
  return seen
    .filter(({ method, path }) => method === 'POST' && path === '/files')
    .map(({ body, headers }) => {
      const boundary = `--${/boundary=(.*)$/.exec(headers['content-type'] ?? '')?.[1]}`;
      const part = body.toString('latin1').split(boundary)[2] ?? '';
      return Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1').toString();
    });
}

const model = 'gpt-4.1-mini-2025-04-14';
const metadata = {
  finetune_action_repository: 'octo/data',
  finetune_action_commit: '0123456789abcdef0123456789abcdef01234567',
  finetune_action_run: '7/1 train fine-tune',
};
const simple = {
  string_check: {
    type: 'string_check',
    name: 'a',
    input: '{{sample.output_text}}',
    reference: '{{item.answer}}',
    operation: 'eq',
  },
};
const GRADERS: Record<string, object> = {
  ...simple,
  text_similarity: {
    type: 'text_similarity',
    name: 'b',
    input: '{{sample.output_text}}',
    reference: '{{item.answer}}',
    evaluation_metric: 'rouge_l',
  },
  python: { type: 'python', name: 'c', source: 'def grade(sample, item):\n  return 1.0' },
  score_model: {
    type: 'score_model',
    name: 'd',
    model: 'gpt-4.1',
    input: [{ role: 'user', content: 'Score {{sample.output_text}}' }],
    range: [0, 1],
  },
  multi: { type: 'multi', name: 'm', graders: { a: simple.string_check }, calculate_output: 'a' },
};

describe('what goes out', () => {
  test.each<[string, (number: number) => object, Record<string, string>, Record<string, unknown>]>([
    ['chat rows', chatRow, {}, {}],
    ['prompt and completion', completionRow, { method: 'supervised' }, { method: { type: 'supervised' } }],
    [
      'preferences',
      preferenceRow,
      { method: '{type: dpo, dpo: {hyperparameters: {beta: 0.1, n_epochs: auto}}}' },
      { method: { type: 'dpo', dpo: { hyperparameters: { beta: 0.1, n_epochs: 'auto' } } } },
    ],
    [
      'deprecated hyperparameters',
      chatRow,
      { hyperparameters: '{"n_epochs": 2, "learning_rate_multiplier": 0.5}' },
      { hyperparameters: { n_epochs: 2, learning_rate_multiplier: 0.5 } },
    ],
    [
      'everything else',
      chatRow,
      {
        seed: '0',
        suffix: 'a b',
        integrations: '[{type: wandb, wandb: {project: p, tags: [x]}}]',
        extra_body: '{trainingType: globalstandard, n: 1.5}',
        metadata: 'version=1.10',
      },
      {
        seed: 0,
        suffix: 'a b',
        integrations: [{ type: 'wandb', wandb: { project: 'p', tags: ['x'] } }],
        trainingType: 'globalstandard',
        n: 1.5,
        metadata: { ...metadata, version: '1.10' },
      },
    ],
  ])('%s', async (_, build, raw, expected) => {
    const wire = await server();
    const workspace = newFolder();
    const content = jsonl(many(12, build));
    write(workspace, 'train.jsonl', content);
    const { exitCode, outputs, errors, log } = await runAction({
      workspace,
      inputs: { base_url: wire.url, api_key: 'secret-key', model, training_file: 'train.jsonl', artifact_name: '', ...raw },
    });
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      fine_tuned_model: 'ft:m:org::1',
      trained_tokens: '1234',
      job_id: 'ftjob-1',
      training_file_id: 'file-1',
    });
    const body = createBody(wire);
    const { metadata: sent, ...rest } = body;
    expect(rest).toEqual({
      model,
      training_file: 'file-1',
      ...Object.fromEntries(Object.entries(expected).filter(([name]) => name !== 'metadata')),
    });
    expect(sent).toEqual({ ...metadata, finetune_action_fingerprint: outputs.fingerprint, ...Object(expected.metadata) });
    expect(requestFaults('POST', '/fine_tuning/jobs', body)).toEqual([]);
    expect(uploaded(wire)).toEqual([content]);
    expect(wire.seen.every(({ headers }) => headers.authorization === 'Bearer secret-key')).toBe(true);
    expect(log.split('\n').filter((line) => line.includes('secret-key') && !line.startsWith('::add-mask::'))).toEqual([]);
  });

  test.each(Object.entries(GRADERS))('reinforcement with a %s grader', async (_, grader) => {
    const wire = await server();
    const workspace = newFolder();
    write(workspace, 'train.jsonl', jsonl(many(12, reinforcementRow)));
    write(workspace, 'valid.jsonl', jsonl(many(4, (number) => reinforcementRow(number + 30))));
    const method = {
      type: 'reinforcement',
      reinforcement: { grader, hyperparameters: { reasoning_effort: 'low', eval_samples: 2 } },
    };
    const inputs = {
      base_url: wire.url,
      api_key: 'none',
      model,
      training_file: 'train.jsonl',
      validation_file: 'valid.jsonl',
      method: JSON.stringify(method),
      artifact_name: '',
    };
    const { exitCode, errors } = await runAction({ workspace, inputs });
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(createBody(wire)).toMatchObject({ method, validation_file: 'file-2' });
    expect(requestFaults('POST', '/fine_tuning/jobs', createBody(wire))).toEqual([]);
    expect(wire.seen.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  test('files by ID are not uploaded', async () => {
    const wire = await server();
    const { exitCode, outputs } = await runAction({
      inputs: {
        base_url: wire.url,
        api_key: 'key',
        model,
        training_file: 'file-abc',
        validation_file: 'file-def',
        artifact_name: '',
      },
    });
    expect(exitCode).toBe(0);
    expect(createBody(wire)).toMatchObject({ training_file: 'file-abc', validation_file: 'file-def' });
    expect(outputs).toMatchObject({ training_file_id: 'file-abc', validation_file_id: 'file-def' });
    expect(wire.seen.some(({ method, path }) => method === 'POST' && path === '/files')).toBe(false);
  });

  test('a job that fails: its cause in one line, in the outputs and at the top of the summary', async () => {
    const failed = {
      id: 'ftjob-1',
      status: 'failed',
      error: { code: 'invalid_training_file', message: 'Line 3 is ##[group]bad', param: 'training_file' },
    };
    const wire = await server(({ method, path }) =>
      method === 'POST' && path === '/fine_tuning/jobs' ? { body: failed } : undefined,
    );
    const { exitCode, errors, outputs, summary, log } = await runAction({
      inputs: { base_url: wire.url, api_key: 'key', model, training_file: 'file-abc', artifact_name: '' },
    });
    expect(exitCode).toBe(1);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('invalid_training_file');
    expect(outputs).toMatchObject({
      status: 'failed',
      error_code: 'invalid_training_file',
      error_message: expect.stringContaining('Line 3'),
    });
    expect(summary.split('\n')[0]).toContain('failed');
    expect(log).not.toContain('##[group]');
    expect(log.trimEnd().split('\n').at(-1)).toMatch(/^::error::/);
  });
});
