/** Who sends requests: an agent for each proxy, and one that needs none. */
import { Agent, Dispatcher, ProxyAgent, setGlobalDispatcher } from 'undici';
import { proxyFor } from './proxies.ts';

// The callers set their own time limits: a paused upload or a slow list must not be cut by a second, hidden
// one. Plain http goes through a proxy as it always has, not through a tunnel, which many proxies permit
// for https only.
const OPTIONS = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 30_000 }, proxyTunnel: false };

/** Hands each request to the agent that the environment asks for. */
class Router extends Dispatcher {
  readonly #direct = new Agent(OPTIONS);
  readonly #proxies = new Map<string, ProxyAgent>();

  #through(uri: string): ProxyAgent {
    const agent = this.#proxies.get(uri) ?? new ProxyAgent({ ...OPTIONS, uri });
    this.#proxies.set(uri, agent);
    return agent;
  }

  override dispatch(...[request, handler]: Parameters<Dispatcher['dispatch']>): boolean {
    const proxy = proxyFor(new URL(request.origin ?? ''), process.env);
    return (proxy === undefined ? this.#direct : this.#through(proxy)).dispatch(request, handler);
  }
}

/** Has all later `fetch` calls of this process go through the proxies that the environment names. */
export function routeRequests(): void {
  setGlobalDispatcher(new Router());
}
