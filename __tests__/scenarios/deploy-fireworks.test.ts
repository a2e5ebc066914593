/** From rows to a model that answers, and down again, on Fireworks. */
import { describe, expect, test } from '@jest/globals';
import type { Outcome, Run } from '../support/action.ts';
import type { PlatformOptions } from '../support/platform.ts';
import { Fireworks, type FireworksOptions } from '../support/platforms/fireworks.ts';
import type { FireworksDeployments } from '../support/platforms/fireworks-deployments.ts';
import { onStage, type Stage } from '../support/platforms/stage.ts';
import { STAGED } from '../support/platforms/staged.ts';

interface Scene extends Stage {
  readonly hosting: FireworksDeployments;
}

function on<Result>(options: FireworksOptions, story: (scene: Scene) => Promise<Result>): Promise<Result> {
  const staged = STAGED.find(({ provider }) => provider === 'fireworks');
  if (staged === undefined) throw new Error('Fireworks is not staged.');
  let made: Fireworks | undefined;
  const make = (all: PlatformOptions) => {
    made = new Fireworks({ ...all, ...options });
    return made;
  };
  return onStage({ ...staged, make }, options, (stage) => {
    if (made === undefined) throw new Error('Nothing was made.');
    return story({ ...stage, hosting: made.hosting });
  });
}

const H100 = '{name: support, acceleratorType: NVIDIA_H100_80GB}';
const fine = ({ errors, exitCode }: Outcome) => expect([errors, exitCode]).toEqual([[], 0]);
const asked = ({ platform }: Stage, method: string) =>
  platform.exchanges.filter((one) => one.method === method && one.path.startsWith('/deployments'));

test('created, deployed, called, taken down: from the same inputs, until nothing is billed', () =>
  on({}, async (scene) => {
    const { step, platform, hosting } = scene;
    const created = await step();
    fine(created);
    const { fine_tuned_model: model = '', job_id } = created.outputs;
    const deployed = await step({ operation: 'deploy', job_id, deployment: H100, model: undefined, training_file: undefined });
    fine(deployed);
    const served = `${model}#accounts/acc/deployments/support`;
    const inference = platform.url.replace('/v1/accounts/acc', '/inference/v1');
    expect(deployed.outputs).toMatchObject({ deployment: 'support', served_model: served, inference_base_url: inference });
    expect(deployed.log).toContain('It costs US$ 8.00 an hour that it runs; without calls it stops.');
    expect(deployed.summary).toMatch(/US\$ 8\.00 an hour that it runs; without calls it stops.*curl \S+\/chat\/completions/s);
    expect(deployed.summary).not.toMatch(/used or not|Deploy it/);
    expect(deployed.log).toContain('stops the replicas after an hour without a call');
    expect(asked(scene, 'POST').map(({ path, sent }) => [path, sent])).toEqual([
      ['/deployments?deploymentId=support', { baseModel: model, acceleratorType: 'NVIDIA_H100_80GB' }],
    ]);
    const reply = await fetch(`${inference}/chat/completions`, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify({ model: served, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    expect(reply.status).toBe(200);
    fine(await step({ operation: 'deploy', model, deployment: H100 }));
    expect(asked(scene, 'POST')).toHaveLength(1);
    fine(await step({ operation: 'undeploy', deployment: '{name: support}', model: undefined }));
    expect([hosting.all.length, asked(scene, 'DELETE').map(({ path }) => path)]).toEqual([
      0,
      ['/deployments/support?ignoreChecks=true'],
    ]);
    fine(await step({ operation: 'undeploy', deployment: '{name: support}', model: undefined }));
    expect([asked(scene, 'DELETE').length, platform.faults]).toEqual([1, []]);
  }));

test('another model, or the same with other settings, under a name is refused, and what stands there is left alone', () =>
  on({}, async (scene) => {
    const deploy = (inputs: Run['inputs']) =>
      scene.step({ operation: 'deploy', deployment: H100, model: 'accounts/acc/models/mine', ...inputs });
    fine(await deploy({}));
    const other = await deploy({ model: 'accounts/acc/models/other' });
    expect(other.errors.join()).toMatch(/The deployment support is not touched: support serves accounts\/acc\/models\/mine/);
    const larger = await deploy({ deployment: '{name: support, acceleratorType: NVIDIA_H100_80GB, minReplicaCount: 2}' });
    expect(larger.errors.join()).toMatch(/is not touched: support serves this model with other settings/);
    expect([scene.hosting.all.length, asked(scene, 'POST').length, asked(scene, 'DELETE').length]).toEqual([1, 1, 0]);
  }));

test('a shape, which is answered with its version, is the same one', () =>
  on({}, async (scene) => {
    const deployment = '{name: support, deploymentShape: accounts/fireworks/deploymentShapes/qwen3-8b-fast}';
    fine(await scene.step({ operation: 'deploy', model: 'mine', deployment }));
    fine(await scene.step({ operation: 'deploy', model: 'mine', deployment }));
    expect(asked(scene, 'POST')).toHaveLength(1);
    expect(asked(scene, 'POST')[0]?.sent).toMatchObject({ baseModel: 'accounts/acc/models/mine' });
  }));

test('one that fails says why, and goes by undeploy', () =>
  on({ deploymentLife: ['FAILED'] }, async ({ step, hosting }) => {
    const failed = await step({ operation: 'deploy', model: 'accounts/acc/models/mine', deployment: H100 });
    expect(failed.errors.join()).toMatch(/support is FAILED: RESOURCE_EXHAUSTED: no machine of this type\. Take it down/);
    fine(await step({ operation: 'undeploy', deployment: '{name: support}' }));
    expect(hosting.all).toEqual([]);
  }));

describe('refused before anything is sent', () => {
  test.each<[string, RegExp]>([
    ['{name: support}', /no deploymentShape and no acceleratorType; there is no default, because it is what is paid for/],
    ['{name: Support, acceleratorType: NVIDIA_H100_80GB}', /it must be 1 to 63 lower-case letters, digits and hyphens/],
    ['{acceleratorType: NVIDIA_H100_80GB, expireTime: "2027-01-01"}', /deletes nothing by it any more/],
    [
      '{acceleratorType: NVIDIA_H100_80GB, replicas: 2}',
      /Input deployment\.replicas is unknown; on Fireworks AI deployment takes/,
    ],
    ['{acceleratorType: NVIDIA_H100_80GB, minReplicaCount: -1}', /minReplicaCount is -1; it must be a whole number from 0 up/],
    ['{acceleratorType: NVIDIA_H100_80GB, minReplicaCount: 3, maxReplicaCount: 2}', /it must be no more than that/],
  ])('%s', (deployment, message) =>
    on({}, async ({ step, platform }) => {
      const { errors, exitCode } = await step({ operation: 'deploy', model: 'accounts/acc/models/mine', deployment });
      expect(errors.join()).toMatch(message);
      expect([exitCode, platform.exchanges]).toEqual([1, []]);
    }),
  );
});
