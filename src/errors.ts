/**
 * The errors that a user reads. Each is one line: what was wrong, the value, what is allowed, what to do;
 * facts stand in fields, causes are kept. Anything else that is thrown is a defect of the action, and is
 * shown as one.
 */
import { textOf, type Words } from './words.ts';

/**
 * `fix`: what to do about it, where that can be told apart from the cause. It ends the message, and a report
 * shows it by itself.
 */
export interface Remedy extends ErrorOptions {
  readonly fix?: string | undefined;
}

/** An error whose message is meant for the person who reads the log. */
export class ActionError extends Error {
  override name = 'ActionError';
  readonly fix: string | undefined;
  constructor(message: string, options?: Remedy) {
    super(options?.fix ? `${message} ${options.fix}` : message, options);
    this.fix = options?.fix || undefined;
  }
}

/** One wrong input. */
export interface InputProblem {
  /**
   * The input's name, with the place inside it where it holds structure:
   * `method.supervised.hyperparameters.n_epochs`.
   */
  readonly place: string;
  /** The whole sentence. */
  readonly message: string;
}

/** One or several wrong inputs, reported together. */
export class InputError extends ActionError {
  override name = 'InputError';
  readonly problems: readonly InputProblem[];
  constructor(problems: readonly InputProblem[]) {
    const lines = problems.map((problem) => problem.message);
    super(lines.length === 1 ? lines.join('') : `${lines.length} inputs are wrong: ${lines.join(' ')}`);
    this.problems = problems;
  }
}

/** The data does not pass: nothing was uploaded, nothing created. */
export class DataError extends ActionError {
  override name = 'DataError';
  /** The message, what it quotes of the data apart from our own words. */
  readonly words: Words;
  constructor(text: string | Words, options?: Remedy) {
    super(textOf(text, true), options);
    this.words = typeof text === 'string' ? [this.message] : text;
  }
}

/**
 * What was asked is above a limit of the platform or of the inputs: nothing was uploaded, nothing created.
 * The data may pass.
 */
export class LimitError extends ActionError {
  override name = 'LimitError';
}

/**
 * What became of a request that failed:
 * `refused`, the server answered and did nothing; `unsent`, nothing reached the server; `unknown`, the server
 * may have done what was asked.
 */
export type Fate = 'refused' | 'unsent' | 'unknown';

/**
 * Of what kind a failure is, as far as a decision may rest on it: `missing`, the thing named is certainly not
 * there; `unsupported`, the platform has no such call; `invalid`, it does not take what was asked;
 * `credential`, not with this one; `limited`, not now.
 */
export type FailureKind = 'missing' | 'unsupported' | 'invalid' | 'credential' | 'limited';

/**
 * `fate`, `kind`, `final` and `retryAfter` are what is decided on; the rest is for the person who reads the
 * report.
 */
export interface ProviderFacts {
  /** The call in words of the API, such as `POST /fine_tuning/jobs`. */
  readonly call: string;
  readonly fate: Fate;
  readonly kind?: FailureKind | undefined;
  readonly status?: number | undefined;
  readonly code?: string | undefined;
  readonly type?: string | undefined;
  readonly param?: string | undefined;
  readonly requestId?: string | undefined;
  /** The same request can never succeed within this run: a quota, a closed platform, a refused key. */
  readonly final?: boolean | undefined;
  /** How long it is worth repeating at most, in milliseconds; without it as long as the call is. */
  readonly patience?: number | undefined;
  /** With which status another server refused it, where the one that was asked passes that on. */
  readonly passedOn?: number | undefined;
  /** The answer is a web page: it comes from something before the server. */
  readonly page?: boolean | undefined;
  /** How long the server asks to wait, in milliseconds. */
  readonly retryAfter?: number | undefined;
  /** The server's own words, or the network's. */
  readonly detail: string;
}

/** A call to the provider that did not succeed. */
export class ProviderError extends ActionError {
  override name = 'ProviderError';
  readonly facts: ProviderFacts;
  constructor(message: string, facts: ProviderFacts, options?: Remedy) {
    super(message, options);
    this.facts = facts;
  }
}

/** For a call about one thing: nothing, where it is certainly not there. @throws every other failure */
export function unlessMissing(error: unknown): undefined {
  if (error instanceof ProviderError && error.facts.kind === 'missing') return undefined;
  throw error;
}

/** A job that ended otherwise than asked: failed, cancelled by someone, or out of time. */
export class JobError extends ActionError {
  override name = 'JobError';
  readonly code: string | undefined;
  constructor(message: string, code?: string | undefined, options?: Remedy) {
    super(message, options);
    this.code = code;
  }
}

/** The wait was cut short, because the workflow run is being cancelled. */
export class AbortedError extends ActionError {
  override name = 'AbortedError';
}

/** The first line of an error's message, whatever was thrown. */
export function messageOf(error: unknown): string {
  return Error.isError(error) ? error.message : String(error);
}
