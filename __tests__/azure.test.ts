/** What Azure's own code decides, apart from the stories. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { scopeOf } from '../src/providers/azure/address.ts';
import { formatOf } from '../src/providers/azure/deployment-terms.ts';
import { hourlyUsd } from '../src/providers/azure/hosting.ts';
import { azure } from '../src/providers/azure/platform.ts';
import type { CallContext } from '../src/providers/port.ts';
import { handClock } from './support/clock.ts';
import { keep } from './support/keep.ts';
import { wireServer } from './support/wire.ts';

test.each([
  ['https://res.openai.azure.com/openai/v1', 'https://cognitiveservices.azure.com/.default'],
  ['https://res.services.ai.azure.com/openai/v1', 'https://cognitiveservices.azure.com/.default'],
  ['https://res.services.ai.azure.com/api/projects/p/openai/v1', 'https://ai.azure.com/.default'],
  ['https://res.openai.azure.us/openai/v1', 'https://cognitiveservices.azure.us/.default'],
])('a token for %s is made out to %s', (url, scope) => {
  expect(scopeOf(new URL(url))).toBe(scope);
});

test.each([
  ['gpt-4.1-mini-2025-04-14.ft-1', 'OpenAI'],
  ['o4-mini-2025-04-16.ft-1', 'OpenAI'],
  ['gpt-oss-20b.ft-1', 'Microsoft'],
  ['Llama-3.3-70B-Instruct.ft-1', 'Meta'],
  ['Qwen3-32B.ft-1', 'Alibaba'],
  ['Ministral-3B.ft-1', 'Mistral AI'],
  ['ftchkpt-0a1b', 'OpenAI'],
  ['phi-9', undefined],
])('%s is published by %s', (model, format) => {
  expect(formatOf(model)).toBe(format);
});

test.each([
  ['GlobalStandard', 'OpenAI', 1.7],
  ['DeveloperTier', 'OpenAI', 0],
  ['ProvisionedManaged', 'OpenAI', undefined],
  ['GlobalStandard', 'Meta', undefined],
])('%s of %s costs %s an hour', (sku, format, usd) => {
  expect(hourlyUsd(sku, format)).toBe(usd);
});

describe('calls go out with what belongs there', () => {
  const opened = async (baseUrl: string, more: object = {}) =>
    azure.open(
      { baseUrl, credential: { kind: 'key', key: 'k' }, organization: undefined, project: undefined, ...more },
      { identityToken: async () => '', mask: () => undefined },
    );

  test('a file above 150 MB: a word on the way round it, and no second upload', async () => {
    const file = { id: 'file-1', filename: 'large.jsonl', bytes: 151_000_000, status: 'processed' };
    const listed = { data: [file], has_more: false };
    const server = await wireServer(({ method }) => ({ body: method === 'GET' ? listed : {} }));
    keep(server);
    const warnings: string[] = [];
    const context: CallContext = {
      clock: handClock(),
      signal: new AbortController().signal,
      deadline: Number.POSITIVE_INFINITY,
      attempt: (_, call) => call(),
      say: () => undefined,
      warn: (text) => warnings.push(text),
    };
    const sha256 = createHash('sha256').update(JSON.stringify(listed)).digest('hex');
    const upload = { filename: 'large.jsonl', bytes: 151_000_000, sha256, async *open() {} };
    expect(await (await opened(server.url)).place(upload, context)).toMatchObject({ id: 'file-1', uploaded: false });
    expect(warnings).toEqual([expect.stringMatching(/151 MB.*Import such a file from Azure Blob Storage/)]);
    expect(server.seen.every(({ method }) => method === 'GET')).toBe(true);
  });

  test('models that are called at another root get a token of their own', async () => {
    const reply = { choices: [{ message: { content: 'Hi' }, finish_reason: 'stop' }] };
    const server = await wireServer(() => ({ body: reply }));
    keep(server);
    const minted = { kind: 'minted', mint: async (_: unknown, audience = 'of the jobs') => audience } as const;
    const inferenceUrl = `${server.url}/api/projects/p/openai/v1`;
    const provider = await opened('http://127.0.0.1:9/openai/v1', {
      credential: minted,
      inferenceUrl,
      inferenceCredential: minted,
    });
    await provider.ask?.({ model: 'm', messages: [] }, new AbortController().signal);
    expect(server.seen[0]?.headers.authorization).toBe('Bearer https://ai.azure.com/.default');
  });
});
