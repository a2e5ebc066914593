/** The provider of this step, opened. */
import { ActionError, InputError } from '../errors.ts';
import { type Work, workOf } from '../job/work.ts';
import { credentialAdvice } from '../providers/connection.ts';
import type { Capability } from '../providers/port.ts';
import { lacking } from '../providers/profile.ts';
import { type World, warn } from '../run/step.ts';

/** Whether there is nothing to sign in with. (What the step itself starts needs nothing.) */
export function lacksCredential({ connection }: World): boolean {
  return connection.credential === undefined && !connection.profile.embedded;
}

/**
 * Connects, and gives what every stage of a job's story needs.
 * @param verb what the story cannot do without and a platform may lack
 * @throws InputError without a credential; ActionError where the platform lacks the verb
 */
export async function openProvider(world: World, verb?: Capability): Promise<Work> {
  const { connection, clock, signal, started, inputs, runner, record } = world;
  if (lacksCredential(world)) throw new InputError([{ place: 'api_key', message: credentialAdvice(connection) }]);
  const lack = verb === undefined ? undefined : lacking(connection.profile, verb);
  if (lack !== undefined) throw new ActionError(lack);
  const provider = await world.connect();
  const { name, beforeUse, rehearsal } = connection.profile;
  record.note({ kind: 'provider', provider: { name, baseUrl: provider.baseUrl, beforeUse, rehearsal } });
  return workOf({
    provider,
    clock,
    signal,
    deadline: started + inputs.timeout_minutes * 60_000,
    say: (text) => runner.info(text),
    warn: (text) => warn(world, text),
  });
}
