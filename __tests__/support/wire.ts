/** A strict little server of the wire whose every answer a test decides: the request log is the assertion. Real HTTP on loopback. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { leaveUnanswered } from './story-time.ts';

export interface Seen {
  readonly method: string;
  /** Path with its query, below the API root. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export type Answer =
  | { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | 'reset'
  | 'hang';

export interface WireServer {
  readonly url: string;
  readonly seen: Seen[];
  close(): Promise<void>;
}

/** Starts a server that answers with what `answer` returns; text goes out as it is, anything else as JSON. */
export async function wireServer(answer: (request: Seen, number: number) => Answer | Promise<Answer>): Promise<WireServer> {
  const seen: Seen[] = [];
  const server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk);
    } catch {
      return;
    }
    const entry = {
      method: request.method ?? '',
      path: (request.url ?? '').replace(/^\/v1/, ''),
      headers: request.headers,
      body: Buffer.concat(chunks),
    };
    seen.push(entry);
    const reply = await answer(entry, seen.length);
    if (reply === 'hang') return leaveUnanswered(request);
    if (reply === 'reset') return request.socket.destroy();
    const { status = 200, headers = {}, body = {} } = reply;
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
