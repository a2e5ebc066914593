import { USUAL_PROFILE } from '../../dataset/profile.ts';
import { type Credential, type Platform, type Profile, type SignInGiven, USUAL_POLL, withoutLacking } from '../profile.ts';

const HOST = /^bedrock-mantle\.([a-z0-9-]+)\.api\.aws$/;

/** A key made of the credentials of a role, such as configure-aws-credentials leaves them. */
function credentialOfRole({ environment, url }: SignInGiven): Credential | undefined {
  const region = HOST.exec(url.hostname)?.[1];
  const accessKeyId = environment.AWS_ACCESS_KEY_ID?.trim();
  const secretAccessKey = environment.AWS_SECRET_ACCESS_KEY?.trim();
  const sessionToken = environment.AWS_SESSION_TOKEN?.trim();
  if (region === undefined || !accessKeyId || !secretAccessKey) return undefined;
  const role = { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  return { kind: 'minted', mint: async () => (await import('./token.ts')).keyOfRole(role, region) };
}

const profile: Profile = {
  name: 'bedrock',
  title: 'Amazon Bedrock',
  exampleUrl: 'https://bedrock-mantle.us-west-2.api.aws/v1',
  hosts: HOST,
  keyVariable: 'AWS_BEARER_TOKEN_BEDROCK',
  secretVariables: ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'],
  signIn: { way: 'assume a role in a step before, as aws-actions/configure-aws-credentials does', credential: credentialOfRole },
  lacks: ['pause', 'resume'],
  terms: async () => (await import('./terms.ts')).TERMS,
  pollSeconds: USUAL_POLL,
  models: async () => (await import('./models.ts')).MODELS,
  // https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data-open-weight.html
  data: { ...USUAL_PROFILE, minimumRows: 100, maximumRows: 20_000 },
  prices: [{ model: /^(openai\.|qwen\.)/, perMillion: undefined, source: "Amazon Bedrock's documentation", date: '2026-11-25' }],
};

/** It trains by reinforcement alone, with a Lambda function that scores the answers. */
export const bedrock: Platform = {
  profile,
  async open(address, options) {
    const { wireProvider } = await import('../openai-wire/provider.ts');
    const { dialectOf } = await import('../openai-wire/dialect.ts');
    const dialect = dialectOf({ sendsMetadata: false, takesParts: false });
    const { credential } = address;
    if (credential?.kind !== 'minted') return withoutLacking(wireProvider(address, dialect, options), profile);
    const minted = { kind: 'key', key: await credential.mint(options) } as const;
    options.mask(minted.key);
    const inferenceCredential = address.inferenceCredential === credential ? minted : address.inferenceCredential;
    return withoutLacking(wireProvider({ ...address, credential: minted, inferenceCredential }, dialect, options), profile);
  },
};
