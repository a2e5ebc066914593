/** The provider of this step, opened. */
import { InputError } from '../errors.ts';
import type { Work } from '../job/work.ts';
import { credentialAdvice } from '../providers/connection.ts';
import { type Step, warn } from '../run/step.ts';

/** Whether there is nothing to sign in with. (The sandbox needs nothing.) */
export function lacksCredential({ connection }: Step): boolean {
  return connection.credential === undefined && connection.profile.name !== 'sandbox';
}

/** Connects, and gives what every stage of a job's story needs. @throws InputError without a credential */
export async function open(step: Step): Promise<Work> {
  const { connection, draft } = step;
  if (lacksCredential(step)) throw new InputError([{ place: 'api_key', message: credentialAdvice(connection) }]);
  const provider = await step.connect();
  const { name, beforeUse } = connection.profile;
  draft.provider = { name, baseUrl: provider.baseUrl, jobUrl: undefined, beforeUse };
  return {
    provider,
    clock: step.clock,
    signal: step.signal,
    deadline: step.started + step.inputs.timeout_minutes * 60_000,
    say: (text) => step.runner.info(text),
    warn: (text) => warn(step, text),
  };
}
