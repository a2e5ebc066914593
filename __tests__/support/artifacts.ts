/** GitHub's service of artifacts, and the storage behind it, on loopback: what is uploaded there, unpacked. */
import { createServer } from 'node:http';
import { inflateRawSync } from 'node:zlib';

export interface ArtifactService {
  /** What the runner sets for a step. */
  readonly env: Readonly<Record<string, string>>;
  /** Names of artifacts, requests to the service, and files with their contents. */
  readonly left: string[];
  close(): Promise<void>;
}

const claims = { scp: 'Actions.Results:run-backend:job-backend', exp: 4_000_000_000 };
const TOKEN = ['{"alg":"none"}', JSON.stringify(claims), 'signature']
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

/** The files of an archive, by its directory at the end: sizes stand nowhere else in one that was streamed. */
function unpacked(archive: Buffer): string[] {
  const files: string[] = [];
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0; at = archive.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, nameLength, from] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt32LE(at + 42),
    ];
    const begin = from + 30 + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28);
    const bytes = archive.subarray(begin, begin + size);
    const content = archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes);
    files.push(`${archive.subarray(at + 46, at + 46 + nameLength)}\n${content}`);
  }
  return files;
}

/** Starts the service. */
export async function artifactService(): Promise<ArtifactService> {
  const left: string[] = [];
  const blocks = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (request.method === 'PUT') {
      const comp = url.searchParams.get('comp');
      if (comp === 'block') blocks.set(url.searchParams.get('blockid') ?? '', body);
      else {
        const ids = [...String(body).matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = '']) => id);
        const parts = comp === 'blocklist' ? ids.map((id) => blocks.get(id) ?? Buffer.alloc(0)) : [body];
        left.push(...unpacked(Buffer.concat(parts)));
      }
      return response.writeHead(201, { 'x-ms-request-id': 'r', 'x-ms-version': '2024-01-01', etag: '"1"' }).end();
    }
    left.push(`${url.pathname}\n${body}`);
    const reply = url.pathname.endsWith('/CreateArtifact')
      ? { ok: true, signed_upload_url: `http://127.0.0.1:${port}/blob/container/artifact.zip?sig=signed` }
      : { ok: true, artifact_id: '7' };
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    env: { ACTIONS_RUNTIME_TOKEN: TOKEN, ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/` },
    left,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
