/**
 * The one way out to the network. Everything that this process requests (provider, GitHub, OIDC) goes through
 * Node's global dispatcher, which is set here to one that honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY in
 * either case; NODE_EXTRA_CA_CERTS is honoured by Node itself.
 */
import { proxyFor } from './proxies.ts';

let done: Promise<void> | undefined;

async function setDispatcher(): Promise<void> {
  const { Agent, Dispatcher, ProxyAgent, setGlobalDispatcher } = await import('undici');
  // The callers set their own time limits: a paused upload or a slow list must not be cut by a second, hidden
  // one. Plain http goes through a proxy as it always has, not through a tunnel, which many proxies permit
  // for https only.
  const options = { headersTimeout: 0, bodyTimeout: 0, connect: { timeout: 30_000 }, proxyTunnel: false };
  const direct = new Agent(options);
  const proxies = new Map<string, InstanceType<typeof ProxyAgent>>();
  const through = (uri: string) => {
    const agent = proxies.get(uri) ?? new ProxyAgent({ ...options, uri });
    proxies.set(uri, agent);
    return agent;
  };

  /** Hands each request to the agent that the environment asks for. */
  class Router extends Dispatcher {
    override dispatch(...[request, handler]: Parameters<InstanceType<typeof Dispatcher>['dispatch']>): boolean {
      const proxy = proxyFor(new URL(request.origin ?? ''), process.env);
      return (proxy === undefined ? direct : through(proxy)).dispatch(request, handler);
    }
  }
  setGlobalDispatcher(new Router());
}

/**
 * Sends all later `fetch` calls of this process through the proxies that the environment names. To be awaited
 * before the first request; a step that makes none loads nothing.
 */
export function useEnvironmentProxies(): Promise<void> {
  done ??= setDispatcher();
  return done;
}
