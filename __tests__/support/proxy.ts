/** A forward proxy on loopback, and a TLS end for what goes through it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type Server as SecureServer } from 'node:https';
import { connect } from 'node:net';
import path from 'node:path';
import { newFolder } from './action.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

async function listening(server: Server | SecureServer): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Passes requests on to a server, whatever host they name. */
const passOn =
  (origin: string, onRequest: (call: string) => void) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = 'GET', headers, url: asked = '' } = request;
    const url = new URL(asked, `https://${headers.host}`);
    onRequest(`${method} ${url.host}`);
    const reply = await fetch(`${origin}${url.pathname}${url.search}`, {
      method,
      headers: { authorization: headers.authorization ?? '', accept: headers.accept ?? '', 'content-type': 'application/json' },
      ...(chunks.length === 0 ? {} : { body: new Uint8Array(Buffer.concat(chunks)) }),
    });
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await reply.arrayBuffer()));
  };

/** A server with TLS for this host, whose requests an origin answers; `certificate` is the path of what vouches for it. */
export async function secureFront(host: string, origin: string): Promise<Listening & { readonly certificate: string }> {
  const folder = newFolder('tls-');
  const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '2',
      '-keyout',
      key,
      '-out',
      certificate,
      ...subject,
    ],
    { stdio: 'ignore' },
  );
  const server = createSecureServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    passOn(origin, () => undefined),
  );
  return { ...(await listening(server)), certificate };
}

/** A forward proxy: plain requests go to an origin, tunnels to a port, and all that was asked for is kept. */
export async function forwardProxy(
  origin: string,
  securePort = 0,
): Promise<Listening & { readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer(passOn(origin, (call) => asked.push(call)));
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    const upstream = connect(securePort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.pipe(socket).pipe(upstream);
    });
    for (const end of [upstream, socket]) end.on('error', () => upstream.destroy());
  });
  const listened = await listening(server);
  return { ...listened, url: `http://127.0.0.1:${listened.port}`, asked };
}
