/**
 * Fireworks as its machine description has it (Gateway 4.259.0, the supervised job of 5.10.0): datasets, jobs under IDs of the client's choosing, models.
 * What no description says (which IDs are legal, what a taken one is answered, how a refusal looks) is of the vendor's Python SDK and its documentation.
 */
import type { IncomingMessage } from 'node:http';
import { type Call, type Exchange, ok, Platform, type PlatformJob, type PlatformOptions, type Reply } from '../platform.ts';
import { describedBy } from './description.ts';
import { FireworksDeployments } from './fireworks-deployments.ts';

const ROOT = '/v1/accounts/acc';
const CLOSED = [
  'GatewayCreateDatasetBody',
  'gatewaySupervisedFineTuningJob',
  'gatewayDpoJob',
  'gatewayBaseTrainingConfig',
  'gatewayReinforcementLearningLossConfig',
  'gatewayDpoConfig',
  'gatewayWandbConfig',
  'gatewayDeployment',
];

export const FIREWORKS = describedBy('fireworks.json', '', [
  {
    what: 'what the server does not know must not be asked, for it would be ignored in silence',
    source: 'our own rule; the schema leaves bodies open',
    amend: ({ components }) => {
      for (const name of CLOSED) components.schemas[name].additionalProperties = false;
    },
  },
]);

const WORDS: Readonly<Record<string, string>> = {
  validating_files: 'VALIDATING',
  queued: 'PENDING',
  running: 'RUNNING',
  paused: 'PAUSED',
  succeeded: 'COMPLETED',
  failed: 'FAILED',
  cancelled: 'CANCELLED',
  archived: 'ARCHIVED',
};

/** A collection, the ID of one of its things, and what is asked of it. */
const PLACE = /^\/(datasets|supervisedFineTuningJobs|dpoJobs|deployments)(?:\/([^/:]+))?(?::(\w+))?$/;
const LEGAL = /^[a-z0-9-]{1,63}$/;
const MODELS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'accounts/fireworks/models/qwen3-8b': { kind: 'HF_BASE_MODEL', tunable: true },
  'accounts/fireworks/models/flux-1': { kind: 'FLUMINA_BASE_MODEL', tunable: false },
  'accounts/acc/models/mine': { kind: 'HF_PEFT_ADDON' },
};

export interface FireworksOptions extends PlatformOptions {
  /** It has no call that stops a job, as its SDK has none. */
  readonly lacksCancel?: boolean;
  /** The ID of a job that was deleted is never given again, and its job is not to be seen. */
  readonly keepsIds?: boolean;
  /** What the call for a price answers. */
  readonly price?: unknown;
  /** There is no such call. */
  readonly lacksPrice?: boolean;
  /** What becomes of a deployment that is being created. */
  readonly deploymentLife?: readonly string[];
  /** So many rows are shown of every dataset. */
  readonly rowsShown?: () => number | undefined;
  /** So many seconds a job trains from its creation on, and says how far it is. */
  readonly trainsFor?: number;
  /** Why a dataset cannot be used. */
  readonly datasetFault?: { readonly code: string; readonly message: string };
  /** The root of this very server, for the addresses that it signs. */
  readonly signs?: () => string;
}

const COST = { currencyCode: 'USD', units: '0', nanos: 120_000_000 };
const isoOf = (seconds: number) => new Date(seconds * 1000).toISOString();
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const mapOf = (value: unknown) => (isMap(value) ? value : {});

export class Fireworks extends Platform {
  readonly own: FireworksOptions;
  readonly hosting: FireworksDeployments;
  /** So many rows each dataset has. */
  readonly rows = new Map<string, number>();
  /** IDs that are given away, with the jobs that were deleted. */
  readonly taken = new Set<string>();
  /** Looks that a dataset still needs until it can be used. */
  readonly #validating = new Map<string, number>();

  constructor(options: FireworksOptions) {
    super(options);
    this.own = options;
    this.hosting = new FireworksDeployments(() => this.now, options.deploymentLife);
  }

  override get rootPath(): string {
    return ROOT;
  }

  /** Models of others, and their use, are beside the account. */
  override below(pathname: string): string {
    return pathname.startsWith(`${ROOT}/`) ? pathname.slice(ROOT.length) : pathname;
  }

  override admit(_: Call, { headers, url = '' }: IncomingMessage): Reply | undefined {
    if (url.startsWith('/signed/')) {
      if (headers.authorization !== undefined) this.faults.push('a credential went to a signed address');
      return undefined;
    }
    return /^Bearer \S+$/.test(headers.authorization ?? '') ? undefined : this.refusal(401, 'Unauthenticated', '16');
  }

  override refusal(status: number, message: string, code: string | null): Reply {
    return { status, body: { code: Number(code ?? 2), message, details: [] } };
  }

  override missing(what: string): Reply {
    return this.refusal(404, `${what} not found`, '5');
  }

  override judge({ method, path, sent, reply }: Exchange): readonly string[] {
    if (path.startsWith('/signed/')) return [];
    const real = /^\/(v1|inference)\//.test(path) ? path.replace(/^\/inference/, '') : `${ROOT}${path}`;
    if (reply.status >= 400) return [];
    const form = /:upload(\?|$)/.test(path);
    return [
      ...(form ? [] : FIREWORKS.requestFaults(method, real, sent)),
      ...FIREWORKS.replyFaults(method, real, reply.status, reply.body),
    ];
  }

  override callOf(method: string, path: string): Call {
    const [, collection, id, verb] = PLACE.exec(path) ?? [];
    if (/\/models\/[^/]+$/.test(path)) return 'model';
    if (path.startsWith('/signed/')) return method === 'PUT' ? 'upload' : 'content';
    if (collection === 'datasets') {
      if (verb === 'upload') return 'upload';
      if (method === 'DELETE') return 'delete file';
      return method === 'GET' && id !== undefined ? 'file' : 'other';
    }
    if (collection === undefined || collection === 'deployments') return 'other';
    if (id === undefined) return verb !== undefined ? 'other' : method === 'POST' ? 'create' : 'list jobs';
    if (verb === 'cancel' || method === 'DELETE') return 'cancel';
    if (verb === 'resume') return 'resume';
    // A look at what is not there is a search for it.
    return this.#jobAt(collection, id) === undefined ? 'list jobs' : 'job';
  }

  #jobAt(collection: string, id: string): PlatformJob | undefined {
    return this.jobs.find((job) => job.id === id && job.body.collection === collection);
  }

  override answer(call: Call, path: string, query: URLSearchParams, body: Buffer, method: string): Reply {
    if (path.startsWith('/signed/')) return this.#signed(path, body, method);
    if (call === 'model') return this.#model(path);
    const [, collection = '', id, verb] = PLACE.exec(path) ?? [];
    const sent = method === 'POST' && verb !== 'upload' && body.length > 0 ? mapOf(JSON.parse(String(body))) : {};
    if (collection === 'datasets') return this.#dataset(id, verb, method, sent, body);
    if (path === '/inference/v1/chat/completions') return this.hosting.chat(mapOf(JSON.parse(String(body))));
    if (collection === 'deployments') return this.hosting.answer(id, method, sent, query);
    if (collection === '') return this.missing('route');
    if (id === undefined && verb === 'estimateCost')
      return this.own.lacksPrice ? this.missing('method') : ok(this.own.price ?? { estimatedCost: COST });
    if (id === undefined) return method === 'POST' ? this.#create(collection, sent, query) : this.#list(collection, query);
    const job = this.#jobAt(collection, id);
    if (job === undefined) return this.missing('job');
    return this.#onJob(job, collection, verb, method);
  }

  #model(path: string): Reply {
    const name = path.startsWith('/v1/') ? path.slice('/v1/'.length) : `accounts/acc${path}`;
    const trained = this.jobs.some((job) => job.status === 'succeeded' && this.#outputOf(job) === name);
    const known = MODELS[name] ?? (trained ? { kind: 'HF_PEFT_ADDON' } : undefined);
    return known === undefined ? this.missing('model') : ok({ name, state: 'READY', ...known });
  }

  #dataset(id: string | undefined, verb: string | undefined, method: string, sent: Record<string, unknown>, body: Buffer): Reply {
    if (id === undefined) {
      const datasetId = String(sent.datasetId);
      if (!LEGAL.test(datasetId)) return this.refusal(400, `invalid dataset id ${datasetId}`, '3');
      if (this.files.some((file) => file.id === datasetId)) return this.refusal(409, 'dataset already exists', '6');
      const created_at = Math.floor(this.now / 1000);
      this.rows.set(datasetId, Number(mapOf(sent.dataset).exampleCount ?? 0));
      this.files.push({ id: datasetId, filename: '', bytes: Buffer.alloc(0), created_at, status: 'UPLOADING' });
      return ok(this.#shownDataset(datasetId));
    }
    const at = this.files.findIndex((file) => file.id === id);
    if (at < 0) return this.missing('dataset');
    if (method === 'DELETE') {
      this.files.splice(at, 1);
      return ok({});
    }
    if (verb === 'upload') return this.#fill(id, contentOf(body));
    if (verb === 'getUploadEndpoint') {
      const names = Object.keys(mapOf(sent.filenameToSize));
      const urls = names.map((name) => [name, `${this.own.signs?.()}/signed/${id}?signature=s3cret`]);
      return ok({ filenameToSignedUrls: Object.fromEntries(urls) });
    }
    if (verb === 'validateUpload') return ok({});
    return ok(this.#shownDataset(id));
  }

  #fill(id: string, bytes: Buffer): Reply {
    const at = this.files.findIndex((file) => file.id === id);
    const file = this.files[at];
    if (file === undefined) return this.missing('dataset');
    this.files[at] = { ...file, bytes, filename: 'train.jsonl', status: 'UPLOADING' };
    this.#validating.set(id, 2);
    return ok({
      id,
      bytes: bytes.length,
      created_at: file.created_at,
      filename: 'train.jsonl',
      object: 'file',
      purpose: 'fine-tune',
    });
  }

  #shownDataset(id: string): Record<string, unknown> {
    const file = this.files.find((one) => one.id === id);
    const left = this.#validating.get(id);
    if (left !== undefined && this.own.datasetFault === undefined) this.#validating.set(id, left - 1);
    if (file !== undefined && left === 0) file.status = 'READY';
    const fault = left === undefined ? undefined : this.own.datasetFault;
    return {
      name: `accounts/acc/datasets/${id}`,
      createTime: isoOf(file?.created_at ?? 0),
      state: file?.status,
      status: fault ?? { code: 'OK', message: '' },
      userUploaded: {},
      exampleCount: String(this.own.rowsShown?.() ?? this.rows.get(id) ?? 0),
    };
  }

  #signed(path: string, body: Buffer, method: string): Reply {
    if (method !== 'GET') return this.#fill(path.slice('/signed/'.length), body);
    return { status: 200, body: undefined, text: 'step,train_loss\n1,0.5\n' };
  }

  #create(collection: string, body: Record<string, unknown>, query: URLSearchParams): Reply {
    const id = query.get(collection === 'dpoJobs' ? 'dpoJobId' : 'supervisedFineTuningJobId') ?? '';
    if (!LEGAL.test(id)) return this.refusal(400, `invalid job id ${id}`, '3');
    if (String(body.displayName ?? '').length > 63) return this.refusal(400, 'display name is too long', '3');
    if (this.#jobAt(collection, id) !== undefined || this.taken.has(id))
      return this.refusal(409, `job ${id} already exists`, '6');
    const dataset = String(body.dataset);
    const file = this.files.find((one) => dataset === `accounts/acc/datasets/${one.id}`);
    if (file?.status !== 'READY') return this.refusal(400, `dataset ${dataset} is not ready`, '9');
    const job: PlatformJob = {
      id,
      created_at: Math.floor(this.now / 1000),
      metadata: null,
      body: { ...body, collection },
      status: 'validating_files',
      life: [...(this.options.life ?? ['queued', 'running', 'succeeded'])],
    };
    this.jobs.push(job);
    return ok(this.shown(job));
  }

  #list(collection: string, query: URLSearchParams): Reply {
    const seen = this.jobs
      .filter(({ id, body }) => body.collection === collection && LEGAL.test(id))
      .filter((job) => this.now - job.created_at * 1000 >= (this.options.listLag ?? 0))
      .toSorted((left, right) => (left.id < right.id ? -1 : 1));
    const from = Number(query.get('pageToken') ?? 0);
    const size = Number(query.get('pageSize') ?? 50);
    const next = from + size < seen.length ? String(from + size) : '';
    return ok({
      [collection]: seen.slice(from, from + size).map((job) => this.shown(job)),
      nextPageToken: next,
      totalSize: seen.length,
    });
  }

  #onJob(job: PlatformJob, collection: string, verb: string | undefined, method: string): Reply {
    const over = ['succeeded', 'failed', 'cancelled', 'archived'].includes(job.status);
    if (method === 'DELETE') {
      if (this.own.keepsIds) this.taken.add(job.id);
      // It stays in the books, under a name that nobody asks for.
      const gone = { ...job, id: `${job.id} (deleted)`, status: over ? job.status : 'cancelled', life: [] };
      this.jobs.splice(this.jobs.indexOf(job), 1, gone);
      return ok({});
    }
    switch (verb) {
      case undefined:
        if (!over) job.status = this.#share(job) === 1 ? 'succeeded' : (job.life.shift() ?? job.status);
        return ok(this.shown(job));
      case 'cancel':
        if (this.own.lacksCancel) return this.missing('method');
        if (over) return this.refusal(400, `job is ${job.status}`, '9');
        if (this.options.slowVerbs === undefined) job.status = 'cancelled';
        else job.life = ['cancelled'];
        return ok({});
      case 'resume':
        if (job.status !== 'paused') return this.refusal(400, `job is ${job.status}`, '9');
        job.status = 'queued';
        return ok(this.shown(job));
      case 'getMetricsFileEndpoint':
        return collection === 'dpoJobs'
          ? ok({ signedUrl: `${this.own.signs?.()}/signed/metrics?signature=s3cret` })
          : this.missing('method');
      default:
        return this.missing('method');
    }
  }

  /** How much of it is trained; undefined where that takes no time. */
  #share({ created_at }: PlatformJob): number | undefined {
    const { trainsFor } = this.own;
    return trainsFor === undefined ? undefined : Math.min(1, (this.now / 1000 - created_at) / trainsFor);
  }

  /** What is 0 is left out, as everywhere in its messages. */
  #progressOf(job: PlatformJob, ended: boolean): Record<string, number> {
    const epochs = Number(job.body.epochs ?? 1);
    const done = (this.#share(job) ?? 0.1) * epochs;
    const epoch = ended ? epochs - 1 : Math.floor(done);
    const percent = ended ? 100 : Math.floor((done - epoch) * 100);
    return { ...(percent > 0 ? { percent } : {}), ...(epoch > 0 ? { epoch } : {}), inputTokens: 1000 };
  }

  #outputOf({ id, body }: PlatformJob): string {
    const output = String(mapOf(body.trainingConfig).outputModel ?? body.outputModel ?? id);
    return output.includes('/') ? output : `accounts/acc/models/${output}`;
  }

  override shown(job: PlatformJob): Record<string, unknown> {
    const { collection, ...asked } = job.body;
    const { wandbConfig } = asked;
    const ended = ['succeeded', 'failed', 'cancelled', 'archived'].includes(job.status);
    const output = { outputModel: this.#outputOf(job) };
    return {
      ...asked,
      ...(collection === 'dpoJobs' ? { trainingConfig: { ...mapOf(asked.trainingConfig), ...output } } : output),
      ...(isMap(wandbConfig) ? { wandbConfig } : {}),
      name: `accounts/acc/${collection}/${job.id}`,
      createTime: isoOf(job.created_at),
      ...(ended ? { completedTime: isoOf(job.created_at + 60) } : {}),
      state: `JOB_STATE_${WORDS[job.status] ?? job.status}`,
      status: job.status === 'failed' ? { code: 'INTERNAL', message: 'It broke.' } : { code: 'OK', message: '' },
      createdBy: 'ci@example.com',
      ...(collection === 'dpoJobs'
        ? { trainerLogsSignedUrl: 'https://logs.example/?signature=s3cret' }
        : {
            updateTime: isoOf(job.created_at),
            jobProgress: this.#progressOf(job, ended),
            metricsFileSignedUrl: ended
              ? `${this.own.signs?.() ?? 'https://metrics.example'}/signed/metrics?signature=s3cret`
              : '',
            estimatedCost: COST,
          }),
      ...this.options.more?.(job),
    };
  }
}

/** The bytes of the file in a form. */
function contentOf(body: Buffer): Buffer {
  const text = body.toString('latin1');
  const boundary = text.slice(0, text.indexOf('\r\n'));
  const from = text.indexOf('\r\n\r\n') + 4;
  return body.subarray(from, text.lastIndexOf(`\r\n${boundary}--`));
}
