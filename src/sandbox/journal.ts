/**
 * The sandbox's memory: everything that it knows, and the journal from which it knows it again. One line of
 * JSON a change, appended; a line that a kill has torn is dropped. A lock file keeps a second server from the
 * same folder.
 */
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod/mini';
import { ActionError, messageOf } from '../errors.ts';
import { takeLock } from './lock.ts';

const text = z.string();
const texts = z.record(text, text);
const fields = z.record(text, z.unknown());
const figures = z.record(text, z.number());
const number = z.number();

const File = z.object({
  id: text,
  object: z.literal('file'),
  bytes: number,
  created_at: number,
  expires_at: z.exactOptional(number),
  filename: text,
  purpose: text,
  status: text,
  status_details: z.nullable(text),
});
export type StoredFile = Readonly<z.infer<typeof File>>;

const Upload = z.object({
  id: text,
  object: z.literal('upload'),
  bytes: number,
  created_at: number,
  expires_at: number,
  filename: text,
  purpose: text,
  status: z.enum(['pending', 'completed', 'cancelled', 'expired']),
  mime_type: text,
  file: z.nullable(File),
});
export type StoredUpload = Readonly<z.infer<typeof Upload>>;

const Part = z.object({ id: text, object: z.literal('upload.part'), created_at: number, upload_id: text });
export type StoredPart = Readonly<z.infer<typeof Part>>;

const Job = z.object({
  id: text,
  object: z.literal('fine_tuning.job'),
  created_at: number,
  finished_at: z.nullable(number),
  estimated_finish: z.nullable(number),
  model: text,
  fine_tuned_model: z.nullable(text),
  organization_id: text,
  status: text,
  training_file: text,
  validation_file: z.nullable(text),
  result_files: z.readonly(z.array(text)),
  trained_tokens: z.nullable(number),
  error: z.object({ code: z.nullable(text), message: z.nullable(text), param: z.nullable(text) }),
  hyperparameters: fields,
  method: z.intersection(fields, z.looseObject({ type: z.enum(['supervised', 'dpo', 'reinforcement']) })),
  seed: number,
  integrations: z.nullable(z.readonly(z.array(z.unknown()))),
  metadata: z.nullable(texts),
  user_provided_suffix: z.nullable(text),
});
export type StoredJob = Readonly<z.infer<typeof Job>>;

const Event = z.object({
  id: text,
  object: z.literal('fine_tuning.job.event'),
  created_at: number,
  level: z.enum(['info', 'warn', 'error']),
  message: text,
  type: z.enum(['message', 'metrics']),
  data: z.nullable(fields),
});
export type StoredEvent = Readonly<z.infer<typeof Event>>;

const Checkpoint = z.object({
  id: text,
  object: z.literal('fine_tuning.job.checkpoint'),
  created_at: number,
  fine_tuned_model_checkpoint: text,
  fine_tuning_job_id: text,
  step_number: number,
  metrics: figures,
});
export type StoredCheckpoint = Readonly<z.infer<typeof Checkpoint>>;

/** What the server knows of a job and does not show. */
export interface JobProgress {
  /** The last step that was reported. */
  readonly step: number;
  /** Tokens of the whole training, once counted. */
  readonly tokens: number | null;
  /** Every step's metrics, for the result file. */
  readonly steps: readonly Readonly<Record<string, number>>[];
}

const Model = z.object({ id: text, created: number, weights: text });
export type StoredModel = Readonly<z.infer<typeof Model>>;

const Progress = z.object({
  put: z.literal('progress'),
  job: text,
  step: number,
  tokens: z.nullable(number),
  metrics: z.nullable(figures),
});

/** A line of the journal. */
const Change = z.union([
  z.object({ put: z.literal('file'), value: File }),
  z.object({ put: z.literal('upload'), value: Upload }),
  z.object({ put: z.literal('part'), value: Part }),
  z.object({ put: z.literal('job'), value: Job }),
  z.object({ put: z.literal('model'), value: Model }),
  z.object({ put: z.literal('event'), job: text, value: Event }),
  z.object({ put: z.literal('checkpoint'), job: text, value: Checkpoint }),
  Progress,
  z.object({ drop: z.enum(['file', 'model']), id: text }),
]);
type Change = z.infer<typeof Change>;

const NONE: JobProgress = { step: 0, tokens: null, steps: [] };

export class Journal {
  readonly file = new Map<string, StoredFile>();
  readonly upload = new Map<string, StoredUpload>();
  readonly part = new Map<string, StoredPart>();
  readonly job = new Map<string, StoredJob>();
  readonly model = new Map<string, StoredModel>();
  /** Oldest first, by job. */
  readonly events = new Map<string, StoredEvent[]>();
  readonly checkpoints = new Map<string, StoredCheckpoint[]>();
  readonly #progress = new Map<string, JobProgress>();
  readonly #path: string;
  readonly #lock: string;
  readonly #folder: string;

  /** Lines that could not be read: what they said is lost. */
  readonly lost: number;
  #fault: string | undefined;

  /**
   * Opens the journal of a folder.
   * @throws ActionError when another live server has it, or the folder cannot be used
   */
  constructor(folder: string) {
    this.#folder = folder;
    this.#path = path.join(folder, 'journal.jsonl');
    this.#lock = path.join(folder, 'lock');
    try {
      makeFolder(path.join(folder, 'blobs'));
      takeLock(this.#lock);
      this.lost = this.#replay();
    } catch (error) {
      if (error instanceof ActionError) throw error;
      throw new ActionError(
        `The sandbox keeps its jobs in ${folder}, below RUNNER_TEMP, and cannot: ${messageOf(error)}. Let RUNNER_TEMP be a folder that can be written, with room in it.`,
        { cause: error },
      );
    }
  }

  /** Why nothing more is kept on disk; undefined while it is. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Where the bytes of a file, or of a part of one, lie. */
  blob(id: string): string {
    return path.join(this.#folder, 'blobs', id);
  }

  /** Where the weights of a job lie. */
  weights(jobId: string): string {
    return path.join(this.#folder, 'weights', jobId);
  }

  progress(jobId: string): JobProgress {
    return this.#progress.get(jobId) ?? NONE;
  }

  /**
   * Keeps a change, first on disk, then in memory. A process that is killed loses nothing that was written.
   * Where the disk takes no more, this process still knows it, and says so.
   */
  write(change: Change): void {
    try {
      appendFileSync(this.#path, `${JSON.stringify(change)}\n`);
    } catch (error) {
      this.#fault ??= `The sandbox cannot keep anything more in ${this.#folder}: ${messageOf(error)}.`;
    }
    this.#apply(change);
  }

  close(): void {
    rmSync(this.#lock, { force: true });
  }

  #apply(change: Change): void {
    if ('drop' in change) {
      this[change.drop].delete(change.id);
      return;
    }
    switch (change.put) {
      case 'file':
        this.file.set(change.value.id, change.value);
        break;
      case 'upload':
        this.upload.set(change.value.id, change.value);
        break;
      case 'part':
        this.part.set(change.value.id, change.value);
        break;
      case 'job':
        this.job.set(change.value.id, change.value);
        break;
      case 'model':
        this.model.set(change.value.id, change.value);
        break;
      case 'event':
        this.events.set(change.job, [...(this.events.get(change.job) ?? []), change.value]);
        break;
      case 'checkpoint':
        this.checkpoints.set(change.job, [...(this.checkpoints.get(change.job) ?? []), change.value]);
        break;
      case 'progress': {
        const before = this.progress(change.job);
        const steps = change.metrics === null ? before.steps : [...before.steps, { step: change.step, ...change.metrics }];
        this.#progress.set(change.job, { step: change.step, tokens: change.tokens ?? before.tokens, steps });
      }
    }
  }

  /** @returns how many lines could not be read */
  #replay(): number {
    if (!existsSync(this.#path)) return 0;
    const bytes = readFileSync(this.#path);
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) truncateSync(this.#path, whole);
    let lost = 0;
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) {
      const change = line === '' ? undefined : changeOf(line);
      if (change !== undefined) this.#apply(change);
      else if (line !== '') lost += 1;
    }
    return lost;
  }
}

/** What a line says; undefined where it was damaged. */
function changeOf(line: string): Change | undefined {
  try {
    return Change.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** Makes a folder and those above it. (Node's own way never ends where a file system takes no folders.) */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder);
}
