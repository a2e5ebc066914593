/** What every stage of a job's story needs: the server, the time, when to stop, and whom to tell. */
import type { Clock, Provider } from '../ports.ts';
import { type RetryPolicy, retrying } from './backoff.ts';

export interface Work {
  readonly provider: Provider;
  readonly clock: Clock;
  /** Fires when the workflow run is being cancelled. */
  readonly signal: AbortSignal;
  /** Milliseconds since the epoch at which the step must end. */
  readonly deadline: number;
  /** A line for the log. */
  say(text: string): void;
  /** What goes wrong without stopping the story. */
  warn(text: string): void;
}

/** Calls under a retry policy; each repetition is told in the log. */
export function persist<Value>(work: Work, policy: RetryPolicy, call: () => Promise<Value>): Promise<Value> {
  const { clock, signal, deadline } = work;
  const onRetry = (error: Error, wait: number) => work.say(`${error.message} Trying again in ${Math.ceil(wait / 1000)} s.`);
  return retrying(policy, { clock, signal, deadline, onRetry }, call);
}
