/** The job's stages over real HTTP: a wire server that a test answers, the real provider, a clock that a test moves. */
import { type Work, workOf } from '../../src/job/work.ts';
import { type WireCalls, wireCalls } from '../../src/providers/openai-wire/calls.ts';
import { type Dialect, dialectOf } from '../../src/providers/openai-wire/dialect.ts';
import { wireProvider } from '../../src/providers/openai-wire/provider.ts';
import { transportTo } from '../../src/providers/openai-wire/transport.ts';
import { handClock } from './clock.ts';
import { type Answer, type Seen, type WireServer, wireServer } from './wire.ts';

export interface Bench extends Work {
  readonly server: WireServer;
  readonly provider: ReturnType<typeof wireProvider>;
  readonly dialect: Dialect;
  /** The wire's single calls, below the port. */
  readonly wire: WireCalls;
  readonly clock: ReturnType<typeof handClock>;
  readonly said: string[];
  readonly warned: string[];
  readonly abort: AbortController;
  /** Requests as `METHOD /path`, queries cut. */
  calls(): string[];
}

const open: WireServer[] = [];

/** To be called after each test. */
export async function closeBenches(): Promise<void> {
  await Promise.all(open.splice(0).map((server) => server.close()));
}

export async function bench(
  answer: (request: Seen, number: number) => Answer | Promise<Answer>,
  minutes = 330,
  differences: Partial<Dialect> = {},
): Promise<Bench> {
  const server = await wireServer(answer);
  open.push(server);
  const clock = handClock();
  const abort = new AbortController();
  const said: string[] = [];
  const warned: string[] = [];
  const address = {
    baseUrl: server.url,
    credential: { kind: 'none' },
    organization: undefined,
    project: undefined,
  } as const;
  const dialect = dialectOf(differences);
  const options = { identityToken: async () => '', mask: () => undefined };
  const provider = wireProvider(address, dialect, options);
  const work = workOf({
    clock,
    signal: abort.signal,
    provider,
    deadline: clock.now() + minutes * 60_000,
    say: (text) => said.push(text),
    warn: (text) => warned.push(text),
  });
  return {
    ...work,
    provider,
    server,
    dialect,
    wire: wireCalls(transportTo(address, dialect, options)),
    clock,
    said,
    warned,
    abort,
    calls: () => server.seen.map(({ method, path }) => `${method} ${path.split('?')[0]}`),
  };
}

/** An answer of a list. */
export const page = (data: readonly unknown[], has_more = false): Answer => ({ body: { object: 'list', data, has_more } });
/** An answer of failure. */
export const failing = (status: number, more: Record<string, unknown> = {}, headers: Record<string, string> = {}): Answer => ({
  status,
  headers,
  body: { error: { message: `failed with ${status}`, type: 'server_error', param: null, code: null, ...more } },
});
