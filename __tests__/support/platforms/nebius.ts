/**
 * Nebius Token Factory as its cookbook, the connector that was derived from its specification and recorded runs describe it. Its machine specification is
 * not to be had, so what it takes is written down here.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, type Exchange, Platform, type PlatformFile, type PlatformJob, type Reply } from '../platform.ts';

const FIELDS = [
  'model',
  'training_file',
  'validation_file',
  'method',
  'hyperparameters',
  'seed',
  'suffix',
  'tags',
  'integrations',
  'from_checkpoint',
];
const SETTINGS = [
  'learning_rate',
  'n_epochs',
  'batch_size',
  'warmup_ratio',
  'weight_decay',
  'packing',
  'max_grad_norm',
  'context_length',
  'lora',
  'lora_r',
  'lora_alpha',
  'lora_dropout',
];

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class Nebius extends Platform {
  override admit(call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Unauthorized');
    return ['pause', 'resume', 'model', 'other'].includes(call) ? this.refusal(404, 'Not Found') : undefined;
  }

  /** FastAPI's form. */
  override refusal(status: number, message: string): Reply {
    return { status, body: { detail: message } };
  }

  override judge({ method, path, sent }: Exchange): readonly string[] {
    if (method !== 'POST' || path !== '/fine_tuning/jobs' || !isMap(sent)) return [];
    const settings = isMap(sent.hyperparameters) ? sent.hyperparameters : {};
    return [
      ...Object.keys(sent).flatMap((name) => (FIELDS.includes(name) ? [] : [`${name} is no field of Nebius`])),
      ...Object.keys(settings).flatMap((name) => (SETTINGS.includes(name) ? [] : [`${name} is no setting of Nebius`])),
      ...Object.entries(settings).flatMap(([name, value]) => (value === 'auto' ? [`${name} must be a number`] : [])),
    ];
  }

  /** A file has no status there. */
  override file(file: PlatformFile): Record<string, unknown> {
    return { ...super.file(file), status: null };
  }

  override create(body: Record<string, unknown>): Reply {
    const { metadata: _, ...kept } = body;
    const reply = super.create(kept);
    const job = this.jobs.at(-1);
    // A job begins as `running`.
    if (reply.status !== 200 || job === undefined) return reply;
    job.status = 'running';
    job.life = job.life.filter((word) => word !== 'queued');
    return { status: 200, body: this.shown(job) };
  }

  /** The name of the model was not seen to come. */
  override shown(job: PlatformJob): Record<string, unknown> {
    const { metadata: _, user_provided_suffix: __, ...shown } = super.shown(job);
    return {
      ...shown,
      organization_id: '',
      suffix: job.body.suffix ?? '',
      result_files: [],
      trained_steps: 10,
      total_steps: 10,
      fine_tuned_model: null,
      hyperparameters: job.body.hyperparameters ?? {},
    };
  }
}
