/**
 * Azure OpenAI's data plane as its specification, Microsoft's pages and live reports describe it. Who signs in and what is deployed is known to the cloud
 * around it (`azure-cloud.ts`).
 */
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
import type { AzureCloud } from './azure-cloud.ts';
import { describedBy } from './description.ts';

export const AZURE = describedBy('azure-data-plane.json', '', [
  {
    what: 'trainingType stands beside the described fields of a job; other fields that nobody knows would be a slip',
    source: 'Microsoft’s fine-tuning pages of 2026-10 (platforms.md, section 1)',
    amend: ({ components: { schemas } }) => {
      const create = schemas['OpenAI.CreateFineTuningJobRequest'];
      create.properties.trainingType = { enum: ['GlobalStandard', 'Standard', 'Developer'] };
      create.additionalProperties = false;
    },
  },
  {
    what: 'a job is pending before it is queued, and has neither organisation nor result files then; paused and its like are no described states',
    source: 'LiteLLM pull request 24687, live, 2026-03',
    amend: ({ components: { schemas } }) => {
      const { properties } = schemas['OpenAI.FineTuningJob'];
      properties.status.enum.push('pending', 'paused', 'pausing', 'resuming');
      for (const name of ['organization_id', 'result_files']) properties[name].type = [properties[name].type, 'null'];
    },
  },
  {
    what: 'healthy jobs carry an error whose fields are null',
    source: 'as OpenAI does (platforms.md, section 1)',
    amend: ({ components: { schemas } }) => {
      const { properties } = schemas['OpenAI.FineTuningJobError'];
      for (const name of Object.keys(properties)) properties[name] = { type: ['string', 'null'] };
    },
  },
]);

export const KEY = 'azure-key';
const OPEN = /llama|qwen|gpt-oss|ministral/i;
/** What a resource takes. Source: Microsoft's limits page, 2026-02. */
const LIMITS = { jobs: 100, files: 100, running: 3, queued: 20 };

export interface AzureOptions extends PlatformOptions {
  readonly cloud?: AzureCloud;
  /** A project's endpoint instead of the resource's own. */
  readonly project?: string;
  /** So many looks a file is pending after its upload. */
  readonly fileWaits?: number;
  /** Metadata may be in the schema and not in the answer: nobody has seen it. */
  readonly echoesMetadata?: boolean;
}

export class Azure extends Platform {
  readonly own: AzureOptions;
  readonly #waits = new Map<string, number>();

  constructor(options: AzureOptions) {
    super(options);
    this.own = options;
  }

  override get rootPath(): string {
    const { project } = this.own;
    return project === undefined ? '/openai/v1' : `/api/projects/${project}/openai/v1`;
  }

  override callOf(method: string, path: string): Call {
    return path === '/chat/completions' || path.startsWith('/uploads') ? 'other' : super.callOf(method, path);
  }

  override admit(_call: Call, { headers }: IncomingMessage): Reply | undefined {
    if (headers['api-key'] === KEY && headers.authorization === undefined) return undefined;
    const audience = this.own.project === undefined ? 'https://cognitiveservices.azure.com' : 'https://ai.azure.com';
    const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
    if (token !== undefined && this.own.cloud?.accepts(token, audience)) return undefined;
    return this.refusal(401, 'Access denied due to invalid subscription key or wrong API endpoint.', '401');
  }

  override refusal(status: number, message: string, code: string | null): Reply {
    return { status, headers: { 'apim-request-id': 'apim-1' }, body: { error: { code: code ?? String(status), message } } };
  }

  override judge({ method, path, sent, reply }: Exchange): readonly string[] {
    return [
      ...AZURE.requestFaults(method, path, sent),
      ...(reply.status < 400 ? AZURE.replyFaults(method, path, reply.status, reply.body) : []),
    ].map((fault) => `${method} ${path}: ${fault}`);
  }

  override answer(call: Call, path: string, query: URLSearchParams, body: Buffer, method: string): Reply {
    if (path.startsWith('/uploads')) return this.refusal(404, 'Resource not found', '404');
    if (path === '/chat/completions') return this.#chat(JSON.parse(String(body)));
    return super.answer(call, path, query, body, method);
  }

  #chat({ model, ...asked }: Record<string, unknown>): Reply {
    const refused = this.own.cloud?.refusesCall(String(model));
    if (refused !== undefined) return this.refusal(refused.status, refused.message, refused.code);
    const reasons = { content_filter_results: {}, finish_reason: 'length', index: 0, logprobs: null };
    const message = { role: 'assistant', content: 'Hel', refusal: null };
    const created = Math.floor(this.now / 1000);
    const tokens = Number(asked.max_completion_tokens ?? 1);
    const usage = { prompt_tokens: 8, completion_tokens: tokens, total_tokens: 8 + tokens };
    return ok({ id: 'chatcmpl-1', object: 'chat.completion', created, model, choices: [{ ...reasons, message }], usage });
  }

  override upload(body: Buffer): Reply {
    if (this.files.length >= LIMITS.files) return this.refusal(400, 'The maximum number of files is exceeded.', 'quotaExceeded');
    const reply = super.upload(body);
    const file = this.files.at(-1);
    if (file === undefined) return reply;
    file.status = 'pending';
    this.#waits.set(file.id, this.own.fileWaits ?? 1);
    return ok(this.file(file));
  }

  override file(file: PlatformFile): Record<string, unknown> {
    const left = this.#waits.get(file.id) ?? 0;
    if (left > 0) this.#waits.set(file.id, left - 1);
    else file.status = 'processed';
    return super.file(file);
  }

  override create(body: Record<string, unknown>): Reply {
    if (this.jobs.length >= LIMITS.jobs)
      return this.refusal(400, 'The maximum number of fine-tuning jobs is exceeded.', 'quotaExceeded');
    if (OPEN.test(String(body.model)) && body.trainingType === undefined)
      return this.refusal(400, `The specified base model ${body.model} does not support fine-tuning.`, 'invalidPayload');
    const reply = super.create(body);
    const job = this.jobs.at(-1);
    if (reply.status !== 200 || job === undefined) return reply;
    job.status = 'pending';
    return ok(this.shown(job));
  }

  /** The list takes no filter: what else is asked of it is ignored. */
  override listed(query: URLSearchParams): Record<string, unknown>[] {
    return super.listed(new URLSearchParams([...query].filter(([name]) => ['after', 'limit'].includes(name))));
  }

  override paged(items: readonly Record<string, unknown>[], query: URLSearchParams): JobPage {
    const page = super.paged(items, query);
    const ids = page.data.map(({ id }) => String(id));
    return Object.assign(page, { first_id: ids[0] ?? '', last_id: ids.at(-1) ?? '' });
  }

  override onJob(call: Call, path: string, query: URLSearchParams): Reply {
    const job = this.jobs.find(({ id }) => path.split('/')[3] === id);
    if (call === 'pause' && job !== undefined && job.status !== 'running')
      return this.refusal(400, `The job is ${job.status}; only a running job can be paused.`, 'invalidOperation');
    return super.onJob(call, path, query);
  }

  override shown(job: PlatformJob): Record<string, unknown> {
    const { metadata, ...shown } = super.shown(job);
    const { model, suffix } = job.body;
    const named = `${model}.ft-${job.id.replace('ftjob-', '0a1b')}${suffix === undefined ? '' : `-${suffix}`}`;
    return {
      ...shown,
      fine_tuned_model: job.status === 'succeeded' ? named : null,
      organization_id: null,
      result_files: job.status === 'succeeded' ? [] : null,
      hyperparameters: { n_epochs: 3, batch_size: 1, learning_rate_multiplier: 1 },
      method: job.body.method ?? { type: 'supervised', supervised: {} },
      ...(this.own.echoesMetadata === false ? {} : { metadata }),
    };
  }
}
