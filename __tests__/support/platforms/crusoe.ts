/**
 * Crusoe's training API as its vendor's own client code, its documentation and a live run of 2026-09-27 describe it. Its machine specification is not to be
 * had (`…/v1/swagger.json`), so what it takes is written down here.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, type Exchange, ok, Platform, type PlatformJob, type PlatformOptions, type Reply } from '../platform.ts';
import { describedBy } from './description.ts';

const FIELDS = ['model', 'training_file', 'validation_file', 'suffix', 'method'];
const SETTINGS = [
  'n_epochs',
  'batch_size',
  'learning_rate_multiplier',
  'learning_rate',
  'lr_scheduler',
  'lora_variant',
  'lora_rank',
  'lora_alpha',
  'lora_dropout',
  'warmup_ratio',
  'weight_decay',
  'early_stopping_patience',
  'checkpoint_steps',
  'eval_steps_per_epoch',
  'top_k_gating',
  'overlong_row_behavior',
];

/** The catalogue of today; yesterday the same model had another ID. */
const CATALOGUE = [
  { id: 'model-9Zk', model_name: 'meta-llama/Llama-3.1-8B-Instruct', created: 2, fine_tuning_available: true },
  { id: 'model-1Ab', model_name: 'meta-llama/Llama-3.1-8B-Instruct', created: 1, fine_tuning_available: false },
  { id: 'model-7Qx', model_name: 'openai/gpt-oss-120b', created: 1, fine_tuning_available: true },
  { id: 'model-0No', model_name: 'google/gemma-3-12b-it', created: 1, fine_tuning_available: false },
].map((model) => ({ ...model, object: 'model', model_type: 'base_model', inference_available: true }));

/** The foundry of a project: adapters and deployments, whose description is at hand. */
export const FOUNDRY = describedBy('crusoe.json', '', []);

/** What is served: an adapter where it has a `model_id`. */
interface Served {
  readonly id: string;
  readonly body: Readonly<Record<string, unknown>>;
  status: string;
  /** States still to come; each look takes one. */
  life: string[];
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export interface CrusoeOptions extends PlatformOptions {
  /** What the price call answers. */
  readonly price?: unknown;
  /** So long after its success a job names its model; milliseconds. */
  readonly namesAfter?: number;
}

export class Crusoe extends Platform {
  readonly own: CrusoeOptions;
  readonly #succeeded = new Map<string, number>();
  readonly served: Served[] = [];

  constructor(options: CrusoeOptions) {
    super(options);
    this.own = options;
  }

  override admit(call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Unauthorized', 'unauthorized');
    return ['pause', 'resume', 'model'].includes(call) ? this.refusal(404, 'Not Found', 'not_found') : undefined;
  }

  override callOf(method: string, path: string): Call {
    const isOwn = /^\/(models$|fine_tuning\/jobs\/estimate_price$|projects\/|chat\/)/.test(path);
    return isOwn ? 'other' : super.callOf(method, path);
  }

  override answer(call: Call, path: string, query: URLSearchParams, body: Buffer, method: string): Reply {
    if (method === 'GET' && path === '/models') return ok({ object: 'list', data: CATALOGUE });
    if (path === '/fine_tuning/jobs/estimate_price') return ok(this.own.price ?? { estimated_price: '0.12', currency: 'USD' });
    if (path.startsWith('/projects/P/foundry/')) return this.foundry(method, path.slice('/projects/P/foundry/'.length), body);
    if (path === '/chat/completions') return this.chat(JSON.parse(String(body)));
    return super.answer(call, path, query, body, method);
  }

  /** Only what is ready answers, by the name that it is called by. */
  chat({ model }: { model: string }): Reply {
    const ready = this.served.some(({ body, status }) => status === 'ready' && (body.model_id ?? body.deployment_name) === model);
    if (!ready) return this.refusal(404, `model ${model} not found`, 'model_not_found', 'model');
    const message = { role: 'assistant', content: 'Hi' };
    return ok({ id: 'c', object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'length' }] });
  }

  shownServed({ id, body, status }: Served): Record<string, unknown> {
    const machine = { provider: 'crusoe', hourly_cost: '5.50', target_replicas: body.replicas ?? 1 };
    return { id, status, ...body, ...(body.model_id === undefined ? machine : {}) };
  }

  foundry(method: string, path: string, sent: Buffer): Reply {
    const [, root = '', id] = /^(loras|selfserve\/deployments)(?:\/([^/]+))?$/.exec(path) ?? [];
    const own = this.served.filter(({ body }) => (body.model_id === undefined) === (root !== 'loras'));
    if (root === '') return this.refusal(404, 'Not Found', 'not_found');
    if (method === 'POST') {
      const body: unknown = JSON.parse(String(sent));
      const life = root === 'loras' ? ['downloading', 'ready'] : ['creating', 'ready'];
      const made: Served = { id: `served-${this.served.length + 1}`, body: isMap(body) ? body : {}, status: 'pending', life };
      if (root !== 'loras') made.status = 'creating';
      this.served.push(made);
      return { status: 202, body: { id: made.id, status: made.status } };
    }
    if (id === undefined) {
      const items = own.map((one) => this.shownServed(one));
      return ok(root === 'loras' ? { adapters: items } : { deployments: items });
    }
    const one = own.find((served) => served.id === id);
    if (one === undefined) return this.refusal(404, 'Not Found', 'not_found');
    if (method === 'DELETE') {
      // Just after it was asked for it cannot be taken down yet.
      if (one.life.length > 0 && one.status !== 'ready') return this.refusal(429, 'try again later', 'rate_limited');
      one.status = 'deleting';
      one.life = ['deleted'];
      return { status: 202, body: {} };
    }
    one.status = one.life.shift() ?? one.status;
    if (one.status !== 'deleted') return ok(this.shownServed(one));
    this.served.splice(this.served.indexOf(one), 1);
    return this.refusal(404, 'Not Found', 'not_found');
  }

  override judge({ method, path, sent }: Exchange): readonly string[] {
    if (path.startsWith('/projects/')) return method === 'POST' ? FOUNDRY.requestFaults(method, path, sent) : [];
    if (method !== 'POST' || !isMap(sent) || !path.startsWith('/fine_tuning/jobs') || path.includes('/cancel')) return [];
    const supervised = isMap(sent.method) && isMap(sent.method.supervised) ? sent.method.supervised : {};
    const settings = isMap(supervised.hyperparameters) ? supervised.hyperparameters : {};
    return [
      ...Object.keys(sent).flatMap((name) => (FIELDS.includes(name) ? [] : [`${name} is no field of Crusoe`])),
      ...Object.keys(settings).flatMap((name) => (SETTINGS.includes(name) ? [] : [`${name} is no setting of Crusoe`])),
    ];
  }

  override create(body: Record<string, unknown>): Reply {
    const model = CATALOGUE.find(({ id }) => id === body.model);
    if (model === undefined || !model.fine_tuning_available)
      return this.refusal(400, `model ${body.model} not found`, 'invalid_model', 'model');
    return super.create({ ...body, metadata: undefined });
  }

  override shown(job: PlatformJob): Record<string, unknown> {
    const { metadata: _, ...shown } = super.shown(job);
    if (job.status === 'succeeded' && !this.#succeeded.has(job.id)) this.#succeeded.set(job.id, this.now);
    const since = this.now - (this.#succeeded.get(job.id) ?? this.now);
    const named = job.status === 'succeeded' && since >= (this.own.namesAfter ?? 170_000);
    return {
      ...shown,
      method: job.body.method ?? { type: 'supervised', supervised: {} },
      fine_tuned_model: named ? `ftmodel-${job.id}` : null,
    };
  }
}
