/**
 * The server that stands in for Together, driven by the vendor's own SDK as a plain client: it behaves as the vendor's software expects, and whatever goes
 * over its wire is what the description allows. Files are the exception: the SDK sends them by a client of its own, which Node refuses.
 */
import { afterEach, expect, test } from '@jest/globals';
import Client from 'together-ai';
import { type RunningPlatform, startPlatform } from './support/platform.ts';
import { Together, type TogetherOptions } from './support/platforms/together.ts';
import { chatRow, jsonl, many } from './support/rows.ts';

const running: RunningPlatform[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
});

async function driven(options: Partial<TogetherOptions> = {}) {
  const platform = await startPlatform({}, new Together(options));
  running.push(platform);
  const client = new Client({ apiKey: 'k', baseURL: platform.url, maxRetries: 0 });
  /** As the SDK sends a file, but with the word by which Node takes a stream. */
  const send = async (text: string): Promise<string> => {
    const pairs = new URLSearchParams({ purpose: 'fine-tune', file_name: 'train.jsonl', file_type: 'jsonl' });
    const authorization = 'Bearer k';
    const asked = await fetch(`${platform.url}/files?${pairs}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
      body: pairs.toString(),
    });
    expect(asked.status).toBe(302);
    const sent = await fetch(asked.headers.get('location') ?? '', { method: 'PUT', body: text });
    expect(sent.status).toBe(200);
    return asked.headers.get('x-together-file-id') ?? '';
  };
  return { platform, client, send };
}

const ROWS = jsonl(many(10, chatRow));

test('a job from its file to its end', async () => {
  const metrics = [{ 'train/loss': 2, 'train/global_step': 1 }];
  const checkpoint = { step: 1, created_at: '2026-11-26T10:00:00Z', path: 's3://x', checkpoint_type: 'Intermediate' };
  const { client, platform, send } = await driven({ metrics, checkpoints: () => [checkpoint] });
  const id = await send(ROWS);
  expect(await client.files.retrieve(id)).toMatchObject({
    id,
    filename: 'train.jsonl',
    bytes: ROWS.length,
    purpose: 'fine-tune',
  });
  expect((await client.files.list()).data.map((file) => file.id)).toEqual([id]);
  const model = 'Qwen/Qwen3-8B';
  expect(await client.fineTuning.modelLimits({ model_name: model })).toMatchObject({ model_name: model, max_num_epochs: 20 });
  expect(await client.fineTuning.estimatePrice({ training_file: id, model, n_epochs: 1 })).toMatchObject({
    estimation_available: true,
    estimated_total_price: 0.4,
  });
  const training_method = { method: 'sft', train_on_inputs: 'auto' } as const;
  const job = await client.fineTuning.create({
    training_file: id,
    model,
    n_epochs: 2,
    random_seed: 7,
    suffix: 'bot',
    training_method,
  });
  expect(job).toMatchObject({ status: 'pending', model, training_file: id });
  expect((await client.fineTuning.list()).data.map((one) => one.id)).toEqual([job.id]);
  const seen: string[] = [];
  while (seen.at(-1) !== 'completed' && seen.length < 9) seen.push((await client.fineTuning.retrieve(job.id)).status);
  expect(seen).toEqual(['queued', 'running', 'completed']);
  expect((await client.fineTuning.listEvents(job.id)).data).toMatchObject([{ object: 'fine-tune-event', type: 'job_pending' }]);
  expect((await client.fineTuning.listCheckpoints(job.id)).data).toEqual([checkpoint]);
  expect((await client.fineTuning.listMetrics(job.id)).metrics).toEqual(metrics);
  expect(await client.files.delete(id)).toMatchObject({ id, deleted: true });
  expect(platform.faults).toEqual([]);
});

test('a job that is cancelled, and what is not there', async () => {
  const { client, platform, send } = await driven({ life: ['running'] });
  const job = await client.fineTuning.create({ training_file: await send(ROWS), model: 'Qwen/Qwen3-8B' });
  expect(await client.fineTuning.cancel(job.id)).toMatchObject({ id: job.id, status: 'cancelled' });
  await expect(client.fineTuning.retrieve('ft-none')).rejects.toThrow(Client.NotFoundError);
  await expect(client.fineTuning.modelLimits({ model_name: 'none' })).rejects.toThrow(Client.NotFoundError);
  await expect(client.endpoints.retrieve('none')).rejects.toThrow(Client.NotFoundError);
  expect(platform.faults).toEqual([]);
});

test('an endpoint until it answers, and until it is gone', async () => {
  const { client, platform } = await driven();
  const [machine] = (await client.endpoints.listHardware({ model: 'acct/m' })).data;
  expect(machine?.pricing.cents_per_minute).toBe(10.5);
  const autoscaling = { min_replicas: 1, max_replicas: 1 };
  const made = await client.endpoints.create({ model: 'acct/m', hardware: machine?.id ?? '', autoscaling, display_name: 'bot' });
  const states: string[] = [];
  while (states.at(-1) !== 'STARTED' && states.length < 9) states.push((await client.endpoints.retrieve(made.id)).state);
  expect(states).toEqual(['STARTING', 'STARTED']);
  expect((await client.endpoints.list({ type: 'dedicated' })).data.map(({ id }) => id)).toEqual([made.id]);
  const answer = await client.chat.completions.create({ model: made.name, messages: [{ role: 'user', content: 'Hi' }] });
  expect(answer.choices[0]?.message?.content).toBe('Hi');
  expect((await client.endpoints.update(made.id, { state: 'STOPPED' })).state).toBe('STOPPING');
  await client.endpoints.delete(made.id);
  await expect(client.endpoints.retrieve(made.id)).rejects.toThrow(Client.NotFoundError);
  expect(platform.faults).toEqual([]);
});

test('a key that is missing is refused as the SDK understands it', async () => {
  const { platform } = await driven();
  const stranger = new Client({ apiKey: '', baseURL: platform.url, maxRetries: 0 });
  await expect(stranger.fineTuning.list()).rejects.toThrow(Client.AuthenticationError);
});
