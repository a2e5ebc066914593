/** The provider of this step, opened. */
import { InputError } from '../errors.ts';
import type { Work } from '../job/work.ts';
import { credentialAdvice } from '../providers/connection.ts';
import { type World, warn } from '../run/step.ts';

/** Whether there is nothing to sign in with. (The sandbox needs nothing.) */
export function lacksCredential({ connection }: World): boolean {
  return connection.credential === undefined && connection.profile.name !== 'sandbox';
}

/** Connects, and gives what every stage of a job's story needs. @throws InputError without a credential */
export async function openProvider(world: World): Promise<Work> {
  const { connection, clock, signal, started, inputs, runner, record } = world;
  if (lacksCredential(world)) throw new InputError([{ place: 'api_key', message: credentialAdvice(connection) }]);
  const provider = await world.connect();
  const { name, beforeUse } = connection.profile;
  record.note({ kind: 'provider', provider: { name, baseUrl: provider.baseUrl, beforeUse } });
  return {
    provider,
    clock,
    signal,
    deadline: started + inputs.timeout_minutes * 60_000,
    say: (text) => runner.info(text),
    warn: (text) => warn(world, text),
  };
}
