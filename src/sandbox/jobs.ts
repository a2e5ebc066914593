/** Jobs as requests see them: created, listed, looked at, cancelled, paused, resumed. */
import { LARGEST_BATCH } from '../api/limits.ts';
import { baseOf, hyperparametersOf } from '../api/method.ts';
import { CreateBody } from '../api/requests.ts';
import { ApiError, badRequest, notFound } from './errors.ts';
import { type FileShelf, newId, seconds } from './files.ts';
import type { JobRunner } from './job-runner.ts';
import type { Journal, StoredJob } from './journal.ts';
import { type Call, jsonBody, onlyQuery, page } from './requests.ts';
import { hashText } from './trainer/pieces.ts';

const FIELDS = [
  'model',
  'training_file',
  'validation_file',
  'suffix',
  'seed',
  'method',
  'hyperparameters',
  'integrations',
  'metadata',
  'trainingType',
];
/** Who owns the models, as a vendor's name would stand there. */
const OWNER = 'finetune-action';
const OVER = new Set(['succeeded', 'failed', 'cancelled']);

function methodOf(body: CreateBody): StoredJob['method'] {
  if (body.method !== undefined) return body.method;
  return { type: 'supervised', supervised: { hyperparameters: body.hyperparameters ?? {} } };
}

export class JobDesk {
  readonly #journal: Journal;
  readonly #files: FileShelf;
  readonly #runner: JobRunner;

  constructor(journal: Journal, files: FileShelf, runner: JobRunner) {
    this.#journal = journal;
    this.#files = files;
    this.#runner = runner;
  }

  #get(id: string): StoredJob {
    const job = this.#journal.job.get(id);
    if (job === undefined) throw new ApiError(404, `Could not find fine tune: ${id}`, 'fine_tune_id', 'fine_tune_not_found');
    return job;
  }

  /** The job with the estimate of its end, which no journal needs. */
  show(job: StoredJob): StoredJob {
    return { ...job, estimated_finish: this.#runner.estimatedFinish(job.id) };
  }

  #checkFile(id: string, param: string): void {
    try {
      this.#files.get(id);
    } catch {
      throw badRequest(`invalid ${param}: ${id}`, param);
    }
  }

  async create(call: Call): Promise<StoredJob> {
    const body = await jsonBody(call);
    const unknown = Object.keys(body).find((name) => !FIELDS.includes(name) && !name.startsWith('x_'));
    if (unknown !== undefined) throw badRequest(`Unknown parameter: '${unknown}'.`, unknown, 'unknown_parameter');
    const parsed = CreateBody.safeParse(body);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = issue?.path.map(String).join('.') ?? null;
      throw badRequest(`Invalid value for '${place}': it must be ${issue?.message}.`, place, 'invalid_value');
    }
    const asked = parsed.data;
    if (hyperparametersOf(asked)?.batch_size === LARGEST_BATCH)
      throw badRequest('Invalid value for batch_size: it must be "auto" or a whole number from 1 to 256.', 'batch_size');
    if (asked.method !== undefined && asked.hyperparameters !== undefined)
      throw badRequest("Send 'method' or 'hyperparameters', not both.", 'hyperparameters');
    if (asked.model.startsWith('ft:') ? !this.#journal.model.has(asked.model) : !/^[\w.:/@-]{1,200}$/.test(asked.model)) {
      throw new ApiError(404, `The model '${asked.model}' does not exist`, 'model', 'model_not_found');
    }
    this.#checkFile(asked.training_file, 'training_file');
    if (asked.validation_file != null) this.#checkFile(asked.validation_file, 'validation_file');
    const method = methodOf(asked);
    if (method.type === 'reinforcement' && asked.validation_file == null)
      throw badRequest('Reinforcement fine-tuning needs a validation file.', 'validation_file');
    const id = newId('ftjob-');
    const job: StoredJob = {
      id,
      object: 'fine_tuning.job',
      created_at: seconds(),
      finished_at: null,
      estimated_finish: null,
      model: asked.model,
      fine_tuned_model: null,
      organization_id: 'org-sandbox',
      status: 'validating_files',
      training_file: asked.training_file,
      validation_file: asked.validation_file ?? null,
      result_files: [],
      trained_tokens: null,
      error: { code: null, message: null, param: null },
      hyperparameters: hyperparametersOf({ method }) ?? {},
      method,
      seed: asked.seed ?? hashText(id) % 2_147_483_648,
      integrations: asked.integrations ?? null,
      metadata: asked.metadata ?? null,
      user_provided_suffix: asked.suffix ?? null,
    };
    this.#journal.write({ put: 'job', value: job });
    this.#runner.say(id, 'info', `Created fine-tuning job: ${id}`);
    this.#runner.wake();
    return this.show(job);
  }

  list({ query }: Call) {
    onlyQuery(query, 'after', 'limit', 'metadata', 'metadata[]');
    const pairs = [...query].flatMap(([name, value]) => {
      const key = /^metadata\[(.*)\]$/.exec(name)?.[1];
      return key === undefined ? [] : [[key, value] as const];
    });
    const without = query.get('metadata');
    if (without !== null && (without !== 'null' || pairs.length > 0))
      throw badRequest("metadata must be 'null' or pairs, not both.", 'metadata');
    const jobs = [...this.#journal.job.values()]
      .reverse()
      .filter(
        ({ metadata }) => (without === null || metadata === null) && pairs.every(([key, value]) => metadata?.[key] === value),
      );
    const { first_id: _first, last_id: _last, ...list } = page(jobs, query, { limit: 20, most: 100 });
    return { ...list, data: list.data.map((job) => this.show(job)) };
  }

  retrieve(id: string): StoredJob {
    return this.show(this.#get(id));
  }

  events(id: string, { query }: Call) {
    onlyQuery(query, 'after', 'limit');
    this.#get(id);
    const {
      first_id: _first,
      last_id: _last,
      ...list
    } = page((this.#journal.events.get(id) ?? []).toReversed(), query, { limit: 20, most: 100 });
    return list;
  }

  checkpoints(id: string, { query }: Call) {
    onlyQuery(query, 'after', 'limit');
    this.#get(id);
    return page((this.#journal.checkpoints.get(id) ?? []).toReversed(), query, { limit: 10, most: 100 });
  }

  cancel(id: string): StoredJob {
    const job = this.#get(id);
    if (OVER.has(job.status)) throw badRequest(`Job has already completed: ${id}`, null, 'invalid_state');
    this.#runner.stop(id, { ...job, status: 'cancelled', finished_at: seconds() }, 'Fine-tuning job cancelled');
    return this.retrieve(id);
  }

  pause(id: string): StoredJob {
    const job = this.#get(id);
    if (OVER.has(job.status) || job.status === 'paused')
      throw badRequest(`Job cannot be paused, it is ${job.status}: ${id}`, null, 'invalid_state');
    this.#runner.stop(id, { ...job, status: 'paused' }, 'Fine-tuning job paused');
    return this.retrieve(id);
  }

  resume(id: string): StoredJob {
    const job = this.#get(id);
    if (job.status !== 'paused') throw badRequest(`Job cannot be resumed, it is ${job.status}: ${id}`, null, 'invalid_state');
    const status = this.#journal.progress(id).tokens === null ? 'validating_files' : 'queued';
    this.#journal.write({ put: 'job', value: { ...job, status } });
    this.#runner.say(id, 'info', 'Fine-tuning job resumed');
    this.#runner.wake();
    return this.retrieve(id);
  }

  /** A model that was trained here, or a base model that a job has named. @throws ApiError 404 */
  model(id: string) {
    const own = this.#journal.model.get(id);
    if (own !== undefined) return { id, object: 'model', created: own.created, owned_by: 'org-sandbox' };
    if (!id.startsWith('ft:') && /^[\w.:/@-]{1,200}$/.test(id)) return { id, object: 'model', created: 0, owned_by: OWNER };
    throw new ApiError(404, `The model '${id}' does not exist`, 'model', 'model_not_found');
  }

  models() {
    const bases = [...new Set([...this.#journal.job.values()].map(({ model }) => baseOf(model)))];
    return { object: 'list', data: [...bases, ...this.#journal.model.keys()].map((id) => this.model(id)) };
  }

  removeModel(id: string) {
    if (!this.#journal.model.has(id)) throw notFound('Model', id);
    this.#journal.write({ drop: 'model', id });
    return { id, object: 'model', deleted: true };
  }
}
