/** A role's credentials, as a step before leaves them in the environment, become a key for the one region of the address, and go nowhere else. */
import { createHash, createHmac } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { resolveConnection } from '../src/providers/connection.ts';
import { platformNamed } from '../src/providers/registry.ts';
import { keep } from './support/keep.ts';
import { wireServer } from './support/wire.ts';

const ROLE = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI',
  AWS_SESSION_TOKEN: 'token/of+the=session',
};
const NONE = {
  allow_http: false,
  api_key: undefined,
  organization: undefined,
  project: undefined,
  identity_provider_id: undefined,
  service_account_id: undefined,
  audience: undefined,
};
const connect = (base_url: string, environment: Record<string, string> = ROLE, provider = 'auto') =>
  resolveConnection({ ...NONE, provider, base_url }, environment);
const BEDROCK = 'https://bedrock-mantle.us-west-2.api.aws/v1';

/** Signature version 4 of a presigned request, by its description. */
function signatureOf(query: URLSearchParams, secret: string): string {
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  const encoded = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
  const pairs = [...query].filter(([name]) => name !== 'X-Amz-Signature' && name !== 'Version');
  const canonical = pairs
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
  const nothing = createHash('sha256').update('').digest('hex');
  const request = ['POST', '/', canonical, 'host:bedrock.amazonaws.com', '', 'host', nothing].join('\n');
  const date = query.get('X-Amz-Date') ?? '';
  const scope = `${date.slice(0, 8)}/us-west-2/bedrock/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', date, scope, createHash('sha256').update(request).digest('hex')].join('\n');
  const key = ['us-west-2', 'bedrock', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${secret}`, date.slice(0, 8)));
  return hmac(key, text).toString('hex');
}

describe('the credentials of a role', () => {
  test('make a key that is signed for the region of the address, and is masked before it is used', async () => {
    const { credential } = await connect(BEDROCK);
    const masked: string[] = [];
    const server = await wireServer(() => ({ body: { id: 'ftjob-1', status: 'running' } }));
    keep(server);
    const address = { baseUrl: server.url, credential, organization: undefined, project: undefined };
    const provider = await platformNamed('bedrock').open(address, {
      identityToken: async () => '',
      mask: (text) => {
        expect(server.seen).toEqual([]);
        masked.push(text);
      },
    });
    await provider.look('ftjob-1', new AbortController().signal);
    const [key = ''] = masked;
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
    const signed = Buffer.from(key.replace(/^bedrock-api-key-/, ''), 'base64').toString('utf8');
    const query = new URL(`https://${signed}`).searchParams;
    expect(signed.startsWith('bedrock.amazonaws.com/?')).toBe(true);
    expect(query.get('Action')).toBe('CallWithBearerToken');
    expect(query.get('X-Amz-Security-Token')).toBe(ROLE.AWS_SESSION_TOKEN);
    expect(Number(query.get('X-Amz-Expires'))).toBeLessThanOrEqual(43_200);
    expect(query.get('X-Amz-Signature')).toBe(signatureOf(query, ROLE.AWS_SECRET_ACCESS_KEY));
    expect(key).not.toContain(ROLE.AWS_SECRET_ACCESS_KEY);
  });
  test.each<[string, Record<string, string>, string, string]>([
    ['an address that is not of the vendor', ROLE, 'https://llm.example.com/v1', 'bedrock'],
    ['half of the credentials', { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE' }, BEDROCK, 'auto'],
    ['another vendor', ROLE, 'https://api.tokenfactory.nebius.com/v1', 'auto'],
  ])('%s: none', async (_, environment, address, provider) => {
    expect((await connect(address, environment, provider)).credential).toBeUndefined();
  });
});
