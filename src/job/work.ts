/** What every stage of a job's story needs: the platform, and how the core asks it. */
import type { ProviderError } from '../errors.ts';
import type { Attempts, CallContext, Provider } from '../providers/port.ts';
import { RETRY, retrying } from './backoff.ts';

export interface Work extends CallContext {
  readonly provider: Provider;
}

/** After so many refusals in a row, which is some minutes, a key is said to be refused. */
const REFUSALS = 8;

/** The work of a step; each repetition is said in the log. */
export function workOf(given: Omit<Work, 'attempt'>): Work {
  const { clock, signal, deadline, say } = given;
  const warned = new Set<string>();
  /** What goes wrong at every look is said at the first. */
  const warn = (text: string) => {
    if (warned.has(text)) return;
    warned.add(text);
    given.warn(text);
  };
  let refusals = 0;
  /** A key that is refused again and again is worth a warning, once; the job is not given up for it. */
  const hear = (kind: Attempts, error: ProviderError) => {
    refusals = kind === 'watch' && error.facts.kind === 'credential' ? refusals + 1 : 0;
    if (refusals === REFUSALS)
      warn(`The job runs on and is looked at until timeout_minutes, but the key is refused again and again. ${error.message}`);
  };
  return {
    ...given,
    warn,
    attempt: (kind, call, options = {}) =>
      retrying(
        RETRY[kind],
        {
          clock,
          signal: options.signal ?? signal,
          deadline,
          lookUp: options.lookUp,
          beforeAgain: options.beforeAgain,
          onRetry: (error, wait, lost) => {
            say(`${error.message} ${lost ? 'Looking whether it arrived' : 'Trying again'} in ${Math.ceil(wait / 1000)} s.`);
            hear(kind, error);
          },
        },
        call,
      ),
  };
}

/**
 * The same work where what is read only surrounds the job: its loss is a warning, so less patience is spent
 * on it.
 */
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
