/** The platforms, one line each. The input `provider`, the keys to mask and the connection derive from it. */
import { azure } from './azure/platform.ts';
import { bedrock } from './bedrock/platform.ts';
import { compatible } from './compatible/platform.ts';
import { crusoe } from './crusoe/platform.ts';
import { fireworks } from './fireworks/platform.ts';
import { litellm } from './litellm/platform.ts';
import { llmariner } from './llmariner/platform.ts';
import { nebius } from './nebius/platform.ts';
import { openai } from './openai/platform.ts';
import { portkey } from './portkey/platform.ts';
import type { Platform } from './profile.ts';
import { sandbox } from './sandbox/platform.ts';
import { together } from './together/platform.ts';

/** In the order in which they are named to users. */
export const PLATFORMS: readonly Platform[] = [
  openai,
  azure,
  crusoe,
  together,
  fireworks,
  bedrock,
  nebius,
  llmariner,
  litellm,
  portkey,
  compatible,
  sandbox,
];

/** Where nothing is written. */
export const DEFAULT_PLATFORM = openai;
/** What an address is taken for that is nobody's own. */
export const ANY_SERVER = compatible;

/** The variable that the clients of the shared wire take their address from; its key goes with it. */
export const ADDRESS_VARIABLE = 'OPENAI_BASE_URL';

export const PLATFORM_NAMES: readonly string[] = PLATFORMS.map(({ profile }) => profile.name);

/** Inputs that one platform alone takes. */
export const PLATFORM_INPUTS: readonly string[] = PLATFORMS.flatMap(({ profile }) => profile.inputs ?? []);

/** The variables that may hold a credential, masked whether or not they are used. */
export const SECRET_VARIABLES: readonly string[] = PLATFORMS.flatMap(({ profile: { keyVariable, secretVariables = [] } }) => [
  ...(keyVariable === undefined ? [] : [keyVariable]),
  ...secretVariables,
]);

/** @throws for a name that is not registered, which the inputs' schema does not let through */
export function platformNamed(name: string): Platform {
  const found = PLATFORMS.find(({ profile }) => profile.name === name);
  if (found === undefined) throw new TypeError(`No platform is called ${name}.`);
  return found;
}

/** The platform whose own host this is. */
export function platformOfHost(host: string): Platform {
  return PLATFORMS.find(({ profile }) => profile.hosts.test(host)) ?? ANY_SERVER;
}
