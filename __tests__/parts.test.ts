/** Large files in parts, over real HTTP: what arrives, whatever breaks on the way. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { verifiedBytes } from '../src/job/verified-bytes.ts';
import { partSize } from '../src/providers/openai-wire/multipart-upload.ts';
import type { Upload } from '../src/providers/port.ts';
import type { Answer, Seen } from './support/wire.ts';
import { type Bench, bench, closeBenches, failing, page } from './support/work.ts';

afterEach(closeBenches);

const placed = (given: Upload, work: Bench) => work.provider.place(given, work);

const SIZE = 70 * 1024 * 1024;
/** Twice as many as are on their way together. */
const PARTS = 8;
const data = Buffer.alloc(SIZE, Array.from({ length: 251 }, (_, index) => String.fromCharCode(32 + (index % 90))).join(''));
const sha256 = createHash('sha256').update(data).digest('hex');
const filename = `train.${sha256}.jsonl`;

async function* pieces(hash = sha256): AsyncGenerator<Uint8Array> {
  const chunks = async function* () {
    for (let from = 0; from < SIZE; from += 1_000_003) yield data.subarray(from, from + 1_000_003);
  };
  yield* verifiedBytes(chunks(), hash);
}
const upload = { filename, bytes: SIZE, sha256, open: () => pieces() };

/** The content of a form's only file. */
function contentOf(body: Buffer): Buffer {
  const boundary = body.subarray(0, body.indexOf('\r\n'));
  return body.subarray(
    body.indexOf('\r\n\r\n', body.indexOf('filename=')) + 4,
    body.lastIndexOf(Buffer.concat([Buffer.from('\r\n'), boundary])),
  );
}

/** A server that takes parts; `spoil` may answer in its place, after it has acted. */
function partsServer(spoil: (call: string, number: number) => Answer | undefined = () => undefined) {
  const parts = new Map<string, Buffer>();
  const files: Record<string, unknown>[] = [];
  const counts = new Map<string, number>();
  let cancelled = 0;
  const act = (call: string, { body }: Seen): Answer => {
    if (call === 'GET /files') return page(files);
    if (call === 'POST /uploads') return { body: { id: 'upload_1', object: 'upload', status: 'pending' } };
    if (call === 'POST /uploads/upload_1/parts') {
      const id = `part_${parts.size + 1}`;
      parts.set(id, contentOf(body));
      return { body: { id } };
    }
    if (call === 'POST /uploads/upload_1/cancel') {
      cancelled += 1;
      return { body: { id: 'upload_1', status: 'cancelled' } };
    }
    if (call === 'POST /files') {
      files.push({ id: 'file-whole', bytes: contentOf(body).length, filename, status: 'processed' });
      return { body: files[0] };
    }
    if (files.length > 0) return failing(400, { message: 'The upload is completed.' });
    const { part_ids }: { part_ids: string[] } = JSON.parse(String(body));
    const joined = Buffer.concat(part_ids.map((id) => parts.get(id) ?? Buffer.alloc(0)));
    files.push({ id: 'file-1', bytes: joined.length, filename, status: 'processed' });
    hashes.push(createHash('sha256').update(joined).digest('hex'));
    return { body: { id: 'upload_1', status: 'completed', file: files[0] } };
  };
  const hashes: string[] = [];
  const answer = (request: Seen): Answer => {
    const call = `${request.method} ${request.path.split('?')[0]}`;
    const number = (counts.get(call) ?? 0) + 1;
    counts.set(call, number);
    const early = spoil(`before ${call}`, number);
    if (early !== undefined) return early;
    const done = act(call, request);
    return spoil(`after ${call}`, number) ?? done;
  };
  return { answer, hashes, counts, cancelled: () => cancelled };
}

test('a large file goes in parts and arrives as it is', async () => {
  const server = partsServer();
  const work = await bench(server.answer);
  expect(await placed(upload, work)).toMatchObject({
    uploaded: true,
    id: 'file-1',
  });
  expect(server.hashes).toEqual([sha256]);
  expect(server.counts.get('POST /uploads/upload_1/parts')).toBe(PARTS);
  expect(JSON.parse(String(work.server.seen.find(({ path }) => path === '/uploads')?.body))).toEqual({
    filename,
    purpose: 'fine-tune',
    bytes: SIZE,
    mime_type: 'text/jsonl',
  });
});

test.each([
  ['a part is reset', 'before POST /uploads/upload_1/parts', 'reset' as const],
  ['a part arrives and its answer is lost', 'after POST /uploads/upload_1/parts', 'reset' as const],
  ['a part meets a 503', 'before POST /uploads/upload_1/parts', failing(503)],
  ['the beginning meets a 429', 'before POST /uploads', failing(429)],
  ['the end meets a 500', 'before POST /uploads/upload_1/complete', failing(500)],
  ['the end arrives and its answer is lost', 'after POST /uploads/upload_1/complete', 'reset' as const],
])('%s: only that is repeated', async (_, where, how) => {
  const server = partsServer((call, number) => (call === where && number === 1 ? how : undefined));
  const work = await bench(server.answer);
  expect(await placed(upload, work)).toMatchObject({ id: 'file-1' });
  expect(server.hashes).toEqual([sha256]);
  expect(server.counts.get('POST /uploads/upload_1/parts')).toBe(where.endsWith('parts') ? PARTS + 1 : PARTS);
  expect(server.cancelled()).toBe(0);
});

/** Part requests that are held: each is answered when `release` says so, with the rest of those that wait. */
function heldParts(release: (waiting: number) => boolean) {
  const waiting: (() => void)[] = [];
  const seen = { most: 0, flying: 0 };
  return {
    seen,
    async hold(): Promise<void> {
      seen.flying += 1;
      seen.most = Math.max(seen.most, seen.flying);
      const go = new Promise<void>((resolve) => waiting.push(resolve));
      // The last that came is answered first.
      if (release(waiting.length)) for (const answer of waiting.splice(0).reverse()) setImmediate(answer);
      await go;
      seen.flying -= 1;
    },
  };
}
const isPart = ({ path }: Seen) => path.endsWith('/parts');

test('four parts are on their way at once, whoever is answered first, and no more is read than is held', async () => {
  const server = partsServer();
  const { seen, hold } = heldParts((waiting) => waiting === 4);
  let read = 0;
  let answered = 0;
  let ahead = 0;
  const work = await bench(async (request) => {
    const answer = server.answer(request);
    if (isPart(request)) {
      await hold();
      answered += contentOf(request.body).length;
    }
    return answer;
  });
  async function* counted() {
    for await (const chunk of pieces()) {
      read += chunk.length;
      ahead = Math.max(ahead, read - answered);
      yield chunk;
    }
  }
  expect(await placed({ ...upload, open: counted }, work)).toMatchObject({ id: 'file-1' });
  expect(seen).toEqual({ most: 4, flying: 0 });
  expect(server.hashes).toEqual([sha256]);
  // Four on their way, the next one, and the pieces that it is cut from.
  expect(ahead).toBeLessThanOrEqual(5 * partSize(SIZE) + 2 * 1_000_003);
});

test.each([429, 503])('a server that answers %s has fewer parts on their way', async (status) => {
  const server = partsServer();
  let refused = 0;
  const { seen, hold } = heldParts((waiting) => refused < 4 && waiting === 4);
  const after = { flying: 0, most: 0 };
  const two = Promise.withResolvers<void>();
  const work = await bench(async (request) => {
    if (!isPart(request)) return server.answer(request);
    if (refused < 4) {
      await hold();
      refused += 1;
      return failing(status);
    }
    after.flying += 1;
    if (after.most < 4 && server.counts.get('POST /uploads/upload_1/parts') === undefined)
      after.most = Math.max(after.most, after.flying);
    if (after.flying === 2) two.resolve();
    await two.promise;
    // Time in which more would come.
    await new Promise((resolve) => setTimeout(resolve, 200));
    after.flying -= 1;
    return server.answer(request);
  });
  expect(await placed(upload, work)).toMatchObject({ id: 'file-1' });
  expect([seen.most, after.most]).toEqual([4, 2]);
  expect(server.hashes).toEqual([sha256]);
});

test.each([
  [65 * 1024 * 1024, 8],
  [64 * 1024 * 1024, 4],
  [600 * 1024 * 1024, 40],
  [8 * 1024 ** 3, 512],
])('parts of %s bytes are %s, all alike', (bytes, count) => {
  expect(Math.ceil(bytes / partSize(bytes))).toBe(count);
  expect(partSize(bytes)).toBeLessThanOrEqual(16 * 1024 * 1024);
});

test('an upload ends with the time of the step', async () => {
  const server = partsServer();
  const work = await bench(async (request) => (isPart(request) ? 'hang' : server.answer(request)), 1 / 60);
  await expect(placed(upload, work)).rejects.toThrow(/timeout_minutes.*nothing was created/);
  expect([server.cancelled(), server.hashes]).toEqual([1, []]);
});

test('an upload ends when the run is cancelled', async () => {
  const server = partsServer();
  const work = await bench(async (request) => {
    if (!isPart(request)) return server.answer(request);
    work.abort.abort();
    return 'hang';
  });
  await expect(placed(upload, work)).rejects.toThrow('is being cancelled');
  expect([server.cancelled(), server.hashes]).toEqual([1, []]);
});

test('a server without parts gets one request', async () => {
  const server = partsServer((call) => (call === 'before POST /uploads' ? failing(404) : undefined));
  const work = await bench(server.answer);
  expect(await placed(upload, work)).toMatchObject({ id: 'file-whole' });
  expect(work.said).toContainEqual(expect.stringContaining('takes no uploads in parts'));
});

test.each([
  ['at last there', { status: 'completed', file: { id: 'file-1', bytes: SIZE, filename, status: 'processed' } }, 'file-1'],
  ['not what was sent', { status: 'failed', error: { code: 'checksum_mismatch' } }, 'is failed (checksum_mismatch)'],
  ['too late', { status: 'expired' }, 'is expired'],
])('a completion that is answered before the parts are joined is awaited: %s', async (_, end, expected) => {
  let looks = 0;
  const server = partsServer((call) => {
    if (call === 'after POST /uploads/upload_1/complete') return { body: { id: 'upload_1', status: 'pending' } };
    if (call !== 'before GET /uploads/upload_1') return undefined;
    looks += 1;
    return { body: { id: 'upload_1', status: 'pending', ...(looks > 2 ? end : {}) } };
  });
  const placing = placed(upload, await bench(server.answer));
  if (end.status === 'completed') expect(await placing).toMatchObject({ id: expected });
  else await expect(placing).rejects.toThrow(expected);
  expect(looks).toBe(3);
});

test('a lost answer to a completion that goes on: the second one is a conflict, and the upload is awaited', async () => {
  let completions = 0;
  const server = partsServer((call) => {
    if (call === 'before POST /uploads/upload_1/complete') {
      completions += 1;
      return completions === 1 ? 'reset' : failing(409);
    }
    if (call !== 'before GET /uploads/upload_1') return undefined;
    return { body: { id: 'upload_1', status: 'completed', file: { id: 'file-1', bytes: SIZE, filename, status: 'processed' } } };
  });
  expect(await placed(upload, await bench(server.answer))).toMatchObject({ id: 'file-1' });
  expect(completions).toBe(2);
});

test('a refusal gives the upload up', async () => {
  const server = partsServer((call, number) =>
    call === 'before POST /uploads/upload_1/parts' && number === 3 ? failing(403, { message: 'no room' }) : undefined,
  );
  const work = await bench(server.answer);
  await expect(placed(upload, work)).rejects.toThrow('no room');
  expect(server.cancelled()).toBe(1);
  expect(server.hashes).toEqual([]);
});

test('bytes that changed since the check never become a file', async () => {
  const server = partsServer();
  const work = await bench(server.answer);
  const changed = { ...upload, open: () => pieces('0'.repeat(64)) };
  await expect(placed(changed, work)).rejects.toThrow('changed between its check and its upload');
  expect([server.hashes, server.cancelled()]).toEqual([[], 1]);
});

test('an upload without its file, or with fewer bytes, is an error', async () => {
  const none = partsServer((call) =>
    call === 'after POST /uploads/upload_1/complete' ? { body: { id: 'upload_1' } } : undefined,
  );
  await expect(placed(upload, await bench(none.answer))).rejects.toThrow('names no file');
  const short = partsServer((call) =>
    call === 'after POST /uploads/upload_1/complete' ? { body: { id: 'upload_1', file: { id: 'f', bytes: 7 } } } : undefined,
  );
  await expect(placed(upload, await bench(short.answer))).rejects.toThrow('holds 7 bytes');
});
