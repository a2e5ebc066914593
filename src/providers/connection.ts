/** Which platform a step is about, and the way to its server, where it needs one. */
import { InputError, type InputProblem } from '../errors.ts';
import type { Profile } from './profile.ts';
import { ADDRESS_VARIABLE, DEFAULT_PLATFORM, platformNamed } from './registry.ts';
import type { Connection, Environment, Wanted } from './server-connection.ts';

export type { Connection } from './server-connection.ts';

/**
 * Decides provider, address and credential.
 * @param offline nothing is asked of the platform, so that its name alone says what is known of it
 * @throws InputError when they do not fit each other, or the vendor is closed
 */
export async function resolveConnection(inputs: Wanted, environment: Environment, offline = false): Promise<Connection> {
  const named = platformOf(inputs);
  const profile = named ?? DEFAULT_PLATFORM.profile;
  const byName = inputs.base_url === undefined && (named !== undefined || isSilent(inputs, environment));
  if (profile.embedded || (offline && byName))
    return { profile, baseUrl: '', credential: undefined, organization: undefined, project: undefined };
  const { serverConnection } = await import('./server-connection.ts');
  return serverConnection(inputs, environment, named);
}

function platformOf({ provider }: Wanted): Profile | undefined {
  return provider === 'auto' ? undefined : platformNamed(provider).profile;
}

/** Whether nothing is said of a server or of who signs in there, so that nothing can be wrong with it. */
function isSilent(inputs: Wanted, environment: Environment): boolean {
  const { api_key, identity_provider_id, inference_base_url, extra_query, extra_headers, own = {} } = inputs;
  const said = [api_key, identity_provider_id, inference_base_url, extra_query, extra_headers, environment[ADDRESS_VARIABLE]];
  return said.every((one) => one === undefined) && Object.keys(own).length === 0;
}

/** What the check of the inputs asks of the server's side. */
export interface ServerTerms {
  readonly ownNames: readonly string[];
  readonly ownFields: readonly string[];
  readonly optional: readonly string[];
  readonly problems: readonly InputProblem[];
}

/**
 * What is known of the server to which the inputs lead: the names that its platform takes inside `method`,
 * and what is wrong with the way to it.
 */
export async function serverSide(inputs: Wanted, environment: Environment, offline = false): Promise<ServerTerms> {
  try {
    return { ...(await termsOf((await resolveConnection(inputs, environment, offline)).profile)), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...(await termsOf(platformOf(inputs))), problems: error.problems };
  }
}

async function termsOf(profile: Profile | undefined): Promise<Omit<ServerTerms, 'problems'>> {
  const { settings = {}, fields = [], optional = [] } = (await profile?.terms?.()) ?? {};
  return { ownNames: Object.keys(settings), ownFields: fields, optional };
}
