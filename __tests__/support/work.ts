/** The job's stages over real HTTP: a wire server that a test answers, the real provider, a clock that a test moves. */
import type { Work } from '../../src/job/work.ts';
import { PROFILES, type Profile } from '../../src/providers/profiles.ts';
import { wireProvider } from '../../src/providers/wire.ts';
import { handClock } from './clock.ts';
import { type Answer, type Seen, type WireServer, wireServer } from './wire.ts';

export interface Bench extends Work {
  readonly server: WireServer;
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
  answer: (request: Seen, number: number) => Answer,
  minutes = 330,
  profile: Profile = PROFILES.compatible,
): Promise<Bench> {
  const server = await wireServer(answer);
  open.push(server);
  const clock = handClock();
  const abort = new AbortController();
  const said: string[] = [];
  const warned: string[] = [];
  const connection = {
    profile,
    baseUrl: server.url,
    credential: { kind: 'none' },
    organization: undefined,
    project: undefined,
  } as const;
  return {
    server,
    clock,
    said,
    warned,
    abort,
    signal: abort.signal,
    provider: wireProvider(connection, { identityToken: async () => '', mask: () => undefined }),
    deadline: clock.now() + minutes * 60_000,
    say: (text) => said.push(text),
    warn: (text) => warned.push(text),
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
