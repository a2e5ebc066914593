/**
 * The one way out to the network. Everything that this process requests (provider, GitHub, OIDC) goes through
 * Node's global dispatcher, which is set here to one that honours HTTPS_PROXY, HTTP_PROXY and NO_PROXY in
 * either case; NODE_EXTRA_CA_CERTS is honoured by Node itself.
 */

let done: Promise<void> | undefined;

/**
 * Sends all later `fetch` calls of this process through the proxies that the environment names. To be awaited
 * before the first request; a step that makes none loads nothing.
 */
export function useEnvironmentProxies(): Promise<void> {
  done ??= import('./dispatcher.ts').then(({ routeRequests }) => routeRequests());
  return done;
}
