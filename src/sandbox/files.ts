/** Files and uploads of the sandbox. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { badRequest, notFound } from './errors.ts';
import type { Journal, StoredFile, StoredUpload } from './journal.ts';
import { boundaryOf, partsOf } from './multipart.ts';
import { type Call, jsonBody, onlyQuery, page } from './requests.ts';

const LARGEST_FILE = 512 * 1024 * 1024;
const LARGEST_PART = 64 * 1024 * 1024;
const LARGEST_UPLOAD = 8 * 1024 * 1024 * 1024;
const HOUR = 3600;
/** How long a file is looked at before it counts as processed, in milliseconds. */
const PROCESSING = 150;

export const newId = (prefix: string) => `${prefix}${randomBytes(12).toString('hex')}`;
export const seconds = () => Math.floor(Date.now() / 1000);

function checkFile(filename: string | undefined, purpose: unknown): string {
  if (purpose !== 'fine-tune') throw badRequest(`'${purpose ?? ''}' is not one of ['fine-tune'] - 'purpose'`, 'purpose');
  if (!filename?.endsWith('.jsonl'))
    throw badRequest(`Invalid extension ${filename?.split('.').at(-1) ?? ''}. Supported formats: "jsonl"`, 'file');
  return filename;
}

function expiry(fields: Readonly<Record<string, unknown>>): { readonly expires_at?: number } {
  const anchor = fields['expires_after[anchor]'];
  const after = fields['expires_after[seconds]'];
  if (anchor === undefined && after === undefined) return {};
  const length = Number(after);
  if (anchor !== 'created_at') throw badRequest("expires_after[anchor] must be 'created_at'.", 'expires_after');
  if (!Number.isInteger(length) || length < HOUR || length > 2_592_000)
    throw badRequest('expires_after[seconds] must be from 3600 to 2592000.', 'expires_after');
  return { expires_at: seconds() + length };
}

export class FileShelf {
  readonly #journal: Journal;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(journal: Journal) {
    this.#journal = journal;
    for (const file of journal.file.values()) if (file.status === 'uploaded') this.#process(file);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #process(file: StoredFile): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (this.#journal.file.has(file.id)) this.#journal.write({ put: 'file', value: { ...file, status: 'processed' } });
    }, PROCESSING);
    this.#timers.add(timer);
  }

  #keep(filename: string, bytes: number, id: string, more: object = {}): StoredFile {
    if (bytes === 0) throw badRequest('File is empty.', 'file');
    const file: StoredFile = {
      id,
      object: 'file',
      bytes,
      created_at: seconds(),
      ...more,
      filename,
      purpose: 'fine-tune',
      status: 'uploaded',
      status_details: null,
    };
    this.#journal.write({ put: 'file', value: file });
    this.#process(file);
    return file;
  }

  /** A result file, made by the server itself. */
  keepResult(id: string, filename: string, bytes: number): void {
    const value = {
      id,
      object: 'file',
      bytes,
      created_at: seconds(),
      filename,
      purpose: 'fine-tune-results',
      status: 'processed',
      status_details: null,
    } as const;
    this.#journal.write({ put: 'file', value });
  }

  /** The file of this ID. @throws ApiError 404 */
  get(id: string): StoredFile {
    const file = this.#journal.file.get(id);
    if (file === undefined || (file.expires_at ?? Number.POSITIVE_INFINITY) <= seconds()) throw notFound('File object', id);
    return file;
  }

  /** Reads a multipart form of text fields and one file, which goes to disk as it comes. */
  async #receive(
    call: Call,
    field: string,
    id: string,
    most: number,
  ): Promise<{ readonly fields: Record<string, string>; readonly filename: string | undefined; readonly bytes: number }> {
    const fields: Record<string, string> = {};
    let filename: string | undefined;
    let bytes: number | undefined;
    for await (const part of partsOf(call.request, boundaryOf(call.request.headers['content-type']))) {
      if (part.name === field && bytes === undefined) {
        filename = part.filename;
        let size = 0;
        const limited = async function* (content: AsyncIterable<Buffer>) {
          for await (const chunk of content) {
            size += chunk.length;
            if (size > most) throw badRequest(`The file is larger than ${most} bytes.`, field);
            yield chunk;
          }
        };
        await pipeline(limited(part.content), createWriteStream(this.#journal.blob(id)));
        bytes = size;
        continue;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of part.content) chunks.push(chunk);
      fields[part.name] = Buffer.concat(chunks).toString('utf8');
    }
    if (bytes === undefined) throw badRequest(`'${field}' is a required property`, field);
    return { fields, filename, bytes };
  }

  async create(call: Call): Promise<StoredFile> {
    const id = newId('file-');
    try {
      const { fields, filename, bytes } = await this.#receive(call, 'file', id, LARGEST_FILE);
      const unknown = Object.keys(fields).find(
        (name) => !['purpose', 'expires_after[anchor]', 'expires_after[seconds]'].includes(name),
      );
      if (unknown !== undefined) throw badRequest(`Unknown field: '${unknown}'.`, unknown, 'unknown_parameter');
      return this.#keep(checkFile(filename, fields.purpose), bytes, id, expiry(fields));
    } catch (error) {
      rmSync(this.#journal.blob(id), { force: true });
      throw error;
    }
  }

  list({ query }: Call) {
    onlyQuery(query, 'limit', 'after', 'order', 'purpose');
    const order = query.get('order') ?? 'desc';
    if (order !== 'asc' && order !== 'desc') throw badRequest("order must be 'asc' or 'desc'.", 'order');
    const purpose = query.get('purpose');
    const files = [...this.#journal.file.values()].filter((file) => purpose === null || file.purpose === purpose);
    return page(order === 'asc' ? files : files.reverse(), query, { limit: 10_000, most: 10_000 });
  }

  /** The bytes; result files come base64-encoded, as OpenAI sends them. */
  content(id: string): { readonly stream: AsyncIterable<Uint8Array>; readonly bytes: number | undefined } {
    const file = this.get(id);
    const path = this.#journal.blob(id);
    if (file.purpose !== 'fine-tune-results') return { stream: createReadStream(path), bytes: file.bytes };
    const text = readFileSync(path).toString('base64');
    return {
      stream: (async function* () {
        yield Buffer.from(text);
      })(),
      bytes: text.length,
    };
  }

  remove(id: string) {
    this.get(id);
    this.#journal.write({ drop: 'file', id });
    rmSync(this.#journal.blob(id), { force: true });
    return { id, object: 'file', deleted: true };
  }

  async createUpload(call: Call): Promise<StoredUpload> {
    const body = await jsonBody(call);
    const { bytes, mime_type } = body;
    const filename = checkFile(typeof body.filename === 'string' ? body.filename : undefined, body.purpose);
    if (typeof bytes !== 'number' || !Number.isInteger(bytes) || bytes < 1 || bytes > LARGEST_UPLOAD)
      throw badRequest('bytes must be a whole number from 1 to 8 GB.', 'bytes');
    if (typeof mime_type !== 'string' || !/^(text|application)\/(x-)?(jsonl|ndjson|json)$/.test(mime_type))
      throw badRequest('mime_type must be one of JSONL, such as text/jsonl.', 'mime_type');
    const created_at = seconds();
    const value: StoredUpload = {
      id: newId('upload_'),
      object: 'upload',
      bytes,
      created_at,
      expires_at: created_at + HOUR,
      filename,
      purpose: 'fine-tune',
      status: 'pending',
      mime_type,
      file: null,
    };
    this.#journal.write({ put: 'upload', value });
    return value;
  }

  #pending(id: string): StoredUpload {
    const upload = this.#journal.upload.get(id);
    if (upload === undefined) throw notFound('Upload', id);
    const status = upload.status === 'pending' && upload.expires_at <= seconds() ? 'expired' : upload.status;
    if (status !== 'pending') throw badRequest(`The upload is ${status}.`, 'upload_id');
    return upload;
  }

  async addPart(call: Call) {
    const upload = this.#pending(call.params[0] ?? '');
    const id = newId('part_');
    try {
      await this.#receive(call, 'data', id, LARGEST_PART);
    } catch (error) {
      rmSync(this.#journal.blob(id), { force: true });
      throw error;
    }
    const value = { id, object: 'upload.part', created_at: seconds(), upload_id: upload.id } as const;
    this.#journal.write({ put: 'part', value });
    return value;
  }

  async completeUpload(call: Call): Promise<StoredUpload> {
    const upload = this.#pending(call.params[0] ?? '');
    const { part_ids, md5 } = await jsonBody(call);
    if (!Array.isArray(part_ids) || part_ids.length === 0) throw badRequest('part_ids must list the parts in order.', 'part_ids');
    const blobs = part_ids.map((id: unknown) => {
      const part = typeof id === 'string' ? this.#journal.part.get(id) : undefined;
      if (part === undefined || part.upload_id !== upload.id) throw badRequest(`No such part: ${id}`, 'part_ids');
      return this.#journal.blob(part.id);
    });
    const sizes = await Promise.all(blobs.map(async (blob) => (existsSync(blob) ? (await stat(blob)).size : 0)));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total !== upload.bytes) throw badRequest(`The parts have ${total} bytes; ${upload.bytes} were declared.`, 'bytes');
    const id = newId('file-');
    const hash = createHash('md5');
    const joined = async function* () {
      for (const blob of blobs) {
        for await (const chunk of createReadStream(blob)) {
          hash.update(chunk);
          yield chunk;
        }
      }
    };
    await pipeline(joined(), createWriteStream(this.#journal.blob(id)));
    if (md5 !== undefined && hash.digest('hex') !== md5) {
      rmSync(this.#journal.blob(id), { force: true });
      throw badRequest('The md5 is not that of the parts.', 'md5');
    }
    const value: StoredUpload = { ...upload, status: 'completed', file: this.#keep(upload.filename, total, id) };
    this.#journal.write({ put: 'upload', value });
    for (const blob of blobs) rmSync(blob, { force: true });
    return value;
  }

  cancelUpload(id: string): StoredUpload {
    const value: StoredUpload = { ...this.#pending(id), status: 'cancelled' };
    this.#journal.write({ put: 'upload', value });
    return value;
  }
}
