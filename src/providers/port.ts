/**
 * What the core asks of a training platform, in its own words. A provider translates: requests into the
 * platform's calls, its words for a state into ours, its failures into what became of the request and of what
 * kind it is (`ProviderError`).
 *
 * A verb that takes a signal is one attempt and repeats nothing. A verb that takes a `CallContext` may need
 * several requests, each made through `attempt`: how often and how long something is tried is the core's to
 * decide.
 */
import type { Checkpoint, Job, JobEvent, Model, Origin } from '../api/objects.ts';
import type { Integrations, Method } from '../api/requests.ts';
import type { Clock } from '../ports.ts';

/** Kinds of attempts, each with a patience of its own. */
export type Attempts = 'read' | 'watch' | 'settle' | 'extra' | 'verb' | 'upload' | 'part' | 'create' | 'ask' | 'deploy';

export interface AttemptOptions<Value> {
  /** Ends the wait between two attempts, where it is another than the context's. */
  readonly signal?: AbortSignal | undefined;
  /** After a failure that may have had its effect: looks for it before anything is asked again. */
  readonly lookUp?: (() => Promise<Value | undefined>) | undefined;
  /** Looks before anything is asked again, whatever the failure was. */
  readonly beforeAgain?: (() => Promise<Value | undefined>) | undefined;
}

/** What a verb of several requests is given. */
export interface CallContext {
  readonly clock: Clock;
  /** Fires when the workflow run is being cancelled. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch at which the step must end. */
  readonly deadline: number;
  /** Calls until it succeeds, fails for good, or the patience of its kind ends. */
  attempt<Value>(kind: Attempts, call: () => Promise<Value>, options?: AttemptOptions<Value>): Promise<Value>;
  /** A line for the log. */
  say(text: string): void;
  /** What goes wrong without stopping the story. */
  warn(text: string): void;
}

/**
 * What is to be trained, in the field's names, as the user wrote it. A platform takes of it what it knows,
 * and refuses the rest by name.
 */
export interface Asked {
  readonly model: string | undefined;
  readonly method: Method | undefined;
  /** The deprecated place beside `method`. */
  readonly hyperparameters: Readonly<Record<string, unknown>> | undefined;
  readonly seed: number | undefined;
  readonly suffix: string | undefined;
  readonly integrations: Readonly<Integrations> | undefined;
  readonly metadata: Readonly<Record<string, string>> | undefined;
  /** Fields that only this platform takes. */
  readonly extra_body: Readonly<Record<string, unknown>> | undefined;
}

/** A job to be created: what is asked, and the files that the platform holds, by ID. */
export interface JobRequest extends Asked {
  readonly training_file: string;
  readonly validation_file: string | undefined;
}

/**
 * By what a job is found again. How it travels (metadata, the training file's name, a job ID of our choosing)
 * is the provider's business.
 */
export interface Mark {
  /** Lower-case hex. */
  readonly fingerprint: string;
  /** Who asks, written beside the fingerprint as far as there is room. */
  readonly origin?: Origin | undefined;
  /** What of a job is compared where it carries no mark; without it such a job is never unclear. */
  readonly likeness?: { readonly model: string | undefined; readonly trainingFile: string | undefined } | undefined;
}

/** The jobs that carry a mark, each as the platform shows it now, in any order. */
export interface Found {
  readonly jobs: readonly Job[];
  /** Jobs that may ask for the same: neither that they do nor that they do not can be proved. */
  readonly unclear: readonly Job[];
  /** Why there may be more of them than were seen; undefined when it is proved that these are all. */
  readonly unproved?: string | undefined;
}

/** A file on its way up. `open` yields its bytes anew at each call, so that an upload can be repeated. */
export interface Upload {
  /** It carries the hash of the content, so that the same bytes are found again. */
  readonly filename: string;
  readonly bytes: number;
  /** Of the bytes, lower-case hex. */
  readonly sha256: string;
  /** So many rows it has. */
  readonly rows?: number;
  /** The fingerprint of the job whose training data this is; undefined for other data. */
  readonly fingerprint?: string | undefined;
  /** @throws when the bytes are no longer those that were checked. */
  open(): AsyncIterable<Uint8Array>;
}

export interface PlacedFile {
  readonly id: string;
  /** Whether this run sent it. */
  readonly uploaded: boolean;
  /**
   * Its name says which job it belongs to. Where the platform keeps nothing else of the mark, the job would
   * not be found again without it.
   */
  readonly marked: boolean;
}

/** A file that the platform holds. */
export interface RemoteFile {
  readonly id: string;
  readonly filename?: string | null | undefined;
}

/** What training would cost, by the platform itself. */
export interface PlatformEstimate {
  /** US$; undefined when the platform cannot say yet, for the reason given. */
  readonly usd: number | undefined;
  readonly reason?: string | undefined;
  /** It is not known yet, and will be without anyone's doing. */
  readonly later?: true;
  /** The platform prices no such job: what the action estimates itself counts, where it can. */
  readonly never?: true;
}

/** The events of one job, as far as one reader has seen them. */
export interface EventLog {
  /** Those that were not seen before, oldest first. One attempt: what fails now is read next time. */
  fresh(signal: AbortSignal): Promise<readonly JobEvent[]>;
  /** All of them, in pieces, in the platform's own order. */
  all(context: CallContext): AsyncIterable<readonly JobEvent[]>;
}

/** What is to be made callable. */
export interface DeploymentRequest {
  /** By its fine-tuned name; undefined where only the name of the deployment is known. */
  readonly model: string | undefined;
  readonly name: string;
  /** The rest of the user's map, in the platform's own terms. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/** A model made callable, or on its way there. */
export interface Deployment {
  /** As the platform knows it. */
  readonly name: string;
  /** What to write as `model` in a call. */
  readonly servedModel: string;
  /** `stopped`: it stands there, serves nothing and is not billed, until `begin` starts it again. */
  readonly state: 'starting' | 'ready' | 'failed' | 'leaving' | 'stopped';
  /** The platform's own word for the state. */
  readonly status: string;
  /** What it serves; undefined where the platform does not say. */
  readonly model: string | undefined;
  /** Whether it is what is asked for, with the settings that were written. */
  readonly asAsked: boolean;
  /** US$ for an hour that it runs; undefined where it is not known. */
  readonly hourlyUsd?: number | undefined;
  /** Without calls it stops after a while, and is not billed until one comes or `begin` starts it again. */
  readonly stopsIdle?: boolean | undefined;
  /** Why it failed. */
  readonly reason?: string | undefined;
  /** How long the platform asks to wait before the next look, in milliseconds. */
  readonly wait?: number | undefined;
  /** By what the platform wants this request to be followed; it means something to the provider alone. */
  readonly handle?: string | undefined;
}

/** How a platform makes models callable. Each verb is one attempt, and may be repeated without harm. */
export interface Deployments {
  /** The deployment of this name, as it is now; undefined when the platform knows none. */
  find(request: DeploymentRequest, signal: AbortSignal): Promise<Deployment | undefined>;
  /** Asks for it, or for what is there to become it. */
  begin(request: DeploymentRequest, signal: AbortSignal): Promise<Deployment>;
  /** How far it is. */
  follow(request: DeploymentRequest, last: Deployment, signal: AbortSignal): Promise<Deployment | undefined>;
  /**
   * Asks for its end; one that is gone already is a success.
   * @returns how long the platform asks to wait before it is looked for, in milliseconds
   */
  remove(request: DeploymentRequest, found: Deployment, signal: AbortSignal): Promise<number | undefined>;
}

/**
 * The body of one chat completion, under the API's own names: what is left undefined is not sent, what is
 * sent is sent as it stands.
 */
export interface ChatRequest extends Readonly<Record<string, unknown>> {
  readonly model: string;
  readonly messages: readonly Readonly<Record<string, unknown>>[];
}

/** The first choice of an answer, with what it took. */
export interface ChatReply {
  /** Null beside tool calls, beside a refusal, and where all was filtered. */
  readonly content: string | null;
  readonly tool_calls: readonly unknown[];
  /** The model's words where it declines an answer of the asked form. */
  readonly refusal: string | null;
  /** `stop`, `length`, `tool_calls`, `content_filter` or a word of the server; empty where it gives none. */
  readonly finish_reason: string;
  /** Undefined where the server does not count. */
  readonly usage: ChatUsage | undefined;
  /** By which two answers are known to come from one state of the server; undefined where it says none. */
  readonly system_fingerprint: string | undefined;
}

export interface ChatUsage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  /** Of the prompt, those that the server had read before. */
  readonly cached_tokens: number;
}

/** How far a cancel may go. */
export interface CancelLeave {
  /** It is written out that the job is to end: where nothing else stops it, it may be deleted. */
  readonly byDeletion: boolean;
  /** What the user should know of how it was ended. */
  say(text: string): void;
}

/**
 * One training platform. The optional verbs are those that a platform may lack: its profile says so before
 * anything is asked.
 */
export interface Provider {
  readonly baseUrl: string;
  /**
   * Whether the platform can take this; known without a request.
   * @throws ActionError that names what it cannot take
   */
  check?(asked: Asked): void;
  /**
   * The request in the platform's own terms, as far as that must be asked for: a model by its ID there.
   * @throws ActionError that names what it does not have
   */
  prepare?(asked: Asked, context: CallContext): Promise<Asked>;
  estimate?(request: JobRequest, signal: AbortSignal): Promise<PlatformEstimate>;
  /** Sees to it that these bytes are with the platform, once, and usable. */
  place(upload: Upload, context: CallContext): Promise<PlacedFile>;
  /**
   * Asks for the job once.
   * @throws ProviderError, whose `fate` says whether the job may exist all the same
   */
  create(request: JobRequest, mark: Mark, signal: AbortSignal): Promise<Job>;
  /** @throws ProviderError when it cannot be seen: a failure is not an absence */
  find(mark: Mark, context: CallContext): Promise<Found>;
  look(id: string, signal: AbortSignal): Promise<Job>;
  cancel(id: string, signal: AbortSignal, leave?: CancelLeave): Promise<Job>;
  /** The platform's jobs, in pieces, in its own order; it may narrow them by these pairs or not. */
  jobs(metadata: Readonly<Record<string, string>> | undefined, context: CallContext): AsyncIterable<readonly Job[]>;
  file(id: string, signal: AbortSignal): Promise<RemoteFile>;
  deleteFile?(id: string, signal: AbortSignal): Promise<void>;
  events?(id: string): EventLog;
  checkpoints?(id: string, context: CallContext): AsyncIterable<readonly Checkpoint[]>;
  /** The bytes of one of a job's result files; at most 16 MiB. */
  result?(id: string, signal: AbortSignal): Promise<Uint8Array>;
  pause?(id: string, signal: AbortSignal): Promise<Job>;
  resume?(id: string, signal: AbortSignal): Promise<Job>;
  /**
   * A model's life.
   * @throws ProviderError of kind `missing` only when the platform says for certain that there is none
   */
  model?(id: string, signal: AbortSignal): Promise<Model>;
  /** Where models must be made callable; see the profile's `serving`. */
  readonly deployments?: Deployments;
  /**
   * One chat completion, by one request, where fine-tuned models are called.
   * @throws ProviderError, of kind `missing` for a model that is not there (yet); a parameter that is refused
   *   by name stands in its facts
   */
  ask?(request: ChatRequest, signal: AbortSignal): Promise<ChatReply>;
}

/** Verbs that a platform may lack. */
export type Capability = Exclude<
  { [Name in keyof Provider]: undefined extends Provider[Name] ? Name : never }[keyof Provider],
  undefined
>;
