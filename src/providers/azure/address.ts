/** Who signs in at Azure, for which audience, from what was given. Pure. */
import { InputError } from '../../errors.ts';
import type { Credential, SignInGiven, UrlCheck } from '../profile.ts';
import type { Identity, Tokens } from './entra.ts';

const PUBLIC_AUTHORITY = 'https://login.microsoftonline.com';
const GUID_OR_DOMAIN = /^[A-Za-z0-9][A-Za-z0-9.-]{0,253}$/;

/** The application that signs in; undefined where no keyless input is given. @throws InputError */
function identityOf(
  own: Readonly<Record<string, string>>,
  environment: SignInGiven['environment'],
  checkUrl: UrlCheck,
): Identity | undefined {
  const { azure_tenant_id: tenant, azure_client_id: client } = own;
  if (tenant === undefined && client === undefined) return undefined;
  const problems = Object.entries({ azure_tenant_id: tenant, azure_client_id: client }).flatMap(([place, value]) => {
    if (value === undefined)
      return [{ place, message: `Input ${place} is missing; keyless access needs azure_tenant_id and azure_client_id.` }];
    return GUID_OR_DOMAIN.test(value)
      ? []
      : [
          {
            place,
            message: `Input ${place} is ${JSON.stringify(value.slice(0, 100))}; it must be an ID such as 00000000-0000-0000-0000-000000000000.`,
          },
        ];
  });
  if (problems.length > 0 || tenant === undefined || client === undefined) throw new InputError(problems);
  const host = environment.AZURE_AUTHORITY_HOST?.trim() || PUBLIC_AUTHORITY;
  const words = 'The variable AZURE_AUTHORITY_HOST';
  const url = checkUrl(host, { input: 'azure_tenant_id', words, example: PUBLIC_AUTHORITY });
  return { authority: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, tenant, client };
}

/** What a token for this root of the API is made out to: projects have an audience of their own. */
export function scopeOf({ hostname, pathname }: URL): string {
  if (/\/api\/projects\//.test(pathname)) return 'https://ai.azure.com/.default';
  return `https://cognitiveservices.azure.${hostname.endsWith('.us') ? 'us' : 'com'}/.default`;
}

/** Keyless access, where it is asked for: one source of tokens for all audiences. */
export function keylessAccess({ own, environment, url, checkUrl }: SignInGiven): Credential | undefined {
  const identity = identityOf(own, environment, checkUrl);
  if (identity === undefined) return undefined;
  const scope = scopeOf(url);
  let tokens: Promise<Tokens> | undefined;
  return {
    kind: 'minted',
    mint: async (options, audience = scope) => {
      tokens ??= import('./entra.ts').then(({ tokensOf }) => tokensOf(identity, options));
      return (await tokens)(audience);
    },
  };
}
