/** Jobs as they run: validated, queued, trained one at a time in a worker thread, finished. */
import { statSync, writeFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { baseOf } from '../api/method.ts';
import { messageOf } from '../errors.ts';
import { type FileShelf, newId, seconds } from './files.ts';
import type { Journal, StoredEvent, StoredJob } from './journal.ts';
import { resultCsv } from './result-file.ts';
import type { TrainerReport, TrainerStart, TrainingTask } from './training.ts';
import { graderOf, resolve, validated } from './validation.ts';

const MOST_METRIC_EVENTS = 300;
const STANDING: ReadonlySet<string> = new Set(['validating_files', 'queued', 'running']);

interface Running {
  readonly jobId: string;
  worker: Worker | undefined;
  /** For the estimate of the end: when the first step of this start came, and which it was. */
  since: number;
  first: number;
  step: number;
  total: number;
}

export class JobRunner {
  readonly #journal: Journal;
  readonly #files: FileShelf;
  readonly #entry: string;
  #running: Running | undefined;
  #closed = false;

  constructor(journal: Journal, files: FileShelf, entry: string) {
    this.#journal = journal;
    this.#files = files;
    this.#entry = entry;
  }

  say(jobId: string, level: StoredEvent['level'], message: string, metrics?: Readonly<Record<string, number>>): void {
    const value: StoredEvent = {
      id: newId('ftevent-'),
      object: 'fine_tuning.job.event',
      created_at: seconds(),
      level,
      message,
      type: metrics === undefined ? 'message' : 'metrics',
      data: metrics ?? null,
    };
    this.#journal.write({ put: 'event', job: jobId, value });
  }

  /** Unix seconds at which the running job will probably end; null for any other. */
  estimatedFinish(jobId: string): number | null {
    const running = this.#running;
    if (running === undefined || running.jobId !== jobId || running.step <= running.first) return null;
    const pace = (Date.now() - running.since) / (running.step - running.first);
    return Math.ceil((Date.now() + pace * (running.total - running.step)) / 1000);
  }

  /** Takes up what there is to do, if nothing is being done. */
  wake(): void {
    setImmediate(() => {
      if (this.#closed || this.#running !== undefined) return;
      const jobs = [...this.#journal.job.values()].filter(({ status }) => STANDING.has(status));
      const next = jobs.find(({ status }) => status === 'running') ?? jobs[0];
      if (next === undefined) return;
      this.#running = { jobId: next.id, worker: undefined, since: 0, first: 0, step: 0, total: 0 };
      void this.#run(next)
        .catch((error: unknown) => this.#fail(next.id, null, Error.isError(error) ? error.message : String(error), null))
        .finally(() => {
          if (this.#running?.jobId === next.id) this.#running = undefined;
          this.wake();
        });
    });
  }

  /** Ends the work on a job and keeps it in this state. */
  stop(jobId: string, value: StoredJob, message: string): void {
    this.#journal.write({ put: 'job', value });
    this.say(jobId, 'info', message);
    if (this.#running?.jobId === jobId) void this.#running.worker?.terminate();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running?.worker?.terminate();
  }

  /** The job as it stands, when it is still to be worked on. */
  #current(jobId: string): StoredJob | undefined {
    const job = this.#journal.job.get(jobId);
    return !this.#closed && job !== undefined && STANDING.has(job.status) ? job : undefined;
  }

  #fail(jobId: string, code: string | null, message: string, param: string | null): void {
    const job = this.#current(jobId);
    if (job === undefined) return;
    this.#journal.write({
      put: 'job',
      value: { ...job, status: 'failed', finished_at: seconds(), error: { code, message, param } },
    });
    this.say(jobId, 'error', `Fine-tuning job failed: ${message}`);
  }

  async #run(job: StoredJob): Promise<void> {
    const ready = this.#journal.progress(job.id).tokens === null ? await this.#validate(job) : job;
    const current = this.#current(job.id);
    if (!ready || current === undefined) return;
    const task = this.#taskOf(current);
    if (current.status !== 'running') {
      this.#journal.write({ put: 'job', value: { ...current, status: 'running' } });
      this.say(
        job.id,
        'info',
        task.reportedStep === 0 ? 'Fine-tuning job started' : `Fine-tuning job goes on after step ${task.reportedStep}`,
      );
    }
    await this.#train(job.id, task);
  }

  /** Reads every row. @returns whether the job may go on */
  async #validate(job: StoredJob): Promise<boolean> {
    this.say(
      job.id,
      'info',
      `Validating training file: ${job.training_file}${job.validation_file === null ? '' : ` and validation file: ${job.validation_file}`}`,
    );
    const found = await validated(job, (id) => this.#journal.blob(id));
    if ('code' in found) {
      this.#fail(job.id, found.code, found.message, found.param);
      return false;
    }
    const current = this.#current(job.id);
    if (current === undefined) return false;
    const { hyperparameters, tokens } = found;
    const settings = job.method[job.method.type];
    const method = {
      ...job.method,
      [job.method.type]: { ...(typeof settings === 'object' && settings !== null ? settings : {}), hyperparameters },
    };
    this.#journal.write({ put: 'progress', job: job.id, step: 0, tokens, metrics: null });
    this.#journal.write({ put: 'job', value: { ...current, status: 'queued', method, hyperparameters: { ...hyperparameters } } });
    this.say(job.id, 'info', 'Files validated, moving job to queued state');
    return true;
  }

  #taskOf(job: StoredJob): TrainingTask {
    return {
      method: job.method.type,
      trainingFile: this.#journal.blob(job.training_file),
      validationFile: job.validation_file === null ? null : this.#journal.blob(job.validation_file),
      hyperparameters: resolve(job.hyperparameters, job.method.type, 1),
      grader: graderOf(job) ?? null,
      seed: job.seed,
      startFrom: this.#journal.model.get(job.model)?.weights ?? null,
      folder: this.#journal.weights(job.id),
      reportedStep: this.#journal.progress(job.id).step,
    };
  }

  #train(jobId: string, task: TrainingTask): Promise<void> {
    const running = this.#running;
    return new Promise((settle) => {
      const start: TrainerStart = { role: 'sandbox-trainer', task };
      const worker = new Worker(this.#entry, { argv: [start.role], workerData: start, stdout: false, stderr: false });
      if (running !== undefined) running.worker = worker;
      worker.on('message', (report: TrainerReport) => this.#hear(jobId, report));
      worker.on('error', (error) => this.#fail(jobId, 'server_error', `The trainer stopped: ${error.message}`, null));
      worker.on('exit', () => settle());
    });
  }

  #hear(jobId: string, report: TrainerReport): void {
    try {
      this.#heard(jobId, report);
    } catch (error) {
      this.#fail(jobId, 'storage', messageOf(error), null);
    }
    const { fault } = this.#journal;
    if (fault !== undefined) this.#fail(jobId, 'storage', fault, null);
    if (this.#current(jobId) === undefined && this.#running?.jobId === jobId) void this.#running.worker?.terminate();
  }

  #heard(jobId: string, report: TrainerReport): void {
    const job = this.#current(jobId);
    if (job === undefined) return;
    if (report.kind === 'step') this.#hearStep(jobId, report);
    else if (report.kind === 'checkpoint') this.#hearCheckpoint(job, report);
    else if (report.kind === 'notice') this.say(jobId, report.level, report.message);
    else if (report.kind === 'failed') this.#fail(jobId, 'server_error', report.message, null);
    else this.#finish(job, report.weights);
  }

  #hearStep(jobId: string, { step, totalSteps, metrics }: TrainerReport & { readonly kind: 'step' }): void {
    const running = this.#running;
    if (running !== undefined) {
      if (running.since === 0) Object.assign(running, { since: Date.now(), first: step });
      Object.assign(running, { step, total: totalSteps });
    }
    this.#journal.write({ put: 'progress', job: jobId, step, tokens: null, metrics });
    const every = Math.ceil(totalSteps / MOST_METRIC_EVENTS);
    const worthAnEvent =
      step === 1 || step === totalSteps || step % every === 0 || Object.keys(metrics).some((name) => name.includes('valid'));
    if (worthAnEvent)
      this.say(jobId, 'info', `Step ${step}/${totalSteps}: ${headline(metrics)}`, { step, total_steps: totalSteps, ...metrics });
  }

  #nameOf(job: StoredJob): string {
    return `ft:${baseOf(job.model)}:sandbox:${job.user_provided_suffix ?? ''}:${job.id.slice(-8)}`;
  }

  #hearCheckpoint(job: StoredJob, { step, weights, metrics }: TrainerReport & { readonly kind: 'checkpoint' }): void {
    const model = `${this.#nameOf(job)}:ckpt-step-${step}`;
    this.#journal.write({ put: 'model', value: { id: model, created: seconds(), weights } });
    const value = {
      id: newId('ftckpt_'),
      object: 'fine_tuning.job.checkpoint',
      created_at: seconds(),
      fine_tuned_model_checkpoint: model,
      fine_tuning_job_id: job.id,
      step_number: step,
      metrics: { step, ...metrics },
    } as const;
    this.#journal.write({ put: 'checkpoint', job: job.id, value });
    this.say(job.id, 'info', `Checkpoint created at step ${step}: ${model}`);
  }

  #finish(job: StoredJob, weights: string): void {
    const id = newId('file-');
    const progress = this.#journal.progress(job.id);
    writeFileSync(this.#journal.blob(id), resultCsv(progress.steps));
    this.#files.keepResult(id, 'step_metrics.csv', statSync(this.#journal.blob(id)).size);
    const model = this.#nameOf(job);
    this.#journal.write({ put: 'model', value: { id: model, created: seconds(), weights } });
    this.say(job.id, 'info', `New fine-tuned model created: ${model}`);
    this.say(job.id, 'info', 'The job has successfully completed');
    const value = {
      ...job,
      status: 'succeeded',
      finished_at: seconds(),
      fine_tuned_model: model,
      trained_tokens: progress.tokens,
      result_files: [id],
    };
    this.#journal.write({ put: 'job', value });
  }
}

function headline(metrics: Readonly<Record<string, number>>): string {
  const [first] = Object.entries(metrics);
  return first === undefined ? '' : `${first[0].replaceAll('_', ' ')}=${first[1].toFixed(2)}`;
}
