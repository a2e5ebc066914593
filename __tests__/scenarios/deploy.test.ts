/** From data to a model that answers, and down again: on Azure's own wire, its resource manager and its tokens, and on the platforms that need none of it. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { type RunningPlatform, startPlatform } from '../support/platform.ts';
import { Azure, type AzureOptions, KEY } from '../support/platforms/azure.ts';
import {
  ACCOUNT,
  ARM_TOKEN,
  type AzureCloud,
  CLIENT,
  type CloudOptions,
  startAzureCloud,
  TENANT,
} from '../support/platforms/azure-cloud.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';

let time: StoryTime;
beforeEach(() => {
  time = storyTime();
});

interface Stage {
  readonly cloud: AzureCloud;
  readonly platform: RunningPlatform;
  readonly step: (inputs?: Run['inputs'], more?: Partial<Run>) => Promise<Outcome>;
  /** The deployment as the workflow file has it. */
  readonly deployment: Readonly<Record<string, unknown>>;
}

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
const MODEL = 'gpt-4.1-mini-2025-04-14.ft-0a1b1';

async function stage(options: Partial<CloudOptions> = {}, own: AzureOptions = {}, keyless = false): Promise<Stage> {
  const cloud = await startAzureCloud({ now: time.now, ...options });
  const all = { now: time.now, ...own, cloud };
  const platform = await startPlatform(all, new Azure(all));
  keep(cloud);
  keep(platform);
  const deployment = {
    account: ACCOUNT,
    name: 'support',
    sku: { name: 'GlobalStandard', capacity: 50 },
    resource_manager: cloud.url,
  };
  const credential = keyless
    ? { azure_tenant_id: TENANT, azure_client_id: CLIENT }
    : { api_key: KEY, azure_arm_token: ARM_TOKEN };
  const env = {
    AZURE_AUTHORITY_HOST: cloud.url,
    ACTIONS_ID_TOKEN_REQUEST_URL: `${cloud.url}/github-token?api=1`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'request-token',
  };
  const shared = {
    provider: 'azure',
    base_url: platform.url,
    artifact_name: '',
    deployment: JSON.stringify(deployment),
    ...credential,
  };
  const step = (inputs: Run['inputs'] = {}, more: Partial<Run> = {}) =>
    runAction({ workspace, time, env, ...more, inputs: { operation: 'deploy', model: MODEL, ...shared, ...inputs } });
  return { cloud, platform, step, deployment };
}

const made = ({ cloud }: Stage, name = 'support') => cloud.made.get(name)?.model;
const faultsOf = ({ cloud, platform }: Stage) => [...cloud.faults, ...platform.faults];

describe.each([
  ['a key', false],
  ['no key', true],
])('Azure with %s', (_, keyless) => {
  test('from data to a model that answers, the same again, and down again', async () => {
    const here = await stage({ notReady: 2 }, {}, keyless);
    const { cloud, step, platform } = here;
    const trained = await step({ operation: 'create', model: 'gpt-4.1-mini-2025-04-14', training_file: 'train.jsonl' });
    expect([trained.errors, trained.outputs.fine_tuned_model]).toEqual([[], MODEL]);
    const served = await step({ model: undefined, job_id: trained.outputs.job_id });
    expect(served.errors).toEqual([]);
    expect(served.outputs).toMatchObject({
      deployment: 'support',
      served_model: 'support',
      inference_base_url: platform.url,
      reused: 'false',
    });
    expect(served.summary).toContain('The model is deployed');
    expect(served.log).toContain('US$ 1.70 an hour, used or not');
    expect(cloud.bodies.at(-1)).toEqual({
      sku: { name: 'GlobalStandard', capacity: 50 },
      properties: { model: { format: 'OpenAI', name: MODEL, version: '1' } },
    });
    for (const { token } of cloud.tokens) expect(trained.log + served.log).toContain(`::add-mask::${token}`);
    const again = await step();
    expect([again.errors, again.outputs.reused, cloud.count('PUT')]).toEqual([[], 'true', 1]);
    const down = await step({ operation: 'undeploy', model: undefined });
    expect([down.errors, made(here), cloud.count('DELETE')]).toEqual([[], undefined, 1]);
    const absent = await step({ operation: 'undeploy', model: undefined });
    expect([absent.exitCode, absent.log]).toEqual([0, expect.stringContaining('There is no deployment support')]);
    expect(faultsOf(here)).toEqual([]);
    const audiences = keyless ? ['https://cognitiveservices.azure.com', cloud.url] : [];
    expect(new Set(cloud.tokens.map(({ audience }) => audience))).toEqual(new Set(audiences));
  });
});

describe('what gets in between', () => {
  const busy = {
    status: 409,
    headers: { 'retry-after': '7' },
    body: { error: { code: 'RequestConflict', message: 'Another operation is in progress.' } },
  };

  test('a storm of other operations is waited out, never sooner than the server asks', async () => {
    const here = await stage({ first: { method: 'PUT', count: 6, reply: busy } });
    const { errors, log } = await here.step();
    expect([errors, made(here)]).toEqual([[], MODEL]);
    const times = here.cloud.log.filter(({ method }) => method === 'PUT').map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps.length).toBe(6);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(7000);
    expect(log).toContain('Another operation is in progress');
  });

  test.each(['reset after', 'reset before'] as const)(
    'the answer to the request is lost (%s): asked for as often as needed, made once',
    async (reply) => {
      const here = await stage({ first: { method: 'PUT', count: 1, reply } });
      expect((await here.step()).errors).toEqual([]);
      expect([made(here), here.cloud.count('PUT')]).toEqual([MODEL, 1]);
    },
  );

  test.each(['Location', 'nothing'] as const)('followed by %s', async (follows) => {
    const here = await stage({ follows, takes: 600_000 });
    expect((await here.step()).errors).toEqual([]);
    expect(faultsOf(here)).toEqual([]);
  });

  test('killed while it is being made, and run again: the same one is taken up', async () => {
    const here = await stage();
    const killed = await here.step(
      {},
      { onLine: (line, child) => void (line.includes('Deployment support: created') && child.kill('SIGKILL')) },
    );
    expect(killed.exitCode).toBe(null);
    expect(killed.outputs).toMatchObject({ deployment: 'support', served_model: 'support' });
    const again = await here.step();
    expect([again.errors, again.outputs.reused, here.cloud.count('PUT')]).toEqual([[], 'true', 1]);
  });

  test.each(['asked for', 'made'])(
    'killed while it is %s: the post step says what is left and how that is removed',
    async (when) => {
      let kill: (() => void) | undefined;
      const onRequest = (method: string) => (method === 'PUT' && when === 'asked for' ? kill?.() : undefined);
      const here = await stage({ takes: 3_600_000, onRequest });
      const main = await here.step(
        {},
        {
          onLine: (line, child) => {
            kill = () => void child.kill('SIGKILL');
            if (when === 'made' && line.includes('Deployment support: created')) kill();
          },
        },
      );
      expect(main.exitCode).toBe(null);
      const post = await here.step({ job_status: 'cancelled' }, { state: main.state });
      expect([post.exitCode, post.warnings]).toEqual([
        0,
        [
          expect.stringMatching(
            /support had answered; it may be there all the same\. Azure bills .*operation: undeploy.*az resource delete/,
          ),
        ],
      ]);
    },
  );

  test('one that has answered, or said itself what it leaves, leaves nothing to the post step', async () => {
    const here = await stage();
    const done = await here.step();
    const late = await here.step({
      timeout_minutes: '0.01',
      deployment: JSON.stringify({ ...here.deployment, name: 'other' }),
      on_timeout: 'cancel',
    });
    expect(late.errors.join()).toMatch(/on_timeout: cancel ends jobs, and takes no deployment down/);
    for (const { state } of [done, late]) {
      const post = await here.step({ job_status: 'cancelled' }, { state });
      expect([post.exitCode, post.warnings]).toEqual([0, []]);
    }
  });

  test('a cancelled run says what it leaves and how that is removed', async () => {
    const here = await stage({ takes: 3_600_000 });
    const { errors, exitCode, summary } = await here.step(
      {},
      { onLine: (line, child) => void (line.includes('Deployment support: created') && child.kill('SIGINT')) },
    );
    expect(exitCode).toBe(1);
    expect(errors.join()).toMatch(
      /The deployment support was not ready .*before the workflow run was cancelled\. It may be there all the same\. Azure bills .*operation: undeploy.*az resource delete --ids .*deployments\/support/,
    );
    expect(summary).toContain('Cancelled');
  });

  test('out of time: fails by default, and detaches where that is asked', async () => {
    const here = await stage({ takes: 3_600_000 });
    const late = await here.step({ timeout_minutes: '10' });
    expect(late.errors.join()).toMatch(/was not ready \(InProgress\) within timeout_minutes\. .*operation: undeploy/);
    const left = await here.step({ timeout_minutes: '10', on_timeout: 'detach' });
    expect([left.exitCode, left.errors]).toEqual([0, []]);
  });

  test('a model that never gets ready is asked until the deadline, and what helps is said', async () => {
    const here = await stage({ notReady: Number.POSITIVE_INFINITY });
    const { errors, warnings } = await here.step({ timeout_minutes: '60' });
    expect(errors.join()).toMatch(/The model of support had not answered within timeout_minutes/);
    expect(warnings.join()).toContain('run operation: undeploy, wait five minutes, and deploy again');
  });

  test('what Azure refuses after the training comes out in its own words', async () => {
    const here = await stage({ ends: 'Failed' });
    expect((await here.step()).errors.join()).toMatch(
      /support is Failed: ModelRejected: The content safety check rejected the model\./,
    );
  });

  test('another model under the name takes its place; the same one with other settings too', async () => {
    const here = await stage();
    expect((await here.step({ model: 'gpt-4.1-2025-04-14.ft-old' })).errors).toEqual([]);
    const next = await here.step();
    expect([next.errors, made(here), next.log]).toEqual([
      [],
      MODEL,
      expect.stringContaining('support serves gpt-4.1-2025-04-14.ft-old'),
    ]);
    const larger = { ...here.deployment, sku: { name: 'GlobalStandard', capacity: 80 } };
    expect((await here.step({ deployment: JSON.stringify(larger) })).errors).toEqual([]);
    expect([here.cloud.count('PUT'), here.cloud.bodies.at(-1)]).toEqual([3, expect.objectContaining({ sku: larger.sku })]);
  });

  test('wait: false ends with the request', async () => {
    const here = await stage({ takes: 3_600_000 });
    const { errors, outputs, log } = await here.step({ wait: 'false' });
    expect([errors, outputs.deployment]).toEqual([[], 'support']);
    expect(log).toContain('Not waiting for support');
  });

  test.each<[string, number, string, RegExp]>([
    ['a role that is missing', 403, 'AuthorizationFailed', /deployments\/write/],
    ['a quota', 400, 'InsufficientQuota', /no more quota .*deployment.sku.capacity/],
    ['a lock', 423, 'Locked', /paused or locked/],
    ['a bare 500', 500, '', /deployment\.model\.format is not the one of the family/],
  ])('%s is explained, with a way on', async (_, status, code, words) => {
    const body = code === '' ? undefined : { error: { code, message: 'No.' } };
    const here = await stage({ first: { method: 'PUT', count: 1000, reply: { status, body } } });
    const { errors } = await here.step();
    expect(errors.join()).toMatch(words);
    // What no wait would change is not asked for again and again.
    expect(here.cloud.count('PUT')).toBeLessThanOrEqual(3);
  });

  test('an account that is not there is no deployment that is not there', async () => {
    const here = await stage();
    const deployment = JSON.stringify({ ...here.deployment, account: ACCOUNT.replace('res-1', 'res-2') });
    const { errors } = await here.step({ operation: 'undeploy', deployment });
    expect(errors.join()).toMatch(/Azure knows no account .*res-2/);
  });
});

describe('without a key', () => {
  test('tokens are made anew before they end, in the middle of a watch too', async () => {
    const here = await stage({ takes: 40 * 60_000, tokensLive: 600 }, {}, true);
    const { errors, log } = await here.step();
    expect(errors).toEqual([]);
    const ofManager = here.cloud.tokens.filter(({ audience }) => audience === here.cloud.url);
    expect(ofManager.length).toBeGreaterThan(3);
    for (const { token } of here.cloud.tokens) expect(log).toContain(`::add-mask::${token}`);
    expect(here.cloud.log.filter(({ status }) => status === 401)).toEqual([]);
  });

  test('a job is watched beyond the life of a token', async () => {
    const life = ['queued', ...many(240, () => 'running'), 'succeeded'];
    const here = await stage({ tokensLive: 600 }, { life }, true);
    const { errors } = await here.step({ operation: 'create', model: 'gpt-4.1-mini-2025-04-14', training_file: 'train.jsonl' });
    expect(errors).toEqual([]);
    expect(here.cloud.tokens.length).toBeGreaterThan(3);
  });

  test('a project has an audience of its own', async () => {
    const here = await stage({}, { project: 'p-1' }, true);
    expect((await here.step({ operation: 'list', model: undefined })).errors).toEqual([]);
    expect(here.cloud.tokens.map(({ audience }) => audience)).toEqual(['https://ai.azure.com']);
  });

  test.each<[string, Partial<CloudOptions>, Run['inputs'], RegExp]>([
    [
      'a subject that is not trusted',
      { trusts: 'repo:octo/data:environment:prod' },
      {},
      /federated credential of the application .* issuer https:\/\/token\.actions\.githubusercontent\.com, subject repo:octo\/data:ref:refs\/heads\/main and audience api:\/\/AzureADTokenExchange/,
    ],
    ['a tenant that does not exist', {}, { azure_tenant_id: 'other' }, /There is no tenant other: check azure_tenant_id/],
    ['an application that does not exist', {}, { azure_client_id: 'other' }, /has no application other: check azure_client_id/],
    ['one half', {}, { azure_client_id: '' }, /azure_client_id is missing/],
    ['both ways', {}, { api_key: 'k' }, /api_key is given beside azure_tenant_id/],
  ])('%s', async (_, options, inputs, words) => {
    const here = await stage(options, {}, true);
    const { errors } = await here.step({ operation: 'list', model: undefined, ...inputs });
    expect(errors.join()).toMatch(words);
  });

  test('a job without the permission is told which one', async () => {
    const here = await stage({}, {}, true);
    const { errors } = await here.step(
      { operation: 'list', model: undefined },
      { env: { AZURE_AUTHORITY_HOST: here.cloud.url } },
    );
    expect(errors.join()).toContain('Give it the permission id-token: write');
  });
});

describe('what is wrong is said before anything is asked', () => {
  test.each<[string, Record<string, unknown>, Run['inputs'], RegExp]>([
    ['no account', { account: undefined }, {}, /deployment\.account is missing; it must be the resource's ID/],
    ['no SKU', { sku: undefined }, {}, /deployment\.sku is missing; it has no default, because it is what is paid for/],
    [
      'a capacity of nothing',
      { sku: { name: 'Standard', capacity: 0 } },
      {},
      /capacity is 0; it must be a whole number from 1 up/,
    ],
    ['an unknown key', { skus: {} }, {}, /deployment\.skus is unknown/],
    [
      'a name that Azure does not take',
      { name: 'a b' },
      {},
      /deployment\.name is "a b"; as the name of a deployment it must be 1 to 64/,
    ],
    ['no token', {}, { azure_arm_token: '' }, /azure_arm_token is missing/],
    ['plain http', { resource_manager: 'http://arm.example.com' }, {}, /deployment\.resource_manager is .* Use https/],
    ['a family that nobody knows', {}, { model: 'phi-9' }, /who publishes it must be written: deployment: \{model: \{format/],
    ['a model for rented machines', {}, { model: 'Qwen3.8-27B.ft-1' }, /managed compute or provisioned throughput alone/],
  ])('%s', async (_, change, inputs, words) => {
    const here = await stage();
    const { errors, exitCode } = await here.step({ deployment: JSON.stringify({ ...here.deployment, ...change }), ...inputs });
    expect([exitCode, errors.join()]).toEqual([1, expect.stringMatching(words)]);
    expect([here.cloud.log, here.platform.calls]).toEqual([[], []]);
  });

  test('a capacity at which open models do not load is said', async () => {
    const here = await stage();
    const { log, errors } = await here.step({ model: 'gpt-oss-20b.ft-1' });
    expect([errors, log]).toEqual([[], expect.stringContaining('need a capacity of 100 or more')]);
    expect(here.cloud.bodies.at(-1)).toMatchObject({ properties: { model: { format: 'Microsoft' } } });
  });

  test('an input of one platform is none of another', async () => {
    const { errors } = await runAction({
      inputs: { operation: 'list', provider: 'openai', azure_tenant_id: TENANT, api_key: 'k' },
    });
    expect(errors.join()).toMatch(/azure_tenant_id is given, and the provider is openai/);
  });
});

describe('platforms that need no deployment, or take none', () => {
  const at = (inputs: Run['inputs']) =>
    runAction({ workspace, time, inputs: { model: 'ft:m:o::1', artifact_name: '', ...inputs } });

  test.each(['openai', 'sandbox'])('%s: callable at once', async (provider) => {
    const platform = await startPlatform({ now: time.now });
    keep(platform);
    const where = provider === 'sandbox' ? {} : { base_url: platform.url, api_key: 'k' };
    const served = await at({ operation: 'deploy', provider, ...where });
    expect([served.errors, served.outputs.served_model]).toEqual([[], 'ft:m:o::1']);
    const down = await at({ operation: 'undeploy', provider, ...where });
    expect([down.errors, down.log]).toEqual([[], expect.stringContaining('nothing to take down')]);
    expect(platform.calls).toEqual([]);
  });

  test.each(['nebius', 'litellm', 'portkey', 'compatible'])('%s: refused, with the way by hand', async (provider) => {
    const query = provider === 'litellm' ? { extra_query: '{custom_llm_provider: openai}' } : {};
    const { errors } = await at({ operation: 'deploy', provider, base_url: 'http://127.0.0.1:9/v1', api_key: 'k', ...query });
    expect(errors.join()).toMatch(/Operation deploy is not there for .*; nothing was asked of it\. [A-Z]/);
  });
});
