/** A deploy that is killed, and run again: what is paid by the hour stands once, on every platform whose deployments are asked for where its jobs are. (Those of Azure are not: deploy.test.ts.) */
import { describe, expect, test } from '@jest/globals';
import type { Outcome, Run } from '../support/action.ts';
import type { RunningPlatform } from '../support/platform.ts';
import { onStage } from '../support/platforms/stage.ts';
import { STAGED, type Staged } from '../support/platforms/staged.ts';
import { Together } from '../support/platforms/together.ts';
import { many } from '../support/rows.ts';
import { storyTime } from '../support/story-time.ts';

/** Models of an account, by platform. */
const MODELS: Readonly<Record<string, string>> = {
  crusoe: 'ftmodel-1',
  together: 'acct/Qwen/Qwen3-8B-bot-1',
  fireworks: 'accounts/acc/models/mine',
};
const DEPLOYING = STAGED.filter(({ provider, deploys }) => deploys !== undefined && provider !== 'azure');

test('each platform that deploys has its model here', () => {
  expect(DEPLOYING.map(({ provider }) => provider).toSorted()).toEqual(Object.keys(MODELS).toSorted());
});

type Scene = Awaited<ReturnType<NonNullable<Staged['deploys']>>> & {
  readonly platform: RunningPlatform;
  deploy(more?: Partial<Run>): Promise<Outcome>;
};

/** Tells a story on a platform of its own; `onCall` sees each request with its number. */
async function scene<Result>(staged: Staged, onCall: (number: number) => void, story: (scene: Scene) => Promise<Result>) {
  const around = await staged.deploys?.(storyTime().now);
  if (around === undefined) throw new Error(`${staged.provider} deploys nothing.`);
  let count = 0;
  const counted = () => {
    count += 1;
    onCall(count);
  };
  try {
    return await onStage({ ...staged, make: around.make }, { onCall: counted }, ({ step, platform }) => {
      const own = { ...around.inputs, ...around.inputsAt?.(platform.url) };
      const inputs = { operation: 'deploy', model: MODELS[staged.provider] ?? '', training_file: undefined, ...own };
      return story({ ...around, platform, deploy: (more = {}) => step(inputs, more) });
    });
  } finally {
    await around.close();
  }
}

test.each(DEPLOYING.map((staged) => [staged.provider, staged] as const))(
  '%s: killed at any of its requests, and run again: one deployment stands, and answers',
  async (_, staged) => {
    let requests = 0;
    const countTo = (number: number) => {
      requests = number;
    };
    const whole = await scene(staged, countTo, ({ deploy }) => deploy());
    expect([whole.errors, requests > 3]).toEqual([[], true]);
    for (let at = 1; at <= requests; at += 1) {
      let kill: (() => void) | undefined;
      const onCall = (number: number) => (number === at ? kill?.() : undefined);
      const told = await scene(staged, onCall, async ({ deploy, standing, faults, platform }) => {
        const onLine: Run['onLine'] = (_, child) => {
          kill = () => void child.kill('SIGKILL');
        };
        const { exitCode } = await deploy({ onLine });
        const again = await deploy();
        return [exitCode, again.errors, again.log.includes('The model answers as'), standing(), ...faults, ...platform.faults];
      });
      expect([at, ...told]).toEqual([at, null, [], true, 1]);
    }
  },
);

describe('together, whose list shows a new endpoint late', () => {
  test.each(many(4, (late) => late))(
    'by %d lists: killed when it is made, and run again, one endpoint stands',
    async (listsLate) => {
      const [staged] = DEPLOYING.filter(({ provider }) => provider === 'together');
      if (staged === undefined) throw new Error('Together is not staged.');
      const made: Together[] = [];
      const make = (options: object) => {
        const together = new Together({ ...options, endpoints: { listsLate } });
        made.push(together);
        return together;
      };
      await onStage({ ...staged, make }, {}, async ({ step, platform }) => {
        const deployment = JSON.stringify({ name: 'bot', hardware: '1x_nvidia_h100_80gb_sxm' });
        const inputs = { operation: 'deploy', model: MODELS.together ?? '', training_file: undefined, deployment };
        const killed = await step(inputs, {
          onLine: (line, child) => void (line.includes('Deployment bot: created') && child.kill('SIGKILL')),
        });
        expect([killed.exitCode, killed.outputs.deployment]).toEqual([null, 'bot']);
        const again = await step(inputs);
        expect(again.errors).toEqual([]);
        const [only, ...others] = (made[0]?.endpoints.all ?? []).filter(({ state }) => state !== 'STOPPING');
        expect([others, only?.state]).toEqual([[], 'STARTED']);
        expect(again.outputs.served_model).toBe(only?.name);
        expect(platform.faults).toEqual([]);
      });
    },
  );
});
