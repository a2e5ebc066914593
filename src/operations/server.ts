/** The provider of this step, opened. */
import { ActionError, InputError } from '../errors.ts';
import type { Operation } from '../inputs/inputs.ts';
import { type Work, workOf } from '../job/work.ts';
import { credentialAdvice } from '../providers/connection.ts';
import type { Capability } from '../providers/port.ts';
import { lacking } from '../providers/profile.ts';
import { type Step, warn } from './step.ts';

/** What an operation cannot do without. */
const NEEDS: Partial<Record<Operation, Capability>> = {
  pause: 'pause',
  resume: 'resume',
  list_events: 'events',
  list_checkpoints: 'checkpoints',
};

/** Whether there is nothing to sign in with. (What the step itself starts needs nothing.) */
export function lacksCredential({ connection }: Step): boolean {
  return connection.credential === undefined && !connection.profile.embedded;
}

/** Connects, and gives what every stage of a job's story needs. @throws InputError without a credential, ActionError where the platform lacks the verb */
export async function open(step: Step): Promise<Work> {
  const { connection, draft } = step;
  if (lacksCredential(step)) throw new InputError([{ place: 'api_key', message: credentialAdvice(connection) }]);
  const need = NEEDS[step.inputs.operation];
  const lack = need === undefined ? undefined : lacking(connection.profile, need);
  if (lack !== undefined) throw new ActionError(lack);
  const provider = await step.connect();
  const { name, beforeUse, rehearsal } = connection.profile;
  draft.provider = { name, baseUrl: provider.baseUrl, jobUrl: undefined, beforeUse, rehearsal };
  return workOf({
    provider,
    clock: step.clock,
    signal: step.signal,
    deadline: step.started + step.inputs.timeout_minutes * 60_000,
    say: (text) => step.runner.info(text),
    warn: (text) => warn(step, text),
  });
}
