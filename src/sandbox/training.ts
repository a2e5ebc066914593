/**
 * What the sandbox's server and its trainer thread say to each other. The server owns jobs, files and the
 * journal; the trainer owns the arithmetic and knows nothing of HTTP. A task is a plain value, so it passes
 * to a worker thread as it is.
 */

export type TrainingMethod = 'supervised' | 'dpo' | 'reinforcement';

/** Hyperparameters with every `auto` already resolved. */
export interface ResolvedHyperparameters {
  readonly n_epochs: number;
  readonly batch_size: number;
  readonly learning_rate_multiplier: number;
  /** DPO only. */
  readonly beta?: number;
  /** Reinforcement only: a validation every so many steps, over so many rows. */
  readonly eval_interval?: number;
  readonly eval_samples?: number;
  readonly compute_multiplier?: number;
}

export interface TrainingTask {
  readonly method: TrainingMethod;
  /** Paths of the JSONL files. */
  readonly trainingFile: string;
  readonly validationFile: string | null;
  readonly hyperparameters: ResolvedHyperparameters;
  /** Reinforcement only: the grader of the create call, already checked. */
  readonly grader: unknown;
  readonly seed: number;
  /** Path of the weights to go on from (an `ft:` model of this sandbox), or null for the untrained base. */
  readonly startFrom: string | null;
  /** Folder for weights; one file a checkpoint. */
  readonly folder: string;
  /**
   * Steps up to and including this one were reported before; they are computed again, exactly alike, and not
   * reported. 0 at the first start.
   */
  readonly reportedStep: number;
}

/**
 * What the trainer reports, in order. Steps count from 1 over all epochs. Losses are in nats a token; metric
 * names are the API's.
 */
export type TrainerReport =
  | {
      readonly kind: 'step';
      readonly step: number;
      readonly totalSteps: number;
      readonly metrics: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'checkpoint';
      readonly step: number;
      readonly epoch: number;
      /** Path of the weights. */
      readonly weights: string;
      readonly metrics: Readonly<Record<string, number>>;
    }
  | { readonly kind: 'notice'; readonly level: 'info' | 'warn'; readonly message: string }
  | { readonly kind: 'finished'; readonly weights: string }
  | { readonly kind: 'failed'; readonly message: string };

/** The `workerData` by which the bundled entry knows that it runs as the trainer. */
export interface TrainerStart {
  readonly role: 'sandbox-trainer';
  readonly task: TrainingTask;
}
