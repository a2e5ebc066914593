/** Uploads as benchmarks/once.ts measures them, each to a server in a process of its own. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '../src/adapters/clock.ts';
import { localFiles } from '../src/adapters/files.ts';
import { verifiedBytes } from '../src/job/verified-bytes.ts';
import { workOf } from '../src/job/work.ts';
import { platformNamed } from '../src/providers/registry.ts';

/** Where the server is: beside us, or at the end of a long line. */
export type Place = 'near' | 'far';

async function toSink<Result>(
  place: Place,
  act: (url: string) => Promise<Result>,
): Promise<Result & { readonly milliseconds: number }> {
  const own = [path.join(import.meta.dirname, 'sink.js'), place];
  const sink = spawn(process.execPath, own, { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(sink.stdout, 'data');
  const begun = performance.now();
  const result = await act(String(line).trim());
  const milliseconds = performance.now() - begun;
  sink.stdin.end();
  await once(sink, 'exit');
  return { ...result, milliseconds };
}

/** The file as the body of one request: nothing is checked, nothing is repeated. */
export function bareFetch(file: string, place: Place) {
  return toSink(place, async (url) => {
    const response = await fetch(`${url}/files`, {
      method: 'POST',
      body: ReadableStream.from(createReadStream(file)),
      duplex: 'half',
    });
    return { answer: await response.text() };
  });
}

/** The action's own way, as after a check: looked for, hashed once more, sent in parts. */
export async function ownUpload(file: string, place: Place) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  const sha256 = hash.digest('hex');
  const { size } = await stat(file);
  const files = localFiles({
    workspace: path.dirname(file),
    temp: path.dirname(file),
    allowPaths: [],
    fork: false,
    redact: (text) => text,
  });
  const { open: connect } = platformNamed('compatible');
  const clientOf = (baseUrl: string) => {
    const address = { baseUrl, credential: { kind: 'none' }, organization: undefined, project: undefined } as const;
    return connect(address, { identityToken: async () => '', mask: () => undefined });
  };
  // A step has its client by the time that it has something to send.
  await clientOf('http://127.0.0.1/v1');
  return toSink(place, async (url) => {
    const work = workOf({
      provider: await clientOf(url),
      clock: systemClock,
      signal: new AbortController().signal,
      deadline: Number.POSITIVE_INFINITY,
      say: () => undefined,
      warn: (text: string) => console.error(text),
    });
    const open = () => verifiedBytes(files.read(file), sha256);
    await work.provider.place({ filename: `talk.${sha256}.jsonl`, bytes: size, sha256, open }, work);
    return { bytes: size };
  });
}
