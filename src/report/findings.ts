/** What a run has found out so far: the report's only input. */
import type { Checkpoint, Job, JobEvent } from '../api/objects.ts';
import type { Dataset, TokenCount } from '../dataset/dataset.ts';
import type { DataDiff } from '../dataset/diff/diff.ts';
import type { Words } from '../words.ts';
import type { Evaluation } from './evaluation-findings.ts';

/**
 * One `metrics` event: numbers by the API's own names (`train_loss`, `valid_mean_token_accuracy`,
 * `train_mean_reward`, …).
 */
export interface MetricPoint {
  readonly step: number;
  readonly totalSteps: number | undefined;
  readonly values: Readonly<Record<string, number>>;
}

/**
 * How the step ended. `done`: what was asked about a job was done; `absent`: there was none, as allowed;
 * `detached`: the job runs on without us; `unclear`: it has ended, nobody knows how; `stopped`: an error of
 * ours or theirs, or bad data, before the job's end.
 */
export type Ending =
  | 'succeeded'
  | 'failed'
  | 'cancelled'
  | 'paused'
  | 'unclear'
  | 'detached'
  | 'skipped'
  | 'stopped'
  | 'valid'
  | 'done'
  | 'absent';

/** An estimated cost in US$, with its bounds and what it rests on. */
export interface Cost {
  readonly usd: number;
  readonly low: number;
  readonly high: number;
  readonly basis: string;
  /** Its price is so old that it may well have changed. */
  readonly old?: true;
}

export interface Estimate {
  readonly epochs: number;
  /** Whether the epochs were asked for, or are the provider's usual ones. */
  readonly epochsAsked: boolean;
  readonly tokens: TokenCount;
  /** How often the validation data is looked at, where that is paid for, and the tokens of all that. */
  readonly looks?: { readonly times: number; readonly tokens: number };
  /** US$; undefined when the price is unknown. */
  readonly cost: Cost | undefined;
  /** Why there is no cost, in words. */
  readonly withoutCost: string | undefined;
  /** What to do so that there is one, as a sentence. */
  readonly toCost?: string;
  /** What it costs at most, in US$, where no more is known of the cost. */
  readonly atMost?: { readonly usd: number; readonly basis: string };
  /** What a rehearsal would cost on the platform that the model comes from. */
  readonly elsewhere?: Cost & { readonly title: string };
}

/** What a pull request does to one file of data. */
export interface DataChange {
  readonly role: Dataset['role'];
  /** Undefined when the versions could not be compared; `note` says why. */
  readonly diff: DataDiff | undefined;
  readonly note: string | undefined;
  /** How it was; undefined when it was not there, or could not be read. */
  readonly before: { readonly rows: number; readonly estimate: Estimate | undefined } | undefined;
  /** Problems that were not there before, by rule. */
  readonly newProblems: Dataset['counts'];
}

/** What became of a deployment. */
export interface DeploymentFindings {
  readonly name: string;
  /** What to write as `model` in a call; empty when it is gone. */
  readonly servedModel: string;
  readonly status: string;
  /** Where it is called. */
  readonly url: string;
  readonly hourlyUsd: number | undefined;
  /** Without calls it stops after a while, and is not billed. */
  readonly stopsIdle?: boolean | undefined;
  /** `at once`: the platform needs none. */
  readonly outcome: 'created' | 'reused' | 'replaced' | 'removed' | 'absent' | 'at once';
}

/** The model before this one. */
export interface PreviousModel {
  readonly job: Job;
  readonly checkpoint: Checkpoint | undefined;
}

/** Where a job says that it was created. */
export interface Origin {
  readonly repository: string | undefined;
  readonly commit: string | undefined;
  /** `<run ID>/<attempt> <job> <step>`. */
  readonly run: string | undefined;
}

/** The arrays that an operation may be asked for. */
export type Listing = 'jobs' | 'events' | 'checkpoints';

/** An operation as far as the report goes. */
export interface ReportedOperation {
  readonly name: string;
  /** The arrays that it fills, and that stand among its outputs even where they are empty. */
  readonly outputs: readonly Listing[];
  /**
   * What the summary says when it is done; without it `The job {standing}`. `{standing}`, `{jobs}`,
   * `{events}`, `{checkpoints}` and `{deployment}` stand for what was found.
   */
  readonly title?: string | undefined;
}

export interface Findings {
  readonly operation: ReportedOperation;
  /** Milliseconds since the epoch. */
  readonly started: number;
  readonly finished: number;
  readonly ending: Ending;
  readonly run: {
    readonly repository: string;
    readonly sha: string;
    readonly ref: string;
    readonly workflow: string;
    readonly job: string;
    readonly step: string;
    readonly runId: string;
    readonly runAttempt: string;
    readonly serverUrl: string;
    /** Whether rows of the data may be quoted. */
    readonly showRows: boolean;
  };
  readonly provider:
    | {
        readonly name: string;
        readonly baseUrl: string;
        readonly jobUrl: string | undefined;
        /**
         * What must be done with a model before it can be called; undefined where it can be called at once.
         */
        readonly beforeUse?: string | undefined;
        /** Its models are made for practice and cannot be called. */
        readonly rehearsal?: boolean | undefined;
      }
    | undefined;
  /** US$ for a million trained tokens; undefined when it is unknown. */
  readonly price?: { readonly perMillion: number; readonly basis: string } | undefined;
  /** What the platform itself asked for the job before it was created, in US$; a job may say it anew. */
  readonly platformPrice?: number | undefined;
  /** Who created the job, as its metadata says: foreign text. */
  readonly origin?: Origin | undefined;
  /**
   * The fields of the create body as the user asked for them, credentials replaced by `***`; paths instead of
   * file IDs.
   */
  readonly asked: Readonly<Record<string, unknown>>;
  readonly datasets: readonly Dataset[];
  /** Where their files stand in the repository, by the path as it was written; one outside of it has none. */
  readonly repositoryPaths: ReadonlyMap<string, string>;
  readonly estimate: Estimate | undefined;
  /** Against the version before the pull request; empty where nothing was compared. */
  readonly changes: readonly DataChange[];
  readonly fingerprint: string | undefined;
  /** Whether a job that existed was taken up; undefined as long as there is no job. */
  readonly reused: boolean | undefined;
  readonly reason: string | undefined;
  readonly job: Job | undefined;
  /** The job whose model this one follows, with the last checkpoint of it that is known. */
  readonly previous?: PreviousModel | undefined;
  /** What `deploy` and `undeploy` are about. */
  readonly deployment?: DeploymentFindings | undefined;
  /** The jobs that `list` found, newest first. */
  readonly jobs: readonly Job[];
  readonly metrics: readonly MetricPoint[];
  readonly events: readonly JobEvent[];
  readonly checkpoints: readonly Checkpoint[];
  /** Result files that were read: decoded text by ID. */
  readonly resultFiles: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  readonly error:
    | {
        readonly code: string | undefined;
        /** The whole line, what to do at its end; in its parts where it quotes the data. */
        readonly message: string | Words;
        /** What to do, where that stands apart from the cause. */
        readonly fix?: string | undefined;
        /** The server's own words, where it said something. */
        readonly said?: string | undefined;
        /** Its parts, where several things were wrong at once; empty or absent otherwise. */
        readonly causes?: readonly string[] | undefined;
      }
    | undefined;
  /** What an evaluation has found out; undefined where there was none. */
  readonly evaluation?: Evaluation | undefined;
  /** What went wrong around the job without losing it. */
  readonly warnings: readonly string[];
}
