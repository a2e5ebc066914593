/** The vendor's own way from a role's credentials to a key; it signs here and asks nobody. */
import { getToken } from '@aws/bedrock-token-generator';

/** The longest that such a key may live; it ends with the role's session where that is sooner. */
const TWELVE_HOURS = 43_200;

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** A short-term key for one region. */
export function keyOfRole(credentials: RoleCredentials, region: string): Promise<string> {
  return getToken({ credentials, region, expiresInSeconds: TWELVE_HOURS });
}
