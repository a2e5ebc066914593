import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { get_encoding } from 'tiktoken';
import { newFolder, runAction } from '../support/action.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';

const MODEL = 'gpt-4.1-mini-2025-04-14';
const shared = path.resolve('..', 'shared', 'data');
const sandbox = { provider: 'sandbox', model: MODEL, artifact_name: '' };
const GRADER =
  '{type: string_check, name: target, input: "{{sample.output_json.result}}", reference: "{{item.target}}", operation: eq}';
const METHODS: Record<string, string> = {
  'orca-dpo': 'dpo',
  'countdown-rft': `{type: reinforcement, reinforcement: {grader: ${GRADER}, response_format: {type: json_schema, json_schema: {name: r, schema: {}}}, hyperparameters: {n_epochs: 2}}}`,
};

/** The bytes of every file that the sandbox holds, by their SHA-256. */
function held(temp: string): string[] {
  const folder = path.join(temp, 'fine-tune-sandbox', 'blobs');
  return readdirSync(folder).map((name) =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex'),
  );
}
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

interface ChatMessage {
  readonly role: string;
  readonly content: string;
}

/** The cookbook's recipe over another tokenizer, for rows of plain messages. */
function independentTokens(file: string): number {
  const encoding = get_encoding('o200k_base');
  const count = (text: string) => encoding.encode_ordinary(text).length;
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): { messages: ChatMessage[] } => JSON.parse(line));
  const total = rows.reduce(
    (sum, { messages }) => sum + 1 + messages.reduce((inner, { role, content }) => inner + 3 + count(role) + count(content), 0),
    0,
  );
  encoding.free();
  return total;
}

describe('create, in the sandbox', () => {
  test('five rows: the number of trained tokens is the one worked out by hand', async () => {
    const workspace = newFolder();
    const answers = ['Hello', 'Hi there', 'Yes', 'No', 'Good morning'];
    const rows = answers.map((content) => ({
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content },
      ],
    }));
    write(workspace, 'five.jsonl', jsonl(rows));
    const method = '{type: supervised, supervised: {hyperparameters: {n_epochs: 4}}}';
    const { exitCode, outputs, log } = await runAction({
      workspace,
      inputs: { ...sandbox, training_file: 'five.jsonl', method },
    });
    expect(exitCode).toBe(0);
    // A row: 1 for the row, 3 for each of 2 messages, 1 for each role, 1 for "Hello": 10, and the answer: 1, 2, 1, 1, 2 tokens.
    // 11 + 12 + 11 + 11 + 12 = 57 tokens an epoch; 4 epochs: 228.
    expect(outputs.trained_tokens).toBe('228');
    expect(outputs.estimated_tokens).toBe('228');
    expect(outputs.examples).toBe('5');
    expect(outputs.estimated_cost_usd).toBe('0.00');
    expect(log).toMatch(
      /Expected: 228 tokens over 4 epochs; \$0\.00 \(the sandbox costs nothing\); on OpenAI it would cost under \$0\.01 \(US\$ 5 /,
    );
  });

  test("the project's own data: a job, a model, all outputs, a summary", async () => {
    const workspace = newFolder();
    cpSync('examples/data', workspace, { recursive: true });
    const inputs = {
      ...sandbox,
      training_file: 'support.train.jsonl',
      validation_file: 'support.valid.jsonl',
      suffix: 'demo',
      seed: '0',
      metadata: 'team=docs',
    };
    const { exitCode, outputs, summary, temp, state, errors } = await runAction({ workspace, inputs });
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      status: 'succeeded',
      fine_tuned_model: expect.stringMatching(/^ft:gpt-4\.1-mini-2025-04-14:sandbox:demo:\w{8}$/),
      trained_tokens: String(3 * independentTokens('examples/data/support.train.jsonl')),
      reused: 'false',
      reason: 'no identical job exists',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      valid: 'true',
      examples: '89',
    });
    expect(JSON.parse(outputs.best_checkpoint ?? '')).toMatchObject({ model: expect.stringContaining(':ckpt-step-') });
    expect(JSON.parse(outputs.metrics ?? '')).toMatchObject({
      train_loss: expect.any(Number),
      full_valid_loss: expect.any(Number),
    });
    expect(JSON.parse(outputs.job ?? '')).toMatchObject({ id: outputs.job_id, seed: 0, metadata: { team: 'docs' } });
    expect(JSON.parse(outputs.result_files ?? '')).toHaveLength(1);
    expect(state.isPost).toBe('true');
    expect(JSON.parse(state.job_of_fine_tune ?? '')).toMatchObject({ phase: 'ended', jobId: outputs.job_id });
    expect(summary).toContain(outputs.fine_tuned_model);
    expect(summary.indexOf(outputs.fine_tuned_model ?? '?')).toBeLessThan(200);
    expect(summary).toContain('```mermaid');
    expect(readFileSync(outputs.report_path ?? '', 'utf8')).toBe(summary);
    const result = JSON.parse(readFileSync(path.join(path.dirname(outputs.report_path ?? ''), 'result.json'), 'utf8'));
    expect(result).toMatchObject({ version: 2, ending: 'succeeded', job: { fine_tuned_model: outputs.fine_tuned_model } });
    for (const name of ['support.train.jsonl', 'support.valid.jsonl'])
      expect(held(temp)).toContain(sha256(path.join('examples/data', name)));
  });

  test('a second step finds the job of the first, and its files; the sandbox goes on in the same folder', async () => {
    const workspace = newFolder();
    write(workspace, 'a.jsonl', jsonl(many(12, chatRow)));
    const first = await runAction({ workspace, inputs: { ...sandbox, training_file: 'a.jsonl' } });
    const second = await runAction({ workspace, temp: first.temp, inputs: { ...sandbox, training_file: 'a.jsonl' } });
    expect(second.outputs).toMatchObject({
      reused: 'true',
      job_id: first.outputs.job_id,
      fine_tuned_model: first.outputs.fine_tuned_model,
    });
    const anew = await runAction({
      workspace,
      temp: first.temp,
      inputs: { ...sandbox, training_file: 'a.jsonl', reuse: 'false' },
    });
    expect(anew.outputs).toMatchObject({
      reused: 'false',
      status: 'succeeded',
      // The name of the training file says which job it belongs to, so another job has a file of its own.
      training_file_id: expect.not.stringMatching(first.outputs.training_file_id ?? ''),
    });
    expect(anew.outputs.job_id).not.toBe(first.outputs.job_id);
  });

  test('a job that one step only creates is watched to its end by the next', async () => {
    const workspace = newFolder();
    write(workspace, 'a.jsonl', jsonl(many(200, chatRow)));
    const inputs = { ...sandbox, training_file: 'a.jsonl', hyperparameters: '{n_epochs: 20}' };
    const begun = await runAction({ workspace, inputs: { ...inputs, wait: 'false' } });
    expect(begun.exitCode).toBe(0);
    expect(begun.outputs.status).not.toBe('succeeded');
    const ended = await runAction({ workspace, temp: begun.temp, inputs });
    expect(ended.outputs).toMatchObject({ job_id: begun.outputs.job_id, reused: 'true', status: 'succeeded' });
  });

  test('several files and a glob are joined, with a newline where one is missing', async () => {
    const workspace = newFolder();
    const [one = {}, two = {}, three = {}] = many(3, chatRow);
    write(workspace, 'b/2.jsonl', jsonl([two]));
    write(workspace, 'b/1.jsonl', JSON.stringify(one));
    write(workspace, 'c.jsonl', JSON.stringify(three));
    const { outputs, temp } = await runAction({ workspace, inputs: { ...sandbox, training_file: 'b/*.jsonl\nc.jsonl' } });
    expect(outputs).toMatchObject({ status: 'succeeded', examples: '3' });
    const joined = `${JSON.stringify(one)}\n${JSON.stringify(two)}\n${JSON.stringify(three)}`;
    expect(held(temp)).toContain(createHash('sha256').update(joined).digest('hex'));
  });

  test.each(['gsm8k', 'tool-calling', 'orca-dpo', 'countdown-rft'])('the shared %s data', async (name) => {
    if (!existsSync(shared)) return console.log(`The shared data is not here; ${name} was not trained.`);
    const inputs = {
      ...sandbox,
      training_file: path.join(shared, `${name}.train.jsonl`),
      validation_file: path.join(shared, `${name}.valid.jsonl`),
      method: METHODS[name],
      allow_paths: shared,
    };
    const { exitCode, outputs, errors, temp, summary } = await runAction({ inputs });
    expect(errors).toEqual([]);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ status: 'succeeded', valid: 'true', trained_tokens: outputs.estimated_tokens });
    for (const part of ['train', 'valid']) expect(held(temp)).toContain(sha256(path.join(shared, `${name}.${part}.jsonl`)));
    if (name === 'gsm8k') expect(outputs.trained_tokens).toBe(String(3 * independentTokens(inputs.training_file)));
    expect(summary).toContain('xychart-beta');
  });
});
