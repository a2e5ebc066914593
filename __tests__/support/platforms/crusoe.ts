/**
 * Crusoe's training API as its vendor's own client code, its documentation and a live run of 2026-09-27 describe it. Its machine specification is not to be
 * had (`…/v1/swagger.json`), so what it takes is written down here.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, type Exchange, ok, Platform, type PlatformJob, type PlatformOptions, type Reply } from '../platform.ts';

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

  constructor(options: CrusoeOptions) {
    super(options);
    this.own = options;
  }

  override admit(call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Unauthorized', 'unauthorized');
    return ['pause', 'resume', 'model'].includes(call) ? this.refusal(404, 'Not Found', 'not_found') : undefined;
  }

  override callOf(method: string, path: string): Call {
    return /^\/fine_tuning\/jobs\/estimate_price$/.test(path) || path === '/models' ? 'other' : super.callOf(method, path);
  }

  override answer(call: Call, path: string, query: URLSearchParams, body: Buffer, method: string): Reply {
    if (method === 'GET' && path === '/models') return ok({ object: 'list', data: CATALOGUE });
    if (path === '/fine_tuning/jobs/estimate_price') return ok(this.own.price ?? { estimated_price: '0.12', currency: 'USD' });
    return super.answer(call, path, query, body, method);
  }

  override judge({ method, path, sent }: Exchange): readonly string[] {
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
