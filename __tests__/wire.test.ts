import { describe, expect, test } from '@jest/globals';
import { ProviderError } from '../src/errors.ts';
import { EXPLANATIONS } from '../src/providers/openai/explanations.ts';
import { wireCalls } from '../src/providers/openai-wire/calls.ts';
import { type Dialect, dialectOf } from '../src/providers/openai-wire/dialect.ts';
import { jobOf } from '../src/providers/openai-wire/objects.ts';
import { transportTo } from '../src/providers/openai-wire/transport.ts';
import { keep } from './support/keep.ts';
import { type Answer, type Seen, wireServer } from './support/wire.ts';

async function connected(
  answer: (request: Seen, number: number) => Answer,
  credential = 'key',
  differences: Partial<Dialect> = {},
) {
  const server = await wireServer(answer);
  keep(server);
  const transport = transportTo(
    { baseUrl: server.url, credential: { kind: 'key', key: credential }, organization: undefined, project: undefined },
    dialectOf({ explanations: EXPLANATIONS, ...differences }),
    { identityToken: async () => '', mask: () => undefined },
  );
  const provider = wireCalls(transport);
  return { server, provider };
}

async function factsOf(call: Promise<unknown>) {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProviderError) return { ...error.facts, message: error.message };
    throw error;
  }
  throw new Error('The call succeeded.');
}

const JOB = { id: 'ftjob-1', object: 'fine_tuning.job', status: 'queued' };
const error = (message: string, more: Record<string, unknown> = {}) => ({
  error: { message, type: 'invalid_request_error', param: null, code: null, ...more },
});

describe('the wire', () => {
  test('the create body goes out as it is, with one POST and the key of this server', async () => {
    const { server, provider } = await connected(() => ({ body: JOB }));
    const body = { model: 'm', training_file: 'file-1', seed: 0, extra: { n: 1.5, nothing: null } };
    expect(await provider.createJob(body)).toMatchObject({ id: 'ftjob-1', status: 'queued' });
    expect(server.seen).toHaveLength(1);
    expect(JSON.parse(String(server.seen[0]?.body))).toEqual(body);
    expect(server.seen[0]?.headers.authorization).toBe('Bearer key');
    expect(server.seen[0]?.headers['content-type']).toBe('application/json');
  });

  test.each([
    ['an Azure key stands in its own header', 'azure-key', { 'api-key': 'azure-key', authorization: undefined }],
    [
      'an Entra token is a bearer token',
      'eyJhbGciOi.eyJzdWIi.c2ln',
      { 'api-key': undefined, authorization: 'Bearer eyJhbGciOi.eyJzdWIi.c2ln' },
    ],
  ])('%s', async (_, credential, expected) => {
    const { server, provider } = await connected(() => ({ body: JOB }), credential, { authorization: 'header-or-token' });
    await provider.retrieveJob('ftjob-1');
    expect({ 'api-key': server.seen[0]?.headers['api-key'], authorization: server.seen[0]?.headers.authorization }).toEqual(
      expected,
    );
  });

  test('an upload arrives byte for byte, with its length known', async () => {
    const data = Buffer.from('{"a":1}\r\n--boundary\r\n\u0000ü\n');
    const { server, provider } = await connected(() => ({ body: { id: 'file-1', object: 'file', bytes: data.length } }));
    const upload = {
      filename: 'we"ird\n.jsonl',
      bytes: data.length,
      async *open() {
        yield data.subarray(0, 5);
        yield data.subarray(5);
      },
    };
    expect(await provider.uploadFile(upload)).toMatchObject({ id: 'file-1' });
    const [request] = server.seen;
    expect(Number(request?.headers['content-length'])).toBe(request?.body.length);
    const boundary = /boundary=(.*)$/.exec(request?.headers['content-type'] ?? '')?.[1] ?? '';
    const parts = String(request?.body).split(`--${boundary}`);
    expect(parts[1]).toBe('\r\nContent-Disposition: form-data; name="purpose"\r\n\r\nfine-tune\r\n');
    expect(parts[2]).toContain('name="file"; filename="we%22ird%0A.jsonl"');
    expect(parts[2]?.split('\r\n\r\n').slice(1).join('\r\n\r\n')).toBe(`${data}\r\n`);
    expect(parts[3]).toBe('--\r\n');
  });

  test('a list carries its filter and its cursor; a missing has_more is the end', async () => {
    const { server, provider } = await connected(() => ({
      body: { object: 'list', data: [{ ...JOB, error: null, metadata: null }] },
    }));
    expect(await provider.listJobs({ after: 'ftjob-0', limit: 100, metadata: { 'a/b': 'c d' } })).toMatchObject({
      has_more: false,
      data: [{ id: 'ftjob-1' }],
    });
    expect(decodeURIComponent(server.seen[0]?.path ?? '')).toBe('/fine_tuning/jobs?after=ftjob-0&limit=100&metadata[a/b]=c d');
  });

  test('what of a list cannot be read stands apart; an event that is no map is what it says', async () => {
    const jobs = await connected(() => ({ body: { data: [JOB, { status: 'running' }, null] } }));
    expect(await jobs.provider.listJobs({})).toMatchObject({ data: [{ id: 'ftjob-1' }], unread: [{ status: 'running' }, null] });
    const events = await connected(() => ({ body: { data: [{ message: 'a', created_at: 9 }, 'b', null] } }));
    expect((await events.provider.listEvents('ftjob-1', {})).data).toMatchObject([
      { message: 'a', created_at: 9 },
      { message: 'b', created_at: 9 },
      { created_at: 9 },
    ]);
  });

  test.each<[string, Answer, Record<string, unknown>, string]>([
    [
      '401',
      { status: 401, body: error('Incorrect API key', { code: 'invalid_api_key' }) },
      { fate: 'refused', status: 401, final: true, code: 'invalid_api_key' },
      'The key was not accepted',
    ],
    [
      '403 closed',
      { status: 403, body: error('no', { code: 'training_not_available' }) },
      { fate: 'refused', final: true },
      '2027-01-06',
    ],
    [
      '429',
      { status: 429, headers: { 'retry-after': '7' }, body: error('slow down', { code: 'rate_limit_exceeded' }) },
      { fate: 'refused', retryAfter: 7000, final: false },
      'slow down',
    ],
    [
      '429 quota',
      { status: 429, body: error('quota', { type: 'insufficient_quota', code: 'insufficient_quota' }) },
      { final: true },
      'no credit left',
    ],
    ['429 in milliseconds', { status: 429, headers: { 'retry-after-ms': '250' }, body: error('x') }, { retryAfter: 250 }, 'x'],
    [
      '422 of FastAPI',
      { status: 422, body: { detail: [{ loc: ['body', 'model'], msg: 'field required' }] } },
      { fate: 'refused', status: 422 },
      'field required',
    ],
    ['500', { status: 500, body: error('boom') }, { fate: 'unknown', status: 500 }, 'boom'],
    [
      '502 with HTML',
      { status: 502, headers: { 'content-type': 'text/html' }, body: '<html>Bad gateway</html>' },
      { fate: 'unknown', status: 502 },
      '502',
    ],
    ['not JSON', { body: 'hello' }, { fate: 'unknown', status: 200 }, 'not what the API describes: hello'],
    ['truncated JSON', { body: '{"id":"ftj' }, { fate: 'unknown' }, 'not what the API describes'],
    ['empty', { body: '' }, { fate: 'unknown' }, 'it is empty'],
    ['another shape', { body: { ok: true } }, { fate: 'unknown' }, 'not what the API describes'],
    ['reset', 'reset', { fate: 'unknown' }, 'the connection failed'],
    [
      'redirect',
      { status: 307, headers: { location: 'https://elsewhere.example/v1' } },
      { fate: 'refused', status: 307 },
      'https://elsewhere.example/v1',
    ],
  ])('%s', async (_, answer, expected, words) => {
    const { server, provider } = await connected(() => answer);
    const facts = await factsOf(provider.createJob({ model: 'm' }));
    expect(facts).toMatchObject({ call: 'POST /fine_tuning/jobs', ...expected });
    expect(facts.message).toContain(words);
    expect(facts.message).not.toContain('\n');
    expect(server.seen).toHaveLength(1);
  });

  test('an upload does not follow a redirect either', async () => {
    const { server, provider } = await connected(() => ({ status: 307, headers: { location: '/v1/elsewhere' } }));
    const upload = {
      filename: 'a.jsonl',
      bytes: 1,
      async *open() {
        yield Buffer.from('a');
      },
    };
    expect(await factsOf(provider.uploadFile(upload))).toMatchObject({ fate: 'refused' });
    expect(server.seen).toHaveLength(1);
  });

  test('nobody listening: nothing was sent', async () => {
    const { server, provider } = await connected(() => ({}));
    await server.close();
    expect(await factsOf(provider.createJob({}))).toMatchObject({ fate: 'unsent', code: 'ECONNREFUSED' });
  });

  test('the environment adds no header and no address of its own', async () => {
    const before = { ...process.env };
    Object.assign(process.env, {
      OPENAI_BASE_URL: 'http://127.0.0.1:9',
      OPENAI_ORG_ID: 'org',
      OPENAI_PROJECT_ID: 'proj',
      OPENAI_CUSTOM_HEADERS: 'x-secret: 1',
    });
    try {
      const { server, provider } = await connected(() => ({ body: JOB }));
      await provider.retrieveJob('ftjob-1');
      expect(server.seen[0]?.headers).not.toHaveProperty('openai-organization');
      expect(server.seen[0]?.headers).not.toHaveProperty('openai-project');
      expect(server.seen[0]?.headers).not.toHaveProperty('x-secret');
    } finally {
      for (const name of ['OPENAI_BASE_URL', 'OPENAI_ORG_ID', 'OPENAI_PROJECT_ID', 'OPENAI_CUSTOM_HEADERS']) {
        if (before[name] === undefined) delete process.env[name];
        else process.env[name] = before[name];
      }
    }
  });

  test('null fields are absent fields', async () => {
    const nulls = {
      id: 'ftjob-1',
      status: 'paused',
      error: { code: null, message: null, param: null },
      metadata: null,
      hyperparameters: null,
      result_files: null,
    };
    const { provider } = await connected(() => ({ body: nulls }));
    const job = jobOf(await provider.retrieveJob('ftjob-1'), dialectOf());
    expect(job).toMatchObject({ status: 'paused', state: 'paused' });
  });
});
