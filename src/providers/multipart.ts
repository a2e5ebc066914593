/** A multipart body (RFC 7578) that is streamed, with its length known beforehand. */
import { randomUUID } from 'node:crypto';

/** A file of a form. */
export interface FormFile {
  readonly filename: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

export interface MultipartBody {
  readonly contentType: string;
  readonly contentLength: number;
  stream(): ReadableStream<Uint8Array>;
}

/** A file name as it may stand between quotes in a header (the escapes of the WHATWG form encoding). */
function quoted(name: string): string {
  return name.replace(/\n/g, '%0A').replace(/\r/g, '%0D').replace(/"/g, '%22');
}

/**
 * The form with these text fields and one file, its last field.
 * @param field the file's field name
 */
export function multipart(fields: Readonly<Record<string, string>>, field: string, upload: FormFile): MultipartBody {
  const boundary = `----fine-tune-action-${randomUUID()}`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = Buffer.from(
    `${texts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${quoted(upload.filename)}"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n',
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  async function* parts(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* upload.open();
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    contentLength: head.length + upload.bytes + tail.length,
    stream: () => ReadableStream.from(parts()),
  };
}
