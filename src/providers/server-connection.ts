/**
 * The way to a server: its address, and who signs in there how, from the inputs and the environment. Decided
 * before anything is sent.
 */
import { InputError, type InputProblem } from '../errors.ts';
import { checkBaseUrl } from './base-url.ts';
import { CLOSED } from './closed.ts';
import { checkExtras } from './extras.ts';
import type { Address, Credential, Profile, UrlCheck } from './profile.ts';
import { ADDRESS_VARIABLE, ANY_SERVER, DEFAULT_PLATFORM, PLATFORM_NAMES, PLATFORMS, platformOfHost } from './registry.ts';

/** The platform of a step, where it is, and who signs in. */
export interface Connection extends Address {
  readonly profile: Profile;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Of the inputs, those that say where to go and who signs in. */
export interface Wanted {
  /** A registered name, or `auto`. */
  readonly provider: string;
  readonly base_url: string | undefined;
  readonly allow_http: boolean;
  readonly api_key: string | undefined;
  readonly organization: string | undefined;
  readonly project: string | undefined;
  readonly identity_provider_id: string | undefined;
  readonly service_account_id: string | undefined;
  readonly audience: string | undefined;
  readonly inference_base_url?: string | undefined;
  readonly extra_query?: Readonly<Record<string, string>> | undefined;
  readonly extra_headers?: Readonly<Record<string, string>> | undefined;
  readonly own?: Readonly<Record<string, string>> | undefined;
}

function refuse(place: string, message: string): never {
  throw new InputError([{ place, message } satisfies InputProblem]);
}

/**
 * The address and the credential.
 * @param named the platform that the inputs name; undefined for `auto`
 * @throws InputError when they do not fit each other, or the vendor is closed
 */
export async function serverConnection(
  inputs: Wanted,
  environment: Environment,
  named: Profile | undefined,
): Promise<Connection> {
  const fromEnvironment = inputs.base_url === undefined && Boolean(environment[ADDRESS_VARIABLE]?.trim());
  const given = inputs.base_url ?? (environment[ADDRESS_VARIABLE]?.trim() || undefined);
  const text = given ?? (named ?? DEFAULT_PLATFORM.profile).ownBaseUrl;
  if (text === undefined)
    return refuse(
      'base_url',
      `Input base_url is missing; provider ${inputs.provider} needs it, for example ${(named ?? ANY_SERVER.profile).exampleUrl}.`,
    );
  const place = { allowHttp: inputs.allow_http, example: (named ?? ANY_SERVER.profile).exampleUrl };
  const words = fromEnvironment ? `The variable ${ADDRESS_VARIABLE}` : 'Input base_url';
  const url = checkBaseUrl(text, { ...place, input: 'base_url', words });
  refuseClosed(url.hostname);
  const profile = named ?? platformOfHost(url.hostname).profile;
  const path = pathOf(
    url,
    profile,
    environment,
    given === undefined ? 'Input base_url is missing' : `${words} is ${JSON.stringify(`${url.origin}${url.pathname}`)}`,
  );
  if (profile.rootPath !== undefined && !path.endsWith(profile.rootPath)) {
    refuse(
      'base_url',
      `${words} is ${JSON.stringify(`${url.origin}${path}`)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${ending(path, profile.rootPath)}.`,
    );
  }
  const foreign = Object.keys(inputs.own ?? {}).find((name) => !profile.inputs?.includes(name));
  if (foreign !== undefined)
    refuse(
      foreign,
      `Input ${foreign} is given, and the provider is ${profile.name}, which has no such input. Take it out, or set provider to the platform that it belongs to.`,
    );
  const own = profile.hosts.test(url.hostname) ? profile.ownInferenceUrl : undefined;
  const beside = profile.inferencePath === undefined ? undefined : `${url.origin}${profile.inferencePath(path)}`;
  const inference = inputs.inference_base_url ?? own ?? beside;
  const extras = checkExtras(inputs, profile);
  const { tenant } = profile;
  const fromVariable = (name: string | undefined) => (name === undefined ? undefined : environment[name] || undefined);
  const calls =
    inference === undefined
      ? undefined
      : checkBaseUrl(inference, { ...place, input: 'inference_base_url', words: 'Input inference_base_url' });
  const credential = await credentialFor(inputs, environment, profile, url, fromEnvironment);
  return {
    profile,
    baseUrl: `${url.origin}${path}`,
    credential,
    // A header that other vendors do not know could be refused by them, and says more than they need to know.
    organization: tenant === undefined ? undefined : (inputs.organization ?? fromVariable(tenant.organization)),
    project: tenant === undefined ? undefined : (inputs.project ?? fromVariable(tenant.project)),
    inferenceUrl: calls === undefined ? undefined : rootOf(calls),
    inferenceCredential: calls !== undefined && serves(calls, url, profile, inputs) ? credential : undefined,
    ...extras,
    own: inputs.own,
    checkUrl: urlCheck(inputs),
  };
}

const urlCheck =
  ({ allow_http }: Wanted): UrlCheck =>
  (text, place) =>
    checkBaseUrl(text, { ...place, allowHttp: allow_http });

/** Whether the credential for one address may go to another: written out, same origin, or same vendor. */
function serves(other: URL, own: URL, { hosts, ownInferenceUrl }: Profile, { api_key }: Wanted): boolean {
  if (api_key !== undefined || other.origin === own.origin) return true;
  const isVendors = hosts.test(other.hostname) || ownInferenceUrl?.startsWith(`${other.origin}/`) === true;
  return hosts.test(own.hostname) && isVendors;
}

const rootOf = (url: URL) => `${url.origin}${url.pathname.replace(/\/+$/, '')}`;

/**
 * The path of the API root, with the account where the platform asks for one.
 * @param words what an error begins with
 */
function pathOf(url: URL, { account, title }: Profile, environment: Environment, words: string): string {
  const path = url.pathname.replace(/\/+$/, '');
  const whole = account === undefined ? path : account.pathWith(path, environment);
  return whole ?? refuse('base_url', `${words}; it names no account of ${title}. ${account?.way}`);
}

/** A path with the end that it must have; what it has of that already stands once. */
function ending(path: string, end: string): string {
  const parts = end.split('/').map((_, count, all) => all.slice(0, count + 1).join('/'));
  const begun = parts.findLast((part) => part !== '' && path.endsWith(part)) ?? '';
  return `${path.slice(0, path.length - begun.length)}${end}`;
}

/** An address of a vendor that takes no training any more: refused by name and day, with the way on. */
function refuseClosed(host: string): void {
  const closed = CLOSED.find(({ hosts }) => hosts.test(host));
  if (closed === undefined) return;
  const { title, what, since, source } = closed;
  refuse(
    'base_url',
    `Input base_url is at ${host}; ${title} ${what} since ${since} (${source}). Train elsewhere: input provider takes ${onward()}.`,
  );
}

/** The platforms that can be used, in words. */
function onward(): string {
  return `${PLATFORM_NAMES.slice(0, -1).join(', ')} or ${PLATFORM_NAMES.at(-1)}`;
}

async function credentialFor(
  inputs: Wanted,
  environment: Environment,
  profile: Profile,
  url: URL,
  fromEnvironment: boolean,
): Promise<Credential | undefined> {
  const { identity_provider_id, service_account_id, audience } = inputs;
  if (identity_provider_id !== undefined && service_account_id !== undefined && audience !== undefined) {
    const keyless = PLATFORMS.flatMap((platform) => (platform.profile.keyless ? [platform.profile] : []));
    if (!keyless.some(({ hosts }) => hosts.test(url.hostname))) {
      refuse(
        'base_url',
        `Input base_url is ${JSON.stringify(url.href)}; keyless access with identity_provider_id works with ${keyless.map(({ ownBaseUrl }) => ownBaseUrl).join(' and ')} only.`,
      );
    }
    return { kind: 'identity', identityProviderId: identity_provider_id, serviceAccountId: service_account_id, audience };
  }
  const given = { environment, url, own: inputs.own ?? {}, checkUrl: urlCheck(inputs) };
  const [asked] = Object.keys(given.own);
  const signedIn = asked === undefined ? undefined : await profile.signIn?.credential(given);
  if (signedIn !== undefined && inputs.api_key !== undefined)
    refuse('api_key', `Input api_key is given beside ${asked}; use one of the two ways to sign in.`);
  if (signedIn !== undefined) return signedIn;
  if (inputs.api_key === 'none') return { kind: 'none' };
  if (inputs.api_key !== undefined) return keyOf(inputs.api_key, 'Input api_key');
  const own = ownVariable(profile, url.hostname);
  const ambient = fromEnvironment && platformOfHost(url.hostname) === ANY_SERVER;
  const variable = own ?? (ambient ? DEFAULT_PLATFORM.profile.keyVariable : undefined);
  const value = variable === undefined ? undefined : environment[variable]?.trim();
  if (value) return keyOf(value, `The variable ${variable}`);
  return profile.hosts.test(url.hostname) ? profile.signIn?.credential(given) : undefined;
}

/** The variable whose key may go to this host. */
function ownVariable({ keyVariable, hosts, selfHosted }: Profile, host: string): string | undefined {
  return hosts.test(host) || (selfHosted && platformOfHost(host) === ANY_SERVER) ? keyVariable : undefined;
}

/** A key that cannot stand in a header is caught here, with its name and not its value. */
function keyOf(key: string, place: string): Credential {
  if (!/^[\x21-\x7e]+$/.test(key))
    refuse(
      'api_key',
      `${place} holds white space or characters that no key has. Copy the key again, without quotes or line breaks.`,
    );
  return { kind: 'key', key };
}

/** What to do when no credential was found, in a line. */
export function credentialAdvice(connection: Connection): string {
  const { profile, baseUrl } = connection;
  const variable = ownVariable(profile, new URL(baseUrl).hostname);
  const ways =
    variable === undefined
      ? 'Write api_key with a secret'
      : `Write api_key: \${{ secrets.${variable} }}, or set the variable ${variable}`;
  const other = profile.signIn === undefined ? '' : `, or ${profile.signIn.way}`;
  const none = profile.keyOptional ? ', or api_key: none for a server that asks for no key' : '';
  return `There is no credential for ${baseUrl}. ${ways}${other}${none}. A variable of another vendor is never sent there.`;
}
