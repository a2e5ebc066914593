/** What a credential says of itself. Pure. */
import type { Credential } from './profile.ts';

const TOKEN = /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** When a key that is a JSON Web Token ends, in milliseconds since the epoch; undefined for any other. */
export function endOfToken(credential: Credential | undefined): number | undefined {
  if (credential?.kind !== 'key' || !TOKEN.test(credential.key)) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(credential.key.split('.')[1] ?? '', 'base64url').toString('utf8'));
    const end: unknown = typeof claims === 'object' && claims !== null ? Reflect.get(claims, 'exp') : undefined;
    return typeof end === 'number' && end > 0 ? end * 1000 : undefined;
  } catch {
    return undefined;
  }
}
