/** Large files on Together, over real HTTP: by a form, to a signed address, in parts; what arrives, whatever breaks on the way. */
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Work, workOf } from '../src/job/work.ts';
import { dialectOf } from '../src/providers/openai-wire/dialect.ts';
import type { Upload } from '../src/providers/port.ts';
import { togetherProvider } from '../src/providers/together/client.ts';
import { handClock } from './support/clock.ts';
import { type Fault, type RunningPlatform, startPlatform } from './support/platform.ts';
import { Together } from './support/platforms/together.ts';

const SIZES = { signedFrom: 100, partsFrom: 1000, part: 300 };
const running: RunningPlatform[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((platform) => platform.close()));
});

interface Bench {
  readonly work: Work;
  readonly together: Together;
  readonly platform: RunningPlatform;
  /** All that was said and warned. */
  readonly said: string[];
  /** Requests about files, without their queries. */
  readonly sent: () => string[];
}

/** A request by its kind: `PUT /storage/ID/N`. */
const kindOf = (method: string, path: string) => `${method} ${path.replace(/(file|upload)-\d+/, 'ID').replace(/\/\d+$/, '/N')}`;

/** @param strike the fault that strikes the n-th request of a kind */
async function bench(strike: (kind: string, number: number) => Fault | undefined = () => undefined): Promise<Bench> {
  const counts = new Map<string, number>();
  let kind = '';
  const together = new (class extends Together {
    override callOf(method: string, path: string) {
      kind = kindOf(method, path);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return super.callOf(method, path);
    }
  })({});
  const platform = await startPlatform({ fault: () => strike(kind, counts.get(kind) ?? 0) }, together);
  running.push(platform);
  const clock = handClock();
  const credential = { kind: 'key', key: 'k' } as const;
  const address = { baseUrl: platform.url, credential, organization: undefined, project: undefined };
  const dialect = dialectOf({ sendsMetadata: false, takesParts: false, fileErrors: ['failed', 'invalid_format'] });
  const provider = togetherProvider(address, dialect, { identityToken: async () => '', mask: () => undefined }, SIZES);
  const said: string[] = [];
  const deadline = clock.now() + 3_600_000;
  const say = (text: string) => said.push(text);
  const work = workOf({ clock, signal: new AbortController().signal, provider, deadline, say, warn: say });
  const sent = () =>
    platform.exchanges.flatMap(({ method, path }) => (method === 'GET' ? [] : [kindOf(method, path.split('?')[0] ?? '')]));
  return { work, together, platform, said, sent };
}

function uploadOf(size: number): Upload {
  const data = Buffer.from(Array.from({ length: size }, (_, index) => 97 + ((index * 7) % 25)));
  const sha256 = createHash('sha256').update(data).digest('hex');
  async function* open() {
    for (let from = 0; from < size; from += 70) yield data.subarray(from, from + 70);
  }
  return { filename: `train.${sha256}.jsonl`, bytes: size, sha256, open };
}
/** The hash of a file that arrived. */
const hashOf = ({ together }: Bench, id: string) =>
  createHash('sha256')
    .update(together.files.find((file) => file.id === id)?.bytes ?? '')
    .digest('hex');

const FORM = ['POST /files/upload'];
const SIGNED = ['POST /files', 'PUT /storage/ID', 'POST /files/ID/preprocess'];
const PART = 'PUT /storage/ID/N';
const PARTED = ['POST /files/multipart/initiate', ...Array.from({ length: 5 }, () => PART), 'POST /files/multipart/complete'];

describe.each([
  ['by a form', 99, FORM],
  ['to a signed address', 100, SIGNED],
  ['to a signed address, up to the largest', 1000, SIGNED],
  ['in parts', 1400, PARTED],
])('%s (%i bytes)', (_, size, requests) => {
  test('a file arrives as it is, once, and is found again', async () => {
    const here = await bench();
    const upload = uploadOf(size);
    const placed = await here.work.provider.place(upload, here.work);
    expect(here.sent()).toEqual(requests);
    expect([placed.uploaded, hashOf(here, placed.id)]).toEqual([true, upload.sha256]);
    expect(await here.work.provider.place(upload, here.work)).toEqual({ ...placed, uploaded: false });
    expect([here.sent(), here.platform.faults]).toEqual([requests, []]);
  });

  const faults: readonly Fault[] = [
    { when: 'after', how: 'reset' },
    { when: 'before', how: 'reset' },
    { when: 'after', how: { status: 503 } },
    { when: 'before', how: { status: 429, headers: { 'retry-after': '3' } } },
  ];
  test.each([...new Set(requests)].flatMap((kind) => faults.map((fault) => [kind, JSON.stringify(fault), fault] as const)))(
    '%s fails once by %s: the file arrives as it is',
    async (kind, _name, fault) => {
      const here = await bench((now, number) => (now === kind && number === 1 ? fault : undefined));
      const upload = uploadOf(size);
      const { id } = await here.work.provider.place(upload, here.work);
      expect(here.platform.struck).toEqual([fault]);
      expect(hashOf(here, id)).toBe(upload.sha256);
      expect(here.platform.files.filter(({ bytes }) => bytes.length > 0)).toHaveLength(1);
      expect([here.said.join(), here.platform.faults]).toEqual([expect.not.stringContaining('s3cr3t'), []]);
    },
  );
});

test('a run that ended between the bytes and the word to read them: the next one says it', async () => {
  const here = await bench();
  const upload = uploadOf(500);
  here.platform.files.push({
    id: 'file-1',
    filename: upload.filename,
    bytes: Buffer.concat(await Array.fromAsync(upload.open())),
    created_at: 1,
    status: 'pending',
  });
  expect(await here.work.provider.place(upload, here.work)).toMatchObject({ id: 'file-1', uploaded: false });
  expect(here.together.storage.processed).toEqual(['file-1']);
});

test('an address for which no bytes have come is no file', async () => {
  const here = await bench();
  const upload = uploadOf(500);
  here.platform.files.push({ id: 'file-1', filename: upload.filename, bytes: Buffer.alloc(0), created_at: 1, status: 'pending' });
  expect(await here.work.provider.place(upload, here.work)).toMatchObject({ id: 'file-2', uploaded: true });
});

test('an upload that is refused is given up, and its address stays unsaid', async () => {
  const here = await bench((kind) => (kind === PART ? { when: 'before', how: { status: 403, body: '{}' } } : undefined));
  await expect(here.work.provider.place(uploadOf(1400), here.work)).rejects.toThrow(
    /PUT to the signed address failed with 403(?!.*s3cr3t)/,
  );
  expect(here.together.storage.aborted).toEqual(['upload-1']);
});

test.each([
  ['ftp://storage.example.com/x?signature=s3cr3t', /names an address for the upload that is none with https; nothing was sent/],
  ['', /the answer names no address for the upload/],
])('the address %j is not written to', async (location, message) => {
  const here = await bench((kind) =>
    kind === 'POST /files'
      ? { when: 'before', how: { status: 302, headers: { location, 'x-together-file-id': 'file-1' }, body: '{}' } }
      : undefined,
  );
  await expect(here.work.provider.place(uploadOf(500), here.work)).rejects.toThrow(message);
  expect(here.platform.calls.length).toBeLessThan(4);
});
