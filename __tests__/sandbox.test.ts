import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import OpenAI, { toFile } from 'openai';
import { type Sandbox, startSandbox } from '../src/sandbox/server.ts';
import { newFolder } from './support/action.ts';
import { replyFaults, requestFaults, sayWhenAbsent } from './support/openapi.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow, reinforcementRow } from './support/rows.ts';

const entry = path.resolve('src', 'index.ts');
const faults: string[] = [];
const open: Sandbox[] = [];

/** The SDK as any client uses it, each request and reply held against OpenAI's own description. */
function clientOf(sandbox: Sandbox): OpenAI {
  return new OpenAI({
    baseURL: sandbox.url,
    apiKey: 'key',
    maxRetries: 0,
    fetch: async (url, init) => {
      const real = String(url).slice(sandbox.url.length);
      const method = init?.method ?? 'GET';
      if (typeof init?.body === 'string' && init.body.startsWith('{'))
        faults.push(...requestFaults(method, real, JSON.parse(init.body)).map((fault) => `${method} ${real}: request ${fault}`));
      const response = await fetch(url, init);
      if (response.headers.get('content-type')?.includes('json')) {
        faults.push(
          ...replyFaults(method, real, response.status, await response.clone().json()).map(
            (fault) => `${method} ${real}: reply ${fault}`,
          ),
        );
      }
      return response;
    },
  });
}

async function start(folder = newFolder('sandbox-')): Promise<{ sandbox: Sandbox; client: OpenAI; folder: string }> {
  const sandbox = await startSandbox({ folder, entry, apiKey: 'key' });
  open.push(sandbox);
  return { sandbox, client: clientOf(sandbox), folder };
}

const upload = async (client: OpenAI, content: string, name = 'train.jsonl') =>
  client.files.create({ file: await toFile(Buffer.from(content), name), purpose: 'fine-tune' });
const MODEL = 'gpt-4.1-mini-2025-04-14';

async function until(client: OpenAI, id: string, when: (job: OpenAI.FineTuning.FineTuningJob) => boolean) {
  for (;;) {
    const job = await client.fineTuning.jobs.retrieve(id);
    if (when(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const over = (job: { status: string }) => ['succeeded', 'failed', 'cancelled'].includes(job.status);

beforeAll(sayWhenAbsent);
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});
afterAll(() => expect(faults).toEqual([]));

describe('the SDK as a plain client', () => {
  test('files: up, listed, read back byte for byte, removed', async () => {
    const { client } = await start();
    const content = `${jsonl(many(3, chatRow))}{"prompt":"\u00fc\\r\\n--x","completion":"y"}`;
    const file = await upload(client, content);
    expect(file).toMatchObject({
      object: 'file',
      bytes: Buffer.byteLength(content),
      filename: 'train.jsonl',
      purpose: 'fine-tune',
    });
    expect((await client.files.waitForProcessing(file.id, { pollInterval: 20 })).status).toBe('processed');
    expect(await (await client.files.content(file.id)).text()).toBe(content);
    const names: string[] = [];
    for await (const listed of client.files.list({ purpose: 'fine-tune', limit: 1 })) names.push(listed.id);
    expect(names).toEqual([file.id]);
    expect(await client.files.delete(file.id)).toMatchObject({ deleted: true });
    await expect(client.files.retrieve(file.id)).rejects.toMatchObject({ status: 404 });
  });

  test('uploads in parts, put together in the order that is asked', async () => {
    const { client } = await start();
    const content = Buffer.from(jsonl(many(40, chatRow)));
    const cut = 777;
    const begun = await client.uploads.create({
      filename: 'big.jsonl',
      purpose: 'fine-tune',
      bytes: content.length,
      mime_type: 'text/jsonl',
    });
    const second = await client.uploads.parts.create(begun.id, { data: await toFile(content.subarray(cut), 'b') });
    const first = await client.uploads.parts.create(begun.id, { data: await toFile(content.subarray(0, cut), 'a') });
    await expect(client.uploads.complete(begun.id, { part_ids: [first.id] })).rejects.toMatchObject({ status: 400 });
    await expect(client.uploads.complete(begun.id, { part_ids: [first.id, second.id], md5: '0' })).rejects.toMatchObject({
      status: 400,
    });
    const done = await client.uploads.complete(begun.id, { part_ids: [first.id, second.id] });
    expect(done.status).toBe('completed');
    expect(await (await client.files.content(done.file?.id ?? '')).text()).toBe(String(content));
    const other = await client.uploads.create({ filename: 'x.jsonl', purpose: 'fine-tune', bytes: 1, mime_type: 'text/jsonl' });
    expect((await client.uploads.cancel(other.id)).status).toBe('cancelled');
    await expect(client.uploads.parts.create(other.id, { data: await toFile(content, 'a') })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('a job from its creation to its model, with events, checkpoints, models and the result file', async () => {
    const { client } = await start();
    const training = await upload(client, jsonl(many(24, chatRow)));
    const validation = await upload(client, jsonl(many(6, (number) => chatRow(number + 50))), 'valid.jsonl');
    const created = await client.fineTuning.jobs.create({
      model: MODEL,
      training_file: training.id,
      validation_file: validation.id,
      suffix: 'sums',
      seed: 0,
      metadata: { team: 'a/b c' },
      integrations: [{ type: 'wandb', wandb: { project: 'p' } }],
      method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: 3, batch_size: 'auto' } } },
    });
    expect(created).toMatchObject({ status: 'validating_files', fine_tuned_model: null, trained_tokens: null, seed: 0 });
    const job = await until(client, created.id, over);
    expect(job).toMatchObject({
      status: 'succeeded',
      fine_tuned_model: expect.stringMatching(/^ft:gpt-4\.1-mini-2025-04-14:sandbox:sums:\w{8}$/),
    });
    expect(job.method).toEqual({
      type: 'supervised',
      supervised: { hyperparameters: { n_epochs: 3, batch_size: 1, learning_rate_multiplier: 1 } },
    });
    const events: OpenAI.FineTuning.FineTuningJobEvent[] = [];
    for await (const event of client.fineTuning.jobs.listEvents(job.id, { limit: 7 })) events.push(event);
    const metrics = events.filter(({ type }) => type === 'metrics');
    expect(metrics).toHaveLength(72);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(metrics[0]?.data).toMatchObject({ step: 72, total_steps: 72, full_valid_loss: expect.any(Number) });
    const checkpoints: OpenAI.FineTuning.Jobs.FineTuningJobCheckpoint[] = [];
    for await (const checkpoint of client.fineTuning.jobs.checkpoints.list(job.id, { limit: 2 })) checkpoints.push(checkpoint);
    expect(checkpoints.map(({ step_number }) => step_number)).toEqual([72, 48, 24]);
    const losses = checkpoints.map(({ metrics: { train_loss } }) => train_loss ?? 0);
    expect(losses[0]).toBeLessThan(losses[2] ?? 0);
    const csv = Buffer.from(await (await client.files.content(job.result_files[0] ?? '')).text(), 'base64').toString();
    expect(csv.split('\n')[0]).toBe('step,train_loss,train_accuracy,valid_loss,valid_mean_token_accuracy');
    expect(csv.trim().split('\n')).toHaveLength(73);
    expect((await client.models.retrieve(job.fine_tuned_model ?? '')).id).toBe(job.fine_tuned_model);
    const listed: string[] = [];
    for await (const one of client.fineTuning.jobs.list({ metadata: { team: 'a/b c' } })) listed.push(one.id);
    expect(listed).toEqual([job.id]);
    expect((await client.fineTuning.jobs.list({ metadata: { team: 'other' } })).data).toEqual([]);

    const further = await client.fineTuning.jobs.create({
      model: job.fine_tuned_model ?? '',
      training_file: training.id,
      seed: 0,
    });
    await until(client, further.id, over);
    const first = (await client.fineTuning.jobs.listEvents(further.id, { limit: 100 })).data.findLast(
      ({ type }) => type === 'metrics',
    );
    expect(Reflect.get(Object(first?.data), 'train_loss')).toBeLessThan(losses[2] ?? 0);
    expect(await client.models.delete(job.fine_tuned_model ?? '')).toMatchObject({ deleted: true });
  });

  test.each<[string, (number: number) => object, object, string]>([
    ['dpo', preferenceRow, { type: 'dpo', dpo: { hyperparameters: { n_epochs: 2 } } }, 'train_mean_reward_margin'],
    ['completions', completionRow, { type: 'supervised' }, 'train_loss'],
    [
      'reinforcement',
      reinforcementRow,
      {
        type: 'reinforcement',
        reinforcement: {
          grader: {
            type: 'multi',
            name: 'm',
            graders: {
              exact: {
                type: 'string_check',
                name: 'exact',
                input: '{{sample.output_text}}',
                reference: '{{item.answer}}',
                operation: 'eq',
              },
            },
            calculate_output: 'exact',
          },
          response_format: { type: 'json_schema' },
        },
      },
      'full_valid_mean_reward',
    ],
  ])('%s', async (_, build, method, metric) => {
    const { client } = await start();
    const training = await upload(client, jsonl(many(12, build)));
    const validation = await upload(client, jsonl(many(4, (number) => build(number + 20))), 'valid.jsonl');
    const body = { model: MODEL, training_file: training.id, validation_file: validation.id, method };
    const { id } = await client.post<{ id: string }>('/fine_tuning/jobs', { body });
    const job = await until(client, id, over);
    expect(job.error).toMatchObject({ message: null });
    expect(job.status).toBe('succeeded');
    const { data } = await client.fineTuning.jobs.checkpoints.list(job.id);
    expect(data[0]?.metrics).toHaveProperty(metric);
  });

  test('pause, resume and cancel; each refused where it cannot be', async () => {
    const { client } = await start();
    const training = await upload(client, jsonl(many(400, chatRow)));
    const begin = () =>
      client.fineTuning.jobs.create({
        model: MODEL,
        training_file: training.id,
        seed: 3,
        hyperparameters: { n_epochs: 20, batch_size: 4 },
      });
    const job = await begin();
    await until(client, job.id, ({ status }) => status === 'running');
    const waiting = await begin();
    expect(waiting.status).toBe('validating_files');
    const paused = await client.fineTuning.jobs.pause(job.id);
    expect(paused.status).toBe('paused');
    await expect(client.fineTuning.jobs.pause(job.id)).rejects.toMatchObject({ status: 400, code: 'invalid_state' });
    expect((await client.fineTuning.jobs.cancel(waiting.id)).status).toBe('cancelled');
    expect((await client.fineTuning.jobs.resume(job.id)).status).toMatch(/queued|running|validating_files/);
    await expect(client.fineTuning.jobs.resume(waiting.id)).rejects.toMatchObject({ status: 400 });
    expect((await client.fineTuning.jobs.cancel(job.id)).status).toBe('cancelled');
    await expect(client.fineTuning.jobs.cancel(job.id)).rejects.toMatchObject({ status: 400 });
    expect((await client.fineTuning.jobs.retrieve(job.id)).trained_tokens).toBeNull();
  });

  test('a bad row fails the job and names its line', async () => {
    const { client } = await start();
    const training = await upload(client, `${jsonl(many(3, chatRow))}{"messages":[{"role":"user","content":"x"}]}\n`);
    const job = await until(client, (await client.fineTuning.jobs.create({ model: MODEL, training_file: training.id })).id, over);
    expect(job).toMatchObject({
      status: 'failed',
      error: { code: 'invalid_training_file', param: 'training_file', message: expect.stringContaining('line 4') },
    });
  });
});

describe('strict checks', () => {
  test.each<[string, number, (client: OpenAI, file: string) => Promise<unknown>, string]>([
    [
      'an unknown field',
      400,
      (client, file) => client.post('/fine_tuning/jobs', { body: { model: MODEL, training_file: file, epochs: 3 } }),
      'epochs',
    ],
    [
      'too many epochs',
      400,
      (client, file) =>
        client.post('/fine_tuning/jobs', { body: { model: MODEL, training_file: file, hyperparameters: { n_epochs: 51 } } }),
      'n_epochs',
    ],
    [
      'method and hyperparameters',
      400,
      (client, file) =>
        client.post('/fine_tuning/jobs', {
          body: { model: MODEL, training_file: file, hyperparameters: {}, method: { type: 'supervised' } },
        }),
      'both',
    ],
    ['no model', 400, (client, file) => client.post('/fine_tuning/jobs', { body: { training_file: file } }), 'model'],
    [
      'a foreign fine-tuned model',
      404,
      (client, file) => client.post('/fine_tuning/jobs', { body: { model: 'ft:x:y::z', training_file: file } }),
      'does not exist',
    ],
    [
      'a file that is not there',
      400,
      (client) => client.post('/fine_tuning/jobs', { body: { model: MODEL, training_file: 'file-0' } }),
      'training_file',
    ],
    [
      'a long suffix',
      400,
      (client, file) => client.post('/fine_tuning/jobs', { body: { model: MODEL, training_file: file, suffix: 'x'.repeat(65) } }),
      'suffix',
    ],
    ['an unknown query parameter', 400, (client) => client.get('/fine_tuning/jobs', { query: { page: 2 } }), 'page'],
    ['a limit out of range', 400, (client) => client.get('/fine_tuning/jobs', { query: { limit: 101 } }), 'limit'],
    ['a cursor that is not there', 400, (client) => client.get('/fine_tuning/jobs', { query: { after: 'x' } }), 'after'],
    ['an unknown address', 404, (client) => client.get('/nothing'), 'Invalid URL'],
    ['a wrong method', 405, (client) => client.delete('/fine_tuning/jobs'), 'Not allowed'],
    ['a job that is not there', 404, (client) => client.get('/fine_tuning/jobs/ftjob-0'), 'Could not find'],
    [
      'a wrong purpose',
      400,
      async (client) => client.files.create({ file: await toFile(Buffer.from('{}'), 'a.jsonl'), purpose: 'batch' }),
      'purpose',
    ],
    [
      'a wrong name',
      400,
      async (client) => client.files.create({ file: await toFile(Buffer.from('{}'), 'a.csv'), purpose: 'fine-tune' }),
      'jsonl',
    ],
    [
      'an empty file',
      400,
      async (client) => client.files.create({ file: await toFile(Buffer.from(''), 'a.jsonl'), purpose: 'fine-tune' }),
      'empty',
    ],
    [
      'no file',
      400,
      (client) => client.post('/files', { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=b' } }),
      'boundary',
    ],
    ['no multipart', 400, (client) => client.post('/files', { body: { a: 1 } }), 'multipart'],
    [
      'a reinforcement job without validation',
      400,
      (client, file) =>
        client.post('/fine_tuning/jobs', {
          body: {
            model: MODEL,
            training_file: file,
            method: { type: 'reinforcement', reinforcement: { grader: { type: 'lambda' } } },
          },
        }),
      'validation',
    ],
  ])('%s: %d', async (_, status, call, words) => {
    const { client } = await start();
    const before = faults.length;
    const file = await upload(client, jsonl(many(2, chatRow)));
    await expect(call(client, file.id)).rejects.toMatchObject({ status, message: expect.stringContaining(words) });
    // These requests are wrong on purpose.
    faults.splice(before);
  });

  test('a wrong key', async () => {
    const { sandbox } = await start();
    await expect(new OpenAI({ baseURL: sandbox.url, apiKey: 'other', maxRetries: 0 }).models.list()).rejects.toMatchObject({
      status: 401,
      code: 'invalid_api_key',
    });
    expect((await fetch(`${sandbox.url}/models`, { headers: { 'api-key': 'key' } })).status).toBe(200);
  });
});

describe('its memory', () => {
  test('closed in the middle of training and opened again, it goes on and ends as if nothing had happened', async () => {
    const folder = newFolder('sandbox-');
    const first = await start(folder);
    const training = await upload(first.client, jsonl(many(120, chatRow)));
    const body = { model: MODEL, training_file: training.id, seed: 5, hyperparameters: { n_epochs: 12, batch_size: 2 } };
    const { id } = await first.client.fineTuning.jobs.create(body);
    const seen = async (client: OpenAI) =>
      (await client.fineTuning.jobs.listEvents(id, { limit: 100 })).data.filter(({ type }) => type === 'metrics').length;
    while ((await seen(first.client)) < 5) await new Promise((resolve) => setTimeout(resolve, 10));
    await first.sandbox.close();
    expect(JSON.stringify(readFileSync(path.join(folder, 'journal.jsonl'), 'utf8'))).not.toContain('completed');
    appendFileSync(path.join(folder, 'journal.jsonl'), '{"put":"job","val');

    const second = await start(folder);
    const job = await until(second.client, id, over);
    expect(job.status).toBe('succeeded');
    const whole = await start();
    const again = await upload(whole.client, jsonl(many(120, chatRow)));
    const other = await until(
      whole.client,
      (await whole.client.fineTuning.jobs.create({ ...body, training_file: again.id })).id,
      over,
    );
    expect(job.trained_tokens).toBe(other.trained_tokens);
    const csv = async (client: OpenAI, file: string | undefined) =>
      Buffer.from(await (await client.files.content(file ?? '')).text(), 'base64').toString();
    expect(await csv(second.client, job.result_files[0])).toBe(await csv(whole.client, other.result_files[0]));
  });

  test('a second server on a live folder is refused; the lock of a dead one is taken over', async () => {
    const folder = newFolder('sandbox-');
    await start(folder);
    await expect(startSandbox({ folder, entry, apiKey: 'key' })).rejects.toThrow('in use by process');
    const killed = newFolder('sandbox-');
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.on('close', resolve));
    writeFileSync(path.join(killed, 'lock'), String(child.pid));
    await expect(start(killed)).resolves.toBeDefined();
  });
});
