/** Multipart bodies (RFC 7578), read as a stream: no part is ever held whole. */
import { badRequest } from './errors.ts';

export interface Part {
  readonly name: string;
  readonly filename: string | undefined;
  /** Must be read to its end before the next part is asked for. */
  readonly content: AsyncIterable<Buffer>;
}

const LARGEST_HEAD = 16 * 1024;

/** Bytes of a stream up to a delimiter, which is taken and not given. */
class DelimitedReader {
  readonly #source: AsyncIterator<Uint8Array>;
  #held = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) throw badRequest('The multipart body ended before its last boundary.');
    this.#held = Buffer.concat([this.#held, next.value]);
  }

  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(delimiter);
      if (at >= 0) {
        if (at > 0) yield this.#held.subarray(0, at);
        this.#held = this.#held.subarray(at + delimiter.length);
        return;
      }
      // The delimiter may have begun at the end of what is held.
      const sure = this.#held.length - delimiter.length + 1;
      if (sure > 0) {
        yield this.#held.subarray(0, sure);
        this.#held = this.#held.subarray(sure);
      }
      await this.#more();
    }
  }

  async text(delimiter: string): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of this.until(Buffer.from(delimiter))) {
      size += chunk.length;
      if (size > LARGEST_HEAD) throw badRequest('A multipart header is too long.');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  async take(length: number): Promise<string> {
    while (this.#held.length < length) await this.#more();
    const text = this.#held.subarray(0, length).toString('latin1');
    this.#held = this.#held.subarray(length);
    return text;
  }
}

function parameter(head: string, name: string): string | undefined {
  return new RegExp(`^content-disposition:[^\\n]*;\\s*${name}="([^"\\r\\n]*)"`, 'im').exec(head)?.[1];
}

/** The boundary of a content type. @throws ApiError when the body is not multipart */
export function boundaryOf(contentType: string | undefined): string {
  const boundary = /^multipart\/form-data;.*\bboundary=(?:"([^"]{1,70})"|([^;\s]{1,70}))/i.exec(contentType ?? '');
  const found = boundary?.[1] ?? boundary?.[2];
  if (found === undefined) throw badRequest('The content type must be multipart/form-data with a boundary.');
  return found;
}

/** The parts in order. @throws ApiError for a body that is no multipart body */
export async function* partsOf(body: AsyncIterable<Uint8Array>, boundary: string): AsyncGenerator<Part> {
  const reader = new DelimitedReader(body);
  await reader.text(`--${boundary}`);
  for (;;) {
    const next = await reader.take(2);
    if (next === '--') return;
    if (next !== '\r\n') throw badRequest('A multipart boundary is not followed by a line break.');
    const head = await reader.text('\r\n\r\n');
    const name = parameter(head, 'name');
    if (name === undefined) throw badRequest('A multipart part has no name.');
    const filename = parameter(head, 'filename')?.replaceAll('%22', '"');
    yield { name, filename, content: reader.until(Buffer.from(`\r\n--${boundary}`)) };
  }
}
