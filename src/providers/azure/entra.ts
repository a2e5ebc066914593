/**
 * Keyless: GitHub's token of the workflow's own identity, exchanged at Entra for one of each audience, and
 * anew before it ends.
 */
import * as z from 'zod/mini';
import { ActionError, ProviderError } from '../../errors.ts';
import { type Explanation, failure } from '../failures.ts';
import { jsonCall } from '../json-call.ts';
import type { ClientOptions } from '../profile.ts';

/** An application that trusts this repository, and where it signs in. */
export interface Identity {
  readonly authority: string;
  readonly tenant: string;
  readonly client: string;
}

/** What GitHub's token is to be made out to. */
const AUDIENCE = 'api://AzureADTokenExchange';
/** A token is renewed so long before its end, in milliseconds. */
const EARLY = 5 * 60_000;

const Token = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.union([z.number(), z.string()]) });

/** A token for a scope, such as `https://cognitiveservices.azure.com/.default`. */
export type Tokens = (scope: string) => Promise<string>;

/** What the token of GitHub says of the workflow; empty where it cannot be read. */
function claimsOf(jwt: string): { readonly subject: string; readonly issuer: string } {
  try {
    const claims: unknown = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const map: object = typeof claims === 'object' && claims !== null ? claims : {};
    return { subject: String(Reflect.get(map, 'sub') ?? ''), issuer: String(Reflect.get(map, 'iss') ?? '') };
  } catch {
    return { subject: '', issuer: '' };
  }
}

/** What refusals mean: by the number that begins Entra's words. */
function explanations({ client, tenant }: Identity, jwt: string): readonly Explanation[] {
  const { subject, issuer } = claimsOf(jwt);
  const credential = `a federated credential of the application ${client} with issuer ${issuer}, subject ${subject} and audience ${AUDIENCE}`;
  return [
    { says: /AADSTS7002(13|11|12)|AADSTS70021\b/, fix: `Entra trusts no such workflow: add ${credential}.`, final: true },
    { says: /AADSTS(90002|900023)/, fix: `There is no tenant ${tenant}: check azure_tenant_id.`, final: true },
    {
      says: /AADSTS700016/,
      fix: `The tenant ${tenant} has no application ${client}: check azure_client_id (the application's ID, not that of its object).`,
      final: true,
    },
    {
      says: /AADSTS(500011|650052|7000112)/,
      fix: `The application ${client} is disabled, or the tenant ${tenant} does not know the service that the token is for.`,
      final: true,
    },
    { says: /AADSTS700024/, fix: 'The clock of the runner is off, or GitHub’s token is too old. Run again.', final: false },
    { status: 400, fix: `Check ${credential}.`, final: true },
    { status: 401, fix: `Check ${credential}.`, final: true },
  ];
}

/** GitHub's own token. A fault on the way is one of an unsent request, since nothing else was asked yet. */
async function assertionOf({ identityToken, mask }: ClientOptions): Promise<string> {
  try {
    const jwt = await identityToken(AUDIENCE);
    mask(jwt);
    return jwt;
  } catch (error) {
    // The workflow may not ask: no wait would change that.
    if (error instanceof ActionError) throw error;
    const detail = Error.isError(error) ? error.message : String(error);
    throw failure({ call: "The request for GitHub's OIDC token", fate: 'unsent', detail }, [], error);
  }
}

/** Tokens of this identity, each kept until shortly before its end. */
export function tokensOf(identity: Identity, options: ClientOptions): Tokens {
  const kept = new Map<string, { readonly token: Promise<string>; ends: number }>();

  async function exchange(scope: string, entry: { ends: number }): Promise<string> {
    const { authority, tenant, client } = identity;
    const assertion = await assertionOf(options);
    const call = `POST ${new URL(authority).host}/${tenant}/oauth2/v2.0/token`;
    const { json } = await jsonCall({
      call,
      method: 'POST',
      url: `${authority}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: client,
        scope,
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      }).toString(),
      explanations: explanations(identity, assertion),
    }).catch(asUnsent);
    const read = z.safeParse(Token, json);
    if (!read.success) throw failure({ call, fate: 'unsent', detail: 'the answer is no token' });
    options.mask(read.data.access_token);
    const lives = Number(read.data.expires_in) * 1000;
    entry.ends = Date.now() + Math.max(lives - EARLY, lives / 2);
    return read.data.access_token;
  }

  return (scope) => {
    const known = kept.get(scope);
    if (known !== undefined && known.ends > Date.now()) return known.token;
    const entry = { ends: Number.POSITIVE_INFINITY };
    const token = exchange(scope, entry);
    const made = Object.assign(entry, { token });
    kept.set(scope, made);
    token.catch(() => kept.delete(scope));
    return token;
  };
}

/** Whatever becomes of the exchange, the request that needed the token was not sent. */
function asUnsent(error: unknown): never {
  if (error instanceof ProviderError && error.facts.fate === 'unknown')
    throw failure({ ...error.facts, fate: 'unsent' }, [], error);
  throw error;
}
