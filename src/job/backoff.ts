/**
 * Retry as data: which call, which failure, how often, how long. The server's own timing is a minimum; every
 * wait takes an abort signal.
 */
import { AbortedError, messageOf, ProviderError } from '../errors.ts';
import type { Clock } from '../ports.ts';
import type { Attempts } from '../providers/port.ts';

/** One kind of call. Times in milliseconds. */
export interface RetryPolicy {
  /** How long after its first failure a call is still repeated. */
  readonly patience: number;
  /** How much longer than that, where the server itself names the time to wait. */
  readonly obeys: number;
  readonly first: number;
  readonly longest: number;
  /** A failure after which the server may have acted is repeated only where acting twice does no harm. */
  readonly unknown: boolean;
  /** What is not found may not be there yet, on a server whose reads lag behind its writes. */
  readonly notFound: boolean;
  /** How long that is believed; without it as long as any failure. */
  readonly lag?: number;
  /** A refused key may be accepted again: what is at stake is worth more than one answer. */
  readonly refused?: true;
}

const MINUTE = 60_000;

export const RETRY = {
  /** Reading: lists, single objects, result files. */
  read: { patience: 2 * MINUTE, obeys: 60 * MINUTE, first: 1000, longest: 30_000, unknown: true, notFound: false },
  /** Reading while a job runs that is already paid for: until the deadline, unless it is gone. */
  watch: {
    patience: Number.POSITIVE_INFINITY,
    obeys: Number.POSITIVE_INFINITY,
    first: 1000,
    longest: MINUTE,
    unknown: true,
    notFound: true,
    lag: 2 * MINUTE,
    refused: true,
  },
  /** Reading a file that was just sent. */
  settle: { patience: 15 * MINUTE, obeys: 60 * MINUTE, first: 1000, longest: MINUTE, unknown: true, notFound: true },
  /** What surrounds a job: its loss is a warning. */
  extra: { patience: 20_000, obeys: 5 * MINUTE, first: 1000, longest: 5000, unknown: true, notFound: false },
  /** Cancel, pause, resume: asking twice is asking once. */
  verb: { patience: MINUTE, obeys: 5 * MINUTE, first: 500, longest: 10_000, unknown: true, notFound: false },
  /** Sending data: a lost reply is looked up, not sent again. */
  upload: { patience: 10 * MINUTE, obeys: 60 * MINUTE, first: 2000, longest: MINUTE, unknown: false, notFound: false },
  /** Parts of a file: what arrived twice counts once. */
  part: { patience: 10 * MINUTE, obeys: 60 * MINUTE, first: 1000, longest: 30_000, unknown: true, notFound: false },
  /** Creating a job: only what surely did nothing is repeated. */
  create: { patience: 30 * MINUTE, obeys: 60 * MINUTE, first: 5000, longest: 5 * MINUTE, unknown: false, notFound: false },
  /** Asking a model: a lost answer is asked for again. A new deployment takes a while to be seen. */
  ask: {
    patience: 5 * MINUTE,
    obeys: 30 * MINUTE,
    first: 1000,
    longest: 30_000,
    unknown: true,
    notFound: true,
    lag: MINUTE,
  },
  /** Deploying and removing: what is lost is looked for by its name; another operation may be under way. */
  deploy: { patience: 60 * MINUTE, obeys: 60 * MINUTE, first: 5000, longest: MINUTE, unknown: true, notFound: false },
} as const satisfies Record<Attempts, RetryPolicy>;

/** Whether the policy repeats a call after this failure. */
export function isRepeatable(error: unknown, policy: RetryPolicy): error is ProviderError {
  if (!(error instanceof ProviderError)) return false;
  const { facts } = error;
  if (facts.kind === 'missing') return policy.notFound;
  if (facts.kind === 'credential' && policy.refused) return true;
  if (facts.final) return false;
  if (facts.kind === 'limited') return true;
  if (facts.fate === 'unsent') return true;
  return facts.fate === 'unknown' && policy.unknown;
}

/**
 * The wait before attempt `number` (from 1), in milliseconds: doubling, spread by up to a quarter, never
 * sooner than the server asks.
 */
export function pause(policy: RetryPolicy, number: number, retryAfter: number | undefined, chance: number): number {
  const doubled = Math.min(policy.longest, policy.first * 2 ** (number - 1));
  return Math.max(doubled * (1 - chance / 4), retryAfter ?? 0);
}

export interface Retrying<Value> {
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** No attempt begins after this moment (milliseconds since the epoch). */
  readonly deadline?: number | undefined;
  /** Hears of each wait; `lost`: what was asked may have been done, and is looked for after it. */
  readonly onRetry?: ((error: ProviderError, wait: number, lost: boolean) => void) | undefined;
  /** Looks for what a call whose answer was lost may have done, before it is made again. */
  readonly lookUp?: (() => Promise<Value | undefined>) | undefined;
  /** Looks before every repetition: servers also refuse what they have done. */
  readonly beforeAgain?: (() => Promise<Value | undefined>) | undefined;
}

/**
 * Calls until the call succeeds, the failure is one that does not pass, or patience ends.
 * @throws the last failure, or AbortedError
 */
export async function retrying<Value>(
  policy: RetryPolicy,
  { clock, signal, deadline, onRetry, lookUp, beforeAgain }: Retrying<Value>,
  call: () => Promise<Value>,
): Promise<Value> {
  const started = clock.now();
  // What the server itself asks to wait is no part of our own patience, up to a limit.
  let asked = 0;
  let missingSince: number | undefined;
  for (let number = 1; ; number += 1) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      const lost = lookUp !== undefined && error.facts.fate === 'unknown';
      if (!lost && !isRepeatable(error, policy)) throw error;
      const wait = pause(policy, number, error.facts.retryAfter, Math.random());
      const next = clock.now() + wait;
      asked = Math.min(policy.obeys, asked + (error.facts.retryAfter ?? 0));
      missingSince = error.facts.kind === 'missing' ? (missingSince ?? clock.now()) : undefined;
      if (missingSince !== undefined && next > missingSince + (policy.lag ?? Number.POSITIVE_INFINITY)) throw error;
      const patience =
        lost || policy.patience === Number.POSITIVE_INFINITY
          ? policy.patience
          : Math.min(policy.patience, error.facts.patience ?? policy.patience);
      if (next > started + patience + asked || next > (deadline ?? Number.POSITIVE_INFINITY)) throw error;
      onRetry?.(error, wait, lost);
      await clock.sleep(wait, signal);
      if (signal?.aborted) {
        throw new AbortedError(`Stopped waiting, because the run is being cancelled, after: ${messageOf(error)}`, {
          cause: error,
        });
      }
      const found = lost ? await lookUp() : await beforeAgain?.();
      if (found !== undefined) return found;
    }
  }
}
