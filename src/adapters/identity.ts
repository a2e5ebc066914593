import * as core from '@actions/core';

/** A fresh OIDC token of GitHub for this audience. @throws when the workflow does not have `permissions: id-token: write` */
export function githubIdentityToken(audience: string): Promise<string> {
  return core.getIDToken(audience);
}
