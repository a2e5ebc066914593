/** GitHub's own word on which workflow this is: a token of OpenID Connect, asked of the runner. */
import * as z from 'zod/mini';
import { ActionError } from '../errors.ts';

const Answer = z.object({ value: z.string().check(z.minLength(1)) });

/**
 * A fresh token for this audience.
 * @throws when the workflow does not have `permissions: id-token: write`
 * Source: https://docs.github.com/en/actions/reference/security/oidc
 */
export async function githubIdentityToken(audience: string): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: token } = process.env;
  // Without the permission the runner sets none of it, and asking again would change nothing.
  if (!address || !token)
    throw new ActionError(
      'This job may not ask GitHub for an identity token. Give it the permission id-token: write, beside contents: read.',
    );
  const headers = { accept: 'application/json', authorization: `Bearer ${token}`, 'user-agent': 'actions/oidc-client' };
  const url = `${address}&audience=${encodeURIComponent(audience)}`;
  const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(30_000) });
  if (!response.ok) throw new Error(`GitHub gave no identity token: it answered ${response.status}.`);
  const { data } = Answer.safeParse(await response.json().catch(() => undefined));
  if (data === undefined) throw new Error('GitHub gave no identity token: there is none in its answer.');
  return data.value;
}
