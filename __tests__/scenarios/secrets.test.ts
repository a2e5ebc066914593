import { createServer, type Server } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { newFolder, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { type RunningPlatform, startPlatform } from '../support/platform.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { type WireServer, wireServer } from '../support/wire.ts';

const KEY = 'sk-very-secret-key-0123456789';
const WANDB = 'wandb-secret-9876543210';
const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
const inputs = {
  model: 'gpt-4.1-mini-2025-04-14',
  training_file: 'train.jsonl',
  api_key: KEY,
  artifact_name: '',
  poll_interval_seconds: '1',
};

/** Everything that the step left, but for the commands that ask the runner to mask. */
const left = ({ log, outputs, summary }: { log: string; outputs: object; summary: string }) =>
  [log.replace(/^::add-mask::.*$/gm, ''), JSON.stringify(outputs), summary].join('\n');

describe('secrets', () => {
  test('are masked first, sent to their server, and stand nowhere else', async () => {
    const platform = keep(await startPlatform());
    const outcome = await runAction({
      workspace,
      inputs: {
        ...inputs,
        base_url: platform.url,
        extra_body: JSON.stringify({ integrations_extra: { api_token: WANDB } }),
      },
    });
    expect(outcome.exitCode).toBe(0);
    const firstLines = outcome.log.split('\n').slice(0, 12).join('\n');
    expect(firstLines).toContain(`::add-mask::${KEY}`);
    expect(outcome.log).toContain(`::add-mask::${WANDB}`);
    expect(platform.jobs[0]?.body).toMatchObject({ integrations_extra: { api_token: WANDB } });
    expect(left(outcome)).not.toContain(KEY);
    expect(left(outcome)).not.toContain(WANDB);
  });

  test('a server that repeats the key does not get it into what the step leaves unmasked', async () => {
    const wire = keep(
      await wireServer(() => ({
        status: 401,
        body: {
          error: { message: 'Incorrect API key provided.', type: 'invalid_request_error', param: null, code: 'invalid_api_key' },
        },
      })),
    );
    const outcome = await runAction({ workspace, inputs: { ...inputs, base_url: wire.url } });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.outputs.error_code).toBe('invalid_api_key');
    expect(outcome.errors[0]).toMatch(/401 invalid_api_key/);
    expect(wire.seen).toHaveLength(1);
    expect(wire.seen[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    expect(left(outcome)).not.toContain(KEY);
  });

  test.each([301, 302, 307, 308])('a redirect (%d) is not followed: no other server sees the key or the data', async (status) => {
    const other = keep(await wireServer(() => ({})));
    const wire = keep(
      await wireServer((request) => ({ status, headers: { location: `${other.url}${request.path}` }, body: '' })),
    );
    const outcome = await runAction({ workspace, inputs: { ...inputs, base_url: wire.url } });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.errors[0]).toContain('redirect');
    expect(other.seen).toEqual([]);
  });
});

describe('words of a server', () => {
  const HOSTILE = '::error::pwned\n##[error]pwned\n::set-output name=job_id::evil\r\n<script>alert(1)</script> | **x** \u202E';
  test('start no command and break out of nothing', async () => {
    const platform: RunningPlatform = keep(await startPlatform({ life: ['running'] }));
    const proxy: WireServer = keep(
      await wireServer(async ({ method, path, headers, body }) => {
        const { 'content-type': type = 'application/json' } = headers;
        const answer = await fetch(platform.url + path, {
          method,
          headers: { 'content-type': type },
          ...(method === 'GET' ? {} : { body: new Uint8Array(body) }),
        });
        const text = await answer.text();
        if (path.includes('/events'))
          return {
            body: {
              object: 'list',
              data: [{ id: 'e', created_at: 1, level: HOSTILE, message: HOSTILE, type: 'message' }],
              has_more: false,
            },
          };
        if (method === 'GET' && /\/jobs\/ftjob-1$/.test(path))
          return { body: { ...JSON.parse(text), status: 'failed', error: { code: HOSTILE, message: HOSTILE, param: null } } };
        return { status: answer.status, body: text };
      }),
    );
    const outcome = await runAction({ workspace, inputs: { ...inputs, base_url: proxy.url } });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.outputs.job_id).toBe('ftjob-1');
    expect(outcome.errors).toHaveLength(1);
    expect(outcome.log).not.toMatch(/^::error::pwned/m);
    expect(outcome.log).not.toMatch(/##\[error\]/);
    expect(outcome.log).not.toContain('\u202E');
    expect(outcome.summary).not.toContain('<script>');
  });
});

/** A proxy that answers for every host, and says whom it was asked for. */
async function proxyTo(platform: RunningPlatform): Promise<{ url: string; asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '');
    asked.push(url.host);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(`${platform.url}${url.pathname.replace(/^\/v1/, '')}${url.search}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      ...(chunks.length === 0 ? {} : { body: new Uint8Array(Buffer.concat(chunks)) }),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe('the proxy of the environment', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])('%s carries every request', async (variable) => {
    const platform = keep(await startPlatform());
    const proxy = keep(await proxyTo(platform));
    const outcome = await runAction({
      workspace,
      inputs: { ...inputs, base_url: 'http://trainer:8080/v1', allow_http: 'true' },
      env: { [variable]: proxy.url },
    });
    expect(outcome.errors).toEqual([]);
    expect(outcome.outputs.status).toBe('succeeded');
    expect(new Set(proxy.asked)).toEqual(new Set(['trainer:8080']));
    expect(proxy.asked).toHaveLength(platform.calls.length);
  });

  test('NO_PROXY is honoured', async () => {
    const platform = keep(await startPlatform());
    const proxy = keep(await proxyTo(platform));
    const outcome = await runAction({
      workspace,
      inputs: { ...inputs, base_url: platform.url },
      env: { HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' },
    });
    expect(outcome.exitCode).toBe(0);
    expect(proxy.asked).toEqual([]);
  });
});
