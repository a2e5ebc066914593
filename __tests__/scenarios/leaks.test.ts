/** A secret in every input, and a server and a GitHub that say all of them wherever they may say something: of all the bytes that leave, none is of a secret. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { type ArtifactService, artifactService } from '../support/artifacts.ts';
import { type FakeGitHub, fakeGitHub } from '../support/github.ts';
import { keep } from '../support/keep.ts';
import { leaksOf, leftBy } from '../support/left.ts';
import { type RunningPlatform, startPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { type Answer, type WireServer, wireServer } from '../support/wire.ts';

const SECRETS = {
  key: 'sk-proj-T3st_Key-0123_abc-DEF+9/x=',
  wandb: 'wandb-1f2e3d4c5b6a79880',
  body: 'hf_bodyTOKEN0123456789',
  plural: 'first-of-the-keys-778899',
  user: 'map-user-below-4711',
  value: 'map-value-below-0815',
  dsn: 'postgres://admin:dsn-Passw0rd@db.internal/x',
  grader: 'grader-header-key-12ab34',
  metadata: 'meta-tok-5566778899',
  header: 'gateway-header-998877665',
  pem: 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj',
  pemEnd: 'AgEAAoIBAQC7VJTUt9Us8cKBwko6c8uXhQ9zWzfJ',
  environment: 'other-vendor-key-0011223344',
  github: 'ghs_x',
};
const PEM = `-----BEGIN PRIVATE KEY-----\n${SECRETS.pem}\n${SECRETS.pemEnd}\n-----END PRIVATE KEY-----`;
/** What is looked for: a short token is masked in the log, and would tear holes elsewhere. */
const SOUGHT = Object.entries(SECRETS).flatMap(([name, secret]) => (name === 'github' ? [] : [secret]));

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
const INPUTS: Run['inputs'] = {
  model: 'gpt-4.1-mini-2025-04-14',
  training_file: 'train.jsonl',
  api_key: SECRETS.key,
  poll_interval_seconds: '1',
  integrations: JSON.stringify([{ type: 'wandb', wandb: { project: 'p', api_key: SECRETS.wandb } }]),
  metadata: JSON.stringify({ team: 'support', 'deploy-token': SECRETS.metadata }),
  extra_body: JSON.stringify({
    from_hub: { token: SECRETS.body },
    api_keys: [SECRETS.plural],
    credentials: { user: SECRETS.user, inner: { value: SECRETS.value } },
    connection_string: SECRETS.dsn,
    graders: [{ headers: [{ name: 'X-Api-Key', value: SECRETS.grader }] }],
    private_key_pem: PEM,
  }),
  extra_headers: JSON.stringify({ 'x-gateway': SECRETS.header }),
};
const ENV = { NEBIUS_API_KEY: SECRETS.environment, RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' };

/** How a server may write what it says. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  plain: (text) => text,
  'URL-coded': encodeURIComponent,
  'in base64': (text) => Buffer.from(`x${text}`).toString('base64'),
  'as JSON': (text) => JSON.stringify({ text }),
  'as references': (text) => text.replace(/[^\w]/g, (sign) => `&#${sign.charCodeAt(0)};`),
  'cut by us': (text) => `${'.'.repeat(Math.max(0, 395 - text.length))}${text}${' and more'.repeat(80)}`,
};

/** A server that says one text in every field that it has. */
async function echoing(text: string, ending: 'succeeded' | 'failed' | 'refused'): Promise<WireServer> {
  let metadata: Record<string, unknown> = {};
  let sent: Record<string, unknown> = {};
  const error = { code: text, message: text, param: text, type: text };
  const job = () => ({
    ...sent,
    id: 'ftjob-1',
    object: 'fine_tuning.job',
    created_at: 1_700_000_000,
    finished_at: 1_700_000_100,
    model: text,
    status: ending,
    fine_tuned_model: ending === 'failed' ? null : `ft:${text}`,
    training_file: text,
    validation_file: text,
    trained_tokens: 1234,
    result_files: ['file-r'],
    error: ending === 'failed' ? error : null,
    hyperparameters: { n_epochs: 'auto', [text]: text },
    method: { type: 'supervised', supervised: { hyperparameters: { n_epochs: text }, [text]: text } },
    suffix: text,
    [text]: { [text]: [text, { text }] },
    metadata: { ...metadata, said: text },
  });
  const list = (...data: object[]): Answer => ({ body: { object: 'list', data, has_more: false } });
  return keep(
    await wireServer(({ method, path: place, body }) => {
      if (method === 'POST' && place === '/fine_tuning/jobs') {
        sent = JSON.parse(String(body));
        metadata = { ...Object(sent.metadata) };
        return ending === 'refused' ? { status: 400, headers: { 'x-request-id': text }, body: { error } } : { body: job() };
      }
      const file = { id: 'file-r', object: 'file', filename: `${text}.csv`, status: 'processed', status_details: text };
      if (method === 'POST') return { body: { ...file, id: 'file-1' } };
      if (/\/events(\?|$)/.test(place))
        return list(
          ...many(3, (step) => ({
            ...{ id: `ev-${step}`, created_at: 1_700_000_001 + step, level: text, type: 'metrics', message: text },
            data: { step, total_steps: 3, train_loss: 1 / step, [text]: step, text, nested: { api_key: 'foreign-key-1' } },
          })),
          {
            id: text,
            object: 'fine_tuning.job.event',
            created_at: 1_700_000_001,
            level: 'error',
            type: 'message',
            message: text,
          },
        );
      if (/\/checkpoints(\?|$)/.test(place))
        return list({ id: text, fine_tuned_model_checkpoint: text, step_number: 1, metrics: { full_valid_loss: 1, [text]: 2 } });
      if (place.endsWith('/content')) return { body: `step,${text}\n1,2\n` };
      if (place.startsWith('/files/')) return { body: file };
      if (place.startsWith('/models/')) return { body: { id: text, object: 'model', owned_by: text } };
      if (place.startsWith('/fine_tuning/jobs?')) return place.includes('limit=20') ? list(job()) : list();
      return place.startsWith('/fine_tuning/jobs/') ? { body: job() } : list();
    }),
  );
}

describe.each(['succeeded', 'failed', 'refused'] as const)('a job that ends %s, at a server that repeats all', (ending) => {
  test.each(Object.keys(WAYS))('%s', async (way) => {
    const say = WAYS[way] ?? String;
    const server = await echoing(SOUGHT.map(say).join(' '), ending);
    const github: FakeGitHub = keep(await fakeGitHub({ comments: [] }));
    const artifacts: ArtifactService = keep(await artifactService());
    const inputs = { ...INPUTS, base_url: server.url, comment: 'true', github_token: SECRETS.github, show_rows: 'true' };
    const outcome = await runAction({
      workspace,
      inputs,
      env: { ...ENV, ...artifacts.env, GITHUB_API_URL: github.url },
      event: {
        pull_request: {
          number: 5,
          head: { sha: 'a'.repeat(40), repo: { full_name: 'octo/data' } },
          base: { sha: 'b'.repeat(40) },
        },
      },
    });
    expect(server.seen.some(({ method, path }) => method === 'POST' && path === '/fine_tuning/jobs')).toBe(true);
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${SECRETS.key}`);
    expect(github.bodies.length).toBeGreaterThan(0);
    expect(leaksOf(leftBy(outcome, [...github.bodies, ...artifacts.left]), [...SOUGHT, 'foreign-key-1'])).toEqual([]);
    expect(artifacts.left.join()).toContain('summary.md');
    // The post step of a cancelled run asks the same server once more.
    const left = { phase: 'created', server: `compatible ${server.url}`, jobId: 'ftjob-1', cancel: true };
    const state = { ...outcome.state, job_of_fine_tune: JSON.stringify(left) };
    const post = await runAction({ workspace, inputs: { ...inputs, job_status: 'cancelled' }, state, env: ENV });
    expect(post.exitCode).toBe(0);
    expect(post.log).toContain('ftjob-1');
    expect(leaksOf(leftBy(post), [...SOUGHT, 'foreign-key-1'])).toEqual([]);
    // It is the same report, and not one of stars.
    expect(outcome.summary).toContain('ftjob-1'.slice(0, ending === 'refused' ? 0 : undefined));
    for (const name of ['job', 'events', 'checkpoints', 'result_files', 'metrics'])
      expect(() => JSON.parse(outcome.outputs[name] ?? 'null')).not.toThrow();
    if (ending !== 'refused') expect(outcome.outputs.job_id).toBe('ftjob-1');
  });
});

describe('what others’ jobs say', () => {
  test('of theirs: keys under any name of a key, in outputs and report', async () => {
    const platform: RunningPlatform = keep(
      await startPlatform({
        more: () => ({
          integrations: [{ type: 'wandb', wandb: { project: 'p', api_key: 'their-wandb-key-1' } }],
          method: { type: 'supervised', supervised: { headers: { Authorization: 'Bearer their-token-22' } } },
          plugin: { credentials: { who: 'their-name-333' }, tokens: ['their-tok-4444'], max_tokens: 17, pad_token: '<pad>' },
        }),
      }),
    );
    const base = { model: 'm', training_file: 'train.jsonl', base_url: platform.url, api_key: SECRETS.key, artifact_name: '' };
    const created = await runAction({ workspace, inputs: { ...base, poll_interval_seconds: '1' } });
    const listed = await runAction({ workspace, inputs: { ...base, operation: 'list' } });
    const looked = await runAction({ workspace, inputs: { ...base, operation: 'retrieve', job_id: 'ftjob-1' } });
    for (const outcome of [created, listed, looked]) {
      expect(outcome.exitCode).toBe(0);
      expect(leaksOf(leftBy(outcome), ['their-wandb-key-1', 'their-token-22', 'their-name-333', 'their-tok-4444'])).toEqual([]);
    }
    expect(looked.outputs.job).toContain('"max_tokens":17');
    expect(looked.outputs.job).toContain('<pad>');
  });
});

describe('inputs that are wrong are shown without what they hold', () => {
  const cases: readonly (readonly [string, Run['inputs'], readonly string[]])[] = [
    ['a query in base_url', { base_url: 'https://h.example/v1?code=QUERY-SECRET-1' }, ['QUERY-SECRET-1']],
    ['a password in base_url', { base_url: 'https://user:PASS-SECRET-1@h.example:99999/v1' }, ['PASS-SECRET-1']],
    ['a password with a slash', { base_url: 'https://user:PASS/SECRET-12@h.example/v1' }, ['SECRET-12']],
    ['a fragment', { base_url: 'https://h.example/v1#FRAGMENT-SECRET' }, ['FRAGMENT-SECRET']],
    ['a structure that nobody can parse', { extra_body: '{api_key: BROKEN-SECRET-1, x: [' }, ['BROKEN-SECRET-1']],
    ['a pair where a map should be', { extra_body: 'api_key=PAIR-SECRET-12' }, ['PAIR-SECRET-12']],
    ['a key of several lines', { api_key: 'LINE-SECRET-1\nLINE-SECRET-2' }, ['LINE-SECRET-1', 'LINE-SECRET-2']],
    ['a map of secrets in the wrong place', { hyperparameters: '{credentials: {x: MAP-SECRET-11}}' }, ['MAP-SECRET-11']],
    ['a method file', { method: 'method.yaml' }, ['FILE-SECRET-123']],
    ['a self-reference', { extra_body: 'api_key: ALIAS-SECRET-1\na: &a [*a]' }, ['ALIAS-SECRET-1']],
    ['a self-reference of integrations', { integrations: '- &a {type: wandb, wandb: *a}' }, []],
    ['a self-reference of hyperparameters', { hyperparameters: 'n_epochs: &a {x: [*a]}' }, []],
    ['a self-reference of metadata', { metadata: 'a: &a {b: *a}' }, []],
  ];
  beforeAll(() => {
    write(workspace, 'method.yaml', 'type: dpo\ndpo: {hyperparameters: {beta: wrong, api_key: FILE-SECRET-123}}\n');
  });
  test.each(cases)('%s', async (_, inputs, secrets) => {
    const outcome: Outcome = await runAction({
      workspace,
      inputs: { model: 'm', training_file: 'train.jsonl', api_key: SECRETS.key, artifact_name: '', ...inputs },
      env: { RUNNER_DEBUG: '1' },
    });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors).toHaveLength(1);
    expect(outcome.errors[0]).not.toContain('unexpectedly');
    expect(outcome.log).toContain(`::add-mask::`);
    expect(leaksOf(leftBy(outcome), [...secrets, SECRETS.key])).toEqual([]);
    expect(outcome.summary).not.toBe('');
    expect(leftBy(outcome)).toHaveProperty(['result.json']);
  });

  test('a self-reference is named in one line', async () => {
    const outcome = await runAction({
      workspace,
      inputs: { model: 'm', training_file: 'train.jsonl', api_key: SECRETS.key, extra_body: 'a: &a [*a]' },
    });
    expect(outcome.errors.join()).toMatch(/extra_body .*aliases stands inside what it names/);
  });
});

describe('short secrets', () => {
  test('are masked, hidden by name, and tear no holes', async () => {
    const platform = keep(await startPlatform());
    const outcome = await runAction({
      workspace,
      inputs: {
        ...{ model: 'm-train', training_file: 'train.jsonl', base_url: platform.url, api_key: 'train' },
        ...{ artifact_name: '', poll_interval_seconds: '1', extra_body: '{hub: {token: jobs}}' },
      },
    });
    expect(outcome.exitCode).toBe(0);
    expect(outcome.log).toContain('::add-mask::train');
    expect(outcome.outputs.fine_tuned_model).toBe('ft:m-train:org::ftjob-1');
    expect(leftBy(outcome)['result.json']).toContain('"token": "***"');
  });
});

describe('keyless', () => {
  test('without the permission for it nothing is asked again, and the permission is named', async () => {
    const outcome = await runAction({
      workspace,
      inputs: {
        ...{ operation: 'retrieve', job_id: 'ftjob-1', artifact_name: '' },
        ...{ identity_provider_id: 'idp_1', service_account_id: 'sa_1', audience: 'https://api.openai.com' },
      },
    });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors.join()).toContain('id-token: write');
    expect(outcome.log).not.toMatch(/again|attempt/i);
  });
});
