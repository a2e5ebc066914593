/**
 * The hashes of a dataset, in one pass: of its bytes, and of what they say however its line ends were checked
 * out.
 */
import { createHash, type Hash } from 'node:crypto';

const CR = 13;
const LF = 10;
const HELD = Uint8Array.of(CR);

/** Costs a second hash only from the first CR on. */
export class ContentHash {
  readonly #bytes = createHash('sha256');
  /** Of the same with CR LF as LF; undefined as long as there was no CR. */
  #content: Hash | undefined;
  /** The last piece ended in a CR, and what follows decides whether it counts. */
  #held = false;

  update(piece: Uint8Array): void {
    if (piece.length === 0) return;
    // Buffer looks for a byte several times as quickly as an array does.
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (this.#content === undefined && bytes.includes(CR)) this.#content = this.#bytes.copy();
    this.#bytes.update(piece);
    if (this.#content === undefined) return;
    if (this.#held && piece[0] !== LF) this.#content.update(HELD);
    this.#held = piece.at(-1) === CR;
    const end = this.#held ? piece.length - 1 : piece.length;
    let from = 0;
    for (let at = piece.indexOf(CR); at !== -1 && at < end; at = piece.indexOf(CR, at + 1)) {
      if (piece[at + 1] !== LF) continue;
      this.#content.update(piece.subarray(from, at));
      from = at + 1;
    }
    this.#content.update(piece.subarray(from, end));
  }

  /** Both, lower-case hex. */
  digest(): { readonly sha256: string; readonly contentSha256: string } {
    if (this.#held) this.#content?.update(HELD);
    const sha256 = this.#bytes.digest('hex');
    return { sha256, contentSha256: this.#content?.digest('hex') ?? sha256 };
  }
}
