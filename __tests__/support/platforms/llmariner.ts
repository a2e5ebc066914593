/**
 * LLMariner as its repositories describe it: job-manager of 2025-09-26 and file-manager of 2026-04-11. Its replies are protojson: 64-bit numbers are
 * texts, what is not set is an empty text, and what is not known is ignored.
 */
import type { IncomingMessage } from 'node:http';
import {
  type Call,
  type Exchange,
  type JobPage,
  Platform,
  type PlatformFile,
  type PlatformJob,
  type Reply,
} from '../platform.ts';
import { describedBy } from './description.ts';

export const LLMARINER = describedBy('llmariner.json', '/v1', [
  {
    what: 'what the server demands is not marked as required in the description',
    source: 'platforms.md, section 9 (a)',
    amend: ({ components: { schemas } }) => {
      schemas.v1CreateJobRequest.required = ['model', 'training_file', 'suffix'];
      schemas.v1CreateJobRequest.properties.suffix = { type: 'string', minLength: 1, maxLength: 18 };
    },
  },
  {
    what: 'unknown fields are ignored, and so would be paid for in silence: what is asked must be what is known',
    source: 'platforms.md, section 9 (a) and trap 13',
    amend: ({ components: { schemas } }) => {
      for (const name of ['v1CreateJobRequest', 'v1FineTuningJobMethod', 'v1FineTuningJobMethodHyperparameters'])
        schemas[name].additionalProperties = false;
    },
  },
]);

const GRPC: Readonly<Record<number, number>> = { 400: 3, 401: 16, 404: 5 };
const ENDED = ['succeeded', 'failed', 'cancelled'];
/** `validating_files` and `paused` are no states of it. */
const SHOWN: Readonly<Record<string, string>> = { validating_files: 'queued', cancelled: 'canceled' };

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers are numbers there: protojson refuses any text that is none. */
function notANumber(settings: unknown): string | undefined {
  return isMap(settings) ? Object.keys(settings).find((name) => Number.isNaN(Number(settings[name]))) : undefined;
}

export class Llmariner extends Platform {
  override admit(call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'missing authorization');
    // It has none of these routes, and models are another server's.
    if (['events', 'checkpoints', 'pause', 'resume', 'content', 'model', 'other'].includes(call))
      return this.refusal(404, 'Not Found');
    return undefined;
  }

  override judge({ method, path, sent, reply }: Exchange): readonly string[] {
    if (reply.status === 404) return [];
    return [
      ...(reply.status === 400 ? [] : LLMARINER.requestFaults(method, path, sent)),
      ...LLMARINER.replyFaults(method, path, reply.status, reply.body),
    ];
  }

  override refusal(status: number, message: string): Reply {
    return { status, body: { code: GRPC[status] ?? 2, message, details: [] } };
  }

  override paged(items: readonly Record<string, unknown>[], query: URLSearchParams): JobPage & { total_items: number } {
    return { ...super.paged(items, query), total_items: items.length };
  }

  override file(file: PlatformFile): Record<string, unknown> {
    return {
      id: file.id,
      bytes: String(file.bytes.length),
      created_at: String(file.created_at),
      filename: file.filename,
      object: 'file',
      purpose: 'fine-tune',
      object_store_path: '',
    };
  }

  override upload(body: Buffer): Reply {
    const { body: shown } = super.upload(body);
    const { bytes, created_at, ...rest } = isMap(shown) ? shown : {};
    return { status: 201, body: { ...rest, bytes: Number(bytes), created_at: Number(created_at) } };
  }

  override create(body: Record<string, unknown>): Reply {
    const suffix = typeof body.suffix === 'string' ? body.suffix : '';
    if (suffix === '') return this.refusal(400, 'suffix is required');
    if (suffix.length > 18) return this.refusal(400, 'suffix is too long');
    const flat = isMap(body.method) ? body.method.hyperparameters : undefined;
    const text = notANumber(body.hyperparameters) ?? notANumber(flat);
    if (text !== undefined) return this.refusal(400, `proto: invalid value for int32 field ${text}: "auto"`);
    const resources = isMap(body.metadata) ? body.metadata['resources.gpu'] : undefined;
    return super.create({ ...body, metadata: resources === undefined ? undefined : { 'resources.gpu': resources } });
  }

  override shown(job: PlatformJob): Record<string, unknown> {
    const { body } = job;
    const ended = ENDED.includes(job.status);
    // What it does not know (`method.supervised`) it has not kept.
    const { type = 'supervised', hyperparameters } = isMap(body.method) ? body.method : {};
    return {
      id: job.id,
      created_at: String(job.created_at),
      ...(job.status === 'failed' ? { error: { code: 'internal', message: 'It broke.', param: '' } } : {}),
      fine_tuned_model: job.status === 'succeeded' ? `ft:${body.model}:${body.suffix}-${job.id}` : '',
      finished_at: String(ended ? job.created_at + 60 : 0),
      hyperparameters: body.hyperparameters ?? { batch_size: 0, learning_rate_multiplier: 0, n_epochs: 0 },
      method: { type, hyperparameters: hyperparameters ?? { batch_size: 0, beta: 0, learning_rate_multiplier: 0, n_epochs: 0 } },
      model: body.model,
      object: 'fine_tuning.job',
      organization_id: 'org',
      result_files: [],
      status: SHOWN[job.status] ?? job.status,
      trained_tokens: 0,
      training_file: body.training_file,
      validation_file: body.validation_file ?? '',
      integrations: [],
      seed: body.seed ?? 0,
      project_id: 'project',
      kubernetes_namespace: 'default',
      cluster_id: 'cluster',
      resources: body.resources ?? { gpu_count: 0 },
    };
  }
}
