/** What a step refuses to do before it reads any data, and why. Pure. */
import type { RunContext } from '../ports.ts';

/**
 * Why this event's content may not be used with the workflow's secrets; undefined when it may.
 * `pull_request_target` and `workflow_run` run with secrets and a writing token, whoever wrote the head that
 * they concern.
 */
export function untrustedContent(context: RunContext, allowed: boolean): string | undefined {
  const withSecrets = context.eventName === 'pull_request_target' || context.eventName === 'workflow_run';
  if (!withSecrets || !context.fork || allowed) return undefined;
  return (
    `The event ${context.eventName} concerns a fork's head and runs with this repository's secrets, so its data is not used. ` +
    'Run on pull_request instead (there the data is validated without secrets), or write allow_untrusted_data: true if you have checked the head.'
  );
}
