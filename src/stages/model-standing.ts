/**
 * What is known of a model and its platform without asking anyone: said in `validate`, and before `create`
 * spends money.
 */
import { ActionError } from '../errors.ts';
import { familyOf } from '../models/family.ts';
import { closingsOf, lifeOf, methodFault } from '../models/standing.ts';
import { type World, warn } from '../run/step.ts';

/**
 * Another address under a platform's name may be a gateway, with a life of its own; without an address the
 * platform itself is meant.
 */
const isOwnHost = ({ connection: { profile, baseUrl } }: World) =>
  baseUrl === '' || (URL.canParse(baseUrl) && profile.hosts.test(new URL(baseUrl).hostname));

/** Where no platform was chosen, the data alone may be meant: its days are said, and stop nothing. */
const isChosen = ({ inputs }: World) =>
  inputs.operation !== 'validate' || inputs.provider !== 'auto' || inputs.base_url !== undefined;

/**
 * Holds model and method against the platform's tables. A model that they do not know is not judged.
 * @param told the day on which the platform itself says that the model ends: it has been judged
 * @throws ActionError when the platform would refuse the job
 */
export async function checkStanding(world: World, told?: string): Promise<void> {
  const { inputs, connection, clock, runner } = world;
  if (inputs.model === undefined) return;
  const known = await connection.profile.models?.();
  if (known?.certain !== true) return;
  const asked = {
    model: inputs.model,
    method: inputs.method?.type ?? 'supervised',
    now: clock.now(),
    minimumDays: inputs.min_model_days,
  } as const;
  const ends = told === undefined ? familyOf(known.families, inputs.model)?.ends : undefined;
  const days = isOwnHost(world) ? [lifeOf(asked, ends), ...closingsOf(asked, known)] : [];
  const said = [
    methodFault(asked, known),
    ...days.map((one) => (one?.severity === 'error' && !isChosen(world) ? { ...one, severity: 'warning' as const } : one)),
  ].filter((one) => one !== undefined);
  const refused = said.find(({ severity }) => severity === 'error');
  if (refused !== undefined) throw new ActionError(refused.message);
  for (const { severity, message } of said) {
    if (severity === 'warning') warn(world, message);
    else runner.notice(message);
  }
}
