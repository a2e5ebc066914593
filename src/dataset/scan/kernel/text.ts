/**
 * Strings of JSON in one look, 16 bytes at a time: where they end, and whether they hold what has to be
 * looked at. ../plain-rows.ts and ../../secrets/credentials.ts say the same of a text.
 */

const QUOTE: u32 = 0x22;
const DASH: u32 = 0x2d;
const SLASH: u32 = 0x2f;
const LESS: u32 = 0x3c;
const AT: u32 = 0x40;
const BACKSLASH: u32 = 0x5c;
const UNDERSCORE: u32 = 0x5f;

/** `-BEGIN `, behind any byte. */
const BEGIN_SHIFTED: u64 = (u64(0x204e4947) << 32) | 0x45422d00;

/** A sign of credentials was met. */
export let secret: bool = false;
/** A byte beyond ASCII was met, or an escape of a character beyond it. */
export let other: bool = false;
/** An escape was met. */
export let escapes: bool = false;
/** A sign of an address with a name in it. */
export let at: bool = false;

/** Forgets what was met. */
export function begin(): void {
  secret = false;
  other = false;
  escapes = false;
  at = false;
}

function before(place: usize, back: usize): u32 {
  return load<u8>(place - back);
}

/** `gh?_`, `github_pat_`, `gsk_`, `k_live_`, `npm_`, `hf_`, `r8_`, `access_`. */
function endsAtUnderscore(place: usize): bool {
  const first = before(place, 1);
  const second = before(place, 2);
  if (second === 0x68) return first === 0x66 || before(place, 3) === 0x67;
  if (second === 0x73) return first === 0x73 || first === 0x6b;
  if (first === 0x38) return second === 0x72;
  return (
    (second === 0x76 && first === 0x65) ||
    (second === 0x70 && first === 0x6d) ||
    (second === 0x61 && first === 0x74) ||
    (second === 0x53 && first === 0x53)
  );
}

/** `sk-`, `xox?-`, `xai-`, `pplx-`, `pypi-`, `glpat-`, `-----BEGIN`. */
function endsAtDash(place: usize): bool {
  const first = before(place, 1);
  if (first === DASH) return load<u64>(place) << 8 === BEGIN_SHIFTED;
  const second = before(place, 2);
  const third = before(place, 3);
  if (first === 0x69) return (second === 0x61 && third === 0x78) || (second === 0x70 && third === 0x79);
  if (second === 0x6c) return first === 0x78 && third === 0x70;
  if (second === 0x61) return first === 0x74 && third === 0x70;
  return (first === 0x6b && second === 0x73) || (second === 0x78 && third === 0x6f);
}

/** `AKI`, `ASI`, `AI`; `eyJ`, `JQQJ`; `AccountK`, `AccessK`. */
function endsAtCapital(place: usize, capital: u32): bool {
  const first = before(place, 1);
  const second = before(place, 2);
  if (capital === 0x49) return first === 0x41 || ((first === 0x4b || first === 0x53) && second === 0x41);
  if (capital === 0x4a) return (first === 0x79 && second === 0x65) || (first === 0x51 && second === 0x51);
  return (first === 0x74 && second === 0x6e) || (first === 0x73 && second === 0x73);
}

function isSign(place: usize, byte: u32): bool {
  if (byte === UNDERSCORE) return endsAtUnderscore(place);
  return byte === DASH ? endsAtDash(place) : endsAtCapital(place, byte);
}

function isHex(byte: u32): bool {
  return byte - 0x30 < 10 || (byte | 0x20) - 0x61 < 6;
}

/**
 * Whether four digits stand here that name a character which hides nothing: neither ASCII nor half of a pair.
 */
function isOpenNumber(place: usize): bool {
  for (let index: usize = 0; index < 4; index += 1) if (!isHex(load<u8>(place + index))) return false;
  const first: u32 = load<u8>(place);
  const second: u32 = load<u8>(place, 1);
  const third: u32 = load<u8>(place, 2);
  if (first === 0x30 && second === 0x30) return third > 0x37;
  return (first | 0x20) !== 0x64 || second < 0x38;
}

/** The bytes of the escape at a backslash; 0 where it is none, or has to be looked at. */
function escapeSize(place: usize): usize {
  const byte: u32 = load<u8>(place, 1);
  if (byte === 0x75) {
    if (!isOpenNumber(place + 2)) return 0;
    other = true;
    return 6;
  }
  // What follows it could be taken for an escape by number.
  if (byte === BACKSLASH) return load<u8>(place, 2) === 0x75 ? 0 : 2;
  const known =
    byte === QUOTE || byte === SLASH || byte === 0x62 || byte === 0x66 || byte === 0x6e || byte === 0x72 || byte === 0x74;
  return known ? 2 : 0;
}

/**
 * Where a string ends that begins here, behind its quotation mark; 0 where it is none, or has to be looked at
 * closely. A byte below the space ends it in any case.
 */
export function stringEnd(from: usize): usize {
  // A byte is of a class where both of its halves are: control characters; `"` and `-`; `<`; `@`, `I`, `J`
  // and `K`; `\` and `_`.
  const lows = i8x16(9, 1, 3, 1, 1, 1, 1, 1, 1, 9, 9, 9, 21, 3, 1, 17);
  const highs = i8x16(1, 1, 2, 4, 8, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const none = i8x16.splat(0);
  const half = i8x16.splat(0x0f);
  let beyond: u32 = 0;
  let place = from;
  while (true) {
    const bytes = v128.load(place);
    const classes = v128.and(i8x16.swizzle(lows, v128.and(bytes, half)), i8x16.swizzle(highs, v128.shr<u8>(bytes, 4)));
    let left: u32 = v128.bitmask<i8>(v128.ne<i8>(classes, none));
    const high: u32 = v128.bitmask<i8>(bytes);
    let next = place + 16;
    while (left !== 0) {
      const bit = ctz(left);
      const here = place + bit;
      const byte: u32 = load<u8>(here);
      left &= left - 1;
      if (byte === QUOTE) {
        if ((beyond | (high & ((1 << bit) - 1))) !== 0) other = true;
        return here;
      }
      if (byte === BACKSLASH) {
        const size = escapeSize(here);
        if (size === 0) return 0;
        escapes = true;
        next = here + size;
        if (next < place + 16) {
          left &= ~((1 << u32(next - place)) - 1);
          next = place + 16;
          continue;
        }
        left = 0;
      } else if (byte < 0x20) return 0;
      else if (byte === LESS) {
        if (load<u8>(here, 1) === 0x7c) return 0;
      } else if (byte === AT) at = true;
      else if (!secret && isSign(here, byte)) secret = true;
    }
    beyond |= high;
    place = next;
  }
}

/** Whether what stands here begins an address: `://`, or a colon and a backslash. */
export function hasAddress(from: usize, to: usize): bool {
  for (let place = from; place < to; place += 1) {
    if (load<u8>(place) !== 0x3a) continue;
    if (load<u8>(place, 1) === BACKSLASH || load<u16>(place, 1) === 0x2f2f) return true;
  }
  return false;
}

/** Whether there is more than white space between two places, as far as that is seen at a glance. */
export function hasWords(from: usize, to: usize): bool {
  for (let place = from; place < to; place += 1) {
    const byte: u32 = load<u8>(place);
    if (byte === BACKSLASH) place += load<u8>(place, 1) === 0x75 ? 5 : 1;
    else if (byte > 0x20 && byte < 0x7f) return true;
    // No character of white space begins with another byte.
    else if (byte > 0xc2 && byte !== 0xe1 && byte !== 0xe2 && byte !== 0xe3 && byte !== 0xef) return true;
    else if (byte === 0xe3 && load<u8>(place, 1) !== 0x80) return true;
  }
  return false;
}

/** Tab, line feed, vertical tab, form feed, carriage return, space. */
export function isSpace(byte: u32): bool {
  return byte === 0x20 || (byte >= 9 && byte <= 13);
}

/** Where the line ends that begins here: at its newline. There is one at the end of all. */
export function lineEnd(from: usize): usize {
  const newline = i8x16.splat(0x0a);
  let place = from;
  let found: u32 = 0;
  for (; found === 0; place += 16) found = v128.bitmask<i8>(v128.eq<i8>(v128.load(place), newline));
  return place - 16 + ctz(found);
}
