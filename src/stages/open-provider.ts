/** The provider of this step, opened. */
import { ActionError, InputError } from '../errors.ts';
import { type Work, workOf } from '../job/work.ts';
import { collectSooner } from '../memory.ts';
import { endOfToken } from '../providers/credential.ts';
import type { Capability } from '../providers/port.ts';
import { lacking } from '../providers/profile.ts';
import { credentialAdvice } from '../providers/server-connection.ts';
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
  await collectSooner();
  const provider = await world.connect();
  const { name, beforeUse, rehearsal } = connection.profile;
  record.note({ kind: 'provider', provider: { name, baseUrl: provider.baseUrl, beforeUse, rehearsal } });
  const deadline = started + inputs.timeout_minutes * 60_000;
  const end = endOfToken(connection.credential);
  if (end !== undefined && end < deadline) {
    const minutes = Math.round((end - clock.now()) / 60_000);
    warn(
      world,
      `The token in api_key ${minutes <= 0 ? 'has ended' : `ends in ${minutes} min`}, and timeout_minutes is ${inputs.timeout_minutes}. After that the job runs on, but cannot be looked at: take a key, or a fresh token in a later step with operation: wait.`,
    );
  }
  return workOf({
    provider,
    clock,
    signal,
    deadline,
    say: (text) => runner.info(text),
    warn: (text) => warn(world, text),
  });
}
