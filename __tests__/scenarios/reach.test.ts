/** Servers that are not the vendor's own, and what stands between them and the runner. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import { newFolder, type Outcome, type Run, runAction } from '../support/action.ts';
import { keep } from '../support/keep.ts';
import { type RunningPlatform, startPlatform } from '../support/platform.ts';
import { forwardProxy } from '../support/proxy.ts';
import { chatRow, jsonl, many, write } from '../support/rows.ts';
import { type StoryTime, storyTime } from '../support/story-time.ts';
import { type Answer, wireServer } from '../support/wire.ts';

let time: StoryTime;
beforeEach(() => {
  time = storyTime();
});

const workspace = newFolder();
write(workspace, 'train.jsonl', jsonl(many(12, chatRow)));
const creation = { model: 'm-1', training_file: 'train.jsonl', api_key: 'k-0123456789', artifact_name: '' };
const step = (inputs: Run['inputs'], env: Record<string, string> = {}): Promise<Outcome> =>
  runAction({ workspace, time, env, inputs: { ...creation, ...inputs } });

/** A server of the wire that answers every call alike. */
const answering = async (answer: Answer) => keep(await wireServer(() => answer));
/** Everything that the step left, but for the commands that ask the runner to mask. */
const left = ({ log, outputs, summary }: Outcome) =>
  [log.replace(/^::add-mask::.*$/gm, ''), JSON.stringify(outputs), summary].join('\n');

/** A platform behind a front that notes what every request brings along. */
async function gateway(life?: readonly string[]) {
  const seen: string[] = [];
  const platform = keep(await startPlatform({ now: time.now, ...(life === undefined ? {} : { life }) }));
  const front = keep(
    await wireServer(async ({ method, path, headers, body }) => {
      const url = new URL(path, 'http://front');
      seen.push([url.searchParams.get('custom_llm_provider'), headers['x-portkey-virtual-key'], headers.authorization].join(' '));
      const answer = await fetch(`${platform.url}${path}`, {
        method,
        headers: { 'content-type': headers['content-type'] ?? 'application/json' },
        ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
      });
      return { status: answer.status, body: await answer.text() };
    }),
  );
  return { platform, front, seen };
}

describe('a gateway that asks for more than the API', () => {
  test('extra_query and extra_headers go with every request, masked, and stand nowhere else', async () => {
    const { platform, front, seen } = await gateway();
    const outcome = await step({
      base_url: front.url,
      extra_query: 'custom_llm_provider=azure',
      extra_headers: '{x-portkey-virtual-key: vk-hush-hush, x-retry: "2"}',
    });
    expect(outcome.errors).toEqual([]);
    expect(outcome.outputs.status).toBe('succeeded');
    expect(seen).toHaveLength(platform.calls.length);
    expect(new Set(seen)).toEqual(new Set(['azure vk-hush-hush Bearer k-0123456789']));
    expect(outcome.log).toContain('::add-mask::vk-hush-hush');
    expect(left(outcome)).not.toContain('vk-hush-hush');
  });

  test('the post step reaches the same gateway', async () => {
    const { front, seen } = await gateway(['running']);
    const inputs = { base_url: front.url, extra_query: 'custom_llm_provider=azure', extra_headers: 'x-portkey-virtual-key=vk-1' };
    const kill: Run['onLine'] = (line, child) => void (/is running/.test(line) && child.kill('SIGKILL'));
    const main = await runAction({ workspace, time, onLine: kill, inputs: { ...creation, ...inputs } });
    const before = seen.length;
    const post = await runAction({
      workspace,
      time,
      state: main.state,
      inputs: { ...creation, ...inputs, job_status: 'cancelled' },
    });
    expect(post.log).toContain('is cancelled');
    expect(seen.slice(before)).not.toEqual([]);
    expect(new Set(seen)).toEqual(new Set(['azure vk-1 Bearer k-0123456789']));
  });

  test.each([
    [
      { extra_headers: '{Authorization: Bearer hush-hush}' },
      'Input extra_headers.Authorization carries the key. Use the input api_key for it.',
    ],
    [
      { extra_headers: '{api-key: hush-hush}', provider: 'azure', base_url: 'https://r.openai.azure.com/openai/v1' },
      'extra_headers.api-key carries the key',
    ],
    [{ extra_headers: '{x-portkey-custom-host: https://elsewhere.example.com/hush-hush}' }, 'to another server'],
    [
      { extra_query: 'api_base=https://elsewhere.example.com/hush-hush' },
      'Input extra_query.api_base would take the request, and your key with it, to another server',
    ],
    [{ extra_headers: '{Host: hush-hush}' }, 'is set by the action itself'],
    [{ extra_headers: '{"x y": hush-hush}' }, 'is no name of a header'],
    [{ extra_headers: '{x-y: "hush-hush\\nx: y"}' }, 'has a value that no header can carry'],
    [{ extra_headers: '{x-y: [hush-hush]}' }, 'Input extra_headers.x-y is a list of 1; it must be a text.'],
  ])('%j is refused, and no value is repeated', async (inputs, words) => {
    const server = await answering({});
    const outcome = await step({ base_url: server.url, ...inputs });
    expect([outcome.exitCode, outcome.errors]).toEqual([1, [expect.stringContaining(words)]]);
    expect(left(outcome)).not.toContain('hush-hush');
    expect(server.seen).toEqual([]);
  });
});

describe('a server that does not answer as one of the wire', () => {
  test('a name that does not resolve is given up in seconds, and base_url is pointed to', async () => {
    const began = time.now();
    const { errors } = await step({ base_url: 'https://no-such-host.invalid/v1' });
    expect(errors).toEqual([expect.stringMatching(/ENOTFOUND.*There is no server of this name\. Check base_url/)]);
    expect(time.now() - began).toBeLessThan(60_000);
  });

  test('a server without the fine-tuning API is said to lack it', async () => {
    const server = await answering({ status: 404, body: { detail: 'Not Found' } });
    const { errors } = await step({ base_url: server.url, operation: 'list' });
    expect(errors).toEqual([expect.stringContaining('or the server does not offer the fine-tuning API (/fine_tuning/jobs)')]);
  });

  test.each([401, 403])('a web page with %d comes from a proxy, and is no fault of the key', async (status) => {
    const server = await answering({
      status,
      headers: { 'content-type': 'text/html' },
      body: '<html><title>Access denied</title>…</html>',
    });
    const { errors } = await step({ base_url: server.url, operation: 'list' });
    expect(errors).toEqual([
      expect.stringMatching(/a web page: Access denied\. A web page answers, so a proxy.*the key was not looked at/),
    ]);
  });

  test('a token that has ended is named as the reason', async () => {
    const claims = Buffer.from(JSON.stringify({ exp: Math.floor(time.now() / 1000) - 600 })).toString('base64url');
    const server = await answering({ status: 401, body: { error: { message: 'Unauthorized' } } });
    const { errors } = await step({ base_url: server.url, operation: 'list', api_key: `eyJhbGciOiJub25lIn0.${claims}.x` });
    expect(errors).toEqual([expect.stringMatching(/The token in api_key ended at .* UTC\. Take a key/)]);
  });

  test('an answer that is whole and of another form is not asked for again for minutes', async () => {
    const server = await answering({ body: { hello: 'world' } });
    const began = time.now();
    const { errors } = await step({ base_url: server.url, operation: 'list' });
    expect(errors).toEqual([expect.stringContaining('the answer is not what the API describes')]);
    expect(time.now() - began).toBeLessThan(30_000);
  });

  test('a status that the server says twice is said once', async () => {
    const server = await answering({ status: 400, body: { error: { message: 'No.', code: '400' } } });
    const { errors } = await step({ base_url: server.url, operation: 'list' });
    expect(errors).toEqual([expect.stringContaining('failed with 400: No.')]);
  });
});

describe('the proxy of the environment', () => {
  const DEAD = 'http://127.0.0.1:9';

  test.each([{ HTTP_PROXY: DEAD }, { HTTP_PROXY: DEAD, NO_PROXY: '' }, { HTTPS_PROXY: 'socks9://?', HTTP_PROXY: '::' }])(
    'the sandbox is on this machine, whatever %j says',
    async (env) => {
      const { errors, outputs } = await step({ provider: 'sandbox', api_key: undefined, operation: 'list' }, env);
      expect([errors, outputs.jobs]).toEqual([[], '[]']);
    },
  );

  test('so is a server on loopback', async () => {
    const platform = keep(await startPlatform({ now: time.now }));
    const { errors } = await step({ base_url: platform.url, operation: 'list' }, { HTTP_PROXY: DEAD });
    expect(errors).toEqual([]);
  });

  const behind = async (proxyOf: (url: string) => string): Promise<[Outcome, readonly string[]]> => {
    const platform: RunningPlatform = keep(await startPlatform({ now: time.now }));
    const proxy = keep(await forwardProxy(platform.url.replace(/\/v1$/, '')));
    const outcome = await step(
      { base_url: 'http://trainer:8080/v1', allow_http: 'true', operation: 'list' },
      { HTTP_PROXY: proxyOf(proxy.url) },
    );
    return [outcome, proxy.asked];
  };

  test('an address without a scheme is one of http', async () => {
    const [{ errors }, asked] = await behind((url) => url.replace('http://', ''));
    expect([errors, asked]).toEqual([[], ['GET trainer:8080']]);
  });

  test('a text that names none is an error of one line that names the variable', async () => {
    const [{ errors, log }, asked] = await behind(() => 'socks5://proxy:1080');
    expect(errors).toEqual([
      'The variable HTTP_PROXY ("socks5://proxy:1080") names no proxy that can be used. Write it as http://HOST:PORT, or take it away.',
    ]);
    expect(log).not.toContain('Trying again');
    expect(asked).toEqual([]);
  });
});
