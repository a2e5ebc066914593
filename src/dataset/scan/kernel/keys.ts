/**
 * The numbers that a row's like is found by, over the strings of a line of JSON. ../../likeness/row-hash.ts
 * is the same over its values, and says what it is for.
 */
import { CHOSEN, FOLD, HIGH, LOW, SIGN, WINDOW_AT } from './layout.ts';
import { escapes, isSpace } from './text.ts';

const SPACE: u32 = 0x20;
const BACKSLASH: u32 = 0x5c;
/** The letter of an escape by number. */
const NUMBERED: u32 = 0x75;
const SEED: i32 = 0x811c9dc5;
/** So many characters at each end of a text, white space left out, are its key. */
const WINDOW: u32 = 32;
/** A character that may be another one after normalisation. */
const BEYOND: i32 = -1;

export let low: i32 = 0;
export let high: i32 = 0;

/** Writes the tables. */
export function prepare(): void {
  for (let index: u32 = 0; index < WINDOW; index += 1) {
    store<i32>(LOW + index * 4, (((index + 1) * 0x9e3779b1) ^ 0x5bd1e995) | 1);
    store<i32>(HIGH + index * 4, ((index + 7) * 0x85ebca6b) | 1);
  }
  for (let byte: u32 = 0; byte < 128; byte += 1) {
    const folded = isSpace(byte) ? SPACE : byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
    store<u8>(FOLD + byte, folded);
    store<u8>(SIGN + byte, folded === SPACE ? 0 : folded);
  }
  for (let choice: usize = 0; choice < 256; choice += 1) {
    let chosen: usize = 0;
    for (let place: u32 = 0; place < 8; place += 1) {
      if (((choice >> place) & 1) === 0) continue;
      store<u8>(CHOSEN + choice * 8 + chosen, place);
      chosen += 1;
    }
  }
}

/** The character of an escape, by the byte behind its backslash; not one by number. */
function escaped(byte: u32): u32 {
  if (byte === 0x6e || byte === 0x74 || byte === 0x72 || byte === 0x66) return SPACE;
  return byte === 0x62 ? 8 : byte;
}

function mixIn(one: i32, other: i32): void {
  low = (low ^ one) * 0x9e3779b1;
  low ^= low >>> 15;
  high = (high ^ other) * 0x85ebca6b;
  high ^= high >>> 13;
}

/** Whether the byte before a place is a backslash that is no escaped one itself. */
function isEscaped(place: usize): bool {
  let slashes: usize = 0;
  while (load<u8>(place - 1 - slashes) === BACKSLASH) slashes += 1;
  return (slashes & 1) === 1;
}

/** The bytes of the character that begins at a place; 0 for one beyond ASCII. */
function sizeAt(place: usize): usize {
  const byte: u32 = load<u8>(place);
  if (byte === BACKSLASH) return load<u8>(place, 1) === NUMBERED ? 0 : 2;
  return byte > 127 ? 0 : 1;
}

/** The bytes of the character that ends before a place of the string that begins at `from`. */
function sizeBefore(from: usize, place: usize): usize {
  const last = place - 1;
  if (load<u8>(last) > 127) return 0;
  if (load<u8>(last - 1) === BACKSLASH && isEscaped(last)) return 2;
  const numbered = last >= from + 5 && load<u8>(last - 4) === NUMBERED && isEscaped(last - 4);
  return numbered ? 0 : 1;
}

/**
 * Mixes up to WINDOW characters from the beginning of a string, or from its end, the last one first then.
 * @returns how many they are; BEYOND, and nothing is mixed, when there is one beyond ASCII among them or
 *   right after them
 */
function mixSlowly(from: usize, to: usize, fromEnd: bool): i32 {
  let one: i32 = 0;
  let other: i32 = 0;
  let taken: u32 = 0;
  let first = from;
  let last = to;
  while (first < last) {
    const size = fromEnd ? sizeBefore(from, last) : sizeAt(first);
    if (size === 0) return BEYOND;
    if (taken === WINDOW) break;
    const byte: u32 = fromEnd ? load<u8>(last - 1) : load<u8>(first + size - 1);
    const sign: u32 = load<u8>(SIGN + (size === 1 ? byte : escaped(byte)));
    one += sign * load<i32>(LOW + taken * 4);
    other += sign * load<i32>(HIGH + taken * 4);
    taken += (sign + 127) >> 7;
    if (fromEnd) last -= size;
    else first += size;
  }
  mixIn(one, other);
  return taken;
}

/** The sum of the four numbers of a vector. */
function sumOf(numbers: v128): i32 {
  return (
    v128.extract_lane<i32>(numbers, 0) +
    v128.extract_lane<i32>(numbers, 1) +
    v128.extract_lane<i32>(numbers, 2) +
    v128.extract_lane<i32>(numbers, 3)
  );
}

/** Mixes the characters of a whole window. */
function mixWindow(): void {
  let one = i32x4.splat(0);
  let other = i32x4.splat(0);
  for (let index: usize = 0; index < WINDOW; index += 8) {
    const signs = v128.load_ext<u8>(WINDOW_AT + index);
    const near = v128.extend_low<u16>(signs);
    const far = v128.extend_high<u16>(signs);
    one = v128.add<i32>(one, v128.mul<i32>(near, v128.load(LOW + index * 4)));
    one = v128.add<i32>(one, v128.mul<i32>(far, v128.load(LOW + index * 4, 16)));
    other = v128.add<i32>(other, v128.mul<i32>(near, v128.load(HIGH + index * 4)));
    other = v128.add<i32>(other, v128.mul<i32>(far, v128.load(HIGH + index * 4, 16)));
  }
  mixIn(sumOf(one), sumOf(other));
}

/**
 * Appends the chosen ones of the first or the last eight characters to the window.
 * @returns how many it has then
 */
function append(characters: v128, choice: u32, offset: u8, taken: u32): u32 {
  const places = v128.add<i8>(v128.load_zero<u64>(CHOSEN + choice * 8), i8x16.splat(offset));
  v128.store(WINDOW_AT + taken, i8x16.swizzle(characters, places));
  return taken + popcnt(choice);
}

/** The same of a string without escapes, 16 bytes at a time and without a branch for each. */
function mix(from: usize, to: usize, fromEnd: bool): i32 {
  const backwards = i8x16(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  let first = from;
  let last = to;
  let taken: u32 = 0;
  while (taken < WINDOW && first < last) {
    const size = min(u32(last - first), 16);
    const within: u32 = (1 << size) - 1;
    let bytes = fromEnd ? i8x16.swizzle(v128.load(last - 16), backwards) : v128.load(first);
    if ((v128.bitmask<i8>(bytes) & within) !== 0) return mixSlowly(from, to, fromEnd);
    const isCapital = v128.lt<u8>(v128.sub<i8>(bytes, i8x16.splat(0x41)), i8x16.splat(26));
    bytes = v128.or(bytes, v128.and(isCapital, i8x16.splat(0x20)));
    // Other white space is an escape, or ends the string.
    const chosen: u32 = ~v128.bitmask<i8>(v128.eq<i8>(bytes, i8x16.splat(0x20))) & within;
    taken = append(bytes, chosen & 0xff, 0, taken);
    taken = append(bytes, chosen >> 8, 8, taken);
    if (fromEnd) last -= size;
    else first += size;
  }
  // The character right after a window counts as well.
  if (taken === WINDOW && first < last && load<u8>(fromEnd ? last - 1 : first) > 127) return mixSlowly(from, to, fromEnd);
  if (taken < WINDOW) {
    v128.store(WINDOW_AT + taken, i8x16.splat(0));
    v128.store(WINDOW_AT + taken, i8x16.splat(0), 16);
  }
  mixWindow();
  return min(taken, WINDOW);
}

/**
 * Mixes in the content of a message: the last of so many, of a role with so many letters.
 * @returns whether that could be done
 */
export function mixLast(count: u32, role: u32, from: usize, to: usize): bool {
  const number = i32(count * 16 + role);
  mixIn(number, number);
  const taken = escapes ? mixSlowly(from, to, false) : mix(from, to, false);
  if (taken === BEYOND) return false;
  // Of a short text the beginning is all of it.
  return taken !== WINDOW || (escapes ? mixSlowly(from, to, true) : mix(from, to, true)) !== BEYOND;
}

/** Begins the keys of a row. */
export function beginKeys(): void {
  low = SEED;
  high = SEED;
}

/** Begins the hash of what a row says. */
export function beginHash(): u32 {
  return SEED;
}

/** Mixes a string into the hash of what a row says. */
export function hashString(seed: u32, from: usize, to: usize): u32 {
  let hash = seed;
  let begun = false;
  let space = false;
  for (let place = from; place < to; place += 1) {
    let byte: u32 = load<u8>(place);
    if (byte === BACKSLASH) {
      place += 1;
      byte = escaped(load<u8>(place));
    }
    const folded: u32 = load<u8>(FOLD + byte);
    if (folded === SPACE) {
      space = begun;
      continue;
    }
    begun = true;
    if (space) hash = (hash ^ SPACE) * 0x01000193;
    space = false;
    hash = (hash ^ folded) * 0x01000193;
  }
  return (hash ^ (hash >> 15)) * 0x2c1b3c6d;
}
