/** What a step refuses to do before it reads any data, and why. Pure. */
import type { RunContext } from '../ports.ts';

/** Events on which a fork's head is met with secrets at hand. */
const WITH_SECRETS: ReadonlySet<string> = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'check_run',
  'check_suite',
]);

/**
 * Why this event's content may not be used with the workflow's secrets; undefined when it may.
 * These events run with secrets and a writing token, whoever wrote the head that they concern.
 */
export function untrustedContent(context: RunContext, allowed: boolean): string | undefined {
  if (!WITH_SECRETS.has(context.eventName) || !context.fork || allowed) return undefined;
  return (
    `The event ${context.eventName} concerns a fork's head and runs with this repository's secrets, so its data is not used. ` +
    'Run on pull_request instead (there the data is validated without secrets), or write allow_untrusted_data: true if you have checked the head.'
  );
}
