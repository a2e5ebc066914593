/** Large files in parts, over real HTTP: what arrives, whatever breaks on the way. */
import { createHash } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { verifiedBytes } from '../src/job/verified-bytes.ts';
import type { Upload } from '../src/providers/port.ts';
import type { Answer, Seen } from './support/wire.ts';
import { type Bench, bench, closeBenches, failing, page } from './support/work.ts';

afterEach(closeBenches);

const placed = (given: Upload, work: Bench) => work.provider.place(given, work);

const SIZE = 70 * 1024 * 1024;
const data = Buffer.alloc(SIZE, Array.from({ length: 251 }, (_, index) => String.fromCharCode(32 + (index % 90))).join(''));
const sha256 = createHash('sha256').update(data).digest('hex');
const filename = `train.${sha256}.jsonl`;

async function* pieces(hash = sha256): AsyncGenerator<Uint8Array> {
  const chunks = async function* () {
    for (let from = 0; from < SIZE; from += 1_000_003) yield data.subarray(from, from + 1_000_003);
  };
  yield* verifiedBytes(chunks(), hash);
}
const upload = { filename, bytes: SIZE, open: () => pieces() };

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
  expect(server.counts.get('POST /uploads/upload_1/parts')).toBe(5);
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
  expect(server.counts.get('POST /uploads/upload_1/parts')).toBe(where.endsWith('parts') ? 6 : 5);
  expect(server.cancelled()).toBe(0);
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
