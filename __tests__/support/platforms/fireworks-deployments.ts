/** Fireworks' deployments, and the models that answer by them. */
import { ok, type Reply } from '../platform.ts';

/** What serves a model. */
interface Deployed {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  state: string;
  /** States still to come; each look takes one. */
  life: string[];
  /** Calls that only wake it. */
  sleeps: number;
  called: number | undefined;
}

const LEGAL = /^[a-z0-9-]{1,63}$/;
const refusal = (status: number, message: string, code: string): Reply => ({
  status,
  body: { code: Number(code), message, details: [] },
});

export class FireworksDeployments {
  readonly all: Deployed[] = [];
  readonly #now: () => number;
  readonly #life: readonly string[];

  constructor(now: () => number, life: readonly string[] = ['READY']) {
    this.#now = now;
    this.#life = life;
  }

  /** Only what is called by the model and its deployment answers, and not at once. */
  chat({ model }: Record<string, unknown>): Reply {
    const [name = '', at = ''] = String(model).split('#');
    const found = this.all.find((one) => one.body.baseModel === name && at === `accounts/acc/deployments/${one.id}`);
    const refuse = (status: number, code: string, message: string) => ({
      status,
      body: { error: { message, code, object: 'error' } },
    });
    if (found?.state !== 'READY') return refuse(404, 'NOT_FOUND', `Model not found, inaccessible, and/or not deployed: ${model}`);
    found.called = this.#now();
    if (found.sleeps > 0) {
      found.sleeps -= 1;
      return refuse(503, 'DEPLOYMENT_SCALING_UP', 'The deployment is scaling up.');
    }
    const message = { role: 'assistant', content: 'Hi' };
    return ok({
      id: 'c',
      object: 'chat.completion',
      created: 1,
      model: String(model),
      choices: [{ index: 0, message, finish_reason: 'length' }],
    });
  }

  answer(id: string | undefined, method: string, body: Record<string, unknown>, query: URLSearchParams): Reply {
    if (id === undefined) {
      const deploymentId = query.get('deploymentId') ?? '';
      if (!LEGAL.test(deploymentId)) return refusal(400, `invalid deployment id ${deploymentId}`, '3');
      if (this.all.some((one) => one.id === deploymentId)) return refusal(409, 'deployment already exists', '6');
      const made = {
        id: deploymentId,
        body,
        state: 'CREATING',
        life: ['CREATING', ...this.#life],
        sleeps: 1,
        called: undefined,
      };
      this.all.push(made);
      return ok(this.#shown(made));
    }
    const found = this.all.find((one) => one.id === id);
    if (found === undefined) return refusal(404, 'deployment not found', '5');
    if (method === 'DELETE') {
      const inUse = found.called !== undefined && this.#now() - found.called < 3_600_000;
      if (inUse && query.get('ignoreChecks') !== 'true') return refusal(400, 'deployment was in use within the last hour', '9');
      found.state = 'DELETING';
      found.life = ['DELETING', 'DELETED'];
      return ok({});
    }
    found.state = found.life.shift() ?? found.state;
    if (found.state === 'DELETED') this.all.splice(this.all.indexOf(found), 1);
    return ok(this.#shown(found));
  }

  #shown({ id, body, state }: Deployed): Record<string, unknown> {
    const shape = typeof body.deploymentShape === 'string' ? { deploymentShape: `${body.deploymentShape}/versions/v1` } : {};
    return {
      acceleratorCount: 1,
      minReplicaCount: 0,
      maxReplicaCount: 1,
      ...body,
      ...shape,
      name: `accounts/acc/deployments/${id}`,
      createTime: '2026-11-01T00:00:00Z',
      state,
      status:
        state === 'FAILED' ? { code: 'RESOURCE_EXHAUSTED', message: 'no machine of this type' } : { code: 'OK', message: '' },
    };
  }
}
