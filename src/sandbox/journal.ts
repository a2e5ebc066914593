/**
 * The sandbox's memory: everything that it knows, and the journal from which it knows it again. One line of
 * JSON a change, appended; a line that a kill has torn is dropped. A lock file keeps a second server from the
 * same folder.
 */
import {
  appendFileSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

export interface StoredFile {
  readonly id: string;
  readonly object: 'file';
  readonly bytes: number;
  readonly created_at: number;
  readonly expires_at?: number;
  readonly filename: string;
  readonly purpose: string;
  readonly status: string;
  readonly status_details: string | null;
}

export interface StoredUpload {
  readonly id: string;
  readonly object: 'upload';
  readonly bytes: number;
  readonly created_at: number;
  readonly expires_at: number;
  readonly filename: string;
  readonly purpose: string;
  readonly status: 'pending' | 'completed' | 'cancelled' | 'expired';
  readonly mime_type: string;
  readonly file: StoredFile | null;
}

export interface StoredPart {
  readonly id: string;
  readonly object: 'upload.part';
  readonly created_at: number;
  readonly upload_id: string;
}

export interface StoredJob {
  readonly id: string;
  readonly object: 'fine_tuning.job';
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly estimated_finish: number | null;
  readonly model: string;
  readonly fine_tuned_model: string | null;
  readonly organization_id: string;
  readonly status: string;
  readonly training_file: string;
  readonly validation_file: string | null;
  readonly result_files: readonly string[];
  readonly trained_tokens: number | null;
  readonly error: { readonly code: string | null; readonly message: string | null; readonly param: string | null };
  readonly hyperparameters: Readonly<Record<string, unknown>>;
  readonly method: Readonly<Record<string, unknown>> & { readonly type: 'supervised' | 'dpo' | 'reinforcement' };
  readonly seed: number;
  readonly integrations: readonly unknown[] | null;
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly user_provided_suffix: string | null;
}

export interface StoredEvent {
  readonly id: string;
  readonly object: 'fine_tuning.job.event';
  readonly created_at: number;
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly type: 'message' | 'metrics';
  readonly data: Readonly<Record<string, unknown>> | null;
}

export interface StoredCheckpoint {
  readonly id: string;
  readonly object: 'fine_tuning.job.checkpoint';
  readonly created_at: number;
  readonly fine_tuned_model_checkpoint: string;
  readonly fine_tuning_job_id: string;
  readonly step_number: number;
  readonly metrics: Readonly<Record<string, number>>;
}

/** What the server knows of a job and does not show. */
export interface JobProgress {
  /** The last step that was reported. */
  readonly step: number;
  /** Tokens of the whole training, once counted. */
  readonly tokens: number | null;
  /** Every step's metrics, for the result file. */
  readonly steps: readonly Readonly<Record<string, number>>[];
}

export interface StoredModel {
  readonly id: string;
  readonly created: number;
  readonly weights: string;
}

interface Kinds {
  file: StoredFile;
  upload: StoredUpload;
  part: StoredPart;
  job: StoredJob;
  model: StoredModel;
}
type Kind = keyof Kinds;
type Change =
  | { readonly [Name in Kind]: { readonly put: Name; readonly value: Kinds[Name] } }[Kind]
  | { readonly put: 'event'; readonly job: string; readonly value: StoredEvent }
  | { readonly put: 'checkpoint'; readonly job: string; readonly value: StoredCheckpoint }
  | {
      readonly put: 'progress';
      readonly job: string;
      readonly step: number;
      readonly tokens: number | null;
      readonly metrics: Readonly<Record<string, number>> | null;
    }
  | { readonly drop: 'file' | 'model'; readonly id: string };

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

  /** Opens the journal of a folder. @throws when another live server has it */
  constructor(folder: string) {
    mkdirSync(path.join(folder, 'blobs'), { recursive: true });
    this.#folder = folder;
    this.#path = path.join(folder, 'journal.jsonl');
    this.#lock = path.join(folder, 'lock');
    takeLock(this.#lock);
    this.#replay();
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
   */
  write(change: Change): void {
    appendFileSync(this.#path, `${JSON.stringify(change)}\n`);
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

  #replay(): void {
    if (!existsSync(this.#path)) return;
    const bytes = readFileSync(this.#path);
    const whole = bytes.lastIndexOf('\n') + 1;
    if (whole < bytes.length) truncateSync(this.#path, whole);
    for (const line of bytes.subarray(0, whole).toString('utf8').split('\n')) if (line !== '') this.#apply(JSON.parse(line));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return Error.isError(error) && 'code' in error && error.code === 'EPERM';
  }
}

/** Makes the lock file, or takes over that of a process that is gone. @throws when its owner lives */
function takeLock(lock: string): void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const handle = openSync(lock, 'wx');
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if (!(Error.isError(error) && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = Number(existsSync(lock) ? readFileSync(lock, 'utf8') : 0);
    if (owner > 0 && isAlive(owner)) {
      throw new Error(
        `The sandbox in ${path.dirname(lock)} is in use by process ${owner}. Run steps that use it one after the other.`,
      );
    }
    rmSync(lock, { force: true });
  }
  throw new Error(`The sandbox in ${path.dirname(lock)} cannot be locked. Run steps that use it one after the other.`);
}
