/**
 * Jobs and what belongs to them, in the field's own terms. A provider makes them of what its platform sends;
 * null and absence are the same thing.
 */

import type { Steps } from './steps.ts';

/** How a job stands, in our words. A provider never makes a final one of a word that it does not know. */
export type JobState = 'queued' | 'running' | 'pausing' | 'paused' | 'cancelling' | 'succeeded' | 'failed' | 'cancelled';

type Maybe<Value> = Value | null | undefined;

/** Where a job says that it was created. Foreign text. */
export interface Origin {
  readonly repository: string | undefined;
  readonly commit: string | undefined;
  /** `<run ID>/<attempt> <job> <step>`. */
  readonly run: string | undefined;
  /** What stands for the whole name of the run, where a platform has no room for it. */
  readonly runSum?: number | undefined;
}

/** Why a job failed. */
export interface JobFailure {
  readonly code?: Maybe<string>;
  readonly message?: Maybe<string>;
  /** It was refused for what its data or its model says: training the same again would end the same. */
  readonly moderated?: boolean | undefined;
  /** What to do about it. */
  readonly fix?: string | undefined;
}

/** A fine-tuning job. Times are Unix seconds. */
export interface Job {
  readonly id: string;
  /** Every decision rests on it. */
  readonly state: JobState;
  /**
   * As it is shown: `validating_files`, `queued`, `running`, `paused`, `succeeded`, `failed` or `cancelled`,
   * whatever the platform calls it.
   */
  readonly status: string;
  /**
   * The platform's own word for the state, where it is one that nobody knows: the job counts as running.
   */
  readonly unknownStatus?: string | undefined;
  readonly created_at?: Maybe<number>;
  readonly finished_at?: Maybe<number>;
  readonly estimated_finish?: Maybe<number>;
  /** Seconds until then, where the platform says it so. */
  readonly seconds_left?: Maybe<number>;
  /** How far it is, where the job itself says it. */
  readonly steps?: Steps | undefined;
  readonly model?: Maybe<string>;
  readonly fine_tuned_model?: Maybe<string>;
  readonly training_file?: Maybe<string>;
  readonly validation_file?: Maybe<string>;
  readonly result_files?: Maybe<readonly string[]>;
  readonly trained_tokens?: Maybe<number>;
  /** What the platform itself expects it to cost, in US$, where the job says so. */
  readonly estimated_usd?: number | undefined;
  /** May be present on a healthy job: `state` alone says that it failed. */
  readonly error?: Maybe<JobFailure>;
  readonly hyperparameters?: Maybe<Readonly<Record<string, unknown>>>;
  readonly method?: Maybe<Readonly<Record<string, unknown>> & { readonly type?: Maybe<string> }>;
  readonly seed?: Maybe<number>;
  readonly suffix?: Maybe<string>;
  /** The pairs that the user gave, and those that a mark added, where the platform keeps them. */
  readonly metadata?: Maybe<Readonly<Record<string, string>>>;
  readonly origin?: Origin | undefined;
  /**
   * The platform keeps the mark with the job itself, so that it is found again whatever becomes of its files.
   */
  readonly marked?: boolean | undefined;
  /** The platform's own object, as it came. */
  readonly platform: Readonly<Record<string, unknown>>;
}

/**
 * An event of a job. `data` of a `metrics` event holds numbers by name; which names, depends on method and
 * platform.
 */
export interface JobEvent {
  readonly id: string;
  readonly created_at: number;
  readonly level?: Maybe<string>;
  readonly message?: Maybe<string>;
  readonly type?: Maybe<string>;
  readonly data?: unknown;
}

export interface Checkpoint {
  readonly id: string;
  readonly created_at?: Maybe<number>;
  readonly fine_tuned_model_checkpoint?: Maybe<string>;
  readonly step_number?: Maybe<number>;
  readonly metrics?: Maybe<Readonly<Record<string, unknown>>>;
}

/** A model. `shutdown_date` (YYYY-MM-DD) is when the platform takes it away, where it says so. */
export interface Model {
  readonly id: string;
  readonly shutdown_date?: Maybe<string>;
}

const ENDED: ReadonlySet<JobState> = new Set(['succeeded', 'failed', 'cancelled']);

/** Whether a job in this state never changes again. */
export function isTerminal(state: JobState): boolean {
  return ENDED.has(state);
}

/**
 * How a job stands, as a sentence about it goes on: `is running`, `has succeeded`, `has failed`.
 * @param shown makes the platform's word fit to be written
 */
export function standing({ state, status }: Pick<Job, 'state' | 'status'>, shown = (word: string) => word): string {
  return state === 'succeeded' || state === 'failed' ? `has ${state}` : `is ${shown(status)}`;
}

/** A platform's time as `2026-11-23T09:00:00.000Z`; empty for none, and for a number that is no time. */
export function timeOf(seconds: number | null | undefined): string {
  const date = new Date((seconds ?? Number.NaN) * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
