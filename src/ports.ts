/**
 * What the core needs from the world besides a platform (`providers/port.ts`). Adapters implement these; the
 * entries choose and pass them in.
 */

/** Where and why this step runs, as the platform says it. Times are milliseconds since the epoch. */
export interface RunContext {
  readonly eventName: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The commit of the checkout, as far as the event may tell of another one; empty where it is not known. */
  readonly sha: string;
  readonly ref: string;
  readonly workflow: string;
  readonly job: string;
  /** The step's `id`, or the name that the runner gave it. */
  readonly step: string;
  readonly runId: string;
  readonly runAttempt: string;
  readonly actor: string;
  /** `https://github.com`, or an Enterprise server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly workspace: string;
  readonly temp: string;
  /**
   * The code that is checked out may come from another repository than this one: a pull request from a fork.
   */
  readonly fork: boolean;
  /** The event hands out no secrets: a fork's pull request, or one by Dependabot. */
  readonly withoutSecrets: boolean;
  readonly privateRepository: boolean;
  /**
   * The pull request of the event, where the event is one of a pull request, or of a run for one of this
   * repository's own.
   */
  readonly pullRequest: { readonly number: number; readonly baseSha: string; readonly headSha: string } | undefined;
  /** The head of the run that a `workflow_run` event is about. */
  readonly triggeredBy: { readonly repository: string; readonly branch: string; readonly sha: string } | undefined;
  /** Where the branch of a push was before it. */
  readonly before: string | undefined;
}

/** A place in a file, for an annotation. Lines and columns count from 1. */
export interface Place {
  /** Where it stands in the repository; undefined where it stands outside of it. */
  readonly file: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/**
 * The runner's log, outputs, state and summary. Texts are data: the adapter makes sure that none of them acts
 * as a command.
 */
export interface Runner {
  readonly context: RunContext;
  /** From now on it is a secret: masked in the log, and taken out of every text that leaves. */
  mask(secret: string): void;
  /** The text as it may leave by another way than this runner: without the secrets that are known by now. */
  redact(text: string): string;
  debug(text: string): void;
  info(text: string): void;
  notice(text: string): void;
  warning(text: string, place?: Place): void;
  error(text: string, place?: Place): void;
  startGroup(title: string): void;
  endGroup(): void;
  setOutput(name: string, value: string): void;
  saveState(name: string, value: string): void;
  getState(name: string): string;
  /** The values of every state whose name begins so. */
  savedStates(prefix: string): readonly string[];
  writeSummary(markdown: string): Promise<void>;
  /** Shows how far something long has come, where somebody watches. */
  progress?(what: string, done: number, total: number): void;
  /** Marks the step as failed, without a line in the log; `inputs`: what was asked for made no sense. */
  fail(cause?: 'inputs' | undefined): void;
}

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Waits; ends early, without an error, when the signal fires. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

/**
 * Some of the bytes of a file; fewer where it ends. They may be read into memory that is given.
 * @throws ActionError as `readText`.
 */
export interface Ranges {
  (path: string, offset: number, length: number, into?: Uint8Array): Promise<Uint8Array>;
  /** Closes all files; one of which is read later is opened anew. */
  close(): Promise<void>;
}

/**
 * Local files, read only where the step may read. Paths are as the user wrote them, relative to the
 * workspace.
 */
export interface Files {
  /** Whether there is a file at this very path. */
  exists(path: string): Promise<boolean>;
  /** By what a file is known however its path is written, links resolved. */
  identity(path: string): Promise<string>;
  /** The files that a glob names, as `/`-paths in bytewise order. Follows no directory links. */
  glob(pattern: string): Promise<readonly string[]>;
  /**
   * @param most bytes that it may have
   * @throws ActionError when the path leads outside the folders that the step may read, to no regular file,
   *   or to a larger one
   */
  readText(path: string, most?: number): Promise<string>;
  /** The size in bytes. @throws ActionError as `readText`. */
  size(path: string): Promise<number>;
  /** The bytes in order. @throws ActionError as `readText`. */
  read(path: string): AsyncIterable<Uint8Array>;
  /**
   * The same, read ahead into the buffers that `take` gives: each before the piece before it is used. Without
   * it a piece holds what it holds only until the next one is asked for. @throws ActionError as `readText`.
   */
  scan(path: string, take?: () => Uint8Array): AsyncIterable<Uint8Array>;
  /** Reads parts of files, here and there: each file is opened once, until all are closed. */
  ranges(): Ranges;
  /** Writes a file into this step's report folder and returns its absolute path. */
  writeReport(name: string, content: string): Promise<string>;
}

/** The folder in which answers are kept. What is appended goes into a file that no other step writes to. */
export interface AnswerFolder {
  /** The files that were there before, in bytewise order. */
  names(): Promise<readonly string[]>;
  /** The bytes of one in order; a piece holds what it holds until the next is asked for. */
  scan(name: string): AsyncIterable<Uint8Array>;
  read(name: string, offset: number, length: number): Uint8Array;
  /** Writes a text at the end, whole, before it returns. */
  append(text: string): void;
}

/** Keeps the report's files with the workflow run. */
export interface ArtifactStore {
  /** Whether this runner has an artifact service that can be used. */
  readonly available: boolean;
  /** Why it cannot be used, as a sentence, where there is one and somebody may count on it. */
  readonly lacking?: string | undefined;
  upload(name: string, folder: string, files: readonly string[]): Promise<void>;
}

/** A file of the repository as it was; `bytes` is undefined where it is not known. */
export interface BaseFile {
  readonly path: string;
  readonly bytes: number | undefined;
}

/** The repository as it was before the change. */
export interface BaseVersion {
  readonly commit: string;
  /** All its files, as `/`-paths in bytewise order. @throws when they cannot be listed whole */
  files(): Promise<readonly BaseFile[]>;
  /**
   * Copies a file into the step's temp folder and returns the copy's path.
   * @throws when it cannot be had, with the reason
   */
  copy(path: string): Promise<string>;
  /** Removes the copies. */
  close(): Promise<void>;
}

/** The pull request that a run concerns. */
export interface PullRequest {
  readonly number: number;
  /** The version that its change is compared with. @throws when there is none, with the reason */
  base(signal: AbortSignal): Promise<BaseVersion>;
  /**
   * Sees to it that there is one comment with this marker, and that it has this body.
   * @returns whether GitHub takes a body of this length
   * @throws when the token may not
   */
  comment(marker: string, body: string, signal: AbortSignal): Promise<'kept' | 'too long'>;
}
