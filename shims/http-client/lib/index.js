/**
 * The one call that `@actions/core` makes, for an OIDC token, over Node's own `fetch`. So it goes out through the dispatcher that the whole action uses, and a
 * step that contacts nobody does not load a second HTTP client at its start (about 60 ms).
 */
export class HttpClient {
  #userAgent;
  #handlers;

  constructor(userAgent, handlers = []) {
    this.#userAgent = userAgent;
    this.#handlers = handlers;
  }

  async getJson(url) {
    const headers = { accept: 'application/json', 'user-agent': this.#userAgent };
    for (const handler of this.#handlers) handler.prepareHeaders(headers);
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(30_000) });
    if (!response.ok) {
      const error = new Error(`the service answered ${response.status}`);
      error.statusCode = response.status;
      throw error;
    }
    return { statusCode: response.status, result: await response.json(), headers: {} };
  }
}
