import { describe, expect, test } from '@jest/globals';
import { ProviderError } from '../src/errors.ts';
import { asker, callAddress } from '../src/providers/openai-wire/ask.ts';
import { dialectOf } from '../src/providers/openai-wire/dialect.ts';
import type { Address } from '../src/providers/profile.ts';
import { keep } from './support/keep.ts';
import { type Answer, type Seen, wireServer } from './support/wire.ts';

const KEY = { kind: 'key', key: 'k' } as const;
const at = (baseUrl: string, more: Partial<Address> = {}): Address => ({
  baseUrl,
  credential: KEY,
  organization: undefined,
  project: undefined,
  ...more,
});

async function serving(answer: (request: Seen) => Answer) {
  const server = await wireServer(answer);
  keep(server);
  return server;
}

const opened = (address: Address) => asker(address, dialectOf(), { identityToken: async () => '', mask: () => undefined });
const QUESTION = { model: 'm', messages: [{ role: 'user', content: 'Hi' }] };
const message = (fields: Record<string, unknown>, finish_reason: unknown = 'stop') => ({
  body: { choices: [{ index: 0, message: { role: 'assistant', ...fields }, finish_reason }] },
});

describe('one chat completion', () => {
  test('the body goes out as it is, once, and all that the answer says comes back', async () => {
    const server = await serving(() => ({
      body: {
        id: 'chatcmpl-1',
        choices: [{ index: 0, finish_reason: 'stop', message: { content: 'Hello', refusal: null } }],
        usage: { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11, prompt_tokens_details: { cached_tokens: 4 } },
        system_fingerprint: 'fp_1',
      },
    }));
    const body = { ...QUESTION, temperature: 0, tools: [{ type: 'function', function: { name: 'f' } }], unheard_of: { a: null } };
    expect(await opened(at(server.url))(body, AbortSignal.timeout(60_000))).toEqual({
      content: 'Hello',
      tool_calls: [],
      refusal: null,
      finish_reason: 'stop',
      usage: { prompt_tokens: 9, completion_tokens: 2, cached_tokens: 4 },
      system_fingerprint: 'fp_1',
    });
    expect(server.seen.map(({ method, path, body: sent }) => [method, path, JSON.parse(String(sent))])).toEqual([
      ['POST', '/chat/completions', body],
    ]);
  });

  const CALL = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } };
  test.each<[string, Answer, Record<string, unknown>]>([
    [
      'tool calls without a text',
      message({ content: null, tool_calls: [CALL] }, 'tool_calls'),
      { content: null, tool_calls: [CALL] },
    ],
    ['a refusal', message({ content: null, refusal: 'No.' }), { content: null, refusal: 'No.' }],
    ['all of it filtered', message({}, 'content_filter'), { content: null, finish_reason: 'content_filter' }],
    ['cut at its length', message({ content: '' }, 'length'), { content: '', finish_reason: 'length' }],
    ['content in parts', message({ content: [{ type: 'text', text: 'a' }, { type: 'x' }, { text: 'b' }] }), { content: 'ab' }],
    ['no reason to end, nothing counted', message({ content: 'a' }, null), { finish_reason: '', usage: undefined }],
  ])('%s is an answer', async (_, answer, expected) => {
    const server = await serving(() => answer);
    expect(await opened(at(server.url))(QUESTION, AbortSignal.timeout(60_000))).toMatchObject(expected);
  });

  const error = (fields: Record<string, unknown>) => ({ error: { message: 'no', type: 'invalid_request_error', ...fields } });
  test.each<[string, Answer, Record<string, unknown>]>([
    ['a model that is not there', { status: 404, body: error({ code: 'model_not_found' }) }, { kind: 'missing' }],
    ['a deployment that is not there', { status: 404, body: error({ code: 'DeploymentNotFound' }) }, { kind: 'missing' }],
    ['an address that is not there', { status: 404, body: 'Not Found' }, { kind: 'unsupported' }],
    [
      'a parameter by name',
      { status: 400, body: error({ code: 'unsupported_parameter', param: 'max_tokens' }) },
      { kind: 'invalid', code: 'unsupported_parameter', param: 'max_tokens' },
    ],
    ['a prompt', { status: 400, body: error({ code: 'content_filter' }) }, { kind: 'invalid', code: 'content_filter' }],
    [
      'too many calls',
      { status: 429, headers: { 'retry-after': '3' }, body: error({ code: 'rate_limit_exceeded' }) },
      { kind: 'limited', retryAfter: 3000, final: false },
    ],
    ['without credit', { status: 429, body: error({ code: 'insufficient_quota' }) }, { kind: 'limited', final: true }],
    ['no choice at all', { body: { choices: [] } }, { fate: 'unknown', status: 200 }],
    ['a broken server', { status: 503, body: 'busy' }, { fate: 'unknown' }],
  ])('%s: one request, and what became of it', async (_, answer, facts) => {
    const server = await serving(() => answer);
    const failed = await opened(at(server.url))(QUESTION, AbortSignal.timeout(60_000)).catch((thrown: unknown) => thrown);
    expect(failed).toBeInstanceOf(ProviderError);
    expect(failed).toMatchObject({ facts });
    expect(server.seen).toHaveLength(1);
  });
});

describe('where models are called', () => {
  const there = 'https://models.example.com/v1';
  test('at the inference base, with no header or query of the other address', async () => {
    const [jobs, models] = [await serving(() => ({})), await serving(() => message({ content: 'a' }))];
    const extras = { extraQuery: { provider: 'x' }, extraHeaders: { 'x-secret': 's' } };
    const address = at(jobs.url, { ...extras, inferenceUrl: models.url, inferenceCredential: KEY });
    await opened(address)(QUESTION, AbortSignal.timeout(60_000));
    expect(jobs.seen).toEqual([]);
    expect(models.seen.map(({ path, headers }) => [path, headers.authorization, headers['x-secret']])).toEqual([
      ['/chat/completions', 'Bearer k', undefined],
    ]);
  });
  test('a key that is for another server is not sent', () => {
    expect(() => callAddress(at('https://jobs.example.com/v1', { inferenceUrl: there }))).toThrow(
      'Input inference_base_url is "https://models.example.com/v1"; the key that was found is for https://jobs.example.com',
    );
    const keyless = at('https://jobs.example.com/v1', { inferenceUrl: there, credential: undefined });
    expect(callAddress(keyless)).toMatchObject({ baseUrl: there, credential: undefined });
  });
});
