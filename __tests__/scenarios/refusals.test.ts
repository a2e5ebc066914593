import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { startPlatform } from '../support/platform.ts';
import { chatRow, completionRow, jsonl, many, preferenceRow, write } from '../support/rows.ts';
import { wireServer } from '../support/wire.ts';

const model = 'gpt-4.1-mini-2025-04-14';

function workspaceWith(content: string): string {
  const workspace = newFolder();
  write(workspace, 'train.jsonl', content);
  return workspace;
}
const good = () => workspaceWith(jsonl(many(12, chatRow)));
const foreign = {
  pull_request: { head: { repo: { full_name: 'someone/else' } } },
  repository: { full_name: 'octo/data', private: false },
};

describe('bad input', () => {
  test('several at once: one closing error, exit 1, nothing sent', async () => {
    const wire = await wireServer(() => ({}));
    const { exitCode, errors, log, summary } = await runAction({
      workspace: good(),
      inputs: { base_url: wire.url, api_key: 'k', model, training_file: 'train.jsonl', seed: '-1', wait: 'perhaps' },
    });
    await wire.close();
    expect(exitCode).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^2 inputs are wrong: .*seed is "-1".*wait is "perhaps"/)]);
    expect(log).not.toMatch(/^\s+at /m);
    expect(wire.seen).toEqual([]);
    // Each by itself, in the log and on the page.
    expect(log).toMatch(/^Input seed is "-1".*\nInput wait is "perhaps".*$/m);
    expect(summary).toMatch(/^> \*\*Cause:\*\* 2 inputs are wrong\.\n>\n> - Input seed .*\n> - Input wait /m);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a setting in a place that the API does not read',
      { method: '{type: supervised, n_epochs: 2}' },
      'Move it to method.supervised.hyperparameters.n_epochs.',
    ],
    ['a setting that is misspelt', { hyperparameters: '{"epochs":3}' }, 'Did you mean n_epochs?'],
    [
      'a setting that is no input',
      { n_epochs: '2' },
      'There is no input n_epochs. It belongs to method: {type: supervised, supervised: {hyperparameters: {n_epochs: 2}}}',
    ],
    ['an input with a hyphen', { 'training-file': 'train.jsonl' }, 'Did you mean training_file?'],
    ['two pairs in a line', { metadata: 'branch=main, team=nlp' }, 'Write one pair a line, or a map: {branch: main, team: nlp}.'],
    [
      '16 pairs of metadata',
      { metadata: Array.from({ length: 16 }, (_, index) => `k${index}=v`).join('\n') },
      'at most 15 pairs',
    ],
  ])('a slip is never paid for: %s', async (_, slip, words) => {
    const wire = await wireServer(() => ({}));
    const { exitCode, errors } = await runAction({
      workspace: good(),
      inputs: { base_url: wire.url, api_key: 'k', model, training_file: 'train.jsonl', ...slip },
    });
    await wire.close();
    expect(exitCode).toBe(1);
    expect(errors).toEqual([expect.stringContaining(words)]);
    expect(wire.seen).toEqual([]);
  });

  test('epochs that extra_body sets count in the estimate and in its limits', async () => {
    const tokens = async (extra_body: string, more: Record<string, string> = {}) =>
      runAction({
        workspace: good(),
        inputs: { operation: 'validate', provider: 'openai', model, training_file: 'train.jsonl', extra_body, ...more },
      });
    const [once, often] = await Promise.all(
      ['{hyperparameters: {n_epochs: 1}}', '{hyperparameters: {n_epochs: 8}}'].map((text) => tokens(text)),
    );
    expect(Number(often?.outputs.estimated_tokens)).toBe(8 * Number(once?.outputs.estimated_tokens));
    const limit = { max_tokens: String(once?.outputs.estimated_tokens) };
    expect((await tokens('{hyperparameters: {n_epochs: 1}}', limit)).exitCode).toBe(0);
    expect((await tokens('{hyperparameters: {n_epochs: 8}}', limit)).exitCode).toBe(1);
  });

  test('what only the server knows goes through extra_body, key by key', async () => {
    const platform = await startPlatform();
    const { exitCode, warnings } = await runAction({
      workspace: good(),
      inputs: {
        base_url: platform.url,
        api_key: 'k',
        model,
        training_file: 'train.jsonl',
        wait: 'false',
        method: '{type: supervised, supervised: {hyperparameters: {n_epochs: 2}}}',
        extra_body: '{method: {supervised: {hyperparameters: {lora_r: 16}}}}',
        zebra: 'x',
      },
    });
    await platform.close();
    expect(exitCode).toBe(0);
    expect(platform.jobs[0]?.body.method).toEqual({
      type: 'supervised',
      supervised: { hyperparameters: { n_epochs: 2, lora_r: 16 } },
    });
    expect(warnings).toContain('There is no input zebra, so it is ignored.');
  });

  test.each([
    ['missing.jsonl', 'there is no file missing.jsonl'],
    ['*.csv', 'no file matches the glob *.csv'],
    ['train.jsonl\nfile-abc123', 'mixes the path train.jsonl with the ID file-abc123'],
    ['/etc/passwd', 'allow_paths'],
    ['.', '. is a folder. Give its files'],
  ])('training_file %j', async (training_file, words) => {
    const { exitCode, errors } = await runAction({ workspace: good(), inputs: { provider: 'sandbox', model, training_file } });
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toContain(words);
  });

  test('a missing credential names the variable', async () => {
    const { exitCode, errors } = await runAction({ workspace: good(), inputs: { model, training_file: 'train.jsonl' } });
    expect(exitCode).toBe(1);
    expect(errors).toEqual([expect.stringContaining('OPENAI_API_KEY')]);
  });
});

describe('what is known of a model', () => {
  const validate = (inputs: Readonly<Record<string, string>>, content = jsonl(many(12, chatRow))) =>
    runAction({
      workspace: workspaceWith(content),
      inputs: { operation: 'validate', provider: 'openai', training_file: 'train.jsonl', ...inputs },
    });

  test.each([
    ['a model that is gone', { model: 'gpt-4.1-nano-2025-04-14' }, 'was shut down on 2026-10-23'],
    [
      'a trained model whose base is gone',
      { model: 'ft:gpt-3.5-turbo-0125:acme::AbC' },
      'The base model gpt-3.5-turbo-0125 was shut down',
    ],
    [
      'a model that lives too short',
      { model, min_model_days: '120' },
      'is shut down on 2027-01-14, in 49 days, and min_model_days is 120',
    ],
    ['a method', { model: 'gpt-4o-mini-2024-07-18', method: 'dpo' }, 'does not train gpt-4o-mini-2024-07-18 by dpo'],
    ['a format', { model: 'babbage-002', min_model_days: '0' }, 'takes prompt and completion'],
  ])('%s is refused without a key', async (what, inputs, words) => {
    const rows = what === 'a method' ? jsonl(many(12, preferenceRow)) : undefined;
    const { exitCode, errors } = await validate(inputs, rows);
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toContain(words);
  });

  test('what ends soon and what is closed to some is said; a model that nobody knows is not judged', async () => {
    const known = await validate({ model });
    expect(known).toMatchObject({ exitCode: 0, outputs: { valid: 'true' } });
    expect(known.warnings.join('\n')).toMatch(
      /shut down on 2027-01-14, in 49 days[\s\S]*From 2027-01-06 \(in 41 days\) OpenAI creates no jobs/,
    );
    expect(known.log).toContain('::notice::Since 2026-05-07 OpenAI creates no jobs for organisations that had never fine-tuned.');
    expect(known.summary).toContain('2027');
    const unknown = await validate({ model: 'gpt-9', method: 'supervised' });
    expect(unknown.warnings.join('\n')).not.toContain('shut down');
  });

  test('where no platform was chosen, nothing is refused for its days', async () => {
    const inputs = { operation: 'validate', training_file: 'train.jsonl', model: 'gpt-4.1-nano-2025-04-14' };
    const { exitCode, warnings } = await runAction({ workspace: good(), inputs });
    expect(exitCode).toBe(0);
    expect(warnings.join()).toContain('was shut down on 2026-10-23');
  });

  test('another address under a name may have models of another life', async () => {
    const { exitCode, warnings } = await validate({
      model: 'gpt-4.1-nano-2025-04-14',
      base_url: 'https://gateway.example.com/v1',
    });
    expect({ exitCode, warnings }).toEqual({ exitCode: 0, warnings: [] });
  });
});

describe('bad data', () => {
  test('every problem on its line, at most nine annotations, the verdict last, nothing sent', async () => {
    const wire = await wireServer(() => ({}));
    const bad = many(40, (number) =>
      number % 2 === 0 ? chatRow(number) : { messages: [{ role: 'user', content: `::error::${number}` }] },
    );
    const { exitCode, errors, warnings, outputs, summary } = await runAction({
      workspace: workspaceWith(`${jsonl(bad)}{"a":1,}\n`),
      inputs: { base_url: wire.url, api_key: 'k', model, training_file: 'train.jsonl' },
    });
    await wire.close();
    expect(exitCode).toBe(1);
    expect(wire.seen).toEqual([]);
    expect(errors.length + warnings.length).toBeLessThanOrEqual(10);
    expect(errors.at(-1)).toContain('The data has 21 errors; nothing was uploaded');
    expect(errors.join()).toContain('19 more like it');
    expect(errors.every((error) => error.length < 1000)).toBe(true);
    expect(outputs).toMatchObject({ valid: 'false', examples: '41' });
    expect(summary).toContain('chat/no-assistant-message');
  });

  test('validate passes good data without a key, and refuses an ID', async () => {
    const passed = await runAction({ workspace: good(), inputs: { operation: 'validate', training_file: 'train.jsonl', model } });
    expect(passed).toMatchObject({ exitCode: 0, errors: [], outputs: { valid: 'true', examples: '12' } });
    const refused = await runAction({ workspace: good(), inputs: { operation: 'validate', training_file: 'file-abc123' } });
    expect(refused).toMatchObject({ exitCode: 1, errors: [expect.stringContaining('file-abc123')] });
  });

  test('strict: true does not stop for line ends that harm nobody', async () => {
    const content = `${jsonl(many(12, chatRow)).replaceAll('\n', '\r\n')}\r\n`;
    const inputs = { operation: 'validate', training_file: 'train.jsonl', strict: 'true' };
    const { exitCode, warnings, errors } = await runAction({ workspace: workspaceWith(content), inputs });
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: [] });
    expect(warnings.join()).toContain(
      "Lines end in CR LF. Convert it: tr -d '\\r' < FILE > NEW (or, where a checkout made them, a line *.jsonl text eol=lf in .gitattributes) (file/crlf)",
    );
  });

  test('validation data in another format is refused', async () => {
    const workspace = good();
    write(workspace, 'valid.jsonl', jsonl(many(12, completionRow)));
    const inputs = { operation: 'validate', training_file: 'train.jsonl', validation_file: 'valid.jsonl', model: 'some-model' };
    const { exitCode, errors } = await runAction({ workspace, inputs });
    expect(exitCode).toBe(1);
    expect(errors.at(-1)).toContain('valid.jsonl: The validation data is in the completion format, the training data in chat.');
  });

  test('strict makes warnings count', async () => {
    const workspace = workspaceWith(jsonl([...many(12, chatRow), chatRow(3)]));
    const inputs = { operation: 'validate', training_file: 'train.jsonl' };
    expect(await runAction({ workspace, inputs })).toMatchObject({
      exitCode: 0,
      warnings: [expect.stringContaining('The row is the same as')],
    });
    expect(await runAction({ workspace, inputs: { ...inputs, strict: 'true' } })).toMatchObject({
      exitCode: 1,
      errors: [expect.anything(), expect.stringContaining('strict')],
    });
  });

  test('too many tokens are refused before anything is sent', async () => {
    const { exitCode, errors } = await runAction({
      workspace: good(),
      inputs: { provider: 'sandbox', model, training_file: 'train.jsonl', max_tokens: '100' },
    });
    expect(exitCode).toBe(1);
    expect(errors).toEqual([expect.stringContaining('above max_tokens: 100')]);
  });

  test('a price makes tokens money, and too much of it is refused before anything is sent', async () => {
    const inputs = { operation: 'validate', model, training_file: 'train.jsonl', price_per_million_tokens: '3' };
    const passing = await runAction({ workspace: good(), inputs });
    expect(passing.outputs.estimated_cost_usd).toMatch(/^0\.0\d$/);
    expect(passing.log).toMatch(/Expected: [\d,]+ tokens over 8 epochs/);
    const refused = await runAction({ workspace: good(), inputs: { ...inputs, max_cost_usd: '0.0001' } });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toEqual([expect.stringMatching(/would be about US\$ .* max_cost_usd is 0\.0001/)]);
    // The data is fine; what would be done with it is too much.
    expect(refused.outputs).toMatchObject({ valid: 'true', error_code: 'limit' });
    const withoutPrice = { ...inputs, price_per_million_tokens: undefined, max_cost_usd: '5' };
    const unknown = await runAction({ workspace: good(), inputs: { ...withoutPrice, model: 'a-model-of-theirs' } });
    expect(unknown.errors).toEqual([expect.stringMatching(/cannot be estimated .* Give price_per_million_tokens\.$/)]);
  });

  test('pictures that seem to be billed as text are not priced, and a limit reckons with the most that they may be', async () => {
    const url = `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAoAAAAKACAYAAAAA${'A'.repeat(6000)}`;
    const asking = { role: 'user', content: [{ type: 'image_url', image_url: { url } }] };
    const rows = many(12, (number) => ({ messages: [asking, { role: 'assistant', content: `Card ${number}` }] }));
    const workspace = workspaceWith(jsonl(rows));
    const inputs = {
      operation: 'validate',
      provider: 'azure',
      base_url: 'https://cards.openai.azure.com/openai/v1',
      model: 'gpt-4o-2024-08-06',
      training_file: 'train.jsonl',
      price_per_million_tokens: '25',
    };
    const { log, outputs } = await runAction({ workspace, inputs });
    expect(log).toMatch(/embedded pictures seem to be billed there as their base64 text/);
    expect(outputs).toMatchObject({ estimated_tokens: expect.stringMatching(/^\d{6}$/) });
    expect(outputs).not.toHaveProperty('estimated_cost_usd');
    const limited = await runAction({ workspace, inputs: { ...inputs, max_cost_usd: '1' } });
    expect(limited.errors).toContainEqual(expect.stringMatching(/would be up to US\$ \d+\.\d\d \(.*max_cost_usd is 1/));
  });

  test('a price of the table is used however old it is, and called old', async () => {
    const inputs = { operation: 'validate', model, training_file: 'train.jsonl', max_cost_usd: '5' };
    const { exitCode, log, outputs, summary } = await runAction({ workspace: good(), inputs });
    expect(exitCode).toBe(0);
    expect(outputs.estimated_cost_usd).toMatch(/^0\.0\d$/);
    for (const text of [log, summary.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(code))])
      expect(text).toMatch(/US\$ 5 a million tokens by OpenAI.s pricing page, 2025-12-31/);
  });
});

describe('events that are not to be trusted', () => {
  test("a fork's pull request: checked, skipped, nothing created", async () => {
    const run = { event: foreign, env: { GITHUB_EVENT_NAME: 'pull_request' }, inputs: { model, training_file: 'train.jsonl' } };
    expect(await runAction({ ...run, workspace: good() })).toMatchObject({
      exitCode: 0,
      outputs: { status: 'skipped', valid: 'true' },
      errors: [],
    });
    expect(await runAction({ ...run, workspace: workspaceWith('{"a":1}\n') })).toMatchObject({
      exitCode: 1,
      outputs: { valid: 'false' },
    });
  });

  test('Dependabot has no secrets either', async () => {
    const own = { ...foreign, pull_request: { head: { repo: { full_name: 'octo/data' } } } };
    const run = { workspace: good(), event: own, inputs: { model, training_file: 'train.jsonl' } };
    expect(
      await runAction({ ...run, env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_ACTOR: 'dependabot[bot]' } }),
    ).toMatchObject({ exitCode: 0, outputs: { status: 'skipped' } });
    expect(await runAction({ ...run, env: { GITHUB_EVENT_NAME: 'pull_request' } })).toMatchObject({
      exitCode: 1,
      errors: [expect.stringContaining('no credential')],
    });
  });

  test.each(['pull_request_target', 'workflow_run'])("%s on a fork's head is refused", async (name) => {
    const event = { ...foreign, workflow_run: { head_repository: { full_name: 'someone/else' } } };
    const run = { workspace: good(), event, env: { GITHUB_EVENT_NAME: name } };
    const inputs = { provider: 'sandbox', model, training_file: 'train.jsonl' };
    expect(await runAction({ ...run, inputs })).toMatchObject({
      exitCode: 1,
      errors: [expect.stringContaining('allow_untrusted_data: true')],
    });
    expect(await runAction({ ...run, inputs: { ...inputs, allow_untrusted_data: 'true' } })).toMatchObject({ exitCode: 0 });
  });

  test("a fork's link out of the workspace is not followed, even where allow_paths would", async () => {
    const outside = good();
    const workspace = newFolder();
    symlinkSync(path.join(outside, 'train.jsonl'), path.join(workspace, 'link.jsonl'));
    const inputs = { operation: 'validate', training_file: 'link.jsonl', allow_paths: outside };
    expect(await runAction({ workspace, inputs })).toMatchObject({ exitCode: 0 });
    const fork = { event: foreign, env: { GITHUB_EVENT_NAME: 'pull_request' } };
    expect(await runAction({ workspace, inputs, ...fork })).toMatchObject({
      exitCode: 1,
      errors: [expect.stringContaining('leaves the workspace')],
    });
  });

  test('the .git folder is no data', async () => {
    const workspace = newFolder();
    write(workspace, '.git/config', '{"a":1}');
    expect(await runAction({ workspace, inputs: { operation: 'validate', training_file: '.git/config' } })).toMatchObject({
      exitCode: 1,
      errors: [expect.stringContaining('.git')],
    });
  });
});
