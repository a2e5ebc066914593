/** Together AI as its machine description (its npm SDK 0.52.0 included) has it: files, jobs, events, prices. */
import type { IncomingMessage } from 'node:http';
import {
  type Call,
  type Exchange,
  type JobPage,
  ok,
  Platform,
  type PlatformFile,
  type PlatformJob,
  type PlatformOptions,
  type Reply,
} from '../platform.ts';
import { describedBy } from './description.ts';
import { type EndpointOptions, Endpoints } from './together-endpoints.ts';
import { Storage } from './together-storage.ts';

export const TOGETHER = describedBy('together.json', '', [
  {
    what: 'what the server does not know must not be asked, for it would be ignored in silence',
    source: 'our own rule; the schema leaves bodies open',
    amend: ({ paths }) => {
      paths['/fine-tunes'].post.requestBody.content['application/json'].schema.additionalProperties = false;
    },
  },
]);

const WORDS: Readonly<Record<string, string>> = {
  validating_files: 'pending',
  succeeded: 'completed',
  failed: 'error',
};

const COMMON = {
  max_num_epochs: 20,
  max_num_evals: 100,
  max_num_checkpoints: 10,
  min_learning_rate: 1e-8,
  max_learning_rate: 0.01,
  max_seq_length_sft: 24_576,
  max_seq_length_dpo: 12_288,
  min_max_seq_length: 512,
  supports_vision: false,
  supports_tools: true,
  supports_reasoning: true,
  merge_output_lora: true,
  default_gradient_accumulation_steps: 1,
};
const LORA = {
  max_batch_size: 96,
  max_batch_size_dpo: 48,
  min_batch_size: 8,
  max_rank: 64,
  target_modules: ['q_proj', 'v_proj'],
};
/** What each model takes. */
const LIMITS: Readonly<Record<string, object>> = {
  'Qwen/Qwen3-8B': { ...COMMON, model_name: 'Qwen/Qwen3-8B', lora_training: LORA, supports_full_training: false },
  'moonshotai/Kimi-K2': {
    ...COMMON,
    model_name: 'moonshotai/Kimi-K2',
    max_seq_length_dpo: 0,
    lora_training: LORA,
    full_training: { max_batch_size: 16, max_batch_size_dpo: 8, min_batch_size: 16 },
    supports_full_training: true,
  },
};

export interface TogetherOptions extends PlatformOptions {
  /** What the price call answers. */
  readonly price?: unknown;
  /** What was measured. */
  readonly metrics?: readonly Readonly<Record<string, number>>[];
  /** So many price calls come before the data is validated. */
  readonly pricesLate?: number;
  readonly endpoints?: EndpointOptions;
}

const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();

export class Together extends Platform {
  readonly own: TogetherOptions;
  readonly endpoints: Endpoints;
  readonly storage: Storage;
  #priced = 0;

  constructor(options: TogetherOptions) {
    super(options);
    this.own = options;
    this.storage = new Storage(this);
    this.endpoints = new Endpoints(options.endpoints ?? {}, (...words) => this.refusal(...words));
  }

  override admit(call: Call, { headers, url }: IncomingMessage): Reply | undefined {
    this.storage.root = `http://${headers.host}${this.rootPath}`;
    // Whoever has a signed address needs no other credential, and must show none.
    if (call === 'other' && url?.includes('/storage/'))
      return headers.authorization === undefined ? undefined : this.refusal(400, 'A credential came along.', 'leaked');
    if (!/^Bearer \S+$/.test(headers.authorization ?? '')) return this.refusal(401, 'Invalid API key', 'invalid_api_key');
    return ['pause', 'resume', 'model'].includes(call) ? this.refusal(404, 'Not Found', null) : undefined;
  }

  override judge({ method, path, sent, reply }: Exchange): readonly string[] {
    if (reply.status >= 400) return [];
    if (path.startsWith('/storage/')) return [];
    const form = path === '/files/upload' || /^\/files\?/.test(path);
    // A body that may be left out is judged where it is sent.
    return [
      ...(form || (method === 'GET' && sent === undefined) ? [] : TOGETHER.requestFaults(method, path, sent)),
      ...TOGETHER.replyFaults(method, path, reply.status, reply.body),
    ];
  }

  #wirePath(path: string): string {
    return path.replace(/^\/fine-tunes/, '/fine_tuning/jobs');
  }

  override callOf(method: string, path: string): Call {
    if (method === 'GET' && path === '/files') return 'list files';
    if (method === 'POST' && path === '/files') return 'upload';
    return /^\/(storage\/|files\/multipart\/|files\/[^/]+\/preprocess|fine-tunes\/(estimate-price|models\/|[^/]+\/metrics$)|endpoints|hardware|chat\/)/.test(
      path,
    )
      ? 'other'
      : super.callOf(method, this.#wirePath(path));
  }

  override answer(call: Call, path: string, query: URLSearchParams, body: Buffer, method: string): Reply {
    if (path === '/fine-tunes/estimate-price' && this.#priced++ < (this.own.pricesLate ?? 0))
      return ok({ estimation_available: false, unavailable_reason: 'train_file_not_validated' });
    if (path === '/fine-tunes/estimate-price')
      return ok(this.own.price ?? { estimation_available: true, estimated_total_price: 0.4, allowed_to_proceed: true });
    if (/^\/fine-tunes\/[^/]+\/metrics$/.test(path)) return ok({ metrics: this.own.metrics ?? [] });
    if (path === '/fine-tunes/models/supported') return ok({ models: Object.keys(LIMITS) });
    if (path === '/fine-tunes/models/limits') {
      const limits = LIMITS[query.get('model_name') ?? ''];
      return limits === undefined ? { status: 404, body: { message: 'Model not found.' } } : ok(limits);
    }
    const stored = this.storage.answer(method, path, query, body);
    if (stored !== undefined) return stored;
    const sent = (): Record<string, unknown> => ({ ...JSON.parse(String(body)) });
    if (path === '/chat/completions') return this.endpoints.chat(sent().model);
    return this.endpoints.answer(method, path, sent, this.now) ?? super.answer(call, this.#wirePath(path), query, body, method);
  }

  /** A list comes whole. */
  override paged(items: readonly Record<string, unknown>[]): JobPage {
    return { object: 'list', data: items, has_more: false };
  }

  override file({ id, bytes, created_at, filename, status }: PlatformFile): Record<string, unknown> {
    return {
      id,
      object: 'file',
      created_at,
      filename,
      bytes: bytes.length,
      purpose: 'fine-tune',
      FileType: 'jsonl',
      Processed: status === 'processed',
      processing_status: status === 'processed' ? 'COMPLETED' : 'PENDING',
    };
  }

  /** No seed and no suffix are shown. */
  override shown({ id, status, created_at, body }: PlatformJob): Record<string, unknown> {
    const ended = ['succeeded', 'failed', 'cancelled'].includes(status);
    return {
      id,
      status: WORDS[status] ?? status,
      created_at: isoOf(created_at),
      updated_at: isoOf(created_at + (ended ? 60 : 0)),
      user_id: 'u-1',
      model: body.model,
      training_file: body.training_file,
      validation_file: typeof body.validation_file === 'string' ? body.validation_file : '',
      training_method: body.training_method,
      n_epochs: body.n_epochs ?? 1,
      batch_size: typeof body.batch_size === 'number' ? body.batch_size : 32,
      model_output_name: `acct/${body.model}-${id}`,
      token_count: 1000,
    };
  }

  override onJob(call: Call, path: string, query: URLSearchParams): Reply {
    if (call === 'events' && this.options.events === undefined) {
      const job = this.jobs.find(({ id }) => path.includes(id));
      const event = { object: 'fine-tune-event', level: null, message: 'Job pending', type: 'job_pending' };
      return ok({ data: job === undefined ? [] : [{ ...event, created_at: isoOf(job.created_at) }] });
    }
    return super.onJob(call, path, query);
  }
}
