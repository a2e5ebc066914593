/** Together's storage: addresses that are signed, bytes that come to them, and files that are joined of parts. */
import { ok, type Platform, type PlatformFile, type Reply } from '../platform.ts';

/** An upload in parts. */
interface Parted {
  readonly file: PlatformFile;
  readonly parts: Map<number, Buffer>;
  readonly count: number;
  readonly bytes: number;
}

const tagOf = (body: Buffer) => `"${body.length}-${body[0] ?? 0}"`;

export class Storage {
  readonly uploads = new Map<string, Parted>();
  /** Uploads that were given up. */
  readonly aborted: string[] = [];
  /** The files that were asked to be read. */
  readonly processed: string[] = [];
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  #begin(filename: string): PlatformFile {
    const { files, now } = this.#platform;
    const file = { id: `file-${files.length + 1}`, filename, bytes: Buffer.alloc(0), created_at: Math.floor(now / 1000) };
    const begun: PlatformFile = { ...file, status: 'pending' };
    files.push(begun);
    return begun;
  }

  /** The file with these bytes in the place of what it held. */
  #fill(file: PlatformFile, bytes: Buffer, status: string): PlatformFile {
    const { files } = this.#platform;
    const filled = { ...file, bytes, status };
    files[files.findIndex(({ id }) => id === file.id)] = filled;
    return filled;
  }

  answer(method: string, path: string, query: URLSearchParams, body: Buffer): Reply | undefined {
    if (method === 'POST' && path === '/files') {
      const { id } = this.#begin(query.get('file_name') ?? '');
      return {
        status: 302,
        headers: { location: `${this.root}/storage/${id}?signature=s3cr3t`, 'x-together-file-id': id },
        body: {},
      };
    }
    const [, id = '', number] = /^\/storage\/([^/]+)(?:\/(\d+))?$/.exec(path) ?? [];
    if (method === 'PUT' && id !== '') return this.#put(id, number, body);
    const [, read] = /^\/files\/([^/]+)\/preprocess$/.exec(path) ?? [];
    if (read !== undefined) {
      this.processed.push(read);
      const file = this.#platform.files.find((one) => one.id === read);
      return file === undefined ? undefined : ok(this.#platform.file(this.#fill(file, file.bytes, 'processed')));
    }
    return path.startsWith('/files/multipart/') ? this.#parted(path, { ...JSON.parse(String(body)) }) : undefined;
  }

  /** Where the server is, as its requests name it. */
  root = '';

  #put(id: string, number: string | undefined, body: Buffer): Reply {
    const parted = this.uploads.get(id);
    if (number !== undefined && parted !== undefined) {
      parted.parts.set(Number(number), body);
      return { status: 200, headers: { etag: tagOf(body) }, body: {} };
    }
    const file = this.#platform.files.find((one) => one.id === id);
    if (file === undefined) return { status: 403, body: {} };
    this.#fill(file, body, 'pending');
    return ok({});
  }

  #parted(path: string, sent: Record<string, unknown>): Reply {
    const id = String(sent.upload_id ?? `upload-${this.uploads.size + 1}`);
    if (path.endsWith('/initiate')) {
      const count = Number(sent.num_parts);
      const file = this.#begin(String(sent.file_name));
      this.uploads.set(id, { file, parts: new Map(), count, bytes: Number(sent.file_size) });
      const parts = Array.from({ length: count }, (_, index) => ({
        PartNumber: index + 1,
        URL: `${this.root}/storage/${id}/${index + 1}?signature=s3cr3t`,
        Headers: {},
      }));
      return ok({ upload_id: id, file_id: file.id, parts: parts.toReversed() });
    }
    const parted = this.uploads.get(id);
    if (parted === undefined) return { status: 404, body: {} };
    if (path.endsWith('/abort')) {
      this.aborted.push(id);
      return ok({});
    }
    const named: readonly unknown[] = Array.isArray(sent.parts) ? sent.parts : [];
    const bytes = Buffer.concat([...parted.parts.entries()].sort(([a], [b]) => a - b).map(([, part]) => part));
    const tags = [...parted.parts.entries()]
      .sort(([a], [b]) => a - b)
      .map(([n, part]) => ({ part_number: n, etag: tagOf(part) }));
    const whole = bytes.length === parted.bytes && JSON.stringify(named) === JSON.stringify(tags);
    if (!whole) return { status: 400, body: { error: { message: 'parts are missing', type: 'invalid_request_error' } } };
    return ok({ file: this.#platform.file(this.#fill(parted.file, bytes, 'processed')) });
  }
}
