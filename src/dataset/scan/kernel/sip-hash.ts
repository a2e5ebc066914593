/** A hash under a key, so that nobody can write a line that has the hash of another. */

let firstKey: u64 = 0;
let secondKey: u64 = 0;

/** Sets the key of 128 bits. */
export function setKey(first: u64, second: u64): void {
  firstKey = first;
  secondKey = second;
}

/** A number of 64 bits from its halves. */
function wide(high: u32, low: u32): u64 {
  return (u64(high) << 32) | u64(low);
}

/** SipHash-2-4 by Aumasson and Bernstein. Up to seven bytes behind the end are read, and not used. */
export function hashOf(from: usize, size: usize): u64 {
  let v0 = firstKey ^ wide(0x736f6d65, 0x70736575);
  let v1 = secondKey ^ wide(0x646f7261, 0x6e646f6d);
  let v2 = firstKey ^ wide(0x6c796765, 0x6e657261);
  let v3 = secondKey ^ wide(0x74656462, 0x79746573);
  const whole = from + (size & ~7);
  for (let at = from; at <= whole + 8; at += 8) {
    // Words of eight bytes, two rounds each; the bytes that are left, with the size; then four rounds more.
    let rounds = 2;
    let word: u64 = 0;
    if (at < whole) word = load<u64>(at);
    else if (at === whole) word = (load<u64>(at) & ((u64(1) << u64((size & 7) * 8)) - 1)) | (u64(size) << 56);
    else {
      rounds = 4;
      v2 ^= 0xff;
    }
    v3 ^= word;
    for (; rounds > 0; rounds -= 1) {
      v0 += v1;
      v1 = rotl<u64>(v1, 13) ^ v0;
      v0 = rotl<u64>(v0, 32);
      v2 += v3;
      v3 = rotl<u64>(v3, 16) ^ v2;
      v0 += v3;
      v3 = rotl<u64>(v3, 21) ^ v0;
      v2 += v1;
      v1 = rotl<u64>(v1, 17) ^ v2;
      v2 = rotl<u64>(v2, 32);
    }
    v0 ^= word;
  }
  return v0 ^ v1 ^ v2 ^ v3;
}
