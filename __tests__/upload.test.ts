import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test } from '@jest/globals';
import { uploadName } from '../src/job/upload-name.ts';
import { awaitUsable } from '../src/providers/openai-wire/uploads.ts';
import type { Upload } from '../src/providers/port.ts';
import type { Answer, Seen } from './support/wire.ts';
import { type Bench, bench, closeBenches, failing, page } from './support/work.ts';

afterEach(closeBenches);

const placed = (given: Upload, work: Bench) => work.provider.place(given, work);

const data = Buffer.from('{"a":1}\n');
const sha256 = createHash('sha256').update(data).digest('hex');
const upload = {
  filename: `train.${sha256}.jsonl`,
  bytes: data.length,
  sha256,
  async *open() {
    yield data;
  },
};
const file = (more: Record<string, unknown> = {}) => ({
  id: 'file-1',
  object: 'file',
  bytes: data.length,
  filename: upload.filename,
  status: 'processed',
  ...more,
});
const isUpload = ({ method }: Seen) => method === 'POST';
const isContent = ({ path }: Seen) => path.endsWith('/content');
const isList = ({ method, path }: Seen) => method === 'GET' && path.startsWith('/files?');
const routes = (on: {
  upload?: (number: number) => Answer;
  list?: (number: number) => Answer;
  file?: (number: number) => Answer;
  /** By default every file holds the data. */
  content?: (number: number) => Answer;
}) => {
  const counts = { upload: 0, list: 0, file: 0, content: 0 };
  return (request: Seen): Answer => {
    const kind = isContent(request) ? 'content' : isUpload(request) ? 'upload' : isList(request) ? 'list' : 'file';
    counts[kind] += 1;
    if (kind === 'content' && on.content === undefined) return { body: data };
    return on[kind]?.(counts[kind]) ?? failing(404);
  };
};

describe('placing a file', () => {
  test('the same bytes are not sent again', async () => {
    const work = await bench(routes({ list: () => page([file({ id: 'other', filename: 'x.jsonl' }), file()]) }));
    expect(await placed(upload, work)).toMatchObject({ uploaded: false, id: 'file-1' });
    expect(work.server.seen.some(isUpload)).toBe(false);
  });

  test.each([
    ['of another size', { bytes: 1 }],
    ['in error', { status: 'error' }],
    ['about to expire', { expires_at: 1_700_000_100 }],
  ])('a file %s is not used', async (_, more) => {
    const work = await bench(routes({ list: () => page([file(more)]), upload: () => ({ body: file({ id: 'file-2' }) }) }));
    expect(await placed(upload, work)).toMatchObject({ uploaded: true, id: 'file-2' });
  });

  const planted = Buffer.from('{"b":2}\n');
  test.each<[string, Answer, RegExp]>([
    ['other bytes', { body: planted }, /holds other bytes: it is not used/],
    ['more bytes than it says', { body: Buffer.concat([data, data]) }, /holds other bytes: it is not used/],
  ])('a file of the same name and size that holds %s is not used, and that is said', async (_, content, said) => {
    const work = await bench(
      routes({ list: () => page([file()]), content: () => content, upload: () => ({ body: file({ id: 'file-2' }) }) }),
    );
    expect(await placed(upload, work)).toMatchObject({ uploaded: true, id: 'file-2' });
    expect(work.warned).toEqual([expect.stringMatching(said)]);
  });

  test('a file whose bytes cannot be read back is sent anew, without a warning', async () => {
    const work = await bench(
      routes({ list: () => page([file()]), content: () => failing(404), upload: () => ({ body: file({ id: 'file-2' }) }) }),
    );
    expect(await placed(upload, work)).toMatchObject({ uploaded: true, id: 'file-2' });
    expect([work.warned, work.said.join()]).toEqual([[], expect.stringContaining('cannot be read back')]);
  });

  test('behind files that were planted ours is found, and many of them are not all read', async () => {
    const list = () => page([file({ id: 'p-1' }), file({ id: 'p-2' }), file()]);
    const third = await bench(routes({ list, content: (number) => ({ body: number < 3 ? planted : data }) }));
    expect(await placed(upload, third)).toMatchObject({ uploaded: false, id: 'file-1' });
    const many = Array.from({ length: 50 }, (_, index) => file({ id: `p-${index}` }));
    const crowd = await bench(
      routes({ list: () => page(many), content: () => ({ body: planted }), upload: () => ({ body: file({ id: 'file-2' }) }) }),
    );
    expect(await placed(upload, crowd)).toMatchObject({ uploaded: true });
    expect(crowd.server.seen.filter(isContent)).toHaveLength(3);
  });

  test('after a lost reply a file that was there before is not taken for what was sent', async () => {
    const work = await bench(
      routes({
        list: (number) => page(number === 1 ? [file({ id: 'p-1' })] : [file({ id: 'p-1' }), file({ id: 'file-2' })]),
        content: () => failing(404),
        upload: () => 'reset',
      }),
    );
    expect(await placed(upload, work)).toMatchObject({ id: 'file-2' });
    expect(work.server.seen.filter(isUpload)).toHaveLength(1);
  });

  test('the list is followed over pages', async () => {
    const work = await bench(
      routes({ list: (number) => (number === 1 ? page([file({ id: 'x', filename: 'x' })], true) : page([file()])) }),
    );
    expect(await placed(upload, work)).toMatchObject({ uploaded: false });
  });

  test('a list that fails costs an upload, no more', async () => {
    const work = await bench(routes({ list: () => failing(403), upload: () => ({ body: file() }) }));
    expect(await placed(upload, work)).toMatchObject({ uploaded: true });
    expect(work.warned).toHaveLength(1);
  });

  test('a lost reply is looked up, not sent again', async () => {
    const work = await bench(routes({ list: (number) => page(number === 1 ? [] : [file()]), upload: () => 'reset' }));
    expect(await placed(upload, work)).toMatchObject({ id: 'file-1' });
    expect(work.server.seen.filter(isUpload)).toHaveLength(1);
  });

  test('a reply that was lost before the server had it all: sent again', async () => {
    const work = await bench(
      routes({ list: () => page([]), upload: (number) => (number === 1 ? failing(500) : { body: file() }) }),
    );
    expect(await placed(upload, work)).toMatchObject({ uploaded: true });
    expect(work.server.seen.filter(isUpload)).toHaveLength(2);
  });

  test('a refusal is told at once; a server that never takes it, in the end', async () => {
    const refused = await bench(routes({ list: () => page([]), upload: () => failing(413) }));
    await expect(placed(upload, refused)).rejects.toThrow('larger than the server takes');
    const broken = await bench(routes({ list: () => page([]), upload: () => failing(500) }));
    await expect(placed(upload, broken)).rejects.toThrow('POST /files failed with 500');
  });

  test('cancelled between two attempts', async () => {
    const work = await bench(
      routes({
        list: () => page([]),
        upload: () => {
          work.abort.abort();
          return failing(429);
        },
      }),
    );
    await expect(placed(upload, work)).rejects.toMatchObject({ name: 'AbortedError' });
  });

  test('fewer bytes arrived than were sent', async () => {
    const work = await bench(routes({ list: () => page([]), upload: () => ({ body: file({ bytes: 3 }) }) }));
    await expect(placed(upload, work)).rejects.toThrow('holds 3 bytes');
  });

  test('the name carries the hash and survives odd paths', () => {
    expect(uploadName('data/my train (1).jsonl', 'f'.repeat(64))).toBe(`my-train-1-.${'f'.repeat(64)}.jsonl`);
    expect(uploadName('', 'f')).toBe('data.f.jsonl');
    expect(uploadName('C:\\data\\a.jsonl', 'f')).toBe('a.f.jsonl');
  });
});

describe('waiting until a file is usable', () => {
  test.each([[undefined], [null], ['processed'], ['something_new']])('status %s is usable', async (status) => {
    const work = await bench(() => failing(500));
    expect(await awaitUsable(file({ status }), work.wire, work.dialect, work)).toMatchObject({ id: 'file-1' });
    expect(work.server.seen).toHaveLength(0);
  });

  test('pending, running, processed', async () => {
    const work = await bench(routes({ file: (number) => ({ body: file({ status: number < 3 ? 'running' : 'processed' }) }) }));
    expect(await awaitUsable(file({ status: 'pending' }), work.wire, work.dialect, work)).toMatchObject({ status: 'processed' });
  });

  test.each(['PENDING', 'NotRunning', 'Queued'])('%s is waited for, in whatever letter case', async (status) => {
    const work = await bench(routes({ file: () => ({ body: file({ status: 'Processed' }) }) }));
    expect(await awaitUsable(file({ status }), work.wire, work.dialect, work)).toMatchObject({ status: 'Processed' });
    await expect(awaitUsable(file({ status: 'Failed' }), work.wire, work.dialect, work)).rejects.toThrow('cannot use the file');
  });

  test("the platform's words on a file that it cannot use", async () => {
    const work = await bench(
      routes({ file: () => ({ body: file({ status: 'error', status_details: 'Invalid JSON on line 3' }) }) }),
    );
    await expect(awaitUsable(file({ status: 'uploaded' }), work.wire, work.dialect, work)).rejects.toThrow(
      'Invalid JSON on line 3',
    );
    await expect(awaitUsable(file({ status: 'failed' }), work.wire, work.dialect, work)).rejects.toThrow('no reason given');
  });

  test('uploaded for good: go on with a word; pending for good: give up with one', async () => {
    const uploaded = await bench(routes({ file: () => ({ body: file({ status: 'uploaded' }) }) }));
    expect(await awaitUsable(file({ status: 'uploaded' }), uploaded.wire, uploaded.dialect, uploaded)).toMatchObject({
      status: 'uploaded',
    });
    expect(uploaded.warned).toHaveLength(1);
    const pending = await bench(routes({ file: () => ({ body: file({ status: 'pending' }) }) }));
    await expect(awaitUsable(file({ status: 'pending' }), pending.wire, pending.dialect, pending)).rejects.toThrow('Run again');
  });

  test('cancelled meanwhile', async () => {
    const work = await bench(routes({ file: () => ({ body: file({ status: 'pending' }) }) }));
    work.abort.abort();
    await expect(awaitUsable(file({ status: 'pending' }), work.wire, work.dialect, work)).rejects.toMatchObject({
      name: 'AbortedError',
    });
  });
});

describe('sending again', () => {
  test('a refusal for now is not a loss: nothing is looked up', async () => {
    const work = await bench(
      routes({ list: () => page([]), upload: (number) => (number === 1 ? failing(429) : { body: file() }) }),
    );
    expect(await placed(upload, work)).toMatchObject({ uploaded: true });
    expect(work.said.join()).toContain('Trying again');
    expect(work.server.seen.filter(isList)).toHaveLength(1);
  });
  test('a cancelled run stops sending', async () => {
    const work: Bench = await bench(
      routes({
        list: () => page([]),
        upload: () => {
          work.abort.abort();
          return failing(429);
        },
      }),
    );
    await expect(placed(upload, work)).rejects.toThrow('being cancelled');
    expect(work.server.seen.filter(isUpload)).toHaveLength(1);
  });
});
