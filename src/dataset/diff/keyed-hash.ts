/**
 * A hash of 64 bits under a key that is drawn anew in each run (HalfSipHash-2-4 by Aumasson and Bernstein,
 * which is made for 32-bit arithmetic). Rows that have the same hash are taken for the same without a look,
 * so nobody may be able to write a row that has the hash of another.
 */
import { createHash, randomBytes } from 'node:crypto';

const encoder = new TextEncoder();

/**
 * Hashes bytes; the result stands in `low` and `high` until the next call, so that nothing is allocated for a
 * row.
 */
export class KeyedHash {
  low = 0;
  high = 0;
  readonly #key: Buffer;
  readonly #first: number;
  readonly #second: number;
  #scratch = new Uint8Array(64 * 1024);

  /** @param key eight bytes that nobody outside this process knows */
  constructor(key: Buffer = randomBytes(8)) {
    this.#key = key;
    this.#first = key.readInt32LE(0);
    this.#second = key.readInt32LE(4);
  }

  /** Hashes the bytes of a view from `from` up to `to`. */
  bytes(view: DataView, from: number, to: number): void {
    let v0 = this.#first;
    let v1 = this.#second ^ 0xee;
    let v2 = 0x6c796765 ^ this.#first;
    let v3 = 0x74656462 ^ this.#second;
    const length = to - from;
    const whole = to - (length & 3);
    let word = 0;
    let at = from;
    // Words of four bytes, two rounds each; then the bytes that are left, with the length; then twice four
    // rounds more, each of which gives a half.
    for (let ending = 0; ending < 4; ) {
      let rounds = 2;
      if (at < whole) {
        word = view.getInt32(at, true);
        at += 4;
      } else if (ending === 0) {
        word = length << 24;
        for (let index = 0; index < (length & 3); index += 1) word |= view.getUint8(at + index) << (8 * index);
        ending = 1;
      } else {
        word = 0;
        rounds = 4;
        if (ending === 1) v2 ^= 0xee;
        else v1 ^= 0xdd;
        ending += 1;
      }
      v3 ^= word;
      for (; rounds > 0; rounds -= 1) {
        v0 = (v0 + v1) | 0;
        v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
        v0 = (v0 << 16) | (v0 >>> 16);
        v2 = (v2 + v3) | 0;
        v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
        v0 = (v0 + v3) | 0;
        v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
        v2 = (v2 + v1) | 0;
        v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
        v2 = (v2 << 16) | (v2 >>> 16);
      }
      v0 ^= word;
      if (ending === 2) this.low = v1 ^ v3;
      else if (ending === 3) {
        this.high = v1 ^ v3;
        return;
      }
    }
  }

  /** Hashes a text. */
  text(text: string): void {
    if (text.length * 3 > this.#scratch.length) this.#scratch = new Uint8Array(text.length * 3);
    const { written } = encoder.encodeInto(text, this.#scratch);
    this.bytes(new DataView(this.#scratch.buffer), 0, written);
  }

  /** Hashes what comes piece by piece. */
  stream(): { add(bytes: Uint8Array): void; finish(): void } {
    const digest = createHash('sha256').update(this.#key);
    return {
      add: (bytes) => void digest.update(bytes),
      finish: () => {
        const whole = digest.digest();
        this.low = whole.readInt32LE(0);
        this.high = whole.readInt32LE(4);
      },
    };
  }
}
