import { createHash } from 'node:crypto';
import { ActionError } from '../errors.ts';

/**
 * The same bytes, hashed once more on their way out. The last piece is held back until the hash is right, so
 * that a file which changed between check and upload never arrives whole.
 * @param sha256 the hash of what was checked, lower-case hex
 * @throws ActionError when the bytes are others
 */
export async function* verifiedBytes(bytes: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const chunk of bytes) {
    hash.update(chunk);
    if (held !== undefined) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) {
    throw new ActionError(
      'A data file changed between its check and its upload; the upload was stopped. Run again when nothing writes to it.',
    );
  }
  if (held !== undefined) yield held;
}
