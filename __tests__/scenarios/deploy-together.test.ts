/** From data to a model that answers, and down again, on Together: a dedicated endpoint, billed by the minute until it is gone. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Outcome, type Run, runAction } from '../support/action.ts';
import { type PlatformOptions, type RunningPlatform, startPlatform } from '../support/platform.ts';
import { workspace } from '../support/platforms/stage.ts';
import { Together, type TogetherOptions } from '../support/platforms/together.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';

let time: StoryTime;
let together: Together;
let platform: RunningPlatform;
beforeEach(() => {
  time = storyTime();
});
afterEach(() => platform.close());

const MODEL = 'acct/Qwen/Qwen3-8B-bot-1';
const HARDWARE = '1x_nvidia_h100_80gb_sxm';

async function stage(options: Partial<TogetherOptions> & PlatformOptions = {}): Promise<void> {
  const all = { now: time.now, ...options };
  together = new Together(all);
  platform = await startPlatform(all, together);
}

/** What a workflow file says, whatever the platform. */
const SAME = { training_file: 'train.jsonl', suffix: 'bot', hyperparameters: '{n_epochs: 1}', artifact_name: '' };
/** What it says of this one. */
const here = () => ({ provider: 'together', base_url: platform.url, api_key: 'k' });

const step = (operation: string, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> =>
  runAction({ workspace, time, ...more, inputs: { ...SAME, ...here(), operation, ...inputs } });
const deploy = (deployment: object = {}, inputs: Run['inputs'] = {}, more: Partial<Run> = {}): Promise<Outcome> =>
  step('deploy', { model: MODEL, deployment: JSON.stringify({ hardware: HARDWARE, ...deployment }), ...inputs }, more);
const asked = (method: string) => platform.exchanges.filter((one) => one.method === method && one.path.startsWith('/endpoints'));

test('create, deploy, one chat completion, undeploy', async () => {
  await stage({ endpoints: { refuses: 2 } });
  const trained = await step('create', { model: 'Qwen/Qwen3-8B' });
  expect(trained.errors).toEqual([]);
  const deployment = JSON.stringify({ hardware: HARDWARE });
  const served = await step('deploy', { job_id: trained.outputs.job_id, deployment });
  expect(served.errors).toEqual([]);
  expect(asked('POST').map(({ sent }) => sent)).toEqual([
    {
      model: trained.outputs.fine_tuned_model,
      display_name: 'bot',
      hardware: HARDWARE,
      autoscaling: { min_replicas: 1, max_replicas: 1 },
    },
  ]);
  const { served_model, inference_base_url } = served.outputs;
  expect(served.outputs).toMatchObject({ deployment: 'bot', served_model: together.endpoints.all[0]?.name, reused: 'false' });
  expect(served.summary).toContain('US$ 6.30 an hour, used or not');
  expect(served.log).toMatch(/billed until someone takes it down.*by the minute, used or not/s);

  const answer = await fetch(`${inference_base_url}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
    body: JSON.stringify({ model: served_model, messages: [{ role: 'user', content: 'Hello' }] }),
  });
  expect(await answer.json()).toMatchObject({ choices: [{ message: { role: 'assistant' } }] });

  const again = await step('deploy', { job_id: trained.outputs.job_id, deployment });
  expect([again.errors, again.outputs.reused, asked('POST').length]).toEqual([[], 'true', 1]);
  const down = await step('undeploy', { deployment });
  expect([down.errors, together.endpoints.all, asked('DELETE').length]).toEqual([[], [], 1]);
  const absent = await step('undeploy', { deployment });
  expect([absent.exitCode, absent.log]).toEqual([0, expect.stringContaining('There is no deployment bot')]);
  expect(platform.faults).toEqual([]);
});

describe('one endpoint by name', () => {
  test('another model under it is refused, and what stands there is left alone', async () => {
    await stage();
    await deploy();
    const other = await deploy({}, { model: 'acct/other' });
    expect(other.errors.join()).toMatch(/The deployment bot is not touched: bot serves acct\/Qwen/);
    expect(together.endpoints.all).toMatchObject([{ state: 'STARTED', body: { model: MODEL } }]);
  });

  test('one that was stopped is started again', async () => {
    await stage();
    await deploy({ inactive_timeout: 60 });
    const [endpoint] = together.endpoints.all;
    if (endpoint !== undefined) endpoint.state = 'STOPPED';
    const again = await deploy({ inactive_timeout: 60 });
    expect(again.errors).toEqual([]);
    expect(again.log).toMatch(/bot is stopped/);
    expect(again.log).toContain('It costs US$ 6.30 an hour that it runs; without calls it stops.');
    expect(again.log).toMatch(/stops the endpoint after 60 minutes without a call/);
    expect([asked('POST').length, asked('PATCH').map(({ sent }) => sent)]).toEqual([1, [{ state: 'STARTED' }]]);
    expect(together.endpoints.all).toMatchObject([{ state: 'STARTED' }]);
    expect(platform.faults).toEqual([]);
  });

  test('one that is being stopped is awaited, and started again', async () => {
    await stage();
    await deploy();
    const [endpoint] = together.endpoints.all;
    if (endpoint !== undefined) Object.assign(endpoint, { state: 'STOPPING', life: ['STOPPING', 'STOPPED'] });
    expect((await deploy()).errors).toEqual([]);
    expect([asked('POST').length, asked('DELETE').length]).toEqual([1, 0]);
    expect(together.endpoints.all).toMatchObject([{ id: 'endpoint-1', state: 'STARTED' }]);
  });

  test('the answer to the request is lost: it is looked for, and made once', async () => {
    const lost = { when: 'after', how: 'reset' } as const;
    let struck = false;
    await stage({
      fault: () => {
        if (struck || together.endpoints.all.length > 0 || !machinesAsked()) return undefined;
        struck = true;
        return lost;
      },
    });
    const machinesAsked = () => platform.exchanges.some(({ path }) => path.startsWith('/hardware'));
    expect((await deploy()).errors).toEqual([]);
    expect([struck, asked('POST').length, together.endpoints.all.length]).toEqual([true, 1, 1]);
  });

  test('a twin that a racing run made before: the newer one goes again', async () => {
    await stage({ endpoints: { listsLate: 2 } });
    together.endpoints.make(
      { model: MODEL, display_name: 'bot', hardware: HARDWARE, autoscaling: { min_replicas: 1, max_replicas: 1 } },
      time.now() - 1000,
    );
    const { errors, outputs } = await deploy();
    expect(errors).toEqual([]);
    expect([asked('POST').length, asked('DELETE').map(({ path }) => path)]).toEqual([1, ['/endpoints/endpoint-2']]);
    expect(outputs.served_model).toBe(together.endpoints.all[0]?.name);
  });

  test('one that fails is reported, with the way on', async () => {
    await stage({ endpoints: { starts: ['ERROR'] } });
    const { errors, outputs } = await deploy();
    expect(errors.join()).toMatch(/The deployment bot is error: .*operation: undeploy and run again/);
    expect(outputs.deployment).toBe('bot');
  });
});

test('a machine that is not offered for the model is refused, with those that are and what they cost', async () => {
  await stage();
  const { errors } = await deploy({ hardware: '9x_abacus' });
  expect(errors.join()).toMatch(
    /is "9x_abacus"; for acct\/\S+ Together offers 1x_nvidia_h100_80gb_sxm \(US\$ 6.30 an hour\), 2x_/,
  );
  expect([asked('POST').length, together.endpoints.all]).toEqual([0, []]);
});

test('more replicas cost what one costs, and that is said', async () => {
  await stage();
  const { log, summary, errors } = await deploy({ autoscaling: { min_replicas: 2, max_replicas: 4 } });
  expect([errors, platform.faults]).toEqual([[], []]);
  expect(log).toMatch(/adds replicas up to 4, and each costs what one costs/);
  expect(summary).toContain('US$ 12.60 an hour');
});

test.each<[object, RegExp]>([
  [{ hardware: undefined }, /Input deployment\.hardware is missing; it has no default, because it is what is paid for/],
  [{ autoscaling: { min_replicas: 2, max_replicas: 1 } }, /Input deployment\.autoscaling is .*no less than min_replicas/],
  [{ autoscaling: 3 }, /Input deployment\.autoscaling is 3; it must be a map of min_replicas/],
  [{ inactive_timeout: 1.5 }, /Input deployment\.inactive_timeout is 1\.5; it must be a whole number of minutes/],
  [{ sku: 'x' }, /Input deployment\.sku is unknown; on Together AI deployment takes name, hardware/],
])('%j is refused before anything is sent', async (deployment, message) => {
  await stage();
  const { errors, exitCode } = await deploy(deployment);
  expect(errors.join()).toMatch(message);
  expect([exitCode, platform.exchanges]).toEqual([1, []]);
});
