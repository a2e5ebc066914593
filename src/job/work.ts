/** What every stage of a job's story needs: the platform, and how the core asks it. */
import type { CallContext, Provider } from '../providers/port.ts';
import { RETRY, retrying } from './backoff.ts';

export interface Work extends CallContext {
  readonly provider: Provider;
}

/** The work of a step; each repetition is said in the log. */
export function workOf(given: Omit<Work, 'attempt'>): Work {
  const { clock, signal, deadline, say } = given;
  return {
    ...given,
    attempt: (kind, call, options = {}) =>
      retrying(
        RETRY[kind],
        {
          clock,
          signal: options.signal ?? signal,
          deadline,
          lookUp: options.lookUp,
          onRetry: (error, wait, lost) =>
            say(`${error.message} ${lost ? 'Looking whether it arrived' : 'Trying again'} in ${Math.ceil(wait / 1000)} s.`),
        },
        call,
      ),
  };
}

/** The same work where what is read only surrounds the job: its loss is a warning, so less patience is spent on it. */
export function inPassing(work: Work): Work {
  return { ...work, attempt: (kind, call, options) => work.attempt(kind === 'read' ? 'extra' : kind, call, options) };
}

/**
 * A verb that a platform may lack.
 * @throws TypeError when it is not there: the plan asks the profile first
 */
export function offered<Verb>(verb: Verb | undefined, name: string): Verb {
  if (verb === undefined) throw new TypeError(`This platform's client has no verb ${name}, and its profile does not say so.`);
  return verb;
}
