/**
 * Which server, and who signs in how: decided from the inputs and the environment before anything is sent.
 * Pure.
 */
import { isIP } from 'node:net';
import { InputError, type InputProblem } from '../errors.ts';
import { CLOSED } from './closed.ts';
import type { Address, Credential, Profile } from './profile.ts';
import { ANY_SERVER, DEFAULT_PLATFORM, PLATFORM_NAMES, PLATFORMS, platformNamed, platformOfHost } from './registry.ts';
import { ownNames } from './terms.ts';

/** The platform of a step, where it is, and who signs in. */
export interface Connection extends Address {
  readonly profile: Profile;
}

/** The variable that the clients of this wire take their address from; its key goes with it. */
const ADDRESS_VARIABLE = 'OPENAI_BASE_URL';

type Environment = Readonly<Record<string, string | undefined>>;

/** Of the inputs, those that say where to go and who signs in. */
interface Wanted {
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
}

function refuse(place: string, message: string): never {
  throw new InputError([{ place, message } satisfies InputProblem]);
}

/** `localhost` and the addresses that never leave the machine. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
}

/**
 * Addresses of private networks (RFC 1918, RFC 4193) and names without a dot. Not link-local: there the
 * clouds keep their credentials.
 */
function isPrivate(host: string): boolean {
  if (isIP(host) === 4) return /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(host);
  if (host.startsWith('[')) return /^\[f[cd]/.test(host);
  return !host.includes('.');
}

/**
 * The checked API root.
 * @param place where it was given, for the error
 * @throws InputError when it is no URL, carries a credential or a query, or is plain `http` to where that is
 *   not allowed
 */
export function checkBaseUrl(text: string, place: string, allowHttp: boolean): URL {
  if (!URL.canParse(text))
    refuse('base_url', `${place} is ${JSON.stringify(text)}; it must be a URL such as ${DEFAULT_PLATFORM.profile.ownBaseUrl}.`);
  const url = new URL(text);
  if (url.username || url.password)
    refuse('base_url', `${place} carries a user name or password. Take it out and use the input api_key.`);
  if (url.search || url.hash) {
    refuse(
      'base_url',
      `${place} is ${JSON.stringify(text)}; it must be the API's root without ?query and #fragment. Leave out ${url.search || url.hash}.`,
    );
  }
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return url;
  if (url.protocol !== 'http:') refuse('base_url', `${place} is ${JSON.stringify(text)}; it must begin with https://.`);
  if (allowHttp && isPrivate(url.hostname)) return url;
  return refuse(
    'base_url',
    `${place} is ${JSON.stringify(text)}; plain http is allowed on loopback only${
      isPrivate(url.hostname) ? ', and to private addresses with allow_http: true.' : '. Use https.'
    }`,
  );
}

/**
 * Decides provider, address and credential.
 * @throws InputError when they do not fit each other, or the provider is not built yet
 */
export function resolveConnection(inputs: Wanted, environment: Environment): Connection {
  const named = inputs.provider === 'auto' ? undefined : platformNamed(inputs.provider).profile;
  if (named?.embedded) {
    return { profile: named, baseUrl: '', credential: undefined, organization: undefined, project: undefined };
  }
  const fromEnvironment = inputs.base_url === undefined && Boolean(environment[ADDRESS_VARIABLE]?.trim());
  const given = inputs.base_url ?? (environment[ADDRESS_VARIABLE]?.trim() || undefined);
  const text = given ?? (named ?? DEFAULT_PLATFORM.profile).ownBaseUrl;
  if (text === undefined)
    return refuse(
      'base_url',
      `Input base_url is missing; provider ${inputs.provider} needs it, for example ${(named ?? ANY_SERVER.profile).exampleUrl}.`,
    );
  const url = checkBaseUrl(text, fromEnvironment ? `The variable ${ADDRESS_VARIABLE}` : 'Input base_url', inputs.allow_http);
  refuseClosed(url.hostname);
  const profile = named ?? platformOfHost(url.hostname).profile;
  const path = url.pathname.replace(/\/+$/, '');
  if (profile.rootPath !== undefined && path !== profile.rootPath) {
    refuse(
      'base_url',
      `Input base_url is ${JSON.stringify(text)}; for ${profile.title} it must end in ${profile.rootPath}: ${url.origin}${profile.rootPath}.`,
    );
  }
  const { tenant } = profile;
  const fromVariable = (name: string | undefined) => (name === undefined ? undefined : environment[name] || undefined);
  return {
    profile,
    baseUrl: `${url.origin}${path}`,
    credential: credentialFor(inputs, environment, profile, url, fromEnvironment),
    // A header that other vendors do not know could be refused by them, and says more than they need to know.
    organization: tenant === undefined ? undefined : (inputs.organization ?? fromVariable(tenant.organization)),
    project: tenant === undefined ? undefined : (inputs.project ?? fromVariable(tenant.project)),
  };
}

/** What the check of the inputs asks of the server's side. */
export interface ServerTerms {
  readonly ownNames: readonly string[];
  readonly optional: readonly string[];
  readonly problems: readonly InputProblem[];
}

/**
 * What is known of the server to which the inputs lead: the names that its platform takes inside `method`,
 * and what is wrong with the way to it.
 */
export function serverSide(inputs: Wanted, environment: Environment): ServerTerms {
  try {
    return { ...termsOf(resolveConnection(inputs, environment).profile), problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const named = inputs.provider === 'auto' ? undefined : platformNamed(inputs.provider).profile;
    return { ...termsOf(named), problems: error.problems };
  }
}

const termsOf = (profile: Profile | undefined) => ({
  ownNames: profile === undefined ? [] : ownNames(profile),
  optional: profile?.terms?.optional ?? [],
});

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

function credentialFor(
  inputs: Wanted,
  environment: Environment,
  profile: Profile,
  url: URL,
  fromEnvironment: boolean,
): Credential | undefined {
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
  if (inputs.api_key === 'none') return { kind: 'none' };
  if (inputs.api_key !== undefined) return keyOf(inputs.api_key, 'Input api_key');
  const own = ownVariable(profile, url.hostname);
  const ambient = fromEnvironment && platformOfHost(url.hostname) === ANY_SERVER;
  const variable = own ?? (ambient ? DEFAULT_PLATFORM.profile.keyVariable : undefined);
  const value = variable === undefined ? undefined : environment[variable]?.trim();
  if (value) return keyOf(value, `The variable ${variable}`);
  return profile.hosts.test(url.hostname) ? profile.signIn?.credential(environment, url.hostname) : undefined;
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

/** When a key that is a JSON Web Token ends, in milliseconds since the epoch; undefined for any other. */
export function endOfToken(credential: Credential | undefined): number | undefined {
  if (credential?.kind !== 'key' || !/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(credential.key)) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(credential.key.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const end: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined;
    return typeof end === 'number' && end > 0 ? end * 1000 : undefined;
  } catch {
    return undefined;
  }
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
