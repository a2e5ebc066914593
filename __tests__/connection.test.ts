import { describe, expect, test } from '@jest/globals';
import { InputError } from '../src/errors.ts';
import type { RawInputs } from '../src/inputs/inputs.ts';
import { readInputs } from '../src/inputs/read-inputs.ts';
import { OPERATIONS } from '../src/operations/registry.ts';
import { resolveConnection } from '../src/providers/connection.ts';
import { credentialAdvice } from '../src/providers/server-connection.ts';

async function connect(raw: RawInputs, environment: Record<string, string> = {}) {
  const inputs = await readInputs({ model: 'm', training_file: 't.jsonl', ...raw }, async () => '', OPERATIONS);
  return resolveConnection(inputs, environment);
}

async function refusal(raw: RawInputs, environment: Record<string, string> = {}): Promise<string> {
  try {
    await connect(raw, environment);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error('It connected.');
}

const KEYS = {
  OPENAI_API_KEY: 'sk-openai',
  AZURE_OPENAI_API_KEY: 'azure-key',
  NEBIUS_API_KEY: 'nebius-key',
  AWS_BEARER_TOKEN_BEDROCK: 'aws-key',
};
const key = (value: string) => ({ kind: 'key', key: value });

describe('which key goes to where models are called', () => {
  const bases = { base_url: 'https://jobs.example.com/v1', inference_base_url: 'https://models.example.com/v1' };
  test.each<[string, RawInputs, unknown]>([
    ['one that is written out', { ...bases, api_key: 'k' }, key('k')],
    ['none of those that are found', { inference_base_url: 'https://models.example.com/v1' }, undefined],
    ["the vendor's own at another of its hosts", { inference_base_url: 'https://eu.api.openai.com/v1' }, key('sk-openai')],
    ['the same at the same origin', { inference_base_url: 'https://api.openai.com/v2' }, key('sk-openai')],
    ['none where there is no such address', {}, undefined],
  ])('%s', async (_, raw, credential) => {
    expect((await connect(raw, KEYS)).inferenceCredential).toEqual(credential);
  });
});

describe('which server, and which key goes to it', () => {
  test.each<[string, RawInputs, Record<string, string>, string, string, unknown]>([
    ['nothing is written', {}, KEYS, 'openai', 'https://api.openai.com/v1', key('sk-openai')],
    [
      'an Azure address',
      { base_url: 'https://res.openai.azure.com/openai/v1/' },
      KEYS,
      'azure',
      'https://res.openai.azure.com/openai/v1',
      key('azure-key'),
    ],
    [
      'an unknown address gets no key',
      { base_url: 'https://llm.example.com/v1' },
      KEYS,
      'compatible',
      'https://llm.example.com/v1',
      undefined,
    ],
    [
      'an unknown address from the environment gets the key of the environment',
      {},
      { ...KEYS, OPENAI_BASE_URL: 'https://llm.example.com/v1' },
      'compatible',
      'https://llm.example.com/v1',
      key('sk-openai'),
    ],
    [
      "another vendor's address from the environment does not get OpenAI's key",
      {},
      { OPENAI_API_KEY: 'sk-openai', OPENAI_BASE_URL: 'https://res.openai.azure.com/openai/v1' },
      'azure',
      'https://res.openai.azure.com/openai/v1',
      undefined,
    ],
    [
      "OpenAI by name at a foreign address does not get OpenAI's key",
      { provider: 'openai', base_url: 'https://proxy.example.com/v1' },
      KEYS,
      'openai',
      'https://proxy.example.com/v1',
      undefined,
    ],
    [
      'a key that is written out goes where it is written',
      { base_url: 'https://llm.example.com/v1', api_key: 'mine' },
      KEYS,
      'compatible',
      'https://llm.example.com/v1',
      key('mine'),
    ],
    [
      'a server without a key',
      { base_url: 'http://localhost:8080/v1', api_key: 'none' },
      KEYS,
      'compatible',
      'http://localhost:8080/v1',
      { kind: 'none' },
    ],
    [
      'a cluster of one’s own gets its key where the provider is written out',
      { provider: 'llmariner', base_url: 'https://llm.example.com/v1' },
      { ...KEYS, LLMARINER_API_KEY: 'cluster-key' },
      'llmariner',
      'https://llm.example.com/v1',
      key('cluster-key'),
    ],
    [
      'and not at an address that is a vendor’s',
      { provider: 'llmariner', base_url: 'https://api.openai.com/v1' },
      { ...KEYS, LLMARINER_API_KEY: 'cluster-key' },
      'llmariner',
      'https://api.openai.com/v1',
      undefined,
    ],
    [
      'Bedrock by its host',
      { base_url: 'https://bedrock-mantle.us-west-2.api.aws/v1' },
      { ...KEYS, AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'secret' },
      'bedrock',
      'https://bedrock-mantle.us-west-2.api.aws/v1',
      key('aws-key'),
    ],
    [
      "a project's endpoint",
      { base_url: 'https://r.services.ai.azure.com/api/projects/p/openai/v1' },
      KEYS,
      'azure',
      'https://r.services.ai.azure.com/api/projects/p/openai/v1',
      key('azure-key'),
    ],
    [
      'API Management before a platform, by a key of its own',
      {
        provider: 'azure',
        base_url: 'https://apim.example.com/team-a/openai/v1',
        api_key: 'none',
        extra_headers: 'Ocp-Apim-Subscription-Key=x-1',
      },
      KEYS,
      'azure',
      'https://apim.example.com/team-a/openai/v1',
      { kind: 'none' },
    ],
    ['the sandbox', { provider: 'sandbox' }, KEYS, 'sandbox', '', undefined],
  ])('%s', async (_, raw, environment, name, baseUrl, credential) => {
    const connection = await connect(raw, environment);
    expect(connection.profile.name).toBe(name);
    expect(connection.baseUrl).toBe(baseUrl);
    expect(connection.credential).toEqual(credential);
  });

  test("OpenAI's organisation and project go to OpenAI only", async () => {
    const environment = { ...KEYS, OPENAI_ORG_ID: 'org-1', OPENAI_PROJECT_ID: 'proj_1' };
    expect(await connect({}, environment)).toMatchObject({ organization: 'org-1', project: 'proj_1' });
    expect(await connect({ base_url: 'https://llm.example.com/v1', api_key: 'k' }, environment)).toMatchObject({
      organization: undefined,
      project: undefined,
    });
  });

  test.each<[RawInputs, string]>([
    [{ base_url: 'llm.example.com' }, 'it must be a URL'],
    [{ base_url: 'ftp://llm.example.com' }, 'must begin with https://'],
    [
      { base_url: 'http://llm.example.com/v1' },
      'plain http is allowed to loopback and, with allow_http: true, to private addresses',
    ],
    [
      { base_url: 'http://vllm.internal.example.com:8000/v1', allow_http: 'true' },
      '100.64.0.0/10, fc00::/7), names without a dot, *.svc.cluster.local and *.internal. Use https.',
    ],
    [{ base_url: 'http://10.0.0.7/v1' }, 'allow_http: true'],
    [{ base_url: 'http://169.254.169.254/v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://metadata/v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://METADATA.google.internal./v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://[fd00:ec2::254]/v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://100.100.100.200/v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://2852039166/v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://[::ffff:169.254.169.254]/v1', allow_http: 'true' }, 'where a cloud keeps'],
    [{ base_url: 'http://8.8.8.8/v1', allow_http: 'true' }, 'plain http'],
    [{ base_url: 'https://user:pass@llm.example.com/v1' }, 'user name or password'],
    [{ base_url: 'https://llm.example.com/v1?api-version=1' }, 'Move api-version to extra_query: {api-version: …}.'],
    [{ base_url: 'https://llm.example.com/v1?code=hush-hush#hush-hush' }, 'Move code to extra_query: {code: …}.'],
    [{ base_url: 'https://llm.example.com/v1?hush-hush' }, 'with a query'],
    [{ base_url: 'https://llm.example.com/v1#hush-hush' }, 'Leave the fragment out'],
    [{ base_url: 'https://user:hush-hush@llm.example.com:99999/v1' }, 'it must be a URL'],
    [{ inference_base_url: 'http://llm.example.com/v1' }, 'Input inference_base_url is "http://llm.example.com/v1"; plain http'],
    [{ base_url: 'https://res.openai.azure.com' }, 'https://res.openai.azure.com/openai/v1.'],
    [{ base_url: 'https://res.openai.azure.com/openai/' }, ': https://res.openai.azure.com/openai/v1.'],
    [
      { base_url: 'https://r.services.ai.azure.com/api/projects/p' },
      ': https://r.services.ai.azure.com/api/projects/p/openai/v1.',
    ],
    [{ provider: 'azure' }, 'Input base_url is missing'],
    [
      { provider: 'portkey', extra_headers: 'x-portkey-api-key=hush-hush' },
      'Input extra_headers.x-portkey-api-key carries the key',
    ],
    [{ provider: 'compatible' }, 'Input base_url is missing'],
    [{ provider: 'bedrock' }, 'Input base_url is missing'],
    [{ base_url: 'https://api.mistral.ai/v1' }, 'Mistral answers job creation with 410 Gone since 2026-07'],
    [{ base_url: 'https://api.cohere.com/v1', provider: 'compatible' }, 'Cohere takes no training jobs since 2025-09'],
    [{ base_url: 'https://x.cloud.databricks.com/serving-endpoints' }, 'Databricks has no Foundation Model'],
    [{ api_key: 'sk with space' }, 'Input api_key holds white space'],
    [
      { identity_provider_id: 'a', service_account_id: 'b', audience: 'c', base_url: 'https://llm.example.com/v1' },
      'keyless access',
    ],
  ])('%j is refused', async (raw, expected) => {
    const message = await refusal(raw);
    expect(message).toContain(expected);
    expect(message).not.toContain('pass@');
    expect(message).not.toContain('sk with space');
    expect(message).not.toContain('hush-hush');
  });

  test('a platform’s own address for calls gets its own key; behind another address nothing is assumed', async () => {
    const environment = { CRUSOE_API_KEY: 'crusoe-key' };
    expect(await connect({ provider: 'crusoe' }, environment)).toMatchObject({
      inferenceUrl: 'https://api.inference.crusoecloud.com/v1',
      inferenceCredential: key('crusoe-key'),
    });
    const elsewhere = await connect({ provider: 'crusoe', base_url: 'https://llm.example.com/v1', api_key: 'k' }, environment);
    expect(elsewhere.inferenceUrl).toBeUndefined();
  });

  test.each(['http://127.0.0.1:9/v1', 'http://localhost/v1', 'http://[::1]:9/v1'])(
    'plain http to %s stays on the machine',
    async (base_url) => {
      expect((await connect({ base_url, api_key: 'k' })).baseUrl).toBe(base_url);
    },
  );

  test.each([
    'http://10.1.2.3/v1',
    'http://192.168.0.1/v1',
    'http://172.16.0.1/v1',
    'http://gpu-box:8000/v1',
    'http://[fd00::1]/v1',
    'http://100.64.3.4/v1',
    'http://vllm.team.svc.cluster.local:8000/v1',
    'http://host.docker.internal:8000/v1',
  ])('allow_http permits %s', async (base_url) => {
    expect((await connect({ base_url, allow_http: 'true', api_key: 'k' })).baseUrl).toBe(base_url);
  });

  test('a model is called where it is written, under the same rules', async () => {
    const inference_base_url = 'https://models.example.com/v1/';
    expect((await connect({ inference_base_url })).inferenceUrl).toBe('https://models.example.com/v1');
    expect((await connect({})).inferenceUrl).toBeUndefined();
  });

  test('where nothing is asked of the platform its name is enough, unless an address is written', async () => {
    const inputs = await readInputs(
      { operation: 'validate', training_file: 't.jsonl', provider: 'azure' },
      async () => '',
      OPERATIONS,
    );
    expect(await resolveConnection(inputs, KEYS, true)).toMatchObject({ profile: { name: 'azure' }, credential: undefined });
    await expect(resolveConnection(inputs, KEYS)).rejects.toThrow('Input base_url is missing');
    const elsewhere = { ...inputs, base_url: 'http://x.example.com' };
    await expect(resolveConnection(elsewhere, KEYS, true)).rejects.toThrow('Input base_url');
  });

  test('nor is it where nothing is written at all; what is written is checked', async () => {
    const inputs = await readInputs({ operation: 'validate', training_file: 't.jsonl' }, async () => '', OPERATIONS);
    expect(await resolveConnection(inputs, KEYS, true)).toMatchObject({ profile: { name: 'openai' }, credential: undefined });
    const found = await resolveConnection(inputs, { OPENAI_BASE_URL: 'https://api.studio.nebius.com/v1' }, true);
    expect(found.profile.name).toBe('nebius');
    for (const [written, message] of [
      [{ own: { azure_tenant_id: 'x' } }, 'Input azure_tenant_id is given'],
      [{ extra_headers: { Host: 'x' } }, 'Input extra_headers.Host'],
      [{ inference_base_url: 'ftp://x' }, 'Input inference_base_url'],
      [{ api_key: 'a b' }, 'Input api_key holds white space'],
    ] as const)
      await expect(resolveConnection({ ...inputs, ...written }, {}, true)).rejects.toThrow(message);
  });

  test('the advice for a missing credential names the right variable', async () => {
    expect(credentialAdvice(await connect({ base_url: 'https://res.openai.azure.com/openai/v1' }))).toContain(
      'AZURE_OPENAI_API_KEY',
    );
    expect(credentialAdvice(await connect({ base_url: 'https://llm.example.com/v1' }))).toContain('api_key: none');
  });
});
