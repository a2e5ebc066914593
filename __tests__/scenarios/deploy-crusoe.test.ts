/** From a trained model to one that answers, and down again, on Crusoe: an adapter beside its base model, and a machine of its own. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Outcome, type Run, runAction } from '../support/action.ts';
import { type RunningPlatform, startPlatform } from '../support/platform.ts';
import { Crusoe } from '../support/platforms/crusoe.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';

let time: StoryTime;
let crusoe: Crusoe;
let platform: RunningPlatform;
beforeEach(async () => {
  time = storyTime();
  crusoe = new Crusoe({ now: time.now });
  platform = await startPlatform({ now: time.now }, crusoe);
});
afterEach(() => platform.close());

const foundry = () => `${platform.url}/projects/P/foundry`;
const step = (operation: string, deployment: object, inputs: Run['inputs'] = {}): Promise<Outcome> =>
  runAction({
    time,
    inputs: {
      operation,
      provider: 'crusoe',
      base_url: platform.url,
      api_key: 'k',
      artifact_name: '',
      model: 'ftmodel-1',
      deployment: JSON.stringify({ foundry: foundry(), ...deployment }),
      ...inputs,
    },
  });
const asked = (method: string) => platform.exchanges.filter((one) => one.method === method && one.path.startsWith('/projects/'));

describe.each([
  ['an adapter', { lora: true }, 'ftmodel-1', { model_id: 'ftmodel-1' }],
  [
    'a machine of its own',
    { name: 'support', flavor_id: 'h100-1', replicas: 2 },
    'support',
    { deployment_name: 'support', fine_tuned_model: 'ftmodel-1', flavor_id: 'h100-1', replicas: 2 },
  ],
])('%s', (_, deployment, served, body) => {
  test('answers in the end; the same again is reused; undeploy ends when it is gone, and a second one is a success', async () => {
    const first = await step('deploy', deployment);
    expect(first.errors).toEqual([]);
    expect(first.outputs).toMatchObject({ served_model: served });
    expect(asked('POST').map(({ sent }) => sent)).toEqual([body]);
    expect(crusoe.served).toMatchObject([{ status: 'ready' }]);
    expect((await step('deploy', deployment)).errors).toEqual([]);
    expect(asked('POST')).toHaveLength(1);
    expect((await step('undeploy', deployment)).errors).toEqual([]);
    expect(crusoe.served).toEqual([]);
    expect((await step('undeploy', deployment)).errors).toEqual([]);
    expect(asked('DELETE')).toHaveLength(1);
    expect(platform.faults).toEqual([]);
  });
});

test('another model under a name is refused, and what stands there is left alone', async () => {
  const deployment = { name: 'support', flavor_id: 'h100-1' };
  await step('deploy', deployment);
  const other = await step('deploy', deployment, { model: 'ftmodel-2' });
  expect(other.errors.join()).toMatch(/The deployment support is not touched: support serves ftmodel-1/);
  expect(crusoe.served).toMatchObject([{ status: 'ready', body: { fine_tuned_model: 'ftmodel-1' } }]);
});

test.each<[object, RegExp]>([
  [{ foundry: '' }, /Input deployment\.foundry is missing/],
  [{ foundry: 'https://elsewhere.example.com/foundry', lora: true }, /the key is not sent there/],
  [{}, /Input deployment\.flavor_id is missing; it has no default, because it is what is paid for/],
  [{ lora: true, flavor_id: 'h100-1' }, /an adapter has no machine of its own/],
  [{ lora: true, size: 2 }, /Input deployment\.size is unknown; on Crusoe deployment takes/],
])('%j is refused before anything is sent', async (deployment, message) => {
  const { errors, exitCode } = await step('deploy', deployment);
  expect(errors.join()).toMatch(message);
  expect([exitCode, platform.exchanges]).toEqual([1, []]);
});
